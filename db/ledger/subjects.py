"""Subjects: records as nested plain values, all that a paper needs of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from db.declare import Field, kind_of
from db.kinds import Link, Links, RecordId, Rows
from db.records import record_type
from db.store import Store

DEPTH = 3
"""How many links deep a subject reaches: case → mediator → person."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One record as a paper sees it.

    ``values``: field name → typed value; a link → the linked record's values, nested
    (None when empty); links and child rows → lists of such dicts. Every dict also has
    ``id``, ``type`` (record type name) and ``title``.
    """

    type_name: str
    values: dict[str, Any]


def subject_of(store: Store, type_name: str, record_id: RecordId) -> Subject | None:
    """Give the record and what it links to, or None when there is no such record."""
    record = store.get(type_name, record_id)
    if record is None:
        return None
    return Subject(type_name, _nested(store, record, DEPTH))


def _nested(store: Store, record: Any, depth: int) -> dict[str, Any]:
    kind = kind_of(record)
    values: dict[str, Any] = {
        "id": record.id,
        "type": kind.name,
        "title": store.title(kind.name, record.id) if depth else "",
    }
    for f in kind.fields:
        values[f.name] = _value(store, f, getattr(record, f.name), depth)
    return values


def _value(store: Store, f: Field, value: Any, depth: int) -> Any:
    if isinstance(f.kind, Rows):
        return [_nested(store, row, depth) for row in cast(Iterable[Any], value)]
    if isinstance(f.kind, Link):
        if f.owner or value is None:
            return None
        return _linked(store, f.kind.target, value, depth)
    if isinstance(f.kind, Links):
        found = (_linked(store, f.kind.target, one, depth) for one in value)
        return [one for one in found if one is not None]
    return value


def _linked(store: Store, target: str, record_id: RecordId, depth: int) -> Any:
    if depth <= 0:
        return None
    record = store.get(record_type(target).name, record_id)
    return None if record is None else _nested(store, record, depth - 1)
