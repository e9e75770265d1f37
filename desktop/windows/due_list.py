"""The list of what is due: painted rows, opened with Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLine,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from desktop.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from db.duties.workbench import DueItem

__all__ = ["DueList", "DueModel", "days_left"]

HEADINGS: Final = ("事项", "对象", "要做什么", "期限")
# Least width and share of the room left over, per column.
WEIGHTS: Final = ((92, 0), (150, 6), (120, 4), (88, 0))
_TONES: Final = {"overdue": "danger", "today": "danger", "soon": "warn", "later": ""}

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


def days_left(until: date, today: date) -> str:
    """How far a date is, in words: 逾期 3 天, 今天到期, 剩 4 天."""
    days = (until - today).days
    if days < 0:
        return f"逾期 {-days} 天"
    return f"剩 {days} 天" if days else "今天到期"


class DueModel(QAbstractTableModel):
    """What is due, one row each, in the order given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: tuple[DueItem, ...] = ()
        self._today = date.min

    def show_items(self, items: Sequence[DueItem], today: date) -> None:
        """Show these items as seen from a day."""
        self.beginResetModel()
        self._items, self._today = tuple(items), today
        self.endResetModel()

    def item(self, row: int) -> DueItem | None:
        """The item of a row, or None."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: _Index, role: int = int(_Role.DisplayRole)) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        left = days_left(item.until, self._today)
        shown = (item.kind, item.who, item.what, left)[index.column()]
        if role == _Role.DisplayRole:
            return shown
        if role == _Role.AccessibleTextRole:
            return f"{HEADINGS[index.column()]}：{shown}"
        if role == _Role.ToolTipRole:
            source = f"\n依据：{item.source}" if item.source else ""
            return f"{shown}\n期限：{item.until.isoformat()}{source}"
        return _TONES[item.state] if role == _Role.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_Role.DisplayRole)
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        return HEADINGS[section] if across and role == _Role.DisplayRole else None


class _Cells(QStyledItemDelegate):
    """Paints the date in its tone, everything else as text; no frame around single cells."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tone = index.data(_Role.UserRole)
        if index.column() != len(HEADINGS) - 1:
            super().paint(painter, option, index)
            return
        rect = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        # QStyle would say it too, but its enums cost 10 ms of every start.
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(rect, self._theme.colour("row_selected"))
        painter.save()
        font = QFont(option.font)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        font.setBold(bool(tone))
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone or "text2"))
        place = rect.adjusted(self._theme.px(10) + 1, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class DueList(QTableView):
    """The due items as rows that fill the width."""

    opened = Signal(str, str)
    """A row is to be opened: type name and id of its record."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.items = DueModel(self)
        # A viewport of our own making: asking Qt for its one makes PySide load every
        # widget class there is to find its type, a tenth of the whole start.
        self._port = QWidget()
        # A style sheet makes the viewport see-through and each scroll step repaints it
        # whole, four times slower; it is declared opaque and erased in paintEvent.
        self._port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(self._port)
        self.setModel(self.items)
        self.setItemDelegate(_Cells(theme, self))
        self.setAccessibleName("到期提醒")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._set_headers()
        self.doubleClicked.connect(self._open)

    def _set_headers(self) -> None:
        px = self._theme.px
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(px(34))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(px(40))
        columns.setFixedHeight(px(34))
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _open(self, index: QModelIndex) -> None:
        item = self.items.item(index.row())
        if item is not None:
            self.opened.emit(item.type_name, item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self._port)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self._port)
        painter.setPen(self._theme.colour("line"))
        high, wide = self.verticalHeader().defaultSectionSize(), self._port.width()
        last = self.rowViewportPosition(self.items.rowCount() - 1) + high
        first = self.rowAt(event.rect().top())
        if first >= 0:
            bottoms = range(self.rowViewportPosition(first) + high - 1, last, high)
            painter.drawLines([QLine(0, y, wide, y) for y in bottoms])
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, wide = self._theme.px, self._port.width()
        free = max(0, wide - sum(px(least) for least, _ in WEIGHTS))
        shares = sum(share for _, share in WEIGHTS)
        for column, (least, share) in enumerate(WEIGHTS):
            self.setColumnWidth(column, px(least) + free * share // shares)
