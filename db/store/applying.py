"""What received changes do to rows: births go in, edited rows are folded from the log.

A change that cannot be applied stays in the log and is marked in ``held`` with why; the
fold passes over it, later imports try it again, and everything else is applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from db.kinds import RecordId
from db.store import editing, log, rows, search, waiting
from db.store.arrivals import Root, index_births
from db.store.causes import body_of
from db.store.changes import LIFE, Change, change_id
from db.store.folding import Folded
from db.store.handle import Row
from db.store.heads import write_heads
from db.store.outgoing import Packed
from db.store.reading_values import Unreadable, stored_values
from db.store.schema import Table, column, id_bytes
from db.store.writing import Scope

Outcome = Literal["applied", "same", "held", "conflict", "refused"]

OTHERS_RECORD = "这是别的单位的记录，只有该单位能修改"
NOT_HERE = "它的首次登记还没有收下"
OWNER_NOT_HERE = "它所属的记录还没有收下"
UNKNOWN_TYPE = "本机的程序还不认识这种记录，更新程序后会自动补收"
TWICE = "记录标识与已有的记录重复"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one change; ``root`` is the whole record it concerns."""

    writer: str
    change: Change
    outcome: Outcome
    why: str
    root: Root


@dataclass(frozen=True, slots=True)
class _Step:
    """One change under way, with its body read."""

    writer: str
    change: Change
    body: dict[str, Any]
    header: str = ""
    again: bool = False


class _Barred(Exception):
    """Why a change cannot be applied to rows (now)."""

    def __init__(self, outcome: Outcome, why: str) -> None:
        super().__init__(why)
        self.outcome: Outcome = outcome
        self.why = why


