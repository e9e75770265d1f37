"""Periods of reports and duties: ISO week, month, quarter, half-year, year."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

PeriodKind = Literal["week", "month", "quarter", "half_year", "year"]
"""How long a period is."""

PERIOD_KINDS: tuple[PeriodKind, ...] = get_args(PeriodKind)
"""All kinds of period, from short to long."""

_EARLIEST, _LATEST = 1900, 2999
_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})|-?([WQH])(\d{1,2}))?", re.ASCII)
_KIND_OF_LETTER: dict[str, PeriodKind] = {"W": "week", "Q": "quarter", "H": "half_year"}
_MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_HOW_TO_WRITE = "请写成2026-W43（周）、2026-10（月）、2026Q4（季度）、2026H2（半年）或2026（年）。"


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar period: its kind, its year and its number within the year.

    The year of a week is its ISO year; the number of a year is 1. `ValueError` with a
    Chinese sentence when there is no such period.
    """

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        """Refuse what the calendar does not have."""
        if not _EARLIEST <= self.year <= _LATEST:
            raise ValueError(f"年份应在{_EARLIEST}至{_LATEST}之间，现为{self.year}。请改正。")
        most = _most_of(self.kind, self.year)
        if not 1 <= self.number <= most:
            raise ValueError(f"{self.year}年没有{self._ordinal()}，最大是{most}。请改正。")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Give the period written as 2026-W43, 2026-10, 2026Q4, 2026H2 or 2026."""
        tidy = unicodedata.normalize("NFKC", text[:40]).strip().upper()
        match = _FORM.fullmatch(tidy)
        if match is None or len(text) > 40:
            raise ValueError(f"“{text[:40]}”不是期间。{_HOW_TO_WRITE}")
        year, month, letter, number = match.groups()
        if month:
            return cls("month", int(year), int(month))
        return (
            cls(_KIND_OF_LETTER[letter], int(year), int(number))
            if letter
            else cls("year", int(year))
        )

    @classmethod
    def containing(cls, day: date, kind: PeriodKind) -> "Period":
        """Give the period of this kind that `day` belongs to."""
        if kind == "week":
            iso = day.isocalendar()
            return cls("week", iso.year, iso.week)
        return cls(kind, day.year, (day.month - 1) // _MONTHS[kind] + 1)

    @property
    def first(self) -> date:
        """The first day, included."""
        if self.kind == "week":
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, (self.number - 1) * _MONTHS[self.kind] + 1, 1)

    @property
    def last(self) -> date:
        """The last day, included."""
        if self.kind == "week":
            return self.first + timedelta(days=6)
        month = self.number * _MONTHS[self.kind]
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def label(self) -> str:
        """The period as printed in headings, e.g. 2026年第4季度."""
        if self.kind == "week":
            return f"{self.year}年第{self.number}周（{self._days()}）"
        return f"{self.year}年" if self.kind == "year" else f"{self.year}年{self._ordinal()}"

    def contains(self, day: date) -> bool:
        """Whether `day` belongs to the period."""
        return self.first <= day <= self.last

    def previous(self) -> "Period":
        """Give the period of the same kind that ends the day before this one begins."""
        return Period.containing(self.first - timedelta(days=1), self.kind)

    def next(self) -> "Period":
        """Give the period of the same kind that begins the day after this one ends."""
        return Period.containing(self.last + timedelta(days=1), self.kind)

    def __str__(self) -> str:
        """Give the form that `parse` reads."""
        sign = {"week": "-W", "month": "-", "quarter": "Q", "half_year": "H"}.get(self.kind)
        if sign is None:
            return str(self.year)
        return f"{self.year}{sign}{self.number:0{2 if sign.startswith('-') else 1}}"

    def _ordinal(self) -> str:
        """The number in words: 10月, 第4季度, 下半年, 第43周."""
        if self.kind == "half_year":
            return {1: "上半年", 2: "下半年"}.get(self.number, f"第{self.number}个半年")
        if self.kind == "month":
            return f"{self.number}月"
        unit = {"week": "周", "quarter": "季度"}.get(self.kind, "年")
        return f"第{self.number}{unit}"

    def _days(self) -> str:
        """First to last day; with years when the week lies in two."""
        first, last = self.first, self.last
        text = f"{first.month}月{first.day}日—{last.month}月{last.day}日"
        if first.year == last.year == self.year:
            return text
        return f"{first.year}年{first.month}月{first.day}日—{last.year}年{last.month}月{last.day}日"


def _most_of(kind: PeriodKind, year: int) -> int:
    """How many periods of this kind the year has."""
    if kind == "week":
        return date(year, 12, 28).isocalendar().week
    return 12 // _MONTHS[kind]
