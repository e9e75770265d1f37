"""The one factory of database connections: SQLCipher, its settings, its faults.

Every connection of the process comes from here, so that one SQLite library serves
the ledger file (a second one in the same process drops the file locks) and so that
``in_change_scope()`` exists only where our own code writes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlcipher3 import (  # pyright: ignore[reportMissingTypeStubs]
    dbapi2 as _sqlcipher,  # pyright: ignore[reportUnknownVariableType]
)

from db.store.faults import (
    DamagedLedger,
    DiskFailed,
    DiskFull,
    LedgerLocked,
    ReadOnlyFolder,
    WrongEngine,
)

if TYPE_CHECKING:
    from sqlite3 import Connection
else:
    Connection = object

sqlite: Any = _sqlcipher
"""The DB-API module of the ledger's SQLite library."""
DatabaseError: type[Exception] = sqlite.DatabaseError
"""What every failure of the library is."""

# The library looks for an adapter of every None and bytes it binds, and finding none takes
# 2 us each: a wide row took ten times as long. These two give back what they are given.
sqlite.register_adapter(type(None), {None: None}.get)
sqlite.register_adapter(bytes, bytes)

OLDEST = (3, 51, 3)
"""First SQLite whose WAL cannot be reset under a writer (bug of 3.7.0-3.51.2)."""
APPLICATION_ID = 0x53465354
"""Marks a file as a ledger of this program ("SFST")."""
BUSY_MS = 5000

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
    ("cache_size", "-65536", -65536),
    ("temp_store", "MEMORY", 2),
    ("wal_autocheckpoint", "1000", 1000),
    ("journal_size_limit", "67108864", 67108864),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "ON", 1),
)
"""Name, value to set, value to read back. Source: storage design, section 6 "Require"."""


def connect(file: Path, key: bytes, in_scope: Callable[[], int] | None = None) -> Connection:
    """Give a connection to an encrypted file, with every setting read back.

    in_scope: what the SQL function ``in_change_scope()`` answers; without it writing
    to business tables is refused by their triggers. The connection is in autocommit
    mode: transactions are begun and ended in so many words.
    """
    refuse_unfit_engine()
    if len(key) != 32:
        raise ValueError("the data key has 32 bytes")
    with translated(file.parent):
        con = cast(
            "Connection",
            sqlite.connect(str(file), isolation_level=None, check_same_thread=False),
        )
        try:
            _prepare(con, key)
        except BaseException:
            con.close()
            raise
    con.create_function("in_change_scope", 0, in_scope or _never)
    return con


def memory() -> Connection:
    """Give an empty database in memory, for comparing schemas."""
    refuse_unfit_engine()
    con = cast("Connection", sqlite.connect(":memory:", isolation_level=None))
    con.create_function("in_change_scope", 0, _never)
    return con


def refuse_unfit_engine(version: tuple[int, ...] | None = None) -> None:
    """Raise WrongEngine when the library is too old or was built without encryption."""
    found = version or tuple(sqlite.sqlite_version_info)
    if found < OLDEST:
        raise WrongEngine(f"SQLite {'.'.join(map(str, found))} 过旧，可能损坏数据")


@contextmanager
def translated(folder: Path | str = "") -> Generator[None]:
    """Turn failures of the library that the world caused into Faults; let bugs pass."""
    try:
        yield
    except DatabaseError as failure:
        text = str(failure)
        if "locked" in text or "busy" in text:
            raise LedgerLocked from failure
        if "is full" in text:
            raise DiskFull from failure
        if "readonly" in text or "unable to open" in text:
            raise ReadOnlyFolder(folder) from failure
        if "disk I/O" in text:
            raise DiskFailed from failure
        if "not a database" in text or "malformed" in text:
            raise DamagedLedger from failure
        raise


def _prepare(con: Connection, key: bytes) -> None:
    # SQLCipher writes its complaints to standard error unless told not to.
    con.execute("PRAGMA cipher_log_level = none").fetchall()
    # PRAGMA key takes no bound parameter; the hex is made here, from our own bytes.
    con.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
    if not con.execute("PRAGMA cipher_version").fetchall():
        raise WrongEngine("没有加密功能")
    options = {row[0] for row in con.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        raise WrongEngine("没有全文检索功能")
    con.execute(f"PRAGMA busy_timeout = {BUSY_MS}").fetchall()
    con.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    for name, wanted, expected in _SETTINGS:
        con.execute(f"PRAGMA {name} = {wanted}").fetchall()
        found = con.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise WrongEngine(f"{name} 应为 {expected}，实为 {found}")


def _never() -> int:
    return 0
