"""The bound volume, read back by two readers: its numbers are those of the real pages."""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportOptionalMemberAccess=false

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.attaching import attach
from desktop.volume import BoundVolume, NoVolume, bound_volume
from forms.profiles import read_profile
from tests.desktop.volume_world import photo, picture, scanned_pdf, the_case, written


@pytest.fixture
def case(office_ledger: Ledger, tmp_path: Path) -> RecordId:
    """A case with photos, lying and standing, and PDFs of every shape."""
    case_id = the_case(office_ledger)
    files: dict[str, dict[str, bytes]] = {
        "03": {"identity_jpg": photo(mark="id"), "wide_jpg": photo((1754, 1240))},
        "07": {
            "contract_pdf": scanned_pdf(3, mark="contract"),
            "lying_pdf": scanned_pdf(1, size=(841.89, 595.28), mark="lying"),
            "turned_pdf": scanned_pdf(1, size=(595.28, 595.28), turn=90, mark="turned"),
            "large_pdf": scanned_pdf(1, size=(1190.0, 1684.0), mark="large"),
        },
        "10": {"receipt_png": picture((1000, 700))},
    }
    for item, some in files.items():
        attach(office_ledger, case_id, written(tmp_path, **some), item)
    return case_id


def signed(ledger: Ledger, case_id: RecordId, page_no: int, content: bytes, pages: int = 1) -> None:
    """Add a scan of a page of the case's agreement, as the scanner's codes tell it."""
    draft = ledger.draft(case_id)
    assert draft is not None
    is_pdf = content.startswith(b"%PDF")
    row = {
        "title": "协议书（签字件）",
        "item": "09",
        "paper": "agreement",
        "row": ledger.record(case_id).agreements[0].id,
        "page_no": page_no,
        "pages": pages,
        "sha256": ledger.attachments.put(content),
        "media": "application/pdf" if is_pdf else "image/jpeg",
    }
    assert draft.add_row("attachments").take(row) == []
    ledger.save(draft)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def numbers(pdf: bytes) -> list[list[int]]:
    """The page numbers that stand on each page."""
    return [[int(one) for one in re.findall(r"— (\d+) —", text)] for text in texts(pdf)]


PAGES_COLUMN = (415.0, 464.0)
"""Where the column 页号 stands on the list of contents, in points from the left."""


def told_pages(pdf: bytes, made: BoundVolume) -> dict[str, str]:
    """What the printed list of contents says beside each name."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[made.unnumbered - 1].get_textpage()
        found: dict[str, str] = {}
        for line in made.lines:
            title = line.item.title
            place = text.search(title[:16]).get_next()
            assert place is not None, title
            _, bottom, _, top = text.get_charbox(place[0])
            left, right = PAGES_COLUMN
            found[title] = text.get_text_bounded(left, bottom - 2, right, top + 2).strip()
        return found
    finally:
        document.close()


def test_every_page_after_the_contents_has_its_number_and_no_other(
    office_ledger: Ledger, case: RecordId
) -> None:
    made = bound_volume(office_ledger, case)
    front, back = made.unnumbered, made.lines[-1].item.pages
    counted = made.pages - front - back
    assert counted > 10
    expected = [[]] * front + [[n] for n in range(1, counted + 1)] + [[]] * back
    assert numbers(made.pdf) == expected


@pytest.mark.parametrize("catalogue", ["A", "B", "national"])
def test_the_contents_tell_the_real_pages(
    office_ledger: Ledger, case: RecordId, catalogue: str
) -> None:
    profile = read_profile("office", f'[switches]\ncatalogue = "{catalogue}"\n')
    made = bound_volume(office_ledger, case, profile=profile)
    told = told_pages(made.pdf, made)
    real = numbers(made.pdf)
    for line in made.lines:
        item = line.item
        if item.first_page is None:
            assert told[item.title] == ""
            continue
        last = item.first_page + item.pages - 1
        assert told[item.title] == (f"{item.first_page}-{last}" if item.pages > 1 else str(last))
        start = made.unnumbered + item.first_page - 1
        assert real[start : start + item.pages] == [[n] for n in range(item.first_page, last + 1)]


@pytest.mark.parametrize("tool", ["qpdf --check", "pdfinfo"])
def test_other_readers_accept_the_volume(
    office_ledger: Ledger, case: RecordId, tmp_path: Path, tool: str
) -> None:
    made = bound_volume(office_ledger, case)
    file = tmp_path / "volume.pdf"
    file.write_bytes(made.pdf)
    command = tool.split()
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    ran = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    if tool == "pdfinfo":
        assert re.search(rf"Pages:\s+{made.pages}\n", ran.stdout)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
def test_another_reader_finds_the_same_pages(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    made = bound_volume(office_ledger, case)
    file = tmp_path / "volume.pdf"
    file.write_bytes(made.pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")
    contents = dict(
        re.findall(r"^\d+\s+(\S+)\s+(\d+)(?:-\d+)?\s", pages[made.unnumbered - 1], re.MULTILINE)
    )
    assert contents == {
        line.item.title: str(line.item.first_page)
        for line in made.lines
        if line.item.first_page is not None
    }
    for first in contents.values():
        page = pages[made.unnumbered + int(first) - 1]
        assert re.search(rf"—\s*{first}\s*—", page)


def test_the_same_volume_gives_the_same_bytes(office_ledger: Ledger, case: RecordId) -> None:
    first, again = (bound_volume(office_ledger, case).pdf for _ in range(2))
    assert first == again


def test_photos_go_in_as_they_are(office_ledger: Ledger, case: RecordId) -> None:
    made = bound_volume(office_ledger, case)
    for row in office_ledger.record(case).attachments:
        if row.media == "image/jpeg":
            assert office_ledger.attachments.get(row.sha256) in made.pdf


def test_pages_of_a_pdf_keep_their_text(office_ledger: Ledger, case: RecordId) -> None:
    whole = "".join(texts(bound_volume(office_ledger, case).pdf))
    wanted = [*(f"contract page {n}" for n in (1, 2, 3)), "lying page 1", "turned page 1"]
    assert [words for words in wanted if words not in whole] == []


def box_of(pdf: bytes, page: int, words: str) -> tuple[float, float, float, float]:
    """Where words stand on a page: left, bottom, right, top of their ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[page].get_textpage()
        place = text.search(words).get_next()
        assert place is not None
        first, last = (text.get_charbox(at) for at in (place[0], sum(place) - 1))
        return first[0], first[1], last[2], last[3]
    finally:
        document.close()


