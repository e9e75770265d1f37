"""以案定补 by the quarter: which cases are payable, their claims, and the pay sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from db.declare import RecordType
from db.kinds import RecordId
from db.ledger import subsidy_examples
from db.ledger.entry import Refused, check, has_error, read_draft
from db.ledger.subsidy_cases import Candidate, candidates_of, claim_content
from db.ledger.subsidy_sheet import Sheet, sheet_of
from db.periods import Period
from db.records import record_type
from db.rules.problem import Look, Problem
from db.rules.subsidy.grading import Grading, grade_of
from db.store import Changes, Store

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger.subsidy_examples import SubsidyExample

__all__ = ["CLAIMED", "PAID", "REFUSED", "REVIEWED", "Candidate", "Sheet", "Subsidies"]

CLAIMED, CHECKED, REVIEWED, PAID, REFUSED = "1", "2", "3", "4", "9"


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a claim: from which states, the day field it fills, and what it is called."""

    before: tuple[str, ...]
    day: str
    label: str


_STEPS = {
    CHECKED: _Step((CLAIMED,), "office_opinion_on", "初审"),
    REVIEWED: _Step((CHECKED,), "bureau_opinion_on", "复核"),
    PAID: _Step((REVIEWED,), "paid_on", "发放"),
    REFUSED: _Step((CLAIMED, CHECKED, REVIEWED), "", "不予发放"),
}
"""State → the step that leads to it (mediation forms 8: 申报、初审、复核、发放)."""


class Subsidies:
    """Subsidies of an open ledger; every method works on one quarter or on given claims."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], tell: Callable[[Changes], Changes]
    ) -> None:
        self._store = store
        self._clock = clock
        self._tell = tell

    @cached_property
    def _kind(self) -> RecordType:
        return record_type("subsidy")

    @property
    def _today(self) -> date:
        return self._clock().date()

    @property
    def _look(self) -> Look:
        return self._store.look(self._today)

    def grade_of(self, case_id: RecordId) -> Grading:
        """Give the grade of a case by the criteria in use, with the reasons."""
        look = self._look
        case = look.get("mediation_case", case_id)
        if case is None:
            raise LookupError(case_id)
        return grade_of(case, look)

    def candidates(self, period: Period) -> list[Candidate]:
        """Give every case closed in a quarter, payable or why not, with grade and amount.

        Cases closed in the year before that have become payable and were never claimed
        come after them, and those claimed late in this quarter.
        """
        return candidates_of(self._store, self._look, quarter(period))

    def claim(self, period: Period, ids: Iterable[RecordId]) -> Changes:
        """Make the claims of these cases for a quarter, all of them or none (Refused)."""
        look, wanted = self._look, list(dict.fromkeys(ids))
        known = {one.id: one for one in self.candidates(period)}
        drafts: list[Draft] = []
        problems: list[Problem] = []
        for case_id in wanted:
            candidate = known.get(case_id)
            if candidate is None or not candidate.claimable:
                problems.append(_not_claimable(self._store, case_id, candidate))
                continue
            content = claim_content(candidate, period, self._today)
            draft, found = read_draft(self._store, self._kind, content, look=look)
            problems += [one for one in found if one.severity == "error"]
            drafts.append(draft)
        if problems:
            raise Refused(problems)
        return self._save(drafts, f"{period.label}以案定补申报")

    def claims(self, period: Period, states: Sequence[str] = ()) -> list[RecordId]:
        """Give the claims of a quarter, in the order of committees, mediators and cases."""
        quarter(period)
        where = (("year", period.year), ("quarter", period.number))
        found = self._store.find("subsidy", **dict(where))
        kept = [one for one in found if one.state in (states or (one.state,))]
        look = self._look
        return [one.id for one in sorted(kept, key=lambda one: _place(one, look))]

    def advance(
        self, ids: Iterable[RecordId], state: str, on: date, *, reason: str = ""
    ) -> Changes:
        """Take claims one step further, with its date, all of them or none (Refused).

        reason: why they are not paid, for the state 不予发放.
        """
        step, problems = _STEPS[state], list[Problem]()
        drafts: list[Draft] = []
        for one in dict.fromkeys(ids):
            draft = self._store.draft("subsidy", one)
            if draft is None:
                raise LookupError(one)
            if draft.values.get("state") not in step.before:
                problems.append(self._out_of_step(one, step))
                continue
            draft.give("state", state)
            if step.day:
                draft.give(step.day, on)
            if state == REFUSED:
                draft.give("refused_reason", reason)
            found = check(self._store, draft, self._today)
            if has_error(found):
                problems += [_of(self._store, one, p) for p in found if p.severity == "error"]
            drafts.append(draft)
        if problems:
            raise Refused(problems)
        return self._save(drafts, f"以案定补{step.label}")

    def sheet(self, period: Period, states: Sequence[str] = (REVIEWED, PAID)) -> Sheet:
        """Give the pay sheet of a quarter: a row per mediator, from the claims reviewed."""
        return sheet_of(self._look, self.claims(period, states), period)

    def examples(self) -> tuple[SubsidyExample, ...]:
        """Give the example places whose standards may be taken over."""
        return subsidy_examples.examples()

    def start(self, name: str, since: date) -> Changes:
        """Add the standards and criteria of an example place, applying from a day."""
        return self._tell(subsidy_examples.start(self._store, self._look, name, since))

    def _save(self, drafts: Sequence[Draft], reason: str) -> Changes:
        with self._store.change(reason=reason) as scope:
            for draft in drafts:
                scope.save(draft)
        return self._tell(scope.changes)

    def _out_of_step(self, claim_id: RecordId, step: _Step) -> Problem:
        label = self._kind.by_name["state"].kind.show
        now = label(self._store.get("subsidy", claim_id).state)
        needed = "、".join(label(one) for one in step.before)
        message = f"现为“{now}”，{step.label}要先“{needed}”。"
        return _of(self._store, claim_id, Problem("state", "SB-STEP", "error", message))


def quarter(period: Period) -> Period:
    """Give the period when it is a quarter; else a ValueError with what to write."""
    if period.kind != "quarter":
        raise ValueError("以案定补按季度办理，期间请写成 2026Q3。")
    return period


def _place(claim: Any, look: Look) -> tuple[str, str, str, str]:
    """Where a claim stands among the others: by committee, mediator, closing day, number."""
    payee = look.get("mediator", claim.payee)
    committee = None if payee is None else look.get("committee", payee.committee)
    case = look.get("mediation_case", claim.case)
    return (
        str(getattr(committee, "number", None) or getattr(committee, "name", "")),
        str(getattr(payee, "number", None) or claim.payee),
        str(getattr(case, "closed_on", "")),
        str(getattr(case, "number", None) or claim.case),
    )


def _of(store: Store, claim_id: RecordId, problem: Problem) -> Problem:
    title = store.title("subsidy", claim_id)
    message = f"{title}：{problem.message}"
    return Problem(problem.field, problem.rule, problem.severity, message, problem.source)


def _not_claimable(store: Store, case_id: RecordId, candidate: Candidate | None) -> Problem:
    if candidate is None:
        title = store.title("mediation_case", case_id) or case_id
        message = f"{title}：不是这个季度可以申报的案件，请核对结案日期和季度。"
    elif candidate.claim is not None:
        message = f"{candidate.number}：已申报过（{candidate.state_label}），一案只补一次。"
    else:
        message = f"{candidate.number}：{'；'.join(candidate.objections)}。"
    return Problem("case", "SB-CASE", "error", message)
