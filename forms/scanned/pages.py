"""The pages of a scanned file, one by one: PDF, TIFF with several pages, JPEG, PNG, photos."""

# Pillow's signatures name types of numpy, which is not there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from db.faults import Fault
from forms import heavy_module
from forms.pdfium_lock import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["ScannedPage", "UnreadableScan", "is_scan", "scanned_pages"]

KINDS = {
    ".pdf": "PDF", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".tiff": "TIFF",
}  # fmt: skip
"""Ending of a file's name to Pillow's name of the format."""

A4_LONG = 2339
"""The long side of A4 in pixels at 200 dpi: what a code needs to be read."""
LARGEST_LONG = 5000
"""No page is worked on with a longer side: A4 at more than 400 dpi tells nothing new."""
MOST_PIXELS = 80_000_000
"""A3 at 600 dpi has 70 million."""
MOST_BYTES = 300_000_000
MOST_PAGES = 2000


class UnreadableScan(Fault):
    """A file that is no scan, or of which no (further) page can be read."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page as scanned, grey or in colour: its file, its number there, its picture."""

    file: Path
    number: int
    image: Image


def is_scan(file: Path) -> bool:
    """Whether a file's name ends like that of a scan."""
    return file.suffix.lower() in KINDS


def scanned_pages(file: Path) -> Iterator[ScannedPage]:
    """The pages of a file; UnreadableScan says in Chinese why there are no (more) pages."""
    kind = KINDS.get(file.suffix.lower())
    if kind is None:
        raise UnreadableScan(
            f"“{file.name}”不是扫描件。", "请选择 PDF、JPEG、PNG 或 TIFF 格式的扫描文件。"
        )
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(file)
        yield from _pdf_pages(file) if kind == "PDF" else _image_pages(file, kind)
    except FileNotFoundError as gone:
        raise UnreadableScan(f"“{file.name}”不在了。", "请核对文件夹后重新选择。") from gone
    except MemoryError as short:
        raise _too_large(file) from short
    except OSError as broken:
        # Pillow reports damaged pictures as OSError, like the disk its own trouble.
        raise _damaged(file) from broken


def _damaged(file: Path) -> UnreadableScan:
    return UnreadableScan(f"“{file.name}”已损坏或没有写完，读不出来。", "请重新扫描这份文件。")


def _too_large(file: Path) -> UnreadableScan:
    return UnreadableScan(
        f"“{file.name}”太大，超出程序能处理的范围。",
        "请用 200 至 300 dpi 重新扫描，或分成几个文件。",
    )


def _pdf_pages(file: Path) -> Iterator[ScannedPage]:
    pdfium: Any = heavy_module("pypdfium2")
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(file)
        except pdfium.PdfiumError as broken:
            raise _pdf_fault(file, broken) from broken
    try:
        with PDFIUM:
            count = len(document)
        if count > MOST_PAGES:
            raise _too_large(file)
        for number in range(count):
            with PDFIUM:
                try:
                    image = _rendered(document[number])
                except (pdfium.PdfiumError, ValueError) as broken:
                    raise _damaged(file) from broken
            yield ScannedPage(file, number + 1, image)
    finally:
        with PDFIUM:
            document.close()


def _rendered(page: Any) -> Image:
    """A PDF page at 200 dpi; phones write pages of any size, so small ones are enlarged."""
    long = max(page.get_width(), page.get_height(), 1.0)
    target = min(max(long * 200 / 72, A4_LONG), A4_LONG * 1.42)
    image: Image = page.render(scale=target / long, rev_byteorder=True).to_pil()
    page.close()
    return image.convert("RGB")


def _pdf_fault(file: Path, error: Exception) -> UnreadableScan:
    if "password" in str(error).lower():
        return UnreadableScan(f"“{file.name}”有打开密码，读不出来。", "请去掉密码后再选择。")
    return _damaged(file)


def _image_pages(file: Path, kind: str) -> Iterator[ScannedPage]:
    pillow: Any = heavy_module("PIL.Image")
    try:
        with _opened(file, kind) as opened:
            count = min(getattr(opened, "n_frames", 1), MOST_PAGES) if kind == "TIFF" else 1
            for number in range(count):
                yield ScannedPage(file, number + 1, _frame(opened, number, file))
    except pillow.DecompressionBombError as bomb:
        raise _too_large(file) from bomb
    except (SyntaxError, ValueError, EOFError) as broken:
        # What Pillow's readers raise besides OSError when a file lies about itself.
        raise _damaged(file) from broken


@contextmanager
def _opened(file: Path, kind: str) -> Generator[Image]:
    with _quietly():
        opened: Image = heavy_module("PIL.Image").open(file, formats=(kind,))
    with opened:
        yield opened


@contextmanager
def _quietly() -> Generator[None]:
    """What Pillow warns of, in English, it then reads or raises."""
    with catch_warnings():
        simplefilter("ignore")
        yield


def _frame(opened: Image, number: int, file: Path) -> Image:
    with _quietly():
        if number:
            opened.seek(number)
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_large(file)
        opened.draft(None, (LARGEST_LONG // 2, LARGEST_LONG // 2))
        return _plain(opened)


def _plain(opened: Image) -> Image:
    """The picture turned as the camera was held, grey or RGB, not larger than needed."""
    image: Image = heavy_module("PIL.ImageOps").exif_transpose(opened)
    if image.mode in {"1", "L", "LA"}:
        image = image.convert("L")
    elif image.mode.startswith("I"):
        image = image.convert("I").point([one >> 8 for one in range(1 << 16)], "L")
    elif image.mode != "RGB":
        clear = image.mode in {"RGBA", "PA"} or "transparency" in image.info
        image = _on_white(image.convert("RGBA")) if clear else image.convert("RGB")
    if max(image.size) > LARGEST_LONG:
        image.thumbnail((LARGEST_LONG, LARGEST_LONG), reducing_gap=2.0)
    return image


def _on_white(image: Image) -> Image:
    white = heavy_module("PIL.Image").new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")
