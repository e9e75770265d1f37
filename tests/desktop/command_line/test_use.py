"""Wrong use, a failing world, and setting up: status and one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.command_line import main
from tests.desktop.command_line.conftest import CommandLine


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        [],
        ["list"],
        ["list", "nothing"],
        ["list", "case", "--where", "受理日期"],
        ["list", "case", "--sort", "没有"],
        ["list", "case", "--limit", "many"],
        ["show", "没有这条"],
        ["print", "agreement"],
        ["print", "agreement", "--out", "x.pdf"],
        ["print", "nonsense", "--out", "x.pdf", "--blank"],
        ["report", "RM-1", "--period", "2026-13"],
        ["report", "RM-9", "--period", "2026"],
        ["volume", "x", "--out", "y.pdf"],
        ["bundle", "burn"],
        ["--now", "yesterday", "list", "case"],
        ["add", "case"],
    ],
)
def test_wrong_use_ends_with_two_and_a_sentence(run: CommandLine, words: list[str]):
    ran = run(*words)
    assert ran.status == 2
    assert ran.err.strip().endswith(("。", "）。"))
    assert "Traceback" not in ran.err


def test_a_folder_without_a_ledger_ends_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--ledger", str(tmp_path / "none"), "list", "case"]) == 3
    assert "没有台账" in capsys.readouterr().err


def test_init_needs_a_password_and_prints_what_to_keep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    words = ["--ledger", str(tmp_path / "new"), "init", "--kind", "county", "--name", "清河县司法局",
             "--code", "410199"]  # fmt: skip
    assert main(words) == 2
    password = tmp_path / "password"
    password.write_text("春暖花开2026\n", encoding="utf-8")
    assert main([*words, "--password-file", str(password)]) == 0
    assert "恢复密钥" in capsys.readouterr().out


def test_a_wrong_password_opens_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder, right, wrong = tmp_path / "new", tmp_path / "right", tmp_path / "wrong"
    right.write_text("春暖花开2026", encoding="utf-8")
    wrong.write_text("秋高气爽2026", encoding="utf-8")
    here = ["--ledger", str(folder), "--password-file"]
    assert main([*here, str(right), "init", "--kind", "office", "--name", "所", "--code", "1"]) == 0
    assert main([*here, str(wrong), "list", "case"]) == 3
    assert "密码不对" in capsys.readouterr().err
    assert main([*here, str(right), "list", "case"]) == 0


def test_a_second_init_in_the_same_folder_is_refused(run: CommandLine, tmp_path: Path):
    password = tmp_path / "password"
    password.write_text("春暖花开2026", encoding="utf-8")
    words = ("init", "--kind", "office", "--name", "所", "--code", "1", "--password-file")
    assert run(*words, str(password)).status == 3


def test_every_command_of_the_contract_has_help(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    for name in ("init", "add", "undo", "import", "volume", "bundle", "settle", "restore"):
        assert name in shown
