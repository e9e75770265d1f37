"""History: who changed which field when, from what to what, why; and open conflicts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.kinds import RecordId, canonical_id
from db.store import log, rows, titles
from db.store.changes import LIFE, PLACE
from db.store.handle import Handle
from db.store.log import Logged
from db.store.schema import Table, id_bytes
from db.store.wire import shown_of_wire


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One field changed once, or a record made, removed or restored.

    when: clock reading of the machine that wrote it (ISO). act: born, edit or life.
    field and label: the field's name and label; the record type's for births and
    lives. before and after: as people read them.
    """

    when: str
    who: str
    device: str
    act: str
    field: str
    label: str
    before: str
    after: str
    reason: str
    batch: str
    source: str
    type_name: str
    id: RecordId


def history(handle: Handle, record_id: RecordId) -> list[HistoryEntry]:
    """Give the history of a record with its child rows, newest first."""
    type_name = rows.type_of(handle, record_id)
    if type_name is None:
        return []
    whole = handle.tables[type_name]
    found: list[tuple[Logged, Table]] = []
    for table, uid in log.family(handle, whole, id_bytes(record_id)):
        found += [(one, table) for one in log.of_record(handle, table, uid)]
    found.sort(key=lambda pair: (pair[0].hlc, pair[0].tx, pair[0].change.n), reverse=True)
    entries: list[HistoryEntry] = []
    for one, table in found:
        prefix = "" if table is whole else f"{table.type.label}·"
        for field, label, before, after in _told(handle, table, one):
            entries.append(
                HistoryEntry(
                    one.wall, one.user, one.device, one.change.act, field, prefix + label,
                    before, after, one.reason, one.batch, one.source, table.name, one.change.id,
                )
            )  # fmt: skip
    return entries


def conflicts(handle: Handle) -> list[dict[str, Any]]:
    """Give every open conflict of live records, as plain values."""
    found: list[dict[str, Any]] = []
    for table in handle.tables.values():
        # Two heads stand as "…","…" in the heads column; other places have ],[ between.
        open_rows = handle.select(
            f"SELECT uid FROM {table.quoted} WHERE heads IS NOT NULL AND instr(heads, ?) > 0",
            ('","',),
        )
        for (uid,) in open_rows:
            found += conflicts_of(handle, table.name, canonical_id(uid))
    return found


def conflicts_of(handle: Handle, type_name: str, record_id: RecordId) -> list[dict[str, Any]]:
    """Give the open conflicts of one row: the unit and what each head says, newest last."""
    table = handle.tables[type_name]
    if not rows.exists(handle, type_name, record_id):
        return []
    changes = log.of_record(handle, table, id_bytes(record_id))
    by_id = {one.id: one for one in changes}
    folded = log.fold(one.entry for one in changes)
    return [
        {
            "type": type_name,
            "id": record_id,
            "title": titles.title(handle, type_name, record_id),
            "group": unit,
            "label": _unit_label(table, unit),
            "heads": [
                {
                    "change": one,
                    "who": by_id[one].user,
                    "when": by_id[one].wall,
                    "device": by_id[one].device,
                    "values": content,
                }
                for _, one, content in folded.heads[unit]
            ],
        }
        for unit in folded.conflicts()
    ]


def _told(handle: Handle, table: Table, one: Logged) -> Iterable[tuple[str, str, str, str]]:
    body: dict[str, Any] = json.loads(one.change.body)
    if one.change.act == "born":
        yield "", table.type.label, "", "新建"
    elif one.change.act == "life":
        before, after = ("", "移入回收站") if body["dead"] else ("移入回收站", "恢复")
        yield "", table.type.label, before, after
    else:
        for content in body["units"].values():
            yield from _told_fields(handle, table, content["old"], content["new"])


def _told_fields(
    handle: Handle, table: Table, old: dict[str, Any], new: dict[str, Any]
) -> Iterable[tuple[str, str, str, str]]:
    for name, after in new.items():
        before = old.get(name)
        if before == after:
            continue
        f = table.type.by_name.get(name)
        if name == PLACE:
            yield "", "次序", str((before or 0) + 1), str((after or 0) + 1)
        elif f is None:
            yield name, name, str(before or ""), str(after or "")
        else:
            shown = shown_of_wire(handle, f.kind, before), shown_of_wire(handle, f.kind, after)
            yield name, f.label, *shown


def _unit_label(table: Table, unit: str) -> str:
    if unit == LIFE:
        return "删除与修改"
    if unit == PLACE:
        return "次序"
    fields = table.type.units.get(unit, ())
    return "、".join(f.label for f in fields) or unit
