"""Failure cases 11-19 of the exchange design: repeats, gaps, wrong order."""

import shutil

import pytest

from db import exchange
from db.exchange.faults import NotForUs, OwnFile, ReceiptRefused
from db.store import open_store, restore_backup
from tests.db.exchange.world import (
    COUNTY,
    World,
    add_case,
    add_village,
    card_of,
    changes_in,
    database_bytes,
    edit,
    five,
    remove,
    totals,
)


def test_records_arrive_with_their_rows_and_titles(world: World) -> None:
    case = add_case(world.office, "〔2026〕001", "王小明", "李䶮", summary="宅基地纠纷")
    taken = world.round()
    assert five(taken.counts) == (3, 0, 0, 0, 0)
    assert taken.changes.items == (("mediation_case", case, "added"),)
    arrived = world.county.get("mediation_case", case)
    assert [party.name for party in arrived.parties] == ["王小明", "李䶮"]
    assert totals(world.county) == totals(world.office)


def test_what_arrived_is_found_by_name_pinyin_and_number(world: World) -> None:
    case = add_case(world.office, "〔2026〕第001号", "王小明", summary="宅基地纠纷")
    world.round()
    for text in ("王小明", "wxm", "宅基", "001"):
        assert case in [hit.id for hit in world.county.find_text(text)], text


def test_edits_removals_and_restores_arrive(world: World) -> None:
    kept, gone = add_village(world.office, "柳林村"), add_village(world.office, "石桥村")
    world.round()
    edit(world.office, "village", kept, name="柳林新村")
    remove(world.office, "village", gone)
    taken = world.round()
    assert five(taken.counts) == (2, 0, 0, 0, 0)
    assert world.county.get("village", kept).name == "柳林新村"
    assert world.county.get("village", gone) is None
    assert [hit.id for hit in world.county.find_text("新村")] == [kept]
    assert world.county.check() == []


def test_a_bundle_taken_twice_changes_nothing(world: World) -> None:
    add_case(world.office, "〔2026〕001", "王小明")
    file = world.bundle()
    first = world.take(file)
    before = database_bytes(world.county)
    again = world.take(file)
    assert five(again.counts) == (0, 2, 0, 0, 0)
    assert "已收过，没有新内容" in again.already
    assert (again.receipt, again.receipt_code) == (first.receipt, first.receipt_code)
    assert database_bytes(world.county) == before


def test_the_last_bundle_before_the_first(world: World) -> None:
    add_village(world.office, "柳林村")
    first = world.bundle()
    add_village(world.office, "石桥村")
    assert five(world.take(world.bundle()).counts) == (2, 0, 0, 0, 0)
    late = world.take(first)
    assert five(late.counts) == (0, 1, 0, 0, 0)
    assert late.already


def test_a_lost_bundle_is_healed_by_the_next(world: World) -> None:
    add_village(world.office, "柳林村")
    world.round()
    add_village(world.office, "石桥村")
    world.bundle().unlink()
    add_village(world.office, "双塔村")
    assert five(world.take(world.bundle()).counts) == (2, 0, 0, 0, 0)
    assert totals(world.county) == totals(world.office)


def test_overlapping_bundles_count_each_change_once(world: World) -> None:
    add_village(world.office, "柳林村")
    world.take(world.bundle())
    add_village(world.office, "石桥村")
    assert five(world.take(world.bundle()).counts) == (1, 1, 0, 0, 0)
    assert changes_in(world.county) == 2


def test_nothing_new_makes_the_same_bundle_again(world: World) -> None:
    add_village(world.office, "柳林村")
    first, second = world.bundle(), exchange.make_bundle(world.office, COUNTY, world.folder)
    assert second.number == 1
    assert second.file.read_bytes() == first.read_bytes()


def test_after_the_receipt_a_bundle_with_nothing_new_says_so(world: World) -> None:
    add_village(world.office, "柳林村")
    world.round()
    made = exchange.make_bundle(world.office, COUNTY, world.stick)
    assert (made.number, made.changes) == (2, 0)
    assert world.take(made.file).counts.total == 0


def test_a_bundle_addressed_to_the_county_is_not_for_another_office(world: World) -> None:
    laptop = world.make("410199104", kind="laptop")
    exchange.enrol(laptop, card_of(world.office, world.stick))
    with pytest.raises(NotForUs):
        exchange.take(laptop, world.bundle())


def test_an_own_bundle_is_not_taken(world: World) -> None:
    with pytest.raises(OwnFile):
        exchange.take(world.office, world.bundle())


def test_an_older_receipt_is_harmless(world: World) -> None:
    add_village(world.office, "柳林村")
    old = world.take(world.bundle())
    kept = world.stick / "旧回执"
    shutil.copy(old.receipt, kept)
    add_village(world.office, "石桥村")
    world.round()
    again = exchange.take_receipt(world.office, str(kept))
    assert "比已收的旧" in again.note
    assert exchange.make_bundle(world.office, COUNTY, world.stick).changes == 0


def test_a_receipt_for_a_bundle_never_made_is_refused(world: World) -> None:
    twin = world.folder / "twin"
    backup = world.office.backup()
    add_village(world.office, "柳林村")
    taken = world.take(world.bundle())
    restore_backup(backup.file, twin)
    with pytest.raises(ReceiptRefused, match="没有发出过"):
        exchange.take_receipt(open_store(twin, now=world.clock), str(taken.receipt))


def test_a_bundle_without_its_predecessor_waits_and_heals(world: World) -> None:
    add_village(world.office, "柳林村")
    before = world.county.backup()
    first = world.bundle()
    shutil.copy(first, world.folder / "第一个.sfb")
    world.round()
    add_village(world.office, "石桥村")
    second = world.bundle()
    restore_backup(before.file, world.folder / "恢复的县局")
    world.county = open_store(world.folder / "恢复的县局", now=world.clock)

    seen = exchange.look(world.county, second)
    assert five(seen.counts) == (0, 0, 1, 0, 0)
    assert "清河镇司法所1 号" in seen.records[0].why
    held = world.take(second)
    assert five(held.counts) == (0, 0, 1, 0, 0)
    assert totals(world.county) == {}
    assert [f.severity for f in exchange.check(world.county)] == ["warning"]

    taken = world.take(world.folder / "第一个.sfb")
    assert [five(one.counts) for one in taken.also] == [(1, 0, 0, 0, 0)]
    assert totals(world.county) == totals(world.office)
    assert exchange.check(world.county) == []


def test_a_held_bundles_receipt_makes_the_next_one_whole(world: World) -> None:
    before = world.county.backup()
    add_village(world.office, "柳林村")
    world.round()
    add_village(world.office, "石桥村")
    restore_backup(before.file, world.folder / "恢复的县局")
    world.county = open_store(world.folder / "恢复的县局", now=world.clock)
    held = world.take(world.bundle())
    told = exchange.take_receipt(world.office, str(held.receipt))
    assert told.control_totals_agree is False
    assert "重新报送" in told.note
    assert five(world.round().counts) == (2, 0, 0, 0, 0)
    assert totals(world.county) == totals(world.office)


def test_everything_can_be_sent_again(world: World) -> None:
    add_village(world.office, "柳林村")
    world.round()
    made = exchange.make_bundle(world.office, COUNTY, world.stick, everything=True)
    assert made.changes == 1
    assert five(world.take(made.file).counts) == (0, 1, 0, 0, 0)
