"""Commands on official numbers: issued when asked for, gaps and duplicates told."""

from __future__ import annotations

import json

from tests.desktop.command_line.conftest import CommandLine

COMMITTEE = {"调委会名称": "甲村人民调解委员会", "类型": "村调委会", "代字": "甲"}
CASE = {
    "人民调解委员会": "甲村人民调解委员会",
    "受理日期": "20260302",
    "纠纷类型": "邻里纠纷",
    "案件来源": "当事人申请",
    "当事人": [{"一方": "申请人", "姓名": "张䶮"}, {"一方": "被申请人", "姓名": "李惠民"}],
}


def add(run: CommandLine, *words: str, **changes: str) -> str:
    added = run("add", "case", *words, given=json.dumps({**CASE, **changes})).data["added"]
    number: str = run("show", added[0]).data["number"]
    return number


def test_cases_get_numbers_only_when_asked_for(run: CommandLine) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    assert add(run) is None
    assert add(run, "--number") == "（2026）甲人调字第1号"


def test_gaps_and_numbers_used_twice_are_told(run: CommandLine) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    for number in ("（2026）甲人调字第1号", "（2026）甲人调字第3号", "（2026）甲人调字第03号"):
        add(run, 案号=number)
    answer = run("numbers")
    [series] = answer.data["series"]
    assert answer.status == 1
    assert series["label"] == "案号"
    assert (series["last"], series["issued"], series["used"]) == (3, 2, 2)
    assert [(gap["number"], gap["why"]) for gap in series["gaps"]] == [
        ("（2026）甲人调字第2号", "未使用")
    ]
    assert [len(one["ids"]) for one in series["duplicates"]] == [2]


def test_another_year_has_its_own_numbers(run: CommandLine) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    add(run, "--number")
    assert run("numbers", "--year", "2025").data == {"year": 2025, "series": []}
