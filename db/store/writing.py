"""The change scope: the only way rows are written, each with its log entry.

One scope is one transaction of the file and one link of the writer's hash chain. It
either leaves everything it saved, or nothing.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from db.drafts import Draft
from db.kinds import RecordId
from db.store import editing, search, writers
from db.store.changes import (
    NO_HASH,
    Act,
    Changes,
    Done,
    Transaction,
    canonical,
    chained,
    change_id,
    next_stamp,
)
from db.store.ddl import has_words
from db.store.faults import ReadOnlyRole
from db.store.handle import LEVEL, Handle
from db.store.pending import Pending


class Scope:
    """An open change scope; use it as a context manager, on one thread.

    save, remove and restore queue their work; leaving without an error commits it, and
    ``changes`` then says what was done. Leaving with an error rolls everything back.
    ``handle``, ``pending``, ``log`` and ``n`` are for the store's own modules.
    """

    def __init__(self, handle: Handle, reason: str, batch: str, source: str) -> None:
        self.handle = handle
        self.pending = Pending(handle)
        self.changes = Changes(reason, (), batch)
        self.n = 0
        self.writer_no = handle.writer_no
        self.writer = handle.writer
        self.office = handle.identity.code
        self.office_json = canonical(self.office)
        self._source = source
        self._items: dict[tuple[str, RecordId], Done] = {}
        self._after: list[tuple[Draft, dict[str, Any], int | None]] = []
        self._touched: set[str] = set()
        self._is_edit = False
        self._tokens: tuple[str, str] | None = None
        self._no = self._first = self._seq = self._stamp = 0
        self._prev = NO_HASH

    def __enter__(self) -> Self:
        handle = self.handle
        if handle.identity.role == "只读":
            raise ReadOnlyRole
        if handle.scope is not None:
            raise RuntimeError("a change scope is open already")
        handle.run("BEGIN IMMEDIATE")
        try:
            self._read_chain()
        except BaseException:
            handle.abandon()
            raise
        handle.scope = self
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        handle = self.handle
        committed = False
        try:
            if kind is None and self._touched:
                self._commit()
                committed = True
        finally:
            handle.scope = None
            handle.abandon()
            # What was read inside the scope may be kept in caches, and may be gone now.
            handle.touch(tuple(self._touched))
        if committed:
            self._settle()

    def save(self, draft: Draft) -> None:
        """Write a draft and its child rows: births, edits, rows taken away."""
        if draft.stored:
            if not editing.save_stored(self, draft):
                return
            self.note(draft.type.name, draft.id, "changed")
            editing.reindex(self, draft.type.name, draft.id)
        else:
            rowid = editing.born(self, draft, None, None)
            self.note(draft.type.name, draft.id, "added")
            table = self.handle.tables[draft.type.name]
            if table.type.owner is not None:
                editing.reindex(self, table.name, draft.id)
            elif has_words(table, self.handle.tables):
                words = self.pending.words.setdefault(table.name, [])
                words.append((rowid, search.words_of(self.handle, draft)))

    def remove(self, type_name: str, record_id: RecordId) -> None:
        """Move a record to the waste bin; its child rows go with it, unwritten."""
        self._live(type_name, record_id, dead=True)

    def restore(self, type_name: str, record_id: RecordId) -> None:
        """Take a record back out of the waste bin."""
        self._live(type_name, record_id, dead=False)

    def show(self, type_names: tuple[str, ...]) -> None:
        """Make queued rows of these types visible to reading."""
        self.pending.show(type_names)

    def log(self, type_name: str, record_id: RecordId, uid: bytes, act: Act, body: str) -> int:
        """Queue one entry of the change log and give its number."""
        self.n = n = self.n + 1
        pending = self.pending
        pending.changes.append((self.writer_no, n, self._seq, type_name, uid, act, body))
        pending.lines.append(
            f'{{"act":"{act}","body":{body},"id":"{record_id}","n":{n},"type":"{type_name}"}}'
        )
        self._touched.add(type_name)
        self.handle.versions[type_name] = self.handle.versions.get(type_name, 0) + 1
        if act != "born":
            self._is_edit = True
        return n

    def note(self, type_name: str, record_id: RecordId, done: Done) -> None:
        """Note for ``changes`` what was done to a record; the first thing counts."""
        self._items.setdefault((type_name, record_id), done)

    def after_commit(self, draft: Draft, heads: dict[str, Any], place: int | None) -> None:
        """Keep what a draft will know once the scope is on disk."""
        self._after.append((draft, heads, place))

    def id_of(self, n: int) -> str:
        """Give the change id of our change ``n``, as parents name it."""
        return change_id(self.writer, n)

    def _live(self, type_name: str, record_id: RecordId, *, dead: bool) -> None:
        if editing.live(self, type_name, record_id, dead=dead):
            self.note(type_name, record_id, "removed" if dead else "restored")
            editing.reindex(self, type_name, record_id)

    def _read_chain(self) -> None:
        handle = self.handle
        last = handle.one(
            "SELECT no, last, hash, hlc FROM tx WHERE writer = ? ORDER BY no DESC LIMIT 1",
            (self.writer_no,),
        )
        self._no, self.n, self._prev, stamp = last or (0, 0, NO_HASH, 0)
        self._first = self.n + 1
        self._stamp = max(stamp, int(handle.fact(writers.STAMP_SEEN) or 0))
        newest = handle.one("SELECT max(seq) FROM tx")
        self._seq = ((newest[0] if newest else None) or 0) + 1

    def _commit(self) -> None:
        handle = self.handle
        if not handle.session.renewed:
            self._tokens = writers.renew_token(handle)
        self.pending.flush()
        now = handle.clock()
        tx = Transaction(
            writer=self.writer,
            no=self._no + 1,
            first=self._first,
            last=self.n,
            hlc=next_stamp(self._stamp, int(now.timestamp() * 1000)),
            wall=now.isoformat(timespec="seconds"),
            user=handle.identity.operator,
            device=handle.identity.device,
            reason=self.changes.reason,
            batch=self.changes.batch,
            source=self._source,
            level=LEVEL,
            prev=self._prev,
        )
        put_transaction(handle, self._seq, tx, chained(self._prev, tx.line(), self.pending.lines))
        handle.run("COMMIT")

    def _settle(self) -> None:
        handle = self.handle
        if self._tokens is not None:
            handle.session.renewed = True
            writers.confirm_token(handle.folder, self._tokens)
        editing.bring_up_to_date(self._after)
        if self._is_edit:
            handle.titles.clear()
        items: list[tuple[str, RecordId, Done]] = []
        for (name, one), done in self._items.items():
            items.append((name, one, done))
        self.changes = Changes(self.changes.reason, tuple(items), self.changes.batch)


def put_transaction(handle: Handle, seq: int, tx: Transaction, own_hash: bytes) -> None:
    """Write a transaction's header row."""
    no = handle.writer_number(tx.writer)
    handle.run(
        "INSERT INTO tx(seq, writer, no, first, last, hlc, wall, user, device, reason, batch,"
        " source, level, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, no, tx.no, tx.first, tx.last, tx.hlc, tx.wall, tx.user, tx.device, tx.reason,
         tx.batch, tx.source, tx.level, tx.prev, own_hash),
    )  # fmt: skip
