"""Rules, duties and the command line agree with a plain reckoning over many courses of cases."""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Added, Ledger
from desktop.command_line import main
from tests.conftest import FixedClock
from tests.db.naive_calendar import end_of_days
from tests.db.naive_duties import (
    Numbers,
    as_day,
    closed,
    court_ends,
    days,
    effective,
    is_over,
    owed_by,
    term_ends,
    unperformed,
    visit_from,
    visited_since,
)
from tests.db.naive_duties import number as number_on

CASES = 260
DAYS = ("2025-10-09", "2026-01-05", "2026-02-14", "2026-02-22", "2026-02-24", "2026-03-16",
        "2026-04-07", "2026-09-20", "2026-10-08")  # fmt: skip
OWN = {"2026-03-12": "休", "2026-03-14": "班", "2025-12-31": "休", "2026-02-24": "休"}
"""Days an office entered itself."""
SET: Numbers = {
    "mediation_days": [("2025-12-01", 20), ("2026-05-01", 0)],
    "mediation_months": [("", 1), ("2026-02-01", 2)],
    "mediation_reminder": [("2026-03-01", 25)],
    "confirmation_reminder": [("", 12)],
    "performance_reminder": [("2026-01-01", 3)],
    "follow_up_days": [("2026-01-10", 60)],
    "volume_days": [("", 45), ("2026-02-20", 5)],
    "volume_reminder": [("2026-02-01", 30)],
    "reply_days": [("2025-12-20", 7)],
    "risk_days": [("", 3)],
}
"""Numbers an office set itself, some from a day on."""
PARTIES = [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}]
CHECKED = {"M7", "M13", "M13.1", "M15", "M15.1"}
Given = dict[str, Any]


