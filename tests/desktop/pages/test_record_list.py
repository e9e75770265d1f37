"""The list of any record type: complete, in order, and it keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from db.records import ALL_RECORD_TYPES
from desktop.page import Intent
from desktop.record_list import ListPage, make_page
from desktop.record_list.rows import HEAD
from desktop.theme import LARGE, Theme
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import CASES, MakePage
from tests.desktop.recorded_messages import RecordedMessages
from tests.desktop.typing import type_text

Open = Callable[..., ListPage]
LISTED = [kind for kind in ALL_RECORD_TYPES if kind.menu]


@pytest.fixture
def open_list(make_page_of: MakePage, qtbot: QtBot) -> Open:
    """Open the list of a type and wait until all of it is known."""

    def make(type_name: str = "mediation_case", **words: object) -> ListPage:
        intent = Intent("list", type_name, **words)  # pyright: ignore[reportArgumentType]
        page = make_page_of(make_page, intent)
        assert isinstance(page, ListPage)
        settle(qtbot, page)
        return page

    return make


def settle(qtbot: QtBot, page: ListPage) -> None:
    """Wait until everything the list shows has been read."""
    qtbot.waitUntil(lambda: page.is_settled() and page.rows.is_ordered)


def shown(page: ListPage, name: str) -> list[str]:
    """What one column says, from the top to the end."""
    rows = (page.rows.row(at) for at in range(page.rows.rowCount()))
    return [row.shown.get(name, "") for row in rows if row is not None]


def test_the_model_keeps_qts_rules(open_list: Open) -> None:
    page = open_list()
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.filters.search.setText("村")
    page.filters.changed.emit()


@pytest.mark.parametrize("kind", LISTED, ids=lambda kind: kind.name)
def test_every_type_lists_all_its_records(open_list: Open, office: Ledger, kind: object) -> None:
    name = str(getattr(kind, "name", ""))
    page = open_list(name)
    assert page.rows.rowCount() == office.count(ListQuery(name))


def test_rows_beyond_the_first_read_are_those_of_the_query(open_list: Open, office: Ledger) -> None:
    page = open_list()
    everything = office.page(page.query, CASES, 0)
    assert CASES > HEAD
    assert [row.id for row in everything] == [
        row.id for at in range(CASES) if (row := page.rows.row(at)) is not None
    ]


def test_newest_cases_stand_first(open_list: Open) -> None:
    days = shown(open_list(), "accepted_on")
    assert days == sorted(days, reverse=True)


def test_clicking_a_heading_sorts_and_again_turns_round(open_list: Open, qtbot: QtBot) -> None:
    page = open_list()
    at = [column.name for column in page.rows.columns].index("number")
    for descending in (False, True):
        page.table.horizontalHeader().sectionClicked.emit(at)
        settle(qtbot, page)
        numbers = shown(page, "number")
        assert numbers == sorted(numbers, reverse=descending)


def test_typing_narrows_the_list_to_what_the_search_finds(
    open_list: Open, office: Ledger, qtbot: QtBot
) -> None:
    page = open_list()
    wanted = page.rows.row(40)
    assert wanted is not None
    number = str(wanted.values["number"])
    with qtbot.waitSignal(page.rows.loaded):
        type_text(page.filters.search, number)
    query = ListQuery("mediation_case", search=number)
    assert page.rows.rowCount() == office.count(query)
    assert number in shown(page, "number")


def test_hits_stand_in_the_order_of_the_list(open_list: Open, qtbot: QtBot) -> None:
    page = open_list()
    page.filters.search.setText("纠纷")
    page.filters.changed.emit()
    settle(qtbot, page)
    days = shown(page, "accepted_on")
    assert len(days) > HEAD
    assert days == sorted(days, reverse=True)


def test_chips_count_the_states_and_filter_by_them(open_list: Open, qtbot: QtBot) -> None:
    page = open_list()
    chip = next(
        one for one in page.filters.chips.findChildren(QAbstractButton) if "不成功" in one.text()
    )
    number = int(chip.text().split()[-1])
    chip.click()
    settle(qtbot, page)
    assert page.rows.rowCount() == number
    assert set(shown(page, "state")) == {"调解不成功"}


def test_a_year_keeps_only_its_cases(open_list: Open, qtbot: QtBot) -> None:
    page = open_list()
    combo = page.filters.year
    combo.setCurrentIndex(combo.findData(2025))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, page)
    days = shown(page, "accepted_on")
    assert days
    assert all(day.startswith("2025-") for day in days)


def test_a_report_cell_lists_exactly_its_records(open_list: Open, office: Ledger) -> None:
    ids = tuple(row.id for row in office.page(ListQuery("mediation_case"), 7, 3))
    page = open_list(where=(("id", ids),))
    assert {row.id for at in range(7) if (row := page.rows.row(at))} == set(ids)
    assert page.rows.rowCount() == 7


def test_escape_clears_the_search_then_the_filters_then_leaves(open_list: Open) -> None:
    page = open_list(where=(("state", "03"),))
    page.filters.search.setText("村")
    assert page.step_back()
    assert not page.filters.search.text()
    assert page.step_back()
    assert page.filters.is_clear
    assert not page.step_back()


def test_enter_opens_the_current_row(open_list: Open, doors: ClosedDoors) -> None:
    page = open_list()
    page.table.go_to(5)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    row = page.rows.row(5)
    assert row is not None
    assert doors.opened == [Intent("record", "mediation_case", row.id)]


def test_end_jumps_to_the_last_row(open_list: Open) -> None:
    page = open_list()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.currentIndex().row() == CASES - 1


def test_copied_rows_paste_into_excel_as_cells(open_list: Open) -> None:
    page = open_list()
    page.table.select_places([1, 2])
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert len(lines) == 3
    first = page.rows.row(1)
    assert first is not None
    assert lines[0].split("\t")[0] == first.shown["number"]


def test_a_change_keeps_selection_and_place(open_list: Open, office: Ledger, qtbot: QtBot) -> None:
    page = open_list()
    page.table.go_to(120)
    kept = page.rows.row(120)
    bar = page.table.verticalScrollBar().value()
    assert kept is not None
    newest = page.rows.row(0)
    assert newest is not None
    page.refresh(office.remove(newest.id, "测试"))
    settle(qtbot, page)
    assert page.rows.rowCount() == CASES - 1
    row = page.rows.row(page.table.currentIndex().row())
    assert row is not None
    assert row.id == kept.id
    assert page.table.verticalScrollBar().value() == bar


def test_an_empty_list_says_what_to_do_first(open_list: Open, qtbot: QtBot) -> None:
    page = open_list()
    page.filters.search.setText("查无此事项")
    page.filters.changed.emit()
    settle(qtbot, page)
    assert page.empty.isVisible()
    page.empty.wanted.emit()
    settle(qtbot, page)
    assert page.rows.rowCount() == CASES


def test_the_list_is_exported_as_shown(
    open_list: Open, qtbot: QtBot, messages: RecordedMessages, doors: ClosedDoors, tmp_path: Path
) -> None:
    page = open_list("mediator")
    file = tmp_path / "花名册.xlsx"
    messages.answers.append(file)
    page.export_all()
    qtbot.waitUntil(lambda: file.exists() and bool(doors.said) and "已导出" in doors.said[-1])
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert sheet.max_row == page.rows.rowCount() + 1


def test_printing_hands_the_selected_records_on(open_list: Open, doors: ClosedDoors) -> None:
    page = open_list()
    page.table.select_places([0, 3])
    page.print_selected()
    rows = page.rows.row(0), page.rows.row(3)
    assert doors.opened[0].page == "papers"
    assert doors.opened[0].where == (("id", tuple(row.id for row in rows if row)),)


@pytest.mark.parametrize("kind", LISTED, ids=lambda kind: kind.name)
def test_no_list_is_wider_than_the_window_in_large_type(
    make_page_of: MakePage, kind: object
) -> None:
    intent = Intent("list", str(getattr(kind, "name", "")))
    page = make_page_of(make_page, intent, size=(1136, 600), dressed=Theme(dark=True, scale=LARGE))
    assert page.minimumSizeHint().width() <= 1136


def test_everything_that_takes_the_keyboard_has_a_name(open_list: Open) -> None:
    page = open_list()
    page.filters.more.setChecked(True)
    nameless = [
        one
        for one in page.findChildren(QAbstractButton) + page.findChildren(QLineEdit)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.isVisibleTo(page)
        and not (one.accessibleName() or one.text())
    ]
    assert not nameless
