"""The layout engine: text to lines, lines and tables to strips, strips to the pages of a plan.

It knows nothing of records or papers. Lengths are points; see `forms.plan` for the axes.
"""

from forms.layout.lines import Line, break_lines, place_line, text_strips
from forms.layout.pages import Sheet, paginate
from forms.layout.strips import Strip, items_below, kept_together
from forms.layout.tables import Cell, check_spans, table_strips
from forms.layout.text import (
    GAP,
    Span,
    Style,
    Text,
    can_draw,
    gap,
    set_text,
    text_paragraphs,
)

__all__ = [
    "GAP", "Cell", "Line", "Sheet", "Span", "Strip", "Style", "Text", "break_lines", "can_draw",
    "check_spans", "gap",
    "items_below", "kept_together", "paginate", "place_line", "set_text", "table_strips",
    "text_paragraphs", "text_strips",
]  # fmt: skip
