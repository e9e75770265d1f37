"""The picture of a scanned page as it is kept: upright, straight, small enough to carry."""

# Pillow's signatures name types of numpy, which is not there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from forms import heavy_module
from forms.scanned.pages import A4_LONG, ScannedPage

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["FiledPicture", "filed_picture"]

A4_SHORT = 1654
QUALITY = 50
"""JPEG quality: the text of a noisy scan stays sharp, the noise costs no more than it must."""

LEAST_LEAN, MOST_LEAN = 0.6, 8.0
"""Degrees: a code 120 pixels wide tells less than that poorly; more is a page laid askew."""

COLOURED = 40
"""Difference of the strongest and weakest colour of a pixel that is no grey."""
COLOURED_SHARE = 0.0003
"""A fingerprint in red ink covers a thousandth of a page."""


@dataclass(frozen=True)
class FiledPicture:
    """The bytes that are kept of a page."""

    content: bytes
    width: int
    height: int
    media: str = "image/jpeg"

    @cached_property
    def sha256(self) -> str:
        """The content's name in the store of attachments."""
        return hashlib.sha256(self.content).hexdigest()


def filed_picture(page: ScannedPage, angle: float = 0.0) -> FiledPicture:
    """The page turned by an angle (`Found.angle`), at most 200 dpi of A4, as JPEG.

    The same page gives the same bytes.
    """
    image = _turned(page.image, angle)
    wide, high = (A4_LONG, A4_SHORT) if image.width > image.height else (A4_SHORT, A4_LONG)
    scale = min(wide / image.width, high / image.height)
    lanczos = heavy_module("PIL.Image").Resampling.LANCZOS
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, lanczos, reducing_gap=2.0)
    if image.mode != "L" and not _has_colour(image):
        image = image.convert("L")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return FiledPicture(out.getvalue(), image.width, image.height)


def _turned(image: Image, angle: float) -> Image:
    """The picture turned by whole quarters, and straightened when it leans a little."""
    pillow: Any = heavy_module("PIL.Image")
    quarters = round(angle / 90) % 4
    lean = angle - round(angle / 90) * 90
    if quarters:
        turns = pillow.Transpose.ROTATE_90, pillow.Transpose.ROTATE_180, pillow.Transpose.ROTATE_270
        image = image.transpose(turns[quarters - 1])
    if LEAST_LEAN <= abs(lean) <= MOST_LEAN:
        white = 255 if image.mode == "L" else (255, 255, 255)
        image = image.rotate(lean, pillow.Resampling.BICUBIC, fillcolor=white)
    return image


def _has_colour(image: Image) -> bool:
    """Whether there is anything red, blue or green on the page, a seal for example."""
    small = image.resize((max(1, image.width // 4), max(1, image.height // 4)))
    red, green, blue = small.split()
    chops: Any = heavy_module("PIL.ImageChops")
    strongest = chops.lighter(chops.lighter(red, green), blue)
    weakest = chops.darker(chops.darker(red, green), blue)
    counts: list[int] = chops.subtract(strongest, weakest).histogram()
    return sum(counts[COLOURED:]) > COLOURED_SHARE * small.width * small.height
