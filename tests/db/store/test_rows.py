"""Saving and reading records, whole with their child rows."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from db.records import ALL_RECORD_TYPES, record_type
from db.store import ChangedElsewhere, ListQuery, Span, Store
from tests.db.store.building import (
    case,
    case_draft,
    changed,
    draft_of,
    party,
    person,
    removed,
    saved,
    saved_examples,
    village,
)


def test_the_example_of_every_type_comes_back_equal(store: Store) -> None:
    for draft in saved_examples(store).values():
        assert store.get(draft.type.name, draft.id) == draft.build(), draft.type.name


def test_a_stored_record_as_a_draft_has_nothing_changed(store: Store) -> None:
    for draft in saved_examples(store).values():
        again = store.draft(draft.type.name, draft.id)
        assert again is not None
        assert not again.is_touched(), draft.type.name


def test_child_rows_keep_their_order(store: Store) -> None:
    made = case(store, "赵长河", "钱有余", "孙平", "李四维")
    names = [one.name for one in store.get("mediation_case", made.id).parties]
    assert names == ["赵长河", "钱有余", "孙平", "李四维"]


def test_a_row_moved_up_stays_there(store: Store) -> None:
    made = case(store, "赵长河", "钱有余")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.rows["parties"].reverse()
    saved(store, draft)
    names = [one.name for one in store.get("mediation_case", made.id).parties]
    assert names == ["钱有余", "赵长河"]


def test_a_row_taken_away_is_gone_and_a_new_one_is_there(store: Store) -> None:
    made = case(store, "赵长河", "钱有余")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.remove_row("parties", 1)
    draft.take({"parties": [{"id": draft.rows["parties"][0].id}, party("孙平", "2")]})
    saved(store, draft)
    names = [one.name for one in store.get("mediation_case", made.id).parties]
    assert names == ["赵长河", "孙平"]


def test_a_draft_goes_on_after_saving(store: Store) -> None:
    draft = case(store, summary="一")
    draft.give("summary", "二")
    saved(store, draft)
    assert store.get("mediation_case", draft.id).summary == "二"
    assert not draft.is_touched()


def test_an_emptied_field_is_empty(store: Store) -> None:
    made = case(store, amount="1250.00")
    assert store.get("mediation_case", made.id).amount == Decimal("1250.00")
    changed(store, "mediation_case", made.id, amount="")
    assert store.get("mediation_case", made.id).amount is None


def test_saving_nothing_new_writes_nothing(store: Store) -> None:
    made = case(store)
    before = store.select("SELECT count(*) FROM tx")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    with store.change() as scope:
        scope.save(draft)
    assert scope.changes.items == ()
    assert store.select("SELECT count(*) FROM tx") == before


def test_changes_name_the_record_that_was_touched(store: Store) -> None:
    made = case(store)
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.rows["parties"][0].give("name", "周正")
    with store.change(reason="更正") as scope:
        scope.save(draft)
    assert scope.changes.items == (("mediation_case", made.id, "changed"),)
    assert scope.changes.reason == "更正"


def test_an_error_inside_a_scope_leaves_nothing(store: Store) -> None:
    draft = case_draft("赵长河")
    with suppress(RuntimeError), store.change() as scope:
        scope.save(draft)
        raise RuntimeError
    assert store.get("mediation_case", draft.id) is None
    assert not draft.stored


def test_a_scope_cannot_be_opened_inside_another(store: Store) -> None:
    with store.change(), pytest.raises(RuntimeError):
        store.change().__enter__()


def test_a_record_saved_in_a_scope_is_seen_inside_it(store: Store) -> None:
    draft = case_draft("赵长河", number="（2026）柳人调字第1号")
    with store.change() as scope:
        scope.save(draft)
        assert store.resolve("mediation_case", "（2026）柳人调字第1号") == draft.id


def test_a_removed_record_is_not_read_and_comes_back(store: Store) -> None:
    made = case(store)
    removed(store, "mediation_case", made.id)
    assert store.get("mediation_case", made.id) is None
    assert store.find("party") == []
    with store.change() as scope:
        scope.restore("mediation_case", made.id)
    assert len(store.get("mediation_case", made.id).parties) == 2


def test_changing_a_record_that_never_was_is_refused(store: Store) -> None:
    draft = case_draft("赵长河")
    draft.stored = True
    draft.give("summary", "x")
    with pytest.raises(ChangedElsewhere), store.change() as scope:
        scope.save(draft)


def test_find_gives_records_by_equal_values(store: Store) -> None:
    home = village(store)
    one = case(store, village=home.id, amount="12.50")
    case(store)
    assert [found.id for found in store.find("mediation_case", village=home.id)] == [one.id]
    assert [found.id for found in store.find("mediation_case", amount=Decimal("12.50"))] == [one.id]


def test_find_gives_records_that_link_to_one_of_several(store: Store) -> None:
    who = person(store)
    names = ("柳河村人民调解委员会", "青石村人民调解委员会")
    committees = [saved(store, draft_of("committee", name=n, kind="01")) for n in names]
    two = [
        saved(store, draft_of("mediator", person=who.id, committee=c.id, engaged_on="2020-01-01"))
        for c in committees
    ]
    made = case(store, mediators=[m.id for m in two])
    assert [found.id for found in store.find("mediation_case", mediators=two[1].id)] == [made.id]


def test_a_record_is_located_by_id_start_and_number(store: Store) -> None:
    made = case(store, number="（2026）柳人调字第1号")
    expected = ("mediation_case", made.id)
    assert store.locate(made.id) == expected
    assert store.locate(made.id.replace("-", "")[:20]) == expected
    assert store.locate("（2026）柳人调字第1号") == expected
    assert store.locate("没有这个") is None


def test_a_title_names_a_record_and_follows_its_links(store: Store) -> None:
    who = person(store, "曾小明")
    committee = saved(store, draft_of("committee", name="柳河村调委会", kind="01"))
    made = saved(
        store,
        draft_of("mediator", person=who.id, committee=committee.id, engaged_on="2020-01-01"),
    )
    assert store.title("mediator", made.id) == "曾小明 柳河村调委会"
    assert store.resolve("mediator", "曾小明") == made.id
    changed(store, "person", who.id, name="曾大明")
    assert store.title("mediator", made.id) == "曾大明 柳河村调委会"


def test_a_name_two_records_share_resolves_to_neither(store: Store) -> None:
    person(store, "王建国")
    person(store, "王建国")
    assert store.resolve("person", "王建国") is None


def test_a_page_is_sorted_and_begins_where_asked(store: Store) -> None:
    days = ("2026-01-03", "2026-01-01", "2026-01-02")
    for day in days:
        case(store, accepted_on=day)
    query = ListQuery("mediation_case", sort="accepted_on")
    pages = [store.page(query, 2, 0), store.page(query, 2, 2)]
    assert [[row.shown["accepted_on"] for row in page] for page in pages] == [
        ["2026-01-01", "2026-01-02"],
        ["2026-01-03"],
    ]


def test_row_numbers_give_the_same_order_as_pages(store: Store) -> None:
    for at in range(7):
        case(store, accepted_on=f"2026-01-{1 + at * 3 % 7:02d}")
    query = store.query("mediation_case")
    numbers = store.rowids(query)
    assert [row.rowid for row in store.page(query, 10, 0)] == list(numbers)
    picked = [numbers[4], numbers[1]]
    assert [row.rowid for row in store.rows_by_rowid(query, picked)] == picked


def test_the_list_of_a_type_with_dates_begins_with_the_newest(store: Store) -> None:
    case(store, accepted_on="2026-01-01")
    case(store, accepted_on="2026-02-01")
    first = store.page(store.query("mediation_case"), 1, 0)[0]
    assert first.values["accepted_on"] == date(2026, 2, 1)


def test_filters_take_values_sets_ranges_and_emptiness(store: Store) -> None:
    case(store, accepted_on="2026-01-01", result="1")
    case(store, accepted_on="2026-02-01", result="2")
    case(store, accepted_on="2026-03-01")

    def count(*where: tuple[str, object]) -> int:
        return store.count(ListQuery("mediation_case", where=where))

    assert count(("result", "1")) == 1
    assert count(("result", ("1", "2"))) == 2
    assert count(("result", None)) == 1
    assert count(("accepted_on", Span(date(2026, 1, 15), None))) == 2
    assert count(("accepted_on", Span(date(2026, 1, 15), date(2026, 2, 1)))) == 1


def test_a_list_shows_titles_for_links(store: Store) -> None:
    home = village(store, "柳河村")
    saved(store, draft_of("committee", name="柳河村调委会", kind="01", village=home.id))
    row = store.page(ListQuery("committee"), 10, 0)[0]
    assert row.shown["village"] == "柳河村"
    assert row.values["village"] == home.id


def test_the_waste_bin_lists_what_was_removed(store: Store) -> None:
    made = case(store)
    case(store)
    removed(store, "mediation_case", made.id)
    bin_query = ListQuery("mediation_case", removed=True)
    assert [row.id for row in store.page(bin_query, 10, 0)] == [made.id]
    assert store.count(ListQuery("mediation_case")) == 1


def test_a_look_sees_what_was_saved_after_it_first_looked(store: Store) -> None:
    look = store.look(date(2026, 3, 1))
    assert look.find("village", name="柳河村") == []
    made = village(store, "柳河村")
    assert [one.id for one in look.find("village", name="柳河村")] == [made.id]
    assert look.resolve("village", "柳河村") == made.id
    changed(store, "village", made.id, households=12)
    assert look.get("village", made.id).households == 12


def test_a_look_forgets_what_was_rolled_back(store: Store) -> None:
    look = store.look(date(2026, 3, 1))
    draft = draft_of("village", name="柳河村", kind="1")
    with suppress(RuntimeError), store.change() as scope:
        scope.save(draft)
        assert look.get("village", draft.id) is not None
        raise RuntimeError
    assert look.get("village", draft.id) is None


def test_a_declared_name_never_hides_a_column_of_the_store(store: Store) -> None:
    made = case(store, place="柳河村调解室")
    assert store.get("mediation_case", made.id).place == "柳河村调解室"
    assert record_type("mediation_case").by_name["place"].kind.column == "TEXT"
    assert len(ALL_RECORD_TYPES) == len({kind.name for kind in ALL_RECORD_TYPES})


def test_a_number_shared_by_a_case_and_its_agreement_names_the_case(store: Store) -> None:
    number = "（2026）柳人调字第3号"
    made = case(store, number=number, agreements=[{"number": number}])
    assert store.locate(number) == ("mediation_case", made.id)
