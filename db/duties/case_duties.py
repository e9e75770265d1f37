"""What a mediation case owes: mediating in time, telling, performing, visiting, filing.

A case that was voided, refused, withdrawn or handed over owes no mediating, performing or
filing any more; the body that sent a case still waits for its reply unless it was voided.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from db.duties.duty import Duty, Facts, Owed, day_of, shown_by, within
from db.rules.deadlines import (
    confirmation_reminded_on,
    confirmation_until,
    follow_up_until,
    in_force_on,
    mediation_until,
    needs_follow_up,
    performance_told,
    performed_later,
    reply_until,
    risk_until,
    volume_until,
    wants_confirmation,
)
from db.rules.parameters import (
    CONFIRMATION_DAYS,
    CONFIRMATION_REMINDER,
    FOLLOW_UP_DAYS,
    MEDIATION_DAYS,
    MEDIATION_MONTHS,
    MEDIATION_REMINDER,
    PERFORMANCE_REMINDER,
    REPLY_DAYS,
    RISK_DAYS,
    VOLUME_DAYS,
    VOLUME_REMINDER,
)
from db.rules.terms import Terms

_WHO = "coalesce(k.number, '') || '　' || coalesce(k.volume_name, '')"
_OF_CASE = f"SELECT k.uid, {_WHO}, {{}} FROM mediation_case k WHERE k.dead = 0 AND "
_OF_AGREEMENT = (
    f"SELECT k.uid, {_WHO}, {{}} FROM agreement a CROSS JOIN mediation_case k"
    ' ON k.uid = a."case" WHERE a.dead = 0 AND {}'
    " AND k.dead = 0 AND coalesce(k.state, '02') IN ('02', '03') AND "
)
"""The agreements of cases that were not voided, refused, failed, withdrawn, handed over."""
_ENDED = "coalesce(k.terminated_on, k.mediated_until, k.mediated_on, k.accepted_on)"
"""When a failed case without a closing day ended, as far as it is told."""
_LONGEST_MONTH = 31


def _either(first: str, second: str) -> str:
    """Give the condition that the first day told of two lies in the bounds, by their indexes."""
    return f"({first} BETWEEN ?1 AND ?2 OR ({first} IS NULL AND {second} BETWEEN ?1 AND ?2))"


def _mediation(terms: Terms, facts: Facts) -> Owed:
    until = mediation_until(terms, date.fromisoformat(facts[0]), day_of(facts[1]))
    return shown_by(terms, MEDIATION_REMINDER, until)


def _mediation_reach(terms: Terms) -> tuple[int, int]:
    months = terms.span(MEDIATION_MONTHS)[1] * _LONGEST_MONTH
    return 0, max(terms.span(MEDIATION_DAYS)[1], months)


def _confirmation(terms: Terms, facts: Facts) -> Owed:
    start = in_force_on(day_of(facts[0]), day_of(facts[1]))
    if start is None or not wants_confirmation(facts[2], facts[3], day_of(facts[4])):
        return None
    until = confirmation_until(terms, start)
    return confirmation_reminded_on(terms, until), until


def _performance(terms: Terms, facts: Facts) -> Owed:
    # The parties agreed on the day, so it stands as agreed (民法典 204).
    if performance_told(facts[1], day_of(facts[2])):
        return None
    return shown_by(terms, PERFORMANCE_REMINDER, date.fromisoformat(facts[0]))


def _follow_up(terms: Terms, facts: Facts) -> Owed:
    agreed, due, performed, state, visited = facts
    day = performed_later(day_of(agreed), day_of(due), day_of(performed))
    if day is None or not needs_follow_up(state):
        return None
    if visited is not None and visited >= day.isoformat():
        return None
    return day, follow_up_until(terms, day)


def _remedies(_terms: Terms, facts: Facts) -> Owed:
    # The law names no days: the parties are told when mediation ends.
    day = date.fromisoformat(facts[0])
    return day, day


def _volume(terms: Terms, facts: Facts) -> Owed:
    until = volume_until(terms, date.fromisoformat(facts[0]))
    return shown_by(terms, VOLUME_REMINDER, until)


def _reply(terms: Terms, facts: Facts) -> Owed:
    day = date.fromisoformat(facts[0])
    return day, reply_until(terms, day)


def _risk(terms: Terms, facts: Facts) -> Owed:
    day = date.fromisoformat(facts[0])
    return day, risk_until(terms, day)


CASE_DUTIES: Final[tuple[Duty, ...]] = (
    Duty(
        "调解期限",
        "结案，或经同意延期",
        "《人民调解工作若干规定》第三十三条（一般在一个月内调结）、《民法典》第二百零三条",
        "mediation_case",
        _OF_CASE.format("k.accepted_on, k.extended_until")
        + "k.state = '02' AND k.closed_on IS NULL"
        " AND (k.accepted_on BETWEEN ?1 AND ?2 OR k.extended_until BETWEEN ?1 AND ?2)",
        _mediation,
        ahead=MEDIATION_REMINDER,
        reach=_mediation_reach,
    ),
    Duty(
        "司法确认",
        "需要的提醒双方共同申请",
        "《人民调解法》第三十三条、《民事诉讼法》第八十五条、第二百零五条",
        "mediation_case",
        _OF_AGREEMENT.format(
            "a.effective_on, a.agreed_on, a.confirmation, a.performance_state, a.performed_on",
            _either("a.effective_on", "a.agreed_on"),
        )
        + "coalesce(a.confirmation, '0') = '0' AND a.confirmation_asked_on IS NULL"
        " AND coalesce(a.confirms_status, 0) = 0",
        _confirmation,
        ahead=CONFIRMATION_REMINDER,
        reach=within(CONFIRMATION_DAYS),
        lasts=0,
    ),
    Duty(
        "协议履行",
        "督促履行，登记履行情况",
        "《人民调解法》第三十一条",
        "mediation_case",
        _OF_AGREEMENT.format(
            "a.due_on, a.performance_state, a.performed_on", "a.due_on BETWEEN ?1 AND ?2"
        )
        + "coalesce(a.performance_state, '99') = '99'",
        _performance,
        ahead=PERFORMANCE_REMINDER,
    ),
    Duty(
        "回访",
        "回访并填写回访记录",
        "《人民调解法》第三十一条；履行后{days}日内{who}",
        "mediation_case",
        _OF_AGREEMENT.format(
            "a.agreed_on, a.due_on, a.performed_on, a.performance_state,"
            " (SELECT max(coalesce(f.visited_on, '9999-12-31')) FROM follow_up f"
            ' WHERE f."case" = k.uid AND f.dead = 0)',
            _either("a.performed_on", "a.due_on"),
        )
        + "coalesce(a.performance_state, '') NOT IN ('3', '4')",
        _follow_up,
        ahead=FOLLOW_UP_DAYS,
        reach=within(FOLLOW_UP_DAYS),
        period=FOLLOW_UP_DAYS,
    ),
    Duty(
        "告知救济",
        "告知仲裁、行政、司法途径",
        "《人民调解法》第二十六条",
        "mediation_case",
        # The plus keeps SQLite off the index of states, which has every year's failures.
        _OF_CASE.format("k.closed_on")
        + "+k.state = '04' AND k.remedies_told_on IS NULL AND k.closed_on BETWEEN ?1 AND ?2"
        " UNION ALL "
        + _OF_CASE.format(_ENDED)
        + "+k.state = '04' AND k.remedies_told_on IS NULL AND k.closed_on IS NULL"
        f" AND {_ENDED} BETWEEN ?1 AND ?2",
        _remedies,
        ahead=0,
    ),
    Duty(
        "立卷",
        "整理立卷，填写立卷日期",
        "《人民调解法》第二十七条；结案后{days}日内{who}",
        "mediation_case",
        _OF_CASE.format("k.closed_on")
        + "+k.state IN ('03', '04') AND k.filed_on IS NULL AND k.closed_on BETWEEN ?1 AND ?2",
        _volume,
        ahead=VOLUME_REMINDER,
        reach=within(VOLUME_DAYS),
        period=VOLUME_DAYS,
        # Our own term: what is older is a gap to fill (已结案未立卷), and buries no duty by law.
        lasts=30,
    ),
    Duty(
        "移送回复",
        "回复移送（委托）单位",
        "移送（委托）函；收函后{days}日内{who}",
        "mediation_case",
        _OF_CASE.format("k.source_letter_on")
        + "+k.source IN ('3', '4', '5', '6', '7') AND k.source_letter_on BETWEEN ?1 AND ?2"
        " AND k.source_reply_on IS NULL AND coalesce(k.voided, 0) = 0"
        ' AND NOT EXISTS (SELECT 1 FROM case_notice n WHERE n."case" = k.uid'
        " AND n.dead = 0 AND n.kind = '4' AND n.issued_on IS NOT NULL)",
        _reply,
        ahead=REPLY_DAYS,
        reach=within(REPLY_DAYS),
        period=REPLY_DAYS,
    ),
    Duty(
        "激化风险",
        "采取防范措施，必要时报告",
        "《人民调解法》第二十五条；受理后{days}日内{who}",
        "mediation_case",
        _OF_CASE.format("k.accepted_on")
        + "k.state = '02' AND k.forecast IN ('2', '3', '4', '5') AND k.closed_on IS NULL"
        " AND (k.precautions IS NULL OR k.forecast IN ('3', '5')) AND k.reported_on IS NULL"
        " AND k.accepted_on BETWEEN ?1 AND ?2",
        _risk,
        ahead=RISK_DAYS,
        reach=within(RISK_DAYS),
        period=RISK_DAYS,
    ),
)
"""Every duty of a case that can be computed from the records, in the order of its course."""
