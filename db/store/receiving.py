"""Taking in what another ledger wrote: chain, order, log, rows, in one transaction.

The rule is that of the exchange design, section 3: a change goes into the log as it was
written, and a row is what all its changes together make of it, whatever the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from db.faults import Fault
from db.store import writers
from db.store.applying import Fate, Outcome, Rows
from db.store.causes import missing
from db.store.changes import NO_HASH, Changes, Done, received_stamp
from db.store.faults import ReadOnlyRole
from db.store.handle import Handle
from db.store.outgoing import Head, Packed, Vector, heads
from db.store.writing import Scope, put_transaction


class Rewritten(Fault):
    """The same writer and number arrived with another content: copied or altered data."""

    def __init__(self, sender: str) -> None:
        super().__init__(
            f"{sender}：这台电脑的数据曾被复制或改动，同一编号的更改有两种内容，"
            "整个数据包没有收取。",
            "请两边都保留现有文件，与对方核对是否复制过台账文件夹或恢复过旧备份，再联系技术支持。",
        )


class ForeignWriter(Fault):
    """The bundle carries changes of a machine that belongs to another office."""

    def __init__(self, sender: str) -> None:
        super().__init__(
            f"{sender} 的数据包里有别的单位写的更改，整个数据包没有收取。",
            "请保留这个文件，并与对方核对它是怎样生成的。",
        )


@dataclass(slots=True)
class Result:
    """What became of a bundle's changes, and which records they concern."""

    fates: list[Fate] = field(default_factory=list[Fate])
    missing: dict[str, int] = field(default_factory=dict[str, int])
    """Writer → change number that has to be here first, for what is held."""

    def count(self, outcome: Outcome) -> int:
        """Give how many changes had this outcome."""
        return sum(1 for one in self.fates if one.outcome == outcome)


