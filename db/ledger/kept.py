"""Drafts kept while they are typed: written down within a second, offered at reopening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.records import record_type
from db.store import Store


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A draft as it was left, when it was kept, and whether its record is in the ledger."""

    draft: Draft
    kept_at: datetime
    stored: bool


def keep(store: Store, draft: Draft) -> None:
    """Write down everything typed so far, understood or not."""
    store.local.keep_draft(draft.id, draft.type.name, _body(draft))


def kept(store: Store, type_name: str, record_id: RecordId | None) -> KeptEntry | None:
    """Give the draft kept of a record; with None, the newest of a new record."""
    for one in store.local.kept_drafts():
        if one.type_name != type_name:
            continue
        stored = bool(one.body.get("stored"))
        if (one.id == record_id) if record_id is not None else not stored:
            draft = _restored(store, type_name, one.id, one.body)
            return None if draft is None else KeptEntry(draft, one.at, stored)
    return None


def _body(draft: Draft) -> dict[str, Any]:
    fields = draft.type.by_name
    return {
        "id": draft.id,
        "stored": draft.stored,
        "values": {
            name: fields[name].kind.wire(value)
            for name, value in draft.values.items()
            if name in fields and fields[name].kind.column
        },
        "unread": {name: str(given) for name, (given, _) in draft.unread.items()},
        "rows": {name: [_body(row) for row in rows] for name, rows in draft.rows.items()},
    }


def _restored(
    store: Store, type_name: str, record_id: RecordId, body: dict[str, Any]
) -> Draft | None:
    stored = store.draft(type_name, record_id) if body.get("stored") else None
    if body.get("stored") and stored is None:
        return None
    draft = stored or Draft(record_type(type_name), record_id)
    _fill(draft, body)
    return draft


def _fill(draft: Draft, body: dict[str, Any]) -> None:
    """Set a draft to what a body says, keeping what the store gave as its base."""
    draft.values.clear()
    for name, value in body.get("values", {}).items():
        if name in draft.type.by_name:
            draft.give(name, value)
    for name, text in body.get("unread", {}).items():
        if name in draft.type.by_name:
            draft.give(name, text)
    for f in draft.type.row_fields:
        known = {row.id: row for row in draft.rows.get(f.name, [])}
        bodies = body.get("rows", {}).get(f.name, [])
        drafts: list[Draft] = []
        for one in bodies:
            row = known.pop(RecordId(str(one["id"])), None)
            if row is None:
                row = Draft(record_type(f.kind.target), RecordId(str(one["id"])))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
            _fill(row, one)
            drafts.append(row)
        draft.removed += [row for row in known.values() if row.stored]
        draft.rows[f.name] = drafts
