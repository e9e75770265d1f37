"""The cases of a quarter as candidates for a subsidy: payable or why not, grade, amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from db.codes import code_list
from db.kinds import RecordId
from db.periods import Period
from db.rules.problem import Look
from db.rules.subsidy.entitlement import REFUSED, case_objections, payee_of
from db.rules.subsidy.grading import Grading, grade_of, standard_for
from db.store import ListQuery, Span, Store

LATE_DAYS = 366
"""How long after its closing quarter an unclaimed case is still offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One closed case: its grade and why, its amount, or what stands against paying it.

    claim: the claim made of it, if any, with its state and quarter. late: it was closed
    before the quarter. most: the upper end, when the standard is a range.
    """

    id: RecordId
    number: str
    name: str
    closed_on: date
    mediators: str
    mediator_ids: tuple[RecordId, ...]
    payee: RecordId | None
    payee_name: str
    grade: str
    why: tuple[str, ...]
    amount: Decimal | None
    most: Decimal | None
    objections: tuple[str, ...]
    claim: RecordId | None = None
    state: str = ""
    claimed_in: str = ""
    late: bool = False

    @property
    def eligible(self) -> bool:
        """Say whether nothing stands against paying the case."""
        return not self.objections

    @property
    def claimable(self) -> bool:
        """Say whether the case may be claimed now."""
        return self.eligible and self.claim is None

    @property
    def grade_label(self) -> str:
        """Give the grade's name."""
        return code_list("subsidy_grade").label(self.grade)

    @property
    def state_label(self) -> str:
        """Give the name of the claim's state, "" without a claim."""
        return code_list("subsidy_state").label(self.state) if self.state else ""


def candidates_of(store: Store, look: Look, period: Period) -> list[Candidate]:
    """Give the candidates of a quarter, those closed in it first, by closing day and number."""
    claims = _Claims(look)
    own = _closed(store, Span(period.first, period.last))
    before = period.first - timedelta(days=1)
    late = _closed(store, Span(period.first - timedelta(days=LATE_DAYS), before))
    found = [_candidate(look, look.get("mediation_case", one), claims, period) for one in own]
    for one in late:
        if claims.claimed_elsewhere(one, period):
            continue
        candidate = _candidate(look, look.get("mediation_case", one), claims, period)
        if candidate.eligible or candidate.claim is not None:
            found.append(candidate)
    return sorted(found, key=lambda one: (one.late, one.closed_on, one.number, one.id))


def _closed(store: Store, days: Span) -> list[RecordId]:
    query = ListQuery("mediation_case", where=(("closed_on", days),))
    return [row.id for row in store.page(query, store.count(query), 0)]


class _Claims:
    """The claims of all quarters, by case: the one that stands, else the refused one."""

    def __init__(self, look: Look) -> None:
        self.standing: dict[RecordId, Any] = {}
        self.refused: dict[RecordId, Any] = {}
        for claim in look.find("subsidy"):
            kept = self.refused if claim.state == REFUSED else self.standing
            kept[claim.case] = claim

    def claimed_elsewhere(self, case_id: RecordId, period: Period) -> bool:
        """Say whether the case was claimed in another quarter than this."""
        claim = self.standing.get(case_id)
        return claim is not None and (claim.year, claim.quarter) != (period.year, period.number)


def _candidate(look: Look, case: Any, claims: _Claims, period: Period) -> Candidate:
    objections = case_objections(case, look)
    payee, unpaid = payee_of(case, look)
    objections += unpaid
    grading = grade_of(case, look)
    paid_to = look.get("mediator", payee)
    standard = standard_for(case, grading.grade, look, paid_to)
    if standard is None and not objections:
        objections.append(_without_standard(grading))
    claim = claims.standing.get(case.id)
    shown = claim or claims.refused.get(case.id)
    return Candidate(
        id=case.id,
        number=case.number or "",
        name=case.volume_name or "",
        closed_on=case.closed_on,
        mediators="、".join(_name(look, one) for one in case.mediators),
        mediator_ids=case.mediators,
        payee=payee,
        payee_name=_name(look, payee),
        grade=grading.grade,
        why=grading.reasons,
        amount=None if standard is None else standard.amount,
        most=None if standard is None else standard.most,
        objections=tuple(objections),
        claim=None if claim is None else claim.id,
        state="" if shown is None else shown.state,
        claimed_in="" if shown is None else f"{shown.year}年第{shown.quarter}季度",
        late=case.closed_on < period.first,
    )


def _without_standard(grading: Grading) -> str:
    return f"结案时没有“{grading.label}”等级的补助标准"


def _name(look: Look, mediator_id: RecordId | None) -> str:
    mediator = look.get("mediator", mediator_id)
    person = None if mediator is None else look.get("person", mediator.person)
    return "" if person is None else str(person.name)


def claim_content(candidate: Candidate, period: Period, on: date) -> dict[str, object]:
    """Give the claim of a candidate as an object to enter."""
    return {
        "case": candidate.id,
        "mediators": list(candidate.mediator_ids),
        "payee": candidate.payee,
        "year": period.year,
        "quarter": period.number,
        "claimed_on": on.isoformat(),
        "grade": candidate.grade,
        "amount": candidate.amount,
        "reasons": "；".join(candidate.why),
        "state": "1",
    }
