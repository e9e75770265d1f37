"""Printing a copy for publication: masked, said so at its foot, kept and marked."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2

from db.ledger import Ledger
from tests.desktop.command_line.conftest import CommandLine
from tests.desktop.command_line.test_numbers import CASE, COMMITTEE
from tests.forms.reading import squeezed


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def test_a_masked_print_tells_no_name_and_is_kept_as_such(
    run: CommandLine, office_ledger: Ledger, tmp_path: Path
) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    case = run("add", "case", given=json.dumps(CASE)).data["added"][0]
    public, true = tmp_path / "公开.pdf", tmp_path / "原件.pdf"
    masked = run("print", "case_registration", case, "--out", str(public), "--masked").data
    shown = run("print", "case_registration", case, "--out", str(true)).data
    assert "公开稿（已化名处理）" in text_of(public)
    assert "张某" in text_of(public)
    assert "张䶮" not in text_of(public)
    assert "张䶮" in text_of(true)
    kept = [office_ledger.papers.kept(one["print_number"]) for one in (masked, shown)]
    assert [one is not None and one.masked for one in kept] == [True, False]
    assert [one.job.number for one in office_ledger.papers.marks_of(case)] == [
        shown["print_number"]
    ]


def test_a_masked_print_is_made_again_as_it_was(run: CommandLine, tmp_path: Path) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    case = run("add", "case", given=json.dumps(CASE)).data["added"][0]
    first, again = tmp_path / "一.pdf", tmp_path / "二.pdf"
    number = run("print", "case_cover", case, "--out", str(first), "--masked").data["print_number"]
    run("reprint", number, "--out", str(again))
    assert first.read_bytes() == again.read_bytes()
