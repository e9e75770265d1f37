"""The head of the form: where one came from, what the record is, what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.look.widgets import Pill, button, label, row
from desktop.theme import Theme

__all__ = ["Deed", "FormHeader"]

_ROOMY = 900
"""Width in lengths of the design from which every action has its own button."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the form can do: its words, icon, key and what it calls."""

    words: str
    icon: str
    key: str
    do: Callable[[], object]
    kind: str = ""
    folds: bool = False
    """Whether it goes into 更多 when the window is narrow."""


class FormHeader(QWidget):
    """Back link, title, state, when the draft was kept; buttons at the right."""

    def __init__(self, theme: Theme, back_words: str, deeds: list[Deed], more: list[Deed]) -> None:
        super().__init__()
        self._theme = theme
        self.back = button(back_words, "link", theme=theme, icon="arrow-left", tip="返回（Esc）")
        self.back.setAccessibleName(f"返回{back_words}")
        self._title = _Elided()
        self._title.setProperty("role", "h1")
        self._pill = Pill(theme)
        self._note = label("", "small")
        self._note.setAccessibleName("保存情况")
        self._deeds = deeds
        self.buttons = {deed.words: self._made(deed) for deed in deeds}
        self._more = button("更多", theme=theme)
        menu = QMenu(self._more)
        self._folded = [self._entry(menu, deed) for deed in deeds if deed.folds]
        for deed in more:
            self._entry(menu, deed)
        self._more.setMenu(menu)
        # Room for the arrow the style sheet paints at the right.
        self._more.setMinimumWidth(theme.px(84))
        self.setLayout(
            row(
                theme, self.back, self._title, self._pill, self._note, None,
                *self.buttons.values(), self._more,
            )
        )  # fmt: skip

    def show_title(self, text: str) -> None:
        """Show what people call the record."""
        self._title.show_text(text)

    def show_state(self, words: str, tone: str) -> None:
        """Show the state of the record as a pill."""
        self._pill.show_state(words, tone)

    def say(self, text: str) -> None:
        """Say how things stand: 「草稿已自动保存 09:41」."""
        self._note.setText(text)
        self._note.setToolTip(text)

    @property
    def said(self) -> str:
        """Give what was said last."""
        return self._note.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_ROOMY) or self._theme.scale > 1.1
        for deed in self._deeds:
            if deed.folds:
                self.buttons[deed.words].setVisible(not narrow)
        for action in self._folded:
            action.setVisible(narrow)

    def _made(self, deed: Deed) -> QPushButton:
        tip = f"{deed.words}（{deed.key}）" if deed.key else deed.words
        words = "" if deed.kind == "square" else deed.words
        made = button(words, deed.kind, theme=self._theme, icon=deed.icon, tip=tip)
        made.setAccessibleName(deed.words)
        made.clicked.connect(deed.do)
        return made

    def _entry(self, menu: QMenu, deed: Deed) -> QAction:
        action = menu.addAction(self._theme.icon(deed.icon), deed.words)
        if deed.key:
            action.setText(f"{deed.words}\t{deed.key}")
        action.triggered.connect(deed.do)
        return action


class _Elided(QLabel):
    """A title that gives way with … before it pushes the buttons out of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def show_text(self, text: str) -> None:
        """Show a text as far as it fits; whole as tool tip and accessible name."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setText(text)
        self.updateGeometry()
        self._fit(self.width())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 6, metrics.height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        if shown != self.text():
            self.setText(shown)
