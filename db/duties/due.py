"""Duties with a date: which records owe something by when, and by which rule.

Each duty is one declaration: who owes what, from which document and clause, how many
days before it is shown, and the query of the records that still owe it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from db.duties.workbench import DueItem, DueState
from db.kinds import canonical_id
from db.rules.parameters import CONTRACT_REMINDER, MEDIATION_DAYS, TERM_REMINDER
from db.store import Store

LONG_OVERDUE_DAYS = 365
"""Older omissions are gaps to fill, not things to do today."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty.

    select: SQL giving (uid, who, until) of the live records that owe it, with
    ``:from`` and ``:to`` as bounds of ``until``. ahead: days before the date on which
    it begins to show.
    """

    kind: str
    what: str
    source: str
    type_name: str
    ahead: int
    select: str


ALL_DUTIES: tuple[Duty, ...] = (
    Duty(
        "调解案件",
        "调解期限届满，结案或经同意延期",
        "《人民调解工作若干规定》第三十三条（一般一个月内调结）",
        "mediation_case",
        15,
        "SELECT uid, coalesce(number, '') || '　' || coalesce(volume_name, ''),"
        f" max(date(accepted_on, '+{MEDIATION_DAYS.value} days'),"
        " coalesce(extended_until, accepted_on)) AS until"
        " FROM mediation_case WHERE dead = 0 AND state = '02'"
        " AND until BETWEEN ? AND ?",
    ),
    Duty(
        "协议履行",
        "履行期限届满，督促履行并登记履行情况",
        "《人民调解法》第三十一条",
        "mediation_case",
        10,
        "SELECT k.uid, coalesce(k.number, '') || '　' || coalesce(k.volume_name, ''), a.due_on"
        ' FROM agreement a JOIN mediation_case k ON k.uid = a."case"'
        " WHERE a.dead = 0 AND k.dead = 0 AND coalesce(k.voided, 0) = 0"
        " AND a.performance_state IS NULL"
        " AND a.due_on BETWEEN ? AND ?",
    ),
    Duty(
        "换届",
        "委员任期届满，准备推选",
        "《人民调解法》第九条第二款",
        "committee_term",
        TERM_REMINDER.value,
        "SELECT t.uid, coalesce(c.name, ''), t.ends_on AS until FROM committee_term t"
        " LEFT JOIN committee c ON c.uid = t.committee WHERE t.dead = 0 AND until BETWEEN ? AND ?"
        " AND NOT EXISTS (SELECT 1 FROM committee_term n WHERE n.committee = t.committee"
        " AND n.dead = 0 AND n.starts_on > t.starts_on)",
    ),
    Duty(
        "聘用合同",
        "法律顾问合同到期，续聘或改聘",
        "村（居）法律顾问聘用合同服务期限",
        "consultant_contract",
        CONTRACT_REMINDER.value,
        "SELECT c.uid, c.number, c.ends_on AS until FROM consultant_contract c"
        " WHERE c.dead = 0 AND c.ended_on IS NULL AND until BETWEEN ? AND ?"
        " AND EXISTS (SELECT 1 FROM json_each(c.villages) v WHERE NOT EXISTS"
        " (SELECT 1 FROM consultant_contract n WHERE n.dead = 0 AND n.starts_on > c.starts_on"
        " AND instr(n.villages, v.value) > 0))",
    ),
    Duty(
        "调解员聘期",
        "聘期届满，续聘或解聘",
        "《人民调解法》第十三条",
        "mediator",
        30,
        "SELECT m.uid, coalesce(p.name, ''), m.ends_on AS until FROM mediator m"
        " LEFT JOIN person p ON p.uid = m.person"
        " WHERE m.dead = 0 AND coalesce(m.state, '1') = '1' AND until BETWEEN ? AND ?"
        " AND NOT EXISTS (SELECT 1 FROM mediator n WHERE n.person = m.person"
        " AND n.committee = m.committee AND n.dead = 0 AND n.engaged_on > m.engaged_on)",
    ),
)
"""Every duty that can be computed from the records, most frequent first."""


def due_on(reader: Store, day: date) -> tuple[DueItem, ...]:
    """Give what is owed on a day, the most urgent first."""
    items: list[DueItem] = []
    for duty in ALL_DUTIES:
        earliest = (day - timedelta(days=LONG_OVERDUE_DAYS)).isoformat()
        latest = (day + timedelta(days=duty.ahead)).isoformat()
        for uid, who, until in reader.select(duty.select, (earliest, latest)):
            by = date.fromisoformat(until)
            items.append(
                DueItem(
                    kind=duty.kind,
                    who=str(who).strip("　"),
                    what=duty.what,
                    until=by,
                    state=_state(by, day),
                    source=duty.source,
                    type_name=duty.type_name,
                    id=canonical_id(uid),
                    since=by - timedelta(days=duty.ahead),
                )
            )
    return tuple(sorted(items, key=lambda item: (item.until, item.kind, item.who)))


def _state(until: date, day: date) -> DueState:
    if until < day:
        return "overdue"
    if until == day:
        return "today"
    return "soon" if (until - day).days <= 7 else "later"
