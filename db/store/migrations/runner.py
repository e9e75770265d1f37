"""Runs the pending migrations: backup first, all or nothing, schema compared after.

sqlite_utils looks for the library ``pysqlite3`` before the standard one; here it is
given SQLCipher under that name, so that it sees our connections and our errors.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from db.store import ddl
from db.store.engine import APPLICATION_ID, Connection, DatabaseError, memory, sqlite
from db.store.faults import MigrationFailed
from db.store.migrations import m0001, m0002
from db.store.schema import Table, quoted

if "sqlite_utils" in sys.modules:  # pragma: no cover - the first importer decides
    raise ImportError("sqlite_utils was imported before it was given SQLCipher")
sys.modules.setdefault("pysqlite3", import_module("sqlcipher3"))
sys.modules.setdefault("pysqlite3.dbapi2", sqlite)

from sqlite_utils import Database, Migrations  # noqa: E402 - after the two lines above

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations as _Migrations


@dataclass(frozen=True, slots=True)
class Step:
    """One frozen migration: its name and its statements, never edited once released."""

    name: str
    statements: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step("m0001", m0001.STATEMENTS),
    Step("m0002", m0002.STATEMENTS),
)
"""All steps, oldest first; the level of a file is how many of them it has seen."""


def migrate(con: Connection, tables: Mapping[str, Table], steps: Sequence[Step] = STEPS) -> None:
    """Bring a file to the newest level; MigrationFailed leaves it exactly as it was.

    One transaction holds every step, the triggers made anew, the level and the check
    that the schema is the one these steps make of an empty file.
    """
    level = int(con.execute("PRAGMA user_version").fetchone()[0])
    con.execute("BEGIN IMMEDIATE")
    try:
        expected = fingerprint(_empty(steps[:level]))
        if level and fingerprint(con) != expected:
            raise MigrationFailed("文件的结构不是本程序建立的样子")
        _run(con, tables, steps)
        if fingerprint(con) != fingerprint(_empty(steps)):
            raise MigrationFailed("升级后的结构与预期不同")
        con.execute(f"PRAGMA user_version = {len(steps)}")
        con.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        con.execute("COMMIT")
    except DatabaseError as failure:
        raise MigrationFailed(str(failure)) from failure
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")


def fingerprint(con: Connection) -> str:
    """Give a hash of all tables and indexes; guards and SQLite's own are left out."""
    rows = con.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
        " AND name NOT LIKE 'idx\\_\\_sqlite%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    text = "\n".join(f"{name}\t{' '.join(sql.split())}" for name, sql in rows)
    return hashlib.sha256(text.encode()).hexdigest()


def make_triggers(con: Connection, tables: Iterable[str], wanted: Sequence[str]) -> None:
    """Drop every guard and make those of this program; ``tables`` must exist."""
    _drop_triggers(con)
    there = {row[0] for row in con.execute("SELECT name FROM sqlite_schema").fetchall()}
    missing = [name for name in tables if name not in there]
    if missing:
        raise MigrationFailed(f"缺少表 {'、'.join(missing)}")
    for statement in wanted:
        con.execute(statement)


def _run(con: Connection, tables: Mapping[str, Table], steps: Sequence[Step]) -> None:
    # Guards refuse what a step does to rows, so they go first and come back last.
    _drop_triggers(con)
    _registered(steps).apply(_database(con))
    make_triggers(con, tables, ddl.triggers(tables))


def _registered(steps: Sequence[Step]) -> _Migrations:
    registered = Migrations("ledger")
    for step in steps:
        _register(registered, step)
    return registered


def _register(registered: _Migrations, step: Step) -> None:
    def apply(db: Any) -> None:
        for statement in step.statements:
            db.execute(statement)

    registered(name=step.name)(apply)


def _database(con: Connection) -> Database:
    return Database(con, strict=True, execute_plugins=False)  # pyright: ignore[reportArgumentType]


def _empty(steps: Sequence[Step]) -> Connection:
    con = memory()
    _registered(steps).apply(_database(con))
    return con


def _drop_triggers(con: Connection) -> None:
    found = con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        con.execute(f"DROP TRIGGER {quoted(name)}")
