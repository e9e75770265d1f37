"""attach, volume and prints: the answers of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.ledger import Ledger
from tests.desktop.command_line.conftest import CommandLine
from tests.desktop.volume_world import photo, scanned_pdf, the_case, written


@pytest.fixture
def case(office_ledger: Ledger) -> str:
    """The id of the examples' case."""
    return the_case(office_ledger)


def test_attach_tells_what_was_kept(run: CommandLine, case: str, tmp_path: Path) -> None:
    files = written(tmp_path, identity_jpg=photo(), contract_pdf=scanned_pdf(2))
    ran = run("attach", case, *map(str, files), "--item", "当事人身份证明", "--title", "身份证")
    assert ran.status == 0
    told = [(one["title"], one["item"], one["pages"]) for one in ran.data["attached"]]
    assert told == [("身份证（1）", "03", 1), ("身份证（2）", "03", 2)]


def test_attach_to_an_unknown_item_is_wrong_use(
    run: CommandLine, case: str, tmp_path: Path
) -> None:
    (file,) = written(tmp_path, a_jpg=photo())
    ran = run("attach", case, str(file), "--item", "别的")
    assert ran.status == 2
    assert "可用的有" in ran.err


def test_an_unreadable_file_is_the_worlds_fault(
    run: CommandLine, case: str, tmp_path: Path
) -> None:
    (file,) = written(tmp_path, a_jpg=b"words")
    ran = run("attach", case, str(file), "--item", "07")
    assert ran.status == 3
    assert "a.jpg" in ran.err


def test_volume_answers_as_the_contract_says(run: CommandLine, case: str, tmp_path: Path) -> None:
    out = tmp_path / "卷.pdf"
    (file,) = written(tmp_path, identity_pdf=scanned_pdf(2, mark="identity"))
    run("attach", case, str(file), "--item", "03")
    ran = run("volume", "（2026）柳人调字第3号", "--out", str(out))
    document: Any = pypdfium2.PdfDocument(out)
    pages = [str(page.get_textpage().get_text_range()) for page in document]
    document.close()
    assert ran.data["pages"] == len(pages)
    items = {one["title"]: one for one in ran.data["items"]}
    assert {"title", "first_page", "pages", "missing"} <= set(items["当事人身份证明"])
    identity = items["当事人身份证明"]
    at: int = ran.data["unnumbered"] + identity["first_page"] - 1
    page = pages[at]
    assert "identity page 1" in page
    assert f"— {identity['first_page']} —" in page


def test_a_volume_that_lacks_something_ends_with_one(
    run: CommandLine, case: str, tmp_path: Path
) -> None:
    (nothing,) = written(tmp_path, nothing_json='{"证据和附件": []}'.encode())
    run("change", case, str(nothing))
    ran = run("volume", case, "--out", str(tmp_path / "a.pdf"))
    assert ran.status == 1
    identity = next(one for one in ran.data["items"] if one["title"] == "当事人身份证明")
    assert (identity["first_page"], identity["pages"], identity["missing"]) == (None, 0, True)
    (gap,) = [one for one in ran.data["missing"] if one["severity"] == "warning"]
    assert (gap["item"], gap["field"]) == ("03", "attachments")


@pytest.mark.usefixtures("case")
def test_the_volume_of_another_record_is_wrong_use(run: CommandLine, tmp_path: Path) -> None:
    ran = run("volume", "410199000000102", "--out", str(tmp_path / "a.pdf"))
    assert ran.status == 2
    assert not (tmp_path / "a.pdf").exists()


def test_prints_tell_what_has_changed_since(run: CommandLine, case: str, tmp_path: Path) -> None:
    for paper in ("case_registration", "agreement"):
        run("print", paper, case, "--out", str(tmp_path / "a.pdf"))
    assert [one["changed"] for one in run("prints", case).data["prints"]] == [False, False]
    run("change", case, given='{"summary": "双方因院墙滴水和排水沟发生争执。"}')
    told = {one["paper"]: one["changed"] for one in run("prints", case).data["prints"]}
    assert told == {"case_registration": True, "agreement": False}
    volume = run("volume", case, "--out", str(tmp_path / "b.pdf")).data
    marks = {mark["paper"]: mark for one in volume["items"] for mark in one["prints"]}
    assert marks["case_registration"]["changed"] is True
    assert marks["case_registration"]["number"] == "2026-0001"
