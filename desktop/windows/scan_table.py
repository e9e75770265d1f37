"""The table of scanned pages: a small picture, what was recognised, where the page goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from desktop.scanning import Choice, PageKey, Sorted, SortedPage
from desktop.theme import Theme
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

__all__ = ["ScanTable", "picture_of"]

_COLUMNS: Final = (
    PlainColumn("页面", 56),
    PlainColumn("识别", 92, 0, pill=True),
    PlainColumn("归到哪里", 220, 6),
    PlainColumn("文件", 120, 3),
)
_ROW: Final = 58
_STATES: Final = {
    "placed": ("已识别", "ok"),
    "already": ("早已归入", ""),
    "instead": ("已有一份", "warn"),
}

Placing = tuple[Mapping[PageKey, Choice], Mapping[PageKey, str], Collection[PageKey]]
"""What a person decided: where unrecognised pages go, in words, and what replaces another."""


def picture_of(page: SortedPage, width: int, height: int) -> QPixmap:
    """The page's picture, fitted into a box; an empty pixmap when there is none."""
    whole = QPixmap()
    if page.picture is None or not whole.loadFromData(page.picture.content):
        return whole
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return whole.scaled(width, height, keep, smooth)


class ScanTable(PlainTable):
    """Rows of pages, those that wait for a decision on top; several may be selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "扫描页", _COLUMNS)
        self._small: dict[PageKey, QPixmap] = {}
        self._look = theme
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))

    def show_pages(self, found: Sorted, decided: Placing) -> None:
        """Show these pages; the row that was current stays so."""
        at = self.currentIndex().row()
        self.show_rows([_row(kind, page, decided) for kind, page in found.by_kind()])
        if at > 0:
            self.setCurrentIndex(self.model().index(min(at, self.model().rowCount() - 1), 0))

    @property
    def page(self) -> SortedPage | None:
        """The page of the current row."""
        what = self.current.what if self.current else None
        return what if isinstance(what, SortedPage) else None

    def selected_pages(self, found: Sorted) -> list[SortedPage]:
        """The pages of the selected rows, in their order."""
        pages = found.all_pages
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [pages[row] for row in rows if row < len(pages)]

    def _paint_cell(self, painter: QPainter, place: int, at: int, cell: QRect) -> None:
        """Two lines: the second one is the case, or goes on with the reason."""
        if self._rows.columns[at].pill:
            super()._paint_cell(painter, place, at, cell)
            return
        lines = _parted(painter, self._rows.rows[place].texts[at], cell.width())
        high = painter.fontMetrics().height()
        top = cell.top() + (cell.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            painter.setPen(self._look.colour("text2" if number else "text"))
            words = painter.fontMetrics().elidedText(
                line, Qt.TextElideMode.ElideRight, cell.width()
            )
            box = QRect(cell.left(), top + number * high, cell.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(self._look.colour("text"))

    def _paint_row(self, painter: QPainter, place: int, box: QRect) -> None:
        super()._paint_row(painter, place, box)
        page = self._rows.rows[place].what
        if not isinstance(page, SortedPage):
            return
        px = self._look.px
        small = self._small.get(page.key)
        if small is None:
            small = self._small[page.key] = picture_of(page, px(38), px(_ROW - 10))
        if not small.isNull():
            at = QRect(px(11), box.top() + (box.height() - small.height()) // 2, 0, 0)
            painter.drawPixmap(at.topLeft(), small)
            painter.setPen(self._look.colour("line2"))
            painter.drawRect(at.left(), at.top(), small.width() - 1, small.height() - 1)


def _parted(painter: QPainter, text: str, width: int) -> list[str]:
    """A text in at most two lines: as it was written, else where the first one is full."""
    if "\n" in text:
        return text.split("\n", 1)
    measure, end = painter.fontMetrics(), len(text)
    while end and measure.horizontalAdvance(text[:end]) > width:
        end -= 1
    return [text[:end], text[end:]] if end < len(text) else [text]


def _row(kind: str, page: SortedPage, decided: Placing) -> PlainRow:
    """What a row says: the state as a word, and the place, the decision, or the reason."""
    chosen, words, replacing = decided
    name = f"{page.file.name}　第{page.number}页" if page.number else page.file.name
    label = f"{page.place.title}\n{page.place.case_title}" if page.place is not None else ""
    if page.key in chosen:
        state, tone, where = "手工指定", "info", words.get(page.key, "")
    elif page.key in replacing:
        state, tone, where = "将替换", "info", label
    elif kind == "unknown":
        state, tone, where = "未识别", "warn", page.why
        if page.place is not None:
            state, where = "没有归入", f"{page.place.title}：{page.why}\n{page.place.case_title}"
        elif page.picture is None:
            state, tone = "读不出来", "danger"
    else:
        state, tone = _STATES[kind]
        where = label
    return PlainRow(("", state, where, name), tone, page)
