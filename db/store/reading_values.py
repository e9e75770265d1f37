"""Received wire values, tested before they reach a column: nothing is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from db.declare import Field
from db.kinds import Code, Codes, Count, Flag, Kind, Link, Links, canonical_id
from db.store.changes import PLACE, canonical
from db.store.schema import Table, id_bytes
from db.store.wire import stored_of_wire

_LONGEST_CODE = 60


class Unreadable(ValueError):
    """A value that its kind cannot read; the text says which field."""

    def __init__(self, field: Field) -> None:
        super().__init__(f"“{field.label}”的内容不合要求，读不出来")


def stored_values(table: Table, values: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    """Give column values by field name, and the unknown fields as JSON, or None.

    Unreadable when a value is not what its kind writes. A code that the list here does
    not have (yet) is kept as it is; lists show it as its code.
    """
    stored: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, wire in values.items():
        f = table.type.by_name.get(name)
        if f is None or name not in table.writers:
            if wire is not None and name != PLACE:
                extra[name] = wire
        elif wire is not None:
            if not _is_readable(f.kind, wire):
                raise Unreadable(f)
            stored[name] = stored_of_wire(table, name, wire)
    return stored, canonical(extra) if extra else None


def _is_readable(kind: Kind, wire: Any) -> bool:
    if isinstance(kind, Code):
        return _is_code(wire)
    if isinstance(kind, Codes):
        return _all(wire, _is_code)
    if isinstance(kind, Link):
        return _is_id(wire)
    if isinstance(kind, Links):
        return _all(wire, _is_id)
    if type(wire) is not _json_type(kind):
        return False
    try:
        return kind.read(wire) is not None
    except ValueError:
        return False


def _json_type(kind: Kind) -> type:
    if isinstance(kind, Flag):
        return bool
    return int if isinstance(kind, Count) else str


def _is_code(wire: Any) -> bool:
    return isinstance(wire, str) and 0 < len(wire) <= _LONGEST_CODE and wire.isprintable()


def _is_id(wire: Any) -> bool:
    try:
        raw = id_bytes(wire)
        return len(raw) == 16 and canonical_id(raw) == wire
    except (ValueError, AttributeError):
        return False


def _all(wire: Any, test: Any) -> bool:
    return isinstance(wire, list) and all(test(one) for one in cast(list[Any], wire))
