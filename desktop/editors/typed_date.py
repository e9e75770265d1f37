"""Dates as clerks type them: 20260315, 260315, 0315, 3.15, 15, 今天, +7."""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.kinds import DATE, half_width

__all__ = ["read_typed_date"]

_TODAY = frozenset({"t", "今天", "今日"})
_OFFSET = re.compile(r"[+-]\d{1,4}")
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_MONTH_DAY = re.compile(r"(\d\d)(\d\d)|(\d{1,2})[-./月](\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]?")
_SHORT_YEAR = re.compile(r"(\d\d)[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")


def read_typed_date(text: str, today: date) -> date | None:
    """Give the day meant, parts not typed taken from ``today``; None when blank.

    Raises ValueError with a Chinese sentence for what names no day. A year of two
    digits is the century that puts it at most ten years ahead of ``today``.
    """
    tidy = half_width(text).replace(" ", "").replace("。", ".")
    if not tidy:
        return None
    if tidy.lower() in _TODAY:
        return today
    if _OFFSET.fullmatch(tidy):
        return _moved(today, int(tidy))
    parts = _short_form(tidy, today)
    if parts is None:
        return DATE.read(tidy)
    year, month, day = parts
    return DATE.read(f"{year:04}-{month}-{day}")


def _short_form(text: str, today: date) -> tuple[int, int, int] | None:
    if found := _SIX.fullmatch(text) or _SHORT_YEAR.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _century(year, today), month, day
    if found := _MONTH_DAY.fullmatch(text):
        month, day = (int(part) for part in found.groups() if part is not None)
        return today.year, month, day
    if found := _DAY.fullmatch(text):
        return today.year, today.month, int(found.group(1))
    return None


def _century(year: int, today: date) -> int:
    full = today.year // 100 * 100 + year
    return full - 100 if full > today.year + 10 else full


def _moved(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        raise ValueError("日期超出了日历的范围，请重新填写。") from None