def page_with(pdf: bytes, words: str) -> int:
    return next(at for at, text in enumerate(texts(pdf)) if words in text)


def test_a_lying_page_is_turned_so_that_its_top_is_at_the_left(
    office_ledger: Ledger, case: RecordId
) -> None:
    pdf = bound_volume(office_ledger, case).pdf
    left, bottom, right, top = box_of(pdf, page_with(pdf, "lying page 1"), "lying page 1")
    assert right < 100, "what stood at the top stands at the left edge"
    assert top - bottom > right - left, "the words run upwards"


def test_a_page_of_another_size_is_scaled_onto_a4(office_ledger: Ledger, case: RecordId) -> None:
    pdf = bound_volume(office_ledger, case).pdf
    left, _, _, top = box_of(pdf, page_with(pdf, "large page 1"), "large page 1")
    assert (left, top) == (pytest.approx(149, abs=4), pytest.approx(812, abs=8))
    document = pypdfium2.PdfDocument(pdf)
    assert {(round(page.get_width()), round(page.get_height())) for page in document} == {
        (595, 842)
    }
    document.close()


def test_a_photo_fills_the_page_within_ten_millimetres(
    office_ledger: Ledger, case: RecordId
) -> None:
    made = bound_volume(office_ledger, case)
    item = next(line.item for line in made.lines if line.item.title == "当事人身份证明")
    assert item.first_page is not None
    document = pypdfium2.PdfDocument(made.pdf)
    margin = 10 * 72 / 25.4
    for page in range(made.unnumbered + item.first_page - 1, made.unnumbered + item.first_page + 1):
        (image,) = [
            one for one in document[page].get_objects() if isinstance(one, pypdfium2.PdfImage)
        ]
        left, bottom, right, top = image.get_bounds()
        assert min(left, bottom, 595.28 - right, 841.89 - top) >= margin - 0.1
        assert left == pytest.approx(margin, abs=0.5)
    document.close()


def test_numbers_stand_at_the_outer_edge(office_ledger: Ledger, case: RecordId) -> None:
    made = bound_volume(office_ledger, case)
    for number in range(1, 9):
        left, _, right, _ = box_of(made.pdf, made.unnumbered + number - 1, f"— {number} —")
        assert (left > 400) if number % 2 else (right < 200)


