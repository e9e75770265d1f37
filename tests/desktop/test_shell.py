"""The main window: its pages lie on one another, and nothing of them is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.faults import Fault
from db.records import ALL_RECORD_TYPES
from desktop import VERSION
from desktop.page import Desk, Intent, Page
from desktop.shortcuts import Key, KeyClash
from desktop.windows.navigation import EntryButton
from desktop.windows.shell import Shell
from resources import shipped_file
from tests.desktop.conftest import MakeShell, PlainPage
from tests.desktop.recorded_messages import RecordedMessages
from tests.desktop.typing import type_text


class Ear(QObject):
    """Hears the keys that reach another widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keys: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return False


def top(shell: Shell) -> PlainPage:
    """The plain page on top."""
    page = shell.page
    assert isinstance(page, PlainPage)
    return page


def entry(shell: Shell, words: str) -> EntryButton:
    """The entry of the navigation with these words."""
    return next(one for one in shell.findChildren(EntryButton) if one.text() == words)


def focusable(window: QWidget) -> list[QWidget]:
    """Everything that shows and can have the keyboard, but the inner parts of Qt's own."""
    inner = (QComboBox, QAbstractSpinBox)
    return [
        one
        for one in window.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.isVisibleTo(window)
        and not (isinstance(one, QLineEdit) and isinstance(one.parent(), inner))
    ]


def test_every_record_type_with_a_menu_has_an_entry(shell: Shell) -> None:
    words = {one.text() for one in shell.findChildren(EntryButton)}
    menu = {kind.short_label for kind in ALL_RECORD_TYPES if kind.menu}
    assert menu | {"工作台", "扫描归档", "统计报表", "数据包收发", "设置"} == words


def test_an_entry_opens_its_list_and_is_lit(shell: Shell) -> None:
    label = next(kind for kind in ALL_RECORD_TYPES if kind.name == "village").label
    QTest.mouseClick(entry(shell, label), Qt.MouseButton.LeftButton)
    assert top(shell).intent == Intent("list", type_name="village")
    assert [one.text() for one in shell.findChildren(EntryButton) if one.isChecked()] == [label]


def test_back_gives_the_page_before_as_it_was_left(shell: Shell) -> None:
    shell.open_list("person")
    type_text(top(shell).line, "赵")
    shell.open_record("person", "x")
    assert shell.windowTitle().startswith("record person")
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    assert top(shell).line.text() == "赵"
    assert top(shell).arrivals == 2
    assert shell.windowTitle().startswith("list person")


def test_escape_first_undoes_a_step_inside_the_page(shell: Shell) -> None:
    shell.open_list("person")
    top(shell).filtered = True
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.page_count == 2
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.page_count == 1


def test_the_workbench_cannot_be_left_behind(shell: Shell) -> None:
    shell.back()
    assert shell.page_count == 1


def test_a_page_that_will_not_be_left_stays_on_top(shell: Shell) -> None:
    shell.open_new("person")
    top(shell).may_leave = False
    QTest.mouseClick(entry(shell, "设置"), Qt.MouseButton.LeftButton)
    assert top(shell).intent.page == "new"
    assert not shell.close()


def test_a_long_walk_forgets_its_beginning(shell: Shell) -> None:
    for number in range(30):
        shell.open_record("person", str(number))
    assert shell.page_count <= 12
    assert top(shell).intent.record_id == "29"


def test_replace_takes_the_place_of_the_page_on_top(shell: Shell) -> None:
    shell.open_new("person")
    shell.replace(Intent("record", type_name="person", record_id="7"))
    assert shell.page_count == 2
    assert top(shell).intent.record_id == "7"


def test_a_record_that_is_gone_is_said_in_words(
    shell: Shell, messages: RecordedMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_desk: Desk, intent: Intent) -> Page:
        raise LookupError(intent.record_id)

    monkeypatch.setitem(shell.factories, "record", gone)
    shell.open_record("person", "7")
    assert "已不在台账里" in messages.said[0]
    assert shell.page_count == 1


def test_a_fault_on_the_way_to_a_page_is_said_in_words(
    shell: Shell, messages: RecordedMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_desk: Desk, _intent: Intent) -> Page:
        raise Fault("磁盘满了。", "请清出空间后再试。")

    monkeypatch.setitem(shell.factories, "list", fails)
    shell.open_list("person")
    assert messages.said == ["磁盘满了。请清出空间后再试。"]


