"""The papers and the volume of a case in one place: see, tick, print, bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from db.codes import code_list
from db.kinds import RecordId
from desktop.look.widgets import button, card, column, label, row
from desktop.page import Intent
from desktop.paint.paper_list import PaperList
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import default_printer, printer_names
from desktop.printing import plan_paper
from desktop.record_form import plan_of_draft
from desktop.screens.case.giving import CaseGiving
from desktop.screens.case.volume_card import VolumeCard
from forms.catalogue import papers_for

if TYPE_CHECKING:
    from desktop.page import Desk
    from desktop.record_form import RecordPage

__all__ = ["PapersTab"]

_ITEMS = "volume_item"


class PapersTab(QWidget):
    """Every paper this case has a use for, in order; all are ticked at first.

    ``field_wanted`` gives the path of a field that something in the volume lacks.
    """

    field_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: RecordPage | None = None
        self._names: tuple[str, ...] = ()
        theme = desk.theme
        self.list = PaperList(theme, [])
        self.preview = PreviewPane(theme, buttons=False)
        self.volume = VolumeCard(theme)
        self._mark = label("", "small")
        self._ticks = label("", "small")
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.print_button = button("打印已勾选", "primary", theme=theme, icon="printer")
        self.save_button = button("另存 PDF", theme=theme, icon="download")
        head = row(theme, label("本案文书", "h2"), None, self._ticks, margins=(14, 0, 12, 0))
        self.public = QCheckBox("公开稿（化名）")
        self.public.setToolTip("姓名、号码、住址作化名处理，供案例上报；不能归卷")
        public = row(theme, self.public, None, margins=(14, 0, 8, 0))
        self._papers = card(theme, head, public, self.list, margins=(1, 10, 1, 8), spacing=6)
        self._papers.body.setStretch(2, 1)
        self._papers.body.addLayout(
            row(theme, self.save_button, self.print_button, margins=(12, 2, 12, 2))
        )
        left = column(theme, self._papers, self.volume, spacing=10)
        left.setStretch(0, 1)
        for one in (self._papers, self.volume):
            one.setFixedWidth(theme.px(292))
        foot = row(theme, self._mark, None, margins=(14, 0, 14, 6))
        right = card(theme, self.preview, foot, margins=(1, 1, 1, 1), spacing=0)
        body = row(theme, left, right, spacing=12)
        body.setStretch(1, 1)
        self.setLayout(column(theme, body, margins=(0, 0, 0, 10)))

    def join(self, page: RecordPage) -> None:
        """Show the papers of this page's case from now on."""
        self._page = page
        giving = CaseGiving(self._desk, page)
        self._giving = giving
        self.print_button.clicked.connect(self.print_papers)
        self.save_button.clicked.connect(self.save)
        self.volume.bind_wanted.connect(self.bind)
        self.volume.print_wanted.connect(self._print_volume)
        self.volume.attach_wanted.connect(self._attach)
        self.volume.scans_wanted.connect(self._scans)
        self.volume.field_wanted.connect(self.field_wanted)
        self.public.toggled.connect(giving.give_public)
        self.public.toggled.connect(self._draw_again)
        giving.done.connect(self.begin)
        giving.bound.connect(self.preview.show_plan)

    def begin(self) -> None:
        """The tab has come to the front: offer what the case has a use for now."""
        if self._page is None:
            return
        draft = self._page.form.draft
        # Masking follows the names through the record as it is stored.
        self.public.setEnabled(draft.stored)
        known = {paper.name: paper for paper in papers_for(draft.type.name)}
        names = tuple(n for n in self._desk.ledger.cases.papers(draft) if n in known)
        if names != self._names:
            self._names = names
            fresh = PaperList(self._desk.theme, [known[name] for name in names])
            fresh.chosen.connect(self._draw)
            fresh.ticked.connect(self._count)
            self._papers.body.replaceWidget(self.list, fresh)
            self.list.deleteLater()
            self.list = fresh
            for tick in fresh.ticks.values():
                tick.setChecked(True)
            self.preview.offer_printers(printer_names(), default_printer())
        self.volume.show_gaps(self._desk.ledger.volumes.gaps_of_draft(draft))
        if shown := self.list.shown or next(iter(names), ""):
            self.list.show_paper(shown)

    def print_papers(self) -> None:
        """Print what is ticked, as numbered prints."""
        names = self.list.ticked_names
        self._giving.print_papers(names, self.preview.printer, self.preview.copies)

    def _print_volume(self) -> None:
        self._giving.print_volume(self.preview.printer, self.preview.copies)

    def save(self) -> None:
        """Save what is ticked in one PDF file, as numbered prints."""
        self._giving.save_papers(self.list.ticked_names)

    def bind(self) -> None:
        """Bind the whole volume into a file and show it."""
        self._giving.bind()

    def _draw(self, name: str) -> None:
        if self._page is None:
            return
        ledger, draft = self._desk.ledger, self._page.form.draft
        if self.public.isChecked():
            self.preview.show_plan(plan_paper(ledger, name, [RecordId(draft.id)], public=True))
            self._mark.setText("公开稿（已化名处理），请通读正文里的其他人名")
            return
        self.preview.show_plan(plan_of_draft(ledger, draft, name))
        marks = ledger.papers.marks_of(RecordId(draft.id)) if draft.stored else ()
        own = next((mark for mark in marks if mark.job.paper == name), None)
        self._mark.setText("还没有打印过" if own is None else own.text)
        self._mark.setProperty("role", "warning" if own and own.changed else "small")
        self._mark.style().polish(self._mark)

    def _draw_again(self) -> None:
        if self.list.shown:
            self._draw(self.list.shown)

    def _count(self) -> None:
        self._ticks.setText(f"已勾选 {len(self.list.ticked_names)}")

    def _attach(self) -> None:
        entries = [one for one in code_list(_ITEMS).entries if one.valid_to is None]
        words = [f"{one.code} {one.label}" for one in entries]
        chosen = self._desk.messages.pick(self, "附件归入卷内哪一项？", words)
        if chosen is not None:
            self._giving.attach(entries[chosen].code)

    def _scans(self) -> None:
        stored = self._page is not None and self._page.form.draft.stored
        case = self._page.form.draft.id if self._page is not None and stored else ""
        self._desk.doors.open(Intent("scans", record_id=case))
