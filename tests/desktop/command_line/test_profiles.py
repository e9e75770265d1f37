"""An office's own ways of printing on the command line: entered, checked, printed with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.desktop.command_line.conftest import CommandLine
from tests.desktop.command_line.test_records import COMMITTEE, case

NUMBER = "（2026）甲人调字第001号"
OWN = 'label = "受理通知书"\ntype = "mediation_case"\n[[block]]\nkind = "line"\ntext = "甲县{number;*}"\n'


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Give commands on a ledger with one case."""
    assert run("add", "committee", given=json.dumps(COMMITTEE)).status == 0
    assert run("add", "case", given=case()).status == 0
    return run


def profile(**more: Any) -> str:
    return json.dumps({"样式名称": "甲县样式", "依据的自带样式": "全国统一样式", **more})


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def printed(run: CommandLine, paper: str, *words: str) -> str:
    out = run.folder.parent / "out.pdf"
    ran = run("print", paper, NUMBER, "--out", str(out), *words)
    assert ran.status == 0, ran.err
    return text_of(out)


def test_the_text_of_a_paper_is_shown_to_begin_an_edition_from(run: CommandLine) -> None:
    shown = run("paper", "show", "受理通知书").data
    assert shown["name"] == "acceptance_notice"
    edition = {"文书": "受理通知书", "文书声明": shown["content"]}
    assert run("add", "profile", given=profile(自有文书=[edition])).status == 0


def test_an_edition_with_a_slip_is_refused_with_file_and_block(run: CommandLine) -> None:
    edition = {"文书": "受理通知书", "文书声明": OWN.replace("number", "weather")}
    ran = run("add", "profile", given=profile(自有文书=[edition]))
    assert ran.status == 1
    [refused] = ran.data["refused"]
    [problem] = refused["problems"]
    assert problem["rule"] == "W1"
    assert problem["field"] == "editions[0].content"
    assert "acceptance_notice.toml block 1" in problem["message"]
    assert "没有字段“weather”" in problem["message"]


def test_a_paper_is_printed_with_the_profile_that_is_asked_for(filled: CommandLine) -> None:
    filled("add", "profile", given=profile(受理登记表开头一句="短句"))
    assert "本人民调解委员会经" in printed(filled, "人民调解受理登记表", "--profile", "甲县样式")
    assert "本人民调解委员会经" not in printed(filled, "人民调解受理登记表")


def test_the_default_profile_is_used_when_nothing_is_asked(filled: CommandLine) -> None:
    edition = {"文书": "受理通知书", "文书声明": OWN}
    filled("add", "profile", given=profile(本所默认样式="是", 自有文书=[edition]))
    assert printed(filled, "受理通知书") == f"甲县{NUMBER}打印编号2026-0001"
    assert "经审查" in printed(filled, "受理通知书", "--profile", "national")


def test_an_unknown_profile_is_refused_with_those_there_are(filled: CommandLine) -> None:
    filled("add", "profile", given=profile())
    ran = filled("print", "受理通知书", NUMBER, "--profile", "乙县", "--out", "x.pdf")
    assert ran.status == 2
    assert "national（全国统一样式）" in ran.err
    assert "甲县样式" in ran.err


def test_the_profiles_are_listed_shipped_ones_first(run: CommandLine) -> None:
    run("add", "profile", given=profile(本所默认样式="是"))
    found = run("paper", "profiles").data["profiles"]
    assert [(one["label"], one["own"], one["in_use"]) for one in found] == [
        ("全国统一样式", False, False),
        ("本地样式", False, False),
        ("甲县样式", True, True),
    ]


def test_an_unknown_paper_or_action_is_told(run: CommandLine) -> None:
    assert run("paper", "show", "没有这种").status == 2
    assert run("paper", "wash", "受理通知书").status == 2
