"""What a ledger has to send: its writers' heads, transactions since a vector, totals."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.faults import Fault
from db.kinds import RecordId, canonical_id
from db.store.changes import Change, Transaction, canonical
from db.store.handle import Handle, Row
from db.store.rows import FIELDS_FROM
from db.store.schema import Table, typed_values

Vector = Mapping[str, int]
"""Writer hex → number of the last change known of it; a writer not named stands at 0."""


class HistoryAltered(Fault):
    """The log does not hash to its own chain: it was altered outside the program."""

    def __init__(self) -> None:
        super().__init__(
            "这本台账的更改记录与校验不符，可能被其他工具改动过，数据包没有生成。",
            "请用“核对台账”查看哪里不符，并从最近的备份恢复。",
        )


@dataclass(frozen=True, slots=True)
class Head:
    """The newest link of a writer's chain: transaction, its last change, its hash."""

    no: int
    last: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """A transaction with all its changes, as it travels."""

    tx: Transaction
    changes: tuple[Change, ...]

    def lines(self) -> list[str]:
        """Give the change lines as hashed and sent."""
        return [one.line() for one in self.changes]


def heads(handle: Handle, office: str) -> dict[str, Head]:
    """Give the chain heads of all writers of an office that have written anything."""
    found = handle.select(
        "SELECT w.uid, t.no, t.last, t.hash FROM writer AS w JOIN tx AS t ON t.writer = w.no"
        " WHERE w.office = ? AND t.no = (SELECT max(no) FROM tx WHERE writer = w.no)"
        " ORDER BY w.uid",
        (office,),
    )
    return {bytes(uid).hex(): Head(no, last, bytes(own)) for uid, no, last, own in found}


def vector(handle: Handle, office: str) -> dict[str, int]:
    """Give, per writer of an office, the number of its last change here."""
    return {writer: head.last for writer, head in heads(handle, office).items()}


def transactions(handle: Handle, office: str, since: Vector) -> Iterator[Packed]:
    """Give the transactions of an office's writers after a vector, in chain order.

    Each is hashed again on the way; HistoryAltered when the log is not what was written.
    """
    for writer in heads(handle, office):
        no = handle.writer_number(writer)
        start = since.get(writer, 0)
        headers = handle.select(
            "SELECT seq, no, first, last, hlc, wall, user, device, reason, batch, source, level,"
            " prev, hash FROM tx WHERE writer = ? AND last > ? ORDER BY no",
            (no, start),
        )
        for row in headers:
            yield _packed(handle, writer, no or 0, row)


def live_totals(handle: Handle, office: str) -> dict[str, dict[str, Any]]:
    """Give count and hash of an office's live rows, per type that has any.

    The hash is SHA-256 over one canonical line per row in the order of ids: id, place
    and wire values that are not empty, fields unknown here included.
    """
    totals: dict[str, dict[str, Any]] = {}
    for table in handle.tables.values():
        handle.settle(table.name)
        digest, count = hashlib.sha256(), 0
        rows = handle.select(
            f"{table.select} WHERE office = ? AND dead = 0 ORDER BY uid", (office,)
        )
        for row in rows:
            digest.update(_row_line(table, row).encode())
            count += 1
        if count:
            totals[table.name] = {"count": count, "hash": digest.hexdigest()}
    return totals


def _packed(handle: Handle, writer: str, no: int, row: Row) -> Packed:
    seq, *words, prev, own_hash = row
    names = ("no", "first", "last", "hlc", "wall", "user", "device", "reason", "batch", "source",
             "level")  # fmt: skip
    given: dict[str, Any] = dict(zip(names, words, strict=True))
    tx = Transaction(writer=writer, **given, prev=bytes(prev), hash=bytes(own_hash))
    found = handle.select(
        "SELECT n, type, uid, act, body FROM change WHERE writer = ? AND n BETWEEN ? AND ?"
        " AND tx = ? ORDER BY n",
        (no, tx.first, tx.last, seq),
    )
    changes = tuple(Change(n, kind, _id(uid), act, body) for n, kind, uid, act, body in found)
    packed = Packed(tx, changes)
    if tx.hash_of(packed.lines()) != tx.hash or len(changes) != tx.last - tx.first + 1:
        raise HistoryAltered
    return packed


def _id(uid: bytes) -> RecordId:
    return RecordId(canonical_id(uid))


def _row_line(table: Table, row: Row) -> str:
    values = typed_values(table, row, FIELDS_FROM)
    wired: dict[str, object] = {}
    for name, value in values.items():
        wire = table.writers[name][2]
        wired[name] = value if wire is None else wire(value)
    if row[8]:
        extra: dict[str, object] = json.loads(row[8])
        wired |= {k: v for k, v in extra.items() if k not in table.writers and v is not None}
    return canonical([canonical_id(row[1]), row[6], wired]) + "\n"
