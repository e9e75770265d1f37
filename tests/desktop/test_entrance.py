"""Before a ledger is open: making one, logging in, and a forgotten password, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.ledger import Ledger, WrongPassword, operators_of
from desktop.entrance import Entrance
from desktop.options import Options
from desktop.theme import Theme
from desktop.windows.first_start import FirstStart, NewLedger
from desktop.windows.login import LoginWindow
from desktop.windows.new_password import NewPasswordWindow
from desktop.windows.recovery_key import RecoveryKeyDialog
from tests.desktop.recorded_messages import RecordedMessages
from tests.desktop.typing import press, type_text

OLD, NEW = "forgotten words", "remembered words"


@pytest.fixture
def locked(tmp_path: Path) -> tuple[Path, str]:
    """A closed ledger with a password, and its recovery key."""
    ledger = Ledger.create(
        tmp_path / "ledger", kind="office", name="清河镇司法所", code="410199103",
        operator="周建民", password=OLD,
    )  # fmt: skip
    key = ledger.store.recovery_key or ""
    ledger.close()
    return tmp_path / "ledger", key


def line(window: QWidget, name: str) -> QLineEdit:
    """The line with this spoken name."""
    found = window.findChildren(QLineEdit)
    return next(one for one in found if one.accessibleName() == name)


def button(window: QWidget, name: str) -> QPushButton:
    """The button with this spoken name."""
    found = window.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName() == name)


def focused() -> QWidget:
    """The widget that has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_new_ledger_needs_no_mouse(
    qtbot: QtBot, theme: Theme, messages: RecordedMessages, tmp_path: Path
) -> None:
    window = FirstStart(theme, messages, tmp_path / "new")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(button(window, "新建台账").hasFocus)
    made: list[NewLedger] = []
    window.new_wanted.connect(made.append)
    press(button(window, "新建台账"), Qt.Key.Key_Return)
    for words in ("清河镇司法所", "410199103", "周建民", NEW, NEW):
        type_text(focused(), words)
        press(focused(), Qt.Key.Key_Return)
    assert made == [
        NewLedger(tmp_path / "new", "office", "清河镇司法所", "410199103", "周建民", NEW)
    ]


def test_enter_never_copies_the_recovery_key(qtbot: QtBot, theme: Theme) -> None:
    dialog = RecoveryKeyDialog(theme, "A16P-PXQ7")
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.clipboard().setText("before")
    tick = dialog.findChild(QCheckBox)
    assert isinstance(tick, QCheckBox)
    qtbot.waitUntil(tick.hasFocus)
    press(tick, Qt.Key.Key_Return)
    assert (QApplication.clipboard().text(), dialog.isVisible()) == ("before", True)
    press(tick, Qt.Key.Key_Space)
    press(tick, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


Enter = Callable[[Path], Entrance]


@pytest.fixture
def enter(theme: Theme, messages: RecordedMessages, qtbot: QtBot) -> Enter:
    """Begin with a ledger that asks for its password."""

    def begin(folder: Path) -> Entrance:
        entrance = Entrance(Options(ledger=folder), "")
        entrance.begin(theme, messages)
        qtbot.waitUntil(lambda: isinstance(entrance.window, LoginWindow), timeout=20_000)
        assert entrance.window is not None
        qtbot.addWidget(entrance.window)
        return entrance

    return begin


def test_the_recovery_key_sets_a_new_password_and_opens(
    qtbot: QtBot, enter: Enter, locked: tuple[Path, str]
) -> None:
    folder, key = locked
    entrance = enter(folder)
    opened: list[Any] = []
    entrance.opened.connect(opened.append)
    assert entrance.window is not None
    button(entrance.window, "用恢复密钥重设密码").click()
    window = entrance.window
    assert isinstance(window, NewPasswordWindow)
    for name, words in (("恢复密钥", key.lower()), ("新密码", NEW), ("再输一次", NEW)):
        type_text(line(window, name), words)
    line(window, "再输一次").returnPressed.emit()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].operator == "周建民"
    opened[0].close()
    entrance.leave()
    Ledger.open(folder, password=NEW).close()
    with pytest.raises(WrongPassword):
        Ledger.open(folder, password=OLD)


def test_a_wrong_recovery_key_changes_nothing_and_says_so(
    qtbot: QtBot, enter: Enter, locked: tuple[Path, str]
) -> None:
    folder, key = locked
    entrance = enter(folder)
    assert entrance.window is not None
    button(entrance.window, "用恢复密钥重设密码").click()
    window = entrance.window
    assert isinstance(window, NewPasswordWindow)
    wrong = ("0" if key[0] != "0" else "1") + key[1:]
    for name, words in (("恢复密钥", wrong), ("新密码", NEW), ("再输一次", NEW)):
        type_text(line(window, name), words)
    button(window, "重设并打开台账").click()
    qtbot.waitUntil(lambda: window.isEnabled() and "恢复密钥" in window.said, timeout=20_000)
    entrance.leave()
    Ledger.open(folder, password=OLD).close()


def test_the_names_of_the_operators_need_no_password(locked: tuple[Path, str]) -> None:
    assert operators_of(locked[0]) == ("周建民",)
