"""Printing a copy for publication: masked, said so at its foot, kept and marked."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

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


def test_people_of_several_records_are_told_apart_on_one_masked_print(
    run: CommandLine, tmp_path: Path
) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    other = [{"一方": "申请人", "姓名": "张三丰"}, {"一方": "被申请人", "姓名": "李惠民"}]
    given = [CASE, {**CASE, "当事人": other}]
    cases = run("add", "case", given="\n".join(map(json.dumps, given))).data["added"]
    public = tmp_path / "公开.pdf"
    run("print", "case_registration", *cases, "--out", str(public), "--masked")
    text = text_of(public)
    assert "张某甲" in text
    assert "张某乙" in text
    assert "李某甲" not in text


def test_a_masked_print_is_made_again_as_it_was(run: CommandLine, tmp_path: Path) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    case = run("add", "case", given=json.dumps(CASE)).data["added"][0]
    first, again = tmp_path / "一.pdf", tmp_path / "二.pdf"
    number = run("print", "case_cover", case, "--out", str(first), "--masked").data["print_number"]
    run("reprint", number, "--out", str(again))
    assert first.read_bytes() == again.read_bytes()


def test_a_masked_volume_tells_no_name_and_holds_no_scan(
    run: CommandLine, office_ledger: Ledger, tmp_path: Path
) -> None:
    run("add", "committee", given=json.dumps(COMMITTEE))
    sha256 = office_ledger.attachments.put(picture())
    scan = {
        "title": "张䶮的身份证",
        "item": "07",
        "sha256": sha256,
        "media": "image/jpeg",
        "pages": 1,
    }
    content = {**CASE, "案号": "（2026）甲人调字第7号", "attachments": [scan]}
    case = run("add", "case", given=json.dumps(content)).data["added"][0]
    true, public = tmp_path / "卷.pdf", tmp_path / "公开卷.pdf"
    pages = run("volume", case, "--out", str(true)).data["pages"]
    masked = run("volume", case, "--out", str(public), "--masked").data
    assert masked["pages"] == pages - 1
    assert "张某与李某" in masked["title"]
    text = text_of(public)
    assert text.count("公开稿（已化名处理）") == masked["pages"]
    assert not any(word in text for word in ("张䶮", "李惠民", "甲人调字"))
    assert "张䶮" in text_of(true)


def picture() -> bytes:
    """A small picture."""
    drawn = BytesIO()
    Image.new("RGB", (60, 40), "white").save(drawn, "JPEG")
    return drawn.getvalue()
