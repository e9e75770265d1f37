"""The search index: words of whole records, keys of the names and numbers in each row.

Both can be rebuilt from the rows at any time and never travel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.declare import Field
from db.drafts import Draft
from db.kinds import Link, Links, RecordId
from db.store import rows, titles
from db.store.ddl import has_keys, has_words
from db.store.handle import Handle
from db.store.schema import Table, quoted
from db.store.words import BETWEEN, name_keys_of, number_key, spaced


def insert_words(type_name: str) -> str:
    """Give the statement that puts (row number, words) into a type's index."""
    return f"INSERT INTO {quoted('words_' + type_name)}(rowid, t) VALUES (?, ?)"


def insert_keys(type_name: str) -> str:
    """Give the statement that puts (key, row number) into a type's keys."""
    return f"INSERT OR IGNORE INTO {quoted('keys_' + type_name)}(key, id) VALUES (?, ?)"


def words_of(handle: Handle, draft: Draft) -> str:
    """Give all searchable words of a record and its child rows."""
    texts: list[str] = []
    _collect(handle, draft, texts)
    return spaced(BETWEEN.join(texts))


def keys_of(handle: Handle, table: Table, values: Mapping[str, Any]) -> set[str]:
    """Give the keys of the names and numbers in one row, linked names included."""
    keys: set[str] = set()
    for name, target in table.linked_names:
        value = values.get(name)
        if value:
            keys |= name_keys_of(titles.title(handle, target, value))
    for name in table.name_fields:
        value = values.get(name)
        if value:
            keys |= name_keys_of(value)
    for name in table.number_fields:
        value = values.get(name)
        if value and (key := number_key(value)) is not None:
            keys.add(key)
    return keys


def index_again(handle: Handle, type_name: str, rowids: Iterable[int]) -> None:
    """Make the words of these whole records anew; removed ones leave the index."""
    table = handle.tables[type_name]
    if not has_words(table, handle.tables):
        return
    for rowid in rowids:
        handle.run(f"DELETE FROM {quoted('words_' + type_name)} WHERE rowid = ?", (rowid,))
        found = handle.one(f"SELECT uid, dead FROM {table.quoted} WHERE id = ?", (rowid,))
        if found is None or found[1]:
            continue
        draft = rows.draft(handle, type_name, rows.canonical_id(found[0]))
        if draft is not None:
            handle.run(insert_words(type_name), (rowid, words_of(handle, draft)))


def change_keys(handle: Handle, table: Table, rowid: int, old: set[str], new: set[str]) -> None:
    """Replace the keys of one row."""
    if not has_keys(table) or old == new:
        return
    handle.run_many(
        f"DELETE FROM {quoted('keys_' + table.name)} WHERE key = ? AND id = ?",
        [(key, rowid) for key in old - new],
    )
    handle.run_many(insert_keys(table.name), [(key, rowid) for key in sorted(new - old)])


def keys_again(handle: Handle, table: Table, record_id: RecordId) -> None:
    """Make the keys of one row anew, after a record it links to was renamed."""
    if not has_keys(table):
        return
    found = handle.one(f"{table.select} WHERE uid = ?", (rows.id_bytes(record_id),))
    if found is None:
        return
    handle.run(f"DELETE FROM {quoted('keys_' + table.name)} WHERE id = ?", (found[0],))
    values = rows.typed_values(table, found, rows.FIELDS_FROM)
    keys = sorted(keys_of(handle, table, values))
    handle.run_many(insert_keys(table.name), [(key, found[0]) for key in keys])


def rebuild(handle: Handle) -> None:
    """Make the whole index anew from the rows, inside an open transaction."""
    for table in handle.tables.values():
        if has_keys(table):
            handle.run(f"DELETE FROM {quoted('keys_' + table.name)}")
            entries: list[tuple[str, int]] = []
            for row in handle.select(table.select):
                values = rows.typed_values(table, row, rows.FIELDS_FROM)
                entries += [(key, row[0]) for key in keys_of(handle, table, values)]
            handle.run_many(insert_keys(table.name), sorted(entries))
        if table.type.owner is None and has_words(table, handle.tables):
            ids = handle.select(f"SELECT id FROM {table.quoted}")
            index_again(handle, table.name, (int(row[0]) for row in ids))


def referring(handle: Handle, type_name: str) -> list[tuple[Table, Field]]:
    """Give the searchable links to a type: their words hold its titles."""
    return [
        (table, f)
        for table in handle.tables.values()
        for f in table.word_fields
        if isinstance(f.kind, Link | Links) and f.kind.target == type_name
    ]


def ids_naming(handle: Handle, table: Table, f: Field, record_id: RecordId) -> list[RecordId]:
    """Give the ids of rows whose searchable link ``f`` names this record."""
    handle.settle(table.name)
    text, params = rows.equal_sql(table, f.name, record_id)
    found = handle.select(f"SELECT uid FROM {table.quoted} WHERE {text}", params)
    return [rows.canonical_id(row[0]) for row in found]


def rowid_of(handle: Handle, type_name: str, record_id: RecordId) -> int:
    """Give the row number of a stored record; LookupError when there is none."""
    handle.settle(type_name)
    row = handle.one(
        f"SELECT id FROM {quoted(type_name)} WHERE uid = ?", (rows.id_bytes(record_id),)
    )
    if row is None:
        raise LookupError(record_id)
    return int(row[0])


def _collect(handle: Handle, draft: Draft, texts: list[str]) -> None:
    values = draft.values
    for name, show, f in handle.tables[draft.type.name].word_turns:
        value = values.get(name)
        if value is not None:
            texts.append(value if show is None else shown(handle, f, value))
    for children in draft.rows.values():
        for child in children:
            _collect(handle, child, texts)


def shown(handle: Handle, f: Field, value: object) -> str:
    """Give a value as people read it; links by the titles of their records."""
    if isinstance(f.kind, Link):
        return titles.title(handle, f.kind.target, RecordId(str(value)))
    if isinstance(f.kind, Links) and isinstance(value, Sequence):
        target = f.kind.target
        return "、".join(titles.title(handle, target, RecordId(str(one))) for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return f.kind.show(value)
