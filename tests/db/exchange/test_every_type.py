"""Every record type travels to the county, and comes back from the waste bin."""

from __future__ import annotations

from pathlib import Path

from db.declare import RecordType
from db.ledger import Ledger, ListQuery
from db.ledger.demo import fill_demo
from db.records import ALL_RECORD_TYPES
from tests.conftest import FixedClock
from tests.db.exchange.world import World, totals

WHOLE = [kind for kind in ALL_RECORD_TYPES if not kind.owner]


def count(ledger: Ledger, kind: RecordType) -> int:
    return ledger.count(ListQuery(kind.name))


def test_every_record_type_arrives_as_it_was_sent(tmp_path: Path, clock: FixedClock) -> None:
    world = World(tmp_path, clock)
    office, county = Ledger(world.office, clock), Ledger(world.county, clock)
    fill_demo(office, cases=150)
    assert world.round().counts.refused == 0
    for kind in ALL_RECORD_TYPES:
        assert 0 < count(office, kind) == count(county, kind), kind.name
    for kind in WHOLE:
        for row in office.page(ListQuery(kind.name), 5):
            assert county.record(row.id, kind.name) == office.record(row.id, kind.name)
    assert county.check_everything() == []


def test_every_record_type_comes_back_from_the_waste_bin(tmp_path: Path, clock: FixedClock) -> None:
    world = World(tmp_path, clock)
    office = Ledger(world.office, clock)
    fill_demo(office, cases=150)
    for kind in WHOLE:
        [row] = office.page(ListQuery(kind.name), 1)
        before = office.record(row.id, kind.name)
        office.remove(row.id, "登记重复")
        assert office.record(row.id, kind.name) is None, kind.name
        office.undo()
        assert office.record(row.id, kind.name) == before, kind.name
        office.remove(row.id, "登记重复")
        office.restore_record(kind.name, row.id)
        assert office.record(row.id, kind.name) == before, kind.name
    world.round()
    assert totals(world.office) == totals(world.county)
