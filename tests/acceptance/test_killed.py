"""`kill -9` amid `add` of 4,000 cases: what is there afterwards is a prefix of what was given."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.acceptance.program import Program, new_ledger

CASES = 4000
"""More than a fast machine adds in the longest wait: 1,750 were seen kept, of 2,000."""


def content(body: str, at: int) -> dict[str, Any]:
    return {
        "number": f"K{at:05d}",
        "committee": body,
        "accepted_on": "2026-01-05",
        "dispute_type": "2",
        "source": "1",
        "summary": f"第{at}件：院墙滴水。",
        "parties": [
            {"side": "1", "name": f"甲{at}", "contact": "13800000001"},
            {"side": "2", "name": f"乙{at}", "contact": "13800000002"},
        ],
    }


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Path]:
    """A ledger with one committee, and a file of 4,000 cases for it."""
    place = tmp_path_factory.mktemp("killed")
    program = new_ledger(place)
    body = program.add("committee", [{"name": "清河镇人民调解委员会", "kind": "03"}])[0]
    file = place / "四千件.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for at in range(CASES):
            out.write(json.dumps(content(body, at), ensure_ascii=False) + "\n")
    return program, file


def size_of(folder: Path) -> int:
    """Give how much stands on disk for the ledger, its journal included."""
    return sum(one.stat().st_size for one in folder.glob("ledger.db*"))


def killed_amid(program: Program, file: Path, wait: float) -> None:
    """Start `add`, let it begin and go on for a while, and kill it while it lives."""
    before = size_of(program.folder)
    with subprocess.Popen(
        program.words("add", "case", file),
        env=program.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=program.machine,
    ) as child:
        until = time.monotonic() + 60
        while size_of(program.folder) == before and time.monotonic() < until:
            assert child.poll() is None, "the child ended before it wrote anything"
            time.sleep(0.002)  # polls another process; there is nothing to be told by
        time.sleep(wait)
        assert child.poll() is None, "the child was to be killed at work"
        os.kill(child.pid, signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL


def one_round(waiting: tuple[Program, Path], place: Path, dice: Random) -> int:
    """Kill one `add` at a random moment and look at what it left; give how many cases."""
    master, file = waiting
    folder = place / f"台账{dice.randrange(10**9)}"
    shutil.copytree(master.folder, folder)
    # A folder of its own is a machine of its own: the copy is then the only one.
    machine = place / f"机{dice.randrange(10**9)}"
    shutil.copytree(master.machine, machine)
    program = replace(master, folder=folder, machine=machine)
    assert program("list", "case", "--limit", 0).data["total"] == 0
    killed_amid(program, file, dice.uniform(0, 0.6))
    listed = program("list", "case", "--sort", "number", "--limit", CASES).data
    numbers = [one["number"] for one in listed["records"]]
    assert numbers == [f"K{at:05d}" for at in range(listed["total"])]
    assert all(len(one["parties"]) == 2 for one in listed["records"])
    assert program("check").data["findings"] == []
    shutil.rmtree(folder)
    return len(numbers)


def rounds(waiting: tuple[Program, Path], place: Path, count: int) -> None:
    left = [one_round(waiting, place, Random(seed)) for seed in range(count)]
    assert all(0 <= one < CASES for one in left), left
    assert max(left) > 0, "every child was killed before its first record was kept"
    assert len(set(left)) > 1, "the moments were to differ"


def test_a_killed_add_leaves_a_prefix(waiting: tuple[Program, Path], tmp_path: Path):
    rounds(waiting, tmp_path, 6)


@pytest.mark.heavy
def test_fifty_killed_adds_leave_a_prefix_each(waiting: tuple[Program, Path], tmp_path: Path):
    rounds(waiting, tmp_path, 50)


def test_an_add_left_alone_takes_all(waiting: tuple[Program, Path], tmp_path: Path):
    master, file = waiting
    some = tmp_path / "三百件.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    some.write_text("".join(lines[:300]), encoding="utf-8")
    folder = tmp_path / "台账"
    shutil.copytree(master.folder, folder)
    program = replace(master, folder=folder)
    ran = program("add", "case", some)
    assert ran.status == 0
    assert len(ran.data["added"]) == 300
    assert program("list", "case", "--limit", 0).data["total"] == 300
