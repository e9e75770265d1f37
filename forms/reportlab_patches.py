"""What ReportLab 5.1 does wrongly or wastefully for Chinese papers, put right in one place.

- `makeToUnicodeCMap` writes five hex digits for a character above U+FFFF, so 𬭎 is copied out
  of the paper as something else, and more than 100 entries in a block, which the PDF
  specification forbids. Replaced by `to_unicode_map`.
- `TTFontParser` expands every table of a font when it is opened (64 to 156 ms and 38 MB) and
  copies the whole glyf table (7 to 30 MB) for every subset. `embeddable_font` gives a font that
  looks up in the mapped file instead.
- ASCII85 makes files 25 % larger, and `ttfAsciiReadable` embeds all of ASCII: both turned off.
- Text shaping starts by itself when uharfbuzz is installed: turned off, plans are laid out.
- `invariant` dates every file 1 January 2000: the dates are left out.
- Every canvas refers to Helvetica, which is not embedded, unless it is given another font.
- `drawImage` decodes a JPEG (50 ms a page) only to give it a name: `draw_jpeg` does not.

Importing this module imports ReportLab, so `forms.pdf` reaches it through the lazy gate. Tests
assert that every fault is still there without us and gone with us; when one of them is mended
upstream, drop our part.

Source: ISO 32000-1, 9.10.3 (ToUnicode CMaps); Adobe Technical Note 5014 (bfchar limit).
"""

# The type stubs of ReportLab are partial; what is ours here is annotated.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import hashlib
import io
import mmap
import struct
from collections.abc import Callable, Sequence
from typing import IO, Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from forms.typeface import Typeface

__all__ = ["ChineseCanvas", "EmbeddableFont", "chinese_canvas", "embeddable_font", "to_unicode_map"]

ENTRIES_PER_BLOCK = 100
INITIAL_FONT = "SifasuoInitial"

_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
)
_MAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


def to_unicode_map(_font_name: str, subset: Sequence[int]) -> str:
    """The CMap that says which character each code of a font subset stands for.

    `subset` lists the code points in the order of their codes; 0 stands for "no character".
    """
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [
        entries[start : start + ENTRIES_PER_BLOCK]
        for start in range(0, len(entries), ENTRIES_PER_BLOCK)
    ]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return _MAP_HEAD + body + _MAP_TAIL


def chinese_canvas(target: IO[bytes], initial: Typeface) -> "ChineseCanvas":
    """A canvas that writes to a binary file, the same bytes for the same strokes.

    `initial` is any face we ship; the canvas wants to know one, and must not know Helvetica.
    """
    rl_config.useA85 = 0
    rl_config.ttfAsciiReadable = 0
    ttfonts.makeToUnicodeCMap = to_unicode_map
    if INITIAL_FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(embeddable_font(INITIAL_FONT, initial))
    return ChineseCanvas(target)


def embeddable_font(name: str, typeface: Typeface) -> "EmbeddableFont":
    """A font that ReportLab can embed in one document.

    Make one per document: ReportLab's reading position is shared state, and two papers may be
    printed at once by two threads. It costs about 0.3 ms.
    """
    return EmbeddableFont(name, typeface)


class ChineseCanvas(Canvas):
    """ReportLab's canvas with a door for finished operators."""

    _doc: pdfdoc.PDFDocument
    _code: list[str]
    _formsinuse: list[str]
    _setXObjects: Callable[[pdfdoc.PDFObject], None]  # noqa: N815 - as ReportLab names it

    def __init__(self, target: IO[bytes]) -> None:
        # The type stubs take the name of the initial font for a number.
        font: Any = INITIAL_FONT
        super().__init__(target, invariant=1, pageCompression=1, initialFontName=font, lang="zh-CN")
        self._doc.info = _Properties()

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """The document under the canvas, to which fonts and attachments are added."""
        return self._doc

    def append(self, operators: str) -> None:
        """Adds finished page operators to the page being drawn."""
        self._code.append(operators)

    def draw_jpeg(self, data: bytes) -> None:
        """Draws a JPEG into the unit square as it is; `drawImage` would decode it to name it."""
        name = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        registered = self._doc.getXObjectName(name)
        if registered not in self._doc.idToObject:
            image = pdfdoc.PDFImageXObject(name)
            if not image.loadImageFromJPEG(io.BytesIO(data)):
                raise ValueError("not a JPEG picture")
            self._setXObjects(image)
            self._doc.Reference(image, registered)
            self._doc.addForm(name, image)
        self._currentPageHasImages = 1
        self._formsinuse.append(name)
        self._code.append(f"/{registered} Do")


class _Properties(pdfdoc.PDFInfo):
    """Title and program, without dates: ReportLab would write 1 January 2000.

    The day of a paper stands on the paper, the day of printing in the ledger; a date here
    would make two prints of the same paper differ.
    """

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        shown = {"Title": self.title, "Creator": self.creator, "Producer": self.producer}
        entries = {key: pdfdoc.PDFString(text) for key, text in shown.items()}
        return pdfdoc.PDFDictionary(entries).format(document)


class _Glyphs:
    """Character map that looks up in the file: code point to glyph number."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def __contains__(self, code: int) -> bool:
        return self._typeface.glyph(chr(code)) != 0

    def __getitem__(self, code: int) -> int:
        return self._typeface.glyph(chr(code))


class _Metrics:
    """Advance width and left side bearing of each glyph, read from the file."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        face = self._typeface
        full = min(glyph, face.width_count - 1)
        (advance,) = struct.unpack_from(">H", face.data, face.widths_at + 4 * full)
        beyond = glyph - full
        bearing_at = face.widths_at + 4 * full + (2 + 2 * beyond if beyond else 2)
        (bearing,) = struct.unpack_from(">H", face.data, bearing_at)
        return advance, bearing


class _Places:
    """Where each glyph's outline begins in the glyf table, read from the file."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def __getitem__(self, glyph: int) -> int:
        face = self._typeface
        if face.long_outlines:
            (place,) = struct.unpack_from(">L", face.data, face.outlines_at + 4 * glyph)
            return place
        (half,) = struct.unpack_from(">H", face.data, face.outlines_at + 2 * glyph)
        return 2 * half


class _Window:
    """A table of the file that is sliced where it stands instead of being copied."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class _Face(ttfonts.TTFontFace):
    """ReportLab's font face, with our lookups in place of its expanded tables."""

    def __init__(self, typeface: Typeface) -> None:
        pdfmetrics.TypeFace.__init__(self, None)
        self._ttf_data = typeface.data
        self.filename = typeface.path.name
        ttfonts.TTFontFile.__init__(self, self.filename, charInfo=0)
        self._typeface = typeface
        self.charToGlyph = _Glyphs(typeface)
        self.hmetrics = _Metrics(typeface)
        self.glyphPos = _Places(typeface)
        self.defaultWidth = typeface.width("\0")

    def getCharWidth(self, code: int) -> float:  # noqa: N802 - ReportLab's name
        return round(self._typeface.width(chr(code)), 3)

    def get_table(self, tag: str) -> object:
        if tag == "glyf":
            return _Window(self._ttf_data, self.get_table_pos(tag)[0])
        return super().get_table(tag)


class EmbeddableFont(ttfonts.TTFont):
    """ReportLab's font, made from a file that is already open."""

    def __init__(self, name: str, typeface: Typeface) -> None:
        self.fontName = name
        self.face = _Face(typeface)
        self.encoding = ttfonts.TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = 0
        self.shapable = False
