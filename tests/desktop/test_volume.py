"""The bound volume, read back by two readers: its numbers are those of the real pages."""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportOptionalMemberAccess=false

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.attaching import attach
from desktop.volume import bound_volume
from forms.profiles import read_profile
from tests.desktop.volume_reading import box_of, numbers, page_with, texts, told_pages
from tests.desktop.volume_world import a_full_case, scanned_pdf, written


@pytest.fixture
def case(office_ledger: Ledger, tmp_path: Path) -> RecordId:
    """A case with photos, lying and standing, and PDFs of every shape."""
    return a_full_case(office_ledger, tmp_path)


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
        assert top - bottom > right - left, "one that lies is turned"
    document.close()


def test_a_lying_photo_has_its_top_at_the_left(office_ledger: Ledger, case: RecordId) -> None:
    made = bound_volume(office_ledger, case)
    item = next(line.item for line in made.lines if line.item.title == "当事人身份证明")
    assert item.first_page is not None
    document = pypdfium2.PdfDocument(made.pdf)
    page = document[made.unnumbered + item.first_page].render(scale=1).to_pil().convert("L")
    document.close()
    # The scans drawn here have a black bar along their top.
    shades = [page.getpixel((x, page.height // 2)) for x in (36, page.width - 36)]
    assert shades[0] < 40 < shades[1]


def test_a_small_page_is_not_enlarged(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    small = scanned_pdf(1, size=(200.0, 300.0), mark="small")
    attach(office_ledger, case, written(tmp_path, small_pdf=small), "10")
    pdf = bound_volume(office_ledger, case).pdf
    left, _, _, top = box_of(pdf, page_with(pdf, "small page 1"), "small page 1")
    assert left == pytest.approx((595.28 - 200) / 2 + 50, abs=3)
    assert top == pytest.approx((841.89 + 300) / 2 - 52, abs=4)


def test_the_number_of_a_scan_stands_below_the_picture(
    office_ledger: Ledger, case: RecordId
) -> None:
    made = bound_volume(office_ledger, case)
    item = next(line.item for line in made.lines if line.item.title == "当事人身份证明")
    number = item.first_page
    assert number is not None
    _, bottom, _, top = box_of(made.pdf, made.unnumbered + number - 1, f"— {number} —")
    assert 12 < bottom < top < 10 * 72 / 25.4


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
