"""Whether a case may be paid, and whom: every objection with the rule it comes from.

Source: mediation forms, section 8: 一案卷（登记）、调解成功、协议履行; 谁调解，补助谁.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from db.kinds import RecordId
from db.records.mediation_case import MediationCase
from db.rules.problem import Look
from db.rules.subsidy.grading import grade_of, standard_for
from db.rules.subsidy.volume import volume_gaps

PERFORMED = "1"
PAID = "4"
REFUSED = "9"
_OFFICE_STAFF = "07"
_ON_PAYROLL = ("01", "02", "03")
_CIVIL_SERVANT = "01"


def outside_scope(case: MediationCase) -> Iterator[str]:
    """Yield why a case is none of people's mediation: 行政调解, 司法调解 are not paid."""
    if case.voided:
        yield "案件已作废"
    elif case.settled_elsewhere:
        yield "法院、公安或其他行政机关已受理或解决，行政调解、司法调解不予补助"
    elif case.closed_on is None or case.state not in {"03", "04"}:
        yield "案件没有调解结案"


def not_settled(case: MediationCase, look: Look) -> Iterator[str]:
    """Yield why the result is not one that is paid."""
    if case.result != "2":
        return
    grading = grade_of(case, look)
    if standard_for(case, grading.grade, look) is None:
        yield "调解不成，现行标准不补助调解不成的案件"
    elif not grading.reasons and _failed_are_graded(look):
        yield "调解不成，也没有达到调解不成案件的认定标准"


def _failed_are_graded(look: Look) -> bool:
    return any(one.grade == "6" for one in look.find("grading_criterion", active=True))


def not_performed(case: MediationCase) -> Iterator[str]:
    """Yield why the agreement does not count as performed."""
    if case.result != "1":
        return
    if not case.agreements:
        yield "没有登记调解协议，无法核对履行情况"
    elif any(paper.performance_state != PERFORMED for paper in case.agreements):
        yield "协议还没有履行完毕"


def incomplete(case: MediationCase, look: Look) -> Iterator[str]:
    """Yield what the volume lacks."""
    gaps = volume_gaps(case, look)
    if gaps:
        yield f"案卷不完整，缺：{'；'.join(gaps)}"


def case_objections(case: MediationCase, look: Look) -> list[str]:
    """Give every reason why no mediator may be paid for a case; empty when one may."""
    found = [*outside_scope(case)]
    if found:
        return found
    return [*not_settled(case, look), *not_performed(case), *incomplete(case, look)]


def payee_objections(
    case: MediationCase, mediator_id: RecordId, look: Look
) -> Iterator[tuple[str, str]]:
    """Yield (kind, sentence) of why this mediator is not paid for a case.

    Kinds: ``other`` did not mediate it, ``record`` is not on record, ``official`` serves.
    """
    mediator = look.get("mediator", mediator_id)
    if mediator_id not in case.mediators:
        yield "other", "没有登记为本案的人民调解员；谁调解，补助谁"
    if mediator is None or not serves(mediator, case.mediated_on or case.closed_on):
        yield "record", "办案时不是在册的人民调解员"
    elif not mediator.number and mediator.filed_on is None:
        yield "record", "没有调解员编码和备案日期，未在司法局备案"
    elif is_official(look.get("person", mediator.person)):
        yield "official", "是在职国家公职人员，不领取案件补贴"


def serves(mediator: Any, day: date | None) -> bool:
    """Say whether an engagement had begun and was not over on a day."""
    if day is None or mediator.engaged_on > day:
        return False
    ends = [one for one in (mediator.ends_on, mediator.left_on) if one is not None]
    return all(one >= day for one in ends)


def is_official(person: Any) -> bool:
    """Say whether a person is known to be a serving state official."""
    if person is None:
        return False
    if person.occupation_identity == _CIVIL_SERVANT:
        return True
    staff = _OFFICE_STAFF in person.roles and person.staffing in _ON_PAYROLL
    return staff and person.in_service is not False


def payee_of(case: MediationCase, look: Look) -> tuple[RecordId | None, list[str]]:
    """Give the first mediator of a case who may be paid, or None and why none may."""
    reasons: list[str] = []
    for one in case.mediators:
        found = [sentence for _, sentence in payee_objections(case, one, look)]
        if not found:
            return one, []
        reasons += found
    return None, list(dict.fromkeys(reasons)) or ["没有登记人民调解员"]
