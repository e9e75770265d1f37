"""The rows behind a list: the first page at once, the whole order from a worker, then by page.

All row numbers come from one call into SQLite, so the scroll bar is honest and jumping to the
end costs one page of rows, however long the list is.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.record_list.columns import DUE, Column

if TYPE_CHECKING:
    from db.ledger import Ledger, ListQuery, ListRow
    from desktop.work import Running, Step, Work

__all__ = ["HEAD", "PAGE", "RowsModel", "due_words"]

HEAD: Final = 64
"""Rows read before the list shows: more than any window has room for."""
PAGE: Final = 128
"""Rows fetched at once when scrolling."""
_KEPT: Final = 48
"""Pages kept in memory: 6,144 rows."""

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_DISPLAY: Final = int(_Role.DisplayRole)
_SPOKEN: Final = int(_Role.AccessibleTextRole)


def due_words(until: date, today: date) -> tuple[str, str]:
    """A deadline in words and its tone: ("逾期 3 天", "danger"), ("剩 20 天", "")."""
    days = (until - today).days
    if days < 0:
        return f"逾期 {-days} 天", "danger"
    if days == 0:
        return "今天到期", "danger"
    return f"剩 {days} 天", "warn" if days <= 7 else ""


def _unsorted(query: ListQuery) -> ListQuery:
    return replace(query, sort=None, descending=False)


class RowsModel(QAbstractTableModel):
    """The rows of one query. `ordered` comes when every row's place is known."""

    loaded = Signal()
    """The first page and the count are there."""
    ordered = Signal()

    def __init__(self, ledger: Ledger, work: Work, columns: Sequence[Column]) -> None:
        super().__init__()
        self._ledger = ledger
        self._work = work
        self.columns = tuple(columns)
        self._query: ListQuery | None = None
        self._generation = 0
        self._running: Running | None = None
        self._count = 0
        self._rowids: array[int] | None = None
        self._head: list[ListRow] = []
        self._pages: OrderedDict[int, list[ListRow]] = OrderedDict()
        self._due: dict[str, date] = {}
        self._whole_list: tuple[ListQuery, array[int]] | None = None

    @property
    def query(self) -> ListQuery | None:
        """What the list shows, or None before the first query."""
        return self._query

    @property
    def is_ordered(self) -> bool:
        """Whether every row's place is known."""
        return self._rowids is not None

    def show_query(self, query: ListQuery) -> None:
        """Show another query: its first rows now, the rest when the worker answers."""
        before, self._query = self._query, query
        # The same rows in another order are as many as they were.
        same = before is not None and _unsorted(before) == _unsorted(query)
        self._read(self._count if same else None)

    def reload(self) -> None:
        """Read the present query again."""
        self._whole_list = None
        self._read(None)

    def _read(self, count: int | None) -> None:
        query = self._query
        if query is None:
            return
        self._generation += 1
        if self._running is not None:
            self._running.cancel()
            self._running = None
        rowids: array[int] | None = None
        if query.search:
            rowids = self._found(query)
            head = self._ledger.rows_by_rowid(query, list(rowids[:HEAD]))
            count = len(rowids)
        else:
            head = self._ledger.page(query, HEAD, 0)
            if len(head) < HEAD:
                count = len(head)
                rowids = array("q", [row.rowid for row in head])
            elif count is None:
                count = self._ledger.count(query)
        self._take_head(head, count or 0, rowids)

    def _found(self, query: ListQuery) -> array[int]:
        """The row numbers of what is searched for, in the list's order."""
        whole = self._whole_list
        if whole is None or whole[0] != replace(query, search=""):
            return self._ledger.rowids(query)
        # Reading the sort field of 18,000 hits takes 350 ms; picking them out of the list
        # that is already in order takes 5.
        hits = self._ledger.found_rowids(query.type_name, query.search)
        return array("q", filter(hits.__contains__, whole[1]))

    def _take_head(self, head: list[ListRow], count: int, rowids: array[int] | None) -> None:
        self.beginResetModel()
        self._head, self._count, self._rowids = head, count, rowids
        self._pages.clear()
        self.endResetModel()
        if rowids is None and self._query is not None:
            self._order(self._query)
        self.loaded.emit()
        if rowids is not None:
            self.ordered.emit()

    def _order(self, query: ListQuery) -> None:
        def all_rowids(ledger: Ledger, _step: Step) -> array[int]:
            return ledger.rowids(query)

        take = partial(self._take_order, self._generation)
        self._running = self._work.run(all_rowids, take)

    def _take_order(self, generation: int, rowids: array[int]) -> None:
        if generation != self._generation:
            return  # The user has sorted or filtered again meanwhile.
        self._running = None
        if self._query is not None:
            self._whole_list = (self._query, rowids)
        if len(rowids) != self._count:
            # Somebody added a record between the two statements.
            self.beginResetModel()
            self._rowids, self._count, self._head = rowids, len(rowids), []
            self.endResetModel()
        else:
            self._rowids = rowids
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ordered.emit()

    def show_due(self, due: dict[str, date]) -> None:
        """Show these deadlines (record id → day) in the column of deadlines."""
        self._due = due
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, number: int) -> ListRow | None:
        """The row at a place, fetching its page; None while its place is not known."""
        if 0 <= number < len(self._head):
            return self._head[number]
        page, within = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(page)
        elif page:
            self._pages.move_to_end(page)
        return rows[within] if 0 <= within < len(rows) else None

    def _fetch(self, page: int) -> list[ListRow]:
        if self._rowids is None or self._query is None:
            return []
        wanted = self._rowids[page * PAGE : (page + 1) * PAGE]
        rows = self._ledger.rows_by_rowid(self._query, list(wanted))
        if len(rows) != len(wanted):
            # A row has gone since: keep the places of the others.
            found = {row.rowid: row for row in rows}
            rows = [found[one] for one in wanted if one in found]
        self._pages[page] = rows
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        return rows

    def rowids_at(self, numbers: Sequence[int]) -> list[int]:
        """The row numbers of these places, as far as they are known."""
        known = self._rowids
        if known is None:
            rows = (self.row(number) for number in numbers)
            return [row.rowid for row in rows if row is not None]
        return [known[number] for number in numbers if 0 <= number < len(known)]

    def place_of(self, rowid: int) -> int | None:
        """Where a row stands now, or None when it is not in the list (any more)."""
        if self._rowids is None:
            head = [row.rowid for row in self._head]
            return head.index(rowid) if rowid in head else None
        try:
            return self._rowids.index(rowid)
        except ValueError:
            return None

    def text(self, row: ListRow, column: Column) -> str:
        """What a cell says."""
        if column.name == DUE:
            until = self._due.get(row.id)
            return due_words(until, self._ledger.today)[0] if until else "—"
        return row.shown.get(column.name, "")

    def due_tone(self, row: ListRow) -> str:
        """The tone of a row's deadline; "" is far off, "none" there is none."""
        until = self._due.get(row.id)
        return due_words(until, self._ledger.today)[1] if until else "none"

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _SPOKEN, int(_Role.ToolTipRole)) or not index.isValid():
            return None
        row, column = self.row(index.row()), self.columns[index.column()]
        if row is None:
            return "…"
        text = self.text(row, column)
        return f"{column.label}：{text or '空'}" if role == _SPOKEN else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and self.columns[section].look == "number":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].label if role == _DISPLAY else None
