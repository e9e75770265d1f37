"""The course of mediation cases, seen from a screen: steps, what is missing, papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from db.duties import case_course
from db.duties.case_steps import CASE_STEPS, ORAL_PAGE, Block, CaseStep

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.duties.case_course import CourseStep
    from db.store import Store


class Casework:
    """What the law and the paper register ask of one case, worked out from its draft."""

    steps: tuple[CaseStep, ...] = CASE_STEPS
    oral_page: tuple[Block, ...] = ORAL_PAGE

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def course(self, draft: Draft) -> tuple[CourseStep, ...]:
        """Give every step of a case as it stands, what was typed but not saved included."""
        today = self._clock().date()
        terms = self._store.terms(draft.office)
        return case_course.course_of(draft.build(), terms, today)

    def is_oral(self, draft: Draft) -> bool:
        """Say whether a case is entered on the short page of oral cases."""
        return case_course.is_oral(draft.build())

    def papers(self, draft: Draft) -> tuple[str, ...]:
        """Give the names of the papers this case has a use for."""
        return case_course.papers_of(draft.build())
