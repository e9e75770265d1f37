"""Any ReportTable on A4 landscape pages: heading tree, numbers, balance and foot lines.

A table wider than the page is cut between heading groups into parts, each with the label
column again, so that the figures never have to be shrunk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.statistics.table import Column, ReportTable, heading_runs
from forms.declaration import Footer
from forms.fonts import text_width
from forms.furniture import page_furniture
from forms.layout import Cell, Sheet, Span, Strip, Style, paginate, table_strips, text_strips
from forms.plan import A4_HEIGHT, A4_WIDTH, Plan

__all__ = ["lay_out_report"]

SHEET = Sheet(width=A4_HEIGHT, height=A4_WIDTH, top=34.0, bottom=34.0, left=42.0, right=30.0)
TITLE = Style("TITLE", 18.0, 28.0, "center", justify=False)
LINE = Style("SONG", 10.5, 17.0, justify=False)
HEAD = Style("HEI", 8.5, 10.0, "center", justify=False)
LABEL_SIZE, FIGURE_PITCH = 9.0, 11.0
SMALL = Style("SONG", 8.5, 13.0, justify=False)
CELL_PAD = 8.0
LEAST_COLUMN = 25.0
LEAST_LABEL, MOST_LABEL = 70.0, 200.0
ROW = 14.0


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of one part of a wide table: places in the table, and widths."""

    places: range
    widths: tuple[float, ...]


def lay_out_report(table: ReportTable, *, print_number: str = "") -> Plan:
    """Lay a statistical table out on A4 landscape pages.

    Every part repeats title, period and label column; balance findings, remarks and the
    signature lines stand after the last part.
    """
    parts = _parts(table)
    furniture = page_furniture(SHEET, Footer("centre", always=True), print_number)
    strips: list[Strip] = []
    for number, part in enumerate(parts):
        strips += _frame(table, number, len(parts))
        strips += _grid(table, part)
        strips += [Strip(6.0, vanishes=True)]
        if number < len(parts) - 1:
            strips.append(Strip(0.5, new_page=True))
    strips += _tail(table)
    pages, marks = paginate(strips, SHEET, furniture)
    return Plan(tuple(pages), f"{table.title}（{table.period_label}）", tuple(marks))


def _parts(table: ReportTable) -> list[_Part]:
    room = SHEET.measure - _label_width(table)
    widths = [_width(table, place) for place in range(len(table.columns))]
    parts: list[_Part] = []
    start = 0
    while start < len(widths):
        end, used = start, 0.0
        while end < len(widths) and used + widths[end] <= room:
            used += widths[end]
            end += 1
        end = max(_group_end(table.columns, start, end), start + 1)
        spare = (room - sum(widths[start:end])) / (end - start)
        # A short last part keeps narrow columns instead of being blown up.
        spare = min(spare, 22.0)
        parts.append(_Part(range(start, end), tuple(w + spare for w in widths[start:end])))
        start = end
    return parts


def _label_width(table: ReportTable) -> float:
    """Give the label column one line per label, within bounds."""
    widest = max((text_width(row.label, "HEI", LABEL_SIZE) for row in table.rows), default=0.0)
    return min(max(widest + CELL_PAD, LEAST_LABEL), MOST_LABEL)


def _group_end(columns: Sequence[Column], start: int, end: int) -> int:
    """Move a cut back to the border of a heading group, if that keeps half the part."""
    if end >= len(columns):
        return end
    for place in range(end, start + (end - start) // 2, -1):
        if columns[place].path[:1] != columns[place - 1].path[:1]:
            return place
    return end


def _width(table: ReportTable, place: int) -> float:
    texts = [row.cells[place].text for row in table.rows]
    widest = max((text_width(text, "HEI", LABEL_SIZE) for text in texts), default=0.0)
    return max(LEAST_COLUMN, widest + CELL_PAD)


def _frame(table: ReportTable, number: int, count: int) -> list[Strip]:
    title = table.title if count == 1 else f"{table.title}（{number + 1}/{count}）"
    strips = _text(title, TITLE)
    strips += _text(table.period_label, Style("SONG", 11.0, 18.0, "center", justify=False))
    if number == 0 and table.head:
        strips += _text("　　　　".join(f"{one}　　　" for one in table.head), SMALL)
    strips += _text(f"填报单位（盖章）：{table.unit_name}", LINE)
    return [Strip(s.height, s.items, keep=True) for s in strips]


def _text(text: str, style: Style) -> list[Strip]:
    return text_strips([Span(text)], style, SHEET.measure)


def _grid(table: ReportTable, part: _Part) -> list[Strip]:
    columns = [table.columns[place] for place in part.places]
    depth = max((len(column.path) for column in columns), default=0)
    rows: list[list[Cell]] = _heading_rows(table.first_heading, columns, depth)
    rows.append([Cell((Span("单位"),), HEAD), *(Cell((Span(c.unit),), HEAD) for c in columns)])
    rows.append([Cell((Span("甲"),), HEAD), *(Cell((Span(c.key),), HEAD) for c in columns)])
    head_rows = len(rows)
    for row in table.rows:
        bold = "HEI" if row.kind == "total" else "SONG"
        label = Style(bold, LABEL_SIZE, FIGURE_PITCH, justify=False)
        figures = Style(bold, LABEL_SIZE, FIGURE_PITCH, "center", justify=False)
        rows.append(
            [
                Cell((Span(row.label),), label),
                *(Cell((Span(row.cells[place].text),), figures) for place in part.places),
            ]
        )
    widths = (_label_width(table), *part.widths)
    return table_strips(rows, widths, head_rows=head_rows, least_height=ROW)


def _heading_rows(first: str, columns: Sequence[Column], depth: int) -> list[list[Cell]]:
    """Give the rows of the heading tree; a leaf reaches down to the unit row."""
    placed: list[list[tuple[int, Cell]]] = [[] for _ in range(depth + 1)]
    placed[0].append((-1, Cell((Span(first),), HEAD, rows=depth + 1)))
    for level in range(depth):
        for start, end in heading_runs(columns, level):
            text = columns[start].path[level]
            placed[level].append((start, Cell((Span(text),), HEAD, columns=end - start + 1)))
    for place, column in enumerate(columns):
        level = len(column.path)
        cell = Cell((Span(column.label),), HEAD, rows=depth + 1 - level)
        placed[level].append((place, cell))
    return [[cell for _, cell in sorted(row, key=lambda one: one[0])] for row in placed]


def _tail(table: ReportTable) -> list[Strip]:
    lines = ["　　".join(f"{one}　　　　" for one in table.foot)] if table.foot else []
    strips = [strip for line in lines for strip in _text(line, LINE)]
    broken = [b for b in table.balance if not b.holds]
    kept = "、".join(b.rule for b in table.balance if b.holds)
    notes = [f"审核关系：{kept} 相符。" if kept else ""]
    notes += [f"审核关系 {b.rule}（{b.text}）不符：{'、'.join(b.broken)}。" for b in broken]
    notes += [f"{number}. {note}" for number, note in enumerate(table.footnotes, 1)]
    strips += _text("说明：", SMALL)
    for note in filter(None, notes):
        strips += _text(note, SMALL)
    return strips