class Intake:
    """One import: use as a context manager; without ``keep`` nothing remains.

    office: code of the sender, whose records alone it may write. dry: it will not be
    kept, so search entries need not be made.
    """

    def __init__(self, handle: Handle, office: str, sender: str, *, dry: bool = False) -> None:
        self.handle = handle
        self.office = office
        self.sender = sender
        self.result = Result()
        self._kept = False
        self._touched: set[str] = set()
        self._holder = Scope(handle, "", "", "")
        self._rows = Rows(self._holder, office, index=not dry)
        self._queues: list[list[Packed]] = []

    def __enter__(self) -> Self:
        handle = self.handle
        if handle.identity.role == "只读":
            raise ReadOnlyRole
        if handle.scope is not None:
            raise RuntimeError("a change scope is open already")
        handle.run("BEGIN IMMEDIATE")
        handle.scope = self._holder
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        handle = self.handle
        try:
            if kind is None and self._kept:
                self._commit()
        finally:
            handle.scope = None
            handle.abandon()
            # Writers, titles and rows that were rolled back must not stay in caches.
            handle.writers.clear()
            handle.forget()

    def keep(self) -> None:
        """Have everything committed on leaving."""
        self._kept = True

    def take(self, arrived: Sequence[Packed]) -> Result:
        """Take transactions in; Rewritten or ForeignWriter refuses all of them."""
        known = heads(self.handle, self.office)
        self._refuse_foreign(arrived)
        for writer, chain in _by_writer(arrived).items():
            self._take_chain(chain, known.get(writer, Head(0, 0, NO_HASH)))
        self._take_ready()
        self.result.fates += self._rows.finish()
        return self.result

    def changes(self, batch: str) -> Changes:
        """Give what was done, for lists and forms to refresh."""
        done: dict[tuple[str, Any], Done] = {}
        words: dict[str, Done] = {"born": "added", "edit": "changed", "life": "removed"}
        for fate in self.result.fates:
            if fate.outcome in ("applied", "conflict"):
                kind, one = fate.root
                act = fate.change.act if (kind, one) == (fate.change.type, fate.change.id) else ""
                done.setdefault((kind, one), words.get(act, "changed"))
        return Changes("", tuple((kind, one, how) for (kind, one), how in done.items()), batch)

    def _refuse_foreign(self, arrived: Iterable[Packed]) -> None:
        for writer in {one.tx.writer for one in arrived}:
            row = self.handle.one(
                "SELECT office FROM writer WHERE uid = ?", (bytes.fromhex(writer),)
            )
            if row is not None and row[0] != self.office:
                raise ForeignWriter(self.sender)

    def _take_chain(self, chain: list[Packed], head: Head) -> None:
        """Tell known transactions from new ones; queue the new ones that follow on."""
        waiting: list[Packed] = []
        for packed in chain:
            tx = packed.tx
            if tx.no <= head.no:
                self._compare(packed)
                self.result.fates += self._rows.same(packed)
            elif tx.no == head.no + 1:
                if tx.prev != head.hash or tx.first != head.last + 1:
                    raise Rewritten(self.sender)
                head = Head(tx.no, tx.last, tx.hash)
                waiting.append(packed)
            else:
                self.result.missing[tx.writer] = tx.first - 1
                self._hold(packed, "前面的更改还没有收到")
        if waiting:
            self._queues.append(waiting)

    def _compare(self, packed: Packed) -> None:
        tx = packed.tx
        row = self.handle.one(
            "SELECT hash FROM tx WHERE writer = ? AND no = ?",
            (self.handle.writer_number(tx.writer), tx.no),
        )
        if row is None or bytes(row[0]) != tx.hash:
            raise Rewritten(self.sender)

    def _take_ready(self) -> None:
        """Write every transaction whose causes are here; hold what remains."""
        have = _vector(self.handle)
        moved = True
        while moved:
            moved = False
            for queue in sorted(self._queues, key=lambda one: one[0].tx.hlc if one else 0):
                while queue and not missing(queue[0], have):
                    packed = queue.pop(0)
                    self._write(packed)
                    have[packed.tx.writer] = packed.tx.last
                    moved = True
        for queue in self._queues:
            for packed in queue:
                self.result.missing.update(missing(packed, have))
                self._hold(packed, "它所依据的更改还没有收到")

    def _write(self, packed: Packed) -> None:
        handle, tx = self.handle, packed.tx
        if handle.writer_number(tx.writer) is None:
            handle.run(
                "INSERT INTO writer(uid, office, device, since) VALUES (?, ?, ?, ?)",
                (bytes.fromhex(tx.writer), self.office, tx.device, tx.wall),
            )
        newest = handle.one("SELECT coalesce(max(seq), 0) FROM tx")
        seq = (newest[0] if newest else 0) + 1
        put_transaction(handle, seq, tx, tx.hash)
        self._see_clock(tx.hlc)
        self._rows.take(packed, seq)
        self._touched.update(one.type for one in packed.changes)

    def _see_clock(self, stamp: int) -> None:
        handle = self.handle
        seen = int(handle.fact(writers.STAMP_SEEN) or 0)
        moved = received_stamp(seen, stamp, int(handle.clock().timestamp() * 1000))
        if moved != seen:
            handle.put_fact(writers.STAMP_SEEN, str(moved))

    def _hold(self, packed: Packed, why: str) -> None:
        self.result.fates += [
            Fate(packed.tx.writer, one, "held", why, (one.type, one.id)) for one in packed.changes
        ]

    def _commit(self) -> None:
        handle = self.handle
        tokens: tuple[str, str] | None = None
        if self._touched and not handle.session.renewed:
            # So that an older copy put back here later is noticed as a copy.
            tokens = writers.renew_token(handle)
        handle.run("COMMIT")
        if tokens is not None:
            handle.session.renewed = True
            writers.confirm_token(handle.folder, tokens)


def has_new(handle: Handle, office: str, after: Vector) -> bool:
    """Say whether a bundle that ends at ``after`` holds anything not here yet."""
    known = heads(handle, office)
    return any(last > (known[w].last if w in known else 0) for w, last in after.items())


def _by_writer(arrived: Iterable[Packed]) -> dict[str, list[Packed]]:
    chains: dict[str, list[Packed]] = {}
    for one in arrived:
        chains.setdefault(one.tx.writer, []).append(one)
    return chains


def _vector(handle: Handle) -> dict[str, int]:
    found = handle.select(
        "SELECT w.uid, max(t.last) FROM writer AS w JOIN tx AS t ON t.writer = w.no GROUP BY w.no"
    )
    return {bytes(uid).hex(): int(last) for uid, last in found}
