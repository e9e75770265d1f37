"""The bar at the bottom: whose ledger this is and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look.widgets import label, panel, picture, row
from desktop.theme import Theme

__all__ = ["Fact", "StatusBar"]

_SAID_FOR_MS = 6000


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the bar tells: icon, colour token of the icon, words."""

    icon: str
    tone: str
    text: str


class StatusBar(QFrame):
    """Facts at the left and right, and for some seconds what was just done."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "status_bar")
        self.setFixedHeight(theme.px(30))
        self._left = row(theme, spacing=18)
        self._right = row(theme, spacing=18)
        self._said = label("", tone="ok")
        self._said.setAccessibleName("刚才的结果")
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.timeout.connect(self._said.clear)
        parts = (self._left, self._said, None, self._right, label(f"v{version}"))
        self.setLayout(row(theme, *parts, spacing=18, margins=(12, 0, 12, 0)))

    def show_facts(self, left: Sequence[Fact], right: Sequence[Fact]) -> None:
        """Show these facts in place of those before."""
        for layout, facts in ((self._left, left), (self._right, right)):
            while item := layout.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
            self._fill(layout, facts)

    def say(self, text: str) -> None:
        """Say for some seconds what was done."""
        self._said.setText(text)
        self._forget.start(_SAID_FOR_MS)

    def _fill(self, layout: QHBoxLayout, facts: Sequence[Fact]) -> None:
        for fact in facts:
            layout.addWidget(self._shown(fact))

    def _shown(self, fact: Fact) -> QWidget:
        icon = picture(self._theme, fact.icon, fact.tone, 14)
        return panel(row(self._theme, icon, label(fact.text), spacing=5))
