"""The guards: nothing but a change scope writes, and nothing is ever deleted."""

from __future__ import annotations

import pytest

from db.records import ALL_RECORD_TYPES
from db.store import Store
from db.store.engine import DatabaseError, connect
from tests.db.store.building import case, draft_of, reopened, saved

TYPES = [kind.name for kind in ALL_RECORD_TYPES]


@pytest.mark.parametrize("name", TYPES)
def test_a_row_is_not_inserted_outside_a_scope(store: Store, name: str) -> None:
    insert = f"INSERT INTO \"{name}\"(uid, office, born_w, born_n) VALUES (x'01', '1', 1, 1)"  # noqa: S608
    with pytest.raises(DatabaseError, match="change scope"):
        store.handle.run(insert)


def test_a_row_is_not_updated_outside_a_scope(store: Store) -> None:
    case(store)
    with pytest.raises(DatabaseError, match="change scope"):
        store.handle.run("UPDATE mediation_case SET summary = 'x'")


def test_a_row_is_not_deleted_even_inside_a_scope(store: Store) -> None:
    case(store)
    with pytest.raises(DatabaseError, match="ever deleted"), store.change():
        store.handle.run("DELETE FROM mediation_case")


@pytest.mark.parametrize("table", ["tx", "change"])
@pytest.mark.parametrize("act", ["UPDATE {} SET seq = seq + 100", "DELETE FROM {}"])
def test_the_log_is_not_rewritten_even_inside_a_scope(store: Store, table: str, act: str) -> None:
    case(store)
    with pytest.raises(DatabaseError, match="only grows"), store.change():
        store.handle.run(act.format(table))


def test_replacing_a_row_counts_as_deleting_it(store: Store) -> None:
    case(store)
    with pytest.raises(DatabaseError, match="ever deleted"), store.change():
        store.handle.run("REPLACE INTO mediation_case SELECT * FROM mediation_case")


def test_another_connection_with_the_key_cannot_write(store: Store) -> None:
    case(store)
    other = connect(store.folder / "ledger.db", store.handle.key)
    with pytest.raises(DatabaseError, match="change scope"):
        other.execute("UPDATE party SET name = 'x'")
    other.close()


def test_a_dropped_guard_is_reported(store: Store) -> None:
    store.handle.run("DROP TRIGGER guard_delete_party")
    assert [finding.what for finding in store.check()] == ["guard"]


def test_a_row_changed_behind_the_guards_is_reported(store: Store) -> None:
    made = saved(store, draft_of("village", name="柳河村", kind="1"))
    store.handle.run("DROP TRIGGER guard_update_village")
    store.handle.run("UPDATE village SET name = '石桥村'")
    found = store.check()
    assert {one.what for one in found} == {"guard", "row"}
    assert any(made.id in one.message and "名称" in one.message for one in found)


def test_a_rewritten_log_breaks_the_chain(store: Store) -> None:
    case(store, summary="旧")
    store.handle.run("DROP TRIGGER guard_update_change")
    store.handle.run("UPDATE change SET body = replace(body, '旧', '新')")
    found = store.check()
    assert "chain" in {one.what for one in found}
    assert all(one.message.endswith("。") for one in found)


def test_a_sound_ledger_gives_no_finding(store: Store) -> None:
    case(store)
    again = reopened(store)
    assert again.check() == []
    again.close()
