"""Two hundred timelines: deadlines by the examiner's own count against what `due` tells.

民法典 201–203, 民事诉讼法 85: the first day is not counted; a month ends on its corresponding day or
on the last day of the month; a period that ends on a day off ends on the first working day after.
若干规定 33 (one month, longer by consent), 人民调解法 33 (thirty days from taking effect).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.acceptance.program import Program, new_ledger

OFF = (
    ("2024-01-01", 1), ("2024-02-10", 8), ("2024-04-04", 3), ("2024-05-01", 5), ("2024-06-10", 1),
    ("2024-09-15", 3), ("2024-10-01", 7), ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3),
    ("2025-05-01", 5), ("2025-05-31", 3), ("2025-10-01", 8), ("2026-01-01", 3), ("2026-02-15", 9),
    ("2026-04-04", 3), ("2026-05-01", 5), ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
)  # fmt: skip
WORKED = [
    "2024-02-04",
    "2024-02-18",
    "2024-04-07",
    "2024-04-28",
    "2024-05-11",
    "2024-09-14",
    "2024-09-29",
    "2024-10-12",
    "2025-01-26",
    "2025-02-08",
    "2025-04-27",
    "2025-09-28",
    "2025-10-11",
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
]
"""The notices of the State Council for 2024 to 2026, written down again."""

OWN_OFF, OWN_WORKED = ("2025-06-17", "2025-06-18"), ("2025-06-21",)
"""What the office enters itself: a local day of rest, and a Saturday worked for it."""

DAYS_OFF = {
    date.fromisoformat(first) + timedelta(days=at) for first, length in OFF for at in range(length)
} | {date.fromisoformat(one) for one in OWN_OFF}
DAYS_WORKED = {date.fromisoformat(one) for one in (*WORKED, *OWN_WORKED)}


def rests(day: date) -> bool:
    return day in DAYS_OFF or (day.weekday() >= 5 and day not in DAYS_WORKED)


def rolled(day: date) -> date:
    """Give the day, or the first working day after it."""
    while rests(day):
        day += timedelta(days=1)
    return day


def a_month_after(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return rolled(date(year, month, min(day.day, calendar.monthrange(year, month)[1])))


@dataclass(frozen=True)
class Timeline:
    """A case's days, and the deadline an independent count gives."""

    ref: str
    duty: str
    content: dict[str, Any]
    until: date


def the_timelines(size: int = 200) -> list[Timeline]:
    """Give open cases, extended ones, and agreements of both forms, from 2024 to 2026."""
    dice = Random(4711)
    edges = [date.fromisoformat(one) for one in (
        "2024-01-31", "2024-01-29", "2024-01-30", "2024-02-29", "2025-01-31", "2025-01-29",
        "2025-02-28", "2024-12-31", "2025-08-31", "2025-09-01", "2025-09-08", "2025-09-02",
        "2025-05-17", "2025-05-18", "2025-05-21", "2025-01-08", "2026-01-14", "2026-01-15",
        "2026-03-31", "2026-01-28", "2025-12-04", "2025-12-03", "2024-08-15", "2024-03-07",
    )]  # fmt: skip
    made: list[Timeline] = []
    for at in range(size):
        day = edges[at // 4] if at // 4 < len(edges) else date(2024, 1, 1) + timedelta(
            days=dice.randrange(800))  # fmt: skip
        made.append(
            (_open, _extended, _oral, _written)[at % 4](f"（{day.year}）期{at}号", day, dice)
        )
    return made


def _open(ref: str, day: date, _: Random) -> Timeline:
    return Timeline(ref, "调解期限", {"受理日期": day.isoformat()}, a_month_after(day))


def _extended(ref: str, day: date, dice: Random) -> Timeline:
    to = rolled(day + timedelta(days=dice.randrange(35, 120)))
    content = {
        "受理日期": day.isoformat(),
        "经同意延长至": to.isoformat(),
        "同意延长日期": (day + timedelta(days=10)).isoformat(),
        "延长原因": "等待鉴定",
    }
    return Timeline(ref, "调解期限", content, to)


def _closed(day: date, deal: dict[str, Any]) -> dict[str, Any]:
    return {
        "受理日期": (day - timedelta(days=9)).isoformat(),
        "调解日期": day.isoformat(),
        "调解结果": "调解成功",
        "协议形式": deal["协议形式"],
        "结案日期": day.isoformat(),
        "调解协议": [deal | {"协议日期": day.isoformat(), "协议内容": "一、付清欠款。"}],
    }


