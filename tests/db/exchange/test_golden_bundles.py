"""Bundles of every released format are read for ever."""

import json
from pathlib import Path

import pytest

from db import exchange
from tests.conftest import FixedClock
from tests.db.exchange.golden import GOLDEN
from tests.db.exchange.world import COUNTY, World, five, totals


@pytest.mark.parametrize("folder", sorted(GOLDEN.iterdir()), ids=lambda one: one.name)
def test_a_golden_bundle_is_taken_whole(folder: Path, tmp_path: Path, clock: FixedClock) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    world = World(tmp_path, clock)
    county = world.make(COUNTY, folder="金样")
    for name, secret in expected["secrets"].items():
        county.put_secret(name, bytes.fromhex(secret))
    exchange.enrol(county, folder / "sender.json")
    taken = exchange.take(county, folder / "bundle.sfb")
    assert five(taken.counts) == (expected["changes"], 0, 0, 0, 0)
    assert totals(county) == expected["totals"]
    assert county.check() == []
