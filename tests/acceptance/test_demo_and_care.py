"""The demo township, searching, history, undoing, backups and operators, by commands."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.program import Program, assert_a_sentence, new_ledger


def demo(place: Path, cases: int = 40) -> Program:
    (place / "machine").mkdir(parents=True)
    program = Program(place / "台账", place / "machine")
    ran = program("demo", "--cases", cases, "--seed", 11)
    assert ran.status == 0, ran.err
    assert ran.data["counts"]["mediation_case"] == cases
    return program


@pytest.fixture(scope="module")
def two_demos(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Program]:
    """The same demo made twice."""
    place = tmp_path_factory.mktemp("demos")
    return demo(place / "一"), demo(place / "二")


def exported(program: Program, name: str, place: Path) -> str:
    file = place / f"{name}.jsonl"
    ran = program("export", name, file)
    assert ran.status == 0, ran.err
    text = file.read_text(encoding="utf-8")
    assert ran.data["rows"] == len(text.splitlines())
    return text


def top_types(program: Program) -> list[str]:
    listed = program("types").data["types"]
    return [one["name"] for one in listed if not one.get("owner")]


def test_the_same_seed_makes_the_same_township(two_demos: tuple[Program, Program], tmp_path: Path):
    one, two = two_demos
    for name in top_types(one):
        (tmp_path / "a").mkdir(exist_ok=True)
        (tmp_path / "b").mkdir(exist_ok=True)
        assert exported(one, name, tmp_path / "a") == exported(two, name, tmp_path / "b"), name


def test_the_demo_fills_every_record_type(two_demos: tuple[Program, Program]):
    program = two_demos[0]
    empty = [
        one["name"]
        for one in program("types").data["types"]
        if not program("list", one["name"], "--limit", 0).data["total"]
    ]
    assert empty == []


def test_nobody_in_the_demo_is_real(two_demos: tuple[Program, Program], tmp_path: Path):
    program = two_demos[0]
    text = "".join(exported(program, name, tmp_path) for name in top_types(program))
    numbers = re.findall(r'"(\d{17}[\dX])"', text)
    assert len(numbers) > 100
    assert {one[:6] for one in numbers} == {"410199"}


def test_the_demo_is_sound(two_demos: tuple[Program, Program]):
    assert two_demos[0]("check").data["findings"] == []


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, dict[str, str]]:
    """A ledger of a few people, by name."""
    program = new_ledger(tmp_path_factory.mktemp("people"))
    names = ("张伟", "王秀英", "单雄信", "欧阳𬭎", "买买提·吐尔逊", "李䶮山")
    numbers = ("410199197505120119",)
    given: list[dict[str, Any]] = [{"name": one} for one in names]
    given[0]["id_number"] = numbers[0]
    given[1]["phone"] = "13912345678"
    return program, dict(zip(names, program.add("person", given), strict=True))


FOUND = (
    ("wxy", "王秀英"), ("dxx", "单雄信"), ("0119", "张伟"), ("𬭎", "欧阳𬭎"),
    ("张伟", "张伟"), ("秀英", "王秀英"), ("zhangwei", "张伟"), ("zw", "张伟"), ("sxx", "单雄信"),
    ("shanxiongxin", "单雄信"), ("5678", "王秀英"), ("410199197505120119", "张伟"),
    ("吐尔逊", "买买提·吐尔逊"), ("李䶮", "李䶮山"), ("ZW", "张伟"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param(*pair, marks=[pytest.mark.heavy] if at > 3 else [])
        for at, pair in enumerate(FOUND)
    ],
)
def test_find_knows_characters_pinyin_initials_and_endings(
    people: tuple[Program, dict[str, str]], typed: str, name: str
):
    program, ids = people
    hits = program("find", typed).data["hits"]
    assert ids[name] in [one["id"] for one in hits], hits
    assert all({"type", "id", "title", "why"} <= set(one) for one in hits)


def test_history_undo_and_remove_tell_what_they_did(tmp_path: Path):
    program = new_ledger(tmp_path)
    village = program.add("village", [{"name": "柳树湾村", "kind": "1", "number": "410199103201"}])[
        0
    ]
    assert (
        program("change", village, "--reason", "重新核实", given='{"households": 312}').status == 0
    )
    changes = program("history", village).data["changes"]
    edit = next(one for one in changes if one["field"] == "households")
    assert (edit["before"], edit["after"]) == ("", "312")
    assert (edit["reason"], edit["who"]) == ("重新核实", "周建民")
    undone = program("undo")
    assert undone.status == 0
    assert undone.data["reversed"]
    assert program("show", village).data["households"] is None
    # An official number names a record too, and so does the start of its id.
    assert program("remove", "410199103201", "--reason", "登记错了").data["id"] == village
    assert program("list", "village", "--limit", 0).data["total"] == 0
    assert program("undo").status == 0
    assert program("list", "village", "--limit", 0).data["total"] == 1
    assert program("check").data["findings"] == []


def test_a_restored_backup_goes_on_as_a_new_writer(tmp_path: Path):
    program = new_ledger(tmp_path / "旧")
    village = program.add("village", [{"name": "柳树湾村", "kind": "1"}])[0]
    made = program("backup", "--to", tmp_path)
    assert made.status == 0
    assert made.data["counts"]["village"] == 1
    assert program("backups").data["backups"] is not None
    again = replace(program, folder=tmp_path / "恢复")
    assert again("restore", made.data["file"]).data["counts"]["village"] == 1
    assert again("change", village, given='{"households": 99}').status == 0
    assert program("change", village, given='{"households": 11}').status == 0
    writers = {writer_of(one, tmp_path / f"w{at}") for at, one in enumerate((program, again))}
    assert len(writers) == 2, "both copies write under one name"
    assert again("check").data["findings"] == []
    occupied = again("restore", made.data["file"])
    assert_a_sentence(occupied, (2, 3))


def writer_of(program: Program, place: Path) -> str:
    """Give the writer whose changes a ledger sends: read from a bundle's open header."""
    place.mkdir()
    county = new_ledger(place / "县", kind="county", name="清河县司法局", code="410199")
    assert county("card", "--out", place / "县.json").status == 0
    sender = replace(program, extra={})
    ran = sender("enrol", place / "县.json")
    assert ran.status == 0, ran.err
    made = sender("bundle", "make", "--to", "410199", "--out", place)
    assert made.status == 0, made.err
    header = Path(made.data["file"]).read_bytes().split(b"\n")[1]
    return ",".join(sorted(json.loads(header)["heads"]))


