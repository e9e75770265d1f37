"""Code lists: complete, each spelling with one meaning, ended codes still readable."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import CodeEntry, CodeList, UnknownCodeListError, code_list, code_list_names
from resources import shipped_file

ALL_LISTS = code_list_names()
SIZES = {
    "dispute_type": 18,
    "dispute_type_2010": 15,
    "case_source": 9,
    "performance_method": 11,
    "committee_kind": 7,
    "committee_trade_kind": 13,
    "occupation_identity": 17,
    "nation": 58,
    "politics": 13,
    "education": 40,
    "agent_power": 7,
    "station_rules": 7,
    "six_points": 6,
    "service_kind": 12,
    "urban_rural": 7,
}
MEANINGS = [
    ("dispute_type", "房产宅基地纠纷", "3"),
    ("dispute_type", "房屋宅基地纠纷", "3"),
    ("dispute_type", "环境保护纠纷", "9"),
    ("dispute_type", " 婚姻 家庭 ", "1"),
    ("dispute_type_2010", "婚姻家庭(继承)纠纷", "1"),
    ("case_source", "主动调解", "2"),
    ("case_source", "公安机关委托移送", "5"),
    ("case_source", "当事人申请(线上)", "9"),
    ("mediation_result", "调解不成", "2"),
    ("committee_kind", "居（社区）调委会", "02"),
    ("committee_kind", "居(社区)调委会", "02"),
    ("sex", "男", "1"),
    ("nation", "汉", "01"),
    ("nation", "1", "01"),
    ("nation", "１", "01"),
    ("politics", "中共党员", "01"),
    ("education", "大专", "31"),
    ("identity_paper", "身份证", "111"),
    ("yes_no", "否", "02"),
    ("contract_end_reason", "无故缺席值班≥3次", "03"),
]
ENDED = CodeList(
    "kinds",
    (
        CodeEntry("01", "旧称", valid_to=date(2017, 12, 31)),
        CodeEntry("02", "新称", valid_from=date(2018, 1, 1)),
        CodeEntry("03", "常用", more={"everyday": "1"}),
    ),
)


@pytest.mark.parametrize("name", ALL_LISTS)
def test_every_list_loads_and_every_value_names_its_source(name: str) -> None:
    entries = code_list(name).entries
    assert entries
    assert [e for e in entries if not (e.code and e.label and e.source)] == []


@pytest.mark.parametrize("name", ALL_LISTS)
def test_codes_of_a_list_are_unique_and_have_no_spaces(name: str) -> None:
    codes = [entry.code for entry in code_list(name).entries]
    assert len(codes) == len(set(codes))
    # The numbers an office may set are named as the rules name them: nobody types these codes.
    form = r"[a-z_]+" if name == "rule_parameter" else r"[0-9]{1,4}"
    assert all(re.fullmatch(form, code) for code in codes)


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_a_list_has_all_values_of_its_document(name: str, size: int) -> None:
    assert len(code_list(name).entries) == size


@pytest.mark.parametrize("name", ALL_LISTS)
def test_parents_of_a_list_are_codes_of_it(name: str) -> None:
    codes = code_list(name)
    parents = [entry.more["parent"] for entry in codes.entries if "parent" in entry.more]
    assert [parent for parent in parents if codes.entry(parent) is None] == []


def test_the_old_dispute_types_lead_to_present_ones() -> None:
    present = code_list("dispute_type")
    successors = [entry.more["successor"] for entry in code_list("dispute_type_2010").entries]
    assert [code for code in successors if present.entry(code) is None] == []


def test_the_readme_names_exactly_the_lists_there_are() -> None:
    text = shipped_file("codes/README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|", text, re.MULTILINE)
    assert {name: int(size) for name, size in rows} == {
        name: len(code_list(name).entries) for name in ALL_LISTS
    }


@pytest.mark.parametrize("name", ALL_LISTS)
def test_code_label_and_other_spellings_mean_the_code(name: str) -> None:
    codes = code_list(name)
    wrong = [
        text
        for entry in codes.entries
        for text in (entry.code, entry.label, f" {entry.label}　", *entry.aliases)
        if codes.code_of(text) != entry.code
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "text", "code"), MEANINGS)
def test_what_people_type_is_understood(name: str, text: str, code: str) -> None:
    assert code_list(name).code_of(text) == code


@pytest.mark.parametrize("text", ["", "火星纠纷", "0", "99", "1.0", "纠" * 10_000_000])
def test_an_unknown_text_means_no_code(text: str) -> None:
    assert code_list("dispute_type").code_of(text) is None


@given(st.data())
def test_labels_joined_by_commas_are_read_back(data: st.DataObject) -> None:
    codes = code_list(data.draw(st.sampled_from(ALL_LISTS)))
    chosen = data.draw(st.lists(st.sampled_from(codes.entries), unique=True, max_size=6))
    comma = data.draw(st.sampled_from(["、", "，", "; "]))
    text = comma.join(entry.label for entry in chosen)
    assert codes.codes_of(text) == tuple(entry.code for entry in chosen)


def test_a_label_with_commas_is_one_code_among_several() -> None:
    methods = code_list("performance_method")
    assert methods.codes_of("赔偿损失、修理、重做、更换、赔礼道歉") == ("7", "6", "10")


def test_several_labels_with_an_unknown_one_are_refused_whole() -> None:
    assert code_list("performance_method").codes_of("赔偿损失、送锦旗") is None


def test_an_ended_code_still_shows_its_label() -> None:
    assert ENDED.label("01") == "旧称"


@pytest.mark.parametrize(
    ("day", "code", "offered"),
    [
        (date(2017, 12, 31), "01", True),
        (date(2018, 1, 1), "01", False),
        (date(2017, 12, 31), "02", False),
        (date(2018, 1, 1), "02", True),
        (date(2018, 1, 1), "77", False),
    ],
)
def test_a_code_is_valid_from_its_first_to_its_last_day(
    day: date, code: str, offered: bool
) -> None:
    assert ENDED.valid_on(day, code) is offered


def test_choices_leave_out_what_is_not_valid_on_the_day() -> None:
    assert [entry.code for entry in ENDED.choices(date(2020, 1, 1))] == ["02", "03"]


def test_choices_without_a_day_are_all_there_ever_were() -> None:
    assert len(ENDED.choices()) == 3


def test_everyday_choices_come_first_where_a_list_marks_them() -> None:
    assert [entry.code for entry in ENDED.everyday_choices()] == ["03"]


def test_a_list_without_everyday_marks_offers_all() -> None:
    assert len(code_list("dispute_type").everyday_choices()) == 18


def test_a_code_from_elsewhere_is_shown_as_it_is() -> None:
    assert ENDED.label("88") == "88"


def test_one_spelling_with_two_meanings_is_refused() -> None:
    entries = (CodeEntry("1", "村"), CodeEntry("2", "社区", aliases=("村",)))
    with pytest.raises(ValueError, match="两种含义"):
        CodeList("places", entries)


@pytest.mark.parametrize("name", ["no_such_list", "../../db/codes", ""])
def test_an_unknown_list_is_named_in_the_error(name: str) -> None:
    with pytest.raises(UnknownCodeListError, match="代码表"):
        code_list(name)
