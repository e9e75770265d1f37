"""Candidates, grades and pay sheets of 300 random cases, counted again in a plain way."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from db.periods import Period
from tests.db.subsidy_world import SubsidyWorld

CASES = 300
QUARTERS = ("2025Q3", "2025Q4", "2026Q1")
FIRST = {"2025Q3": "2025-07-01", "2025Q4": "2025-10-01", "2026Q1": "2026-01-01"}
LAST = {"2025Q3": "2025-09-30", "2025Q4": "2025-12-31", "2026Q1": "2026-03-31"}


@pytest.fixture
def world(office_ledger: Ledger) -> SubsidyWorld:
    rng = Random(20260316)
    made = SubsidyWorld(office_ledger)
    for _ in range(CASES):
        made.add_random(rng)
    return made


def counted_grade(case: dict[str, Any]) -> str:
    """The grade by the criteria of the world, written out as plainly as they are read."""
    people, injured = case.get("people_involved") or 0, case.get("injured") or 0
    averted, kind = set(case.get("averted") or ()), case["dispute_type"]
    if case["result"] == "2":
        return "6"
    agreed = sum(float(paper["amount"]) for paper in case["agreements"] or ())
    if (
        people >= 10
        or float(case.get("amount") or 0) >= 100_000
        or agreed >= 80_000
        or (kind == "10" and people >= 5)
        or (kind in ("6", "11") and injured >= 3)
        or case.get("death")
        or case.get("forecast") in ("3", "4", "5")
        or averted & {"2", "3", "4"}
        or case.get("assigned_by")
        or case["source"] == "6"
    ):
        return "4"
    if case.get("difficulty") == "4":
        return "3"
    if form_of(case) == "1" and case["closed_on"] >= "2025-10-01":
        return "5"
    return "1" if case.get("difficulty") == "1" else "2"


def form_of(case: dict[str, Any]) -> str | None:
    found: str | None = case.get("form")
    return found


def counted_amount(grade: str, level: int, mediator_grade: str, day: str) -> int | None:
    if grade == "2":
        return (80, 100, 60)[level]
    if grade == "3":
        return 180 if day >= "2026-01-01" else 150
    if grade == "4":
        return 500 if mediator_grade == "01" else 300
    if grade == "5":
        return 30 if day >= "2025-10-01" else None
    return {"1": 50, "6": 40}[grade]


def counted_payee(world: SubsidyWorld, case: dict[str, Any]) -> RecordId | None:
    for one in case["mediators"]:
        given = world.mediators[one]
        serves = given["engaged_on"] <= case["mediated_on"] <= (given.get("ends_on") or "9")
        if serves and given.get("number") and not given["official"]:
            return one
    return None


def is_payable(case: dict[str, Any]) -> bool:
    papers: list[dict[str, Any]] = case.get("agreements") or []
    if case.get("voided"):
        return False
    complete = all(case.get(one) for one in ("summary", "rights_told_on", "minutes", "filed_on"))
    failed = case["result"] == "2"
    # What is missing is paid for only where the statement of the volume says why.
    explained = bool(case.get("volume_note"))
    complete = complete and (explained or (not failed and bool(case.get("attachments"))))
    if failed:
        return complete and bool(case.get("averted"))
    signed = all(paper["form"] == "1" or paper.get("sealed_on") for paper in papers)
    done = all(paper["performance_state"] == "1" for paper in papers)
    return complete and bool(papers) and signed and done


def counted(world: SubsidyWorld, quarter: str, taken: set[RecordId]) -> dict[RecordId, Any]:
    """Case → (payable, grade, amount, payee) of those a quarter should offer."""
    found: dict[RecordId, Any] = {}
    for one, case in world.cases.items():
        payee = counted_payee(world, case)
        grade = counted_grade(case)
        level = world.committees.index(case["committee"])
        own_grade = world.mediators[payee]["grade"] if payee else ""
        amount = counted_amount(grade, level, own_grade, case["closed_on"])
        payable = is_payable(case) and payee is not None
        inside = FIRST[quarter] <= case["closed_on"] <= LAST[quarter]
        late = case["closed_on"] < FIRST[quarter] and payable and one not in taken
        if inside or late:
            found[one] = (payable, grade, amount, payee)
    return found


def test_candidates_grades_and_sheets_agree_with_a_plain_count(world: SubsidyWorld) -> None:
    desk = world.ledger.subsidies
    taken: set[RecordId] = set()
    seen: set[tuple[bool, str]] = set()
    for quarter in QUARTERS:
        period = Period.parse(quarter)
        wanted = counted(world, quarter, taken)
        found = {one.id: one for one in desk.candidates(period)}
        assert set(found) == set(wanted)
        for one, (payable, grade, amount, payee) in wanted.items():
            made = found[one]
            seen.add((payable, grade))
            assert (made.eligible, made.grade, made.payee) == (payable, grade, payee), made
            assert made.amount == (None if amount is None else Decimal(amount))
            assert desk.grade_of(one).grade == grade
        # Some are left to be claimed late, in the next quarter.
        ids = [one for place, one in enumerate(sorted(wanted)) if wanted[one][0] and place % 4]
        desk.claim(period, ids)
        taken |= set(ids)
        assert_sheet(world, period, {one: wanted[one] for one in ids})
    assert len(taken) > 50
    assert seen >= {(True, grade) for grade in "123456"} | {(False, "6"), (False, "4")}


def assert_sheet(world: SubsidyWorld, period: Period, paid: dict[RecordId, Any]) -> None:
    column = {"1": "一般", "2": "一般", "6": "一般", "3": "疑难", "4": "重大", "5": "口头"}
    counts: dict[RecordId, dict[str, int]] = defaultdict(lambda: dict.fromkeys(column.values(), 0))
    sums: dict[RecordId, int] = defaultdict(int)
    for _, grade, amount, payee in paid.values():
        counts[payee][column[grade]] += 1
        sums[payee] += amount

    assert world.ledger.subsidies.sheet(period).rows == ()
    sheet = world.ledger.subsidies.sheet(period, ("1",))

    assert {row.payee: row.counts for row in sheet.rows} == counts
    assert {row.payee: row.amount for row in sheet.rows} == sums
    assert sheet.total == sum(sums.values())
    order = [world.mediators[row.payee]["place"] for row in sheet.rows]
    assert order == sorted(order)
    assert date.fromisoformat(LAST[str(period)]) == period.last
