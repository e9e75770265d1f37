"""The column headings of a statistical table: groups above, names, numbers below."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

if TYPE_CHECKING:
    from db.statistics.table import ReportTable
    from desktop.theme import Theme

__all__ = ["Headings", "heading_runs"]

_LEVEL: Final = 26
_LEAF: Final = 62
_KEY: Final = 20
_WRAPPED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere


def heading_runs(table: ReportTable, level: int) -> list[tuple[int, int, str]]:
    """The headings of one level: first column, number of columns, words.

    Columns whose path is shorter have no heading there; neighbours share one when the
    headings above are the same too.
    """
    found = import_module("db.statistics.table").heading_runs
    runs: list[tuple[int, int]] = found(table.columns, level)
    return [(at, last - at + 1, table.columns[at].path[level]) for at, last in runs]


class Headings(QHeaderView):
    """The column headings: groups above, each column's name, its number below."""

    def __init__(
        self, theme: Theme, shown: Callable[[], ReportTable | None], parent: QTableView
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._shown = shown
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("报表栏目")

    @property
    def _depth(self) -> int:
        table = self._shown()
        return max((len(c.path) for c in table.columns), default=0) if table else 0

    def sizeHint(self) -> QSize:
        high = self._depth * _LEVEL + _LEAF + _KEY
        return QSize(super().sizeHint().width(), self._theme.px(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        table, theme = self._shown(), self._theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface2"))
        if table is None:
            painter.end()
            return
        font = QFont(self.font())
        font.setPixelSize(theme.px(12))
        painter.setFont(font)
        level_high, top = theme.px(_LEVEL), 0
        for level in range(self._depth):
            for first, number, words in heading_runs(table, level):
                self._box(painter, QRect(self._left(first), top, self._run(first, number),
                                         level_high), words)  # fmt: skip
            top += level_high
        key_high = theme.px(_KEY)
        for at, column in enumerate(table.columns):
            left, wide = self._left(at), self.sectionSize(at)
            if left + wide < 0 or left > self.viewport().width():
                continue
            start = len(column.path) * level_high
            leaf = QRect(left, start, wide, self.height() - start - key_high)
            self._box(painter, leaf, f"{column.label}\n（{column.unit}）")
            self._box(painter, QRect(left, self.height() - key_high, wide, key_high), column.key)
        painter.end()

    def _left(self, column: int) -> int:
        return self.sectionViewportPosition(column)

    def _run(self, first: int, number: int) -> int:
        return sum(self.sectionSize(at) for at in range(first, first + number))

    def _box(self, painter: QPainter, box: QRect, words: str) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(self._theme.colour("text2"))
        # A group wider than the window shows its words in the part that is seen.
        seen = box.intersected(self.viewport().rect())
        place = seen if seen.width() > self._theme.px(60) else box
        painter.drawText(place.adjusted(3, 0, -3, 0), int(_WRAPPED), words)
