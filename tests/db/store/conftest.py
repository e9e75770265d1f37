"""A ledger in a temporary folder, with a machine folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from tests.db.store.building import new_store


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that stands for this machine's own memory."""
    folder = tmp_path / "machine"
    monkeypatch.setenv("SIFASUO_MACHINE_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder a ledger is made in."""
    return tmp_path / "ledger"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Give an open, empty ledger without a password."""
    made = new_store(folder)
    yield made
    made.close()
