"""What a draft understands, keeps and works out."""

from datetime import date
from decimal import Decimal

import pytest

from db.drafts import Draft
from db.records import record_type
from tests.db.drafting import Given, draft_of, problem_of
from tests.examples import EXAMPLES


def test_labels_and_names_mean_the_same_field() -> None:
    by_label = draft_of("person", {"姓名": "赵长河", "性别": "男"})
    by_name = draft_of("person", {"name": "赵长河", "sex": "1"})

    assert by_label.values == by_name.values


def test_other_labels_and_other_brackets_are_understood() -> None:
    draft = draft_of("village", {"村(社区)名称": "柳河村", "村（居）民小组数": "9"})

    assert draft.values["name"] == "柳河村"
    assert draft.values["group_count"] == 9


def test_a_text_that_cannot_be_read_is_kept_with_its_reason() -> None:
    draft = draft_of("person", {"姓名": "赵长河", "出生日期": "2026-02-31"})

    given, reason = draft.unread["born_on"]
    assert given == "2026-02-31"
    assert reason == "没有 2026年2月31日 这一天，请核对日历后重新填写。"


def test_a_text_read_later_is_no_longer_unread() -> None:
    draft = draft_of("person", {"出生日期": "昨天"})

    draft.take({"出生日期": "19690930"})

    assert draft.unread == {}
    assert draft.values["born_on"] == date(1969, 9, 30)


def test_an_unread_text_is_an_error_of_its_field() -> None:
    assert "31日" in problem_of("mediation_case", accepted_on="2026-02-31")["accepted_on"]


@pytest.mark.parametrize("empty", [None, "", "  ", "　"])
def test_nothing_given_clears_the_field(empty: object) -> None:
    draft = draft_of("person", {"姓名": "赵长河", "职业或职务": "农民"})

    draft.take({"职业或职务": empty})

    assert "occupation" not in draft.values


def test_an_unknown_key_is_named() -> None:
    draft = Draft.new(record_type("person"))

    problems = draft.take({"姓名": "赵长河", "星座": "天秤"})

    assert [(p.field, p.severity) for p in problems] == [("星座", "error")]
    assert "星座" in problems[0].message


def test_id_and_type_are_no_fields_and_no_problem() -> None:
    assert Draft.new(record_type("person")).take({"id": "x", "type": "person"}) == []


def test_nul_bytes_are_refused() -> None:
    draft = draft_of("person", {"姓名": "赵\0长河"})

    assert "U+0000" in draft.unread["name"][1]


def test_half_a_character_is_refused() -> None:
    draft = draft_of("mediation_case", {"纠纷简要情况": "滴水\ud83d"})

    assert "summary" in draft.unread


def test_an_overlong_text_is_refused_with_its_length() -> None:
    draft = draft_of("mediation_case", {"纠纷简要情况": "字" * 20_001})

    assert "20001" in draft.unread["summary"][1]


def test_a_narrative_of_twenty_thousand_characters_is_taken() -> None:
    draft = draft_of("mediation_case", {"纠纷简要情况": "字" * 20_000})

    assert len(draft.values["summary"]) == 20_000


def test_a_wrong_check_digit_is_refused_with_the_right_one() -> None:
    draft = draft_of("person", {"身份证号": "410199197505120118"})

    assert "9" in draft.unread["id_number"][1]


def test_money_is_exact() -> None:
    assert draft_of("mediation_case", {"涉案金额": "1,250.10元"}).values["amount"] == Decimal(
        "1250.10"
    )


@pytest.mark.parametrize("given", [True, 3.5, ["a"], {"a": 1}])
def test_a_value_of_another_sort_is_unread_and_raises_nothing(given: object) -> None:
    draft = draft_of("person", {"姓名": given})

    assert "name" in draft.unread


def test_rows_become_drafts_of_their_own() -> None:
    draft = draft_of("mediation_case", EXAMPLES["mediation_case"])

    assert [row.values["name"] for row in draft.rows["parties"]] == [
        "赵长河",
        "示范县青石建材有限公司",
    ]