class Maker:
    """Makes the course of a case from a seed: every fact may be there or not."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)

    def chance(self, share: float) -> bool:
        """Say yes so often."""
        return self.rng.random() < share

    def after(self, day: date, most: int, least: int = 0) -> str:
        """Give a day so many days after another."""
        return (day + timedelta(days=self.rng.randint(least, most))).isoformat()

    def case(self) -> Given:
        """Give the content of a case."""
        accepted = date(2025, 8, 20) + timedelta(days=self.rng.randrange(410))
        case: Given = {"accepted_on": accepted.isoformat(), "source": "1"}
        if self.chance(0.3):
            case["extended_until"] = self.after(accepted, 90, 5)
        if self.chance(0.3):
            case |= {
                "source": self.rng.choice("34567"),
                "source_letter_on": self.after(accepted, 3),
            }
            if self.chance(0.4):
                case["source_reply_on"] = self.after(accepted, 60, 5)
        if self.chance(0.3):
            case["forecast"] = self.rng.choice("123456")
            case |= {"precautions": "专人看护"} if self.chance(0.4) else {}
            case |= {"reported_on": self.after(accepted, 3)} if self.chance(0.3) else {}
        self._end(case, accepted)
        return case

    def _end(self, case: Given, accepted: date) -> None:
        if self.chance(0.15):
            name = self.rng.choice(("voided", "refusal_reason", "withdrawal_reason", "handed_to"))
            case |= {"voided": True, "void_reason": "重复"} if name == "voided" else {name: "1"}
        if self.chance(0.35):
            return
        mediated = date.fromisoformat(self.after(accepted, 50))
        case["mediated_on"] = mediated.isoformat()
        case["result"] = self.rng.choice("11112")
        if case["result"] == "1":
            made = range(self.rng.choice((0, 1, 1, 1, 1, 2)))
            case["agreements"] = [self.agreement(mediated) for _ in made]
            if self.chance(0.3):
                visited = self.after(mediated, 90)
                case["follow_ups"] = [{"visited_on": visited} if self.chance(0.9) else {"way": "1"}]
        elif self.chance(0.5):
            case["remedies_told_on"] = mediated.isoformat()
        if self.chance(0.4):
            case["filed_on"] = self.after(mediated, 60, 5)

    def agreement(self, agreed: date) -> Given:
        """Give an agreement reached on a day."""
        one: Given = {"form": self.rng.choice("12"), "agreed_on": agreed.isoformat()}
        if one["form"] == "2" and self.chance(0.7):
            one["effective_on"] = self.after(agreed, 4)
        if self.chance(0.5):
            one["due_on"] = self.after(agreed, 80)
        if self.chance(0.5):
            one["performance_state"] = self.rng.choice(("1", "1", "2", "3", "99"))
        if self.chance(0.3):
            one["performed_on"] = self.after(agreed, 60)
        if self.chance(0.4):
            one["confirmation"] = self.rng.choice("0012")
        if one.get("confirmation") in ("1", "2"):
            one["confirmation_asked_on"] = self.after(agreed, 45)
        if self.chance(0.1):
            one["confirms_status"] = True
        return one


@pytest.fixture(params=[{}, SET], ids=["shipped-numbers", "own-numbers"])
def numbers(request: pytest.FixtureRequest) -> Numbers:
    """Numbers of its own that the office has set."""
    chosen: Numbers = request.param
    return chosen


@pytest.fixture
def cases(office_ledger: Ledger, numbers: Numbers) -> dict[RecordId, Given]:
    """The courses of many cases, entered; by id."""
    for name, settings in numbers.items():
        for since, value in settings:
            given = {"parameter": name, "value": value, "valid_from": since, "source": "示范办法"}
            [entered] = office_ledger.add_many("rule_setting", [(1, given)])
            assert isinstance(entered, Added), entered
    for day, mark in OWN.items():
        kind = "休假" if mark == "休" else "调休上班"
        [entered] = office_ledger.add_many("holiday", [(1, {"day": day, "kind": kind})])
        assert isinstance(entered, Added), entered
    maker = Maker(20260316)
    made = [maker.case() for _ in range(CASES)]
    [committee] = office_ledger.add_many(
        "committee", [(1, {"name": "甲村人民调解委员会", "kind": "01"})]
    )
    assert isinstance(committee, Added)
    base = {"committee": committee.id, "dispute_type": "2", "parties": PARTIES}
    results = office_ledger.add_many(
        "mediation_case", [(at, {**base, **case}) for at, case in enumerate(made, 1)]
    )
    added = [result for result in results if isinstance(result, Added)]
    assert len(added) == CASES, results
    return {result.id: case for result, case in zip(added, made, strict=True)}


def state_of(until: date, day: date) -> str:
    """The word for how near a last day is."""
    left = (until - day).days
    return "overdue" if left < 0 else "today" if left == 0 else "soon" if left <= 7 else "later"


@pytest.mark.parametrize("day", DAYS)
def test_duties_are_those_a_plain_reckoning_gives(
    office_ledger: Ledger, cases: dict[RecordId, Given], numbers: Numbers, day: str
) -> None:
    today = date.fromisoformat(day)
    expected = sorted(
        (str(record_id), *owed, state_of(owed[2], today))
        for record_id, case in cases.items()
        for owed in owed_by(case, today, OWN, numbers)
    )
    found = office_ledger.due(today)
    assert sorted((str(i.id), i.kind, i.since, i.until, i.state) for i in found) == expected
    assert [item.until for item in found] == sorted(item.until for item in found)
    assert len(expected) > 10


def test_every_duty_is_owed_in_some_course(cases: dict[RecordId, Given], numbers: Numbers) -> None:
    days_of_year = [date(2025, 10, 1) + timedelta(days=at) for at in range(0, 400, 10)]
    kinds = {
        owed[0]
        for case in cases.values()
        for day in days_of_year
        for owed in owed_by(case, day, OWN, numbers)
    }
    assert kinds == {
        "调解期限", "司法确认", "协议履行", "回访", "告知救济", "立卷", "移送回复", "激化风险",
    }  # fmt: skip


def test_the_command_line_gives_the_same(
    office_ledger: Ledger,
    cases: dict[RecordId, Given],
    numbers: Numbers,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        words = ["--ledger", str(office_ledger.folder), "--json", "due", "--on", "2026-02-24"]
        assert main(words) == 1
    shown = json.loads(capsys.readouterr().out)["due"]
    today = date(2026, 2, 24)
    expected = sorted(
        (str(record_id), kind, since.isoformat(), until.isoformat(), state_of(until, today))
        for record_id, case in cases.items()
        for kind, since, until in owed_by(case, today, OWN, numbers)
    )
    found = [(i["records"][0], i["duty"], i["since"], i["until"], i["state"]) for i in shown]
    assert sorted(found) == expected
    assert set(shown[0]) == {
        "duty", "who", "what", "since", "until", "state", "source", "records",
    }  # fmt: skip


def broken_by(case: Given, today: date, set_to: Numbers) -> set[str]:
    """The rules about days that a plain reckoning finds broken."""
    found: set[str] = set()
    ended = closed(case)
    if not is_over(case) and (ended or today) > term_ends(case, OWN, set_to):
        is_told = ended is not None or case.get("result") not in ("1", "2")
        found |= {"M7"} if is_told else set()
    for agreement in case.get("agreements", ()):
        start, asked = effective(agreement), as_day(agreement, "confirmation_asked_on")
        if start is not None and asked is not None and asked > end_of_days(start, 30, OWN):
            found.add("M13")
        last = court_ends(agreement, OWN)
        ahead = 0 if last is None else number_on("confirmation_reminder", last, set_to)
        if last is not None and last - days(ahead) <= today <= last:
            found.add("M13.1")
        due = as_day(agreement, "due_on")
        if due is not None and due < today and unperformed(agreement):
            found.add("M15")
        since = visit_from(agreement)
        if since is not None and not is_over(case) and not visited_since(case, since):
            visit = number_on("follow_up_days", since, set_to)
            found |= {"M15.1"} if end_of_days(since, visit, OWN) < today else set()
    return found


def test_rules_are_broken_as_a_plain_reckoning_says(
    office_ledger: Ledger, cases: dict[RecordId, Given], numbers: Numbers, clock: FixedClock
) -> None:
    seen: set[str] = set()
    for day in DAYS[::2]:
        clock.at = datetime.fromisoformat(f"{day}T09:30")
        for record_id, case in cases.items():
            problems = office_ledger.problems_of(record_id, "mediation_case")
            found = {problem.rule for problem in problems} & CHECKED
            assert found == broken_by(case, clock.at.date(), numbers), case
            seen |= found
    assert seen == CHECKED
