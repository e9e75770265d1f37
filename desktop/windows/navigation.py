"""The navigation on the left: groups of record types, then the pages of the office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.tab_order import step_within
from desktop.look.widgets import column, label, panel, scrolled
from desktop.theme import Theme
from desktop.windows.menu import NavEntry, NavGroup

__all__ = ["Navigation"]

WIDTH: Final = 184
FOLDED_WIDTH: Final = 56


class Navigation(QFrame):
    """The column of entries; collapsible groups, badges, one entry lit."""

    chosen = Signal(object)
    """An entry was chosen; its `Intent`."""

    def __init__(self, theme: Theme, groups: Sequence[NavGroup], heading: tuple[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._entries: dict[str, EntryButton] = {}
        self._headings: list[GroupButton] = []
        self.setProperty("role", "nav")
        self.setAccessibleName("功能导航")
        self.setFixedWidth(theme.px(WIDTH))
        inside = QWidget()
        inside.setProperty("role", "nav")
        entries = column(theme, spacing=0, margins=(0, 0, 0, 4))
        inside.setLayout(entries)
        for group in groups[:-1]:
            self._add_group(theme, entries, group)
        entries.addStretch(1)
        # The pages of the office stay in sight, however many record types scroll above them.
        foot = column(theme, spacing=0, margins=(0, 0, 0, 6))
        self._add_group(theme, foot, groups[-1])
        title, subtitle = (label(text) for text in heading)
        title.setProperty("role", "nav_title")
        subtitle.setProperty("role", "nav_sub")
        title.setToolTip(heading[0])
        head = column(theme, title, subtitle, spacing=1, margins=(18, 9, 8, 9))
        area = scrolled(inside)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head = panel(head)
        self.setLayout(column(theme, self._head, area, foot, spacing=0))
        self._area = area

    def fold(self, folded: bool) -> None:
        """Shrink to the icons alone, for a page that needs the room, or show the words again."""
        self.setFixedWidth(self._theme.px(FOLDED_WIDTH if folded else WIDTH))
        self._head.setVisible(not folded)
        for heading in self._headings:
            heading.setVisible(not folded)
            heading.show_all(heading.isChecked())

    def _add_group(self, theme: Theme, entries: QVBoxLayout, group: NavGroup) -> None:
        buttons: list[EntryButton] = []
        if group.label:
            entries.addSpacing(theme.px(3))
            heading = GroupButton(theme, group.label, buttons)
            heading.turned.connect(partial(step_within, self))
            entries.addWidget(heading)
            self._headings.append(heading)
        for entry in group.entries:
            made = EntryButton(theme, entry)
            made.clicked.connect(partial(self.chosen.emit, entry.intent))
            made.turned.connect(partial(step_within, self))
            entries.addWidget(made)
            buttons.append(made)
            self._entries[entry.name] = made
        if group.closed:
            self._headings[-1].setChecked(False)

    def light(self, name: str) -> None:
        """Light the entry of this name and no other; unknown names light none."""
        for other, made in self._entries.items():
            made.setChecked(other == name)
        for heading in self._headings:
            heading.open_for(self._entries.get(name))
        if name in self._entries and self._entries[name].isVisible():
            self._area.ensureWidgetVisible(self._entries[name], 0, 0)

    def take_keys(self) -> None:
        """Put the cursor on the lit entry, or on the first; arrows and Enter go on from there."""
        entries = list(self._entries.values())
        lit = [made for made in entries if made.isChecked() and made.isVisible()]
        (lit or entries)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def badge(self, name: str, number: int, hot: bool = False) -> None:
        """Show how many things wait behind an entry; hot: some are overdue."""
        if name in self._entries:
            self._entries[name].show_badge(number, hot)

    def clear_badges(self) -> None:
        """Take all badges away."""
        for made in self._entries.values():
            made.show_badge(0, hot=False)


class _NavButton(QAbstractButton):
    """Painted whole: icon and words share one line whatever the ascent of the font.

    ``turned``: an arrow key asks for the button below (1) or above (-1).
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, text: str, height: int) -> None:
        super().__init__()
        self.theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFixedHeight(theme.px(height))
        # The column decides the width, also when it shrinks to the icons.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    def box(self) -> QRect:
        """Where the button is drawn: a margin to both sides, a line of air below."""
        side = self.theme.px(8)
        return self.rect().adjusted(side, 0, -side, -self.theme.px(1))

    def begin(self, pixels: int, bold: bool) -> QPainter:
        """A painter with the button's font and, when it has the focus, its frame drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self.theme.px(pixels))
        font.setBold(bold)
        painter.setFont(font)
        return painter

    def paint_focus(self, painter: QPainter) -> None:
        """Frame the button while the keyboard stands on it."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("nav_text"), 1))
            round_by = self.theme.px(6)
            frame = QRectF(self.box()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, round_by, round_by)


