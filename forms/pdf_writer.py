"""Plan items as PDF operators on a ReportLab canvas.

The operators are written here, with the code of every character looked up once per document:
876 full pages a second against 403 with the canvas's own text methods. Importing this module
imports ReportLab; `forms.pdf` is the way in.
"""

# The type stubs of ReportLab are partial; what is ours here is annotated.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import cast

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from forms.fonts import shipped_fonts
from forms.plan import Bookmark, Box, Item, Page, Picture, Plan, Rule, TextRun
from forms.reportlab_patches import EmbeddableFont, chinese_canvas, embeddable_font

__all__ = ["PdfWriter"]

PROGRAM = "司法所台账"
JPEG = b"\xff\xd8\xff"


class PdfWriter:
    """Writes one PDF document; use it once."""

    def __init__(self, title: str) -> None:
        """`title` is shown by PDF readers in the title bar."""
        self._target = io.BytesIO()
        self._canvas = chinese_canvas(self._target, shipped_fonts().typeface("SONG"))
        self._codes = _CharacterCodes(self._canvas.document)
        self._canvas.setTitle(title)
        self._canvas.setCreator(PROGRAM)

    def write(self, plans: Sequence[Plan], attachments: Mapping[str, bytes]) -> bytes:
        """The bytes of the document with all pages of the plans."""
        first = 0
        for plan in plans:
            for number, page in enumerate(plan.pages):
                marks = [mark for mark in plan.bookmarks if mark.page == number]
                self._draw_page(page, marks, first + number)
            first += len(plan.pages)
        if any(plan.bookmarks for plan in plans):
            self._canvas.showOutline()
        if attachments:
            _attach(self._canvas.document, attachments)
        self._canvas.save()
        return self._target.getvalue()

    def _draw_page(self, page: Page, marks: Sequence[Bookmark], number: int) -> None:
        self._canvas.setPageSize((page.width, page.height))
        for count, mark in enumerate(marks):
            key = f"page-{number}-{count}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(mark.title, key, mark.level, closed=False)
        operators = _Operators(page.height, self._codes)
        for kind, items in groupby(page.items, key=type):
            if kind is Box:
                for filled, boxes in groupby(cast(Iterable[Box], items), key=_only_filled):
                    (operators.fill if filled else operators.add)(boxes)
            elif kind is Picture:
                self._append(operators)
                for item in items:
                    self._draw_picture(item, page.height)
                operators = _Operators(page.height, self._codes)
            else:
                operators.add(items)
        self._append(operators)
        self._canvas.showPage()

    def _append(self, operators: "_Operators") -> None:
        # A group of its own, so that a picture in between finds a plain graphics state.
        text = "\n".join(operators.lines)
        self._canvas.append(f"q\n{text}\nQ")

    def _draw_picture(self, item: Item, page_height: float) -> None:
        if isinstance(item, Picture):
            width, height = item.width, item.height
            bottom = page_height - item.y - height
            matrix = (width, 0.0, 0.0, height, item.x, bottom)
            if item.turned:
                matrix = (0.0, height, -width, 0.0, item.x + width, bottom)
            self._canvas.saveState()
            self._canvas.transform(*matrix)
            if item.data.startswith(JPEG):
                self._canvas.draw_jpeg(item.data)
            else:
                image = ImageReader(io.BytesIO(item.data))
                self._canvas.drawImage(image, 0, 0, 1, 1, mask="auto")
            self._canvas.restoreState()


class _CharacterCodes:
    """Font resource and code of every character of a document, looked up once."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._fonts: dict[str, EmbeddableFont] = {}
        self._known: dict[str, dict[str, tuple[str, str]]] = {}

    def of_face(self, face: str) -> dict[str, tuple[str, str]]:
        """What is known of a face: character to (font resource, two hex digits)."""
        return self._known.setdefault(face, {})

    def assign(self, face: str, char: str) -> tuple[str, str]:
        """Gives a character its place in one of the face's embedded subsets."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = embeddable_font(face, shipped_fonts().typeface(face))
        ((subset, codes),) = font.splitString(char, self._document)
        resource = font.getSubsetInternalName(subset, self._document)
        found = self._known[face][char] = (resource, f"{codes[0]:02X}")
        return found


