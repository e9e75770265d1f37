"""The papers of a record drawn live beside its form, from what is typed so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from desktop.look.widgets import Card, label, row
from desktop.paint.print_preview import PreviewPane
from desktop.record_form.draft_subject import plan_of_draft
from forms.catalogue import PaperInfo

if TYPE_CHECKING:
    from db.drafts import Draft
    from desktop.page import Desk

__all__ = ["PaperPreview"]


class PaperPreview(Card):
    """One of the papers of a record, drawn from what is typed so far."""

    def __init__(self, desk: Desk, papers: Sequence[PaperInfo], *, buttons: bool = False) -> None:
        """buttons: 打印 and 另存 PDF below the page, for a form that prints by itself."""
        super().__init__(desk.theme, margins=(1, 8, 1, 1), spacing=0)
        self._ledger = desk.ledger
        self._draft: Draft | None = None
        self._offered: tuple[str, ...] = ()
        self._papers = QComboBox()
        self._papers.setAccessibleName("预览哪种文书")
        self._papers.currentIndexChanged.connect(self._draw)
        self.pages = PreviewPane(desk.theme, buttons=buttons, printers=buttons)
        self.body.addLayout(
            row(desk.theme, label("预览", "muted"), self._papers, None, margins=(12, 0, 12, 0))
        )
        self.body.addWidget(self.pages, 1)
        self.offer(papers)

    @property
    def paper(self) -> str:
        """Give the name of the paper that shows, "" when none is offered."""
        return str(self._papers.currentData() or "")

    def offer(self, papers: Sequence[PaperInfo], first: str = "") -> None:
        """Offer these papers; `first` shows, else the present one where it is among them."""
        names = tuple(paper.name for paper in papers)
        wanted = first or self.paper
        if names != self._offered:
            self._offered = names
            self._papers.blockSignals(True)
            self._papers.clear()
            for paper in papers:
                self._papers.addItem(paper.label, paper.name)
            self._papers.blockSignals(False)
        self._papers.setCurrentIndex(max(0, self._papers.findData(wanted)))

    def show_draft(self, draft: Draft) -> None:
        """Draw the chosen paper from a draft, unread texts left out."""
        self._draft = draft
        self._draw()

    def _draw(self) -> None:
        if self._draft is None or not self.paper:
            self.pages.show_plan(None)
            return
        self.pages.show_plan(plan_of_draft(self._ledger, self._draft, self.paper))
