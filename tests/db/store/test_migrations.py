"""The steps make what is declared; a step that fails leaves nothing behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.records import ALL_RECORD_TYPES, record_type
from db.store import MigrationFailed, Store, ddl
from db.store.engine import Connection, memory
from db.store.handle import LEVEL
from db.store.migrations import runner
from db.store.schema import Table, tables_of
from tests.db.store.building import case
from tools import draft_step

ROOT = Path(__file__).parents[3]

TABLES = tables_of(ALL_RECORD_TYPES)
FURTHER = "a step after all of ours"
NEWEST = ROOT / "db/store/migrations/m0002.py"


SMALLER_HOLIDAY = (
    'CREATE TABLE "holiday"(id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,'
    ' office TEXT NOT NULL, "day" TEXT, "kind" TEXT, "name" TEXT, place INTEGER,'
    " born_w INTEGER NOT NULL, born_n INTEGER NOT NULL, heads TEXT, extra TEXT,"
    " dead INTEGER NOT NULL DEFAULT 0) STRICT",
    'CREATE INDEX "holiday_by_day" ON "holiday"("day") WHERE dead = 0',
    'CREATE INDEX "holiday_by_name" ON "holiday"("name") WHERE dead = 1',
    'CREATE INDEX "holiday_by_remarks" ON "holiday"("uid")',
)
"""As the type might have been in an earlier release: two fields less, other indexes."""


def shape(con: Connection) -> dict[str, object]:
    """Give tables as sets of columns (their order is the screen's, not the file's), indexes."""
    made: dict[str, object] = {}
    rows = con.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    for kind, name, sql in rows:
        if name.startswith(("sqlite_", "_sqlite", "idx__sqlite")) or kind == "trigger":
            continue
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            columns = con.execute(f'PRAGMA table_xinfo("{name}")').fetchall()
            strict = con.execute(f'PRAGMA table_list("{name}")').fetchall()[0][4:6]
            made[name] = frozenset(column[1:6] for column in columns), strict
        else:
            made[name] = " ".join(sql.split())
    return made


def declared() -> dict[str, object]:
    """Give the shape of what the declarations ask for."""
    con = memory()
    for statement in (*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, *ddl.business_tables(TABLES)):
        con.execute(statement)
    return shape(con)


def test_the_steps_make_what_the_declarations_ask_for(store: Store) -> None:
    assert shape(store.handle.con) == declared()


def test_the_newest_step_is_what_its_tool_drafts() -> None:
    # A declaration was changed: python -m tools.draft_step, as CONTRIBUTING.md says.
    assert NEWEST.read_text(encoding="utf-8") == draft_step.draft()


def test_a_file_of_the_first_level_is_brought_to_the_newest() -> None:
    con = memory()
    runner.migrate(con, {}, runner.STEPS[:1])
    runner.migrate(con, TABLES)
    assert shape(con) == declared()
    assert con.execute("PRAGMA user_version").fetchone() == (len(runner.STEPS),)


def test_the_tool_drafts_columns_and_indexes_of_a_type_that_grew() -> None:
    grown = record_type("holiday")
    old = (*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, *SMALLER_HOLIDAY)
    made = draft_step.statements({"holiday": Table(grown)}, (old,))
    assert made[:3] == [
        'DROP INDEX "holiday_by_remarks"',
        'ALTER TABLE "holiday" ADD COLUMN "source" TEXT',
        'ALTER TABLE "holiday" ADD COLUMN "remarks" TEXT',
    ]
    con = memory()
    for statement in (*old, *made):
        con.execute(statement)
    wanted = memory()
    tables = ddl.business_tables({"holiday": Table(grown)})
    for statement in (*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, *tables):
        wanted.execute(statement)
    assert shape(con) == shape(wanted)


def test_the_tool_refuses_what_it_cannot_draft() -> None:
    old = (*ddl.LOG_TABLES, *ddl.LOCAL_TABLES, "CREATE TABLE forgotten(id INTEGER) STRICT")
    with pytest.raises(SystemExit, match="forgotten"):
        draft_step.statements({}, (old,))


def test_every_guard_is_there(store: Store) -> None:
    rows = store.select("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    assert {row[0] for row in rows} == ddl.trigger_names(TABLES)


def test_the_level_of_a_new_file_is_the_number_of_steps(store: Store) -> None:
    assert store.select("PRAGMA user_version") == [(len(runner.STEPS),)]
    assert len(runner.STEPS) == LEVEL


def test_a_further_step_is_run_and_guards_are_there_again(store: Store) -> None:
    case(store)
    step = runner.Step(FURTHER, ("ALTER TABLE village ADD COLUMN motto TEXT",))
    runner.migrate(store.handle.con, TABLES, (*runner.STEPS, step))
    assert store.select("SELECT motto FROM village") == []
    assert store.select("PRAGMA user_version") == [(len(runner.STEPS) + 1,)]
    rows = store.select("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
    assert rows == [(len(ddl.trigger_names(TABLES)),)]


def test_a_step_may_change_rows_the_guards_protect(store: Store) -> None:
    case(store)
    step = runner.Step(FURTHER, ("UPDATE mediation_case SET room = '一室'",))
    runner.migrate(store.handle.con, TABLES, (*runner.STEPS, step))
    assert store.select("SELECT room FROM mediation_case") == [("一室",)]


def test_a_failing_step_leaves_the_file_as_it_was(store: Store) -> None:
    case(store)
    before = store.select("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
    step = runner.Step(FURTHER, ("ALTER TABLE village ADD COLUMN motto TEXT", "SELECT nonsense"))
    with pytest.raises(MigrationFailed):
        runner.migrate(store.handle.con, TABLES, (*runner.STEPS, step))
    assert store.select("SELECT type, name, sql FROM sqlite_schema ORDER BY name") == before
    assert store.select("PRAGMA user_version") == [(len(runner.STEPS),)]


def test_a_file_whose_tables_were_altered_is_not_migrated(store: Store) -> None:
    store.handle.run("ALTER TABLE village ADD COLUMN foreign_thing TEXT")
    step = runner.Step(FURTHER, ("ALTER TABLE village ADD COLUMN motto TEXT",))
    with pytest.raises(MigrationFailed, match="结构"):
        runner.migrate(store.handle.con, TABLES, (*runner.STEPS, step))


def test_sqlite_utils_works_on_the_encrypted_library() -> None:
    used = vars(sys.modules["sqlite_utils.db"])["sqlite3"]
    assert used.__name__.startswith("sqlcipher3")
