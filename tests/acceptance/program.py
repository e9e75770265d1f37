"""Runs the program as a person at a terminal does: `python -m desktop …` in its own process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "清河 2026 口令"
NOW = "2026-03-31T16:20:00"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Give the JSON document of a command that answered one."""
        assert self.status in (0, 1), (self.status, self.err)
        return json.loads(self.out)


def surroundings(machine: Path) -> dict[str, str]:
    """Give the environment of a machine whose data folder is this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SIFASUO_")}
    return kept | {
        "SIFASUO_MACHINE_DIR": str(machine),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@dataclass(frozen=True)
class Program:
    """One ledger folder on one machine, and the commands run on it."""

    folder: Path
    machine: Path
    password_file: Path | None = None
    operator: str = ""
    now: str = NOW
    extra: Mapping[str, str] = field(default_factory=dict[str, str])

    def words(self, *words: object, as_json: bool = True) -> list[str]:
        """Give the whole command line."""
        line = [sys.executable, "-m", "desktop", "--ledger", str(self.folder), "--now", self.now]
        if self.password_file is not None:
            line += ["--password-file", str(self.password_file)]
        if self.operator:
            line += ["--operator", self.operator]
        return [*line, *(["--json"] if as_json else []), *map(str, words)]

    def environment(self) -> dict[str, str]:
        """Give the environment the commands run in."""
        return surroundings(self.machine) | dict(self.extra)

    def __call__(self, *words: object, given: str | bytes = b"", as_json: bool = True) -> Ran:
        """Run one command to its end; ``given`` is its standard input."""
        content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
        done = subprocess.run(
            self.words(*words, as_json=as_json),
            input=content,
            capture_output=True,
            env=self.environment(),
            cwd=self.machine,
            timeout=300,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ran.err + ran.out, ran.err
        assert "程序内部出错" not in ran.err, ran.err
        return ran

    def add(self, name: str, objects: Iterable[Mapping[str, Any]]) -> list[str]:
        """Add records as JSON Lines, all of which must be taken; give their ids."""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
        ran = self("add", name, "-", given=lines)
        assert ran.status == 0, json.dumps(json.loads(ran.out)["refused"], ensure_ascii=False)
        return list(ran.data["added"])

    def counts(self) -> dict[str, int]:
        """Give how many records of each type there are."""
        names = ("mediation_case", "committee", "mediator", "person", "village")
        return {one: self("list", one, "--limit", 0).data["total"] for one in names}


def new_ledger(
    place: Path, *, kind: str = "office", name: str = "清河镇司法所", code: str = "410199103"
) -> Program:
    """Make a ledger on a machine of its own below ``place``."""
    machine = place / "machine"
    machine.mkdir(parents=True)
    password_file = place / "口令.txt"
    password_file.write_text(PASSWORD + "\n", encoding="utf-8")
    program = Program(place / "台账", machine, password_file, "周建民")
    ran = program("init", "--kind", kind, "--name", name, "--code", code)
    assert ran.status == 0, ran.err
    assert {"ledger", "kind", "writer", "fingerprint"} <= set(ran.data)
    return program


CHINESE = re.compile(r"[\u4e00-\u9fff]")


def assert_a_sentence(ran: Ran, statuses: tuple[int, ...]) -> None:
    """Hold that a command failed as promised: its status, and one Chinese sentence on stderr."""
    assert ran.status in statuses, (ran.status, ran.out[:300], ran.err)
    assert ran.err.count("\n") == 1, ran.err
    assert CHINESE.search(ran.err), ran.err
    assert ran.err.rstrip().endswith("。"), ran.err
    assert "Error" not in ran.err, ran.err
    assert len(ran.err) < 400, ran.err


def assert_unharmed(program: Program, before: Mapping[str, int]) -> None:
    """Hold that the ledger is whole and has exactly the records it had."""
    assert program.counts() == before
    assert program("check").data["findings"] == []
