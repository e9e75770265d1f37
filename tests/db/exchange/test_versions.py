"""Failure case 47: what a newer program sends; and the version told in bundles."""

from collections.abc import Callable
from pathlib import Path

import desktop
from db import exchange
from db.exchange.bundle.layout import PROGRAM
from tests.db.exchange.world import (
    Lines,
    World,
    add_case,
    add_village,
    close_up,
    edit,
    five,
    open_up,
)


def newer(world: World, change: Callable[[Lines], None]) -> Path:
    """Give a bundle of the office as a newer program might have written it."""
    header, lines = open_up(world.office, world.bundle())
    change(lines)
    return close_up(world.office, world.county, header, lines, world.stick / "newer.sfb")


def test_an_unknown_field_is_kept_for_later(world: World) -> None:
    village = add_village(world.office, "柳林村")

    def extend(lines: Lines) -> None:
        lines[2]["body"]["values"]["new_field"] = "新栏目的内容"

    assert five(world.take(newer(world, extend)).counts) == (1, 0, 0, 0, 0)
    kept = world.county.select("SELECT name, extra FROM village")
    assert kept == [("柳林村", '{"new_field":"新栏目的内容"}')]
    assert world.county.get("village", village).name == "柳林村"
    assert world.county.check() == []


def test_an_unknown_unit_of_an_edit_is_kept_for_later(world: World) -> None:
    village = add_village(world.office, "柳林村")
    world.round()
    edit(world.office, "village", village, name="柳林新村")

    def extend(lines: Lines) -> None:
        units = lines[2]["body"]["units"]
        units["later"] = {**units["name"], "new": {"later": 5}, "old": {"later": None}}

    assert five(world.take(newer(world, extend)).counts) == (1, 0, 0, 0, 0)
    assert world.county.select("SELECT name, extra FROM village") == [("柳林新村", '{"later":5}')]
    assert world.county.check() == []


def test_an_unknown_record_type_waits_and_the_rest_is_applied(world: World) -> None:
    add_village(world.office, "柳林村")
    add_village(world.office, "石桥村")

    def rename(lines: Lines) -> None:
        lines[2]["type"] = "visit"

    file = newer(world, rename)
    seen = exchange.look(world.county, file)
    taken = world.take(file)
    assert five(taken.counts) == five(seen.counts) == (1, 0, 1, 0, 0)
    assert "更新程序" in next(one.why for one in seen.records if one.outcome == "held")
    assert taken.totals_agree is False
    assert five(world.take(file).counts) == (0, 2, 0, 0, 0)
    assert world.county.check() == []


def test_an_unknown_code_is_kept_and_shown_as_it_is(world: World) -> None:
    add_case(world.office, "〔2026〕001")

    def renew(lines: Lines) -> None:
        lines[2]["body"]["values"]["dispute_type"] = "Z99"

    assert five(world.take(newer(world, renew)).counts) == (1, 0, 0, 0, 0)
    assert world.county.select("SELECT dispute_type FROM mediation_case") == [("Z99",)]


def test_a_value_no_kind_can_read_is_refused_with_its_dependants_held(world: World) -> None:
    add_case(world.office, "〔2026〕001", "王小明")
    add_village(world.office, "柳林村")

    def spoil(lines: Lines) -> None:
        lines[2]["body"]["values"]["accepted_on"] = "2026-02-31"

    seen = exchange.look(world.county, newer(world, spoil))
    assert five(seen.counts) == (1, 0, 1, 0, 1)
    why = {one.outcome: one.why for one in seen.records}
    assert why["refused"] == "“受理日期”的内容不合要求，读不出来"
    assert "所属的记录" in why["held"]


def test_a_corrected_value_is_applied_although_the_wrong_one_was_refused(world: World) -> None:
    case = add_case(world.office, "〔2026〕001", accepted_on="2026-01-05")
    world.round()
    edit(world.office, "mediation_case", case, accepted_on="2026-02-27")
    edit(world.office, "mediation_case", case, accepted_on="2026-02-28")

    def spoil(lines: Lines) -> None:
        for content in lines[2]["body"]["units"].values():
            content["new"] = dict.fromkeys(content["new"], "2026-02-31")

    assert five(world.take(newer(world, spoil)).counts) == (1, 0, 0, 0, 1)
    assert str(world.county.get("mediation_case", case).accepted_on) == "2026-02-28"
    assert world.county.conflicts() == []
    assert world.county.check() == []


def test_bundles_tell_the_version_of_the_program() -> None:
    assert PROGRAM == desktop.VERSION
