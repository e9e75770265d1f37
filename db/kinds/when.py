"""Date and clock-time kinds, read the way clerks type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from db.kinds.text import half_width, plain_text

FIRST_YEAR = 1850
LAST_YEAR = 2150
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SPLIT = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?")
_FOUR = re.compile(r"(\d{2})(\d{2})")


def _in_range(day: date) -> date:
    """Give the day back; ValueError when no ledger could mean it (a slip in the year)."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise ValueError(f"年份 {day.year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间，请核对后重新填写。")


class YearOnly(date):
    """A day of which a paper tells the year only; it counts ages like any other."""


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day; typed as 20260315, 2026-3-15 or 2026年3月15日, stored ISO."""

    name: str = "date"
    column: str = "TEXT"

    def read(self, given: object) -> date | None:
        """Give the day; ValueError for a day that is not in the calendar."""
        if type(given) is str and len(given) == 10 and given[4] == given[7] == "-":
            try:  # nearly always, and much faster
                return _in_range(date.fromisoformat(given))
            except ValueError:
                pass
        if isinstance(given, datetime):
            return _in_range(given.date())
        if isinstance(given, date):
            return _in_range(given)
        text = plain_text(given, long=False)
        if text is None:
            return None
        tidy = half_width(text)
        found = _EIGHT.fullmatch(tidy) or _SPLIT.fullmatch(tidy)
        if not found:
            raise ValueError(f"日期“{text[:20]}”看不懂，请写成 20260315 或 2026-03-15。")
        year, month, day = (int(part) for part in found.groups())
        try:
            found_day = date(year, month, day)
        except ValueError:
            message = f"没有 {year}年{month}月{day}日 这一天，请核对日历后重新填写。"
            raise ValueError(message) from None
        return _in_range(found_day)

    def show(self, value: object) -> str:
        """Give 2026-03-15."""
        return value.isoformat() if isinstance(value, date) else ""

    def store(self, value: object) -> object:
        """Give ISO text, which sorts as the calendar does."""
        return value.isoformat() if isinstance(value, date) else None

    def load(self, raw: object) -> object:
        """Give the day back from ISO text."""
        return date.fromisoformat(raw) if isinstance(raw, str) else None

    def wire(self, value: object) -> object:
        """Give ISO text."""
        return self.store(value)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day to the minute; typed as 14:30, 1430 or 14时30分."""

    name: str = "time"
    column: str = "TEXT"

    def read(self, given: object) -> time | None:
        """Give the time; ValueError when it is not on the clock."""
        if isinstance(given, time):
            return given.replace(second=0, microsecond=0)
        text = plain_text(given, long=False)
        if text is None:
            return None
        tidy = half_width(text)
        found = _CLOCK.fullmatch(tidy) or _FOUR.fullmatch(tidy)
        try:
            if not found:
                raise ValueError
            return time(int(found.group(1)), int(found.group(2) or 0))
        except ValueError:
            raise ValueError(f"时间“{text[:20]}”看不懂，请写成 14:30。") from None

    def show(self, value: object) -> str:
        """Give 14:30."""
        return value.strftime("%H:%M") if isinstance(value, time) else ""

    def store(self, value: object) -> object:
        """Give 14:30."""
        return value.strftime("%H:%M") if isinstance(value, time) else None

    def load(self, raw: object) -> object:
        """Give the time back."""
        return time.fromisoformat(raw) if isinstance(raw, str) else None

    def wire(self, value: object) -> object:
        """Give 14:30."""
        return self.store(value)


DATE = Date()
CLOCK_TIME = ClockTime()
