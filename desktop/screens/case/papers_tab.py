"""The papers of a case in one place: see, tick, print, save, without leaving the case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.kinds import RecordId
from desktop.files import file_name, write_whole
from desktop.look.widgets import button, card, column, label, row
from desktop.paint.paper_list import PaperList
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import default_printer, print_plan, printer_names
from desktop.printing import Printed, print_paper
from desktop.record_form import subject_of_draft
from forms.catalogue import lay_out, paper_named
from forms.pdf import draw_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.ledger import Ledger
    from desktop.page import Desk
    from desktop.record_form import RecordPage
    from desktop.work import Step

__all__ = ["PapersTab"]


class PapersTab(QWidget):
    """Every paper this case has a use for, in order; all are ticked at first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: RecordPage | None = None
        self._names: tuple[str, ...] = ()
        theme = desk.theme
        self.list = PaperList(theme, [])
        self.list.chosen.connect(self._draw)
        self.preview = PreviewPane(theme, buttons=False)
        self._print = button("打印已勾选", "primary", theme=theme, icon="printer")
        self._print.clicked.connect(self.print_papers)
        self._save = button("另存 PDF", theme=theme, icon="download")
        self._save.clicked.connect(self.save)
        head = row(theme, label("本案文书", "h2"), None, margins=(14, 0, 12, 0))
        self._left = card(theme, head, self.list, margins=(1, 10, 1, 8), spacing=6)
        self._left.body.setStretch(1, 1)
        foot = row(theme, self._save, self._print, margins=(12, 4, 12, 4))
        self._left.body.addLayout(foot)
        self._left.setFixedWidth(theme.px(280))
        right = card(theme, self.preview, margins=(1, 1, 1, 1), spacing=0)
        body = row(theme, self._left, right, spacing=12)
        body.setStretch(1, 1)
        self.setLayout(column(theme, body, margins=(0, 0, 0, 10)))

    def join(self, page: RecordPage) -> None:
        """Show the papers of this page's case from now on."""
        self._page = page

    def begin(self) -> None:
        """The tab has come to the front: offer what the case has a use for now."""
        if self._page is None:
            return
        names = self._desk.ledger.cases.papers(self._page.form.draft)
        if names != self._names:
            self._names = names
            fresh = PaperList(self._desk.theme, [paper_named(name) for name in names])
            fresh.chosen.connect(self._draw)
            self._left.body.replaceWidget(self.list, fresh)
            self.list.deleteLater()
            self.list = fresh
            for tick in fresh.ticks.values():
                tick.setChecked(True)
            self.preview.offer_printers(printer_names(), default_printer())
        shown = self.list.shown or (names[0] if names else "")
        if shown:
            self.list.show_paper(shown)

    def _draw(self, name: str) -> None:
        if self._page is not None:
            ledger = self._desk.ledger
            subject = subject_of_draft(ledger, self._page.form.draft)
            self.preview.show_plan(lay_out(name, [subject], today=ledger.today))

    def print_papers(self) -> None:
        """Print what is ticked, as numbered prints."""
        printer, copies = self.preview.printer, self.preview.copies
        if not printer:
            words = "本机没有安装打印机。", "请“另存 PDF”后到别的机器打印。"
            self._desk.messages.warn(self, *words)
            return
        self._make(partial(self._send, printer, copies))

    def save(self) -> None:
        """Save what is ticked in one PDF file, as numbered prints."""
        title = "" if self._page is None else self._page.form.session.title()
        kinds = "PDF 文件 (*.pdf)"
        file = self._desk.messages.save_file(self, "另存 PDF", file_name(title, ".pdf"), kinds)
        if file is not None:
            self._make(partial(self._write, file))

    def _make(self, done: Callable[[list[Printed]], object]) -> None:
        """Save the case, make the prints off the main thread, then pass them on."""
        page, wanted = self._page, self.list.ticked_names
        if page is None or not wanted:
            return
        if (page.form.session.touched or not page.form.draft.stored) and not page.save():
            return
        case = RecordId(page.form.draft.id)

        def make(ledger: Ledger, step: Step) -> list[Printed]:
            made: list[Printed] = []
            for number, name in enumerate(wanted):
                step(number, len(wanted))
                made.append(print_paper(ledger, name, [case]))
            return made

        self._desk.work.run(make, done, partial(self._desk.messages.fault, self))

    def _send(self, printer: str, copies: int, prints: Sequence[Printed]) -> None:
        for one in prints:
            print_plan(one.plan, printer, copies)
        self._say("已送打印机", prints)

    def _write(self, file: Path, prints: Sequence[Printed]) -> None:
        write_whole(file, draw_pdf([one.plan for one in prints]))
        self._say(f"已保存到 {file}", prints)

    def _say(self, what: str, prints: Sequence[Printed]) -> None:
        first, last = prints[0].number, prints[-1].number
        numbers = first if first == last else f"{first} 至 {last}"
        self._desk.doors.say(f"{what}，打印编号 {numbers}。")
