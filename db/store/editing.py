"""What a scope does to rows: births, edits per merge unit, removing, restoring."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from db.drafts import Draft
from db.kinds import RecordId
from db.store import rows, search
from db.store.changes import BIRTH, LIFE, PLACE, canonical
from db.store.faults import ChangedElsewhere, OthersRecord
from db.store.handle import Handle, Row
from db.store.heads import after, read_heads, write_heads
from db.store.schema import Table, column, id_bytes, quoted

if TYPE_CHECKING:
    from db.store.writing import Scope


def born(scope: Scope, draft: Draft, owner: RecordId | None, place: int | None) -> int:
    """Queue a new record with its child rows; give its row number."""
    table = scope.handle.tables[draft.type.name]
    if owner is not None and table.owner_field:
        draft.values[table.owner_field] = owner
    turned: list[object] = [None] * len(table.type.stored)
    pieces: list[str] = []
    writers = table.birth_writers
    for name, value in draft.values.items():
        writer = writers.get(name)
        if value is None or value == () or writer is None:
            continue
        at, store, key, json_of = writer
        turned[at] = value if store is None else store(value)
        pieces.append(key + json_of(value))
    # Canonical JSON put together by hand, which takes a quarter of the encoder's time. A
    # closing quote sorts before every letter of a name, so pieces sort as their keys do.
    pieces.sort()
    nth = "" if place is None else f'"place":{place},'
    body = f'{{"office":{scope.office_json},{nth}"values":{{{",".join(pieces)}}}}}'
    uid = id_bytes(draft.id)
    n = scope.log(table.name, draft.id, uid, "born", body)
    rowid = scope.pending.next_id(table)
    row = (rowid, uid, scope.office, *turned, place, scope.writer_no, n)
    scope.pending.rows.setdefault(table.name, []).append(row)
    keys = search.keys_of(scope.handle, table, draft.values)
    if keys:
        scope.pending.keys.setdefault(table.name, []).extend((key, rowid) for key in keys)
    scope.after_commit(draft, {BIRTH: (scope.id_of(n),)}, place)
    for children in draft.rows.values():
        for at, child in enumerate(children):
            born(scope, child, draft.id, at)
    return rowid


def save_stored(scope: Scope, draft: Draft, place: int | None = None) -> bool:
    """Queue the edits of a stored draft and its child rows; say whether there were any."""
    table = scope.handle.tables[draft.type.name]
    _refuse_others(scope, table, _current(scope.handle, table, draft.id))
    touched = _edit_row(scope, draft, place)
    for children in draft.rows.values():
        for at, child in enumerate(children):
            if child.stored:
                touched |= save_stored(scope, child, at)
            else:
                born(scope, child, draft.id, at)
                touched = True
    for child in draft.removed:
        touched |= live(scope, child.type.name, child.id, dead=True)
    return touched


def live(scope: Scope, type_name: str, record_id: RecordId, *, dead: bool) -> bool:
    """Mark a record removed or live again; False when it already is."""
    table = scope.handle.tables[type_name]
    current = _current(scope.handle, table, record_id)
    if bool(current[5]) is dead:
        return False
    _refuse_others(scope, table, current)
    heads = read_heads(current[2])
    before = heads.get(LIFE, [_birth(current)])
    parents = [_wire_head(scope.handle, one) for one in before]
    body = canonical({"dead": dead, "parents": parents})
    n = scope.log(type_name, record_id, current[1], "life", body)
    heads[LIFE] = [f"{scope.writer_no}:{n}"]
    scope.handle.run(
        f"UPDATE {table.quoted} SET dead = ?, heads = ? WHERE id = ?",
        (int(dead), write_heads(heads), current[0]),
    )
    return True


def reindex(scope: Scope, type_name: str, record_id: RecordId) -> None:
    """Queue making the search entries of the whole record anew."""
    handle = scope.handle
    root, root_id = rows.root_of(handle, type_name, record_id)
    rowid = search.rowid_of(handle, root, root_id)
    scope.pending.stale.setdefault(root, set()).add(rowid)


def bring_up_to_date(kept: Iterable[tuple[Draft, dict[str, Any], int | None]]) -> None:
    """Tell drafts that are now on disk what they were saved as, for further editing."""
    for draft, heads, place in kept:
        draft.stored = True
        draft.before = {**draft.values, PLACE: place}
        draft.heads = heads
        draft.removed = []


def _edit_row(scope: Scope, draft: Draft, place: int | None) -> bool:
    handle = scope.handle
    table = handle.tables[draft.type.name]
    changed = draft.changed()
    units = {unit: fs for unit, fs in table.type.units.items()
             if any(f.name in changed for f in fs)}  # fmt: skip
    moved = place is not None and draft.before.get(PLACE) != place
    if not units and not moved:
        scope.after_commit(draft, draft.heads, draft.before.get(PLACE))
        return False
    written = [f.name for fields in units.values() for f in fields]
    current = _current(handle, table, draft.id)
    values = rows.typed_values(table, current, rows.FIELDS_FROM)
    body: dict[str, object] = {}
    columns: dict[str, object] = {}
    for unit, fields in units.items():
        new, old = dict[str, object](), dict[str, object]()
        for f in fields:
            _, store, wire = table.writers[f.name]
            value, before = draft.values.get(f.name), draft.before.get(f.name)
            columns[column(f.name)] = value if store is None or value is None else store(value)
            new[f.name] = value if wire is None or value is None else wire(value)
            old[f.name] = before if wire is None or before is None else wire(before)
        body[unit] = {"new": new, "old": old}
    if moved:
        body[PLACE] = {"new": {PLACE: place}, "old": {PLACE: draft.before.get(PLACE)}}
        columns[quoted("place")] = place
    write_edit(scope, table, current, body, columns, seen=draft.heads)
    new_heads = {**draft.heads, **{unit: (scope.id_of(scope.n),) for unit in body}}
    scope.after_commit(draft, new_heads, draft.before.get(PLACE) if place is None else place)
    search.change_keys(
        handle, table, current[0], search.keys_of(handle, table, values),
        search.keys_of(handle, table, {**values, **{name: draft.values.get(name) for name in written}}),
    )  # fmt: skip
    if any(name in table.type.title for name in changed):
        handle.titles.clear()
        reindex_naming(scope, table.name, draft.id)
    return True


def write_edit(
    scope: Scope,
    table: Table,
    current: Row,
    units: dict[str, Any],
    columns: dict[str, object],
    *,
    seen: dict[str, Any],
) -> None:
    """Log an edit of units and write its columns.

    units: unit → {"new", "old"}; columns: quoted name → stored value. The parents are added here: the heads the edit has
    seen, or the current ones when the draft does not say.
    """
    handle = scope.handle
    heads = read_heads(current[2])
    n = scope.n + 1
    for unit, content in units.items():
        now = heads.get(unit, [_birth(current)])
        parents = seen.get(unit) or seen.get(BIRTH) or [_wire_head(handle, one) for one in now]
        content["parents"] = list(parents)
        local = [_local_head(handle, one) for one in parents]
        heads[unit] = after(now, local, f"{scope.writer_no}:{n}")
    scope.log(
        table.name, rows.canonical_id(current[1]), current[1], "edit", canonical({"units": units})
    )
    sets = "".join(f"{name} = ?, " for name in columns)
    handle.run(
        f"UPDATE {table.quoted} SET {sets}heads = ? WHERE id = ?",
        (*columns.values(), write_heads(heads), current[0]),
    )


def reindex_naming(scope: Scope, type_name: str, record_id: RecordId) -> None:
    """Queue the records whose words hold this record's title, and theirs in turn."""
    for table, f in search.referring(scope.handle, type_name):
        for one in search.ids_naming(scope.handle, table, f, record_id):
            reindex(scope, table.name, one)
            search.keys_again(scope.handle, table, one)
            if f.name in table.type.title:
                reindex_naming(scope, table.name, one)


def _current(handle: Handle, table: Table, record_id: RecordId) -> Row:
    handle.settle(table.name)
    row = handle.one(f"{table.select} WHERE uid = ?", (id_bytes(record_id),))
    if row is None:
        raise ChangedElsewhere(table.type.label)
    return row


def _refuse_others(scope: Scope, table: Table, current: Row) -> None:
    """Only the office that wrote a record changes it (exchange design, section 0)."""
    if current[7] != scope.office:
        raise OthersRecord(table.type.label, current[7])


def _birth(current: Row) -> str:
    return f"{current[3]}:{current[4]}"


def _wire_head(handle: Handle, local: str) -> str:
    no, _, n = local.partition(":")
    return f"{handle.writer_hex(int(no))}:{n}"


def _local_head(handle: Handle, wire: str) -> str:
    writer, _, n = wire.partition(":")
    no = handle.writer_number(writer)
    return f"{no}:{n}" if no is not None else wire
