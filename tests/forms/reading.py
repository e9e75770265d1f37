"""Reading papers back: a paper's plan, and the text a reader of its PDF gets."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2

from forms.catalogue import lay_out
from forms.pdf import draw_pdf
from forms.plan import Plan
from tests.forms.examples import EXAMPLES

TODAY = date(2026, 4, 2)


def plan_of(paper: str, label: str, profile: str = "national") -> Plan:
    subjects = [] if label == "blank" else EXAMPLES[paper][label]
    return lay_out(paper, subjects, blank=label == "blank", profile=profile, today=TODAY)


def text_of(plan: Plan) -> str:
    """The text a reader of the PDF gets, without blanks, page numbers and what stands at a code."""
    document = pypdfium2.PdfDocument(draw_pdf(plan))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    pages = [re.sub(r"— \d+ —|第 \d+ 页 共 \d+ 页", "", page) for page in pages]
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    # PDFium marks a line end inside a word with U+FFFE or U+0002.
    return re.sub(r"[\s\ufffe\u0002]", "", text)


def found_in_order(text: str, words: list[str]) -> str | None:
    """The first word that does not follow the one before it, None when all do."""
    place = 0
    for word in map(squeezed, words):
        place = text.find(word, place)
        if place < 0:
            return word
        place += len(word)
    return None
