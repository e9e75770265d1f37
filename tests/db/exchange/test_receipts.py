"""Receipts: files and codes, control totals, guessing."""

from datetime import timedelta

import pytest

from db import exchange
from db.exchange.faults import BadSignature, FileMissing, ReceiptRefused, WrongKind
from tests.conftest import FixedClock
from tests.db.exchange.world import COUNTY, World, add_village, close_up, open_up


def test_a_receipt_says_that_both_hold_the_same(world: World) -> None:
    add_village(world.office, "柳林村")
    taken = world.take(world.bundle())
    assert taken.totals_agree is True
    told = exchange.take_receipt(world.office, str(taken.receipt))
    assert (told.number, told.control_totals_agree, told.note) == (1, True, "")


def test_a_receipt_that_counts_otherwise_is_told(world: World) -> None:
    add_village(world.office, "柳林村")
    taken = world.take(world.bundle())
    header, lines = open_up(world.county, taken.receipt)
    lines[0]["receipt"]["totals"]["village"]["count"] = 2
    other = close_up(world.county, world.office, header, lines, world.stick / "r.sfr", link=False)
    assert exchange.take_receipt(world.office, str(other)).control_totals_agree is False
    assert "数目不一致" in exchange.check(world.office)[0].message


def test_a_code_by_telephone_acknowledges_a_bundle(world: World) -> None:
    add_village(world.office, "柳林村")
    taken = world.take(world.bundle())
    assert [len(group) for group in taken.receipt_code.split("-")] == [4, 4, 4]
    typed = taken.receipt_code.lower().replace("-", " ").replace("0", "o")
    told = exchange.take_receipt(world.office, typed)
    assert (told.number, told.control_totals_agree) == (1, None)
    assert exchange.make_bundle(world.office, COUNTY, world.stick).changes == 0


def test_a_code_for_an_older_bundle_than_the_county_holds_is_understood(world: World) -> None:
    add_village(world.office, "柳林村")
    first = world.bundle()
    add_village(world.office, "石桥村")
    world.take(world.bundle())
    assert exchange.take_receipt(world.office, world.take(first).receipt_code).number == 1
    assert exchange.make_bundle(world.office, COUNTY, world.stick).changes == 0


def test_a_file_after_the_code_still_tells_the_totals(world: World) -> None:
    add_village(world.office, "柳林村")
    taken = world.take(world.bundle())
    exchange.take_receipt(world.office, taken.receipt_code)
    assert exchange.take_receipt(world.office, str(taken.receipt)).control_totals_agree is True


def test_codes_cannot_be_guessed(world: World, clock: FixedClock) -> None:
    add_village(world.office, "柳林村")
    right = world.take(world.bundle()).receipt_code
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(ReceiptRefused, match=f"还可以试 {left} 次"):
            exchange.take_receipt(world.office, "0000-0000-0000")
    with pytest.raises(ReceiptRefused, match="暂时不再接受"):
        exchange.take_receipt(world.office, right)
    clock.at += timedelta(hours=1, seconds=1)
    assert exchange.take_receipt(world.office, right).number == 1


def test_what_is_neither_file_nor_code_is_told(world: World) -> None:
    with pytest.raises(FileMissing):
        exchange.take_receipt(world.office, "没有这个文件.sfr")


def test_a_bundle_is_no_receipt(world: World) -> None:
    file = world.bundle()
    with pytest.raises(WrongKind, match="数据包"):
        exchange.take_receipt(world.county, str(file))


def test_an_altered_receipt_is_refused(world: World) -> None:
    receipt = world.take(world.bundle()).receipt
    raw = bytearray(receipt.read_bytes())
    raw[-200] ^= 1
    receipt.write_bytes(raw)
    with pytest.raises(BadSignature):
        exchange.take_receipt(world.office, str(receipt))


def test_the_outbox_keeps_a_bundle_until_its_receipt(world: World) -> None:
    add_village(world.office, "柳林村")
    file = world.bundle()
    kept = world.office.folder / "outbox" / file.name
    assert kept.is_file()
    taken = world.take(file)
    exchange.take_receipt(world.office, str(taken.receipt))
    assert not kept.exists()
    assert [one.state for one in exchange.bundles(world.office)] == ["已回执"]
