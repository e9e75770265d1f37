"""The window that asks who works and for the password, before a ledger is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.look.fields import centred, labelled, line
from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.theme import Theme

__all__ = ["LoginWindow"]


class LoginWindow(QWidget):
    """Asks, says what was wrong, and asks again; the caller opens the ledger."""

    wanted = Signal(str, str)
    """Open with this operator ("" for whoever the password belongs to) and password."""
    other_wanted = Signal()
    """The user wants another ledger than this one."""
    reset_wanted = Signal()
    """The password is forgotten; the user has the recovery key."""

    def __init__(self, theme: Theme, folder: Path, operator: str = "") -> None:
        super().__init__()
        self.setWindowTitle("登录 · 司法所台账")
        self._banner = Banner(theme, "danger")
        self._operator = line(theme, "操作员", "只有一位操作员时可不填")
        self._operator.setText(operator)
        self._password = line(theme, "密码", secret=True)
        self._enter = button("打开台账", "primary", theme=theme, icon="lock")
        other = button("打开别的台账", "link", theme=theme)
        forgotten = button("用恢复密钥重设密码", "link", theme=theme)
        forgotten.clicked.connect(self.reset_wanted)
        where = label(str(folder), "small")
        where.setToolTip(str(folder))
        where.setMaximumWidth(theme.px(380))
        inner = card(
            theme,
            label("司法所台账", "big"),
            where,
            self._banner,
            labelled(theme, "操作员", self._operator),
            labelled(theme, "密码", self._password),
            row(theme, other, None, self._enter),
            row(theme, label("忘记了密码？", "hint"), forgotten, None, spacing=2),
            margins=(28, 24, 28, 22),
            spacing=14,
        )
        inner.setFixedWidth(theme.px(440))
        self.setLayout(column(theme, centred(theme, inner), spacing=0))
        self._enter.clicked.connect(self._ask)
        self._password.returnPressed.connect(self._ask)
        self._operator.returnPressed.connect(self._password.setFocus)
        other.clicked.connect(self.other_wanted)

    def refuse(self, sentence: str) -> None:
        """Say why the ledger did not open and let the user try again."""
        self.setEnabled(True)
        self._enter.setText(" 打开台账")
        self._banner.say(sentence)
        self._password.setFocus()
        self._password.selectAll()

    def _ask(self) -> None:
        if not self._password.text():
            self.refuse("还没有输入密码。请输入后再打开。")
            return
        self._banner.say("")
        self._enter.setText(" 正在打开…")
        self.setEnabled(False)
        self.wanted.emit(self._operator.text().strip(), self._password.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._password.setFocus()
