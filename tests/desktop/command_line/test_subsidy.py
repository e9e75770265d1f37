"""The command subsidy: candidates, claims, checks, the pay sheet, example standards."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.ledger import Ledger
from tests.db.subsidy_world import SubsidyWorld
from tests.desktop.command_line.conftest import CommandLine

QUARTER = ("--period", "2026Q1")


@pytest.fixture
def world(office_ledger: Ledger) -> SubsidyWorld:
    return SubsidyWorld(office_ledger)


def test_candidates_say_what_is_payable_and_why_not(world: SubsidyWorld, run: CommandLine) -> None:
    world.add_case(people_involved=10)
    world.add_case(filed_on=None)

    ran = run("subsidy", "candidates", *QUARTER)

    first, second = ran.data["candidates"]
    assert ran.status == 0
    assert (first["eligible"], first["grade"], first["amount"]) == (True, "4", "300.00")
    assert first["why"] == ["涉及人数 10 人，达到 10 人"]
    assert (second["eligible"], second["objections"]) == (False, ["案卷不完整，缺：立卷日期"])


def test_from_claim_to_paper(world: SubsidyWorld, run: CommandLine, tmp_path: Path) -> None:
    world.add_case()
    world.add_case(difficulty="4")
    claimed = run("subsidy", "claim", *QUARTER, "--all").data["changed"]
    assert len(claimed) == 2
    for state in ("初审通过", "复核通过", "已发放"):
        ran = run("subsidy", "advance", "--state", state, "--on", "2026-03-16", *claimed)
        assert (ran.status, len(ran.data["changed"])) == (0, 2)

    sheet = run("subsidy", "sheet", *QUARTER).data
    out = tmp_path / "发放表.pdf"
    printed = run("print", "subsidy_sheet", *sheet["claims"], "--out", str(out))

    assert sheet["total"] == "260.00"
    assert sheet["rows"][0]["counts"] == {"一般": 1, "疑难": 1, "重大": 0, "口头": 0}
    assert (printed.status, printed.data["pages"]) == (0, 1)
    assert out.stat().st_size > 1000


def test_a_refused_claim_changes_nothing_and_says_why(
    world: SubsidyWorld, run: CommandLine
) -> None:
    number = world.cases[world.add_case(filed_on=None)]["number"]

    ran = run("subsidy", "claim", *QUARTER, number)

    assert (ran.status, ran.data["changed"]) == (1, [])
    assert "立卷日期" in ran.data["refused"][0]["message"]


def test_late_cases_are_claimed_by_name_only(world: SubsidyWorld, run: CommandLine) -> None:
    number = world.cases[world.add_case(closed_on="2025-11-01")]["number"]

    assert run("subsidy", "claim", *QUARTER, "--all").status == 2
    assert run("subsidy", "claim", *QUARTER, number).status == 0
    assert len(run("subsidy", "claims", *QUARTER).data["claims"]) == 1


def test_an_example_is_added_when_asked(run: CommandLine) -> None:
    listed = run("subsidy", "examples").data["examples"]
    assert [one["label"] for one in listed].count("高台县") == 1

    ran = run("subsidy", "start", "--example", "高台县", "--from", "2026-01-01")

    assert (ran.status, len(ran.data["changed"]) > 8) == (0, True)
    again = run("subsidy", "start", "--example", "雅安市")
    assert (again.status, again.out) == (3, "")
    assert "补助标准" in again.err


@pytest.mark.parametrize(
    "words",
    [
        ("candidates",),
        ("candidates", "--period", "2026-03"),
        ("claim", "--period", "2026Q1"),
        ("advance", "--state", "没有"),
        ("start", "--example", "没有"),
        ("没有",),
        (),
    ],
)
def test_wrong_use_says_how(run: CommandLine, words: tuple[str, ...]) -> None:
    ran = run("subsidy", *words)

    assert (ran.status, ran.out) == (2, "")
    assert "--" in ran.err or "subsidy" in ran.err