def test_operators_come_go_and_change_their_passwords(tmp_path: Path):
    program = new_ledger(tmp_path)
    first = tmp_path / "赵.txt"
    first.write_text("赵的口令 1\n", encoding="utf-8")
    second = tmp_path / "赵新.txt"
    second.write_text("赵的口令 2\n", encoding="utf-8")
    added = program("operator", "add", "赵敏", "--new-password-file", first)
    assert {one["name"] for one in added.data["operators"]} == {"周建民", "赵敏"}
    other = replace(program, operator="赵敏", password_file=first)
    other.add("village", [{"name": "石门村", "kind": "1"}])
    changed = other("operator", "password", "赵敏", "--new-password-file", second)
    assert changed.status == 0, changed.err
    assert_a_sentence(other("list", "village"), (3,))
    renewed = replace(other, password_file=second)
    assert renewed("list", "village").data["total"] == 1
    assert_a_sentence(program("operator", "remove", "周建民"), (2, 3))
    assert program("operator", "remove", "赵敏").status == 0
    assert_a_sentence(renewed("list", "village"), (3,))
    village = program("list", "village").data["records"][0]["id"]
    assert program("history", village).data["changes"][0]["who"] == "赵敏"


def test_a_reader_may_read_and_nothing_else(tmp_path: Path):
    program = new_ledger(tmp_path)
    file = tmp_path / "读.txt"
    file.write_text("只读口令\n", encoding="utf-8")
    program.add("village", [{"name": "石门村", "kind": "1"}])
    added = program("operator", "add", "孙平", "--role", "只读", "--new-password-file", file)
    assert added.status == 0
    reader = replace(program, operator="孙平", password_file=file)
    assert reader("list", "village").data["total"] == 1
    ran = reader("add", "village", given='{"name": "柳树湾村", "kind": "1"}')
    assert_a_sentence(ran, (2, 3))
    assert program("list", "village").data["total"] == 1
