"""The table of a list: rows painted in one go, columns that share the width, keys as in Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QLine,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop.look.widgets import paint_pill
from desktop.record_list.columns import Column, fitting, state_tone, widths

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from db.ledger import ListRow
    from desktop.record_list.rows import RowsModel
    from desktop.theme import Theme

__all__ = ["Table", "excel_text"]

ROW_HEIGHT: Final = 34
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_MEASURED: Final = 60
_WIDEST: Final = 220
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def excel_text(headings: Sequence[str] | None, rows: Iterable[Sequence[str]]) -> str:
    """Rows as text that Excel pastes into cells: tabs, CRLF, quoted where needed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    if headings:
        writer.writerow(headings)
    writer.writerows(rows)
    return out.getvalue()


class Table(QTableView):
    """A list's table. Columns always fill the width; those of least rank give way."""

    opened = Signal(int)
    """The row at this place is to be opened."""
    sort_wanted = Signal(int)
    """The heading of this column was clicked."""
    copy_wanted = Signal()
    columns_changed = Signal()
    """Other columns show now."""

    def __init__(self, theme: Theme, rows: RowsModel, state_list: str = "") -> None:
        """state_list: the code list of the pill column."""
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._state_list = state_list
        self._chosen: set[str] | None = None
        self._left_out: set[str] = set()
        self._measured: dict[str, int] = {}
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._set_headers()
        # A style sheet makes the viewport see-through and each scroll step repaints it
        # whole, four times slower; it is declared opaque and erased in paintEvent.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.doubleClicked.connect(self._open)

    def _set_headers(self) -> None:
        px = self._theme.px
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(px(ROW_HEIGHT))
        columns.setFixedHeight(px(ROW_HEIGHT))
        columns.setMinimumSectionSize(px(40))
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        columns.sectionClicked.connect(self.sort_wanted)
        columns.setAccessibleName("列标题")

    def show_order(self, column: int, *, descending: bool) -> None:
        """Show by which column the rows are sorted; -1 shows none."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def choose_columns(self, names: set[str] | None) -> None:
        """Show exactly these columns; None lets the width decide."""
        self._chosen = names
        self.share_width()

    def leave_out(self, names: set[str]) -> None:
        """Columns that have nothing to say in this list and are not even offered."""
        if names != self._left_out:
            self._left_out = names
            self.share_width()

    @property
    def possible_columns(self) -> list[Column]:
        """The columns the user may choose from."""
        return [c for c in self._rows.columns if c.name not in self._left_out]

    @property
    def shown_columns(self) -> list[Column]:
        """The columns that show now, from the left."""
        return [c for at, c in enumerate(self._rows.columns) if not self.isColumnHidden(at)]

    def selected_count(self) -> int:
        """How many rows are selected."""
        blocks = self._blocks()
        if len(blocks) == 1:
            return blocks[0].height()
        return len(self.selected_places())

    def _blocks(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(at) for at in range(chosen.count())]

    def select_places(self, places: Sequence[int]) -> None:
        """Select exactly the rows at these places, as far as any are given."""
        if not places:
            return
        last = len(self._rows.columns) - 1
        chosen = QItemSelection()
        for place in places:
            chosen.select(self._rows.index(place, 0), self._rows.index(place, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selected_places(self) -> list[int]:
        """The places of the selected rows, from the top."""
        places: set[int] = set()
        for block in self._blocks():
            places.update(range(block.top(), block.bottom() + 1))
        return sorted(places)

    def share_width(self) -> None:
        """Give every column its width; hide those that do not fit."""
        room, columns, possible = self.viewport().width(), self._rows.columns, self.possible_columns
        fit = fitting(possible, [self._least(c) for c in possible], room)
        shown = (self._chosen or fit) - self._left_out
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column.name not in shown)
        kept = [(at, column) for at, column in enumerate(columns) if column.name in shown]
        least = [self._least(c) for _, c in kept]
        for (at, _), wide in zip(kept, widths([c for _, c in kept], least, room), strict=True):
            self.setColumnWidth(at, wide)
        self.columns_changed.emit()

    def measure(self) -> None:
        """Make the column of numbers wide enough for those of the first rows."""
        measure, px = self.fontMetrics(), self._theme.px
        rows = [self._rows.row(at) for at in range(min(_MEASURED, self._rows.rowCount()))]
        for column in self._rows.columns:
            if column.rank == 0:
                texts = {row.shown.get(column.name, "") for row in rows if row}
                wide = max((measure.horizontalAdvance(text[:40]) for text in texts), default=0)
                self._measured[column.name] = min(wide + px(20), px(_WIDEST))
        self.share_width()

    def _least(self, column: Column) -> int:
        return max(self._theme.px(column.least), self._measured.get(column.name, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copies = event.key() == Qt.Key.Key_C
        if event.key() in _OPENING:
            self._open(self.currentIndex())
        elif copies and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # Up and down a list, not along a row: rows are what is moved between.
            last = event.key() == Qt.Key.Key_End
            self.go_to(self._rows.rowCount() - 1 if last else 0)
        else:
            super().keyPressEvent(event)

    def go_to(self, place: int) -> None:
        """Make the row at a place the current one and select it."""
        first = next(
            (at for at in range(len(self._rows.columns)) if not self.isColumnHidden(at)), 0
        )
        self.setCurrentIndex(self._rows.index(place, first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Everything is painted here, row by row: no delegate, no style per cell.
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        first = self.rowAt(event.rect().top())
        if first < 0:
            painter.end()
            return
        high, wide = self.verticalHeader().defaultSectionSize(), self.viewport().width()
        last = self.rowAt(event.rect().bottom())
        last = self._rows.rowCount() - 1 if last < 0 else last
        cells = self._cells()
        lines: list[QLine] = []
        for place in range(first, last + 1):
            top = self.rowViewportPosition(place)
            self._paint_row(painter, place, QRect(0, top, wide, high), cells)
            lines.append(QLine(0, top + high - 1, wide, top + high - 1))
        painter.setPen(self._theme.colour("line"))
        painter.drawLines(lines)
        painter.end()

    def _cells(self) -> list[tuple[Column, int, int]]:
        """Each visible column with its left edge and width in the viewport."""
        return [
            (column, self.columnViewportPosition(at), self.columnWidth(at))
            for at, column in enumerate(self._rows.columns)
            if not self.isColumnHidden(at)
        ]

    def _paint_row(
        self, painter: QPainter, place: int, box: QRect, cells: list[tuple[Column, int, int]]
    ) -> None:
        theme = self._theme
        if self.selectionModel().isRowSelected(place):
            painter.fillRect(box, theme.colour("row_selected"))
        elif place % 2:
            painter.fillRect(box, theme.colour("row_alt"))
        if self.hasFocus() and place == self.currentIndex().row():
            bar = QRect(0, box.top(), theme.px(3), box.height())
            painter.fillRect(bar, theme.colour("primary"))
        row = self._rows.row(place)
        if row is None:
            painter.setPen(theme.colour("text3"))
            painter.drawText(box.adjusted(theme.px(11), 0, 0, 0), _MIDDLE, "…")
            return
        painter.setPen(theme.colour("text"))
        left, right = theme.px(11), theme.px(6)
        measure = painter.fontMetrics()
        for column, x, wide in cells:
            cell = QRect(x + left, box.top(), wide - left - right, box.height())
            if column.look == "text":
                text = row.shown.get(column.name, "")
                if text:
                    painter.drawText(cell, _MIDDLE, _fitted(text, measure, cell.width()))
            else:
                self._paint_special(painter, cell, column, row)

    def _paint_special(self, painter: QPainter, cell: QRect, column: Column, row: ListRow) -> None:
        theme, text = self._theme, self._rows.text(row, column)
        if column.look == "pill":
            if text:
                tone = state_tone(self._state_list, row.values.get(column.name))
                paint_pill(painter, cell, text, tone, theme)
            return
        if column.look == "number":
            painter.drawText(cell, _MIDDLE | Qt.AlignmentFlag.AlignRight, text)
            return
        tone = self._rows.due_tone(row)
        painter.save()
        font = QFont(painter.font())
        font.setBold(tone in ("danger", "warn"))
        painter.setFont(font)
        painter.setPen(theme.colour({"": "text2", "none": "text3"}.get(tone, tone)))
        painter.drawText(cell, _MIDDLE, text)
        painter.restore()


def _fitted(text: str, measure: QFontMetrics, room: int) -> str:
    """The text in one line, cut with … where it is too long."""
    if "\n" in text:
        text = " ".join(text.split())
    # A hanzi is about as wide as the font is high; short texts need no measuring.
    if len(text) * measure.height() <= room:
        return text
    # Nobody sees more than the first line: eliding a page of text takes longer than painting.
    return measure.elidedText(text[:200], Qt.TextElideMode.ElideRight, room)
