"""Garbage is looked for in the thread of the window only."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from desktop.tidying import Tidying, collect_as_due


class Knot:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Put automatic collection back as it was."""
    was, limits = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*limits)
    (gc.enable if was else gc.disable)()


def test_python_no_longer_collects_by_itself(qapp: object) -> None:
    assert qapp
    gc.enable()
    Tidying(QObject())
    assert not gc.isenabled()


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.disable()
    gc.collect()
    assert collect_as_due() is None


def test_cycles_are_collected_when_due() -> None:
    gc.disable()
    gc.collect()
    gc.set_threshold(50, 10, 10)
    knots = [Knot() for _ in range(200)]
    del knots
    assert collect_as_due() == 0
    assert not [one for one in gc.get_objects() if isinstance(one, Knot)]