def test_a_row_that_is_no_object_is_a_problem() -> None:
    problems = Draft.new(record_type("mediation_case")).take({"当事人": ["赵长河"]})

    assert [problem.field for problem in problems] == ["parties[0]"]


def test_rows_that_are_no_list_are_a_problem() -> None:
    problems = Draft.new(record_type("mediation_case")).take({"当事人": "赵长河"})

    assert [problem.field for problem in problems] == ["parties"]


def test_a_row_with_a_known_id_is_changed_not_added() -> None:
    draft = draft_of("mediation_case", EXAMPLES["mediation_case"])
    kept = draft.rows["parties"][0]

    draft.take({"当事人": [{"id": kept.id, "联系方式": "13900000000"}]})

    assert draft.rows["parties"] == [kept]
    assert kept.values["contact"] == "13900000000"
    assert kept.values["name"] == "赵长河"


def test_a_stored_row_left_out_is_removed() -> None:
    draft = draft_of("mediation_case", EXAMPLES["mediation_case"])
    first, second = draft.rows["parties"]
    second.stored = True

    draft.take({"当事人": [{"id": first.id}]})

    assert draft.removed == [second]


def test_the_problem_of_a_row_names_its_place() -> None:
    parties = [{"一方": "1", "姓名": "甲"}, {"一方": "2", "姓名": "乙", "身份证号": "123"}]

    assert "parties[1].id_number" in problem_of("mediation_case", parties=parties, agents=[])


def test_sex_and_birth_date_follow_from_the_id_number() -> None:
    draft = draft_of("person", {"姓名": "李惠民", "身份证号": "410199198203080240"})

    draft.derive()

    assert draft.values["sex"] == "2"
    assert draft.values["born_on"] == date(1982, 3, 8)


def test_what_was_typed_is_not_replaced_by_what_follows() -> None:
    draft = draft_of("person", {"身份证号": "410199198203080240", "性别": "男"})

    draft.derive()

    assert draft.values["sex"] == "1"


def test_a_closed_case_gets_the_day_of_its_last_session() -> None:
    draft = draft_of("mediation_case", {"调解日期": "2026-01-20", "调解结果": "调解不成功"})

    draft.derive()

    assert draft.values["closed_on"] == date(2026, 1, 20)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({}, "02"),
        ({"调解结果": "1"}, "03"),
        ({"调解结果": "2"}, "04"),
        ({"调解结果": "3"}, "02"),
        ({"调解结果": "1", "已作废": "是"}, "08"),
        ({"不予受理的原因": "99"}, "05"),
    ],
)
def test_the_state_of_a_case_is_computed(given: Given, state: str) -> None:
    draft = draft_of("mediation_case", {**given, "案件状态": "01"})

    draft.derive()

    assert draft.values["state"] == state


def test_a_case_takes_its_form_and_name_from_its_rows() -> None:
    draft = draft_of("mediation_case", {**EXAMPLES["mediation_case"], "协议形式": None})

    draft.derive()

    assert draft.values["form"] == "2"
    assert draft.values["volume_name"] == "赵长河与示范县青石建材有限公司邻里纠纷"


def test_the_minutes_of_a_service_are_computed() -> None:
    draft = draft_of("service_log", {"开始时间": "8:30", "结束时间": "12:45", "minutes": 9})

    draft.derive()

    assert draft.values["minutes"] == 255


@pytest.mark.parametrize("given", ["1849-12-31", "22026-01-01", "21510101"])
def test_a_year_no_ledger_can_mean_is_refused(given: str) -> None:
    assert "born_on" in draft_of("person", {"出生日期": given}).unread


def test_a_field_given_by_name_and_by_label_is_told() -> None:
    draft = Draft.new(record_type("committee"))
    problems = draft.take({"调委会名称": "甲村调委会", "name": "乙村调委会"})
    assert [(p.field, p.rule) for p in problems] == [("name", "F-TWICE")]
