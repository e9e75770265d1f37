"""Scans are read whatever their file, and a page is recognised or asked about, never guessed."""

# Pillow's signatures name types of numpy, which is not there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from forms.page_code import PageCode, paper_key, row_tail
from forms.pdf import draw_pdf
from forms.scanned import (
    Found,
    ScannedPage,
    UnreadableScan,
    filed_picture,
    find_code,
    scanned_pages,
)
from tests.forms import scanner
from tests.forms.examples import EXAMPLES
from tests.forms.reading import plan_of

PAPERS = [
    (paper, label)
    for paper in ("agreement", "case_registration")
    for label in ("typical", "six", "rare", "long")
]


def as_page(image: Image.Image) -> ScannedPage:
    return ScannedPage(Path("x.jpg"), 1, image)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("L")


def names(found: Found, paper: str, label: str, page: int) -> bool:
    """Whether what was found is this page of this paper's example."""
    code, case = found.code, EXAMPLES[paper][label][0].values
    if code is None or code.record != case["id"] or code.paper != paper_key(paper):
        return False
    tails = {row_tail(one["id"]) for one in case["agreements"]} if paper == "agreement" else None
    return code.page == page and (tails is None or code.row in tails)


@pytest.fixture(scope="module")
def sheet() -> Image.Image:
    """The first page of an agreement, as printed, at 200 dpi."""
    return next(scanner.printed_pages(draw_pdf(plan_of("agreement", "typical"))))


def run_of_pages(seed: int, most: int, papers: list[tuple[str, str]]) -> tuple[int, int, int]:
    """How many pages were recognised, asked about, and put in a wrong place."""
    pdfs = [draw_pdf(plan_of(paper, label)) for paper, label in papers]
    right = asked = wrong = 0
    for which, number, content in islice(scanner.shuffled_scans(pdfs, seed), most):
        found = find_code(as_page(opened(content)))
        if names(found, *papers[which], number):
            right += 1
        elif found.code is None:
            asked += 1
        else:
            wrong += 1
    return right, asked, wrong


def test_twelve_pages_from_the_scanner_are_all_recognised() -> None:
    assert run_of_pages(1, 12, PAPERS[:3] * 3) == (12, 0, 0)


@pytest.mark.heavy
def test_of_two_hundred_pages_nearly_all_are_recognised_and_none_wrongly() -> None:
    right, asked, wrong = run_of_pages(2, 200, PAPERS * 10)
    assert right + asked + wrong == 200
    assert wrong == 0
    assert right >= 198


def _code_box(sheet: Image.Image) -> tuple[int, int, int, int]:
    (symbol,) = cast(Any, zxingcpp).read_barcodes(sheet)
    place = symbol.position
    return place.top_left.x, place.top_left.y, place.bottom_right.x, place.bottom_right.y


@pytest.mark.parametrize("share", [0.1, 0.2, 0.3, 0.5, 0.8])
@pytest.mark.parametrize("seed", range(6))
def test_a_code_under_a_fingerprint_is_recognised_or_asked_about(
    sheet: Image.Image, share: float, seed: int
) -> None:
    chance = random.Random(seed)
    left, top, right, bottom = _code_box(sheet)
    worn = sheet.copy()
    wide = (right - left) * share
    x, y = chance.uniform(left, right - wide), chance.uniform(top, bottom - wide)
    ImageDraw.Draw(worn).ellipse((x, y, x + wide, y + wide), fill=chance.choice((0, 90, 255)))
    found = find_code(as_page(scanner.scanned(worn, chance)))
    assert found.code is None or names(found, "agreement", "typical", 1)


@pytest.mark.parametrize("seed", range(20))
def test_a_speckled_code_never_names_another_page(sheet: Image.Image, seed: int) -> None:
    chance = random.Random(seed)
    left, top, right, bottom = _code_box(sheet)
    worn = sheet.copy()
    for _ in range(chance.choice((20, 60, 120))):
        x, y = chance.randint(left, right), chance.randint(top, bottom)
        ImageDraw.Draw(worn).rectangle((x, y, x + 4, y + 4), fill=chance.choice((0, 255)))
    found = find_code(as_page(worn))
    assert found.code is None or names(found, "agreement", "typical", 1)


def test_a_folded_corner_over_the_code_is_asked_about(sheet: Image.Image) -> None:
    left, top, right, bottom = _code_box(sheet)
    worn = sheet.copy()
    ImageDraw.Draw(worn).polygon([(left, bottom), (right, top), (right, bottom)], fill=200)
    found = find_code(as_page(worn))
    assert found.code is None
    assert "识别码" in found.why


