"""Commands on what may be entered twice: pairs told, persons merged and taken apart."""

from __future__ import annotations

import json
from typing import Any

from tests.desktop.command_line.conftest import CommandLine
from tests.desktop.command_line.test_numbers import CASE, COMMITTEE


def added(run: CommandLine, name: str, content: dict[str, Any]) -> str:
    answer = run("add", name, given=json.dumps(content))
    assert answer.status == 0, answer
    one: str = answer.data["added"][0]
    return one


def test_pairs_of_the_ledger_and_of_one_case_are_listed(run: CommandLine) -> None:
    added(run, "committee", COMMITTEE)
    one, other = (added(run, "case", {**CASE, "案号": f"甲{n}"}) for n in (1, 2))
    answer = run("duplicates")
    [pair] = answer.data["pairs"]
    assert answer.status == 1
    assert pair["kind"] == "D1"
    assert {pair["one"]["id"], pair["other"]["id"]} == {one, other}
    [beside] = run("duplicates", "甲1").data["pairs"]
    assert (beside["kind"], beside["other"]["number"]) == ("D1", "甲2")


def test_a_person_is_merged_into_another_and_taken_apart(run: CommandLine) -> None:
    kept = added(run, "person", {"姓名": "李惠民", "身份证号": "410199198203080240"})
    other = added(run, "person", {"姓名": "李惠民", "出生日期": "1982-03-08"})
    [pair] = run("duplicates").data["pairs"]
    assert (pair["kind"], pair["one"]["id"], pair["other"]["id"]) == ("person", kept, other)
    assert run("person", "merge", other, kept, "--reason", "重复登记").status == 0
    assert [one["id"] for one in run("list", "person").data["records"]] == [kept]
    assert run("duplicates").data["pairs"] == []
    assert run("person", "split", other, "--reason", "不是一人").status == 0
    assert len(run("list", "person").data["records"]) == 2


def test_merging_in_a_circle_is_refused_with_a_sentence(run: CommandLine) -> None:
    one, other = (added(run, "person", {"姓名": name}) for name in ("李惠民", "李慧民"))
    assert run("person", "merge", one, other, "--reason", "同一人").status == 0
    answer = run("person", "merge", other, one, "--reason", "同一人")
    assert answer.status == 1
    assert "拆开" in "".join(one["message"] for one in answer.data["refused"])
