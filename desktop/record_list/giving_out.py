"""What leaves a list: rows as shown, rows as a workbook, record ids for papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from db.exchange.workbook import sheet_file
from desktop.files import file_name, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from db.declare import RecordType
    from db.ledger import Ledger, ListQuery, ListRow
    from desktop.page import Desk
    from desktop.record_list.columns import Column
    from desktop.work import Step

__all__ = ["RowsOut", "ids_of", "shown_rows"]

_AT_ONCE = 256


def shown_rows(
    ledger: Ledger,
    query: ListQuery,
    rowids: Sequence[int],
    columns: Sequence[Column],
    step: Step | None = None,
) -> list[list[str]]:
    """What the columns say in each of these rows; a column that is no field stays out."""
    names = [c.name for c in columns if c.look != "due"]
    return [
        [row.shown.get(name, "") for name in names] for row in _rows(ledger, query, rowids, step)
    ]


def ids_of(ledger: Ledger, query: ListQuery, rowids: Sequence[int]) -> tuple[str, ...]:
    """The record ids of these rows, in their order."""
    return tuple(row.id for row in _rows(ledger, query, rowids, None))


def _rows(
    ledger: Ledger, query: ListQuery, rowids: Sequence[int], step: Step | None
) -> Iterator[ListRow]:
    for start in range(0, len(rowids), _AT_ONCE):
        if step is not None:
            step(start, len(rowids))
        yield from ledger.rows_by_rowid(query, list(rowids[start : start + _AT_ONCE]))


class RowsOut:
    """Writes rows of a list to an Excel file, off the main thread."""

    def __init__(self, desk: Desk, kind: RecordType) -> None:
        self._desk = desk
        self._kind = kind

    def ask_and_write(
        self, query: ListQuery, rowids: Sequence[int] | None, columns: Sequence[Column]
    ) -> None:
        """Ask for a file and write these rows; None is every row of the query."""
        proposal = file_name(f"{self._kind.label}{self._desk.ledger.today:%Y%m%d}", ".xlsx")
        file = self._desk.messages.save_file(None, "导出为 Excel", proposal, "Excel 文件 (*.xlsx)")
        if file is None:
            return
        shown = [c for c in columns if c.look != "due"]
        label = self._kind.label

        def write(ledger: Ledger, step: Step) -> tuple[int, Path]:
            wanted = list(ledger.rowids(query)) if rowids is None else rowids
            rows = shown_rows(ledger, query, wanted, shown, step)
            content = sheet_file(label, [[c.label for c in shown], *rows])
            write_whole(file, content)
            return len(rows), file

        self._desk.work.run(write, self._written, self._failed, self._step)

    def _written(self, answer: tuple[int, Path]) -> None:
        number, file = answer
        self._desk.doors.say(f"已导出 {number} 条到 {file}")

    def _failed(self, error: Exception) -> None:
        self._desk.messages.fault(None, error)

    def _step(self, done: int, total: int) -> None:
        self._desk.doors.say(f"正在导出：{done}/{total}")