def _oral(ref: str, day: date, _: Random) -> Timeline:
    deal = {"协议形式": "口头协议"}
    return Timeline(ref, "司法确认", _closed(day, deal), rolled(day + timedelta(days=30)))


def _written(ref: str, day: date, dice: Random) -> Timeline:
    signed = [day + timedelta(days=dice.randrange(4)) for _ in range(3)]
    deal = {
        "协议形式": "书面协议",
        "协议份数": 3,
        "当事人签名日期": signed[0].isoformat(),
        "人民调解员签名日期": signed[1].isoformat(),
        "调委会盖章日期": signed[2].isoformat(),
    }
    return Timeline(ref, "司法确认", _closed(day, deal), rolled(max(signed) + timedelta(days=30)))


@dataclass(frozen=True)
class Kept:
    """The timelines, the program that keeps them, and their ids."""

    program: Program
    lines: dict[str, Timeline]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    program = new_ledger(tmp_path_factory.mktemp("timelines"))
    body = program.add("committee", [{"name": "清河镇人民调解委员会", "kind": "乡镇调委会"}])[0]
    program.add("holiday", [
        *({"日期": day, "类别": "休假", "名称": "本地假日"} for day in OWN_OFF),
        *({"日期": day, "类别": "调休上班"} for day in OWN_WORKED),
    ])  # fmt: skip
    lines = the_timelines()
    people = [
        {"当事人一方": side, "姓名或名称": name, "当事人类型": "自然人"}
        for side, name in (("申请人", "张䶮"), ("被申请人", "王㛃"))
    ]
    shared = {
        "人民调解委员会": body,
        "当事人": people,
        "案件来源": "当事人申请",
        "纠纷类型": "邻里纠纷",
    }
    added = program.add("case", [shared | {"案号": one.ref} | one.content for one in lines])
    return Kept(program, dict(zip(added, lines, strict=True)))


def asked(kept: Kept, day: date) -> dict[str, Any]:
    """Give what is told of each timeline on a day, of its own duty."""
    ran = kept.program("due", "--on", day.isoformat())
    assert ran.status in (0, 1), ran.err
    return {
        record: one
        for one in ran.data["due"]
        for record in one["records"]
        if record in kept.lines and one["duty"] == kept.lines[record].duty
    }


def assert_right(kept: Kept, day: date) -> set[str]:
    """Hold that all told on a day is as counted, and that nothing in its last week is left out."""
    told = asked(kept, day)
    for record, one in told.items():
        line = kept.lines[record]
        assert one["until"] == line.until.isoformat(), (line, one)
        assert (one["state"] == "overdue") == (day > line.until), (line, one, day)
    for record, line in kept.lines.items():
        begun = day >= date.fromisoformat(line.content["受理日期"])
        if line.until - timedelta(days=6) <= day <= line.until and begun:
            assert record in told, (line, day)
    return set(told)


SPANS = [
    pytest.param(year, month, marks=() if (year, month) == (2025, 2) else pytest.mark.heavy)
    for year in (2024, 2025, 2026)
    for month in range(1, 13)
]


@pytest.mark.parametrize(("year", "month"), SPANS)
def test_deadlines_of_a_month_are_those_of_an_independent_count(kept: Kept, year: int, month: int):
    for day in (1, 7, 13, 19, 25, calendar.monthrange(year, month)[1]):
        assert_right(kept, date(year, month, day))


def test_an_open_timeline_is_told_for_a_year_after_its_day(kept: Kept):
    told = assert_right(kept, date(2026, 12, 31))
    assert told == {
        one
        for one, line in kept.lines.items()
        if line.duty == "调解期限" and line.until >= date(2025, 12, 31)
    }


def test_the_day_itself_is_not_overdue_and_the_next_is(kept: Kept):
    # 31 January 2024 + one month: 29 February, a working Thursday.
    first = next(one for one, line in kept.lines.items() if line.ref == "（2024）期0号")
    assert asked(kept, date(2024, 2, 29))[first]["state"] != "overdue"
    assert asked(kept, date(2024, 3, 1))[first]["state"] == "overdue"


def test_the_office_s_own_days_count(kept: Kept):
    line = next(one for one in kept.lines.values() if one.ref == "（2025）期48号")
    assert line.content["受理日期"] == "2025-05-17"  # its month ends on an own day of rest
    assert line.until == date(2025, 6, 19)
    record = next(one for one, other in kept.lines.items() if other is line)
    assert asked(kept, date(2025, 6, 19))[record]["until"] == "2025-06-19"
