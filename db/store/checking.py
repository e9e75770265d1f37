"""Checking the file: damage, guards, the chain, the change log against the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from db.kinds import canonical_id
from db.store import ddl, log
from db.store.changes import NO_HASH, Transaction, chained
from db.store.engine import DatabaseError
from db.store.folding import Entry, fold
from db.store.handle import Handle, Row
from db.store.rows import FIELDS_FROM
from db.store.schema import Table
from db.store.wire import stored_of_wire

_MOST_PER_KIND = 20
_ADVICE = "请保留现有文件，从最近的备份恢复后核对。"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    what: file, guard, chain, log or row. where: a table, writer or record id.
    """

    what: str
    where: str
    severity: Literal["error", "warning", "note"]
    message: str


def check(handle: Handle) -> list[Finding]:
    """Give everything wrong with the file, in plain words; [] when all is well."""
    try:
        with handle.snapshot():
            found = [*_damage(handle)]
            if found:
                return found
            found += _guards(handle)
            found += _chain(handle)
            for table in handle.tables.values():
                found += _first(_rows(handle, table))
            return found
    except DatabaseError as failure:
        return [_error("file", "ledger.db", f"台账文件有一处读不出来（{failure}）。{_ADVICE}")]


def _damage(handle: Handle) -> Iterator[Finding]:
    for pragma in ("cipher_integrity_check", "integrity_check"):
        for (text,) in handle.con.execute(f"PRAGMA {pragma}").fetchall()[:_MOST_PER_KIND]:
            if text != "ok":
                yield _error("file", "ledger.db", f"台账文件有损坏（{text}）。{_ADVICE}")


def _guards(handle: Handle) -> Iterator[Finding]:
    there = {row[0] for row in handle.select("SELECT name FROM sqlite_schema WHERE type='trigger'")}
    for name in sorted(ddl.trigger_names(handle.tables) - there):
        yield _error("guard", name, f"缺少写入保护 {name}，台账可能被其他工具改动过。{_ADVICE}")


def _chain(handle: Handle) -> Iterator[Finding]:
    """Every writer's transactions follow on one another, and hash to what they say."""
    last: dict[int, tuple[int, int, bytes]] = {}
    transactions = handle.select(
        "SELECT seq, writer, no, first, last, hlc, wall, user, device, reason, batch, source,"
        " level, prev, hash FROM tx ORDER BY writer, no"
    )
    for row in transactions:
        no, done, prev = last.get(row[1], (0, 0, NO_HASH))
        own_hash, lines = _hash_of(handle, row)
        ok = row[2] == no + 1 and row[3] == done + 1 and bytes(row[13]) == prev
        if not ok or own_hash != bytes(row[14]) or lines != row[4] - row[3] + 1:
            yield _error(
                "chain", handle.writer_hex(row[1]),
                f"更改记录的第 {row[2]} 笔（{row[6]}，{row[7]}）与校验不符，可能被改动过。{_ADVICE}",
            )  # fmt: skip
        last[row[1]] = (row[2], row[4], bytes(row[14]))
    unknown = handle.one("SELECT count(*) FROM change WHERE tx NOT IN (SELECT seq FROM tx)")
    if unknown and unknown[0]:
        yield _error("log", "change", f"有 {unknown[0]} 条更改记录不属于任何一笔。{_ADVICE}")


def _hash_of(handle: Handle, row: Row) -> tuple[bytes, int]:
    changes = handle.select(
        "SELECT c.writer, c.n, c.type, c.uid, c.act, c.body FROM change AS c"
        " WHERE c.writer = ? AND c.n BETWEEN ? AND ? AND c.tx = ? ORDER BY c.n",
        (row[1], row[3], row[4], row[0]),
    )
    header = Transaction(
        writer=handle.writer_hex(row[1]), no=row[2], first=row[3], last=row[4], hlc=row[5],
        wall=row[6], user=row[7], device=row[8], reason=row[9], batch=row[10], source=row[11],
        level=row[12],
    ).line()  # fmt: skip
    lines = [
        f'{{"act":"{act}","body":{body},"id":"{canonical_id(uid)}","n":{n},"type":"{name}"}}'
        for _, n, name, uid, act, body in changes
    ]
    return chained(bytes(row[13]), header, lines), len(lines)


def _rows(handle: Handle, table: Table) -> Iterator[Finding]:
    """Every row is what its changes make of it, and every birth has its row."""
    count = 0
    # Row and birth in one pass; only edited rows look up their later changes.
    found = handle.con.execute(
        f"SELECT r.*, c.body, c.uid FROM ({table.select}) AS r"
        " LEFT JOIN change AS c ON c.writer = r.born_w AND c.n = r.born_n AND c.act = 'born'"
    )
    for row in found:
        count += 1
        wrong = _row_fault(handle, table, row)
        if wrong:
            uid = canonical_id(row[1])
            yield _error("row", uid, f"{table.type.label} {uid} {wrong}。{_ADVICE}")
    # A received birth may wait, logged and marked, until it can be applied.
    born = handle.one(
        "SELECT count(*) FROM change AS c WHERE type = ? AND act = 'born' AND NOT EXISTS"
        " (SELECT 1 FROM held AS h JOIN writer AS w ON w.uid = h.writer"
        " WHERE w.no = c.writer AND h.n = c.n)",
        (table.name,),
    )
    if born and born[0] != count:
        yield _error(
            "log", table.name,
            f"{table.type.label}有 {count} 条，更改记录里新建了 {born[0]} 条，两者不符。{_ADVICE}",
        )  # fmt: skip


def _row_fault(handle: Handle, table: Table, row: Row) -> str:
    body, born_uid = row[-2], row[-1]
    if body is None or born_uid != row[1]:
        return "没有新建它的更改记录"
    if row[2] is None:
        folded = fold((Entry("", (0, "", 0), "born", body),))
    else:
        folded = log.folded(handle, table, row[1])
    values = folded.values()
    for at, (name, _) in enumerate(table.readers, FIELDS_FROM):
        if row[at] != stored_of_wire(table, name, values.get(name)):
            return f"的“{table.type.by_name[name].label}”与更改记录不符"
    if bool(row[5]) is not folded.is_dead() or row[6] != folded.place():
        return "的状态与更改记录不符"
    return ""


def _first(found: Iterable[Finding]) -> list[Finding]:
    """The first few of a kind, and how many more there are."""
    listed = list(found)
    if len(listed) <= _MOST_PER_KIND:
        return listed
    more = len(listed) - _MOST_PER_KIND
    return [*listed[:_MOST_PER_KIND], _error("row", "", f"另有 {more} 处同类问题。")]


def _error(what: str, where: str, message: str) -> Finding:
    return Finding(what, where, "error", message)
