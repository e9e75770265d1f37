"""Reading records: whole records with child rows, drafts, equal values, owners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from db.declare import RecordType
from db.drafts import Draft
from db.kinds import Link, Links, RecordId, canonical_id
from db.store.changes import BIRTH, PLACE, change_id
from db.store.handle import Handle, Row
from db.store.heads import read_heads
from db.store.schema import Table, column, id_bytes, quoted, typed_values

FIELDS_FROM = 9
"""Where the declared fields begin in a row of ``Table.select``."""


def get(handle: Handle, type_name: str, record_id: RecordId | None) -> Any:
    """Give the live record of this type and id with its child rows, or None."""
    row = _row(handle, type_name, record_id)
    if row is None or row[5]:
        return None
    return _record(handle, handle.tables[type_name], row)


def draft(handle: Handle, type_name: str, record_id: RecordId, *, removed: bool = False) -> (
    Draft | None
):  # fmt: skip
    """Give a stored record as a draft that knows what it was, or None.

    removed: also give a record that lies in the waste bin.
    """
    row = _row(handle, type_name, record_id)
    if row is None or (row[5] and not removed):
        return None
    return _draft(handle, handle.tables[type_name], row)


def office_of(handle: Handle, type_name: str, record_id: RecordId) -> str | None:
    """Give the code of the office that wrote a record, or None when it is not there."""
    row = _row(handle, type_name, record_id) if type_name in handle.tables else None
    return None if row is None else str(row[7])


def texts_of(handle: Handle, type_name: str, field_name: str) -> set[str]:
    """Give every text that stands in a field of the live records of a type."""
    table = handle.tables[type_name]
    name = quoted(field_name)
    sql = f"SELECT {name} FROM {table.quoted} WHERE dead = 0 AND {name} IS NOT NULL"
    return {str(row[0]) for row in handle.select(sql)}


def newest(handle: Handle, type_name: str) -> RecordId | None:
    """Give the id of the live record entered last into this file, or None."""
    handle.settle(type_name)
    table = handle.tables[type_name]
    row = handle.one(f"SELECT uid FROM {table.quoted} WHERE dead = 0 ORDER BY id DESC LIMIT 1")
    return None if row is None else canonical_id(row[0])


def find(handle: Handle, type_name: str, equal: dict[str, object]) -> list[Any]:
    """Give live records whose fields equal these typed values; links match any of theirs."""
    table = handle.tables[type_name]
    handle.settle(type_name)
    where, params = ["dead = 0"], list[object]()
    for name, value in equal.items():
        text, more = equal_sql(table, name, value)
        where.append(text)
        params += more
    where += _live_owner(table)
    rows = handle.select(f"{table.select} WHERE {' AND '.join(where)} ORDER BY id", params)
    return [_record(handle, table, row) for row in rows]


def of_office(handle: Handle, type_name: str, office: str) -> list[Any]:
    """Give the live records of a type that one office made."""
    table = handle.tables[type_name]
    handle.settle(type_name)
    found = handle.select(f"{table.select} WHERE dead = 0 AND office = ? ORDER BY id", (office,))
    return [_record(handle, table, row) for row in found]


def equal_sql(table: Table, name: str, value: object) -> tuple[str, list[object]]:
    """Give the condition that a field equals a typed value, with its parameters."""
    named = column(name)
    if value is None or value == ():
        return f"{named} IS NULL", []
    kind = table.type.by_name[name].kind
    if isinstance(kind, Links) and isinstance(value, str):
        # Ids have a fixed length and form: no id can be part of another.
        return f"instr({named}, ?) > 0", [value]
    store = table.writers[name][1]
    return f"{named} = ?", [value if store is None else store(value)]


def exists(handle: Handle, type_name: str, record_id: RecordId) -> bool:
    """Say whether a record of this type and id was ever stored."""
    return _row(handle, type_name, record_id) is not None


def type_of(handle: Handle, record_id: RecordId) -> str | None:
    """Give the type name of a stored record, live or removed."""
    try:
        uid = id_bytes(record_id)
    except ValueError:
        return None
    handle.settle(*handle.tables)
    for table in handle.tables.values():
        if handle.one(f"SELECT 1 FROM {table.quoted} WHERE uid = ?", (uid,)):
            return table.name
    return None


def owner_of(handle: Handle, type_name: str, record_id: RecordId) -> tuple[str, RecordId] | None:
    """Give type and id of the record that owns this child row, or None."""
    kind = handle.tables[type_name].type
    if kind.owner is None:
        return None
    handle.settle(type_name)
    row = handle.one(
        f"SELECT {column(kind.owner.name)} FROM {quoted(type_name)} WHERE uid = ?",
        (id_bytes(record_id),),
    )
    if row is None or row[0] is None:
        return None
    return cast(Link, kind.owner.kind).target, canonical_id(row[0])


def root_of(handle: Handle, type_name: str, record_id: RecordId) -> tuple[str, RecordId]:
    """Give type and id of the whole record a child row is part of; a record itself."""
    above = owner_of(handle, type_name, record_id)
    while above is not None:
        type_name, record_id = above
        above = owner_of(handle, type_name, record_id)
    return type_name, record_id


def owner_type(handle: Handle, table: Table) -> Table:
    """Give the table of the type that owns rows of a child type."""
    own = table.type.owner
    if own is None:
        raise LookupError(table.name)
    return handle.tables[cast(Link, own.kind).target]


def root_type(handle: Handle, kind: RecordType) -> RecordType:
    """Give the type of the whole record that rows of this type are part of."""
    while kind.owner is not None:
        kind = handle.tables[cast(Link, kind.owner.kind).target].type
    return kind


def records_by_rowid(handle: Handle, type_name: str, rowids: Sequence[int]) -> list[Any]:
    """Give live records by row number, in the order given."""
    table = handle.tables[type_name]
    marks = ",".join("?" * len(rowids))
    rows = handle.select(f"{table.select} WHERE dead = 0 AND id IN ({marks})", rowids)
    found = {row[0]: _record(handle, table, row) for row in rows}
    return [found[one] for one in rowids if one in found]


def child_rows(handle: Handle, target: str, uid: bytes) -> list[Row]:
    """Give the live child rows of one type, in their order."""
    child = handle.tables[target]
    owner = column(child.owner_field or "")
    handle.settle(target)
    return handle.select(
        f"{child.select} WHERE {owner} = ? AND dead = 0 ORDER BY place, id", (uid,)
    )


def _live_owner(table: Table) -> list[str]:
    """The condition that a child row's owner is not removed."""
    own = table.type.owner
    if own is None:
        return []
    above = quoted(cast(Link, own.kind).target)
    return [
        f"EXISTS (SELECT 1 FROM {above} AS above WHERE above.uid = {table.quoted}."
        f"{column(own.name)} AND above.dead = 0)"
    ]


