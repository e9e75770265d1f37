"""Who serves on a day, and what is due in how many days: asked by several rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from db.rules.parameters import FILING_DAYS
from db.rules.problem import Look

Found = Iterable[tuple[str, str]]


def years_later(day: date, years: int) -> date:
    """Give the same day ``years`` later; 29 February gives 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def in_post(mediator: Any, day: date) -> bool:
    """Say whether an engagement is running on a day, its last day included."""
    return (
        mediator.state in {None, "1"}
        and mediator.engaged_on <= day
        and (mediator.ends_on is None or mediator.ends_on >= day)
    )


def last_day(contract: Any) -> date:
    """Give the last day a contract runs: its end, or the dismissal before."""
    ended: date | None = contract.ended_on
    last: date = contract.ends_on
    return last if ended is None else min(ended, last)


def in_force(contract: Any, day: date) -> bool:
    """Say whether a consultant's contract runs on a day."""
    begins: date = contract.starts_on
    return begins <= day <= last_day(contract)


def filing_problem(changed_on: date | None, filed_on: date | None, look: Look) -> Found:
    """Yield a finding when a change was filed late or is not filed in time (C12).

    A filing before the change belongs to an earlier change.
    """
    if changed_on is None:
        return
    days = look.number(FILING_DAYS, changed_on)
    until = changed_on + timedelta(days=days)
    if filed_on is not None and filed_on > until:
        yield (
            "filed_on",
            f"变动后 {days} 日内应备案，备案日期已超过，请核对日期并说明原因。",
        )
    elif (filed_on is None or filed_on < changed_on) and look.today > until:
        yield (
            "filed_on",
            f"变动已超过 {days} 日还没有备案，请尽快备案并填写这次的备案日期。",
        )
