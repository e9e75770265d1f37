"""How far a mediation case has come: what is done, missing and due at each step, by which rule.

Worked out from the record alone, so that the form can show it while somebody types. The
rules (``db.rules``) say what is wrong; this says what is still to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from db.duties import case_needs
from db.duties.case_needs import Lack, is_oral
from db.duties.case_steps import CASE_STEPS, ORAL_PAPERS
from db.rules import deadlines
from db.rules.terms import Terms

__all__ = ["CourseStep", "Lack", "StepDue", "StepState", "course_of", "is_oral", "papers_of"]

StepState = Literal["done", "now", "open", "late", "idle"]
"""done; now: the next to do; open: begun or to do later; late: overdue; idle: not called for."""

_OPEN = "02"
_MONTH: Final = "《人民调解工作若干规定》第三十三条"
_COURT: Final = "《人民调解法》第三十三条、《民事诉讼法》第八十五条"
_SUPERVISE: Final = "《人民调解法》第三十一条"


@dataclass(frozen=True, slots=True)
class StepDue:
    """Something to do by a day: what, until when, by which rule, as of ``today``."""

    what: str
    until: date
    source: str
    today: date

    @property
    def late(self) -> bool:
        """Say whether the day has passed."""
        return self.until < self.today


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step of one case: its state, a word beside it, what it lacks, what is due."""

    name: str
    label: str
    state: StepState
    note: str
    lacks: tuple[Lack, ...]
    dues: tuple[StepDue, ...]
    papers: tuple[str, ...]


def course_of(case: Any, terms: Terms, today: date) -> tuple[CourseStep, ...]:
    """Give every step of a case as it stands on a day.

    terms: the days off and numbers of the office. case: a built record, complete or not: what is not told yet is None.
    """
    found: list[CourseStep] = []
    wanted = case_needs.papers_called_for(case)
    is_next = True
    for step in CASE_STEPS:
        lacks = tuple(case_needs.NEEDS[step.name](case))
        dues = tuple(_DUES[step.name](case, terms, today)) if step.name in _DUES else ()
        state, note = _standing(step.name, case, lacks, dues)
        if state == "open" and is_next:
            state = "now"
        is_next = is_next and state not in {"now", "late"}
        papers = tuple(name for name in step.papers if name in wanted)
        found.append(CourseStep(step.name, step.label, state, note, lacks, dues, papers))
    return tuple(found)


def papers_of(case: Any) -> tuple[str, ...]:
    """Give the papers this very case has a use for; the short ones first for an oral case."""
    wanted = case_needs.papers_called_for(case)
    first = tuple(name for name in ORAL_PAPERS if name in wanted) if is_oral(case) else ()
    return first + tuple(name for name in wanted if name not in first)


def _standing(
    name: str, case: Any, lacks: tuple[Lack, ...], dues: tuple[StepDue, ...]
) -> tuple[StepState, str]:
    """Give the state of a step and the few words that stand beside it."""
    if not case_needs.is_called_for(name, case):
        return "idle", case_needs.why_idle(name, case)
    late = [due for due in dues if due.late]
    if late:
        return "late", f"{_short(late[0].until)}已到期"
    if not lacks:
        return ("done", _short(case_needs.day_of(name, case))) if not dues else ("open", _by(dues))
    begun = f"缺 {len(lacks)} 项"
    return "open", f"{begun}，{_by(dues)}" if dues else begun


def _short(day: date | None) -> str:
    return "" if day is None else f"{day.month}月{day.day}日"


def _by(dues: tuple[StepDue, ...]) -> str:
    return f"{_short(min(due.until for due in dues))}前"


def _mediation(case: Any, terms: Terms, today: date) -> Iterator[StepDue]:
    if case.accepted_on is None or case.state not in {None, _OPEN} or case.closed_on is not None:
        return
    until = deadlines.mediation_until(terms, case.accepted_on, case.extended_until)
    yield StepDue("结案，或经当事人同意延长", until, _MONTH, today)


def _performance(case: Any, _terms: Terms, today: date) -> Iterator[StepDue]:
    for one in case.agreements:
        told = deadlines.performance_told(one.performance_state, one.performed_on)
        if one.due_on is not None and not told:
            yield StepDue("督促履行，登记履行情况", one.due_on, _SUPERVISE, today)


def _visits(case: Any, terms: Terms, today: date) -> Iterator[StepDue]:
    for one in case.agreements:
        day = deadlines.performed_later(one.agreed_on, one.due_on, one.performed_on)
        if day is None or not deadlines.needs_follow_up(one.performance_state):
            continue
        if not any(deadlines.follows_up(visit.visited_on, day) for visit in case.follow_ups):
            until = deadlines.follow_up_until(terms, day)
            yield StepDue("回访", until, _SUPERVISE, today)


def _confirmation(case: Any, terms: Terms, today: date) -> Iterator[StepDue]:
    for one in case.agreements:
        day = deadlines.in_force_on(one.effective_on, one.agreed_on)
        asked = not deadlines.wants_confirmation(
            one.confirmation, one.performance_state, one.performed_on
        )
        if day is None or asked or one.confirms_status:
            continue
        until = deadlines.confirmation_until(terms, day)
        if until >= today:
            yield StepDue("双方共同申请司法确认", until, _COURT, today)


_DUES: Final[dict[str, Callable[[Any, Terms, date], Iterator[StepDue]]]] = {
    "mediate": _mediation,
    "perform": _performance,
    "visit": _visits,
    "confirm": _confirmation,
}
