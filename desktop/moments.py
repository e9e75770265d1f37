"""Moments as people say them: today only the time, another day with its date."""

from __future__ import annotations

from datetime import datetime

__all__ = ["day_and_time"]


def day_and_time(moment: datetime | None = None) -> str:
    """Give 09:41 for today (or now), 3月15日 09:41 for another day, 2025年… for another year."""
    now = datetime.now().astimezone()
    moment = now if moment is None else moment.astimezone()
    clock = f"{moment:%H:%M}"
    if moment.date() == now.date():
        return clock
    year = "" if moment.year == now.year else f"{moment.year}年"
    return f"{year}{moment.month}月{moment.day}日 {clock}"
