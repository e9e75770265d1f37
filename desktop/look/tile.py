"""A tile of the workbench: one number that matters, with its icon; opens what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from desktop.look.widgets import column, label, row
from desktop.theme import Theme

__all__ = ["TileFrame"]


class TileFrame(QFrame):
    """Shows nothing but its frame until it is filled, so the window paints before it counts."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._opens = False
        self.setProperty("role", "card")
        self.setFixedHeight(theme.px(96))
        self._plate = label("", "plate")
        self._plate.setFixedSize(theme.px(42), theme.px(42))
        self._plate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label("", "muted")
        self._number = label("", "number")
        self._unit = label("", "muted")
        self._note = label("", "small")
        lower = Qt.AlignmentFlag.AlignBottom
        self._unit.setContentsMargins(0, 0, 0, theme.px(5))
        figure = row(theme, self._number, self._unit, None, spacing=4)
        figure.setAlignment(self._unit, lower)
        words = column(theme, self._title, figure, self._note, spacing=0)
        body = row(theme, self._plate, words, spacing=12, margins=(14, 8, 14, 8))
        body.setStretch(1, 1)
        self.setLayout(body)

    def show_number(self, title: str, number: str, unit: str, note: str) -> None:
        """Show a number with its unit, what it is, and a line below it."""
        self._title.setText(title)
        self._number.setText(number)
        self._unit.setText(unit)
        self._note.setText(note)
        self._note.setToolTip(note)
        self.setAccessibleName(f"{title} {number} {unit}，{note}")

    def show_tone(self, icon: str, tone: str, opens: bool) -> None:
        """Show an icon in a tone (primary danger warn ok) and whether the tile can be opened."""
        self._plate.setPixmap(self._theme.pixmap(icon, tone, 22))
        for part, word in ((self._plate, tone), (self._number, tone), (self._note, tone)):
            # Only alarm colours reach the words; blue numbers would look like links.
            part.setProperty("tone", word if part is self._plate or word == "danger" else "")
            part.style().unpolish(part)
            part.style().polish(part)
        self._opens = opens
        focus = Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _glow(self, lit: bool) -> None:
        self.setProperty("tone", "hover" if lit and self._opens else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._glow(lit=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._glow(lit=False)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and self.rect().contains(event.position().toPoint()):
            self.opened.emit()
        super().mouseReleaseEvent(event)
