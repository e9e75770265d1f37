"""Values as the change log and bundles write them, turned back into typed ones."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from db.kinds import ClockTime, Codes, Date, Fixed, Kind, Link, Links, RecordId
from db.store import titles
from db.store.handle import Handle
from db.store.schema import Table


def from_wire(kind: Kind, wire: object) -> object:
    """Give the typed value of a JSON value our own code wrote."""
    if wire is None:
        return None
    if isinstance(kind, Fixed):
        return Decimal(str(wire))
    if isinstance(kind, Links | Codes):
        return tuple(cast(Iterable[object], wire)) or None
    if isinstance(kind, Date | ClockTime):
        return kind.load(wire)
    return wire


def stored_of_wire(table: Table, name: str, wire: object) -> object:
    """Give what the column of a field holds for a JSON value."""
    value = from_wire(table.type.by_name[name].kind, wire)
    store = table.writers[name][1]
    return value if store is None or value is None else store(value)


def shown_of_wire(handle: Handle, kind: Kind, wire: object) -> str:
    """Give a JSON value as people read it; links by the titles of their records."""
    value = from_wire(kind, wire)
    if value is None:
        return ""
    if isinstance(kind, Link):
        return titles.title(handle, kind.target, RecordId(str(value)))
    if isinstance(kind, Links):
        ids = cast(tuple[str, ...], value)
        return "、".join(titles.title(handle, kind.target, RecordId(one)) for one in ids)
    return kind.show(value)
