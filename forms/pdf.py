"""Draws layout plans to a PDF file: the same plan gives the same bytes, everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from forms import heavy_module
from forms.plan import Plan

if TYPE_CHECKING:  # Also tells PyInstaller to pack the module that is loaded on first use.
    from forms import pdf_writer as _pdf_writer

__all__ = ["draw_pdf"]


def draw_pdf(
    plans: Plan | Iterable[Plan],
    *,
    title: str | None = None,
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """One PDF of one plan, or of several one after the other (fonts are embedded once).

    `title` goes into the file's properties, the first plan's title by default. `attachments`
    maps file names to contents that travel inside the file (a record's data, for example).

    May be called from several threads at once. Raises `FontFault` when a font the map names
    cannot be read, `ValueError` when there is no page.
    """
    sequence = [plans] if isinstance(plans, Plan) else list(plans)
    if not any(plan.pages for plan in sequence):
        raise ValueError("nothing to draw: the plans have no pages")
    if title is None:
        title = sequence[0].title
    writer: type[_pdf_writer.PdfWriter] = heavy_module("forms.pdf_writer").PdfWriter
    return writer(title).write(sequence, attachments or {})
