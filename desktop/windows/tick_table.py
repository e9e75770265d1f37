"""A plain table whose rows can be ticked: with the mouse, Space, or all at once in the heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter

from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from desktop.theme import Theme

__all__ = ["TickTable"]

_TICK: Final = PlainColumn("全选", 50)


class TickTable(PlainTable):
    """Rows with a tick each, kept by what a row stands for when the rows are shown again."""

    ticked = Signal()
    """Other rows are ticked than before."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[PlainColumn],
        key: Callable[[object], str | None],
    ) -> None:
        """key: what names the row of a `what`; None when the row cannot be ticked."""
        super().__init__(theme, name, (_TICK, *columns))
        self._key = key
        self._ticks: set[str] = set()
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.sectionClicked.connect(self._head_clicked)

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Show these rows; ticks of rows that are gone, or not tickable now, are gone too."""
        at = self.currentIndex().row()
        known = {key for row in rows if (key := self._key(row.what)) is not None}
        self._ticks &= known
        super().show_rows([self._marked(row) for row in rows])
        if 0 < at < len(rows):
            self.setCurrentIndex(self._rows.index(at, 0))
        self.ticked.emit()

    def _marked(self, row: PlainRow) -> PlainRow:
        key = self._key(row.what)
        word = "不可选" if key is None else "已选" if key in self._ticks else "未选"
        return PlainRow((word, *row.texts), row.tone, row.what)

    @property
    def ticked_rows(self) -> list[object]:
        """What the ticked rows stand for, from the top."""
        return [row.what for row in self._rows.rows if self._key(row.what) in self._ticks]

    def toggle(self, place: int) -> None:
        """Tick a row, or take its tick away."""
        key = self._key(self._rows.rows[place].what)
        if key is not None:
            self._ticks ^= {key}
            self._tell()

    def toggle_all(self) -> None:
        """Tick every row that can be; when all are, take all ticks away."""
        keys = {key for row in self._rows.rows if (key := self._key(row.what)) is not None}
        self._ticks = set() if self._ticks >= keys else keys
        self._tell()

    def _tell(self) -> None:
        rows = (PlainRow(row.texts[1:], row.tone, row.what) for row in self._rows.rows)
        self._rows.rows = tuple(self._marked(row) for row in rows)
        self.viewport().update()
        self.ticked.emit()

    def _head_clicked(self, section: int) -> None:
        if section == 0:
            self.toggle_all()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.toggle_all()
        else:
            super().keyPressEvent(event)

    def _paint_cell(self, painter: QPainter, place: int, at: int, cell: QRect) -> None:
        if at:
            super()._paint_cell(painter, place, at, cell)
            return
        key = self._key(self._rows.rows[place].what)
        if key is None:
            return
        on = key in self._ticks
        side = self._theme.px(18)
        box = QRect(cell.left(), cell.center().y() - side // 2 + 1, side, side)
        name, token = ("square-check", "primary") if on else ("square", "text2")
        self._theme.icon(name, token, 18).paint(painter, box)
