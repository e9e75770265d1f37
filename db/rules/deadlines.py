"""When the periods of a mediation case end, counted with the calendar of days off.

Rules and duties both read their last days here, so that a finding and a reminder never
differ by a day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from db.calendar import Calendar, shipped_calendar
from db.rules.parameters import (
    CONFIRMATION_DAYS,
    CONFIRMATION_REMINDER,
    FOLLOW_UP_DAYS,
    MEDIATION_DAYS,
    MEDIATION_MONTHS,
    REPLY_DAYS,
    RISK_DAYS,
    VOLUME_DAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

HOLIDAY: Final = "holiday"
"""The record type that holds an office's own days off and working weekends."""
_OFF = "1"
_SHORTEST_MONTH = 28
_OTHER = "99"
_IN_COURT = frozenset({"3", "4"})
_NOT_ASKED = frozenset({None, "0"})


def calendar_of(entries: Iterable[Any]) -> Calendar:
    """Give the shipped calendar with an office's ``holiday`` records, which win."""
    own = [(entry.day, entry.kind == _OFF) for entry in entries]
    return shipped_calendar().with_entries(own) if own else shipped_calendar()


def mediation_until(calendar: Calendar, accepted_on: date, extended_until: date | None) -> date:
    """Give the last day of mediating (若干规定 33; 民法典 201–204).

    The day of acceptance is not counted and a day of rest rolls. What the parties agreed
    to stands as agreed (民法典 204) and does not roll; the later of both days holds.
    """
    if MEDIATION_DAYS.value:
        until = calendar.days_after(accepted_on, MEDIATION_DAYS.value)
    else:
        until = calendar.months_after(accepted_on, MEDIATION_MONTHS.value)
    return until if extended_until is None else max(until, extended_until)


def surely_in_time(accepted_on: date, day: date) -> bool:
    """Say whether mediation on a day is in time whatever the calendar says; costs nothing."""
    least = MEDIATION_DAYS.value or MEDIATION_MONTHS.value * _SHORTEST_MONTH
    return (day - accepted_on).days <= least


def confirmation_until(calendar: Calendar, effective_on: date) -> date:
    """Give the last day for asking the court to confirm (人民调解法 33; 民诉法 85, 205)."""
    return calendar.days_after(effective_on, CONFIRMATION_DAYS.value)


def confirmation_reminded_on(until: date) -> date:
    """Give the day from which the last days for asking the court are pointed out."""
    return until - timedelta(days=CONFIRMATION_REMINDER.value)


def in_force_on(effective_on: date | None, agreed_on: date | None) -> date | None:
    """Give the day an agreement took effect, as far as it is told."""
    return effective_on or agreed_on


def performance_told(performance_state: str | None, performed_on: date | None) -> bool:
    """Say whether the record tells what became of an agreement's performance.

    其他 (99) holds 未到期, 履行中 and 未履行 too (清单8.7), so it tells only with a day.
    """
    if performance_state == _OTHER:
        return performed_on is not None
    return performance_state is not None


def wants_confirmation(
    confirmation: str | None, performance_state: str | None, performed_on: date | None
) -> bool:
    """Say whether asking the court may still matter: not asked, not performed, not sued."""
    told = performance_told(performance_state, performed_on) or performed_on is not None
    return confirmation in _NOT_ASKED and not told


def needs_follow_up(performance_state: str | None) -> bool:
    """Say whether an agreement is still the committee's to follow up, not the court's."""
    return performance_state not in _IN_COURT


def follows_up(visited_on: date | None, performed_on: date) -> bool:
    """Say whether a visit follows up a performance; one without a day is believed."""
    return visited_on is None or visited_on >= performed_on


def performed_later(
    agreed_on: date | None, due_on: date | None, performed_on: date | None
) -> date | None:
    """Give the day of performance of an agreement performed after the day it was made.

    The day it was performed, else the day it is to be; None when it was performed at once
    or nothing is told. Without the agreement's day a term of its own means later.
    """
    day = performed_on or due_on
    if day is None or (agreed_on is not None and day <= agreed_on):
        return None
    return day


def follow_up_until(calendar: Calendar, performed_on: date) -> date:
    """Give the day by which an agreement performed later is followed up (本软件默认)."""
    return calendar.days_after(performed_on, FOLLOW_UP_DAYS.value)


def volume_until(calendar: Calendar, closed_on: date) -> date:
    """Give the day by which a closed case is bound (本软件默认)."""
    return calendar.days_after(closed_on, VOLUME_DAYS.value)


def reply_until(calendar: Calendar, letter_on: date) -> date:
    """Give the day by which the body that sent a case is answered (本软件默认)."""
    return calendar.days_after(letter_on, REPLY_DAYS.value)


def risk_until(calendar: Calendar, accepted_on: date) -> date:
    """Give the day by which precautions against escalation are entered (本软件默认)."""
    return calendar.days_after(accepted_on, RISK_DAYS.value)