def test_each_document_has_a_bookmark_under_its_item(office_ledger: Ledger, case: RecordId) -> None:
    made = bound_volume(office_ledger, case)
    document = pypdfium2.PdfDocument(made.pdf)
    marks = [(one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc()]
    assert document.get_metadata_value("Title") == made.title
    document.close()
    expected: list[tuple[int, str, int]] = [(0, "封面", 0), (0, "卷内目录", 1)]
    for line in made.lines[:-1]:
        first = line.item.first_page
        if first is None:
            continue
        expected.append((0, line.item.title, made.unnumbered + first - 1))
        expected += [
            (1, piece.title, made.unnumbered + (piece.first_page or 0) - 1)
            for piece in line.item.pieces
        ]
    assert [mark for mark in marks if mark[1] != "封底"] == expected


def agreement_pages(made: BoundVolume) -> tuple[list[str], int]:
    """The texts of the agreement's pages, and how many of them are scans."""
    item = next(line.item for line in made.lines if "协议书" in line.item.title)
    assert item.first_page is not None
    start = made.unnumbered + item.first_page - 1
    return texts(made.pdf)[start : start + item.pages], item.pieces[0].scanned


def test_a_signed_page_stands_in_the_place_of_the_printed_one(
    office_ledger: Ledger, case: RecordId
) -> None:
    before, _ = agreement_pages(bound_volume(office_ledger, case))
    signed(office_ledger, case, 2, scanned_pdf(1, mark="signed"))
    after, scanned = agreement_pages(bound_volume(office_ledger, case))
    assert (len(before), len(after), scanned) == (2, 2, 1)
    assert "经调解，自愿达成如下协议" in after[0]
    assert "signed page 1" in after[1]
    assert "记录人" not in after[1]


def test_a_signed_document_replaces_all_its_pages(office_ledger: Ledger, case: RecordId) -> None:
    signed(office_ledger, case, 1, scanned_pdf(3, mark="signed"), pages=3)
    after, scanned = agreement_pages(bound_volume(office_ledger, case))
    assert ([f"signed page {n}" in text for n, text in enumerate(after, 1)], scanned) == (
        [True] * 3, 3,
    )  # fmt: skip


def test_the_later_of_two_scans_of_a_page_stands(office_ledger: Ledger, case: RecordId) -> None:
    signed(office_ledger, case, 1, scanned_pdf(1, mark="blurred"))
    signed(office_ledger, case, 1, scanned_pdf(1, mark="better"))
    after, _ = agreement_pages(bound_volume(office_ledger, case))
    assert "better page 1" in after[0]
    assert not any("blurred" in text for text in after)


def test_an_attachment_whose_file_is_lost_is_left_out_and_told(
    office_ledger: Ledger, case: RecordId
) -> None:
    whole = bound_volume(office_ledger, case)
    for file in office_ledger.attachments.folder.iterdir():
        file.unlink()
        break
    made = bound_volume(office_ledger, case)
    assert made.pages in range(whole.pages - 3, whole.pages)
    (warning,) = made.warnings
    assert "没有装入" in warning
    assert [one.what for one in office_ledger.check_everything()] == ["attachment"]


def test_a_record_without_a_volume_says_so(office_ledger: Ledger, case: RecordId) -> None:
    committee = office_ledger.record(case).committee
    with pytest.raises(NoVolume):
        bound_volume(office_ledger, committee)


def test_several_oral_cases_are_bound_in_one(office_ledger: Ledger, case: RecordId) -> None:
    oral = [oral_case(office_ledger, case, number) for number in (7, 8, 9)]
    draft = office_ledger.new_draft("volume")
    assert draft.take(
        {
            "number": "（2026）柳人调合字第2号",
            "name": "2026年第一季度口头调解案件",
            "committee": office_ledger.record(case).committee,
            "kind": "2",
            "cases": oral,
            "filed_by": "李惠民",
            "filed_on": date(2026, 3, 10),
            "retention": "1",
        }
    ) == []  # fmt: skip
    office_ledger.save(draft)
    made = bound_volume(office_ledger, draft.id)
    assert [line.item.title.split()[0] for line in made.lines[:3]] == [
        f"（2026）柳人调字第{n}号" for n in (7, 8, 9)
    ]
    first = 1
    for line in made.lines[:3]:
        assert line.item.first_page == first
        first += line.item.pages
    pages = texts(made.pdf)
    assert "2026年第一季度口头调解案件" in pages[0]
    assert "短期" in pages[0]
    assert pages[1].count("人民调解受理登记表") == 3
    assert numbers(made.pdf)[2 : first + 1] == [[n] for n in range(1, first)]
    assert made.keep_until == date(2056, 12, 31)


def oral_case(ledger: Ledger, like: RecordId, number: int) -> RecordId:
    """Save a case settled by an oral agreement."""
    first = ledger.record(like)
    draft = ledger.new_draft("mediation_case")
    content: dict[str, Any] = {
        "number": f"（2026）柳人调字第{number}号",
        "committee": first.committee,
        "mediators": list(first.mediators),
        "accepted_on": "2026-03-02",
        "mediated_on": "2026-03-03",
        "dispute_type": "2",
        "source": "2",
        "summary": "鸡进了菜地。",
        "result": "1",
        "parties": [{"side": "1", "name": "周一川"}, {"side": "2", "name": f"吴{number}"}],
        "agreements": [{"form": "1", "agreed_on": "2026-03-03", "terms": "各自看好。"}],
    }
    assert draft.take(content) == []
    ledger.save(draft)
    return draft.id
