"""The pages of a finished PDF as a plan of pictures, to show or print them like any paper."""

from __future__ import annotations

import io
from typing import Any, Final

from forms import heavy_module
from forms.pdfium_lock import PDFIUM
from forms.plan import Page, Picture, Plan

__all__ = ["PRINTED", "SHOWN", "pages_of_pdf"]

SHOWN: Final = 110
"""Dots per inch that are enough on a screen."""
PRINTED: Final = 220
"""Dots per inch at which the type of a printed page has no visible steps."""
_POINTS: Final = 72


def pages_of_pdf(content: bytes, title: str, dpi: int) -> Plan:
    """One picture per page of a PDF, at the size of the page.

    For PDFs that are more than our own plans, as a bound volume with scans in it; a paper
    by itself is drawn from its plan, sharper and smaller.
    """
    pdfium: Any = heavy_module("pypdfium2")
    with PDFIUM:
        document = pdfium.PdfDocument(content)
        try:
            return Plan(tuple(_page(page, dpi) for page in document), title)
        finally:
            document.close()


def _page(page: Any, dpi: int) -> Page:
    width, height = page.get_size()
    picture = page.render(scale=dpi / _POINTS).to_pil().convert("RGB")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    page.close()
    return Page(width, height, (Picture(0.0, 0.0, width, height, out.getvalue()),))
