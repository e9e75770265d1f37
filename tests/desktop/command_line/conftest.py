"""Runs commands as a person at a terminal would, in this process."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db.ledger import Ledger
from desktop.command_line import main

NOW = "2026-03-16T09:30"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave: status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Give standard output as JSON."""
        return json.loads(self.out)


class CommandLine:
    """A ledger folder and the commands run on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self._given = pytest.MonkeyPatch()

    def __call__(self, *words: str, given: str | bytes = b"") -> Ran:
        """Run one command with JSON answers; ``given`` is standard input."""
        content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
            status = main(["--ledger", str(self.folder), "--now", NOW, "--json", *words])
        shown = self._capsys.readouterr()
        return Ran(status, shown.out, shown.err)


@pytest.fixture
def run(office_ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Give commands on an empty office ledger that opens without a password."""
    return CommandLine(office_ledger.folder, capsys)
