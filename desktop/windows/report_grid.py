"""A statistical table on the screen: grouped headings, row labels that stay, cells to open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.look.widgets import label
from desktop.windows.report_headings import Headings

if TYPE_CHECKING:
    from db.statistics.table import ReportTable
    from desktop.theme import Theme

__all__ = ["ReportGrid", "ReportModel"]

_WIDE: Final = 78
_ROW: Final = 34
_LABEL: Final = 220
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_DISPLAY: Final = int(_Role.DisplayRole)


class ReportModel(QAbstractTableModel):
    """The cells of a finished table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table: ReportTable | None = None

    def show_table(self, table: ReportTable | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    def words(self, row: int, column: int) -> str:
        """A cell in words: 合计，调解成功：12 件."""
        if self.table is None:
            return ""
        head, line = self.table.columns[column], self.table.rows[row]
        return f"{line.label}，{head.label}：{line.cells[column].text or '空'} {head.unit}".strip()

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if self.table is None or not index.isValid():
            return None
        if role == _DISPLAY:
            return self.table.rows[index.row()].cells[index.column()].text
        if role in (int(_Role.AccessibleTextRole), int(_Role.ToolTipRole)):
            return self.words(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if self.table is None or role not in (_DISPLAY, int(_Role.ToolTipRole)):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.table.rows[section].label
        column = self.table.columns[section]
        return f"{column.key} {column.label}（{column.unit}）"


class _Labels(QHeaderView):
    """The row labels: they stay where they are while the columns scroll."""

    def __init__(self, theme: Theme, model: ReportModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._rows = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme.px(_ROW))
        self.setMinimumSectionSize(theme.px(_ROW))
        self.setSectionsClickable(False)
        self.setAccessibleName("报表单位")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_LABEL), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        table, theme = self._rows.table, self._theme
        if table is None:
            return
        row = table.rows[logicalIndex]
        total = row.kind == "total"
        painter.save()
        painter.fillRect(rect, theme.colour("surface2" if total else "surface"))
        font = QFont(self.font())
        font.setPixelSize(theme.px(13))
        font.setBold(total)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        place = rect.adjusted(theme.px(12), 0, -theme.px(6), 0)
        words = painter.fontMetrics().elidedText(
            row.label, Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.colour("line2"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


class ReportGrid(QTableView):
    """The table; Enter or a double click opens the records behind a cell."""

    opened = Signal(int, int)
    """The cell in this row and column is to be opened."""
    pointed = Signal(int, int)
    """The cell in this row and column is the current one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._corner = label("", "corner")
        self._corner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._corner.setParent(self)
        self.cells = ReportModel(self)
        self.setModel(self.cells)
        self.setHorizontalHeader(Headings(theme, self._shown, self))
        self.setVerticalHeader(_Labels(theme, self.cells, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        # Where the two scroll bars would meet: an empty piece of the card.
        self.setCornerWidget(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("统计表")
        self.horizontalHeader().setDefaultSectionSize(theme.px(_WIDE))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._point)

    def _shown(self) -> ReportTable | None:
        return self.cells.table

    def show_table(self, table: ReportTable | None) -> None:
        """Show a table; the current cell stays where it was."""
        place = self.currentIndex().row(), self.currentIndex().column()
        self.cells.show_table(table)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self.updateGeometries()
        self._corner.setText(table.first_heading if table else "")
        if table is not None and table.rows:
            self.setCurrentIndex(self.cells.index(max(place[0], 0), max(place[1], 0)))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # The style's own corner button is a grey box; a word belongs there.
        size = QSize(self.verticalHeader().width(), self.horizontalHeader().height())
        self._corner.setGeometry(QRect(self.contentsRect().topLeft(), size))
        self._corner.raise_()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, table = self._theme, self.cells.table
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface"))
        if table is not None:
            for row in range(len(table.rows)):
                top, high = self.rowViewportPosition(row), self.rowHeight(row)
                if top + high >= event.rect().top() and top <= event.rect().bottom():
                    self._paint_row(painter, row, QRect(0, top, self.viewport().width(), high))
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, box: QRect) -> None:
        theme, table = self._theme, self.cells.table
        if table is None:
            return
        line, current = table.rows[row], self.currentIndex()
        total = line.kind == "total"
        if total:
            painter.fillRect(box, theme.colour("surface2"))
        font = QFont(self.font())
        font.setBold(total)
        painter.setFont(font)
        for at, cell in enumerate(line.cells):
            x, wide = self.columnViewportPosition(at), self.columnWidth(at)
            if x + wide < 0 or x > box.width():
                continue
            place = QRect(x, box.top(), wide, box.height())
            if row == current.row() and at == current.column():
                painter.fillRect(place, theme.colour("row_selected"))
            painter.setPen(theme.colour("text" if cell.value else "text3"))
            painter.drawText(place, _MIDDLE, cell.text)
            painter.setPen(theme.colour("line"))
            painter.drawLine(place.topRight(), place.bottomRight())
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
