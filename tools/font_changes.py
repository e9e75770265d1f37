"""Changes of outlines that Chinese papers need and the source fonts do not have."""

# fontTools has no type information.
# pyright: basic

from collections.abc import Callable

from fontTools.ttLib import TTFont

__all__ = ["CHANGES"]

EM_DASH = 0x2014
FIRST_HANZI = 0x3400
# Measured on 26 characters: FandolFang draws them 90 % as wide and as high as Noto Serif, and
# 70 units lower in the em square, which shows where two faces meet on a line.
FANG_SIZE = 0.94
FANG_RAISED = 70
CENTRE = (503, 376)


def glyph_names(font: TTFont) -> dict[int, str]:
    """The font's glyph names by code point; empty when it has no map of characters."""
    return font.getBestCmap() or {}


def full_width_dash(font: TTFont) -> None:
    """Stretch the em dash over the whole em, so that the two of a 破折号 join.

    The static Noto fonts of Google have the Latin one, which leaves gaps.
    """
    name = glyph_names(font)[EM_DASH]
    glyph = font["glyf"][name]
    scale = 1000 / (glyph.xMax - glyph.xMin)
    points = glyph.coordinates
    points.translate((-glyph.xMin, 0))
    points.scale((scale, 1))
    points.toInt()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (1000, 0)


def digits_of_one_width(font: TTFont) -> None:
    """Give all digits the width of the widest, so that numbers stand under one another."""
    table, widths = font["glyf"], font["hmtx"]
    names = [glyph_names(font)[code] for code in range(0x30, 0x3A)]
    widest = max(widths[name][0] for name in names)
    for name in names:
        glyph = table[name]
        glyph.coordinates.translate(((widest - widths[name][0]) // 2, 0))
        glyph.recalcBounds(table)
        widths[name] = (widest, glyph.xMin)


def smaller_hanzi(font: TTFont) -> None:
    """Shrink the characters about their centre to the size FandolFang draws them."""
    for code, name in glyph_names(font).items():
        glyph = font["glyf"][name]
        if code >= FIRST_HANZI and glyph.numberOfContours > 0:
            x, y = CENTRE
            points = glyph.coordinates
            points.translate((-x, -y))
            points.scale((FANG_SIZE, FANG_SIZE))
            points.translate((x, y))
            points.toInt()
            glyph.recalcBounds(font["glyf"])
            font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin)


def raised(font: TTFont) -> None:
    """Raise everything, so that the characters are centred like those of the other faces."""
    table = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = table[name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, FANG_RAISED))
            glyph.recalcBounds(table)


CHANGES: dict[str, Callable[[TTFont], None]] = {
    "full-width-dash": full_width_dash,
    "digits-of-one-width": digits_of_one_width,
    "raised": raised,
    "smaller-hanzi": smaller_hanzi,
}
