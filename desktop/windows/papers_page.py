"""The papers of a record, of selected records, or of a whole type: show, save, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox

from db.kinds import RecordId
from db.records import record_type
from desktop.files import file_name, write_whole
from desktop.look.widgets import button, card, column, label, panel, row
from desktop.page import Desk, Intent, Page
from desktop.paint.paper_list import PaperList
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import default_printer, print_plan, printer_names
from desktop.printing import Printed, plan_paper, print_again, print_paper
from desktop.shortcuts import Key
from desktop.windows.profile_choice import ProfileChoiceBox
from forms.catalogue import paper_named, papers_for
from forms.pdf import draw_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QBoxLayout

    from db.declare import RecordType
    from db.ledger import Ledger
    from desktop.look.widgets import Card
    from desktop.work import Step
    from forms.plan import Plan

__all__ = ["PapersPage", "make_page"]

_PRINTS_SHOWN = 4


class PapersPage(Page):
    """Which papers there are, the one chosen as it will be printed, and printing itself.

    Nothing is kept until something is saved or printed; then it gets its print number.
    """

    menu_name = "papers"

    def __init__(
        self, desk: Desk, kind: RecordType | None, ids: tuple[RecordId, ...], name: str
    ) -> None:
        """kind: None offers the blank forms of every type. name: the paper shown first."""
        super().__init__(desk)
        self.kind = kind
        self.menu_name = kind.name if kind else "papers"
        self.ids = ids
        self.title = self._heading()
        self._offered = papers_for(kind.name if kind else None)
        self.papers = PaperList(desk.theme, self._offered)
        self.preview = PreviewPane(desk.theme, buttons=False)
        self._first = name
        self._lay_out()
        self.papers.chosen.connect(self._draw)
        self.papers.ticked.connect(self._count_ticks)
        self.blank.toggled.connect(self._draw)
        self.public.toggled.connect(self._draw)
        self.profile.currentIndexChanged.connect(self._draw)
        self._count_ticks()

    def _heading(self) -> str:
        if self.kind is None:
            return "空白文书"
        if len(self.ids) == 1:
            return self.desk.ledger.title(self.kind.name, self.ids[0])
        return f"{self.kind.label}文书" + (f"（所选 {len(self.ids)} 条）" if self.ids else "")

    # What it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.desk.theme
        body = row(theme, self._left(), self._right(), spacing=12)
        body.setStretch(1, 1)
        self.setLayout(column(theme, self._head(), body, spacing=12, margins=(18, 14, 18, 12)))
        layout = self.layout()
        if layout is not None:
            cast("QBoxLayout", layout).setStretch(1, 1)

    def _head(self) -> QBoxLayout:
        theme = self.desk.theme
        back = button("返回", "link", theme=theme, icon="arrow-left", tip="返回（Esc）")
        back.clicked.connect(self.desk.doors.back)
        heading = label(self.title, "h1")
        heading.setToolTip(self.title)
        heading.setMinimumWidth(theme.px(80))
        self._save_them = button("另存 PDF", theme=theme, icon="download")
        self._print_them = button("打印", "primary", theme=theme, icon="printer", tip="Ctrl+P")
        self._save_them.clicked.connect(self.save)
        self._print_them.clicked.connect(self.print_papers)
        head = row(theme, back, heading, self._save_them, self._print_them)
        head.setStretch(1, 1)
        return head

    def _left(self) -> Card:
        theme = self.desk.theme
        self._ticks = label("", "small")
        self.blank = QCheckBox("空白表（打印后手填）")
        self.public = QCheckBox("公开稿（化名）")
        self.public.setToolTip("姓名、号码、住址作化名处理，供案例上报；页脚注明，不能归卷")
        self.profile = ProfileChoiceBox(self.desk.ledger)
        styles = row(theme, label("样式", "field"), self.profile, margins=(14, 0, 14, 2))
        styles.setStretch(1, 1)
        head = row(theme, label("文书", "h2"), None, self._ticks, margins=(14, 0, 12, 0))
        self._prints = panel(column(theme, spacing=0, margins=(14, 4, 8, 4)))
        ways = column(theme, self.blank, self.public, spacing=2, margins=(14, 0, 8, 2))
        made = card(
            theme, head, ways, styles, self.papers, self._prints, margins=(1, 10, 1, 8), spacing=6
        )
        self.public.setVisible(bool(self.ids))
        made.body.setStretch(3, 1)
        made.setFixedWidth(theme.px(252))
        return made

    def _right(self) -> Card:
        return card(self.desk.theme, self.preview, margins=(1, 1, 1, 1), spacing=0)

    # As the window asks ---------------------------------------------------------------

    def keys(self) -> list[Key]:
        return [Key("Ctrl+P", "打印", self.print_papers)]

    def arrive(self) -> None:
        if not self.papers.shown:
            QTimer.singleShot(0, self, self._begin)

    def refresh(self, changes: object) -> None:
        del changes
        self.profile.offer()
        self._draw()
        self._show_prints()

    def _begin(self) -> None:
        """Show the first paper; asking the system for printers may take a while."""
        if self._offered:
            names = [paper.name for paper in self._offered]
            usable = [paper.name for paper in self._offered if self.ids or paper.many]
            first = self._first if self._first in names else (usable or names)[0]
            if not usable or self.kind is None:
                self.blank.setChecked(True)
            self.papers.show_paper(first)
        self.preview.offer_printers(printer_names(), default_printer())
        self.preview.view.setFocus()
        self._show_prints()

    # Showing --------------------------------------------------------------------------

    def _draw(self, *_: object) -> None:
        name, blank, ids = self.papers.shown, self.blank.isChecked(), self.ids
        public, asked = self.public.isChecked(), self.profile.asked
        if not name:
            return
        if not blank and not ids and not paper_named(name).many:
            self.preview.show_plan(None)
            self.desk.doors.say("请先在列表中选择记录，或勾选“空白表”。")
            return

        def plan(ledger: Ledger, _step: Step) -> Plan:
            return plan_paper(ledger, name, ids, blank=blank, profile=asked, public=public)

        key = f"preview {id(self)}"
        self.desk.work.run(plan, self.preview.show_plan, self._nothing_to_show, key=key)

    def _nothing_to_show(self, error: Exception) -> None:
        self.preview.show_plan(None)
        if not isinstance(error, ValueError):
            self.desk.messages.fault(self, error)
            return
        self.desk.doors.say("没有可打印的内容：请先登记记录，或勾选“空白表”。")

    def _count_ticks(self) -> None:
        number = len(self.papers.ticked_names)
        self._ticks.setText(f"已勾选 {number}" if number else "")
        words = f"打印已勾选 {number} 种" if number else "打印"
        self._print_them.setText(f" {words}")
        self._print_them.setAccessibleName(words)

    # Giving out ------------------------------------------------------------------------

    def _wanted(self) -> list[str]:
        """The ticked papers, or without any the one shown, as far as they can be printed."""
        names = self.papers.ticked_names or (self.papers.shown,)
        possible = self.blank.isChecked() or bool(self.ids)
        return [name for name in names if name and (possible or paper_named(name).many)]

    def print_papers(self) -> None:
        """Print the ticked papers, or without any the one shown."""
        printer, copies = self.preview.printer, self.preview.copies
        if not printer:
            self.desk.messages.warn(self, "本机没有安装打印机。", "请“另存 PDF”后到别的机器打印。")
            return
        self._make(self._wanted(), partial(self._send, printer, copies))

    def _send(self, printer: str, copies: int, prints: list[Printed]) -> None:
        for one in prints:
            print_plan(one.plan, printer, copies)
        self._done("已送打印机", prints)

    def save(self) -> None:
        """Save the ticked papers, or without any the one shown, in one PDF file."""
        wanted = self._wanted()
        if not wanted:
            return
        words = f"{paper_named(wanted[0]).label} {self.title}" if len(wanted) == 1 else self.title
        kinds = "PDF 文件 (*.pdf)"
        file = self.desk.messages.save_file(self, "另存 PDF", file_name(words, ".pdf"), kinds)
        if file is not None:
            self._make(wanted, partial(self._write, file))

    def _write(self, file: Path, prints: list[Printed]) -> None:
        one = prints[0].pdf
        write_whole(file, one if len(prints) == 1 else draw_pdf([p.plan for p in prints]))
        self._done(f"已保存到 {file}", prints)

    def _make(self, wanted: list[str], done: Callable[[list[Printed]], object]) -> None:
        """Make numbered prints off the main thread, then pass them on."""
        ids, blank = self.ids, self.blank.isChecked()
        asked, public = self.profile.asked, self.public.isChecked()
        if not wanted:
            return

        def make(ledger: Ledger, step: Step) -> list[Printed]:
            made: list[Printed] = []
            for number, name in enumerate(wanted):
                step(number, len(wanted))
                made.append(
                    print_paper(ledger, name, ids, blank=blank, profile=asked, public=public)
                )
            return made

        self.desk.work.run(make, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.desk.messages.fault(self, error)

    def _done(self, what: str, prints: Sequence[Printed]) -> None:
        numbers = "、".join(one.number for one in prints)
        self.desk.doors.say(f"{what}，打印编号 {numbers}。")
        self._show_prints()

    # Earlier prints ---------------------------------------------------------------------

    def _show_prints(self) -> None:
        layout = cast("QBoxLayout", self._prints.layout())
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        desk = self.desk.ledger.papers
        marks = desk.marks_of(self.ids[0]) if len(self.ids) == 1 else []
        self.papers.show_prints(marks)
        jobs = [mark.job for mark in marks]
        if jobs:
            layout.addWidget(label(f"打印记录（{len(jobs)} 次，点开原样重印）", "small"))
        for job in jobs[:_PRINTS_SHOWN]:
            words = f"{job.number}　{paper_named(job.paper).label}"
            words += "（公开稿）" if job.masked else ""
            made = button(words, "link", theme=self.desk.theme)
            made.setToolTip(f"{job.made_at:%Y-%m-%d %H:%M}　{job.operator}　{job.pages} 页")
            made.clicked.connect(partial(self._again, job.number))
            layout.addWidget(made)
        self._prints.setVisible(bool(jobs))

    def _again(self, number: str, *_: object) -> None:
        printed = print_again(self.desk.ledger, number)
        if printed is None:
            return
        self.preview.show_plan(printed.plan)
        proposal = file_name(f"重印 {number}", ".pdf")
        file = self.desk.messages.save_file(self, "原样重印", proposal, "PDF 文件 (*.pdf)")
        if file is not None:
            write_whole(file, printed.pdf)
            self._done(f"已保存到 {file}", [printed])


def make_page(desk: Desk, intent: Intent) -> PapersPage:
    """The papers of the intent's record, of its `id` condition, or of the whole type."""
    ids = dict(intent.where).get("id")
    several = cast("tuple[RecordId, ...]", ids) if isinstance(ids, tuple) else ()
    one = (RecordId(intent.record_id),) if intent.record_id else ()
    kind = record_type(intent.type_name) if intent.type_name else None
    return PapersPage(desk, kind, one or several, intent.name)
