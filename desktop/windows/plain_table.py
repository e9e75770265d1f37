"""A table of finished texts: hits of a search, bundles, backups. Painted like every list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLine,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.look.widgets import paint_pill
from desktop.theme import Theme

__all__ = ["PlainColumn", "PlainRow", "PlainTable"]

_ROW: Final = 34
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_DISPLAY: Final = int(_Role.DisplayRole)


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A heading, its least width, its share of the room left, and whether it is a pill."""

    label: str
    least: int
    share: int = 0
    pill: bool = False


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One text per column; the tone of the pill; `what` is opened with the row."""

    texts: tuple[str, ...]
    tone: str = ""
    what: object = None


class _Rows(QAbstractTableModel):
    def __init__(self, columns: Sequence[PlainColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[PlainRow, ...] = ()

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        text = self.rows[index.row()].texts[index.column()]
        if role == int(_Role.AccessibleTextRole):
            return f"{self.columns[index.column()].label}：{text or '空'}"
        return text if role in (_DISPLAY, int(_Role.ToolTipRole)) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        across = orientation == Qt.Orientation.Horizontal
        return self.columns[section].label if across and role == _DISPLAY else None


class PlainTable(QTableView):
    """Rows of texts that fill the width; Enter or a double click opens one."""

    opened = Signal(object)
    """A row is to be opened: its `what`."""

    def __init__(self, theme: Theme, name: str, columns: Sequence[PlainColumn]) -> None:
        super().__init__()
        self._theme = theme
        self._rows = _Rows(columns, self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(20))
        rows.setDefaultSectionSize(theme.px(_ROW))
        heads.setFixedHeight(theme.px(_ROW))
        heads.setMinimumSectionSize(theme.px(40))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Show these rows; the one that was current stays so while it is there, else the first."""
        before = self.current
        self._rows.show_rows(rows)
        if rows:
            same = (i for i, row in enumerate(rows) if before and row.texts == before.texts)
            self.setCurrentIndex(self._rows.index(next(same, 0), 0))

    @property
    def current(self) -> PlainRow | None:
        """The current row, or None."""
        at = self.currentIndex().row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.rows[index.row()].what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, columns = self._theme.px, self._rows.columns
        free = max(0, self.viewport().width() - sum(px(c.least) for c in columns))
        shares = sum(c.share for c in columns) or 1
        for at, one in enumerate(columns):
            self.setColumnWidth(at, px(one.least) + free * one.share // shares)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, high = self._theme, self.verticalHeader().defaultSectionSize()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface"))
        first = self.rowAt(event.rect().top())
        if first >= 0:
            last = self.rowAt(event.rect().bottom())
            last = len(self._rows.rows) - 1 if last < 0 else last
            lines: list[QLine] = []
            for place in range(first, last + 1):
                box = QRect(0, self.rowViewportPosition(place), self.viewport().width(), high)
                self._paint_row(painter, place, box)
                lines.append(QLine(box.bottomLeft(), box.bottomRight()))
            painter.setPen(theme.colour("line"))
            painter.drawLines(lines)
        painter.end()

    def _paint_row(self, painter: QPainter, place: int, box: QRect) -> None:
        theme = self._theme
        if self.selectionModel().isRowSelected(place):
            painter.fillRect(box, theme.colour("row_selected"))
        elif place % 2:
            painter.fillRect(box, theme.colour("row_alt"))
        if self.hasFocus() and place == self.currentIndex().row():
            painter.fillRect(
                QRect(0, box.top(), theme.px(3), box.height()), theme.colour("primary")
            )
        painter.setPen(theme.colour("text"))
        for at in range(len(self._rows.columns)):
            left = self.columnViewportPosition(at) + theme.px(11)
            cell = QRect(left, box.top(), self.columnWidth(at) - theme.px(17), box.height())
            self._paint_cell(painter, place, at, cell)

    def _paint_cell(self, painter: QPainter, place: int, at: int, cell: QRect) -> None:
        row = self._rows.rows[place]
        if self._rows.columns[at].pill and row.texts[at]:
            paint_pill(painter, cell, row.texts[at], row.tone, self._theme)
            return
        text = " ".join(row.texts[at].split("\n"))
        room = cell.width()
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(cell, _MIDDLE, words)
