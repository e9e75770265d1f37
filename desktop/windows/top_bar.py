"""The bar at the top: the one search box, what is due, look, type size, help, who works."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from desktop.look.widgets import button, label, row
from desktop.theme import LARGE, Theme

__all__ = ["SearchBox", "TopBar"]

# The store answers within 0.1 s; asking on every key of a fast typist would queue up.
_PAUSE_MS: Final = 150


class SearchBox(QLineEdit):
    """The search over everything; says what is looked for after a short pause or at Enter."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setPlaceholderText("全库查找：人、案号、村、电话　Ctrl+K")
        self.setAccessibleName("全库查找")
        self.setToolTip("可输入汉字、拼音、拼音首字母（如 zxm）或证号、电话的末几位")
        self.setClearButtonEnabled(True)
        icon = theme.icon("search", "text2", 16)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._asked = ""
        # Fires when an input method commits, not while it composes.
        self.textEdited.connect(self._pause.start)
        self.returnPressed.connect(self._ask_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _ask_now(self) -> None:
        self._asked = ""
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text and text != self._asked:
            self._asked = text
            self.wanted.emit(text)


class TopBar(QFrame):
    """Search at the left, the tools of the window at the right."""

    search_wanted = Signal(str)
    due_wanted = Signal()
    look_wanted = Signal(bool, bool)
    """Asks for another look: dark, large."""
    help_wanted = Signal()

    def __init__(self, theme: Theme, operator: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "top_bar")
        self.setFixedHeight(theme.px(48))
        self.search = SearchBox(theme)
        self.search.setFixedWidth(theme.px(360))
        self.search.wanted.connect(self.search_wanted)
        self._bell = self._tool("bell", "提醒")
        self._bell.clicked.connect(self.due_wanted)
        self._large = theme.scale >= LARGE
        size = self._tool("a-large-small", "正常字号" if self._large else "大字号")
        size.clicked.connect(self._change_size)
        look = self._tool("sun" if theme.dark else "moon", "浅色" if theme.dark else "深色")
        look.clicked.connect(self._change_look)
        helping = self._tool("circle-help", "帮助与关于 F1")
        helping.clicked.connect(self.help_wanted)
        who = label(operator, "muted")
        who.setToolTip("当前操作员")
        parts = (self.search, None, self._bell, size, look, helping, who)
        self.setLayout(row(theme, *parts, spacing=6, margins=(18, 0, 18, 0)))

    def show_due(self, number: int, overdue: int) -> None:
        """Say on the bell how many things are due, and redden it when some are overdue."""
        words = (
            f"提醒：{number} 项到期，其中 {overdue} 项已逾期" if number else "提醒：没有到期事项"
        )
        self._bell.setIcon(self._theme.icon("bell", "danger" if overdue else "text2", 18))
        self._bell.setToolTip(words)
        self._bell.setAccessibleName(words)

    def _tool(self, icon: str, tip: str) -> QPushButton:
        return button("", "bare", theme=self._theme, icon=icon, tip=tip)

    def _change_size(self) -> None:
        self.look_wanted.emit(self._theme.dark, not self._large)

    def _change_look(self) -> None:
        self.look_wanted.emit(not self._theme.dark, self._large)
