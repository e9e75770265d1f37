"""Titles: what people call a record, cached until a record changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db.kinds import Link, Links, RecordId, canonical_id
from db.store.handle import Handle, Row
from db.store.schema import Table, column, id_bytes

MOST_CACHED = 50_000
_DEEPEST = 4
_AT_ONCE = 500


def title(handle: Handle, type_name: str, record_id: RecordId | None) -> str:
    """Give the title of a stored record, also of a removed one; "" for None."""
    if not record_id:
        return ""
    known = handle.titles.get((type_name, record_id))
    if known is None:
        known = titles(handle, type_name, (record_id,)).get(record_id, "")
    return known


def titles(handle: Handle, type_name: str, ids: Iterable[RecordId]) -> dict[RecordId, str]:
    """Give the titles of many records of one type in few statements."""
    return _titles(handle, handle.tables[type_name], list(dict.fromkeys(ids)), _DEEPEST)


def _titles(handle: Handle, table: Table, ids: list[RecordId], depth: int) -> dict[RecordId, str]:
    found: dict[RecordId, str] = {}
    missing: list[RecordId] = []
    for one in ids:
        known = handle.titles.get((table.name, one))
        if known is None:
            missing.append(one)
        else:
            found[one] = known
    for start in range(0, len(missing), _AT_ONCE):
        fresh = _read(handle, table, missing[start : start + _AT_ONCE], depth)
        found |= fresh
        if len(handle.titles) > MOST_CACHED:
            handle.titles.clear()
        if handle.scope is None:  # what an open scope may still roll back is not kept
            handle.titles.update({(table.name, one): text for one, text in fresh.items()})
    return found


def _read(handle: Handle, table: Table, ids: list[RecordId], depth: int) -> dict[RecordId, str]:
    names = [name for name in table.type.title if name in table.writers]
    wanted = names + ([table.type.number] if table.type.number else [])
    columns = "".join(f", {column(name)}" for name in wanted)
    handle.settle(table.name)
    uids = [raw for one in ids if (raw := _raw(one)) is not None]
    marks = ",".join("?" * len(uids))
    rows = handle.select(f"SELECT uid{columns} FROM {table.quoted} WHERE uid IN ({marks})", uids)
    linked = _linked_titles(handle, table, names, rows, depth)
    made: dict[RecordId, str] = {}
    for row in rows:
        parts = [
            text
            for at, name in enumerate(names, 1)
            if (text := _shown(table, name, row[at], linked))
        ]
        if not parts and table.type.number and row[-1]:
            parts = [str(row[-1])]
        made[canonical_id(row[0])] = " ".join(parts) or f"{table.type.label}（未填名称）"
    return made


def _linked_titles(
    handle: Handle, table: Table, names: list[str], rows: list[Row], depth: int
) -> dict[str, dict[Any, str]]:
    linked: dict[str, dict[Any, str]] = {}
    for at, name in enumerate(names, 1):
        kind = table.type.by_name[name].kind
        if isinstance(kind, Link) and depth > 0:
            ids = list(dict.fromkeys(canonical_id(row[at]) for row in rows if row[at]))
            target = handle.tables.get(kind.target)
            if target is not None:
                linked[name] = dict(_titles(handle, target, ids, depth - 1))
    return linked


def _shown(table: Table, name: str, raw: object, linked: dict[str, dict[Any, str]]) -> str:
    kind = table.type.by_name[name].kind
    if raw is None or isinstance(kind, Links):
        return ""
    if isinstance(kind, Link):
        return linked.get(name, {}).get(kind.load(raw), "")
    return kind.show(kind.load(raw))


def _raw(record_id: RecordId) -> bytes | None:
    try:
        return id_bytes(record_id)
    except ValueError:
        return None
