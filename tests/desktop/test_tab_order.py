"""Tab goes through a window as one reads it, whatever was made first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.tab_order import InReadingOrder, step_within, tab_stops
from desktop.look.widgets import scrolled
from desktop.windows.shell import Shell


def line(name: str) -> QLineEdit:
    """A line to type in, named."""
    made = QLineEdit()
    made.setObjectName(name)
    return made


def window(qtbot: QtBot) -> InReadingOrder:
    """Two lines in a scroll area, made last first, above an editable box and a line."""
    made = InReadingOrder()
    last, second, first = line("last"), line("second"), line("first")
    inner = QWidget()
    upper = QHBoxLayout(inner)
    upper.addWidget(first)
    upper.addWidget(second)
    box = QComboBox()
    box.setObjectName("box")
    box.setEditable(True)
    outer = QVBoxLayout(made)
    outer.addWidget(scrolled(inner))
    outer.addWidget(box)
    outer.addWidget(last)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(made: QWidget) -> list[str]:
    """The names of what Tab stops at, in order."""
    return [one.objectName() for one in tab_stops(made)]


def test_stops_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    assert names(window(qtbot)) == ["first", "second", "box", "last"]


def test_what_is_hidden_or_switched_off_is_passed_over(qtbot: QtBot) -> None:
    made = window(qtbot)
    stops = {one.objectName(): one for one in tab_stops(made)}
    stops["second"].hide()
    stops["box"].setEnabled(False)
    assert names(made) == ["first", "last"]


def test_tab_goes_round_in_that_order_and_back(qtbot: QtBot) -> None:
    made = window(qtbot)
    stops = {one.objectName(): one for one in tab_stops(made)}
    stops["first"].setFocus()
    gone: list[str] = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        assert found is not None
        gone.append(found.objectName())
    assert gone == ["second", "box", "last", "first"]
    QTest.keyClick(stops["first"], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is stops["last"]


def test_arrows_stay_within_their_part_of_the_window(qtbot: QtBot) -> None:
    made = window(qtbot)
    stops = {one.objectName(): one for one in tab_stops(made)}
    upper = stops["first"].parentWidget()
    assert upper is not None
    stops["first"].setFocus()
    for steps, reached in ((-1, "first"), (1, "second"), (1, "second")):
        step_within(upper, steps)
        assert QApplication.focusWidget() is stops[reached]


def test_coming_back_to_a_page_the_cursor_is_where_it_was(shell: Shell, qtbot: QtBot) -> None:
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.open_list("mediation_case")
    first, second = QLineEdit(shell.page), QLineEdit(shell.page)
    for one in (first, second):
        one.show()
    second.setFocus()
    shell.open_list("person")
    assert not second.hasFocus()
    shell.back()
    assert second.hasFocus()
