"""A whole record type as .xlsx, .csv or .jsonl, driven by its declaration."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, cast

from db.declare import Field, RecordType, kind_of
from db.exchange.workbook.lazy import openpyxl, safe_text
from db.kinds import Link, Links, Rows
from db.store import ListQuery, Store

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First signs that make a spreadsheet read a text as a formula (OWASP CSV injection)."""
_PAGE = 500


def export_file(store: Store, kind: RecordType, ending: str) -> tuple[bytes, int]:
    """Give the file's bytes and how many records it holds.

    ending: ``.xlsx``, ``.csv`` (with BOM, for spreadsheet programs) or ``.jsonl``
    (everything, child rows included; what ``add`` takes in again).
    """
    if ending == ".jsonl":
        lines = [json.dumps(_wire(r), ensure_ascii=False) for r in _records(store, kind)]
        return ("\n".join(lines) + "\n" if lines else "").encode(), len(lines)
    fields = [f for f in kind.stored if not f.owner]
    heads = [f.label for f in fields]
    rows = [[_shown(store, f, getattr(r, f.name)) for f in fields] for r in _records(store, kind)]
    if ending == ".csv":
        return _csv([heads, *rows]), len(rows)
    return sheet_file(kind.label, [heads, *rows]), len(rows)


def _records(store: Store, kind: RecordType) -> Iterator[Any]:
    query = ListQuery(kind.name, aside=True)
    rowids = store.rowids(query)
    for start in range(0, len(rowids), _PAGE):
        for row in store.rows_by_rowid(query, rowids[start : start + _PAGE]):
            record = store.get(kind.name, row.id)
            if record is not None:
                yield record


def _wire(record: Any) -> dict[str, Any]:
    kind = kind_of(record)
    data: dict[str, Any] = {"id": record.id}
    for f in kind.fields:
        value = getattr(record, f.name)
        if f.owner or f.computed or value in (None, ()):
            continue
        if isinstance(f.kind, Rows):
            data[f.name] = [_wire(row) for row in cast(tuple[Any, ...], value)]
        else:
            data[f.name] = f.kind.wire(value)
    return data


def _shown(store: Store, f: Field, value: Any) -> str:
    if value in (None, ()):
        return ""
    if isinstance(f.kind, Link):
        return store.title(f.kind.target, value)
    if isinstance(f.kind, Links):
        return "、".join(store.title(f.kind.target, one) for one in value)
    return f.kind.show(value)


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[_guarded(text) for text in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return "'" + text if text.startswith(_RISKY) else text


def sheet_file(title: str, rows: list[list[str]]) -> bytes:
    """Give a workbook of one sheet whose cells are all text, so that zeros survive."""
    book = openpyxl().Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    cells = openpyxl("cell")
    for row in rows:
        made: list[Any] = []
        for text in row:
            cell = cells.WriteOnlyCell(sheet, value=safe_text(text))
            cell.data_type = "s"  # text: identity numbers and zeros survive
            cell.number_format = "@"
            made.append(cell)
        sheet.append(made)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