class GroupButton(_NavButton):
    """The heading of a group; opens and closes it."""

    def __init__(self, theme: Theme, text: str, entries: Sequence[QWidget]) -> None:
        super().__init__(theme, text, 26)
        self._of_group = entries
        self.setChecked(True)
        self.toggled.connect(self.show_all)

    def open_for(self, entry: QWidget | None) -> None:
        """Open the group when the lit entry is one of its own."""
        if entry is not None and entry in self._of_group and not self.isChecked():
            self.setChecked(True)

    def show_all(self, shown: bool) -> None:
        """Show or hide the entries of the group."""
        for entry in self._of_group:
            entry.setVisible(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, box = self.theme.px, self.box()
        painter = self.begin(12, bold=False)
        painter.setPen(self.theme.colour("nav_on" if self.underMouse() else "nav_text"))
        place = box.adjusted(px(10), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        arrow = self.theme.icon(
            "chevron-down" if self.isChecked() else "chevron-right", "nav_text", 14
        )
        side = px(14)
        arrow.paint(painter, QRect(box.right() - px(20), box.center().y() - px(7), side, side))
        self.paint_focus(painter)


class EntryButton(_NavButton):
    """One entry with its icon and badge."""

    def __init__(self, theme: Theme, entry: NavEntry) -> None:
        super().__init__(theme, entry.label, 32)
        self.setToolTip(entry.label)
        self._icon = entry.icon
        self._number = 0
        self._hot = False

    def nextCheckState(self) -> None:
        """Clicking does not light the entry: the page that comes on top does."""

    def show_badge(self, number: int, hot: bool) -> None:
        """Show a number at the right, red when hot; 0 shows nothing."""
        self._number, self._hot = number, hot
        waiting = f"，{number} 项待处理" if number else ""
        self.setAccessibleName(self.text() + waiting)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px, box = self.theme, self.theme.px, self.box()
        lit = self.isChecked()
        painter = self.begin(14, bold=lit)
        if lit or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("nav_selected" if lit else "nav_hover"))
            painter.drawRoundedRect(box, px(6), px(6))
        self.paint_focus(painter)
        token = "nav_on" if lit or self.underMouse() else "nav_text"
        left = box.left() + px(10)
        place = QRect(left, box.center().y() - px(9) + 1, px(18), px(18))
        theme.icon(self._icon, token, 18).paint(painter, place)
        if self.width() < px(WIDTH) // 2:
            self._paint_dot(painter, box)
            return
        painter.setPen(theme.colour(token))
        words = QRect(left + px(28), box.top(), box.width() - px(38), box.height())
        room = words.width() - (px(26) if self._number else 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self._number:
            self._paint_badge(painter, box)

    def _paint_dot(self, painter: QPainter, box: QRect) -> None:
        """Say beside the icon alone that something waits: a dot, red when overdue."""
        if self._number:
            side = self.theme.px(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("badge_hot" if self._hot else "badge"))
            painter.drawEllipse(box.right() - side - 2, box.top() + self.theme.px(4), side, side)

    def _paint_badge(self, painter: QPainter, box: QRect) -> None:
        px = self.theme.px
        font = QFont(painter.font())
        font.setPixelSize(px(11))
        font.setBold(True)
        painter.setFont(font)
        text = str(self._number) if self._number < 1000 else "999+"
        width = max(px(20), painter.fontMetrics().horizontalAdvance(text) + px(10))
        height = px(17)
        place = QRect(
            box.right() - width - px(7), box.center().y() - height // 2 + 1, width, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("badge_hot" if self._hot else "badge"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(self.theme.colour("on_badge"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
