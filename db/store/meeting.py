"""Rows that share a name or a number with others, found by the keys of the search.

Machinery: which fields make a person is said by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.kinds import RecordId, canonical_id
from db.store import lists, rows
from db.store.handle import Handle
from db.store.schema import Table, column, id_bytes, quoted
from db.store.words import number_key, typed_key

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Met:
    """A live child row: its id, its owner's id, and the typed values asked for."""

    id: RecordId
    owner: RecordId
    values: dict[str, Any]


def key_of_name(name: str) -> str | None:
    """Give the search key of a whole name."""
    return next((key for key in typed_key(name)), None)


def key_of_number(number: str) -> str | None:
    """Give the search key of a whole number."""
    return number_key(number)


def rows_with_key(
    handle: Handle,
    type_name: str,
    key: str,
    fields: Sequence[str],
    *,
    equal: Iterable[tuple[str, object]] = (),
    owner: Iterable[tuple[str, object]] = (),
    limit: int = 200,
) -> list[Met]:
    """Give live child rows that have this key, those entered last first.

    equal: (field, value) the row must have. owner: conditions of a list on its owner.
    """
    table = handle.tables[type_name]
    above = rows.owner_type(handle, table)
    handle.settle(type_name, above.name)
    where, params = ["t.dead = 0"], [key]
    more: list[object] = []
    for name, value in equal:
        text, extra = rows.equal_sql(table, name, value)
        where.append(f"t.{text}")
        more += extra
    inner = ["above.dead = 0"]
    for name, value in owner:
        text, extra = lists.condition(above, name, value)
        inner.append(text)
        more += extra
    own = column(table.owner_field or "")
    where.append(
        f"EXISTS (SELECT 1 FROM {above.quoted} AS above WHERE above.uid = t.{own}"
        f" AND {' AND '.join(inner)})"
    )
    found = handle.select(
        f"SELECT t.uid, t.{own}{_columns('t', fields)} FROM {quoted('keys_' + type_name)} AS k"
        f" CROSS JOIN {table.quoted} AS t ON t.id = k.id WHERE k.key = ? AND {' AND '.join(where)}"
        " ORDER BY t.id DESC LIMIT ?",
        (*params, *more, limit),
    )
    return [_met(table, row, fields) for row in found]


def rows_of_owners(
    handle: Handle, type_name: str, owners: Sequence[RecordId], fields: Sequence[str]
) -> list[Met]:
    """Give the live child rows of these owners, in their order."""
    table = handle.tables[type_name]
    handle.settle(type_name)
    own = column(table.owner_field or "")
    found: list[Met] = []
    for start in range(0, len(owners), _AT_ONCE):
        uids = [id_bytes(one) for one in owners[start : start + _AT_ONCE]]
        found += [
            _met(table, row, fields)
            for row in handle.select(
                f"SELECT t.uid, t.{own}{_columns('t', fields)} FROM {table.quoted} AS t"
                f" WHERE t.{own} IN ({','.join('?' * len(uids))}) AND t.dead = 0"
                " ORDER BY place, id",
                uids,
            )
        ]
    return found


def values_of(
    handle: Handle, type_name: str, ids: Sequence[RecordId], fields: Sequence[str]
) -> dict[RecordId, dict[str, Any]]:
    """Give some typed values of live records, by id."""
    table = handle.tables[type_name]
    handle.settle(type_name)
    found: dict[RecordId, dict[str, Any]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        uids = [id_bytes(one) for one in ids[start : start + _AT_ONCE]]
        for row in handle.select(
            f"SELECT t.uid{_columns('t', fields)} FROM {table.quoted} AS t"
            f" WHERE t.uid IN ({','.join('?' * len(uids))}) AND t.dead = 0",
            uids,
        ):
            found[canonical_id(row[0])] = _typed(table, row[1:], fields)
    return found


def every_row(
    handle: Handle, type_name: str, fields: Sequence[str], owner_fields: Sequence[str]
) -> Iterator[tuple[Met, dict[str, Any]]]:
    """Give every live child row with some values of its live owner."""
    table = handle.tables[type_name]
    above = rows.owner_type(handle, table)
    own = column(table.owner_field or "")
    at = 2 + len(fields)
    for row in handle.select(
        f"SELECT t.uid, t.{own}{_columns('t', fields)}{_columns('a', owner_fields)}"
        f" FROM {table.quoted} AS t JOIN {above.quoted} AS a ON a.uid = t.{own}"
        " WHERE t.dead = 0 AND a.dead = 0"
    ):
        yield _met(table, row, fields), _typed(above, row[at:], owner_fields)


def _columns(alias: str, fields: Sequence[str]) -> str:
    return "".join(f", {alias}.{column(name)}" for name in fields)


def _met(table: Table, row: tuple[Any, ...], fields: Sequence[str]) -> Met:
    return Met(canonical_id(row[0]), canonical_id(row[1]), _typed(table, row[2:], fields))


def _typed(table: Table, raw: Sequence[Any], fields: Sequence[str]) -> dict[str, Any]:
    by_name = table.type.by_name
    return {
        name: by_name[name].kind.load(one)
        for name, one in zip(fields, raw, strict=False)
        if one is not None
    }
