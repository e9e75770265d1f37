"""Blocks that are ruled tables: rows of records under a head, and a grid of labelled cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forms.blocks.reader import MM, Width, Words, shared_widths
from forms.layout import Cell, Span, Strip, Style, check_spans, kept_together, table_strips
from forms.templates import Slot, Template, filled_lines
from forms.values import SUBJECTS, Scope, View, rows_of

__all__ = ["Grid", "RowTable", "read_grid", "read_table"]


@dataclass(frozen=True, slots=True)
class CellForm:
    """A cell as declared: its line, typeface and spans; `foot` stands at its bottom right."""

    template: Template
    style: Style
    columns: int = 1
    rows: int = 1
    top: bool = False
    indent: float = 0.0
    foot: Template | None = None

    def cell(self, view: View) -> Cell:
        """The cell with its values."""
        foot: list[Span] = []
        if self.foot is not None:
            foot = _spans(self.foot, view, self.style)
        return Cell(
            tuple(_spans(self.template, view, self.style)),
            self.style,
            self.columns,
            self.rows,
            self.top,
            self.indent * self.style.size,
            foot=tuple(foot),
        )


def _spans(template: Template, view: View, style: Style) -> list[Span]:
    """The line of a cell: its width is not known here, so blanks do not stretch."""
    lines = filled_lines(template, view, style, 1e9)
    return [span for spans in lines for span in spans]


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table with one row per record and a head that repeats.

    It has at least `least_rows` rows, as an empty form `least_blank`. With `every`, a page
    ends after so many rows and, where there are several, with the rows of `subtotal`.
    """

    over: Slot | None
    widths: tuple[Width, ...]
    head: tuple[tuple[CellForm, ...], ...]
    row: tuple[CellForm, ...]
    foot: tuple[tuple[CellForm, ...], ...]
    least_rows: int
    least_blank: int
    height: float
    every: int = 0
    subtotal: tuple[tuple[CellForm, ...], ...] = ()

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The head, the rows and the closing rows of the table."""
        least = self.least_blank if view.env.blank else self.least_rows
        views = list(row_views(self.over, view, least))
        size = self.every or len(views) or 1
        parts = [views[start : start + size] for start in range(0, len(views), size)] or [[]]
        widths = shared_widths(self.widths, measure)
        strips: list[Strip] = []
        for part in parts:
            rows = [list(_cells(cells, view)) for cells in self.head]
            rows += [list(_cells(self.row, one)) for one in part]
            if len(parts) > 1:
                these = view.within({SUBJECTS: [one.values for one in part]}, 1)
                rows += [list(_cells(cells, these)) for cells in self.subtotal]
            if part is parts[-1]:
                rows += [list(_cells(cells, view)) for cells in self.foot]
            own = table_strips(rows, widths, head_rows=len(self.head), least_height=self.height)
            strips += [replace(own[0], new_page=True), *own[1:]] if strips and own else own
        return strips


def row_views(over: Slot | None, view: View, least: int) -> Iterable[View]:
    """A view per row; empty rows up to the least number, all empty in a blank form.

    Rows handed over at printing are no values of a record, so a blank form has them too.
    """
    given = over is not None and over.path is not None and over.path.given
    rows = [] if over is None or (view.env.blank and not given) else rows_of(over.value(view))
    rows += [{}] * (least - len(rows))
    return (view.within(row, number) for number, row in enumerate(rows, 1))


def _cells(forms: Iterable[CellForm], view: View) -> Iterable[Cell]:
    return (form.cell(view) for form in forms)


def read_table(words: Words) -> RowTable:
    """`kind = "table"`: `over`, `columns` (width, head, text, align), `heads`, `foot`."""
    columns = words.tables("columns")
    if not columns:
        raise words.fail("缺少“columns”")
    over, scope = words.rows("over")
    heads: list[CellForm] = []
    row: list[CellForm] = []
    widths: list[Width] = []
    for column in columns:
        heads.append(
            CellForm(column.template("head", ""), words.named_style("head_face", "table_head"))
        )
        column.context = column.context.inside(scope)
        row.append(CellForm(column.template("text", ""), column.style("table")))
        widths.append(column.width("width"))
        column.done()
    count = len(columns)
    heads_given = [_read_cells(cells, "table_head") for cells in words.table_rows("heads")]
    head = _checked(words, heads_given, count)
    foot_given = [_read_cells(cells, "table") for cells in words.table_rows("foot")]
    foot = _checked(words, foot_given, count)
    below = words.table_rows("subtotal")
    for cell in (one for cells in below for one in cells):
        cell.context = cell.context.inside(Scope(None, scope.kind, words.context.scope))
    subtotal = _checked(words, [_read_cells(cells, "table") for cells in below], count)
    return RowTable(
        over,
        tuple(widths),
        head or (tuple(heads),),
        tuple(row),
        foot,
        int(words.number("least_filled", 1)),
        int(words.number("least", 0)),
        words.number("height", 8) * MM,
        int(words.number("every", 0)),
        tuple(subtotal),
    )


def _checked(
    words: Words, rows: Iterable[Sequence[CellForm]], columns: int
) -> tuple[tuple[CellForm, ...], ...]:
    """The rows of cells, refused when they do not fill the columns."""
    found = tuple(tuple(row) for row in rows)
    spans = [[(cell.columns, cell.rows) for cell in row] for row in found]
    try:
        if any(least < 1 for row in spans for cell in row for least in cell):
            raise ValueError
        check_spans(spans, columns)
    except ValueError as error:
        raise words.fail(f"各行的格子没有正好占满 {columns} 列") from error
    return found


def _read_cells(cells: Iterable[Words], face: str) -> list[CellForm]:
    forms: list[CellForm] = []
    for cell in cells:
        is_label = "label" in cell.table
        own = "table_head" if is_label else face
        foot = cell.template("foot", "")
        forms.append(
            CellForm(
                cell.template("label" if is_label else "text", ""),
                cell.style(own),
                int(cell.number("columns", 1)),
                int(cell.number("rows", 1)),
                cell.flag("top"),
                cell.number("indent", 0),
                foot if foot.parts else None,
            )
        )
        cell.done()
    return forms


@dataclass(frozen=True, slots=True)
class Grid:
    """A form of labelled cells; `heights` are the least heights of its rows, in points."""

    widths: tuple[Width, ...]
    rows: tuple[tuple[CellForm, ...], ...]
    heights: tuple[float, ...]
    together: bool

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The rows of the grid."""
        rows = [list(_cells(cells, view)) for cells in self.rows]
        widths = shared_widths(self.widths, measure)
        strips = table_strips(rows, widths, least_height=self.heights)
        return kept_together(strips) if self.together else strips


def read_grid(words: Words) -> Grid:
    """`kind = "grid"`: `columns` (mm or `*`), `rows` of cells, `height` or `heights` in mm."""
    widths = words.widths("columns")
    given = [_read_cells(cells, "table") for cells in words.table_rows("rows")]
    rows = _checked(words, given, len(widths))
    heights = words.numbers("heights") or [words.number("height", 10)] * len(rows)
    if len(heights) != len(rows) or not rows:
        raise words.fail("heights 的个数要与 rows 相同")
    return Grid(widths, rows, tuple(one * MM for one in heights), words.flag("together"))
