"""Checks M7, M15.1 and M17 on the days of a mediation case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from db.records.mediation_case import MediationCase
from db.rules.deadlines import (
    follow_up_until,
    follows_up,
    mediation_term,
    mediation_until,
    needs_follow_up,
    performed_later,
    surely_in_time,
)
from db.rules.parameters import FOLLOW_UP_DAYS, MEDIATION_MONTHS
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_ENDED = frozenset({"1", "2"})


def _is_mediated(case: MediationCase) -> bool:
    """Say whether a case is or was mediated: not voided, refused, withdrawn, handed over."""
    return not (case.voided or case.refusal_reason or case.withdrawal_reason or case.handed_to)


@rule("M7", "mediation_case", "warning", MEDIATION_MONTHS)
def within_a_month(case: MediationCase, look: Look) -> Found:
    """A case is normally finished within a month of acceptance, or as the parties agreed."""
    day = case.closed_on or look.today
    if not _is_mediated(case) or surely_in_time(look.terms, case.accepted_on, day):
        return
    until = mediation_until(look.terms, case.accepted_on, case.extended_until)
    if day <= until:
        return
    term = mediation_term(look.terms, case.accepted_on)
    if case.closed_on is not None:
        yield (
            "closed_on",
            f"受理后超过{term}（{until.isoformat()}）才结案，"
            "当事人同意延长的请填写“经同意延长至”。",
        )
    elif case.result not in _ENDED:
        yield (
            "accepted_on",
            f"受理后已超过{term}（{until.isoformat()}）未结案，请尽快调结，"
            "或征得当事人同意后填写“经同意延长至”。",
        )


@rule("M7.1", "mediation_case", "note", "《民法典》第二百零三条")
def holidays_are_known(case: MediationCase, look: Look) -> Found:
    """The last day of an open case is sure only when that year's holidays are entered."""
    if case.closed_on is not None or case.result in _ENDED or not _is_mediated(case):
        return
    until = mediation_until(look.terms, case.accepted_on, case.extended_until)
    if until >= look.today and not look.terms.calendar.covers(until.year):
        yield (
            "accepted_on",
            f"{until.year}年的放假安排还没有录入，调解期限（{until.isoformat()}）没有计入"
            "春节等节日和调休，请在“节假日”中录入。",
        )


@rule("M15.1", "mediation_case", "warning", "《人民调解法》第三十一条")
def performance_followed_up(case: MediationCase, look: Look) -> Found:
    """An agreement performed later than it was made is followed up after its performance."""
    if not _is_mediated(case) or case.result == "2":
        return
    for agreement in case.agreements:
        day = performed_later(agreement.agreed_on, agreement.due_on, agreement.performed_on)
        if day is None or not needs_follow_up(agreement.performance_state):
            continue
        if (look.today - day).days <= look.number(FOLLOW_UP_DAYS, day):
            continue
        if any(follows_up(visit.visited_on, day) for visit in case.follow_ups):
            continue
        if follow_up_until(look.terms, day) < look.today:
            yield "follow_ups", "协议不是当场履行的，履行后应当回访，请回访并登记回访记录。"
            return


_ORDER: Final = (
    ("occurred_on", "纠纷发生日期"),
    ("applied_on", "申请日期"),
    ("accepted_on", "受理日期"),
    ("mediated_on", "调解日期"),
    ("mediated_until", "调解日期（至）"),
    ("closed_on", "结案日期"),
    ("filed_on", "立卷日期"),
)


@rule("M17", "mediation_case", "warning", "人民调解文书日期顺序")
def dates_in_order(case: MediationCase, look: Look) -> Found:
    """The dates of a case follow one another, and none lies ahead."""
    before = before_label = None
    for name, label in _ORDER:
        day = getattr(case, name)
        if day is None:
            continue
        if day > look.today:
            yield name, f"{label}在今天之后，请核对。"
        if before is not None and day < before:
            yield name, f"{label}早于{before_label}，请核对。"
        before, before_label = day, label


@rule("M17.1", "mediation_case", "warning", "人民调解文书日期顺序")
def rows_in_order(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """Inquiries, sessions, agreements and visits follow acceptance and one another.

    申请 ≤ 受理 ≤ 调查/调解 ≤ 协议 ≤ 回访, and the volume is closed last.
    """
    agreed = [one.agreed_on for one in case.agreements if one.agreed_on is not None]
    mediated = case.mediated_on
    yield from _not_before(
        case.inquiries, "inquiries", "held_on", ("调查日期", "受理日期", case.accepted_on)
    )
    yield from _not_before(
        case.sessions, "sessions", "held_on", ("调解日期", "受理日期", case.accepted_on)
    )
    label, earlier = "受理日期", case.accepted_on
    if mediated is not None and mediated > earlier:
        label, earlier = "调解日期", mediated
    told = ("协议日期", label, earlier)
    yield from _not_before(case.agreements, "agreements", "agreed_on", told)
    if agreed:
        yield from _not_before(
            case.follow_ups, "follow_ups", "visited_on", ("回访时间", "协议日期", min(agreed))
        )
    visited = [one.visited_on for one in case.follow_ups if one.visited_on is not None]
    if case.filed_on is not None and case.filed_on < max([*agreed, *visited], default=date.min):
        yield "filed_on", "立卷应在最后，现早于协议日期或回访时间，请核对。"


def _not_before(rows: Iterable[Any], field: str, name: str, told: tuple[str, str, date]) -> Found:
    label, earlier_label, earlier = told
    for place, row in enumerate(rows):
        day = getattr(row, name)
        if day is not None and day < earlier:
            yield f"{field}[{place}].{name}", f"{label}早于{earlier_label}，请核对。"


RULES: Final[tuple[Rule, ...]] = (
    within_a_month,
    holidays_are_known,
    performance_followed_up,
    dates_in_order,
    rows_in_order,
)
