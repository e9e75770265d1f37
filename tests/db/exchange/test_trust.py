"""Failure cases 52-54 of the exchange design: forged, re-addressed, rewritten, bombs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import exchange
from db.exchange.bundle import layout
from db.exchange.bundle.layout import Header, assemble, pack, unpack
from db.exchange.faults import (
    BadSignature,
    CannotUnseal,
    DamagedInside,
    NewerFormat,
    OtherKey,
    Readdressed,
    TooLarge,
    UnknownSender,
)
from db.exchange.sealing import own_keys, seal
from db.store import Store
from db.store.faults import OthersRecord
from db.store.outgoing import HistoryAltered
from db.store.receiving import ForeignWriter
from tests.db.exchange.world import (
    COUNTY,
    OTHER,
    Lines,
    World,
    add_case,
    add_village,
    close_up,
    database_bytes,
    edit,
    five,
    open_up,
    remove,
    totals,
)

Spoil = Callable[[Lines], object]

SPOILT: list[Spoil] = [
    lambda lines: lines[2]["body"]["values"].update(name="石桥村"),
    lambda lines: lines[0].update(changes=7),
    lambda lines: lines[0].update(changes="1"),
    lambda lines: lines[0].update(after={}),
    lambda lines: lines[0].update(ranges={}),
    lambda lines: lines[0].pop("ledger"),
    lambda lines: lines.pop(),
    lambda lines: lines.append(lines[-1]),
    lambda lines: lines[2].update(n=2),
    lambda lines: lines[2].update(act="kill"),
    lambda lines: lines[2].update(id="../../x"),
    lambda lines: lines[2].update(body={"values": []}),
    lambda lines: lines[1].update(last=10**15),
    lambda lines: lines[1].update(first="1"),
    lambda lines: lines[1].pop("hlc"),
    lambda lines: lines.insert(1, {"x": 1}),
]
"""What can be wrong inside although the signature is right."""


def forged(world: World, change: Spoil, *, link: bool = True, office: Store | None = None) -> Path:
    """Give a bundle of the office with its lines changed and signed again."""
    sender = office or world.office
    header, lines = open_up(sender, world.bundle(sender))
    change(lines)
    return close_up(sender, world.county, header, lines, world.stick / "forged.sfb", link=link)


def signed_anew(world: World, sender: Store, **words: Any) -> Path:
    """Give the office's sealed part under another header, signed by ``sender``."""
    parts = layout.take_apart(world.bundle().read_bytes())
    file = world.stick / "anew.sfb"
    header = replace(parts.header, **words)
    file.write_bytes(assemble(header, parts.sealed, own_keys(sender).sign))
    return file


def test_a_bundle_of_an_office_without_a_card_is_refused(world: World) -> None:
    stranger = world.make(OTHER)
    exchange.enrol(stranger, exchange_card(world))
    with pytest.raises(UnknownSender, match="柳林乡司法所"):
        world.take(world.bundle(stranger))


def exchange_card(world: World) -> Path:
    """Give the county's card."""
    file = world.stick / "county.json"
    exchange.write_card(world.county, file)
    return file


def test_a_signature_of_another_key_is_refused(world: World) -> None:
    other = world.other_office()
    with pytest.raises(OtherKey):
        world.take(signed_anew(world, other, key=own_keys(other).public.id))


def test_a_wrong_signature_is_refused(world: World) -> None:
    with pytest.raises(BadSignature):
        world.take(signed_anew(world, world.other_office()))


def test_an_unsigned_file_is_refused(world: World) -> None:
    file = world.bundle()
    raw = file.read_bytes()
    file.write_bytes(raw[: -layout.TRAILER_BYTES] + b"\0" * layout.TRAILER_BYTES)
    with pytest.raises(BadSignature):
        world.take(file)


def test_anothers_sealed_part_under_an_own_header_is_refused(world: World) -> None:
    """Another office of the county wraps what it found on the stick as its own."""
    other = world.other_office()
    words = {"sender_code": OTHER, "sender_name": other.name, "key": own_keys(other).public.id}
    with pytest.raises(Readdressed):
        world.take(signed_anew(world, other, **words))


def test_a_receiver_changed_outside_is_refused(world: World) -> None:
    with pytest.raises(Readdressed):
        world.take(signed_anew(world, world.office, receivers=(COUNTY, OTHER)))


def test_a_replayed_old_bundle_takes_nothing_back(world: World) -> None:
    village = add_village(world.office, "柳林村")
    old = world.bundle()
    world.take(old)
    edit(world.office, "village", village, name="柳林新村")
    world.take(world.bundle())
    assert world.take(old).already
    assert world.county.get("village", village).name == "柳林新村"


