"""Duties with a date: which records owe something by when, and by which rule.

Those of cases stand in ``db.duties.case_duties``; here are those of committees, contracts
and mediators, whose last days are fixed, and what is owed on a day.
"""

from __future__ import annotations

from datetime import date

from db.duties.case_duties import CASE_DUTIES
from db.duties.duty import Duty, fixed
from db.duties.workbench import DueItem, DueState
from db.kinds import RecordId, canonical_id
from db.rules.parameters import CONTRACT_REMINDER, TERM_REMINDER
from db.store import Store

_ENGAGEMENT_AHEAD = 30

ALL_DUTIES: tuple[Duty, ...] = (
    *CASE_DUTIES,
    Duty(
        "换届",
        "委员任期届满，准备推选",
        "《人民调解法》第九条第二款",
        "committee_term",
        "SELECT t.uid, coalesce(c.name, ''), t.ends_on AS until FROM committee_term t"
        " LEFT JOIN committee c ON c.uid = t.committee WHERE t.dead = 0 AND until BETWEEN ?1 AND ?2"
        " AND NOT EXISTS (SELECT 1 FROM committee_term n WHERE n.committee = t.committee"
        " AND n.dead = 0 AND n.starts_on > t.starts_on)",
        fixed(TERM_REMINDER),
        ahead=TERM_REMINDER,
    ),
    Duty(
        "聘用合同",
        "合同到期，续聘或改聘",
        "村（居）法律顾问聘用合同服务期限",
        "consultant_contract",
        "SELECT c.uid, c.number, c.ends_on AS until FROM consultant_contract c"
        " WHERE c.dead = 0 AND c.ended_on IS NULL AND until BETWEEN ?1 AND ?2"
        " AND EXISTS (SELECT 1 FROM json_each(c.villages) v WHERE NOT EXISTS"
        " (SELECT 1 FROM consultant_contract n WHERE n.dead = 0 AND n.starts_on > c.starts_on"
        " AND instr(n.villages, v.value) > 0))",
        fixed(CONTRACT_REMINDER),
        ahead=CONTRACT_REMINDER,
    ),
    Duty(
        "调解员聘期",
        "聘期届满，续聘或解聘",
        "《人民调解法》第十三条",
        "mediator",
        "SELECT m.uid, coalesce(p.name, ''), m.ends_on AS until FROM mediator m"
        " LEFT JOIN person p ON p.uid = m.person"
        " WHERE m.dead = 0 AND coalesce(m.state, '1') = '1' AND until BETWEEN ?1 AND ?2"
        " AND NOT EXISTS (SELECT 1 FROM mediator n WHERE n.person = m.person"
        " AND n.committee = m.committee AND n.dead = 0 AND n.engaged_on > m.engaged_on)",
        fixed(_ENGAGEMENT_AHEAD),
        ahead=_ENGAGEMENT_AHEAD,
    ),
)
"""Every duty that can be computed from the records, those of cases first."""


def due_on(reader: Store, day: date) -> tuple[DueItem, ...]:
    """Give what is owed on a day, the most urgent first."""
    terms = reader.look(day).terms
    items: list[DueItem] = []
    for duty in ALL_DUTIES:
        for uid, who, *facts in reader.select(duty.select, duty.bounds(day, terms)):
            owed = duty.owed_on(day, terms, facts)
            if owed is not None:
                source = duty.source_on(owed[0], terms)
                items.append(_item(duty, canonical_id(uid), str(who), owed, day, source=source))
    return tuple(sorted(items, key=lambda item: (item.until, item.kind, item.who)))


def _item(
    duty: Duty, uid: RecordId, who: str, owed: tuple[date, date], day: date, *, source: str
) -> DueItem:
    since, until = owed
    return DueItem(
        kind=duty.kind,
        who=who.strip("　"),
        what=duty.what,
        until=until,
        state=_state(until, day),
        source=source,
        type_name=duty.type_name,
        id=uid,
        since=since,
    )


def _state(until: date, day: date) -> DueState:
    if until < day:
        return "overdue"
    if until == day:
        return "today"
    return "soon" if (until - day).days <= 7 else "later"