def _row(handle: Handle, type_name: str, record_id: RecordId | None) -> Row | None:
    if record_id is None:
        return None
    try:
        uid = id_bytes(record_id)
    except ValueError:
        return None
    handle.settle(type_name)
    return handle.one(f"{handle.tables[type_name].select} WHERE uid = ?", (uid,))


def _record(handle: Handle, table: Table, row: Row) -> Any:
    children: dict[str, object] = {}
    for name, target in table.children:
        child = handle.tables[target]
        children[name] = tuple(
            _record(handle, child, one) for one in child_rows(handle, target, row[1])
        )
    values = typed_values(table, row, FIELDS_FROM)
    return table.type.build(canonical_id(row[1]), values, children)


def _draft(handle: Handle, table: Table, row: Row) -> Draft:
    values = typed_values(table, row, FIELDS_FROM)
    made = Draft(table.type, canonical_id(row[1]), values=values, before=dict(values))
    made.stored, made.office = True, str(row[7])
    made.heads = heads_of(handle, row)
    made.before[PLACE] = row[6]
    for name, target in table.children:
        child = handle.tables[target]
        found = child_rows(handle, target, row[1])
        if found:
            made.rows[name] = [_draft(handle, child, one) for one in found]
    return made


def heads_of(handle: Handle, row: Row) -> dict[str, Any]:
    """Give the heads of each merge unit as change ids; BIRTH stands for all others."""
    heads: dict[str, Any] = {BIRTH: (change_id(handle.writer_hex(row[3]), row[4]),)}
    for unit, ids in read_heads(row[2]).items():
        heads[unit] = tuple(
            change_id(handle.writer_hex(int(no)), int(n))
            for no, _, n in (one.partition(":") for one in ids)
        )
    return heads
