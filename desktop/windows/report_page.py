"""Statistical reports: a report of a period, its cells, its rules; saved and printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QStackedWidget

from db.exchange.workbook import write_report
from desktop.files import file_name, write_whole
from desktop.look.widgets import button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.paint.print_preview import PreviewPane
from desktop.paint.printer import default_printer, print_plan, printer_names
from desktop.shortcuts import Key
from desktop.windows.balance_list import BalanceList
from desktop.windows.period_bar import PeriodBar
from desktop.windows.report_grid import ReportGrid
from forms.pdf import draw_pdf
from forms.report_sheet import lay_out_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from db.kinds import RecordId
    from db.ledger import Ledger
    from db.statistics.table import ReportTable
    from desktop.work import Step

__all__ = ["ReportPage", "make_page"]

_GRID, _PAPER = range(2)


class ReportPage(Page):
    """One report at a time; every number opens the records it counts."""

    title = "统计报表"
    menu_name = "reports"

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self._table: ReportTable | None = None
        self._reports = {report.name: report for report in desk.ledger.reports()}
        self.names = QComboBox()
        self.names.setAccessibleName("报表")
        for report in self._reports.values():
            self.names.addItem(f"{report.name} {report.label}", report.name)
        self.names.setCurrentIndex(max(0, self.names.findData(name)))
        self.period = PeriodBar(desk.theme, desk.ledger.today)
        self.grid = ReportGrid(desk.theme)
        self.preview = PreviewPane(desk.theme, buttons=False)
        self._lay_out()
        self.names.activated.connect(self._choose)
        self.period.changed.connect(self._compute)
        self.grid.opened.connect(self._open_cell)
        self.grid.pointed.connect(self._point)
        self._offer_periods()

    # What it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        self._stack.addWidget(self._sheet())
        self._stack.addWidget(card(theme, self.preview, margins=(1, 1, 1, 1), spacing=0))
        page = column(
            theme, self._head(), row(theme, self.names, self.period, None, spacing=12),
            self._stack, spacing=12, margins=(18, 14, 18, 12),
        )  # fmt: skip
        page.setStretch(2, 1)
        self.setLayout(page)

    def _head(self) -> QBoxLayout:
        theme = self.desk.theme
        self.show_paper = button("打印预览", theme=theme, icon="eye", checkable=True)
        excel = button("另存 Excel", theme=theme, icon="file-spreadsheet")
        pdf = button("另存 PDF", theme=theme, icon="download")
        prints = button("打印", "primary", theme=theme, icon="printer", tip="Ctrl+P")
        self.show_paper.toggled.connect(self._turn)
        excel.clicked.connect(self.save_excel)
        pdf.clicked.connect(self.save_pdf)
        prints.clicked.connect(self._print)
        self._givers = (self.show_paper, excel, pdf, prints)
        return row(theme, label("统计报表", "h1"), None, *self._givers)

    def _sheet(self) -> QWidget:
        theme = self.desk.theme
        self._open = button("查看这些记录", "link", theme=theme, icon="list", tip="回车")
        self._open.clicked.connect(self._open_current)
        self._cell = label("", "small")
        self.balance = BalanceList(theme, self._cell, self._open)
        made = card(theme, self.grid, self.balance, margins=(1, 1, 1, 1), spacing=0)
        made.body.setStretch(0, 1)
        return made

    # As the window asks ---------------------------------------------------------------

    def keys(self) -> list[Key]:
        return [Key("Ctrl+P", "打印", self._print)]

    def arrive(self) -> None:
        if self._table is None:
            self._compute()
        self.grid.setFocus()

    def step_back(self) -> bool:
        if self._stack.currentIndex() == _PAPER:
            self.show_paper.setChecked(False)
            return True
        return False

    def refresh(self, changes: object) -> None:
        del changes
        self._compute()

    # Computing ------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The name of the chosen report."""
        return str(self.names.currentData() or "")

    def _choose(self, *_: object) -> None:
        self._offer_periods()
        self._compute()

    def _offer_periods(self) -> None:
        if self.name:
            self.period.offer(self._reports[self.name].period_kinds)

    def _compute(self) -> None:
        name, period = self.name, self.period.period
        if not name:
            return

        def compute(ledger: Ledger, _step: Step) -> ReportTable:
            return ledger.report(name, period)

        self.desk.work.run(compute, self._show, self._failed, key=f"report {id(self)}")

    def _show(self, table: ReportTable) -> None:
        self._table = table
        self.grid.show_table(table)
        self.balance.show_balance(table.balance, table.footnotes)
        for one in self._givers:
            one.setEnabled(True)
        if self._stack.currentIndex() == _PAPER:
            self.preview.show_plan(lay_out_report(table))

    def _failed(self, error: Exception) -> None:
        self.desk.messages.fault(self, error)

    # Cells ----------------------------------------------------------------------------

    def _point(self, row: int, column: int) -> None:
        self._cell.setText(f"　{self.grid.cells.words(row, column)}")

    def _open_current(self) -> None:
        current = self.grid.currentIndex()
        if current.isValid():
            self._open_cell(current.row(), current.column())

    def _open_cell(self, row: int, column: int) -> None:
        table, period = self._table, self.period.period
        if table is None:
            return
        keys = table.rows[row].key, table.columns[column].key

        def trace(ledger: Ledger, _step: Step) -> list[tuple[str, RecordId]]:
            return ledger.trace(table.name, period, *keys)

        self.desk.work.run(trace, self._open_records, self._failed, key=f"trace {id(self)}")

    def _open_records(self, found: list[tuple[str, RecordId]]) -> None:
        if not found:
            self.desk.doors.say("这一格没有计入的记录。")
            return
        type_name = found[0][0]
        ids = tuple(dict.fromkeys(one for name, one in found if name == type_name))
        self.desk.doors.open_list(type_name, (("id", ids),))

    # Giving out ------------------------------------------------------------------------

    def _turn(self, on: bool) -> None:
        self._stack.setCurrentIndex(_PAPER if on else _GRID)
        if on and self._table is not None:
            self.preview.offer_printers(printer_names(), default_printer())
            self.preview.show_plan(lay_out_report(self._table))

    def _print(self) -> None:
        """Show the paper first: there the printer is chosen; then print."""
        if not self.show_paper.isChecked():
            self.show_paper.setChecked(True)
            return
        plan = self.preview.plan
        if plan is None:
            return
        if not self.preview.printer:
            self.desk.messages.warn(self, "本机没有安装打印机。", "请“另存 PDF”后到别的机器打印。")
            return
        print_plan(plan, self.preview.printer, self.preview.copies)
        self.desk.doors.say("已送打印机。")

    def save_pdf(self) -> None:
        """Ask for a file and save the report as it is printed."""
        self._save(".pdf", "PDF 文件 (*.pdf)", _as_pdf)

    def save_excel(self) -> None:
        """Ask for a file and save the report as a workbook."""
        self._save(".xlsx", "Excel 文件 (*.xlsx)", write_report)

    def _save(self, ending: str, kinds: str, write: Callable[[ReportTable], bytes]) -> None:
        table = self._table
        if table is None:
            return
        proposal = file_name(f"{table.title} {table.period_label}", ending)
        file = self.desk.messages.save_file(self, "另存报表", proposal, kinds)
        if file is None:
            return

        def save(_ledger: Ledger, _step: Step) -> None:
            write_whole(file, write(table))

        done = partial(self.desk.doors.say, f"已保存到 {file}")
        self.desk.work.run(save, lambda _: done(), self._failed)


def _as_pdf(table: ReportTable) -> bytes:
    return draw_pdf(lay_out_report(table))


def make_page(desk: Desk, intent: Intent) -> ReportPage:
    """The report the intent names, or the first one."""
    return ReportPage(desk, intent.name)
