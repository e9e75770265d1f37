"""When the periods of a mediation case end, by the office's calendar and numbers.

Rules and duties both read their last days here, so that a finding and a reminder never
differ by a day. A period is as long as the number of the day it begins says, and shows
beforehand by the number of its last day.
"""

from __future__ import annotations

from datetime import date, timedelta

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
from db.rules.terms import Terms

_SHORTEST_MONTH = 28
_OTHER = "99"
_IN_COURT = frozenset({"3", "4"})
_NOT_ASKED = frozenset({None, "0"})


def mediation_until(terms: Terms, accepted_on: date, extended_until: date | None) -> date:
    """Give the last day of mediating (若干规定 33; 民法典 201–204).

    The day of acceptance is not counted and a day of rest rolls. What the parties agreed
    to stands as agreed (民法典 204) and does not roll; the later of both days holds.
    """
    days = terms.number(MEDIATION_DAYS, accepted_on)
    if days:
        until = terms.calendar.days_after(accepted_on, days)
    else:
        months = terms.number(MEDIATION_MONTHS, accepted_on)
        until = terms.calendar.months_after(accepted_on, months)
    return until if extended_until is None else max(until, extended_until)


def mediation_term(terms: Terms, accepted_on: date) -> str:
    """Give the length of mediating in words: 一个月, or `` 30 日`` where days are counted."""
    days = terms.number(MEDIATION_DAYS, accepted_on)
    if days:
        return f" {days} 日"
    months = terms.number(MEDIATION_MONTHS, accepted_on)
    return "一个月" if months == 1 else f" {months} 个月"


def surely_in_time(terms: Terms, accepted_on: date, day: date) -> bool:
    """Say whether mediation on a day is in time whatever the calendar says; costs little."""
    least = terms.number(MEDIATION_DAYS, accepted_on)
    if not least:
        least = terms.number(MEDIATION_MONTHS, accepted_on) * _SHORTEST_MONTH
    return (day - accepted_on).days <= least


def confirmation_until(terms: Terms, effective_on: date) -> date:
    """Give the last day for asking the court to confirm (人民调解法 33; 民诉法 85, 205)."""
    days = terms.number(CONFIRMATION_DAYS, effective_on)
    return terms.calendar.days_after(effective_on, days)


def confirmation_reminded_on(terms: Terms, until: date) -> date:
    """Give the day from which the last days for asking the court are pointed out."""
    return until - timedelta(days=terms.number(CONFIRMATION_REMINDER, until))


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


def follow_up_until(terms: Terms, performed_on: date) -> date:
    """Give the day by which an agreement performed later is followed up (本软件默认)."""
    return terms.calendar.days_after(performed_on, terms.number(FOLLOW_UP_DAYS, performed_on))


def volume_until(terms: Terms, closed_on: date) -> date:
    """Give the day by which a closed case is bound (本软件默认)."""
    return terms.calendar.days_after(closed_on, terms.number(VOLUME_DAYS, closed_on))


def reply_until(terms: Terms, letter_on: date) -> date:
    """Give the day by which the body that sent a case is answered (本软件默认)."""
    return terms.calendar.days_after(letter_on, terms.number(REPLY_DAYS, letter_on))


def risk_until(terms: Terms, accepted_on: date) -> date:
    """Give the day by which precautions against escalation are entered (本软件默认)."""
    return terms.calendar.days_after(accepted_on, terms.number(RISK_DAYS, accepted_on))