def test_changes_reach_the_top_at_once_and_the_others_on_return(shell: Shell) -> None:
    shell.open_list("person")
    below = top(shell)
    shell.open_record("person", "x")
    shell.desk.ledger.listeners[0]("changed")  # pyright: ignore[reportArgumentType]
    assert top(shell).seen == ["changed"]
    assert below.seen == []
    shell.back()
    assert below.seen == ["changed"]


def test_a_closed_window_no_longer_listens_to_the_ledger(shell: Shell) -> None:
    assert shell.close()
    assert shell.desk.ledger.listeners == []


def test_keys_go_to_the_page_on_top_and_only_to_it(shell: Shell) -> None:
    shell.open_list("person")
    below = top(shell)
    shell.open_record("person", "x")
    QTest.keyClick(shell, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert top(shell).pressed == ["Ctrl+S"]
    assert below.pressed == []


def test_two_actions_on_one_key_of_a_page_are_refused(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(_page: PlainPage) -> list[Key]:
        return [Key("Ctrl+Enter", "提交", print), Key("Ctrl+Return", "下一栏", print)]

    monkeypatch.setattr(PlainPage, "keys", twice)
    with pytest.raises(KeyClash, match="提交"):
        shell.open_list("person")


def test_a_page_may_not_claim_a_key_of_the_window(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def grasping(_page: PlainPage) -> list[Key]:
        return [Key("Ctrl+K", "切断", print)]

    monkeypatch.setattr(PlainPage, "keys", grasping)
    with pytest.raises(KeyClash, match="全库查找"):
        shell.open_list("person")


def test_a_key_nobody_claims_is_left_to_the_editor(shell: Shell) -> None:
    shell.open_list("person")
    line, ear = top(shell).line, Ear(shell)

    line.installEventFilter(ear)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F4)
    assert ear.keys == [Qt.Key.Key_F4]


def test_ctrl_k_leads_to_the_search_and_its_words_to_the_search_page(
    shell: Shell, qtbot: QtBot
) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = shell.top_bar.search
    assert search.hasFocus()
    type_text(search, "赵小满")
    qtbot.waitUntil(lambda: shell.page_count == 2)
    assert top(shell).intent == Intent("search", name="赵小满")
    type_text(search, "河")
    qtbot.waitUntil(lambda: top(shell).intent.name == "赵小满河")
    assert shell.page_count == 2


def test_another_look_is_asked_for_only_when_every_page_may_be_left(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.open_new("person")
    top(shell).may_leave = False
    with qtbot.assertNotEmitted(shell.look_wanted, wait=50):
        shell.top_bar.look_wanted.emit(True, False)
    top(shell).may_leave = True
    asked: list[tuple[bool, bool]] = []

    def note(dark: bool, large: bool) -> None:
        asked.append((dark, large))

    shell.look_wanted.connect(note)
    shell.top_bar.look_wanted.emit(True, False)
    qtbot.waitUntil(lambda: asked == [(True, False)])


def test_the_help_page_lists_the_keys_of_the_page_one_came_from(shell: Shell) -> None:
    shell.open_list("person")
    QTest.keyClick(shell, Qt.Key.Key_F1)
    shown = [one.text() for one in shell.page.findChildren(QLabel)]
    assert "保存" in shown
    assert any(VERSION in words for words in shown)


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("page", ["workbench", "help"])
def test_the_window_fits_a_small_screen(make_shell: MakeShell, page: str, scale: float) -> None:
    shell = make_shell(scale=scale)
    if page != "workbench":
        shell.open(Intent(page))
    QTest.qWait(1)
    assert shell.width() <= 1366
    assert shell.height() <= 700
    assert shell.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize("page", ["workbench", "help"])
def test_everything_the_keyboard_reaches_has_a_name(shell: Shell, page: str) -> None:
    if page != "workbench":
        shell.open(Intent(page))
    QTest.qWait(1)
    reached = focusable(shell)
    assert len(reached) > 20
    assert [one for one in reached if not one.accessibleName()] == []


def test_the_version_is_that_of_the_package() -> None:
    project = shipped_file("icons").parent.parent / "pyproject.toml"
    assert f'version = "{VERSION}"' in project.read_text(encoding="utf-8")


def test_f2_leads_to_the_navigation(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F2)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "工作台"
