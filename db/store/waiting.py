"""Received changes that are in the log, but could not be applied to rows yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.kinds import RecordId, canonical_id
from db.store.changes import Change
from db.store.handle import Handle

_HELD = """SELECT w.uid, c.n, c.type, c.uid, c.act, c.body, h.why FROM held AS h
 JOIN writer AS w ON w.uid = h.writer JOIN change AS c ON c.writer = w.no AND c.n = h.n
 WHERE w.office = ? ORDER BY c.seq"""


def changes(handle: Handle, office: str) -> list[tuple[str, Change]]:
    """Give writer and change of everything of an office that waits, oldest first."""
    return [
        (bytes(writer).hex(), Change(n, name, RecordId(canonical_id(uid)), act, body))
        for writer, n, name, uid, act, body, _ in handle.select(_HELD, (office,))
    ]


def told(handle: Handle, office: str) -> Iterator[dict[str, Any]]:
    """Give what of an office waits or was refused, as its receipt lists it."""
    for writer, n, name, uid, _, _, why in handle.select(_HELD, (office,)):
        one = canonical_id(uid)
        yield {"writer": bytes(writer).hex(), "n": n, "type": name, "id": one, "why": why}


def mark(handle: Handle, writer: str, change: Change, header: str, why: str) -> None:
    """Mark a logged change as waiting, and say why."""
    handle.run(
        "INSERT OR REPLACE INTO held(writer, n, header, line, why) VALUES (?, ?, ?, ?, ?)",
        (bytes.fromhex(writer), change.n, header, change.line(), why),
    )


def unmark(handle: Handle, writer: str, n: int) -> None:
    """Note that a change waits no more."""
    handle.run("DELETE FROM held WHERE writer = ? AND n = ?", (bytes.fromhex(writer), n))