def test_a_record_of_another_office_cannot_be_changed(world: World) -> None:
    other = world.other_office()
    village = add_village(other, "双塔村")
    world.round(other)
    mine = add_village(world.office, "柳林村")
    world.round()
    edit(world.office, "village", mine, name="柳林新村")

    def aim(lines: Lines) -> None:
        lines[2]["id"] = village

    taken = world.take(forged(world, aim))
    assert five(taken.counts) == (0, 0, 0, 0, 1)
    assert world.county.get("village", village).name == "双塔村"
    assert totals(world.county, OTHER) == totals(other, OTHER)
    assert world.county.check() == []


def test_a_record_cannot_be_born_under_another_offices_name(world: World) -> None:
    add_village(world.office, "柳林村")
    add_village(world.office, "石桥村")

    def claim(lines: Lines) -> None:
        lines[2]["body"]["office"] = OTHER

    taken = world.take(forged(world, claim))
    assert five(taken.counts) == (1, 0, 0, 0, 1)
    _, lines = open_up(world.county, taken.receipt)
    refused = lines[0]["receipt"]["refused"]
    assert [one["why"] for one in refused] == ["这是别的单位的记录，只有该单位能修改"]
    assert "1 项更改待处理" in exchange.check(world.county)[0].message


def test_changes_of_another_offices_writer_are_refused_whole(world: World) -> None:
    other = world.other_office()
    add_village(other, "双塔村")
    world.round(other)
    add_village(world.office, "柳林村")

    def claim(lines: Lines) -> None:
        mine, theirs = lines[1]["writer"], other.writer
        lines[1]["writer"] = theirs
        lines[0]["ranges"] = {theirs: lines[0]["ranges"][mine]}
        lines[0]["after"] = {theirs: 1}
        lines[0]["address"]["heads"] = {}

    with pytest.raises(ForeignWriter):
        world.take(forged(world, claim))


def test_history_rewritten_with_sql_is_not_sent(world: World) -> None:
    add_village(world.office, "柳林村")
    con = world.office.handle.con
    con.execute("DROP TRIGGER guard_update_change")
    con.execute("UPDATE change SET body = replace(body, '柳林', '改过')")
    with pytest.raises(HistoryAltered):
        world.bundle()


@pytest.mark.parametrize("spoil", SPOILT)
def test_content_that_does_not_fit_its_manifest_is_refused(world: World, spoil: Spoil) -> None:
    add_village(world.office, "柳林村")
    file = forged(world, spoil, link=False)
    before = database_bytes(world.county)
    with pytest.raises((DamagedInside, Readdressed)):
        world.take(file)
    assert database_bytes(world.county) == before


def test_a_bundle_that_unpacks_into_too_much_is_refused() -> None:
    bomb = pack(["x" * 1000] * 2000)
    assert len(bomb) < 1000
    with pytest.raises(TooLarge):
        list(unpack(bomb, most=1_000_000))


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(TooLarge):
        list(unpack(pack(["x" * 3_000_000]), longest_line=1_000_000))


def test_a_header_that_claims_a_huge_part_is_refused(world: World) -> None:
    file = world.stick / "huge.sfb"
    header = Header("regular", "1", "x", (COUNTY,), 1, "0", sealed_bytes=10**12)
    file.write_bytes(layout.MAGIC + header.line())
    with pytest.raises(TooLarge):
        world.take(file)


def test_a_sealed_part_for_others_is_refused(world: World) -> None:
    keys = own_keys(world.office)
    header = Header("regular", world.office.code, world.office.name, (COUNTY,), 1, keys.public.id)
    file = world.stick / "sealed.sfb"
    file.write_bytes(assemble(header, seal(b"x", [keys.public.age]), keys.sign))
    with pytest.raises(CannotUnseal):
        world.take(file)


def test_a_newer_format_asks_for_an_update(world: World) -> None:
    with pytest.raises(NewerFormat, match="更新"):
        world.take(signed_anew(world, world.office, format=2))
    with pytest.raises(NewerFormat):
        world.take(forged(world, lambda lines: lines[0].update(minimum_reader=99), link=False))


def test_a_party_cannot_be_hung_under_another_offices_case(world: World) -> None:
    other = world.other_office()
    case = add_case(other, "〔2026〕001", "王小明")
    world.round(other)
    add_case(world.office, "〔2026〕002", "李小红")

    def hang(lines: Lines) -> None:
        lines[3]["body"]["values"]["case"] = case

    taken = world.take(forged(world, hang))
    assert five(taken.counts) == (1, 0, 0, 0, 1)
    assert [party.name for party in world.county.get("mediation_case", case).parties] == ["王小明"]


def test_the_county_cannot_change_or_remove_an_offices_record(world: World) -> None:
    village = add_village(world.office, "柳林村")
    world.round()
    with pytest.raises(OthersRecord):
        edit(world.county, "village", village, name="改过的村")
    with pytest.raises(OthersRecord):
        remove(world.county, "village", village)
    assert totals(world.county) == totals(world.office)
