"""The page code as it is printed: dark boxes in the bottom margin and a line of small type."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from forms import heavy_module
from forms.fonts import split_runs, text_width
from forms.layout import Sheet
from forms.page_code import PageCode
from forms.plan import Box, Item, TextRun

__all__ = ["LEAST_BOTTOM", "code_mark"]

# 4 pixels of a scan at 200 dpi, so that blur and skew leave a module its own pixel; 29 of
# them (version 3) are 14.7 mm wide.
MODULE = 72 / 50
SIDE = 29 * MODULE
# Source: ISO/IEC 18004, 5.3.8: four modules around the symbol stay white.
QUIET = 4 * MODULE
# Printers leave up to 5 mm at the edge white, and scanners cut some off.
FROM_EDGE = 8 * 72 / 25.4
LEAST_BOTTOM = round(SIDE + QUIET + FROM_EDGE, 2)
"""The least bottom margin of a paper with a code, in points."""

SMALL = 6.5
LONGEST = 24


def code_mark(code: PageCode, number: str, sheet: Sheet, *, centred: bool) -> list[Item]:
    """The code of a page, and beside it the document's number and the page.

    It stands in the middle between the margins, or at the left one where the middle belongs
    to the page number.
    """
    x = sheet.left + ((sheet.measure - SIDE) / 2 if centred else 0.0)
    y = sheet.height - FROM_EDGE - SIDE
    items: list[Item] = [
        Box(
            round(x + MODULE * left, 2), round(y + MODULE * top, 2),
            round(MODULE * width, 2), round(MODULE * height, 2), 0, 0.0,
        )
        for left, top, width, height in _dark_boxes(code.encoded())
    ]  # fmt: skip
    short = number if len(number) <= LONGEST else f"{number[: LONGEST - 1]}…"
    text = " ".join(part for part in ("识别码", short, f"{code.page}/{code.pages}") if part)
    return items + _small(text, x + SIDE + QUIET, y + (SIDE + SMALL) / 2)


def _small(text: str, x: float, y: float) -> list[Item]:
    items: list[Item] = []
    for face, part in split_runs(text, "SONG"):
        items.append(TextRun(round(x, 2), round(y, 2), SMALL, face, part))
        x += text_width(part, "SONG", SMALL)
    return items


@lru_cache(maxsize=64)
def _dark_boxes(text: str) -> tuple[tuple[int, int, int, int], ...]:
    """Left, top, width and height of the dark parts, as few as runs under one another give."""
    zxing: Any = heavy_module("zxingcpp")
    made = zxing.create_barcode(text, zxing.BarcodeFormat.QRCode, ec_level="Q")
    rows = cast(list[list[int]], memoryview(made.to_image(add_quiet_zones=False)).tolist())
    open_runs: dict[tuple[int, int], int] = {}
    found: list[tuple[int, int, int, int]] = []
    for top, line in enumerate([*rows, []]):
        runs = set(_runs(line))
        for run in [one for one in open_runs if one not in runs]:
            first = open_runs.pop(run)
            found.append((run[0], first, run[1], top - first))
        for run in runs:
            open_runs.setdefault(run, top)
    return tuple(sorted(found, key=lambda box: (box[1], box[0])))


def _runs(line: list[int]) -> Iterator[tuple[int, int]]:
    """Start and length of the dark runs of a line."""
    start: int | None = None
    for place, grey in enumerate([*line, 255]):
        if not grey and start is None:
            start = place
        elif grey and start is not None:
            yield start, place - start
            start = None
