"""The strip at the left of a case: every step, whether it is done, what is due and when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.look.tab_order import step_within
from desktop.look.widgets import Card, column, label, panel, scrolled

if TYPE_CHECKING:
    from db.duties.case_course import CourseStep
    from desktop.theme import Theme

__all__ = ["StepStrip"]

_WIDTH: Final = 178
_KEYS: Final = "F8 口头、书面　F9 找缺项\nAlt+↓↑ 下一步、上一步"
"""Whoever works without a mouse sees no tool tips."""
_TONES: Final = {"done": "ok", "now": "primary", "open": "text2", "late": "danger", "idle": "text3"}
_ICONS: Final = {"done": "check", "late": "circle-alert"}
_SPOKEN: Final = {
    "done": "已完成", "now": "现在办理", "open": "待办", "late": "已到期", "idle": "不需要",
}  # fmt: skip


class StepStrip(Card):
    """One button per step; the one that shows is lit. ``chosen`` gives a step's name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, steps: Sequence[tuple[str, str]]) -> None:
        """steps: name and label of each, in order."""
        super().__init__(theme, margins=(6, 8, 6, 8), spacing=1)
        self.setFixedWidth(theme.px(_WIDTH))
        self.setAccessibleName("办理步骤")
        self.buttons: dict[str, StepButton] = {}
        inside = column(theme, spacing=1)
        for number, (name, words) in enumerate(steps, 1):
            made = StepButton(theme, number, words)
            made.clicked.connect(partial(self.chosen.emit, name))
            made.turned.connect(partial(step_within, self))
            inside.addWidget(made)
            self.buttons[name] = made
        inside.addStretch(1)
        inside.addWidget(label(_KEYS, "small", wrap=True))
        # In large type nine steps are higher than a small screen.
        self._area = scrolled(panel(inside))
        self._area.setProperty("role", "clear")
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)

    def add_on_top(self, widget: QWidget) -> None:
        """Put something above the steps."""
        self.body.insertWidget(0, widget)

    def light(self, name: str) -> None:
        """Light the step that shows."""
        for other, made in self.buttons.items():
            made.setChecked(other == name)
        if name in self.buttons:
            self._area.ensureWidgetVisible(self.buttons[name], 0, 0)

    def show_course(self, course: Sequence[CourseStep]) -> None:
        """Show how far the case has come."""
        for step in course:
            self.buttons[step.name].show_state(step.state, step.note)


class StepButton(QAbstractButton):
    """A step: a round mark with its number or a tick, its name, a few words below.

    ``turned``: an arrow key asks for the step below (1) or above (-1).
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, number: int, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._state = "open"
        self._note = ""
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(theme.px(46))
        self.show_state("open", "")

    def show_state(self, state: str, note: str) -> None:
        """Show another state, in colours and for a screen reader in words."""
        self._state, self._note = state, note
        words = "，".join(filter(None, (self.text(), _SPOKEN[state], note)))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def state(self) -> str:
        """Give the state that shows."""
        return self._state

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH - 14), self.height())

    def nextCheckState(self) -> None:
        """Clicking does not light the step: the form does, once it shows it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 0, -1, -1)
        lit = self.isChecked()
        if lit or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary_soft" if lit else "sunken"))
            painter.drawRoundedRect(box, px(6), px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(6), px(6))
        self._paint_mark(painter, QRect(px(8), (self.height() - px(22)) // 2, px(22), px(22)))
        left = px(38)
        room = QRect(left, 0, self.width() - left - px(4), self.height())
        self._paint_words(painter, room, lit=lit)

    def _paint_mark(self, painter: QPainter, box: QRect) -> None:
        theme, px = self._theme, self._theme.px
        tone = theme.colour(_TONES[self._state])
        full = self._state in ("done", "now", "late")
        painter.setPen(QPen(tone, 1.4))
        painter.setBrush(tone if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1))
        icon = _ICONS.get(self._state)
        if icon is not None:
            side = px(14)
            place = QRect(0, 0, side, side)
            place.moveCenter(box.center())
            theme.icon(icon, "on_primary", 14).paint(painter, place)
            return
        painter.setPen(theme.colour("on_primary" if full else _TONES[self._state]))
        painter.setFont(self._font(12, bold=full))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, room: QRect, *, lit: bool) -> None:
        theme, px = self._theme, self._theme.px
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text3" if self._state == "idle" and not lit else "text"))
        painter.setFont(self._font(14, bold=lit or self._state == "now"))
        upper = QRect(room)
        if self._note:
            upper.setTop(px(5))
            upper.setHeight(px(19))
        painter.drawText(upper, left, self.text())
        if not self._note:
            return
        lower = QRect(room.left(), px(24), room.width(), px(17))
        tone = {"late": "danger", "now": "primary"}.get(self._state, "text3")
        painter.setPen(theme.colour(tone))
        painter.setFont(self._font(12, bold=False))
        shown = painter.fontMetrics().elidedText(
            self._note, Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, left, shown)

    def _font(self, pixels: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(pixels))
        font.setBold(bold)
        return font
