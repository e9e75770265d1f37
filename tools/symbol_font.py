"""The marks of printed forms (☐ ☑ ☒ ✓ ✔ ✗ ✘), which hardly any Chinese font has.

Drawn here on a grid of 1000 units: a square as large as a Chinese character, and strokes.
"""

# fontTools has no type information.
# pyright: basic

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

__all__ = ["symbol_font"]

Point = tuple[int, int]

_BOX = (
    [(80, -30), (80, 810), (920, 810), (920, -30)],
    [(135, 25), (865, 25), (865, 755), (135, 755)],
)
_TICK = ([(190, 400), (255, 450), (410, 250), (760, 720), (830, 675), (420, 110)],)
_CROSS = (
    [(200, 145), (250, 95), (800, 645), (750, 695)][::-1],
    [(750, 95), (800, 145), (250, 695), (200, 645)][::-1],
)
_MARKS: dict[str, tuple[list[Point], ...]] = {
    "☐": _BOX,
    "☑": _BOX + _TICK,
    "☒": _BOX + _CROSS,
    "✓": _TICK,
    "✔": _TICK,
    "✗": _CROSS,
    "✘": _CROSS,
}


def symbol_font() -> TTFont:
    """The font, not yet named and dated like the others."""
    names = {mark: f"uni{ord(mark):04X}" for mark in _MARKS}
    glyphs = {".notdef": _outline(_BOX), "space": _outline(())}
    glyphs |= {names[mark]: _outline(contours) for mark, contours in _MARKS.items()}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x20: "space"} | {ord(mark): name for mark, name in names.items()})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(
        {
            name: (500 if name == "space" else 1000, getattr(glyph, "xMin", 0))
            for name, glyph in glyphs.items()
        }
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"copyright": "Drawn for this program."})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    return builder.font


def _outline(contours: tuple[list[Point], ...]) -> object:
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
