"""The window that sets a new password by the recovery key, when the old one is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look.fields import centred, labelled, line
from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.theme import Theme

__all__ = ["SHORTEST_PASSWORD", "NewPasswordWindow"]

SHORTEST_PASSWORD: Final = 8


class NewPasswordWindow(QWidget):
    """Asks whose password, the key and the new password twice; the caller sets it."""

    wanted = Signal(str, str, str)
    """Set by this operator, recovery key and new password, and open."""
    back_wanted = Signal()

    def __init__(self, theme: Theme, operators: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle("重设密码 · 司法所台账")
        self._banner = Banner(theme, "danger")
        self._operator = QComboBox()
        self._operator.setAccessibleName("操作员")
        self._operator.addItems([*operators])
        self._key = line(theme, "恢复密钥", "建立台账时抄写的 36 个字符，横线可不输")
        self._first = line(theme, "新密码", f"至少 {SHORTEST_PASSWORD} 位", secret=True)
        self._again = line(theme, "再输一次", secret=True)
        self._set = button("重设并打开台账", "primary", theme=theme, icon="key-round")
        back = button("返回登录", "link", theme=theme, icon="arrow-left")
        inner = card(
            theme,
            label("用恢复密钥重设密码", "big"),
            label("只换这位操作员的密码，台账内容和别人的密码不变。", "small", wrap=True),
            self._banner,
            labelled(theme, "操作员", self._operator),
            labelled(theme, "恢复密钥", self._key),
            labelled(theme, "新密码", self._first),
            labelled(theme, "再输一次", self._again),
            row(theme, back, None, self._set),
            margins=(28, 24, 28, 22),
            spacing=14,
        )
        inner.setFixedWidth(theme.px(580))
        self.setLayout(column(theme, centred(theme, inner), spacing=0))
        self._key.returnPressed.connect(self._first.setFocus)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._ask)
        self._set.clicked.connect(self._ask)
        back.clicked.connect(self.back_wanted)

    def refuse(self, sentence: str) -> None:
        """Say why it was not set and let the user try again."""
        self.setEnabled(True)
        self._banner.say(sentence)
        self._key.setFocus()

    @property
    def said(self) -> str:
        """What was wrong last, or ""."""
        return self._banner.accessibleName()

    def _ask(self) -> None:
        wrong = self._wrong()
        self._banner.say(wrong)
        if not wrong:
            self.setEnabled(False)
            operator = self._operator.currentText()
            self.wanted.emit(operator, self._key.text().strip(), self._first.text())

    def _wrong(self) -> str:
        if not self._key.text().strip():
            return "还没有输入恢复密钥。它在建立台账时抄写在纸上。"
        if len(self._first.text()) < SHORTEST_PASSWORD:
            return f"密码太短，请至少输入 {SHORTEST_PASSWORD} 位。"
        if self._first.text() != self._again.text():
            return "两次输入的密码不一样，请重新输入。"
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._key.setFocus()
