"""What a text names: an id, its unique start, an official number, a title."""

from __future__ import annotations

from db.kinds import Link, RecordId, Text, canonical_id
from db.store import titles
from db.store.handle import Handle
from db.store.schema import Table, column

_LEAST_OF_AN_ID = 6
_WHOLE_ID = 32
_HEX = frozenset("0123456789abcdef")


def resolve(handle: Handle, type_name: str, text: str) -> RecordId | None:
    """Give the id of the one live record of a type that a text names, or None."""
    table = handle.tables[type_name]
    text = text.strip()
    handle.settle(type_name)
    return (
        _by_id(handle, table, text)
        or _only(_by_number(handle, table, text))
        or _only(_by_title(handle, table, text))
    )


def locate(handle: Handle, text: str) -> tuple[str, RecordId] | None:
    """Give type and id of the record of any type that an id or a number names."""
    text = text.strip()
    handle.settle(*handle.tables)
    for table in handle.tables.values():
        found = _by_id(handle, table, text, removed=True)
        if found is not None:
            return table.name, found
    hits = [
        (table.name, uid)
        for table in handle.tables.values()
        for uid in _by_number(handle, table, text)
    ]
    # An agreement may carry the number of its case (mediation forms 2.6): the case is meant.
    whole = [hit for hit in hits if handle.tables[hit[0]].type.owner is None]
    return _only_hit(whole) or _only_hit(hits)


def _only_hit(hits: list[tuple[str, RecordId]]) -> tuple[str, RecordId] | None:
    return hits[0] if len(hits) == 1 else None


def _by_id(handle: Handle, table: Table, text: str, *, removed: bool = False) -> RecordId | None:
    digits = text.lower().replace("-", "")
    if not _LEAST_OF_AN_ID <= len(digits) <= _WHOLE_ID or not _HEX.issuperset(digits):
        return None
    low = bytes.fromhex(digits.ljust(_WHOLE_ID, "0"))
    high = bytes.fromhex(digits.ljust(_WHOLE_ID, "f"))
    live = "" if removed else " AND dead = 0"
    found = handle.select(
        f"SELECT uid FROM {table.quoted} WHERE uid BETWEEN ? AND ?{live} LIMIT 2", (low, high)
    )
    return canonical_id(found[0][0]) if len(found) == 1 else None


def _by_number(handle: Handle, table: Table, text: str) -> list[RecordId]:
    name = table.type.number
    return [] if name is None else _equal(handle, table, name, (text,))


def _by_title(handle: Handle, table: Table, text: str) -> list[RecordId]:
    """Records whose first title field says this, or whose whole title does."""
    first = table.type.title[0] if table.type.title else None
    if first is None or first not in table.writers or not text:
        return []
    kind = table.type.by_name[first].kind
    if isinstance(kind, Link):
        found = _by_linked_title(handle, table, first, kind.target, text)
    elif isinstance(kind, Text) or kind.column == "TEXT":
        found = _equal(handle, table, first, (text, text.partition(" ")[0]))
    else:
        return []
    if len(found) > 1:
        names = titles.titles(handle, table.name, found)
        found = [one for one in found if names[one] == text] or found
    return found


def _by_linked_title(
    handle: Handle, table: Table, first: str, target: str, text: str
) -> list[RecordId]:
    above = handle.tables[target]
    handle.settle(target)
    named = _by_title(handle, above, text) or _by_title(handle, above, text.partition(" ")[0])
    if not named:
        return []
    uids = [bytes.fromhex(one.replace("-", "")) for one in named]
    return _equal(handle, table, first, tuple(uids))


def _equal(handle: Handle, table: Table, name: str, values: tuple[object, ...]) -> list[RecordId]:
    marks = ",".join("?" * len(values))
    # One that another record stands for is not meant, if there is one it can be.
    aside = "NULL" if table.type.aside is None else column(table.type.aside)
    found = handle.select(
        f"SELECT uid, {aside} FROM {table.quoted} WHERE {column(name)} IN ({marks}) AND dead = 0",
        values,
    )
    return [canonical_id(row[0]) for row in found if not row[1]] or [
        canonical_id(row[0]) for row in found
    ]


def _only(found: list[RecordId]) -> RecordId | None:
    return found[0] if len(found) == 1 else None
