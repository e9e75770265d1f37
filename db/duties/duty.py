"""What a duty is: which records owe something, and when what they owe is due.

SQL gives the facts a period starts from, narrowed by generous bounds; the last day is
counted in Python by the office's calendar and numbers, exactly as the rules count it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from db.rules.parameters import Parameter
from db.rules.terms import Terms

Facts = Sequence[Any]
"""What a duty's SELECT gives after uid and who: days as ISO text, codes, or None."""
Owed = tuple[date, date] | None
"""The first day a duty shows and its last day; None: nothing is owed after all."""

LONG_OVERDUE_DAYS = 365
"""Older omissions are gaps to fill, not things to do today."""
_LAST = date.max.toordinal()


def _at_once(_terms: Terms) -> tuple[int, int]:
    """Give the reach of what is due on the day its facts name."""
    return 0, 0


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what is to be done, by which document and clause, by which records.

    select: SQL giving (uid, who, facts…) of the live records that may owe it, with ``?1``
    and ``?2`` as the earliest and latest day its period may have started. reckon: gives
    from the facts when it begins to show and its last day. reach: least and most days from
    the start of the period to its last day, days of rest aside, by the office's numbers.
    ahead: how many days before the last day it shows. lasts: days it stays owed after its
    last day; 0: then the chance has lapsed. period: the number that is the length of the
    period, where no law sets it; the source then tells ``{days}`` and ``{who}`` set them.
    """

    kind: str
    what: str
    source: str
    type_name: str
    select: str
    reckon: Callable[[Terms, Facts], Owed]
    ahead: Parameter | int
    reach: Callable[[Terms], tuple[int, int]] = _at_once
    lasts: int = LONG_OVERDUE_DAYS
    period: Parameter | None = None

    def bounds(self, day: date, terms: Terms) -> tuple[str, str]:
        """Give the earliest and latest start of a period that may show on a day."""
        first = day.toordinal() - self.lasts
        # A last day on a day of rest before it rolls to it.
        while first > 1 and terms.calendar.is_day_off(date.fromordinal(first - 1)):
            first -= 1
        ahead = self.ahead if isinstance(self.ahead, int) else terms.span(self.ahead)[1]
        least, most = self.reach(terms)
        ends = first - most, day.toordinal() + ahead - least
        earliest, latest = (date.fromordinal(min(max(1, end), _LAST)).isoformat() for end in ends)
        return earliest, latest

    def owed_on(self, day: date, terms: Terms, facts: Facts) -> Owed:
        """Give (since, until) when these facts owe it on a day."""
        owed = self.reckon(terms, facts)
        if owed is None or day < owed[0] or (day - owed[1]).days > self.lasts:
            return None
        return owed

    def source_on(self, day: date, terms: Terms) -> str:
        """Give the source to show; it names who set the length of the period."""
        if self.period is None:
            return self.source
        days = terms.number(self.period, day)
        own = terms.is_own(self.period, day)
        who = f"（{terms.source(self.period, day)}）" if own else "为本软件默认"
        return self.source.format(days=days, who=who)


def day_of(fact: Any) -> date | None:
    """Give a fact as a day, or None."""
    return None if fact is None else date.fromisoformat(fact)


def shown_before(until: date, days: int) -> tuple[date, date]:
    """Give (since, until) of what shows so many days before its last day."""
    return max(until, date.min + timedelta(days=days)) - timedelta(days=days), until


def shown_by(terms: Terms, reminder: Parameter, until: date) -> tuple[date, date]:
    """Give (since, until) of what shows before its last day, by the number of that day."""
    return shown_before(until, terms.number(reminder, until))


def fixed(ahead: Parameter | int) -> Callable[[Terms, Facts], Owed]:
    """Give the reckoning of a duty whose only fact is its last day, agreed or elected."""

    def reckon(terms: Terms, facts: Facts) -> Owed:
        until = date.fromisoformat(facts[0])
        if isinstance(ahead, int):
            return shown_before(until, ahead)
        return shown_by(terms, ahead, until)

    return reckon


def within(period: Parameter) -> Callable[[Terms], tuple[int, int]]:
    """Give the reach of a period of so many days."""

    def reach(terms: Terms) -> tuple[int, int]:
        return terms.span(period)

    return reach