@dataclass(slots=True)
class Rows:
    """The rows of one import, written inside an open transaction.

    index: whether to make search entries; a look that is rolled back needs none.
    """

    scope: Scope
    office: str
    index: bool = True
    _later: list[_Step] = field(default_factory=list[_Step])
    _fates: dict[tuple[str, int], Fate] = field(default_factory=dict[tuple[str, int], Fate])
    _roots: dict[Root, Root] = field(default_factory=dict[Root, Root])
    _born: dict[str, list[tuple[int, RecordId]]] = field(
        default_factory=dict[str, list[tuple[int, RecordId]]]
    )
    _extra: list[tuple[str, int, str]] = field(default_factory=list[tuple[str, int, str]])

    def take(self, packed: Packed, seq: int) -> None:
        """Log a transaction's changes under ``seq`` and put its births into rows."""
        writer, header = packed.tx.writer, packed.tx.line()
        no = self.scope.handle.writer_number(writer)
        for change in packed.changes:
            uid = id_bytes(change.id)
            self.scope.pending.changes.append(
                (no, change.n, seq, change.type, uid, change.act, change.body)
            )
            step = _Step(writer, change, body_of(change), header)
            if change.act == "born":
                self._try_birth(step)
            else:
                self._later.append(step)

    def same(self, packed: Packed) -> list[Fate]:
        """Give the fates of a transaction that is here already."""
        return [
            Fate(packed.tx.writer, one, "same", "", self._root_of(one)) for one in packed.changes
        ]

    def finish(self) -> list[Fate]:
        """Try what waits again, apply the edits, index; give every new change's fate."""
        for writer, change in waiting.changes(self.scope.handle, self.office):
            step = _Step(writer, change, body_of(change), again=True)
            if change.act == "born":
                self._try_birth(step)
            else:
                self._later.append(step)
        self.scope.pending.flush()
        for name, rowid, extra in self._extra:
            table = self.scope.handle.tables[name]
            self.scope.handle.run(
                f"UPDATE {table.quoted} SET extra = ? WHERE id = ?", (extra, rowid)
            )
        self._apply_later()
        if self.index:
            index_births(self.scope, self._born, self._roots)
            self.scope.pending.flush()
        return list(self._fates.values())

    # Births ----------------------------------------------------------------------

    def _try_birth(self, step: _Step) -> None:
        try:
            root = self._birth(step)
        except _Barred as barred:
            self._bar(step, barred)
        else:
            self._settle(step, "applied", root)

    def _birth(self, step: _Step) -> Root:
        handle, change, body = self.scope.handle, step.change, step.body
        table = handle.tables.get(change.type)
        if table is None:
            raise _Barred("held", UNKNOWN_TYPE)
        if body["office"] != self.office:
            raise _Barred("refused", OTHERS_RECORD)
        if self._office_of(table, change.id) is not None:
            raise _Barred("refused", TWICE)
        values: dict[str, Any] = body["values"]
        root = self._root_of_birth(table, change, values)
        columns, extra = _readable(table, values)
        row = [columns.get(name) for name, _ in table.readers]
        rowid = self.scope.pending.next_id(table)
        writer = handle.writer_number(step.writer)
        place = body.get("place")
        self.scope.pending.rows.setdefault(table.name, []).append(
            (rowid, id_bytes(change.id), self.office, *row, place, writer, change.n)
        )
        if extra:
            self._extra.append((table.name, rowid, extra))
        self._roots[table.name, change.id] = root
        self._born.setdefault(table.name, []).append((rowid, change.id))
        return root

    def _root_of_birth(self, table: Table, change: Change, values: Mapping[str, Any]) -> Root:
        if table.owner_field is None:
            return table.name, change.id
        owner = rows.owner_type(self.scope.handle, table)
        owner_id = values.get(table.owner_field)
        office = None if not isinstance(owner_id, str) else self._office_of(owner, owner_id)
        if office is None:
            raise _Barred("held", OWNER_NOT_HERE)
        if office != self.office:
            raise _Barred("refused", OTHERS_RECORD)
        return self._root(owner.name, RecordId(str(owner_id)))

    # Edits, removing, restoring -----------------------------------------------------

    def _apply_later(self) -> None:
        touched: dict[Root, list[_Step]] = {}
        for step in self._later:
            try:
                self._judge(step)
            except _Barred as barred:
                self._bar(step, barred)
            else:
                touched.setdefault((step.change.type, step.change.id), []).append(step)
                if step.again:
                    waiting.unmark(self.scope.handle, step.writer, step.change.n)
        for (name, one), steps in touched.items():
            folded = self._fold(self.scope.handle.tables[name], one)
            torn = set(folded.conflicts())
            for step in steps:
                units = set(step.body.get("units", {LIFE: None}))
                mine = change_id(step.writer, step.change.n)
                open_ = any(
                    mine == head for unit in units & torn for _, head, _ in folded.heads[unit]
                )
                self._settle(step, "conflict" if open_ else "applied", self._root(name, one))

    def _judge(self, step: _Step) -> None:
        """Raise _Barred when an edit cannot be applied to its row."""
        table = self.scope.handle.tables.get(step.change.type)
        if table is None:
            raise _Barred("held", UNKNOWN_TYPE)
        office = self._office_of(table, step.change.id)
        if office is None:
            raise _Barred("held", NOT_HERE)
        if office != self.office:
            raise _Barred("refused", OTHERS_RECORD)
        for content in step.body.get("units", {}).values():
            _readable(table, content["new"])
            if table.owner_field in content["new"]:
                self._root_of_birth(table, step.change, content["new"])

    def _fold(self, table: Table, record_id: RecordId) -> Folded:
        """Write what all changes together make of a row."""
        handle, uid = self.scope.handle, id_bytes(record_id)
        before = handle.one(f"{table.select} WHERE uid = ?", (uid,))
        folded = log.folded(handle, table, uid)
        columns, extra = stored_values(table, folded.values())
        birth = folded.born.id if folded.born else ""
        heads = {
            unit: [self._local(one) for _, one, _ in found]
            for unit, found in folded.heads.items()
            if [one for _, one, _ in found] not in ([birth], [])
        }
        sets = "".join(f"{column(name)} = ?, " for name, _ in table.readers)
        row = [columns.get(name) for name, _ in table.readers]
        handle.run(
            f"UPDATE {table.quoted} SET {sets}heads = ?, extra = ?, dead = ?, place = ?"
            " WHERE uid = ?",
            (*row, write_heads(heads), extra, int(folded.is_dead()), folded.place(), uid),
        )
        if self.index:
            self._index_again(table, record_id, before, columns)
        return folded

    def _index_again(
        self, table: Table, record_id: RecordId, before: Row | None, columns: dict[str, Any]
    ) -> None:
        search.keys_again(self.scope.handle, table, record_id)
        editing.reindex(self.scope, table.name, record_id)
        names = [name for name, _ in table.readers]
        if before and any(
            before[rows.FIELDS_FROM + names.index(name)] != columns.get(name)
            for name in table.type.title
            if name in names
        ):
            editing.reindex_naming(self.scope, table.name, record_id)

    def _local(self, change: str) -> str:
        writer, _, n = change.partition(":")
        return f"{self.scope.handle.writer_number(writer)}:{n}"

    # What waits ----------------------------------------------------------------------

    def _bar(self, step: _Step, barred: _Barred) -> None:
        if step.again:
            return
        change = step.change
        waiting.mark(self.scope.handle, step.writer, change, step.header, barred.why)
        root = (change.type, change.id)
        self._fates[step.writer, change.n] = Fate(
            step.writer, change, barred.outcome, barred.why, root
        )

    def _settle(self, step: _Step, outcome: Outcome, root: Root) -> None:
        if step.again:
            waiting.unmark(self.scope.handle, step.writer, step.change.n)
            return
        self._fates[step.writer, step.change.n] = Fate(step.writer, step.change, outcome, "", root)

    # Looking up -------------------------------------------------------------------------

    def _office_of(self, table: Table, record_id: str) -> str | None:
        """Give the office of a stored row, or None when there is no such row."""
        if (table.name, record_id) in self._roots:
            return self.office
        try:
            uid = id_bytes(record_id)
        except ValueError:
            return None
        row = self.scope.handle.one(f"SELECT office FROM {table.quoted} WHERE uid = ?", (uid,))
        return None if row is None else str(row[0])

    def _root(self, type_name: str, record_id: RecordId) -> Root:
        known = self._roots.get((type_name, record_id))
        if known is None:
            known = rows.root_of(self.scope.handle, type_name, record_id)
        return known

    def _root_of(self, change: Change) -> Root:
        table = self.scope.handle.tables.get(change.type)
        if table is None or table.owner_field is None:
            return change.type, change.id
        return self._root(change.type, change.id)


def _readable(table: Table, values: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    try:
        return stored_values(table, values)
    except Unreadable as wrong:
        raise _Barred("refused", str(wrong)) from wrong
