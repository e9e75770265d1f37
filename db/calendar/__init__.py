"""Legal periods counted as the law counts them: which days are off, and when a period ends.

民法典 200–204 and 民事诉讼法 (2023) 85: the day a period begins is not counted; a period in
months ends on the corresponding day of its last month, on that month's last day when it has
none; a period whose last day is a 法定休假日 ends on the first day after the holiday. Days of
rest are weekends and what the State Council's notices give; weekends that a notice makes
working days (调休) are none.

The shipped list has the notices of 2010 to 2026 (``resources/calendar``). For other years
nothing is known but weekends and the days that stand in 《全国年节及纪念日放假办法》 with a
date of the solar calendar: 1 January, 1 and 2 May, 1 to 3 October. Spring Festival,
清明, 端午 and 中秋, and every 调休, must then come from the office's own list; ``covers`` tells
whether a year is known.
"""

from __future__ import annotations

import calendar
import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from resources import shipped_file

__all__ = ["Calendar", "corresponding_day", "shipped_calendar"]

_ONE_DAY = timedelta(days=1)
_FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
_SPRING_FESTIVAL = ((1, 20), (2, 28))
"""Between these days lies every Spring Festival, which every notice gives."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off and working weekends; ``years`` are those whose notice is known."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def with_entries(self, entries: Iterable[tuple[date, bool]]) -> Calendar:
        """Give this calendar with an office's own (day, is off) entries, which win.

        Of two entries for a day the later one holds. A year counts as known once an entry
        gives a day off for its Spring Festival: notices are for whole years.
        """
        own = dict(entries)
        off = frozenset(day for day, is_off in own.items() if is_off)
        return Calendar(
            off=(self.off - own.keys()) | off,
            worked=(self.worked - own.keys()) | (own.keys() - off),
            years=self.years | _known_years(off),
        )

    def covers(self, year: int) -> bool:
        """Say whether the holidays of a year are known, not only weekends and fixed days."""
        return year in self.years

    def is_day_off(self, day: date) -> bool:
        """Say whether a day is a day of rest."""
        if day in self.worked:
            return False
        if day in self.off or day.weekday() >= 5:
            return True
        return (day.month, day.day) in _FIXED and not self.covers(day.year)

    def rolled(self, day: date) -> date:
        """Give the day itself, or the first working day after it when it is a day of rest."""
        while self.is_day_off(day) and day < date.max:
            day += _ONE_DAY
        return day

    def days_after(self, day: date, days: int) -> date:
        """Give the last day of a period of days that begins with ``day``.

        民法典 201 para 1, 203 para 1: the first day is not counted, a day of rest rolls.
        """
        room = (date.max - day).days
        return self.rolled(day + timedelta(days=min(days, room)))

    def months_after(self, day: date, months: int) -> date:
        """Give the last day of a period of months that begins with ``day``.

        民法典 202, 203 para 1: the corresponding day, and a day of rest rolls.
        """
        return self.rolled(corresponding_day(day, months))


def corresponding_day(day: date, months: int) -> date:
    """Give the same day so many months on, or that month's last day (民法典 202)."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@cache
def shipped_calendar() -> Calendar:
    """Give the calendar of the notices that ship with the program, read once."""
    with shipped_file("calendar/holidays.csv").open(encoding="utf-8", newline="") as file:
        days = {date.fromisoformat(row["day"]): row["kind"] for row in csv.DictReader(file)}
    off = frozenset(day for day, kind in days.items() if kind == "休")
    return Calendar(off, frozenset(days.keys() - off), _known_years(off))


def _known_years(off: Iterable[date]) -> frozenset[int]:
    """Give the years whose notice these days off are from, by its Spring Festival."""
    first, last = _SPRING_FESTIVAL
    return frozenset(day.year for day in off if first <= (day.month, day.day) <= last)
