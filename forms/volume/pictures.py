"""Photos and scans taken in: made ready once, for storage and for binding.

A picture becomes a JPEG that stands upright and has at most 200 dpi on A4; what is so already
stays as it is, byte for byte. A PDF is kept as it is, if it can be read without a password.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.faults import Fault
from forms import heavy_module
from forms.pdfium_lock import PDFIUM

if TYPE_CHECKING:  # Also tells PyInstaller to pack the modules that are loaded on first use.
    from PIL import Image as _Image

__all__ = [
    "JPEG", "PDF", "Sheets", "UnreadablePicture", "pages_in", "picture_size", "taken_in",
]  # fmt: skip

JPEG, PDF = "image/jpeg", "application/pdf"
LONG_SIDE, SHORT_SIDE = 2339, 1654
"""A4 at 200 dpi, in pixels."""
QUALITY = 85
_PLAIN = ("L", "RGB")
_ORIENTATION = 0x0112
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD, in PDFium's fpdfview.h


@dataclass(frozen=True, slots=True)
class Sheets:
    """Content ready to be kept: a JPEG of one page, or a PDF of several."""

    media: str
    content: bytes
    pages: int


class UnreadablePicture(Fault):
    """A file is no picture or PDF that can be kept."""

    def __init__(self, name: str, why: str, advice: str = "") -> None:
        """`why` goes on from the name of the file; `advice` is a sentence of its own."""
        super().__init__(
            f"“{name}”{why}，没有添加。",
            advice or "请用 JPEG、PNG、TIFF、BMP、WebP 图片或 PDF 文件。",
        )


def taken_in(content: bytes, name: str) -> list[Sheets]:
    """What a file becomes: one JPEG per picture in it, or the PDF itself.

    `name` is told in the `UnreadablePicture` raised for anything else.
    """
    if b"%PDF-" in content[:1024]:
        return [Sheets(PDF, content, _pages_of_pdf(content, name))]
    return [Sheets(JPEG, one, 1) for one in _jpegs(content, name)]


def pages_in(media: str, content: bytes, name: str) -> int:
    """How many pages kept content has, whatever was written down of it.

    `name` is told in the `UnreadablePicture` raised when a PDF cannot be read.
    """
    return _pages_of_pdf(content, name) if media == PDF else 1


def picture_size(jpeg: bytes) -> tuple[int, int]:
    """Width and height of a JPEG, in pixels, from its head alone."""
    with _pillow().open(io.BytesIO(jpeg)) as opened:
        return opened.size


def _pages_of_pdf(content: bytes, name: str) -> int:
    pdfium = heavy_module("pypdfium2")
    with PDFIUM:
        count = _counted(pdfium, content, name)
    if not count:
        raise UnreadablePicture(name, "里没有页", "请重新扫描或导出这份文件再添加。")
    return count


def _counted(pdfium: Any, content: bytes, name: str) -> int:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as wrong:
        if getattr(wrong, "err_code", None) == _WRONG_PASSWORD or b"/Encrypt" in content:
            raise UnreadablePicture(
                name, "有密码保护", "请先去掉密码（打开后另存或打印为 PDF）再添加。"
            ) from wrong
        raise UnreadablePicture(
            name, "已损坏，读不出来", "请重新扫描或导出这份文件再添加。"
        ) from wrong
    try:
        return len(document)
    finally:
        document.close()


def _jpegs(content: bytes, name: str) -> Iterator[bytes]:
    image = _pillow()
    try:
        with warnings.catch_warnings(), image.open(io.BytesIO(content)) as opened:
            # A sheet of A3 at 600 dpi has 70 million points; Pillow warns from 90 on.
            warnings.simplefilter("ignore", image.DecompressionBombWarning)
            for number in range(getattr(opened, "n_frames", 1)):
                opened.seek(number)
                yield content if _is_ready(opened) else _made_ready(opened)
    except image.DecompressionBombError as huge:
        raise UnreadablePicture(name, "尺寸过大", "请用不高于 600 dpi 的设置重新扫描。") from huge
    except (image.UnidentifiedImageError, OSError, SyntaxError, ValueError) as wrong:
        raise UnreadablePicture(name, "不是图片或 PDF 文件，或者已损坏") from wrong


def _is_ready(opened: _Image.Image) -> bool:
    """Whether a JPEG is upright, small enough and whole as it is."""
    if opened.format != "JPEG" or opened.mode not in _PLAIN:
        return False
    if opened.getexif().get(_ORIENTATION, 1) != 1 or _shrunk(opened.size) != opened.size:
        return False
    opened.load()  # a cut off file is refused now, not when the volume is bound
    return True


def _made_ready(opened: _Image.Image) -> bytes:
    size = _shrunk(opened.size)
    # JPEG can be decoded at a half or a quarter, which is most of the work of a photo.
    opened.draft(None, size)
    upright: _Image.Image = heavy_module("PIL.ImageOps").exif_transpose(opened)
    plain = _plain(upright)
    small = _shrunk(plain.size)
    if small != plain.size:
        # Pillow's own types mention arrays of a library that is not here.
        unshrunk: Any = plain
        plain = unshrunk.resize(small, _pillow().Resampling.LANCZOS, reducing_gap=2.0)
    made = io.BytesIO()
    # The resolution is that of the page, so that other programs show it as large as it was.
    plain.save(made, "JPEG", quality=QUALITY, optimize=False, dpi=(200, 200))
    return made.getvalue()


def _plain(picture: _Image.Image) -> _Image.Image:
    """Grey stays grey, everything else becomes RGB on white."""
    if picture.mode in _PLAIN:
        return picture
    if picture.mode in {"I;16", "I"}:  # grey of 16 bits, where white is 65535
        sixteen: Any = picture
        return sixteen.convert("I").point(_of_sixteen_bits).convert("L")
    if picture.mode in {"1", "F"}:
        return picture.convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = _pillow().new("RGBA", clear.size, "white")
        white.alpha_composite(clear)
        grey = picture.mode == "LA"
        return white.convert("L" if grey else "RGB")
    return picture.convert("RGB")


def _of_sixteen_bits(value: Any) -> Any:
    return value * (1 / 256)


def _shrunk(size: tuple[int, int]) -> tuple[int, int]:
    """The size brought within A4 at 200 dpi, lying or standing; never enlarged."""
    width, height = size
    scale = min(1.0, LONG_SIDE / max(size), SHORT_SIDE / min(size))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _pillow() -> Any:
    return heavy_module("PIL.Image")
