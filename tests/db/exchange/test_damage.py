"""Failure cases 2 and 3: cut anywhere, flipped anywhere, nothing gets in."""

from random import Random

import pytest

from db.exchange.bundle.reading import read_bundle
from db.faults import Fault
from tests.db.exchange.world import World, add_case, database_bytes


def test_no_file_cut_anywhere_gets_in(world: World) -> None:
    add_case(world.office, "〔2026〕001", "王小明", "李小红")
    whole = world.bundle().read_bytes()
    before = database_bytes(world.county)
    lengths = {*range(0, len(whole), 6), *range(40), *range(len(whole) - 160, len(whole))}
    file = world.stick / "cut.sfb"
    for length in sorted(lengths):
        file.write_bytes(whole[:length])
        with pytest.raises(Fault):
            read_bundle(world.county, file)
    assert len(lengths) > 300
    assert database_bytes(world.county) == before


def test_no_file_with_a_flipped_bit_gets_in(world: World) -> None:
    add_case(world.office, "〔2026〕001", "王小明", "李小红")
    whole = world.bundle().read_bytes()
    before = database_bytes(world.county)
    file = world.stick / "flipped.sfb"
    rng = Random(7)
    places = [*range(0, len(whole), 6), *range(len(whole) - 140, len(whole))]
    for place in places:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << rng.randrange(8)
        file.write_bytes(spoilt)
        with pytest.raises(Fault):
            read_bundle(world.county, file)
    assert len(places) > 300
    assert database_bytes(world.county) == before


@pytest.mark.parametrize("more", [b"\n", b"x", b"\0" * 4096])
def test_no_file_with_something_behind_it_gets_in(world: World, more: bytes) -> None:
    file = world.bundle()
    file.write_bytes(file.read_bytes() + more)
    with pytest.raises(Fault):
        read_bundle(world.county, file)


def test_no_file_with_a_zeroed_block_gets_in(world: World) -> None:
    add_case(world.office, "〔2026〕001", *(f"当事人{n}" for n in range(60)))
    whole = world.bundle().read_bytes()
    file = world.stick / "zeroed.sfb"
    for start in range(0, len(whole), 256):
        spoilt = whole[:start] + b"\0" * len(whole[start : start + 256]) + whole[start + 256 :]
        file.write_bytes(spoilt)
        with pytest.raises(Fault):
            read_bundle(world.county, file)
