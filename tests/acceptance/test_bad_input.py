"""Bad input: a status of 1 to 3, a sentence, never a traceback, and the ledger as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Examined
from tests.acceptance.mapping import case_content
from tests.acceptance.program import (
    assert_a_sentence,
    assert_unharmed,
)

Content = dict[str, Any]


@pytest.fixture(scope="module")
def whole(examined: Examined) -> Iterator[Examined]:
    """Give the examined ledger, and see afterwards that nothing of all this touched it."""
    before = examined.program.counts()
    yield examined
    assert_unharmed(examined.program, before)


def good_case(made: Examined) -> Content:
    case = made.township.quarrels[1]
    return case_content(made.book, case, made.ids, by_name=False) | {"案号": ""}


def refused(made: Examined, name: str, given: str | bytes) -> list[Any]:
    """Add what must be refused; give the problems of its first line."""
    ran = made.program("add", name, "-", given=given)
    assert ran.status == 1, (ran.status, ran.out[:500], ran.err)
    assert ran.data["added"] == []
    problems = ran.data["refused"][0]["problems"]
    assert_told(problems)
    return problems


def with_party(content: Content, **values: object) -> Content:
    first, *others = content["当事人"]
    return content | {"当事人": [first | values, *others]}


BAD_CASES: dict[str, Callable[[Content], Content]] = {
    "wrong check digit": lambda c: with_party(c, 身份证号="410199197505120118"),
    "wrong credit code": lambda c: with_party(
        c, 当事人类型="法人", 身份证号="", 统一社会信用代码="91410199MA00000019"
    ),
    "31 February": lambda c: c | {"受理日期": "2025-02-31"},
    "29 February of a common year": lambda c: c | {"受理日期": "2025-02-29"},
    "no parties": lambda c: c | {"当事人": []},
    "overlong text": lambda c: c | {"纠纷简要情况": "长" * 20_001},
    "overlong name": lambda c: with_party(c, 姓名或名称="长" * 301),
    "NUL in text": lambda c: c | {"纠纷简要情况": "院墙\x00滴水"},
    "NUL in a name": lambda c: with_party(c, 姓名或名称="张\x00三"),
    "half a character": lambda c: c | {"纠纷简要情况": "院墙\ud842"},
    "unknown code": lambda c: c | {"纠纷类型": "没有这种纠纷"},
    "code of no list": lambda c: c | {"案件来源": "99"},
    "unknown field": lambda c: c | {"没有这个栏目": "x"},
    "committee that is not there": lambda c: c | {"人民调解委员会": "没有这个调委会"},
    "huge amount": lambda c: c | {"涉案金额": "9" * 400},
    "amount in words": lambda c: c | {"涉案金额": "一大笔"},
    "infinite amount": lambda c: c | {"涉案金额": "1e999999999"},
    "negative people": lambda c: c | {"涉及人数": -3},
    "huge count": lambda c: c | {"涉及人数": 10**40},
    "list for text": lambda c: c | {"纠纷简要情况": ["一", "二"]},
    "object for a date": lambda c: c | {"受理日期": {"年": 2025}},
    "text for children": lambda c: c | {"当事人": "张三"},
    "numbers for children": lambda c: c | {"当事人": [1, 2]},
    "deep nesting in a field": lambda c: c | {"当事人": [[[[[[[]]]]]]]},
}


@pytest.fixture(scope="module")
def answers(whole: Examined) -> dict[str, Any]:
    """Give all the bad cases and lines in one stream; how each line was answered."""
    made = [json.dumps(bad(good_case(whole))).encode() for bad in BAD_CASES.values()]
    content = b"\n".join([*made, *BAD_LINES.values()]) + b"\n"
    ran = whole.program("add", "case", "-", given=content)
    assert ran.status == 1, (ran.status, ran.out[:500], ran.err)
    assert ran.data["added"] == []
    by_line = {one["line"]: one["problems"] for one in ran.data["refused"]}
    return {name: by_line[at] for at, name in enumerate([*BAD_CASES, *BAD_LINES], 1)}


def assert_told(problems: list[Any]) -> None:
    """Hold that problems say what the contract promises, one of them an error."""
    wanted = {"field", "rule", "severity", "message", "source"}
    assert problems
    assert all(wanted <= set(one) for one in problems)
    assert any(one["severity"] == "error" for one in problems)
    assert all(one["message"].rstrip().endswith("。") for one in problems), problems


@pytest.mark.parametrize("bad", BAD_CASES)
def test_a_bad_case_is_refused_with_its_problems(answers: dict[str, Any], bad: str):
    assert_told(answers[bad])


def test_the_case_the_bad_ones_are_made_from_is_good(examined: Examined):
    added = examined.program("add", "case", "-", given=json.dumps(good_case(examined)))
    assert added.status == 0, added.out
    removed = examined.program("remove", added.data["added"][0], "--reason", "只为核对")
    assert removed.status == 0, removed.err


BAD_LINES: dict[str, bytes] = {
    "binary junk": bytes(range(11, 256)) * 40,
    "invalid UTF-8": '{"案号": "'.encode() + b"\xff\xfe\xb0" + b'"}',
    "GBK": '{"案号": "一号"}'.encode("gbk"),
    "deep nesting": b"[" * 200_000 + b"]" * 200_000,
    "deep nesting in an object": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "ten megabytes on a line": b'{"summary": "' + "长".encode() * 3_500_000 + b'"}',
    "a huge number": b'{"people_involved": ' + b"9" * 5000 + b"}",
    "not a number": b'{"people_involved": NaN}',
    "no object": b"42",
    "half a document": b'{"number": "1", ',
    "an empty object": b"{}",
}


@pytest.mark.parametrize("bad", BAD_LINES)
def test_a_line_that_is_no_record_is_refused(answers: dict[str, Any], bad: str):
    assert_told(answers[bad])


ALONE = [
    one if one == "deep nesting in an object" else pytest.param(one, marks=pytest.mark.heavy)
    for one in BAD_LINES
]


@pytest.mark.parametrize("bad", ALONE)
def test_a_bad_line_alone_is_refused_too(whole: Examined, bad: str):
    refused(whole, "case", BAD_LINES[bad] + b"\n")


def test_a_field_given_twice_is_refused(whole: Examined):
    content = json.dumps(good_case(whole), ensure_ascii=False)
    refused(whole, "case", content[:-1] + ', "受理日期": "2025-03-03"}')


def test_a_mediator_under_age_is_refused(whole: Examined):
    ran = whole.program("add", "person", "-", given=json.dumps(
        {"姓名": "小满", "身份证号": "410199201001010013", "民族": "汉族"}))  # fmt: skip
    if ran.status == 1:  # the number is checked at once
        return
    person = ran.data["added"][0]
    body = whole.ids["b1"]
    refused(whole, "mediator", json.dumps(
        {"人员": person, "所属人民调解委员会": body, "聘用起始日期": "2026-01-01"}))  # fmt: skip
    assert whole.program("remove", person, "--reason", "只为核对").status == 0


def test_a_committee_of_two_is_refused(whole: Examined):
    one, two = whole.township.mediators[:2]
    problems = refused(whole, "term", json.dumps({
        "人民调解委员会": whole.ids["b1"],
        "任期开始日期": "2025-01-01",
        "任期届满日期": "2027-12-31",
        "委员产生方式": "村民会议推选",
        "委员": [{"委员": whole.ids[one.number], "职务": "主任"},
                 {"委员": whole.ids[two.number], "职务": "调委会委员"}],
    }))  # fmt: skip
    assert {"C1", "C3"} & {one["rule"] for one in problems}
    assert any("人民调解法" in one["source"] for one in problems)


def sampled(commands: dict[str, list[str]]) -> list[Any]:
    """Give every command as a test; each is a process, so most of them are for the heavy run."""
    return [
        pytest.param(words, id=name, marks=[pytest.mark.heavy] if at % 6 else [])
        for at, (name, words) in enumerate(commands.items())
    ]


WRONG_USE: dict[str, list[str]] = {
    "unknown command": ["fly"],
    "unknown type": ["list", "dragons"],
    "unknown type to add": ["add", "dragons", "-"],
    "unknown field of where": ["list", "case", "--where", "dragon=1"],
    "where without a value": ["list", "case", "--where", "number"],
    "unknown sort": ["list", "case", "--sort", "dragon"],
    "negative limit": ["list", "case", "--limit", "-1"],
    "negative offset": ["list", "case", "--offset", "-5"],
    "limit in words": ["list", "case", "--limit", "many"],
    "huge limit": ["list", "case", "--limit", "9" * 30],
    "negative limit to find": ["find", "张", "--limit", "-1"],
    "unknown record": ["show", "不存在的编号"],
    "unknown record to remove": ["remove", "不存在", "--reason", "x"],
    "no reason": ["remove", "不存在"],
    "unknown report": ["report", "RM-99", "--period", "2025"],
    "month 13": ["report", "RM-1", "--period", "2025-13"],
    "quarter 5": ["report", "RM-1", "--period", "2025Q5"],
    "week 54": ["report", "RM-1", "--period", "2025-W54"],
    "year 0": ["report", "RM-1", "--period", "0000"],
    "period nonsense": ["report", "RM-1", "--period", "去年"],
    "empty period": ["report", "RM-1", "--period", ""],
    "trace nonsense": ["report", "RM-1", "--period", "2025", "--trace", "?"],
    "trace of no column": ["report", "RM-1", "--period", "2025", "--trace", "合计,999"],
    "unknown paper": ["print", "dragon", "--blank", "--out", "x.pdf"],
    "unknown profile": ["print", "case_cover", "--blank", "--profile", "../x", "--out", "x.pdf"],
    "nothing to print": ["print", "case_cover", "--out", "x.pdf"],
    "unknown print number": ["reprint", "2026-9999", "--out", "x.pdf"],
    "report file of a strange kind": ["report", "RM-1", "--period", "2025", "--out", "x.doc"],
    "unknown option": ["check", "--harder"],
    "nonsense clock": ["check", "--now", "gestern"],
    "nonsense day": ["due", "--on", "2026-02-30"],
    "unknown action": ["bundle", "throw"],
    "export of a strange kind": ["export", "case", "x.docx"],
    "nothing at all on standard input": ["add", "case", "-"],
}


@pytest.mark.parametrize("words", sampled(WRONG_USE))
def test_wrong_use_is_told_in_one_sentence(whole: Examined, words: list[str]):
    assert_a_sentence(whole.program(*words), (2,))


WRONG_FILES: dict[str, list[str]] = {
    "file that is not there": ["add", "case", "{}/无.jsonl"],
    "folder for a file": ["add", "case", "{}"],
    "bundle that is not there": ["bundle", "look", "{}/无.sfb"],
    "empty bundle": ["bundle", "take", "{}/空.sfb"],
    "folder for a bundle": ["bundle", "take", "{}"],
    "out in no folder": ["print", "case_cover", "--blank", "--out", "{}/无/x.pdf"],
    "out is a folder": ["print", "case_cover", "--blank", "--out", "{}"],
    "report in no folder": ["report", "RM-1", "--period", "2025", "--out", "{}/无/x.pdf"],
    "export in no folder": ["export", "case", "{}/无/x.csv"],
    "card in no folder": ["card", "--out", "{}/无/x.json"],
    "card that is none": ["enrol", "{}/空.sfb"],
    "keys in no folder": ["keys", "--out", "{}/无/x.txt"],
    "receipt that is none": ["receipt", "take", "{}/空.sfb"],
    "backup that is not there": ["restore", "{}/无.bak"],
    "backup into a file": ["backup", "--to", "{}/空.sfb"],
}


@pytest.mark.parametrize("words", sampled(WRONG_FILES))
def test_a_missing_or_wrong_file_is_told_in_one_sentence(
    whole: Examined, tmp_path: Path, words: list[str]
):
    (tmp_path / "空.sfb").write_bytes(b"")
    given = [word.format(tmp_path) for word in words]
    assert_a_sentence(whole.program(*given), (2, 3))


def test_an_empty_file_adds_nothing(whole: Examined, tmp_path: Path):
    (tmp_path / "空.jsonl").write_bytes(b"")
    assert_a_sentence(whole.program("add", "case", tmp_path / "空.jsonl"), (2,))
