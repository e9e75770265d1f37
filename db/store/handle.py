"""The open file and what is known of it: every part of the store works through it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.store.engine import Connection, connect, translated
from db.store.keys import Role
from db.store.schema import Table

if TYPE_CHECKING:
    from db.store.writing import Scope

LEDGER_NAME = "ledger.db"
"""The database inside a ledger's folder."""
LEVEL = 2
"""Level of the schema this program writes; newer files are refused."""

Row = tuple[Any, ...]
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Session:
    """What all connections of one opening share: whether its token was renewed."""

    renewed: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """Which ledger this is, and who works in it on which machine."""

    ledger: str
    kind: str
    name: str
    code: str
    operator: str
    role: Role
    device: str


@dataclass(slots=True)
class Handle:
    """One connection with its caches; belongs to one thread at a time."""

    folder: Path
    key: bytes
    tables: Mapping[str, Table]
    clock: Clock
    session: Session
    con: Connection = field(init=False)
    identity: Identity = field(init=False)
    writer_no: int = 0
    open_scopes: list[Scope] = field(default_factory=list["Scope"])
    writers: dict[int, str] = field(default_factory=dict[int, str])
    titles: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    versions: dict[str, int] = field(default_factory=dict[str, int])
    seen: int = -1

    def __post_init__(self) -> None:
        """Open the connection; Faults as ``engine.connect`` gives them."""
        # The guards ask for every row written; the length of a list is the quickest answer.
        self.con = connect(self.file, self.key, self.open_scopes.__len__)

    @property
    def file(self) -> Path:
        """Give the database file."""
        return self.folder / LEDGER_NAME

    @property
    def writer(self) -> str:
        """Give this copy's writer id, in hex."""
        return self.writer_hex(self.writer_no)

    @property
    def scope(self) -> Scope | None:
        """Give the change scope that is open on this connection, or None."""
        return self.open_scopes[-1] if self.open_scopes else None

    @scope.setter
    def scope(self, scope: Scope | None) -> None:
        self.open_scopes.clear()
        if scope is not None:
            self.open_scopes.append(scope)

    def select(self, sql: str, params: Sequence[object] = ()) -> list[Row]:
        """Run a reading statement and give all its rows."""
        with translated(self.folder):
            return self.con.execute(sql, tuple(params)).fetchall()  # pyright: ignore[reportArgumentType]

    def one(self, sql: str, params: Sequence[object] = ()) -> Row | None:
        """Give the first row, or None."""
        rows = self.select(sql, params)
        return rows[0] if rows else None

    def run(self, sql: str, params: Sequence[object] = ()) -> None:
        """Run a writing statement."""
        with translated(self.folder):
            self.con.execute(sql, tuple(params)).fetchall()  # pyright: ignore[reportArgumentType]

    def run_many(self, sql: str, rows: Sequence[Row]) -> None:
        """Run a writing statement once per row."""
        if rows:
            with translated(self.folder):
                self.con.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Generator[None]:
        """Open a short transaction for local tables; inside a scope, join it."""
        if self.con.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.abandon()
            raise

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """Read several statements from one state of the file."""
        if self.con.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Roll back, if SQLite has not done so already (a full disk does)."""
        if self.con.in_transaction:
            self.con.execute("ROLLBACK")

    def settle(self, *type_names: str) -> None:
        """Make what an open scope has queued for these types visible to reading."""
        if self.scope is not None:
            self.scope.show(type_names)

    def notice_others(self) -> None:
        """Forget cached titles when another connection has changed the file."""
        row = self.one("PRAGMA data_version")
        version = int(row[0]) if row else 0
        if version != self.seen:
            self.seen = version
            self.forget()

    def forget(self) -> None:
        """Forget everything cached."""
        self.titles.clear()
        self.touch(self.tables)

    def touch(self, type_names: Sequence[str] | Mapping[str, object]) -> None:
        """Tell caches that records of these types changed."""
        for name in type_names:
            self.versions[name] = self.versions.get(name, 0) + 1

    def version(self, type_name: str) -> int:
        """Give a number that grows whenever records of a type are written here."""
        return self.versions.get(type_name, 0)

    def fact(self, name: str) -> str | None:
        """Give a fact of this file, or None."""
        row = self.one("SELECT value FROM fact WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def put_fact(self, name: str, value: str) -> None:
        """Set a fact of this file."""
        self.run(
            "INSERT INTO fact(name, value) VALUES (?, ?)"
            " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def writer_hex(self, no: int) -> str:
        """Give the hex id of a writer by its local number."""
        if no not in self.writers:
            self._load_writers()
        return self.writers[no]

    def writer_number(self, hex_id: str) -> int | None:
        """Give the local number of a writer, or None when it is unknown here."""
        for _ in range(2):
            for no, known in self.writers.items():
                if known == hex_id:
                    return no
            self._load_writers()
        return None

    def close(self) -> None:
        """Close the connection."""
        self.con.close()

    def _load_writers(self) -> None:
        rows = self.select("SELECT no, uid FROM writer")
        # Interned, since every parent of every change repeats one of a few of them.
        self.writers = {int(no): sys.intern(bytes(uid).hex()) for no, uid in rows}
