"""Pages of scanned PDFs set into the pages of a bound file, as they are: nothing is rasterised.

PDFium captures a page as a form XObject in the space in which it is shown (turned, cropped, its
lower left corner at the origin), so a matrix is all that is needed. It is put under what the page
holds already: the number stays on top.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from db.faults import Fault
from forms import heavy_module
from forms.pdfium_lock import PDFIUM
from forms.plan import A4_HEIGHT, A4_WIDTH

__all__ = ["Inset", "PageNotSet", "fitted", "pages_set_in"]

VERSION = 17
TRAILER = 2048
_ID = re.compile(rb"/ID\s*\[<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\]")

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Inset:
    """A page of a kept PDF that stands on a page of the bound file; both count from 0.

    `load` gives the PDF; insets of one PDF stand together, so it is opened once.
    """

    page: int
    title: str
    load: Callable[[], bytes]
    source_page: int


class PageNotSet(Fault):
    """A page of a kept PDF could not be brought into the volume."""

    def __init__(self, title: str) -> None:
        """`title`: what the attachment is called."""
        super().__init__(
            f"附件“{title}”里有一页不能装入卷宗。", "请把它重新扫描或打印为 PDF 后替换。"
        )


def pages_set_in(base: bytes, insets: Sequence[Inset]) -> bytes:
    """The file with all insets in their places."""
    if not insets:
        return base
    pdfium = heavy_module("pypdfium2")
    with PDFIUM:
        return _with_lasting_id(_set_in(pdfium, base, insets))


def _set_in(pdfium: Any, base: bytes, insets: Sequence[Inset]) -> bytes:
    target = pdfium.PdfDocument(base)
    try:
        for _, group in groupby(insets, key=lambda inset: inset.load):
            own = list(group)
            document = pdfium.PdfDocument(own[0].load())
            for inset in own:
                _set(pdfium, target, document, inset)
            document.close()
        made = io.BytesIO()
        target.save(made, version=VERSION)
    finally:
        target.close()
    return made.getvalue()


def _set(pdfium: Any, target: Any, document: Any, inset: Inset) -> None:
    page = target[inset.page]
    try:
        captured = document.page_as_xobject(inset.source_page, target)
        form = captured.as_pageobject()
        form.set_matrix(pdfium.PdfMatrix(*fitted(document.get_page_size(inset.source_page))))
        # PdfPage.insert_obj can only put it on top.
        if not pdfium.raw.FPDFPage_InsertObjectAtIndex(page, form, 0):
            raise PageNotSet(inset.title)
        form._detach_finalizer()
        captured.close()
        page.gen_content()
    except pdfium.PdfiumError as failed:
        raise PageNotSet(inset.title) from failed
    finally:
        page.close()


def fitted(size: tuple[float, float]) -> Matrix:
    """How a page of this size stands on A4: upright or turned to the left, never enlarged."""
    width, height = size
    turned = width > height
    if turned:
        width, height = height, width
    scale = min(1.0, A4_WIDTH / width, A4_HEIGHT / height)
    left, bottom = (A4_WIDTH - width * scale) / 2, (A4_HEIGHT - height * scale) / 2
    if turned:
        return 0.0, scale, -scale, 0.0, left + width * scale, bottom
    return scale, 0.0, 0.0, scale, left, bottom


def _with_lasting_id(content: bytes) -> bytes:
    """The same bytes for the same volume: PDFium makes up the file's identifier each time."""
    # It stands in the trailer, which is all but the end of the file.
    last = _ID.search(content, max(0, len(content) - TRAILER))
    if last is None:
        return content
    rest = memoryview(content)
    digest = hashlib.md5(rest[: last.start()], usedforsecurity=False)
    digest.update(rest[last.end() :])
    name = digest.hexdigest().upper().encode()
    return content[: last.start()] + b"/ID[<%s><%s>]" % (name, name) + content[last.end() :]
