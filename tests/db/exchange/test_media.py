"""Failure cases 1-5, 7, 8 of the exchange design: what sticks do to files."""

import resource
import shutil
from pathlib import Path

import pytest

from db import exchange
from db.exchange.bundle.making import put_on
from db.exchange.faults import CutOff, EmptyFile, StickFailed
from tests.db.exchange.world import World, add_case, add_village, totals


def nothing_free(_: Path) -> int:
    """Give the free space of a full stick."""
    return 0


def plenty_free(_: Path) -> int:
    """Give the free space of an empty stick."""
    return 10**9


@pytest.mark.parametrize("written", range(0, 24_577, 4096))
def test_a_stick_that_fails_while_writing_holds_no_bundle(tmp_path: Path, written: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (written, hard))
    try:
        with pytest.raises(StickFailed):
            put_on(tmp_path, "a.sfb", b"x" * 24_600)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_after_a_failed_stick_the_same_bundle_goes_onto_the_next(world: World) -> None:
    add_village(world.office, "柳林村")
    with pytest.raises(StickFailed):
        world.bundle(free=nothing_free)
    kept = list((world.office.folder / "outbox").iterdir())
    made = world.bundle()
    assert made.read_bytes() == kept[0].read_bytes()
    assert made.name.endswith("_1.sfb")


def test_a_full_stick_is_told_before_writing(world: World) -> None:
    with pytest.raises(StickFailed, match="空间不够"):
        world.bundle(free=nothing_free)
    assert not list(world.stick.glob("*.sfb*"))


def test_a_write_protected_stick_is_told(world: World) -> None:
    with pytest.raises(StickFailed, match="写保护"):
        exchange.make_bundle(world.office, "安和县司法局", Path("/proc"), free=plenty_free)


def test_a_stick_that_is_not_there_is_told(world: World) -> None:
    with pytest.raises(StickFailed):
        exchange.make_bundle(world.office, "安和县司法局", world.folder / "没有" / "这里")


def test_an_empty_file_is_told(world: World) -> None:
    file = world.stick / "空.sfb"
    file.touch()
    with pytest.raises(EmptyFile):
        world.take(file)


def test_a_file_cut_at_its_end_is_told(world: World) -> None:
    file = world.bundle()
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(CutOff):
        world.take(file)


def test_a_renamed_file_is_the_same_file(world: World) -> None:
    add_case(world.office, "〔2026〕001", "王小明")
    renamed = world.stick / "副本 (2).txt"
    shutil.move(world.bundle(), renamed)
    assert world.take(renamed).counts.applied == 2


def test_another_file_of_the_same_name_is_not_overwritten(world: World) -> None:
    made = world.bundle()
    made.write_bytes(b"other")
    again = world.bundle()
    assert made.read_bytes() == b"other"
    assert again.stem == f"{made.stem}-2"
    assert totals(world.county) == {}
    assert world.take(again).counts.total == 0
