"""Periods counted by walking the days one at a time: slow, plain, and not our own code."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

LIST = Path(__file__).parents[2] / "resources/calendar/holidays.csv"
SHIPPED = {
    row["day"]: row["kind"] for row in csv.DictReader(LIST.read_text(encoding="utf-8").splitlines())
}
"""休 or 班 by ISO day, as the file has it."""
YEARS = range(2010, 2027)
FIXED = ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")


def tomorrow(day: date) -> date:
    """Give the next day."""
    return day + timedelta(days=1)


def rests(day: date, own: dict[str, str] | None = None) -> bool:
    """Whether nobody works on a day: the office's word, the list's, else the weekday."""
    text = day.isoformat()
    mark = (own or {}).get(text) or SHIPPED.get(text)
    if mark is None and day.year not in YEARS and text[5:] in FIXED:
        mark = "休"
    return day.strftime("%a") in ("Sat", "Sun") if mark is None else mark == "休"


def working(day: date, own: dict[str, str] | None = None) -> date:
    """Walk to the first day somebody works."""
    while rests(day, own):
        day = tomorrow(day)
    return day


def end_of_days(day: date, days: int, own: dict[str, str] | None = None) -> date:
    """Walk so many days, the first not counted, then to a working day."""
    for _ in range(days):
        day = tomorrow(day)
    return working(day, own)


def same_day_months_on(day: date, months: int) -> date:
    """Walk until the month has changed so often and the day's number, or month's end, comes."""
    at, passed = day, 0
    while True:
        last_of_month = tomorrow(at).month != at.month
        if passed == months and (at.day == day.day or last_of_month):
            return at
        at = tomorrow(at)
        passed += at.day == 1


def end_of_months(day: date, months: int, own: dict[str, str] | None = None) -> date:
    """Walk so many months, then to a working day."""
    return working(same_day_months_on(day, months), own)
