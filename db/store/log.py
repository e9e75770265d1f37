"""Reading the change log: the changes of a record, of a transaction, of a batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.kinds import RecordId, canonical_id
from db.store.changes import Act, Change, change_id
from db.store.folding import Entry, Folded, fold
from db.store.handle import Handle, Row
from db.store.schema import Table, column


@dataclass(frozen=True, slots=True)
class Logged:
    """One change with the header words of its transaction."""

    id: str
    change: Change
    tx: int
    hlc: int
    wall: str
    user: str
    device: str
    reason: str
    batch: str
    source: str
    waiting: bool = False
    """Received, but not applied to its row (see ``applying``)."""

    @property
    def entry(self) -> Entry:
        """Give the change as the fold sees it."""
        writer, _, n = self.id.partition(":")
        return Entry(
            self.id, (self.hlc, writer, int(n)), self.change.act, self.change.body, self.waiting
        )


_COLUMNS = """SELECT c.writer, c.n, c.type, c.uid, c.act, c.body, c.tx, t.hlc, t.wall, t.user,
 t.device, t.reason, t.batch, t.source,
 EXISTS (SELECT 1 FROM held AS h JOIN writer AS w ON w.uid = h.writer
  WHERE w.no = c.writer AND h.n = c.n)
 FROM change AS c JOIN tx AS t ON t.seq = c.tx"""


def of_record(handle: Handle, table: Table, uid: bytes) -> list[Logged]:
    """Give the changes of one row, its birth first, then in the order they were written."""
    born = handle.select(
        f"{_COLUMNS} JOIN {table.quoted} AS r ON c.writer = r.born_w AND c.n = r.born_n"
        " WHERE r.uid = ?",
        (uid,),
    )
    later = handle.select(
        f"{_COLUMNS} WHERE c.uid = ? AND c.act <> 'born' ORDER BY t.hlc, c.seq", (uid,)
    )
    return [logged(handle, row) for row in (*born, *later)]


def of_transactions(handle: Handle, where: str, params: Iterable[object]) -> list[Logged]:
    """Give the changes of the transactions ``where`` names, newest first."""
    rows = handle.select(f"{_COLUMNS} WHERE {where} ORDER BY c.seq DESC", tuple(params))
    return [logged(handle, row) for row in rows]


def by_id(handle: Handle, change: str) -> Logged | None:
    """Give the change of this id, or None when it is not here."""
    writer, _, n = change.partition(":")
    rows = handle.select(
        f"{_COLUMNS} WHERE c.writer = ? AND c.n = ?", (handle.writer_number(writer), int(n))
    )
    return logged(handle, rows[0]) if rows else None


def folded(handle: Handle, table: Table, uid: bytes) -> Folded:
    """Give what a row is according to the log."""
    return fold(one.entry for one in of_record(handle, table, uid))


def family(handle: Handle, table: Table, uid: bytes) -> list[tuple[Table, bytes]]:
    """Give a row and all rows that ever belonged to it, removed ones too."""
    found = [(table, uid)]
    for _, target in table.children:
        child = handle.tables[target]
        owner = column(child.owner_field or "")
        rows = handle.select(f"SELECT uid FROM {child.quoted} WHERE {owner} = ?", (uid,))
        for (below,) in rows:
            found += family(handle, child, below)
    return found


def logged(handle: Handle, row: Row) -> Logged:
    """Give one selected row of the log as a value."""
    act: Act = row[4]
    change = Change(row[1], row[2], RecordId(canonical_id(row[3])), act, row[5])
    own_id = change_id(handle.writer_hex(row[0]), row[1])
    tx, hlc, wall, user, device, reason, batch, source, waiting = row[6:15]
    return Logged(own_id, change, tx, hlc, wall, user, device, reason, batch, source, bool(waiting))
