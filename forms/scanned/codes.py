"""Finding the code on a scanned page: many tries, and no guess when two codes disagree."""

# Pillow's signatures name types of numpy, which is not there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms import heavy_module
from forms.page_code import PageCode, read_page_code
from forms.scanned.pages import A4_LONG, ScannedPage

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Found", "find_code"]

STRIP = 0.25
"""The part of the page's height in which the code is printed, with room for a page askew."""

NO_CODE = "没有找到识别码：页上没有印，或被遮盖、折叠、裁掉"
SEVERAL = "页上有几个不同的识别码，不能确定是哪一页"
FOREIGN = "页上的二维码不是本程序的识别码，或已损坏"

LEAST = 32
"""Fewer pixels than this hold no code, and strips of such a picture would have none at all."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the code, or in Chinese why there is none.

    angle: degrees the page must be turned counter-clockwise to stand upright and straight.
    """

    code: PageCode | None
    why: str = ""
    angle: float = 0.0


def find_code(page: ScannedPage) -> Found:
    """Look for the page's code on the whole page, then in strips, clearer and larger."""
    if min(page.image.size) < LEAST:
        return Found(None, NO_CODE)
    seen_foreign = False
    for picture, binarizer in _tries(page.image.convert("L")):
        ours: dict[PageCode, Any] = {}
        for symbol in _symbols(picture, binarizer):
            code = read_page_code(symbol.text)
            if code is None:
                seen_foreign = True
            else:
                ours.setdefault(code, symbol)
        if len(ours) > 1:
            return Found(None, SEVERAL)
        for code, symbol in ours.items():
            return Found(code, angle=_angle(symbol.position))
    return Found(None, FOREIGN if seen_foreign else NO_CODE)


def _symbols(picture: Image, binarizer: str) -> list[Any]:
    zxing: Any = heavy_module("zxingcpp")
    return zxing.read_barcodes(
        picture,
        formats=zxing.BarcodeFormat.QRCode,
        try_invert=False,
        binarizer=getattr(zxing.Binarizer, binarizer),
    )


def _tries(grey: Image) -> Iterator[tuple[Image, str]]:
    """The picture in the ways in which a code may show, the likeliest first.

    The whole page always comes first, so that a second code on it is not overlooked.
    """
    yield grey, "LocalAverage"
    yield grey, "GlobalHistogram"
    filters, ops = heavy_module("PIL.ImageFilter"), heavy_module("PIL.ImageOps")
    softened = grey.filter(filters.GaussianBlur(0.8))
    yield softened, "LocalAverage"
    for strip in _strips(grey):
        large = _enlarged(strip)
        for picture in (large, large.filter(filters.GaussianBlur(1.6))):
            clear = ops.autocontrast(picture, cutoff=(1, 20))
            yield clear, "LocalAverage"
            yield clear, "GlobalHistogram"
        sharp = large.filter(filters.UnsharpMask(radius=4, percent=220, threshold=2))
        yield sharp, "LocalAverage"
        for level in (70, 110, 150, 190):
            yield large.point([255 if one > level else 0 for one in range(256)]), "BoolCast"
    half = grey.resize((grey.width // 2, grey.height // 2))
    if max(half.size) >= A4_LONG * 0.7:
        yield half, "LocalAverage"


def _strips(grey: Image) -> Iterator[Image]:
    """Bottom, top, right and left strip: where the code stands as the page was turned."""
    wide, high = grey.size
    deep, across = round(high * STRIP), round(wide * STRIP)
    yield grey.crop((0, high - deep, wide, high))
    yield grey.crop((0, 0, wide, deep))
    yield grey.crop((wide - across, 0, wide, high))
    yield grey.crop((0, 0, across, high))


def _enlarged(strip: Image) -> Image:
    """Twice the size, unless the strip is large already."""
    if max(strip.size) > A4_LONG * 1.5:
        return strip
    bicubic = heavy_module("PIL.Image").Resampling.BICUBIC
    return strip.resize((strip.width * 2, strip.height * 2), bicubic)


def _angle(position: Any) -> float:
    """How far the symbol's upper and lower edges lean, taken together."""
    right, left = position.top_right, position.top_left
    below_right, below_left = position.bottom_right, position.bottom_left
    across = right.x - left.x + below_right.x - below_left.x
    down = right.y - left.y + below_right.y - below_left.y
    return math.degrees(math.atan2(down, across))
