"""Prints the text of the newest migration: what the declarations ask for beyond the frozen steps.

Run ``python -m tools.draft_step > step.py`` and move the result to
``db/store/migrations/m0002.py`` whenever a declaration changed. The newest step stays a
draft until it is released; then it joins ``FROZEN`` and the next one is drafted. It can only
add: what is to be renamed, dropped or filled is written by hand in a step of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping

from db.records import ALL_RECORD_TYPES
from db.store import ddl
from db.store.engine import Connection, memory
from db.store.migrations import m0001
from db.store.schema import Table, column, quoted, tables_of

FROZEN: tuple[tuple[str, ...], ...] = (m0001.STATEMENTS,)
"""The released steps. The newest one is not imported: it may be what has to be mended."""

_CREATE = re.compile(r'CREATE (?:VIRTUAL |UNIQUE )?(TABLE|INDEX) "?(\w+)"?')

_HEAD = '''"""The second level of a ledger file: more record types, columns and indexes.

Drafted by ``tools/draft_step.py`` from the declarations; never edited by hand.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
'''


def draft() -> str:
    """Give the module text of the newest step."""
    parts = [f'    """{statement}""",\n' for statement in statements(tables_of(ALL_RECORD_TYPES))]
    return _HEAD + "".join(parts) + ")\n"


def statements(
    tables: Mapping[str, Table], frozen: Iterable[tuple[str, ...]] = FROZEN
) -> list[str]:
    """Give what turns a file of the frozen steps into what these tables ask for."""
    before = memory()
    for step in frozen:
        for statement in step:
            before.execute(statement)
    after = memory()
    there, made = _sql(before), list[str]()
    for statement in (*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, *ddl.business_tables(tables)):
        after.execute(statement)
        key = _made_by(statement)
        if key not in there:
            made.append(statement)
        elif key[0] == "table":
            made += _new_columns(before, after, key[1], tables.get(key[1]))
        elif _tidy(there[key]) != _tidy(statement):
            made += [f"DROP INDEX {quoted(key[1])}", statement]
    _refuse_losses(_sql(before), _sql(after))
    # Indexes no longer asked for go first: a later one may take the name.
    gone = [name for kind, name in there if kind == "index" and (kind, name) not in _sql(after)]
    return [*(f"DROP INDEX {quoted(name)}" for name in gone), *made]


def _made_by(statement: str) -> tuple[str, str]:
    """Give what a statement makes: ("table" or "index", name)."""
    found = _CREATE.match(statement)
    if found is None:
        raise SystemExit(f"cannot tell what this makes: {statement[:60]}")
    return found[1].lower(), found[2]


def _sql(con: Connection) -> dict[tuple[str, str], str]:
    rows = con.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {(kind, name): sql for kind, name, sql in rows}


def _tidy(sql: str) -> str:
    return " ".join(sql.split())


def _new_columns(
    before: Connection, after: Connection, name: str, table: Table | None
) -> list[str]:
    """Give the statements for columns a table lacks; a lost or changed one is refused."""
    old, new = _described(before, name), _described(after, name)
    changed = [column for column, how in old.items() if new.get(column) != how]
    if changed:
        raise SystemExit(f"{name}: {', '.join(changed)} changed or gone; write a step by hand")
    declared = {column(f.name): f.kind.column for f in table.type.stored} if table else {}
    return [
        f"ALTER TABLE {quoted(name)} ADD COLUMN {quoted(added)}"
        f" {declared.get(quoted(added)) or _typed(*how)}"
        for added, how in new.items()
        if added not in old
    ]


def _described(con: Connection, name: str) -> dict[str, tuple[str, int, str | None]]:
    rows = con.execute(f"PRAGMA table_xinfo({quoted(name)})").fetchall()
    return {row[1]: (row[2], row[3], row[4]) for row in rows}


def _typed(kind: str, not_null: int, default: str | None) -> str:
    if not_null and default is None:
        raise SystemExit("a new column NOT NULL needs a default")
    return kind + (" NOT NULL" if not_null else "") + (f" DEFAULT {default}" if default else "")


def _refuse_losses(
    there: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]
) -> None:
    lost = [name for kind, name in there if kind == "table" and (kind, name) not in after]
    if lost:
        raise SystemExit(f"{', '.join(lost)} no longer declared; write a step by hand")


if __name__ == "__main__":
    sys.stdout.write(draft())
