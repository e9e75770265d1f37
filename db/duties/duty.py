"""What a duty is: which records owe something, and when what they owe is due.

SQL gives the facts a period starts from, narrowed by generous bounds; the last day is
counted in Python with the calendar of days off, exactly as the rules count it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from db.calendar import Calendar

Facts = Sequence[Any]
"""What a duty's SELECT gives after uid and who: days as ISO text, codes, or None."""
Owed = tuple[date, date] | None
"""The first day a duty shows and its last day; None: nothing is owed after all."""

LONG_OVERDUE_DAYS = 365
"""Older omissions are gaps to fill, not things to do today."""
_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what is to be done, by which document and clause, by which records.

    select: SQL giving (uid, who, facts…) of the live records that may owe it, with ``?1``
    and ``?2`` as the earliest and latest day its period may have started. reckon: gives
    from the facts when it begins to show and its last day. reach: least and most days from
    the start of the period to its last day, days of rest aside. ahead: most days before the
    last day on which it shows. lasts: days it stays owed after its last day; 0: then the
    chance has lapsed.
    """

    kind: str
    what: str
    source: str
    type_name: str
    select: str
    reckon: Callable[[Calendar, Facts], Owed]
    ahead: int
    reach: tuple[int, int] = (0, 0)
    lasts: int = LONG_OVERDUE_DAYS

    def bounds(self, day: date, calendar: Calendar) -> tuple[str, str]:
        """Give the earliest and latest start of a period that may show on a day."""
        first = day.toordinal() - self.lasts
        # A last day on a day of rest before it rolls to it.
        while first > 1 and calendar.is_day_off(date.fromordinal(first - 1)):
            first -= 1
        ends = first - self.reach[1], day.toordinal() + self.ahead - self.reach[0]
        earliest, latest = (date.fromordinal(min(max(1, end), _LAST)).isoformat() for end in ends)
        return earliest, latest

    def owed_on(self, day: date, calendar: Calendar, facts: Facts) -> Owed:
        """Give (since, until) when these facts owe it on a day."""
        owed = self.reckon(calendar, facts)
        if owed is None or day < owed[0] or (day - owed[1]).days > self.lasts:
            return None
        return owed


def day_of(fact: Any) -> date | None:
    """Give a fact as a day, or None."""
    return None if fact is None else date.fromisoformat(fact)


def shown_before(until: date, days: int) -> tuple[date, date]:
    """Give (since, until) of what shows so many days before its last day."""
    return max(until, date.min + timedelta(days=days)) - timedelta(days=days), until


def fixed(ahead: int) -> Callable[[Calendar, Facts], Owed]:
    """Give the reckoning of a duty whose only fact is its last day, agreed or elected."""

    def reckon(_calendar: Calendar, facts: Facts) -> Owed:
        return shown_before(date.fromisoformat(facts[0]), ahead)

    return reckon
