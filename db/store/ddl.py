"""The tables, indexes and triggers of a ledger file, as SQL text.

Business tables follow the declarations; ``tools/draft_migration.py`` prints them once,
then the printed text is frozen as a migration. Triggers are never frozen: they are made
again from here after every migration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from db.kinds import ID_NUMBER, Codes, Link, Links
from db.store.schema import Table, column, quoted

LIVE = "dead = 0"
"""Condition of the sort indexes."""

LOG_TABLES = (
    """CREATE TABLE writer(
 no INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL, device TEXT NOT NULL,
 since TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE tx(
 seq INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES writer(no), no INTEGER NOT NULL,
 first INTEGER NOT NULL, last INTEGER NOT NULL, hlc INTEGER NOT NULL, wall TEXT NOT NULL,
 user TEXT NOT NULL, device TEXT NOT NULL, reason TEXT NOT NULL, batch TEXT NOT NULL,
 source TEXT NOT NULL, level INTEGER NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,
 UNIQUE(writer, no)) STRICT""",
    """CREATE TABLE change(
 seq INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES writer(no), n INTEGER NOT NULL,
 tx INTEGER NOT NULL, type TEXT NOT NULL, uid BLOB NOT NULL, act TEXT NOT NULL,
 body TEXT NOT NULL, UNIQUE(writer, n)) STRICT""",
    # A birth is found through the row itself; only later changes need the index.
    "CREATE INDEX change_of_record ON change(uid) WHERE act <> 'born'",
    "CREATE INDEX tx_of_batch ON tx(batch) WHERE batch <> ''",
)
"""Who wrote what, when: append-only, the only source of history, undo and exchange."""

LOCAL_TABLES = (
    "CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE secret(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE kept_draft(
 uid BLOB PRIMARY KEY, type TEXT NOT NULL, at TEXT NOT NULL, operator TEXT NOT NULL,
 body TEXT NOT NULL) STRICT""",
    """CREATE TABLE print_job(
 no INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, paper TEXT NOT NULL,
 version TEXT NOT NULL, profile TEXT NOT NULL, pages INTEGER NOT NULL, sha256 TEXT NOT NULL,
 made_at TEXT NOT NULL, operator TEXT NOT NULL, plan BLOB NOT NULL, made_of TEXT,
 masked INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE printed(
 uid BLOB NOT NULL, job INTEGER NOT NULL REFERENCES print_job(no),
 PRIMARY KEY(uid, job)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE note(
 kind TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
 PRIMARY KEY(kind, name)) STRICT""",
    """CREATE TABLE held(
 writer BLOB NOT NULL, n INTEGER NOT NULL, header TEXT NOT NULL, line TEXT NOT NULL,
 why TEXT NOT NULL, PRIMARY KEY(writer, n)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE issued_number(
 place TEXT NOT NULL, key TEXT NOT NULL, uid BLOB NOT NULL, number TEXT NOT NULL,
 kind TEXT, committee BLOB, year INTEGER, series TEXT, sequence INTEGER,
 at TEXT NOT NULL, how TEXT NOT NULL, PRIMARY KEY(place, key, uid)) STRICT, WITHOUT ROWID""",
    # What the program itself gives out, it gives out once: the last word is the file's.
    "CREATE UNIQUE INDEX issued_once ON issued_number(place, key) WHERE how = 'issued'",
    "CREATE UNIQUE INDEX issued_in_order ON issued_number(place, series, sequence)\n"
    " WHERE how = 'issued'",
    """CREATE TABLE number_block(
 id INTEGER PRIMARY KEY, place TEXT NOT NULL, kind TEXT NOT NULL, committee BLOB, year INTEGER,
 series TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, lent_to TEXT NOT NULL,
 at TEXT NOT NULL, returned TEXT) STRICT""",
    """CREATE TABLE likeness(
 key TEXT NOT NULL, uid BLOB NOT NULL, PRIMARY KEY(key, uid)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX likeness_of ON likeness(uid)",
)
"""What never travels: facts of this file, keys, settings, drafts, prints, bundle notes,
numbers given out, and what texts are alike."""


def business_tables(tables: Mapping[str, Table]) -> list[str]:
    """Give the statements that make the business tables and their search tables."""
    owners = {target for t in tables.values() for _, target in t.children}
    statements: list[str] = []
    for table in tables.values():
        statements.append(_create(table))
        statements += _indexes(table)
        statements += search_tables(table, tables, is_child=table.name in owners)
    return statements


def search_tables(table: Table, tables: Mapping[str, Table], *, is_child: bool) -> list[str]:
    """Give the tables of a type's search: words for whole records, keys for each row."""
    made: list[str] = []
    if not is_child and has_words(table, tables):
        # The ascii tokenizer takes every character beyond ASCII for a letter, so no
        # table of known characters decides whether a rare one can be found.
        made.append(
            f"CREATE VIRTUAL TABLE {quoted('words_' + table.name)}\n USING fts5("
            "t, content='', contentless_delete=1, tokenize='ascii')"
        )
    if has_keys(table):
        made.append(
            f"CREATE TABLE {quoted('keys_' + table.name)}("
            "\n key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID"
        )
    return made


def has_words(table: Table, tables: Mapping[str, Table]) -> bool:
    """Say whether the type or one of its child types has searchable fields."""
    if table.word_fields:
        return True
    return any(has_words(tables[target], tables) for _, target in table.children)


def has_keys(table: Table) -> bool:
    """Say whether the type has names or numbers that are found by keys."""
    return bool(table.name_fields or table.number_fields or table.linked_names)


def triggers(tables: Mapping[str, Table]) -> list[str]:
    """Give the statements of all guards: writing only in a change scope, no DELETE."""
    made: list[str] = []
    for name in tables:
        made += [_scope_guard(name, "INSERT"), _scope_guard(name, "UPDATE")]
        made.append(_never(name, "DELETE", "no row of a ledger is ever deleted"))
    for name in ("tx", "change"):
        made.append(_scope_guard(name, "INSERT"))
        made += [_never(name, act, "the change log only grows") for act in ("UPDATE", "DELETE")]
    made.append(_never("writer", "DELETE", "authors of the past remain"))
    return made


def trigger_names(tables: Mapping[str, Table]) -> frozenset[str]:
    """Give the names of all guards."""
    return frozenset(text.split('"', 2)[1] for text in triggers(tables))


def _create(table: Table) -> str:
    fields = "".join(f"\n {column(f.name)} {f.kind.column}," for f in table.type.stored)
    return (
        f"CREATE TABLE {table.quoted}(\n id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,"
        f" office TEXT NOT NULL,{fields}\n place INTEGER, born_w INTEGER NOT NULL,"
        " born_n INTEGER NOT NULL,\n heads TEXT, extra TEXT,"
        " dead INTEGER NOT NULL DEFAULT 0) STRICT"
    )


def indexed(table: Table) -> Iterable[tuple[str, str]]:
    """Give (field, condition) of each index of a type.

    Lists sort by any column they show, newest or smallest first: the row number stands
    at the end of every SQLite index by itself, so an index of the column gives
    (column, id). Only live rows are in it, which makes it covering for whole lists.
    """
    own = table.type
    for f in own.stored:
        if f.owner or isinstance(f.kind, Links | Codes):
            continue
        if own.menu and (f.in_list or f.name in (own.rank, own.number)):
            yield f.name, LIVE
        elif isinstance(f.kind, Link) or f.kind == ID_NUMBER or f.deadline or f.name == own.number:
            yield f.name, f"{column(f.name)} IS NOT NULL"


def _indexes(table: Table) -> list[str]:
    made = [
        f"CREATE INDEX {quoted(f'{table.name}_by_{name}')}\n ON {table.quoted}"
        f"({column(name)}) WHERE {condition}"
        for name, condition in indexed(table)
    ]
    if table.owner_field:
        made.append(
            f"CREATE INDEX {quoted(f'{table.name}_by_{table.owner_field}')}\n ON {table.quoted}"
            f"({column(table.owner_field)}, place)"
        )
    return made


def _scope_guard(name: str, act: str) -> str:
    return (
        f"CREATE TRIGGER {quoted(f'guard_{act.lower()}_{name}')} BEFORE {act} ON {quoted(name)}"
        " WHEN NOT in_change_scope() BEGIN"
        " SELECT RAISE(ABORT, 'ledger rows are written in a change scope only'); END"
    )


def _never(name: str, act: str, why: str) -> str:
    return (
        f"CREATE TRIGGER {quoted(f'guard_{act.lower()}_{name}')} BEFORE {act} ON {quoted(name)}"
        f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )
