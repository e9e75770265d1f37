"""Chips side by side: as many as fit, the rest behind a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop.look.widgets import button

if TYPE_CHECKING:
    from desktop.theme import Theme

__all__ = ["Chip", "Chips"]


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: its value, its words and how many records it has (None: not counted)."""

    value: object
    label: str
    number: int | None = None

    @property
    def words(self) -> str:
        """What the chip says: 调解中 9."""
        return self.label if self.number is None else f"{self.label} {self.number}"


class Chips(QWidget):
    """One of several choices. Those that do not fit stand in a menu at the end."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._value: object = None
        self._made: list[QPushButton] = []
        self._more = button("更多", "chip", theme=theme)
        self._more.setParent(self)
        self._more.setMenu(QMenu(self._more))
        self._more.setAccessibleName(f"更多{name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def value(self) -> object:
        """The value of the chosen chip."""
        return self._value

    def show_chips(self, chips: Sequence[Chip], value: object) -> None:
        """Show these chips, one of them chosen."""
        self._chips, self._value = tuple(chips), value
        while len(self._made) < len(self._chips):
            self._made.append(self._new(len(self._made)))
        for at, made in enumerate(self._made):
            if at < len(self._chips):
                made.setText(self._chips[at].words)
                made.setAccessibleName(self._chips[at].words)
                made.setChecked(self._chips[at].value == value)
        self._place()

    def _new(self, at: int) -> QPushButton:
        made = button("", "chip", theme=self._theme, checkable=True)
        made.setParent(self)
        made.clicked.connect(partial(self._choose, at))
        return made

    def _choose(self, at: int, *_: object) -> None:
        self._value = self._chips[at].value
        for place, made in enumerate(self._made):
            made.setChecked(place == at)
        self._place()
        self.chosen.emit(self._value)

    def _place(self) -> None:
        """Set the chips that fit; the chosen one always shows."""
        gap, room = self._theme.px(6), self.width()
        wide = [made.sizeHint().width() for made in self._made[: len(self._chips)]]
        shown: list[int] = list(range(len(wide)))
        more = self._more.sizeHint().width()
        if sum(wide) + gap * max(0, len(wide) - 1) > room:
            on = next((at for at in shown if self._chips[at].value == self._value), 0)
            left = room - more - wide[on] if wide else 0
            shown = list[int]()
            for at, width in enumerate(wide):
                if at == on:
                    shown.append(at)
                elif left >= width + gap:
                    left -= width + gap
                    shown.append(at)
                else:
                    left = -1
        self._set(shown, gap)
        self._fill_more([at for at in range(len(wide)) if at not in shown])

    def _set(self, shown: list[int], gap: int) -> None:
        x = 0
        for at, made in enumerate(self._made):
            made.setVisible(at in shown)
            if at in shown:
                size = made.sizeHint()
                made.setGeometry(x, self._top(size), size.width(), size.height())
                x += size.width() + gap
        size = self._more.sizeHint()
        self._more.setGeometry(x, self._top(size), size.width(), size.height())

    def _top(self, size: QSize) -> int:
        return (self.height() - size.height()) // 2

    def _fill_more(self, hidden: list[int]) -> None:
        menu = self._more.menu()
        menu.clear()
        for at in hidden:
            menu.addAction(self._chips[at].words, partial(self._choose, at))
        self._more.setVisible(bool(hidden))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
