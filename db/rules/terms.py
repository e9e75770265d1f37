"""What an office counts by: the days off, and its own value of each adjustable number.

The shipped calendar and the shipped numbers hold until the office enters its own, in
``holiday`` and ``rule_setting``. A setting holds from its day on, so that a period that
began before is still judged by the number of its own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from db.calendar import Calendar, shipped_calendar
from db.rules.parameters import ALL_PARAMETERS, Parameter

__all__ = ["HOLIDAY", "SETTING", "Setting", "Terms", "shipped_terms", "terms_of"]

HOLIDAY: Final = "holiday"
"""The record type that holds an office's own days off and working weekends."""
SETTING: Final = "rule_setting"
"""The record type that holds an office's own numbers."""
_OFF = "1"
_UNNAMED = "本所设定"


@dataclass(frozen=True, slots=True)
class Setting:
    """An office's own number: since when it holds, and the document it rests on."""

    since: date
    value: int
    source: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The calendar and the numbers of one office; ``own`` is by parameter, newest first."""

    calendar: Calendar
    own: Mapping[str, tuple[Setting, ...]] = field(default_factory=dict[str, "tuple[Setting, ...]"])

    def number(self, parameter: Parameter, on: date) -> int:
        """Give the number that holds on a day: the office's own, else the shipped one."""
        if parameter.name not in self.own:
            return parameter.shipped
        setting = self._setting(parameter, on)
        return parameter.shipped if setting is None else setting.value

    def source(self, parameter: Parameter, on: date) -> str:
        """Give who set the number that holds on a day."""
        setting = self._setting(parameter, on)
        return parameter.source if setting is None else setting.source

    def is_own(self, parameter: Parameter, on: date) -> bool:
        """Say whether the office's own number holds on a day."""
        return self._setting(parameter, on) is not None

    def span(self, parameter: Parameter) -> tuple[int, int]:
        """Give the least and the greatest number that hold on any day at all."""
        numbers = [parameter.shipped, *(one.value for one in self.own.get(parameter.name, ()))]
        return min(numbers), max(numbers)

    def _setting(self, parameter: Parameter, on: date) -> Setting | None:
        own = self.own.get(parameter.name, ())
        return next((one for one in own if one.since <= on), None)


def terms_of(holidays: Iterable[Any], settings: Iterable[Any]) -> Terms:
    """Give the shipped terms with an office's ``holiday`` and ``rule_setting`` records.

    Of two records for the same day the one made later holds, on whichever computer it was
    made: ids are in order of time. What the law fixes, and what is unknown here (sent by a
    newer edition of the program), changes nothing.
    """
    days = [(one.day, one.kind == _OFF) for one in sorted(holidays, key=_by_id)]
    calendar = shipped_calendar().with_entries(days) if days else shipped_calendar()
    own: dict[str, tuple[Setting, ...]] = {}
    given = sorted(settings, key=_by_day_and_id, reverse=True)
    for parameter in ALL_PARAMETERS if given else ():
        found = tuple(
            Setting(_since(one), max(one.value, parameter.least), one.source or _UNNAMED)
            for one in given
            if one.parameter == parameter.name and one.value is not None
        )
        if found and not parameter.by_law:
            own[parameter.name] = found
    return Terms(calendar, own)


def shipped_terms() -> Terms:
    """Give the terms of an office that has set nothing."""
    return Terms(shipped_calendar())


def _since(setting: Any) -> date:
    return setting.valid_from or date.min


def _by_id(entry: Any) -> str:
    return str(entry.id)


def _by_day_and_id(setting: Any) -> tuple[date, str]:
    return _since(setting), str(setting.id)
