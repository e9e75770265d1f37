"""Reports on the screen: the figures of the ledger, and the records behind each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.ledger import Ledger
from db.periods import Period
from db.statistics.table import Balance, Cell, Column, ReportRow, ReportTable
from desktop.page import Intent
from desktop.theme import LARGE, Theme
from desktop.windows.balance_list import BalanceList
from desktop.windows.report_headings import heading_runs
from desktop.windows.report_page import ReportPage, make_page
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages

YEAR = Period("year", 2025)

OpenReport = Callable[..., ReportPage]


@pytest.fixture
def open_report(make_page_of: MakePage, qtbot: QtBot) -> OpenReport:
    """Open the first report for a period and wait for its figures."""

    def make(period: Period = YEAR, **words: object) -> ReportPage:
        page = make_page_of(make_page, Intent("reports"), **words)
        assert isinstance(page, ReportPage)
        page.period.show_period(period)
        page.period.changed.emit()
        qtbot.waitUntil(lambda: not page.desk.work.is_busy)
        return page

    return make


def test_the_page_shows_the_figures_of_the_ledger(open_report: OpenReport, office: Ledger) -> None:
    page = open_report()
    table = office.report(page.name, YEAR)
    assert page.grid.cells.table == table
    row = [one.key for one in table.rows].index("all")
    assert page.grid.cells.index(row, 0).data() == table.rows[row].cells[0].text


def test_the_arrows_go_to_the_period_before_and_after(open_report: OpenReport) -> None:
    page = open_report(Period("quarter", 2025, 1))
    page.period.earlier()
    assert page.period.period == Period("quarter", 2024, 4)
    page.period.later()
    assert page.period.period == Period("quarter", 2025, 1)


def test_another_kind_of_period_begins_where_one_was(open_report: OpenReport) -> None:
    page = open_report(Period("month", 2025, 11))
    page.period.kinds.setCurrentIndex(page.period.kinds.findData("half_year"))
    page.period.take_kind()
    assert page.period.period == Period("half_year", 2025, 2)


def test_a_cell_opens_exactly_the_records_it_counts(
    open_report: OpenReport, office: Ledger, qtbot: QtBot, doors: ClosedDoors
) -> None:
    page = open_report()
    table = office.report(page.name, YEAR)
    row = [one.key for one in table.rows].index("all")
    page.grid.setCurrentIndex(page.grid.cells.index(row, 0))
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(doors.opened))
    (name, ids), *_ = doors.opened[0].where
    assert name == "id"
    assert isinstance(ids, tuple)
    assert str(len(ids)) == table.rows[row].cells[0].text  # pyright: ignore[reportUnknownArgumentType]


def test_headings_of_one_group_stand_above_its_columns() -> None:
    def column(key: str, *path: str) -> Column:
        return Column(key, key, "件", path)

    columns = (column("1", "甲"), column("2", "甲", "其中"), column("3", "甲", "其中"), column("4"))
    table = ReportTable("t", "t", "", "", "", columns, (), ())
    assert heading_runs(table, 0) == [(0, 3, "甲")]
    assert heading_runs(table, 1) == [(1, 2, "其中")]


def test_a_broken_rule_is_named_with_its_rows(qtbot: QtBot, theme: Theme) -> None:
    shown = BalanceList(theme)
    qtbot.addWidget(shown)
    rules = (
        Balance("B1", "1＝2＋3", "error"),
        Balance("B2", "3≤1", "error", ("柳林村",)),
    )
    shown.show_balance(rules, ("说明。",))
    texts = [one.text() for one in shown.findChildren(QLabel)]
    assert "审核关系 1 条不符，请核对" in texts
    assert "B2　3≤1　不符：柳林村" in texts


def test_kept_rules_are_told_in_one_line(qtbot: QtBot, theme: Theme) -> None:
    shown = BalanceList(theme)
    qtbot.addWidget(shown)
    shown.show_balance((Balance("B1", "1＝2＋3", "error"),), ())
    assert "审核关系 1 条全部相符" in [one.text() for one in shown.findChildren(QLabel)]


def test_an_unknown_figure_is_said_to_be_empty(open_report: OpenReport) -> None:
    page = open_report()
    row = ReportRow("r", "某村", "unit", (Cell(None, ""),))
    page.grid.show_table(
        ReportTable("t", "t", "", "", "", (Column("1", "排查", "件"),), (row,), ())
    )
    assert page.grid.cells.words(0, 0) == "某村，排查：空 件"


@pytest.mark.parametrize("ending", [".pdf", ".xlsx"])
def test_a_report_is_saved_whole(
    open_report: OpenReport, qtbot: QtBot, messages: RecordedMessages, doors: ClosedDoors,
    tmp_path: Path, ending: str,
) -> None:  # fmt: skip
    page = open_report()
    file = tmp_path / f"报表{ending}"
    messages.answers.append(file)
    save = page.save_pdf if ending == ".pdf" else page.save_excel
    save()
    qtbot.waitUntil(lambda: any("已保存" in said for said in doors.said))
    if ending == ".pdf":
        assert file.read_bytes().startswith(b"%PDF")
    else:
        assert openpyxl.load_workbook(file).active is not None


def test_escape_leaves_the_paper_before_the_page(open_report: OpenReport) -> None:
    page = open_report()
    page.show_paper.setChecked(True)
    assert page.preview.view.page_count > 0
    assert page.step_back()
    assert not page.step_back()


def test_the_report_fits_the_window_in_large_type(open_report: OpenReport) -> None:
    page = open_report(size=(1136, 600), dressed=Theme(dark=True, scale=LARGE))
    assert page.minimumSizeHint().width() <= 1136
