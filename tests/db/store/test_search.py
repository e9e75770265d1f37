"""Search: one and two characters, rare ones, pinyin, initials, ends of numbers."""

from __future__ import annotations

import pytest

from db.store import ListQuery, Store
from db.store.words import phrases, spaced, typed_key
from tests.db.store.building import (
    case,
    changed,
    draft_of,
    party,
    person,
    removed,
    saved,
    village,
)


def found(store: Store, text: str, type_name: str | None = None) -> set[str]:
    """Give the titles a text finds."""
    return {hit.title for hit in store.find_text(text, type_name=type_name)}


@pytest.mark.parametrize("text", ["曾小明", "小明", "曾", "zxm", "cxm", "ZXM", "zengxiaoming"])
def test_a_person_is_found_by_any_part_of_the_name(store: Store, text: str) -> None:
    person(store, "曾小明")
    person(store, "李四维")
    assert found(store, text, "person") == {"曾小明"}


@pytest.mark.parametrize("name", ["𬭎伟", "䶮军", "㛃玉", "𠅤山", "𫖯仰", "𣗋木", "𬀩昀"])
def test_rare_characters_are_found(store: Store, name: str) -> None:
    person(store, name)
    person(store, "李四维")
    assert found(store, name[0], "person") == {name}
    assert found(store, name, "person") == {name}


def test_two_rare_characters_are_not_taken_for_one_another(store: Store) -> None:
    person(store, "𬭎伟")
    assert found(store, "𬀩") == set()


@pytest.mark.parametrize("text", ["0138", "300138", "410199196909300138", "4101991969"])
def test_an_identity_number_is_found_by_its_end_and_its_start(store: Store, text: str) -> None:
    person(store, "赵长河", id_number="410199196909300138")
    person(store, "李四维", id_number="410199198203080240")
    assert found(store, text) == {"赵长河"}


def test_a_phone_is_found_by_its_last_four_digits(store: Store) -> None:
    person(store, "赵长河", phone="13800000201")
    assert found(store, "0201") == {"赵长河"}


def test_a_case_is_found_by_its_parties_and_its_story(store: Store) -> None:
    made = case(store, "赵长河", "钱有余", summary="院墙滴水", number="（2026）柳人调字第3号")
    for text in ("赵长河", "有余", "zch", "院墙", "滴水", "柳人调字第3", "2026柳人调"):
        assert [hit.id for hit in store.find_text(text)] == [made.id], text


def test_a_hit_says_where_the_text_stands(store: Store) -> None:
    case(store, "赵长河", summary="因院墙滴水发生争执")
    assert store.find_text("滴水")[0].why.startswith("纠纷简要情况：")
    assert store.find_text("zch")[0].why == "姓名或名称：赵长河"


def test_several_words_must_all_be_there(store: Store) -> None:
    one = case(store, "赵长河", summary="院墙")
    case(store, "赵长河", summary="债务")
    assert [hit.id for hit in store.find_text("赵长河 院墙")] == [one.id]


def test_words_do_not_reach_from_one_field_into_the_next(store: Store) -> None:
    case(store, "赵长河", "钱有余")
    assert store.find_text("河钱") == []


def test_a_child_row_is_found_as_itself_when_asked_for(store: Store) -> None:
    case(store, "赵长河", "钱有余")
    assert found(store, "有余", "party") == {"钱有余"}
    assert found(store, "qyy", "party") == {"钱有余"}


def test_a_mediator_is_found_by_the_person(store: Store) -> None:
    who = person(store, "曾小明")
    committee = saved(store, draft_of("committee", name="柳河村调委会", kind="01"))
    made = saved(
        store,
        draft_of("mediator", person=who.id, committee=committee.id, engaged_on="2020-01-01"),
    )
    for text in ("曾小明", "zxm"):
        assert [hit.id for hit in store.find_text(text, type_name="mediator")] == [made.id]
    changed(store, "person", who.id, name="周大力")
    assert store.find_text("曾小明") == []
    assert store.find_text("zxm") == []
    for text in ("周大力", "zdl"):
        assert [hit.id for hit in store.find_text(text, type_name="mediator")] == [made.id], text


def test_an_edit_moves_what_is_found(store: Store) -> None:
    made = case(store, summary="院墙")
    changed(store, "mediation_case", made.id, summary="债务")
    assert store.find_text("院墙") == []
    assert [hit.id for hit in store.find_text("债务")] == [made.id]


def test_a_changed_party_name_moves_its_pinyin(store: Store) -> None:
    made = case(store, "赵长河")
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.rows["parties"][0].give("name", "孙平")
    saved(store, draft)
    assert store.find_text("zch") == []
    assert [hit.id for hit in store.find_text("sp")] == [made.id]


def test_a_removed_record_is_not_found_until_it_is_restored(store: Store) -> None:
    made = case(store, "赵长河", summary="院墙")
    removed(store, "mediation_case", made.id)
    for text in ("院墙", "zch", "赵长河"):
        assert store.find_text(text) == []
    with store.change() as scope:
        scope.restore("mediation_case", made.id)
    for text in ("院墙", "zch", "赵长河"):
        assert [hit.id for hit in store.find_text(text)] == [made.id]


def test_a_list_is_narrowed_by_search_words(store: Store) -> None:
    made = case(store, "赵长河", summary="院墙")
    case(store, "孙平", summary="债务")
    for text in ("院墙", "zch", "赵长河"):
        query = ListQuery("mediation_case", search=text)
        assert [row.id for row in store.page(query, 10, 0)] == [made.id]
        assert store.count(query) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        "*",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "t:x",
        "-",
        "(",
        "^a",
        "a*b",
        "\x00",
        "；--",
        " ",
    ],
)
def test_nothing_typed_can_break_the_search(store: Store, text: str) -> None:
    case(store, "赵长河")
    store.find_text(text)
    assert store.count(ListQuery("mediation_case", search="赵" + text)) <= 1


def test_full_width_letters_and_digits_are_the_same_as_half_width(store: Store) -> None:
    case(store, number="（２０２６）柳人调字第３号")
    assert len(store.find_text("2026")) == 1
    assert len(store.find_text("（2026）柳")) == 1


def test_a_village_is_found_by_its_initials(store: Store) -> None:
    village(store, "青石村")
    assert found(store, "qsc") == {"青石村"}


def test_an_organisation_is_found_by_the_end_of_its_code(store: Store) -> None:
    made = case(store)
    draft = store.draft("mediation_case", made.id)
    assert draft is not None
    draft.take({"parties": [party("青石建筑有限公司", kind="02", other_paper="XK-77812")]})
    saved(store, draft)
    assert [hit.id for hit in store.find_text("青石建筑")] == [made.id]


def test_characters_stand_alone_and_words_of_letters_together() -> None:
    assert spaced("王伟，ID4101：x") == "王 伟 id4101 x"
    assert spaced("𬭎a〇") == "𬭎 a 〇"


def test_a_query_is_phrases_that_must_all_hold() -> None:
    assert phrases("王伟 2026") == '"王 伟" AND "2026"*'
    assert phrases("，。") is None


def test_typed_digits_mean_the_end_of_a_number_and_letters_a_name() -> None:
    assert typed_key("0138") == ["#8310"]
    assert typed_key("zxm") == ["zxm"]
    assert typed_key("王") == ["王"]
