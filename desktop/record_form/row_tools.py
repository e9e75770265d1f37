"""The small buttons of a child row: up, down, take away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look.widgets import button, row
from desktop.theme import Theme

__all__ = ["RowTools"]


class RowTools(QWidget):
    """Buttons that ask for a step (-1 up, 1 down) or for removal; they do neither."""

    step_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._up = button("", "bare", theme=theme, icon="chevron-up", tip="上移")
        self._down = button("", "bare", theme=theme, icon="chevron-down", tip="下移")
        self._away = button("", "bare", theme=theme, icon="trash-2", tip="移除")
        self._up.clicked.connect(partial(self._ask, -1))
        self._down.clicked.connect(partial(self._ask, 1))
        self._away.clicked.connect(self._ask_removal)
        self.setLayout(row(theme, self._up, self._down, self._away, spacing=0))

    def place(self, place: int, last: int) -> None:
        """Say where the row stands, so that the ends offer no step beyond."""
        self._up.setVisible(last > 0)
        self._down.setVisible(last > 0)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < last)
        for one, word in ((self._up, "上移"), (self._down, "下移"), (self._away, "移除")):
            one.setAccessibleName(f"{word}第 {place + 1} 项")

    def _ask(self, step: int, _checked: bool = False) -> None:
        self.step_asked.emit(step)

    def _ask_removal(self) -> None:
        self.removal_asked.emit()
