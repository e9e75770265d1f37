"""Reads printed PDF files back: their text, where each sign stands, and whether it has ink."""

# The libraries used to read files back are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Sign:
    """One character on a page; the box is its ink, in points from the lower left corner."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


def squeezed(text: str) -> str:
    """Give text without blanks and without PDFium's marks of broken words."""
    return re.sub(r"[\s\u0002\ufffe\u3000]", "", text)


def words_of(file: Path) -> str:
    """Give the text PDFium reads, squeezed."""
    document = pypdfium2.PdfDocument(file)
    try:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def words_by_poppler(file: Path) -> str:
    """Give the text poppler reads, squeezed."""
    done = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True, timeout=120
    )
    return squeezed(done.stdout.decode())


def without_page_numbers(text: str) -> str:
    """Give squeezed text without what stands at the foot of pages."""
    return re.sub(r"打印编号\d{4}-\d{4}|—\d+—|第\d+页共\d+页", "", text)


def first_missing(text: str, words: Iterable[str]) -> str | None:
    """Give the first of the words that does not follow the one before it; None when all do."""
    place = 0
    for word in map(squeezed, words):
        found = text.find(word, place)
        if found < 0:
            return f"{word[:80]!r} after {text[max(0, place - 60) : place]!r}"
        place = found + len(word)
    return None


def signs_of(file: Path) -> Iterator[Sign]:
    """Give every character with ink of its own and its box."""
    document = pypdfium2.PdfDocument(file)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            high, left, bottom, right, top = 0, 0.0, 0.0, 0.0, 0.0
            for at in range(text.count_chars()):
                code = cast(int, pdfium.FPDFText_GetUnicode(text.raw, at))
                if 0xD800 <= code < 0xDC00:
                    high = code  # the box stands with the first half of the pair
                    left, bottom, right, top = text.get_charbox(at)
                    continue
                if 0xDC00 <= code < 0xE000:
                    code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
                    yield Sign(chr(code), number, left, bottom, right, top)
                elif code > 0x20 and chr(code) not in "\u3000\ufffe":
                    yield Sign(chr(code), number, *text.get_charbox(at))
    finally:
        document.close()


def page_sizes(file: Path) -> list[tuple[float, float]]:
    """Give width and height of every page in points."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def ink_of(file: Path, signs: Iterable[Sign], scale: int = 6) -> list[bytes]:
    """Give the picture of each sign: its box rendered in gray."""
    document = pypdfium2.PdfDocument(file)
    try:
        pictures: dict[int, Any] = {}
        found: list[bytes] = []
        for sign in signs:
            if sign.page not in pictures:
                rendered = document[sign.page].render(scale=scale, grayscale=True)
                pictures[sign.page] = rendered.to_pil()
            height = document[sign.page].get_height()
            box = (sign.left, height - sign.top, sign.right, height - sign.bottom)
            found.append(pictures[sign.page].crop([round(side * scale) for side in box]).tobytes())
        return found
    finally:
        document.close()


def dark_share(picture: bytes) -> float:
    """Give the share of dark points of a picture."""
    return sum(point < 128 for point in picture) / max(1, len(picture))
