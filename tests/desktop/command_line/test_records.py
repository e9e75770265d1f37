"""Commands on records: what goes in comes out, and what is wrong is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.desktop.command_line.conftest import CommandLine

COMMITTEE = {"调委会名称": "甲村人民调解委员会", "类型": "村调委会", "调委会编码": "A1"}


def case(**words: Any) -> str:
    """Give a case as a clerk would write it, in the words of the form."""
    return json.dumps(
        {
            "人民调解委员会": "甲村人民调解委员会",
            "案号": "（2026）甲人调字第001号",
            "受理日期": "20260302",
            "纠纷类型": "邻里纠纷",
            "案件来源": "当事人申请",
            "纠纷简要情况": "滴水引起的争执。",
            "当事人": [
                {"一方": "申请人", "姓名": "张䶮", "身份证号": "410199196804120026"},
                {"一方": "被申请人", "当事人类型": "法人", "名称": "宏达建筑工程队"},
            ],
            **words,
        }
    )


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Give commands on a ledger with one committee and one case."""
    assert run("add", "committee", given=json.dumps(COMMITTEE)).status == 0
    assert run("add", "case", given=case()).status == 0
    return run


def test_a_case_given_in_the_words_of_the_form_goes_in(filled: CommandLine):
    [record] = filled("list", "case").data["records"]
    assert record["number"] == "（2026）甲人调字第001号"
    assert record["accepted_on"] == "2026-03-02"
    assert [p["name"] for p in record["parties"]] == ["张䶮", "宏达建筑工程队"]


def test_sex_and_birth_date_follow_from_the_identity_number(filled: CommandLine):
    [record] = filled("list", "case").data["records"]
    assert (record["parties"][0]["sex"], record["parties"][0]["born_on"]) == ("2", "1968-04-12")


def test_a_record_is_shown_by_its_number_and_by_the_start_of_its_id(filled: CommandLine):
    shown = filled("show", "（2026）甲人调字第001号").data
    assert filled("show", shown["id"][:13]).data["id"] == shown["id"]


@pytest.mark.parametrize("text", ["张䶮", "zy", "0026", "宏达", "hdjz", "滴水", "第001号"])
def test_the_one_search_box_finds_the_case(filled: CommandLine, text: str):
    hits = filled("find", text).data["hits"]
    assert "mediation_case" in {hit["type"] for hit in hits}


def test_a_change_is_in_the_history_with_both_values_and_the_reason(filled: CommandLine):
    number = "（2026）甲人调字第001号"
    change = json.dumps({"纠纷类型": "合同纠纷"})
    assert filled("change", number, "--reason", "登记时选错", given=change).status in (0, 1)
    newest = filled("history", number).data["changes"][0]
    assert (newest["label"], newest["before"], newest["after"]) == (
        "纠纷类型",
        "邻里纠纷",
        "合同纠纷",
    )
    assert newest["reason"] == "登记时选错"


def test_undo_brings_the_value_back(filled: CommandLine):
    number = "（2026）甲人调字第001号"
    filled("change", number, given=json.dumps({"纠纷类型": "合同纠纷"}))
    assert filled("undo").status == 0
    assert filled("show", number).data["dispute_type"] == "2"


def test_a_removed_record_leaves_the_list(filled: CommandLine):
    assert filled("remove", "（2026）甲人调字第001号", "--reason", "重复").status == 0
    assert filled("list", "case").data["total"] == 0


def test_lists_are_filtered_and_sorted_by_label(filled: CommandLine):
    filled(
        "add",
        "case",
        given=case(案号="（2026）甲人调字第002号", 受理日期="20260310", 纠纷类型="合同纠纷"),
    )
    assert filled("list", "case", "--where", "纠纷类型=合同纠纷").data["total"] == 1
    newest = filled("list", "case", "--sort", "-受理日期", "--limit", "1").data["records"][0]
    assert newest["number"] == "（2026）甲人调字第002号"


def test_types_names_every_field_with_its_codes_and_source(run: CommandLine):
    fields = {f["label"]: f for f in run("types", "调解案件").data["fields"]}
    assert fields["纠纷类型"]["codes"]["2"] == "邻里纠纷"
    assert fields["受理日期"]["required"]
    assert fields["受理日期"]["source"]


REFUSED = {
    "a wrong check digit": (
        case(当事人=[{"一方": "1", "姓名": "甲", "身份证号": "410199196804120027"}]),
        "18位",
    ),
    "31 February": (case(受理日期="2026-02-31"), "没有"),
    "overlong text": (case(案号="长" * 400), "最多"),
    "a NUL byte": (case(纠纷简要情况="甲\x00乙"), "控制字符"),
    "half a character": (case(纠纷简要情况="甲\ud800乙"), "不完整"),
    "a code that does not exist": (case(纠纷类型="星际纠纷"), "可选项"),
    "an unknown field": (case(星座="天蝎"), "没有“星座”"),
    "a committee nobody knows": (case(人民调解委员会="乙村"), "先登记"),
    "no parties": (case(当事人=[]), "没有填"),
    "parties that are no records": (case(当事人=["张三"]), "不是一条记录"),
    "a number as a date": (case(受理日期=5), "看不懂"),
    "broken JSON": ('{"a": ', "JSON"),
    "a list of nothing usable": ("[1, 2]", "不是记录"),
    "bytes that are no text": (b"\xff\xfe\x00", "JSON"),
    "a line of ten megabytes": ('{"姓名": "' + "x" * 10_000_000 + '"}', "超过"),
    "brackets without end": ("[" * 100_000, "JSON"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_bad_input_is_refused_with_a_sentence_and_changes_nothing(filled: CommandLine, what: str):
    given, word = REFUSED[what]
    ran = filled("add", "case", given=given)
    assert ran.status == 1
    messages = "".join(p["message"] for row in ran.data["refused"] for p in row["problems"])
    assert word in messages
    assert "Traceback" not in ran.out + ran.err
    assert filled("list", "case").data["total"] == 1


def test_good_lines_go_in_beside_a_refused_one_and_the_line_is_named(filled: CommandLine):
    lines = "\n".join([case(案号="甲"), case(案号="乙", 受理日期="2026-13-01"), case(案号="丙")])
    ran = filled("add", "case", given=lines)
    assert ran.status == 1
    assert [row["line"] for row in ran.data["refused"]] == [2]
    assert len(ran.data["added"]) == 2


def test_a_committee_term_of_two_members_is_refused_by_the_statute(filled: CommandLine):
    people = "\n".join(json.dumps({"姓名": n}) for n in ("甲一", "乙二"))
    assert filled("add", "person", given=people).status == 0
    term = {
        "人民调解委员会": "A1",
        "任期开始日期": "2025-01-01",
        "任期届满日期": "2027-12-31",
        "委员": [{"委员": "甲一", "职务": "主任"}, {"委员": "乙二", "职务": "调委会委员"}],
    }
    [refused] = filled("add", "term", given=json.dumps(term)).data["refused"]
    problem = next(p for p in refused["problems"] if p["rule"] == "C1")
    assert "第八条" in problem["source"]
