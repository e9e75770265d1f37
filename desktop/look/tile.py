"""A tile of the workbench: one number that matters, with its icon; opens what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme

__all__ = ["NumberTile"]


class NumberTile(QWidget):
    """Painted whole: five labels would cost the start of the window more than one painting.

    Shows an empty card until it is filled, so the window can paint before it counts.
    """

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ("", "", "", "")
        self._icon, self._tone = "", "primary"
        self._opens = False
        self.setFixedHeight(theme.px(96))
        self.setMinimumWidth(theme.px(150))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName("正在清点")

    def show_number(self, title: str, number: str, unit: str, note: str) -> None:
        """Show a number with its unit, what it is, and a line below it."""
        self._words = (title, number, unit, note)
        self.setAccessibleName(f"{title} {number} {unit}，{note}")
        self.setToolTip(note)
        self.update()

    def show_tone(self, icon: str, tone: str, opens: bool) -> None:
        """Show an icon in a tone (primary danger warn ok) and whether the tile can be opened."""
        self._icon, self._tone, self._opens = icon, tone, opens
        policy = Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and self.rect().contains(event.position().toPoint()):
            self.opened.emit()
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        if self._icon:
            self._paint_plate(painter)
            self._paint_words(painter)

    def _paint_card(self, painter: QPainter) -> None:
        theme, round_by = self._theme, self._theme.px(8)
        lit = self.hasFocus() or (self._opens and self.underMouse())
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour("primary" if lit else "line"), wide))
        painter.setBrush(theme.colour("surface"))
        half = wide / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, round_by, round_by)

    def _paint_plate(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        tint = "info_soft" if self._tone == "primary" else f"{self._tone}_soft"
        plate = QRect(px(14), (self.height() - px(42)) // 2, px(42), px(42))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(plate, px(8), px(8))
        inner = plate.adjusted(px(10), px(10), -px(10), -px(10))
        theme.icon(self._icon, self._tone, 22).paint(painter, inner)

    def _paint_words(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        title, number, unit, note = self._words
        # Only alarm reaches the words; blue numbers would look like links.
        alarm = self._tone == "danger"
        left, room = px(69), self.width() - px(69) - px(8)
        font = QFont(self.font())

        def write(text: str, pixels: int, token: str, base: float) -> float:
            font.setPixelSize(px(pixels))
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, base), shown)
            return painter.fontMetrics().horizontalAdvance(shown)

        write(title, 13, "text2", px(25))
        write(note, 12, "danger" if alarm else "text2", px(81))
        font.setBold(True)
        left += round(write(number, 25, "danger" if alarm else "text", px(59))) + px(5)
        font.setBold(False)
        write(unit, 13, "text2", px(59))
