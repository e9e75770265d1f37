"""Reading a bound volume back: texts, numbers, what the list of contents says, where words stand."""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportOptionalMemberAccess=false

from __future__ import annotations

import re

import pypdfium2

from desktop.volume import BoundVolume


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
