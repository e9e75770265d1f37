"""The form page with the papers of its record drawn live beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.record_form import PaperPreview, PreviewSlot, RecordPage, draft_for
from forms.catalogue import papers_for

if TYPE_CHECKING:
    from desktop.page import Desk, Intent, Page

__all__ = ["make_page"]


def make_page(desk: Desk, intent: Intent) -> Page:
    """Give the form of an intent: "record" shows a stored record, "new" an empty one.

    Raises `RecordGone` when the record is not in the ledger.
    """
    draft = draft_for(desk, intent)
    papers = [paper for paper in papers_for(draft.type.name) if not paper.many]
    if not papers:
        return RecordPage(desk, draft)
    pane = PaperPreview(desk, papers)
    return RecordPage(desk, draft, PreviewSlot(pane, pane.show_draft))