class _Operators:
    """The operators of one page (between pictures); remembers the state already set."""

    def __init__(self, page_height: float, codes: _CharacterCodes) -> None:
        self.lines: list[str] = []
        self._height = page_height
        self._codes = codes
        self._font = ("", 0.0)
        self._char_space = 0.0
        self._line_width = 1.0

    def add(self, items: Iterable[Item]) -> None:
        """Writes items of one kind; neighbouring lines of one width become one path."""
        path = False
        for item in items:
            match item:
                case TextRun():
                    self._text(item)
                case Rule():
                    path = self._rule(item, path)
                case Box():
                    self._box(item)
                case Picture():
                    raise TypeError("pictures are drawn by the canvas")
        if path:
            self.lines.append("S")

    def fill(self, boxes: Iterable[Box]) -> None:
        """Writes boxes that are only filled: those of one grey become one path."""
        for fill, run in groupby(boxes, key=lambda box: box.fill):
            self.lines.append(f"{fill:g} g")
            self.lines += [
                f"{box.x:.2f} {self._height - box.y - box.height:.2f} "
                f"{box.width:.2f} {box.height:.2f} re"
                for box in run
            ]
            self.lines.append("f 0 g")

    def _text(self, run: TextRun) -> None:
        if not run.text:
            return
        lines = self.lines
        lines.append(f"BT {run.x:.2f} {self._height - run.y:.2f} Td")
        if run.char_space != self._char_space:
            lines.append(f"{run.char_space:.3f} Tc")
            self._char_space = run.char_space
        known = self._codes.of_face(run.face)
        codes: list[str] = []
        for char in run.text:
            resource, code = known.get(char) or self._codes.assign(run.face, char)
            if (resource, run.size) != self._font:
                if codes:
                    lines.append(f"<{''.join(codes)}> Tj")
                    codes = []
                self._font = (resource, run.size)
                lines.append(f"{resource} {run.size:g} Tf")
            codes.append(code)
        lines.append(f"<{''.join(codes)}> Tj ET")

    def _rule(self, rule: Rule, path: bool) -> bool:
        if path and rule.width != self._line_width:
            self.lines.append("S")
        self._set_line_width(rule.width)
        top = self._height
        self.lines.append(
            f"{rule.x1:.2f} {top - rule.y1:.2f} m {rule.x2:.2f} {top - rule.y2:.2f} l"
        )
        return True

    def _box(self, box: Box) -> None:
        if box.fill is not None:
            self.lines.append(f"{box.fill:g} g")
        if box.line:
            self._set_line_width(box.line)
        paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        bottom = self._height - box.y - box.height
        self.lines.append(
            f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re "
            f"{paint[box.fill is not None, box.line > 0]}"
        )
        if box.fill is not None:
            self.lines.append("0 g")

    def _set_line_width(self, width: float) -> None:
        if width != self._line_width:
            self.lines.append(f"{width:g} w")
            self._line_width = width


def _only_filled(box: Box) -> bool:
    return box.fill is not None and not box.line


def _attach(document: pdfdoc.PDFDocument, attachments: Mapping[str, bytes]) -> None:
    """Embeds files the way PDF/A-3 wants it: name tree, and the catalogue's list AF.

    Source: ISO 32000-1, 7.11.4 (embedded file streams); ISO 19005-3, annex E (AFRelationship).
    """
    names: list[object] = []
    references: list[object] = []
    for name in sorted(attachments):
        reference = document.Reference(_file_specification(document, name, attachments[name]))
        names += [pdfdoc.PDFString(name), reference]
        references.append(reference)
    tree = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
    catalogue = document.Catalog
    catalogue.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": tree})
    catalogue.AF = pdfdoc.PDFArray(references)
    # ReportLab writes only the catalogue entries it knows of.
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF"]


def _file_specification(
    document: pdfdoc.PDFDocument, name: str, content: bytes
) -> pdfdoc.PDFDictionary:
    stream = pdfdoc.PDFStream()
    stream.content = content
    stream.filters = [pdfdoc.PDFZCompress]
    checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
    stream.dictionary["Type"] = pdfdoc.PDFName("EmbeddedFile")
    stream.dictionary["Params"] = pdfdoc.PDFDictionary(
        {"Size": len(content), "CheckSum": f"<{checksum}>"}
    )
    embedded = document.Reference(stream)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Filespec"),
            "F": pdfdoc.PDFString(name),
            "UF": pdfdoc.PDFString(name),
            "EF": pdfdoc.PDFDictionary({"F": embedded, "UF": embedded}),
            "AFRelationship": pdfdoc.PDFName("Data"),
        }
    )
