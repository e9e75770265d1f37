"""The first page: painted at once, filled afterwards, and every number leads somewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.duties.workbench import MonthCount
from db.kinds import RecordId
from db.store import KeptDraft
from desktop.look.charts import Bars, Series, line_step
from desktop.look.tile import NumberTile
from desktop.look.widgets import Banner
from desktop.page import Intent
from desktop.theme import Theme
from desktop.windows.due_list import DueList, days_left
from desktop.windows.navigation import EntryButton
from desktop.windows.shell import Shell
from desktop.windows.workbench import WorkbenchPage
from tests.desktop.conftest import LedgerInMemory, MakeShell, PlainPage, due_item, full_workbench
from tests.desktop.typing import press


@pytest.fixture
def filled(make_shell: MakeShell, qtbot: QtBot) -> Shell:
    """A shell whose workbench has its numbers."""
    shell = make_shell()
    qtbot.waitUntil(lambda: due_list(shell).items.rowCount() > 0)
    return shell


def due_list(shell: Shell) -> DueList:
    """The list of what is due."""
    found = shell.findChild(DueList)
    assert isinstance(found, DueList)
    return found


def named(shell: Shell, words: str) -> QPushButton:
    """The button whose spoken name begins with these words."""
    found = shell.page.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName().startswith(words))


def top(shell: Shell) -> Intent:
    """What the page on top was opened for."""
    assert isinstance(shell.page, PlainPage)
    return shell.page.intent


def test_the_page_paints_before_it_counts(make_shell: MakeShell) -> None:
    order: list[str] = []
    shell = make_shell()
    shell.painted.connect(lambda: order.append("painted"))
    page = shell.page
    assert isinstance(page, WorkbenchPage)

    def note(_shown: object) -> None:
        order.append("filled")

    page.filled.connect(note)
    QTest.qWait(100)
    assert order == ["painted", "filled"]


def test_a_tile_opens_the_list_behind_it(filled: Shell) -> None:
    tile = filled.page.findChildren(NumberTile)[1]
    assert tile.accessibleName() == "在调纠纷 9 件，疑难复杂 3 件"
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert top(filled) == Intent("list", type_name="mediation_case", where=(("state", "02"),))


def test_a_tile_answers_to_enter(filled: Shell) -> None:
    QTest.keyClick(filled.page.findChildren(NumberTile)[1], Qt.Key.Key_Return)
    assert top(filled).page == "list"


def test_a_tile_without_a_list_takes_no_focus(filled: Shell) -> None:
    tile = filled.page.findChildren(NumberTile)[0]
    assert tile.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert filled.page_count == 1


def test_enter_on_a_due_item_opens_its_record(filled: Shell) -> None:
    due = due_list(filled)
    QTest.keyClick(due, Qt.Key.Key_Down)
    QTest.keyClick(due, Qt.Key.Key_Return)
    assert top(filled) == Intent("record", type_name="mediation_case", record_id="case-2")


def test_a_gap_opens_the_records_it_counts(filled: Shell) -> None:
    QTest.mouseClick(named(filled, "缺申请人联系电话，3 件"), Qt.MouseButton.LeftButton)
    assert top(filled).type_name == "mediation_case"


def test_a_gap_without_a_list_cannot_be_pressed(filled: Shell) -> None:
    assert not named(filled, "已结案未回访").isEnabled()


def test_what_was_never_saved_is_offered_at_the_start(
    make_shell: MakeShell, ledger: LedgerInMemory, qtbot: QtBot
) -> None:
    at = datetime(2025, 3, 1, 9, 41)  # noqa: DTZ001 - as the store keeps it
    ledger.kept = [KeptDraft(RecordId("one"), "mediation_case", at, "周建民", {"stored": False})]
    shell = make_shell()
    qtbot.waitUntil(lambda: due_list(shell).items.rowCount() > 0)
    banner = next(b for b in shell.page.findChildren(Banner) if b.isVisible())
    assert "调解案件（2025年3月1日 09:41）" in banner.accessibleName()
    press(named(shell, "接着填"), Qt.Key.Key_Return)
    assert top(shell) == Intent("new", type_name="mediation_case")


def test_ctrl_n_registers_what_is_registered_most(filled: Shell) -> None:
    QTest.keyClick(filled, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert top(filled) == Intent("new", type_name="mediation_case")


def test_what_is_due_shows_at_the_navigation_and_the_bell(filled: Shell) -> None:
    entries = [one.accessibleName() for one in filled.navigation.findChildren(EntryButton)]
    assert "调解案件，3 项待处理" in entries
    bell = [one.accessibleName() for one in filled.top_bar.findChildren(QPushButton)]
    assert "提醒：3 项到期，其中 1 项已逾期" in bell


def test_the_numbers_follow_the_ledger(filled: Shell, ledger: LedgerInMemory, qtbot: QtBot) -> None:
    ledger.first_screen = replace(full_workbench(), due=(due_item(2, "soon", 9),), gaps=())
    ledger.listeners[0]("changed")
    due = due_list(filled)
    qtbot.waitUntil(lambda: due.items.rowCount() == 1)
    assert "没有待补的资料" in [one.text() for one in filled.page.findChildren(QLabel)]


def test_an_empty_ledger_has_a_workbench_too(
    make_shell: MakeShell, ledger: LedgerInMemory, qtbot: QtBot
) -> None:
    months = tuple(MonthCount(f"{month}月", 0, 0) for month in range(1, 7))
    ledger.first_screen = replace(full_workbench(), due=(), gaps=(), tiles=(), months=months)
    shell = make_shell()
    texts = lambda: [one.text() for one in shell.page.findChildren(QLabel)]  # noqa: E731
    qtbot.waitUntil(lambda: "没有到期的事项" in texts())
    assert not shell.grab().isNull()


@pytest.mark.parametrize(
    ("day", "words"),
    [(13, "逾期 3 天"), (16, "今天到期"), (17, "剩 1 天")],
)
def test_a_date_is_told_in_days(day: int, words: str) -> None:
    assert days_left(date(2026, 3, day), date(2026, 3, 16)) == words


def test_the_model_of_due_items_keeps_the_rules_of_qt(filled: Shell) -> None:
    model = due_list(filled).items
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_items((due_item(1, "soon"),), date(2026, 3, 16))
    assert model.data(model.index(0, 3)) == "剩 1 天"
    assert "依据：" in str(model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))


def test_bars_tell_their_numbers_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    bars = Bars(theme, "受理与办结")
    qtbot.addWidget(bars)
    bars.show_series(["1月", "2月"], [Series("受理", (3, 5)), Series("办结", (2, 0))])
    assert bars.accessibleDescription() == "受理：1月 3，2月 5；办结：1月 2，2月 0"


@pytest.mark.parametrize(("most", "step"), [(0, 1), (5, 1), (6, 2), (19, 5), (26, 10), (700, 200)])
def test_the_lines_of_a_chart_are_three_to_six(most: int, step: int) -> None:
    assert line_step(most) == step
