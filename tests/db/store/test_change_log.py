"""The change log: one entry per change with its parents, one chained link per step."""

from __future__ import annotations

import json
from typing import Any

from db.kinds import canonical_id
from db.store import Change, Store, Transaction
from db.store.changes import NO_HASH, canonical, chained, next_stamp, received_stamp
from tests.db.store.building import (
    case,
    case_draft,
    changed,
    draft_of,
    removed,
    saved,
    saved_examples,
)


def bodies(store: Store, act: str, type_name: str = "mediation_case") -> list[dict[str, Any]]:
    """Give the bodies of one sort of change, oldest first."""
    rows = store.select(
        "SELECT body FROM change WHERE act = ? AND type = ? ORDER BY n", (act, type_name)
    )
    return [json.loads(row[0]) for row in rows]


def test_a_birth_holds_the_values_and_the_office(store: Store) -> None:
    case(store, amount="12.50", accepted_on="2026-01-13")
    body = bodies(store, "born")[0]
    assert body["office"] == "410199001"
    assert body["values"]["amount"] == "12.50"
    assert body["values"]["accepted_on"] == "2026-01-13"
    assert "summary" not in body["values"]


def test_every_body_is_canonical_json_of_the_wire_values(store: Store) -> None:
    drafts = saved_examples(store)
    for body, name, uid in store.select("SELECT body, type, uid FROM change"):
        assert canonical(json.loads(body)) == body, name
        draft = drafts.get(canonical_id(uid))
        if draft is not None:
            wired = {
                f.name: f.kind.wire(draft.values[f.name])
                for f in draft.type.stored
                if draft.values.get(f.name) not in (None, ())
            }
            assert json.loads(body)["values"] == json.loads(canonical(wired))


def test_a_child_row_is_born_with_its_owner_and_place(store: Store) -> None:
    made = case(store, "赵长河", "钱有余")
    body = bodies(store, "born", "party")[1]
    assert (body["values"]["case"], body["place"]) == (made.id, 1)


def test_an_edit_holds_only_the_touched_units_with_their_parents(store: Store) -> None:
    made = case(store, summary="一")
    changed(store, "mediation_case", made.id, summary="二")
    born = store.select("SELECT n FROM change WHERE type = 'mediation_case'")[0][0]
    assert bodies(store, "edit") == [
        {
            "units": {
                "summary": {
                    "new": {"summary": "二"},
                    "old": {"summary": "一"},
                    "parents": [f"{store.writer}:{born}"],
                }
            }
        }
    ]


def test_fields_of_an_atomic_group_are_logged_together(store: Store) -> None:
    who = saved(store, draft_of("person", name="曾小明"))
    changed(store, "person", who.id, other_paper="A1")
    unit = bodies(store, "edit", "person")[0]["units"]["identity"]
    assert unit["new"]["name"] == "曾小明"
    assert unit["new"]["other_paper"] == "A1"


def test_the_second_edit_names_the_first_as_parent(store: Store) -> None:
    made = case(store)
    changed(store, "mediation_case", made.id, summary="一")
    first = store.select("SELECT max(n) FROM change")[0][0]
    changed(store, "mediation_case", made.id, summary="二")
    assert bodies(store, "edit")[1]["units"]["summary"]["parents"] == [f"{store.writer}:{first}"]


def test_two_edits_that_did_not_see_each_other_are_an_open_conflict(store: Store) -> None:
    made = case(store, summary="一")
    here, there = (store.draft("mediation_case", made.id) for _ in range(2))
    assert here is not None
    assert there is not None
    here.give("summary", "这边")
    there.give("summary", "那边")
    saved(store, here)
    saved(store, there)
    conflict = store.conflicts()[0]
    said = {head["values"]["summary"] for head in conflict["heads"]}
    assert said == {"这边", "那边"}
    assert store.check() == []


def test_an_edit_that_saw_both_sides_settles_the_conflict(store: Store) -> None:
    made = case(store, summary="一")
    drafts = [store.draft("mediation_case", made.id) for _ in range(2)]
    for at, draft in enumerate(drafts):
        assert draft is not None
        draft.give("summary", f"第{at}种")
        saved(store, draft)
    changed(store, "mediation_case", made.id, summary="定了")
    assert store.conflicts() == []
    assert store.get("mediation_case", made.id).summary == "定了"


def test_edits_of_different_fields_do_not_conflict(store: Store) -> None:
    made = case(store)
    here, there = (store.draft("mediation_case", made.id) for _ in range(2))
    assert here is not None
    assert there is not None
    here.give("summary", "情况")
    there.give("room", "老李调解室")
    saved(store, here)
    saved(store, there)
    record = store.get("mediation_case", made.id)
    assert (record.summary, record.room) == ("情况", "老李调解室")
    assert store.conflicts() == []


def test_a_step_says_who_where_when_and_why(store: Store) -> None:
    with store.change(reason="补录", batch="b1", source="旧台账.xlsx") as scope:
        scope.save(case_draft("赵长河"))
    row = store.select("SELECT user, device, wall, reason, batch, source FROM tx")[0]
    assert row == (
        "李惠民", store.device, "2026-03-01T12:00:00", "补录", "b1", "旧台账.xlsx",
    )  # fmt: skip


def test_each_step_hashes_to_its_lines_and_names_its_predecessor(store: Store) -> None:
    case(store)
    case(store)
    prev = NO_HASH
    for row in store.select(
        "SELECT no, first, last, hlc, wall, user, device, reason, batch, source, level, prev, hash"
        " FROM tx ORDER BY no"
    ):
        names = ("no", "first", "last", "hlc", "wall", "user", "device", "reason", "batch",
                 "source", "level")  # fmt: skip
        header = Transaction(writer=store.writer, **dict(zip(names, row, strict=False)), prev=prev)
        lines = [
            Change(n, name, _id(uid), act, body).line()
            for n, name, uid, act, body in store.select(
                "SELECT n, type, uid, act, body FROM change WHERE n BETWEEN ? AND ? ORDER BY n",
                (row[1], row[2]),
            )
        ]
        assert bytes(row[11]) == prev
        assert bytes(row[12]) == header.hash_of(lines)
        prev = bytes(row[12])


def test_numbers_of_changes_follow_without_a_gap(store: Store) -> None:
    for _ in range(3):
        case(store)
    numbers = [row[0] for row in store.select("SELECT n FROM change ORDER BY seq")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_lines_read_back_as_they_were_written(store: Store) -> None:
    case(store, summary="含“引号”与\n换行")
    row = store.select("SELECT n, type, uid, act, body FROM change WHERE type = 'mediation_case'")[
        0
    ]
    change = Change(row[0], row[1], _id(row[2]), row[3], row[4])
    assert Change.of_line(change.line()) == change


def test_a_removal_is_a_change_of_the_unit_life(store: Store) -> None:
    made = case(store)
    removed(store, "mediation_case", made.id)
    assert bodies(store, "life")[0]["dead"] is True


def test_stamps_grow_although_the_clock_goes_back() -> None:
    first = next_stamp(0, 1_000)
    assert next_stamp(first, 1) > first


def test_a_received_clock_years_ahead_does_not_move_ours() -> None:
    far = (10**13) << 16
    assert received_stamp(5 << 16, far, 6) == 5 << 16
    assert received_stamp(5 << 16, 7 << 16, 6) == 7 << 16


def test_the_chain_depends_on_every_line() -> None:
    assert chained(NO_HASH, "h", ["a", "b"]) != chained(NO_HASH, "h", ["a", "c"])


def _id(uid: bytes) -> Any:
    return canonical_id(uid)
