"""Taking back a step or an import batch, as new changes; what others built on stays."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.kinds import Link, Links, RecordId
from db.store import log, rows
from db.store.changes import BIRTH, LIFE, PLACE
from db.store.handle import Handle
from db.store.log import Logged
from db.store.schema import Table, column, id_bytes
from db.store.wire import from_wire
from db.store.writing import Scope

if TYPE_CHECKING:
    from db.store.store import Store

UNDO = "undo:"
"""Beginning of the source of transactions that take something back."""

_CHANGED_SINCE = "之后又有人修改"
_IN_USE = "已被其他记录引用"


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What was taken back, what stays because of later work, and what could not be.

    Each entry: type, id, title-free plain values and, for what stays, why.
    """

    reversed: tuple[dict[str, str], ...] = ()
    kept: tuple[dict[str, str], ...] = ()
    failed: tuple[dict[str, str], ...] = ()


@dataclass(slots=True)
class _Work:
    """One undo under way: the changes to take back and those it has written."""

    scope: Scope
    ours: set[str]
    born: set[str]
    reversed: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    kept: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    failed: list[dict[str, str]] = field(default_factory=list[dict[str, str]])


def undo(store: Store, batch: str | None = None) -> UndoResult:
    """Take back a batch; without one, this writer's last step not yet taken back."""
    handle = store.handle
    if batch:
        changes = log.of_transactions(
            handle, "t.batch = ? AND t.source NOT LIKE 'undo:%'", (batch,)
        )
        source, reason = f"{UNDO}batch:{batch}", "撤销整批录入"
    else:
        seq, name = _last_step(handle)
        changes = log.of_transactions(handle, "c.tx = ?", (seq,))
        source, reason = UNDO + name, "撤销上一步"
    if not changes:
        return UndoResult()
    with store.change(reason=reason, source=source) as scope:
        work = _Work(
            scope,
            {one.id for one in changes},
            {one.change.id for one in changes if one.change.act == "born"},
        )
        for one in changes:
            _take_back(handle, work, one)
    return UndoResult(tuple(work.reversed), tuple(work.kept), tuple(work.failed))


def _last_step(handle: Handle) -> tuple[int, str]:
    steps = handle.select(
        "SELECT seq, no, source FROM tx WHERE writer = ? ORDER BY no DESC", (handle.writer_no,)
    )
    undone = {str(source) for _, _, source in steps if str(source).startswith(UNDO)}
    for seq, no, source in steps:
        name = f"{handle.writer}:{no}"
        if not str(source).startswith(UNDO) and UNDO + name not in undone:
            return int(seq), name
    return 0, ""


def _take_back(handle: Handle, work: _Work, one: Logged) -> None:
    table = handle.tables.get(one.change.type)
    said = {"type": one.change.type, "id": str(one.change.id)}
    if table is None:
        work.failed.append({**said, "why": "本程序不认识这类记录"})
        return
    if one.change.act == "born":
        why = _unmake(handle, work, table, one.change.id)
    elif one.change.act == "life":
        why = _turn_back_life(handle, work, table, one)
    else:
        why = _turn_back_edit(handle, work, table, one)
    if why is None:
        work.reversed.append(said)
    elif why:
        work.kept.append({**said, "why": why})


def _unmake(handle: Handle, work: _Work, table: Table, record_id: RecordId) -> str | None:
    """Remove a record made in the step; "" when there is nothing to do."""
    draft = rows.draft(handle, table.name, record_id)
    if draft is None:
        return ""
    owner = rows.owner_of(handle, table.name, record_id)
    if owner is not None and owner[1] in work.born:
        return ""  # goes with the record it belongs to
    for below, uid in log.family(handle, table, id_bytes(record_id)):
        row = rows.draft(handle, below.name, rows.canonical_id(uid))
        if row is not None and not all(_is_ours(handle, work, u, h) for u, h in row.heads.items()):
            return _CHANGED_SINCE
    if _is_used(handle, work, table, record_id):
        return _IN_USE
    work.scope.remove(table.name, record_id)
    work.ours.add(work.scope.id_of(work.scope.n))
    return None


def _turn_back_life(handle: Handle, work: _Work, table: Table, one: Logged) -> str | None:
    draft = rows.draft(handle, table.name, one.change.id, removed=True)
    if draft is None or not _is_ours(handle, work, LIFE, draft.heads.get(LIFE, ())):
        return _CHANGED_SINCE
    if json.loads(one.change.body)["dead"]:
        work.scope.restore(table.name, one.change.id)
    else:
        work.scope.remove(table.name, one.change.id)
    work.ours.add(work.scope.id_of(work.scope.n))
    return None


def _turn_back_edit(handle: Handle, work: _Work, table: Table, one: Logged) -> str | None:
    draft = rows.draft(handle, table.name, one.change.id, removed=True)
    if draft is None:
        return ""
    units: dict[str, Any] = json.loads(one.change.body)["units"]
    kept = False
    for unit, content in units.items():
        if not _is_ours(handle, work, unit, draft.heads.get(unit) or draft.heads[BIRTH]):
            kept = True
        elif unit != PLACE:
            for name, old in content["old"].items():
                f = table.type.by_name.get(name)
                if f is not None:
                    draft.values[name] = from_wire(f.kind, old)
    if draft.changed():
        work.scope.save(draft)
        work.ours.add(work.scope.id_of(work.scope.n))
    return _CHANGED_SINCE if kept else None


def _is_ours(handle: Handle, work: _Work, unit: str, heads: Iterable[str]) -> bool:
    """Say whether a unit stands as the step left it, later steps taken back included."""
    return all(one in work.ours for head in heads for one in _seen_through(handle, unit, head))


def _seen_through(handle: Handle, unit: str, head: str) -> set[str]:
    """What a head amounts to: a change that took another back stands for that one's parents."""
    one = log.by_id(handle, head)
    if one is None or not one.source.startswith(UNDO):
        return {head}
    found: set[str] = set()
    for taken_back in _parents(one, unit):
        before = log.by_id(handle, taken_back)
        for parent in () if before is None else _parents(before, unit):
            found |= _seen_through(handle, unit, parent)
    return found or {head}


def _parents(one: Logged, unit: str) -> list[str]:
    body: dict[str, Any] = json.loads(one.change.body)
    content = body if one.change.act == "life" else body.get("units", {}).get(unit, {})
    return content.get("parents", [])


def _is_used(handle: Handle, work: _Work, table: Table, record_id: RecordId) -> bool:
    """Say whether a live record outside the step links to this one."""
    for other in handle.tables.values():
        for f in other.type.stored:
            if f.owner or not isinstance(f.kind, Link | Links) or f.kind.target != table.name:
                continue
            text, params = rows.equal_sql(other, f.name, record_id)
            found = handle.select(
                f"SELECT uid FROM {other.quoted} WHERE {text} AND dead = 0"
                f" AND {column(f.name)} IS NOT NULL",
                params,
            )
            if any(rows.canonical_id(row[0]) not in work.born for row in found):
                return True
    return False