def test_a_photograph_held_askew_is_recognised(sheet: Image.Image) -> None:
    wide, high = sheet.size
    corners = (-60, -90, -20, high + 60, wide + 90, high + 110, wide + 30, -40)
    photo = sheet.transform((wide, high), Image.Transform.QUAD, corners, fillcolor=120)
    assert names(find_code(as_page(photo)), "agreement", "typical", 1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_scanned_in_any_direction_is_filed_upright(sheet: Image.Image, turn: int) -> None:
    page = as_page(sheet.rotate(turn + 2.5, expand=True, fillcolor=255))
    found = find_code(page)
    picture = filed_picture(page, found.angle)
    assert picture.height > picture.width
    again = find_code(as_page(opened(picture.content)))
    assert again.code == found.code
    assert abs(again.angle) < 0.7


def test_two_pages_on_one_glass_are_asked_about(sheet: Image.Image) -> None:
    other = next(scanner.printed_pages(draw_pdf(plan_of("case_registration", "typical"))))
    both = Image.new("L", (sheet.width * 2, sheet.height), 255)
    both.paste(sheet, (0, 0))
    both.paste(other.rotate(180), (sheet.width, 0))
    found = find_code(as_page(both))
    assert found.code is None
    assert "几个不同" in found.why


def test_a_strange_code_is_not_ours() -> None:
    made = cast(Any, zxingcpp).create_barcode("https://example.cn", zxingcpp.BarcodeFormat.QRCode)
    page = Image.new("L", (1654, 2339), 255)
    page.paste(Image.fromarray(made.to_image(scale=5)), (700, 2000))
    found = find_code(as_page(page))
    assert found.code is None
    assert "不是本程序" in found.why


def test_a_red_seal_keeps_its_colour_and_grey_paper_does_not(sheet: Image.Image) -> None:
    colour = sheet.convert("RGB")
    assert opened_mode(filed_picture(as_page(colour)).content) == "L"
    ImageDraw.Draw(colour).ellipse((1000, 1600, 1300, 1900), outline=(200, 30, 30), width=8)
    assert opened_mode(filed_picture(as_page(colour)).content) == "RGB"


def opened_mode(content: bytes) -> str:
    return Image.open(io.BytesIO(content)).mode


def test_what_is_filed_is_small_and_the_same_every_time(sheet: Image.Image) -> None:
    large = as_page(sheet.resize((sheet.width * 2, sheet.height * 2)))
    picture = filed_picture(large)
    assert (picture.width, picture.height) == (1654, 2339)
    assert len(picture.content) < 400_000
    assert filed_picture(large).sha256 == picture.sha256


def _saved(image: Image.Image, file: Path, **words: Any) -> Path:
    image.save(file, **words)
    return file


def _photo(image: Image.Image, file: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned to the left
    return _saved(image.rotate(90, expand=True), file, exif=exif)


def _deep(image: Image.Image, file: Path) -> Path:
    grey = image.tobytes()
    doubled = bytearray(2 * len(grey))
    doubled[0::2] = doubled[1::2] = grey
    return _saved(Image.frombytes("I;16", image.size, bytes(doubled)), file)


KINDS: dict[str, Callable[[Image.Image, Path], Path]] = {
    "a.jpg": _saved,
    "a.PNG": _saved,
    "a.tif": lambda one, file: _saved(one.convert("1"), file, compression="group4"),
    "clear.png": lambda one, file: _saved(one.convert("RGBA"), file),
    "palette.png": lambda one, file: _saved(one.convert("P"), file),
    "deep.png": _deep,
    "printing.tiff": lambda one, file: _saved(one.convert("CMYK"), file),
    "photo.jpeg": _photo,
    "scan.pdf": lambda one, file: _saved(one.convert("RGB"), file, resolution=200),
    "phone.pdf": lambda one, file: _saved(one, file, resolution=72),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_is_read(sheet: Image.Image, tmp_path: Path, name: str) -> None:
    (page,) = scanned_pages(KINDS[name](sheet, tmp_path / name))
    assert names(find_code(page), "agreement", "typical", 1)
    assert page.image.height > page.image.width


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    (page,) = scanned_pages(_deep(Image.new("L", (40, 40), 128), tmp_path / "deep.png"))
    assert page.image.getpixel((5, 5)) == 128


@pytest.mark.parametrize("name", ["many.pdf", "many.tiff"])
def test_a_file_of_several_pages_gives_them_all(tmp_path: Path, name: str) -> None:
    pages = list(scanner.printed_pages(draw_pdf(plan_of("agreement", "six"))))
    _saved(pages[0], tmp_path / name, save_all=True, append_images=pages[1:], resolution=200)
    read = list(scanned_pages(tmp_path / name))
    assert [page.number for page in read] == [1, 2, 3]
    codes = [find_code(page).code for page in read]
    assert [code.page for code in codes if isinstance(code, PageCode)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7 torn", "损坏"),
        ("a.jpg", b"\xff\xd8\xff\xe0 torn", "损坏"),
        ("a.png", b"", "损坏"),
        ("a.tif", b"II*\x00\x08\x00\x00\x00\xff\xff", "损坏"),
        ("a.docx", b"PK", "不是扫描件"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableScan, match=said):
        list(scanned_pages(tmp_path / name))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.pdf"])
def test_a_file_cut_short_anywhere_is_a_fault_or_a_page(
    sheet: Image.Image, tmp_path: Path, name: str
) -> None:
    whole = _saved(sheet.resize((400, 566)), tmp_path / name).read_bytes()
    for cut in range(1, len(whole), max(1, len(whole) // 25)):
        (tmp_path / name).write_bytes(whole[:cut])
        with suppress(UnreadableScan):
            assert len(list(scanned_pages(tmp_path / name))) <= 1


def test_a_missing_file_and_a_huge_picture_are_faults(tmp_path: Path) -> None:
    with pytest.raises(UnreadableScan, match="不在"):
        list(scanned_pages(tmp_path / "gone.jpg"))
    huge = _saved(Image.new("1", (20_000, 20_000)), tmp_path / "huge.png")
    with pytest.raises(UnreadableScan, match="太大"):
        list(scanned_pages(huge))


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 9000), (20000, 2)])
def test_a_picture_too_small_for_a_code_is_asked_about(size: tuple[int, int]) -> None:
    found = find_code(as_page(Image.new("L", size, 200)))
    assert found.code is None
    assert found.why
