"""The page code as it is printed: dark boxes in the bottom margin, and no words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from forms import heavy_module
from forms.layout import Sheet
from forms.page_code import PageCode
from forms.plan import Box, Item

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


def code_mark(code: PageCode, sheet: Sheet, *, centred: bool) -> list[Item]:
    """The code of a page. Words beside it would part a text that goes on over the page.

    It stands in the middle between the margins, or at the left one where the middle belongs
    to the page number.
    """
    x = sheet.left + ((sheet.measure - SIDE) / 2 if centred else 0.0)
    y = sheet.height - FROM_EDGE - SIDE
    return [
        Box(
            round(x + MODULE * left, 2), round(y + MODULE * top, 2),
            round(MODULE * width, 2), round(MODULE * height, 2), 0, 0.0,
        )
        for left, top, width, height in _dark_boxes(code.encoded())
    ]  # fmt: skip


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
