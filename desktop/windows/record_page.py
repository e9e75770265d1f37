"""The form page with the papers of its record drawn live beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from db.faults import Fault
from db.kinds import RecordId
from desktop.look.widgets import Card, label, row
from desktop.paint.print_preview import PreviewPane
from desktop.record_form import PreviewSlot, RecordPage, subject_of_draft
from forms.catalogue import PaperInfo, lay_out, papers_for

if TYPE_CHECKING:
    from db.drafts import Draft
    from desktop.page import Desk, Intent, Page

__all__ = ["PaperPreview", "RecordGone", "make_page"]


class RecordGone(Fault):
    """The record asked for is not in the ledger any more."""

    def __init__(self) -> None:
        super().__init__("这条记录已不在台账里。", "它可能已移到回收站，请刷新列表。")


def make_page(desk: Desk, intent: Intent) -> Page:
    """Give the form of an intent: "record" shows a stored record, "new" an empty one.

    Raises `RecordGone` when the record is not in the ledger.
    """
    if intent.page == "new":
        draft = desk.ledger.new_draft(intent.type_name)
    else:
        found = desk.ledger.draft(RecordId(intent.record_id), intent.type_name or None)
        if found is None:
            raise RecordGone
        draft = found
    papers = [paper for paper in papers_for(draft.type.name) if not paper.many]
    if not papers:
        return RecordPage(desk, draft)
    pane = PaperPreview(desk, papers)
    return RecordPage(desk, draft, PreviewSlot(pane, pane.show_draft))


class PaperPreview(Card):
    """One of the papers of a record, drawn from what is typed so far."""

    def __init__(self, desk: Desk, papers: list[PaperInfo]) -> None:
        super().__init__(desk.theme, margins=(1, 8, 1, 1), spacing=0)
        self._ledger = desk.ledger
        self._draft: Draft | None = None
        self._papers = QComboBox()
        self._papers.setAccessibleName("预览哪种文书")
        for paper in papers:
            self._papers.addItem(paper.label, paper.name)
        self._papers.currentIndexChanged.connect(self._draw)
        self.pages = PreviewPane(desk.theme, buttons=False, printers=False)
        self.body.addLayout(
            row(desk.theme, label("预览", "muted"), self._papers, None, margins=(12, 0, 12, 0))
        )
        self.body.addWidget(self.pages, 1)

    def show_draft(self, draft: Draft) -> None:
        """Draw the chosen paper from a draft, unread texts left out."""
        self._draft = draft
        self._draw()

    def _draw(self) -> None:
        if self._draft is None:
            return
        subject = subject_of_draft(self._ledger, self._draft)
        name = str(self._papers.currentData())
        self.pages.show_plan(lay_out(name, [subject], today=self._ledger.today))
