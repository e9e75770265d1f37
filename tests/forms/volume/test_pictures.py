"""Photos and scans taken in: upright, no larger than needed, and refused when unreadable."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from forms.volume.pictures import JPEG, PDF, UnreadablePicture, taken_in
from tests.desktop.volume_world import photo, picture, scanned_pdf


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "WEBP", "JPEG"])
def test_every_kind_of_picture_becomes_a_jpeg(kind: str) -> None:
    (sheets,) = taken_in(picture((900, 1200), kind=kind), "照片")
    assert (sheets.media, sheets.pages) == (JPEG, 1)
    assert opened(sheets.content).format == "JPEG"
    assert opened(sheets.content).size == (900, 1200)


@pytest.mark.parametrize(
    ("size", "small"), [((3308, 4678), (1654, 2339)), ((4678, 3308), (2339, 1654))]
)
def test_a_large_scan_is_brought_to_two_hundred_dpi(
    size: tuple[int, int], small: tuple[int, int]
) -> None:
    (sheets,) = taken_in(photo(size), "扫描")
    assert opened(sheets.content).size == small


def test_a_small_picture_is_not_enlarged() -> None:
    (sheets,) = taken_in(picture((300, 200)), "印章")
    assert opened(sheets.content).size == (300, 200)


def test_a_jpeg_that_is_ready_stays_byte_for_byte() -> None:
    content = photo()
    assert taken_in(content, "照片")[0].content == content


@pytest.mark.parametrize(("mode", "kept"), [("L", "L"), ("1", "L"), ("RGB", "RGB"), ("P", "RGB")])
def test_grey_stays_grey(mode: str, kept: str) -> None:
    (sheets,) = taken_in(picture((400, 500), mode=mode), "扫描")
    assert opened(sheets.content).mode == kept


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    deep = Image.new("I;16", (200, 200), 32768)
    made = io.BytesIO()
    deep.save(made, "PNG")
    (sheets,) = taken_in(made.getvalue(), "扫描")
    shade = opened(sheets.content).getpixel((100, 100))
    assert isinstance(shade, int)
    assert abs(shade - 128) <= 2


def test_what_is_clear_becomes_white() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(made, "PNG")
    (sheets,) = taken_in(made.getvalue(), "印章")
    assert opened(sheets.content).getpixel((50, 50)) == (255, 255, 255)


def test_a_photo_taken_sideways_stands_upright() -> None:
    sideways = Image.new("RGB", (400, 300), "white")
    sideways.paste((0, 0, 0), (0, 0, 40, 300))  # the left edge is black: the top, once turned
    exif = Image.Exif()
    exif[0x0112] = 6
    made = io.BytesIO()
    sideways.save(made, "JPEG", exif=exif)
    upright = opened(taken_in(made.getvalue(), "照片")[0].content).convert("L")
    assert upright.size == (300, 400)
    top, bottom = upright.getpixel((150, 10)), upright.getpixel((150, 390))
    assert isinstance(top, int)
    assert isinstance(bottom, int)
    assert (top < 40, bottom > 200) == (True, True)


def test_each_picture_of_a_tiff_is_a_page_of_its_own() -> None:
    first, *more = [Image.new("L", (200, 300), shade) for shade in (0, 100, 200)]
    made = io.BytesIO()
    first.save(made, "TIFF", save_all=True, append_images=more)
    sheets = taken_in(made.getvalue(), "扫描")
    assert [round(float(str(opened(one.content).getpixel((9, 9)))), -2) for one in sheets] == [
        0,
        100,
        200,
    ]


def test_a_pdf_is_kept_as_it_is_and_its_pages_counted() -> None:
    content = scanned_pdf(3)
    (sheets,) = taken_in(content, "扫描")
    assert (sheets.media, sheets.content, sheets.pages) == (PDF, content, 3)


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(UnreadablePicture, match="已损坏"):
        taken_in(b"%PDF-1.7\nnothing behind it", "合同.pdf")


def test_a_pdf_with_a_password_is_refused() -> None:
    with pytest.raises(UnreadablePicture, match="密码"):
        taken_in(locked_pdf(), "合同.pdf")


def locked_pdf() -> bytes:
    """A PDF that opens only with a password."""
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("春天", canPrint=0))
    canvas.drawString(10, 10, "locked")
    canvas.save()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(made.getvalue())
    return made.getvalue()


@pytest.mark.parametrize("content", [b"", b"only words", photo()[:5000], picture((50, 50))[:200]])
def test_what_is_no_picture_is_refused_in_two_sentences(content: bytes) -> None:
    with pytest.raises(UnreadablePicture) as refused:
        taken_in(content, "文件.jpg")
    assert "文件.jpg" in refused.value.what
    assert refused.value.advice.endswith("。")
