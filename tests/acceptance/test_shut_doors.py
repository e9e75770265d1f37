"""What the world can refuse: passwords, folders without rights, workbooks under false names."""

# The libraries used to read files back are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.conftest import Examined
from tests.acceptance.program import (
    Program,
    Ran,
    assert_a_sentence,
    assert_unharmed,
    new_ledger,
)


def test_a_workbook_named_csv_is_refused(examined: Examined, tmp_path: Path):
    book = openpyxl.Workbook()
    book.worksheets[0].append(["案号", "受理日期"])
    content = io.BytesIO()
    book.save(content)
    file = tmp_path / "案件.csv"
    file.write_bytes(content.getvalue())
    before = examined.program.counts()
    ran = examined.program("add", "case", file)
    assert ran.status in (1, 2, 3)
    assert_a_sentence(examined.program("import", "case", file), (1, 2, 3))
    assert_unharmed(examined.program, before)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A small ledger of one village."""
    made = new_ledger(tmp_path_factory.mktemp("small"))
    made.add("village", [{"name": "柳树湾村", "kind": "1"}])
    return made


def test_a_wrong_password_is_told_and_harms_nothing(small: Program, tmp_path: Path):
    (tmp_path / "错.txt").write_text("不是这个\n", encoding="utf-8")
    ran = replace(small, password_file=tmp_path / "错.txt")("list", "village")
    assert_a_sentence(ran, (3,))
    assert small("list", "village").data["total"] == 1


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\x01", b"\n"])
def test_a_password_file_that_is_none_is_told(
    small: Program, tmp_path: Path, content: bytes | None
):
    if content is not None:
        (tmp_path / "口令").write_bytes(content)
    ran = replace(small, password_file=tmp_path / "口令")("list", "village")
    assert_a_sentence(ran, (2, 3))


def test_without_password_and_terminal_nothing_opens(small: Program):
    assert_a_sentence(replace(small, password_file=None)("list", "village"), (2, 3))


def test_the_password_file_may_be_named_by_the_environment(small: Program):
    named = {"SIFASUO_PASSWORD_FILE": str(small.password_file)}
    ran = replace(small, password_file=None, extra=named)("list", "village")
    assert ran.data["total"] == 1


def test_a_folder_without_a_ledger_is_told(small: Program, tmp_path: Path):
    ran = replace(small, folder=tmp_path)("list", "village")
    assert_a_sentence(ran, (2, 3))
    assert list(tmp_path.iterdir()) == []


def test_a_second_ledger_is_never_made_over_the_first(small: Program):
    ran = small("init", "--kind", "office", "--name", "别的所", "--code", "410199104")
    assert_a_sentence(ran, (2, 3))
    assert small("list", "village").data["total"] == 1


@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_cut_off_ledger_file_is_told(small: Program, tmp_path: Path, share: float):
    folder = tmp_path / "台账"
    shutil.copytree(small.folder, folder)
    file = folder / "ledger.db"
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    ran = replace(small, folder=folder)("list", "village")
    assert_a_sentence(ran, (3,))


def as_nobody(program: Program, *words: str, given: bytes = b"") -> Ran:
    """Run a command as an ordinary user who may read everything and write nothing."""
    line = program.words(*words)
    if os.geteuid() == 0:
        line = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *line]
    done = subprocess.run(
        line,
        input=given,
        capture_output=True,
        check=False,
        timeout=120,
        env=program.environment(),
        cwd="/",
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def read_only(small: Program, tmp_path: Path) -> Iterator[Program]:
    """A copy of the small ledger on which nobody has a right to write."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to become somebody else")
    place = tmp_path / "只读"
    shutil.copytree(small.folder.parent, place)
    every = [place, *place.rglob("*")]
    for one in every:
        one.chmod(0o555 if one.is_dir() else 0o444)
    above = [one for one in tmp_path.parents if one.stat().st_uid == os.geteuid()]
    modes = {one: one.stat().st_mode for one in [tmp_path, *above]}
    for one, mode in modes.items():
        one.chmod(mode | 0o055)
    yield replace(
        small,
        folder=place / "台账",
        machine=place / "machine",
        password_file=place / "口令.txt",
    )
    for one, mode in modes.items():
        one.chmod(mode)
    for one in every:
        one.chmod(0o755 if one.is_dir() else 0o644)


def test_a_read_only_folder_is_told_and_stays_as_it_is(read_only: Program):
    before = {one: one.read_bytes() for one in read_only.folder.rglob("*") if one.is_file()}
    ran = as_nobody(
        read_only, "add", "village", "-", given='{"name": "石门村", "kind": "1"}'.encode()
    )
    assert "Traceback" not in ran.err
    assert_a_sentence(ran, (3,))
    after = {one: one.read_bytes() for one in read_only.folder.rglob("*") if one.is_file()}
    assert after == before
