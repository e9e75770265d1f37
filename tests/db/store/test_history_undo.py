"""History of a record, and taking back a step or a batch."""

from __future__ import annotations

from db.store import Store
from tests.db.store.building import (
    case,
    case_draft,
    changed,
    draft_of,
    person,
    removed,
    saved,
    village,
)


def test_history_names_the_field_and_both_values(store: Store) -> None:
    made = case(store, result="1")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.give("result", "2")
    saved(store, draft, reason="录错了")
    newest = store.history(made.id)[0]
    assert (newest.field, newest.label) == ("result", "调解结果")
    assert newest.before != newest.after
    assert (newest.who, newest.reason, newest.act) == ("李惠民", "录错了", "edit")


def test_history_shows_links_by_title(store: Store) -> None:
    old, new = village(store, "柳河村"), village(store, "青石村")
    made = case(store, village=old.id)
    changed(store, "mediation_case", made.id, village=new.id)
    told = {entry.field: (entry.before, entry.after) for entry in store.history(made.id)}
    assert told["village"] == ("柳河村", "青石村")


def test_history_includes_child_rows_that_are_gone(store: Store) -> None:
    made = case(store, "赵长河", "钱有余")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.remove_row("parties", 1)
    saved(store, draft)
    acts = [(entry.label, entry.act) for entry in store.history(made.id)]
    assert acts[0] == ("当事人·当事人", "life")
    assert acts.count(("当事人·当事人", "born")) == 2


def test_history_is_empty_for_an_unknown_id(store: Store) -> None:
    assert store.history(case_draft("赵长河").id) == []


def test_undo_takes_back_an_edit(store: Store) -> None:
    made = case(store, summary="一")
    changed(store, "mediation_case", made.id, summary="二")
    result = store.undo()
    assert [one["id"] for one in result.reversed] == [made.id]
    assert store.get("mediation_case", made.id).summary == "一"
    assert store.check() == []


def test_undo_takes_back_a_birth_with_its_rows(store: Store) -> None:
    made = case(store)
    store.undo()
    assert store.get("mediation_case", made.id) is None
    assert store.find_text("赵长河") == []


def test_undo_takes_back_a_removal(store: Store) -> None:
    made = case(store)
    removed(store, "mediation_case", made.id)
    store.undo()
    assert len(store.get("mediation_case", made.id).parties) == 2


def test_undo_again_takes_back_the_step_before(store: Store) -> None:
    made = case(store, summary="一")
    changed(store, "mediation_case", made.id, summary="二")
    changed(store, "mediation_case", made.id, summary="三")
    store.undo()
    store.undo()
    assert store.get("mediation_case", made.id).summary == "一"


def test_undo_of_nothing_does_nothing(store: Store) -> None:
    result = store.undo()
    assert (result.reversed, result.kept, result.failed) == ((), (), ())


def test_a_batch_is_taken_back_whole(store: Store) -> None:
    drafts = [case_draft("赵长河", summary=str(at)) for at in range(5)]
    kept = case(store, "孙平")
    for part in (drafts[:3], drafts[3:]):
        with store.change(batch="b1") as scope:
            for draft in part:
                scope.save(draft)
    result = store.undo("b1")
    assert {one["id"] for one in result.reversed} == {draft.id for draft in drafts}
    assert store.count(store.query("mediation_case")) == 1
    assert store.get("mediation_case", kept.id) is not None


def test_a_record_of_a_batch_that_was_changed_since_is_kept(store: Store) -> None:
    drafts = [case_draft("赵长河"), case_draft("孙平")]
    with store.change(batch="b1") as scope:
        for draft in drafts:
            scope.save(draft)
    changed(store, "mediation_case", drafts[0].id, summary="后来补的")
    result = store.undo("b1")
    assert [one["id"] for one in result.kept] == [drafts[0].id]
    assert store.get("mediation_case", drafts[0].id).summary == "后来补的"
    assert store.get("mediation_case", drafts[1].id) is None


def test_a_record_of_a_batch_that_others_link_to_is_kept(store: Store) -> None:
    home = draft_of("village", name="柳河村", kind="1")
    saved(store, home, batch="b1")
    case(store, village=home.id)
    result = store.undo("b1")
    assert [one["why"] for one in result.kept] == ["已被其他记录引用"]
    assert store.get("village", home.id) is not None


def test_a_field_changed_since_stays_and_others_are_taken_back(store: Store) -> None:
    who = person(store, "曾小明", phone="13800000001", email="a@example.cn")
    draft = store.draft("person", who.id)
    assert draft is not None
    draft.give("phone", "13800000002")
    draft.give("email", "b@example.cn")
    saved(store, draft, batch="b1")
    changed(store, "person", who.id, phone="13800000003")
    result = store.undo("b1")
    record = store.get("person", who.id)
    assert (record.phone, record.email) == ("13800000003", "a@example.cn")
    assert len(result.kept) == 1


def test_undo_leaves_its_own_trace_in_history(store: Store) -> None:
    made = case(store, summary="一")
    changed(store, "mediation_case", made.id, summary="二")
    store.undo()
    newest = store.history(made.id)[0]
    assert (newest.before, newest.after, newest.reason) == ("二", "一", "撤销上一步")
