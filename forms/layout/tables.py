"""Ruled tables: cells that span columns and rows, heads that repeat, rows over several pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from forms.layout.lines import Line, baseline_in, break_lines, place_line
from forms.layout.strips import Strip, items_below
from forms.layout.text import Span, Style, Text, set_text, text_paragraphs
from forms.plan import Item, Rule

__all__ = ["Cell", "check_spans", "table_strips"]

PAD = 3.0
# A row higher than this is divided between its lines; a lower one moves to the next page.
TALLEST_WHOLE_ROW = 220.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, how it stands, and how many columns and rows it covers.

    `top`: the text begins at the top instead of standing in the middle. `items` are drawn as
    they are, counted from the cell's top left corner. `foot`: lines at the bottom, to the right
    (a place for seal and date).
    """

    spans: tuple[Span, ...] = ()
    style: Style = field(default_factory=lambda: Style("SONG", 10.5, 15.0))
    columns: int = 1
    rows: int = 1
    top: bool = False
    indent: float = 0.0
    items: tuple[Item, ...] = ()
    foot: tuple[Span, ...] = ()


def table_strips(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    head_rows: int = 0,
    least_height: float | Sequence[float] = 20.0,
    left: float = 0.0,
) -> list[Strip]:
    """The strips of a table; the first `head_rows` rows are repeated on every page.

    `rows` hold only the cells that begin in them, from left to right, as in HTML. `widths` are
    those of the columns, `least_height` that of a row (one number, or one per row), in points.
    Rows tied by a spanning cell stay on one page, as does any row lower than a third of a page;
    a higher row is divided between its lines.
    """
    grid = _Grid(rows, widths, left, head_rows)
    least = [least_height] * len(rows) if isinstance(least_height, int | float) else least_height
    heights = grid.heights(list(least))
    edges = [0.0, *accumulate(heights)]
    head = tuple(
        strip for band in grid.bands() if band[0] < head_rows for strip in grid.strips(band, edges)
    )
    head = tuple(replace(strip, keep=True) for strip in head)
    strips = list(head)
    for band in grid.bands():
        if band[0] >= head_rows:
            strips += [replace(strip, head=head) for strip in grid.strips(band, edges)]
    return strips


def check_spans(rows: Sequence[Sequence[tuple[int, int]]], columns: int) -> None:
    """Refuse rows of cells (columns, rows) that do not fill the table; `ValueError` says where."""
    _placed_cells([[Cell(columns=c, rows=r) for c, r in row] for row in rows], columns)


@dataclass(frozen=True, slots=True)
class _CellLine:
    """A line of a cell, as it will be placed."""

    text: Text
    line: Line
    style: Style
    inset: float

    def items(self, x: float, y: float) -> list[Item]:
        """The line with the top of its pitch at `y`."""
        inset = self.inset if self.style.align == "left" else 0.0
        baseline = round(y + baseline_in(self.style), 2)
        return place_line(self.text, self.line, self.style, x + inset, baseline)


@dataclass(slots=True)
class _Placed:
    """A cell at its place in the grid, with its lines and those at its foot."""

    cell: Cell
    row: int
    column: int
    lines: list[_CellLine] = field(default_factory=list[_CellLine])
    foot: list[_CellLine] = field(default_factory=list[_CellLine])

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.foot)) * self.cell.style.pitch + 2 * PAD

    def set(self, width: float) -> None:
        """Break the text to the width of the cell."""
        self.lines = _cell_lines(self.cell.spans, self.cell.style, width, self.cell.indent)
        if self.cell.foot:
            self.foot = _cell_lines(
                self.cell.foot, replace(self.cell.style, align="right"), width, 0.0
            )

    def items(self, x: float, top: float, bottom: float) -> list[Item]:
        """The text of a cell that is not divided."""
        pitch = self.cell.style.pitch
        y = top + PAD
        if not self.cell.top and not self.foot:
            y = top + (bottom - top - len(self.lines) * pitch) / 2
        items: list[Item] = []
        for number, line in enumerate(self.lines):
            items += line.items(x, y + number * pitch)
        y = bottom - PAD - len(self.foot) * pitch
        for number, line in enumerate(self.foot):
            items += line.items(x, y + number * pitch)
        return items


def _cell_lines(
    spans: tuple[Span, ...], style: Style, width: float, indent: float
) -> list[_CellLine]:
    lines: list[_CellLine] = []
    for paragraph in text_paragraphs(spans):
        text = set_text(paragraph, style)
        for number, line in enumerate(break_lines(text, width, indent)):
            lines.append(_CellLine(text, line, style, indent if number == 0 else 0.0))
    return lines


class _Grid:
    """The cells of a table where they stand."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], widths: Sequence[float], left: float, head_rows: int
    ) -> None:
        self.count = len(rows)
        self.head_rows = head_rows
        self.x = [round(left + edge, 2) for edge in (0.0, *accumulate(widths))]
        self.by_row = _placed_cells(rows, len(widths))
        for placed in self._all():
            placed.set(self._width(placed) - 2 * PAD)

    def _all(self) -> list[_Placed]:
        return [placed for row in self.by_row for placed in row]

    def _width(self, placed: _Placed) -> float:
        return self.x[placed.column + placed.cell.columns] - self.x[placed.column]

    def heights(self, heights: list[float]) -> list[float]:
        """The heights of the rows, so that every cell has room for its lines."""
        for placed in sorted(self._all(), key=lambda one: one.cell.rows):
            covered = range(placed.row, placed.row + placed.cell.rows)
            lack = placed.height - sum(heights[row] for row in covered)
            if lack > 0:
                heights[covered[-1]] += lack
        return heights

    def bands(self) -> list[tuple[int, int]]:
        """First row and row after the last of each set of rows tied by spanning cells."""
        bands: list[tuple[int, int]] = []
        start = end = 0
        for row, cells in enumerate(self.by_row):
            end = max([end, row + 1, *(row + placed.cell.rows for placed in cells)])
            if row + 1 == end:
                bands.append((start, end))
                start = end
        return bands

    def strips(self, rows: tuple[int, int], edges: list[float]) -> list[Strip]:
        """The strips of a band: one, or one per line for a single tall row."""
        start, end = rows
        cells = [placed for row in self.by_row[start:end] for placed in row]
        height = edges[end] - edges[start]
        divided = end - start == 1 and height > TALLEST_WHOLE_ROW
        strips = self._divided(cells) if divided else [self._whole(cells, rows, edges)]
        top = (Rule(self.x[0], 0.0, self.x[-1], 0.0),)
        if start == 0:
            first = strips[0]
            strips[0] = replace(first, items=(*top, *first.items), top_edge=())
        return strips

    def _whole(self, cells: list[_Placed], rows: tuple[int, int], edges: list[float]) -> Strip:
        start, end = rows
        height = edges[end] - edges[start]
        items: list[Item] = []
        # A head of several rows is read column by column: 案件数, and its 一般, 疑难 below it.
        for placed in sorted(cells, key=_by_column) if start < self.head_rows else cells:
            y = edges[placed.row] - edges[start]
            foot = edges[placed.row + placed.cell.rows] - edges[start]
            x = self.x[placed.column]
            items += [Rule(x, y, x, foot), *items_below(placed.cell.items, x, y)]
            items += placed.items(x + PAD, y, foot)
        for row in range(start + 1, end + 1):
            items += self._lower_edges(cells, row, edges[row] - edges[start])
        items.append(Rule(self.x[-1], 0.0, self.x[-1], height))
        return Strip(height, tuple(items), top_edge=self._line(0.0))

    def _divided(self, cells: list[_Placed]) -> list[Strip]:
        """One strip per line, so that a row may go on over any number of pages."""
        lines = [placed.lines + placed.foot for placed in cells]
        count = max(len(one) for one in lines)
        pitch = max(placed.cell.style.pitch for placed in cells)
        strips: list[Strip] = []
        for number in range(count):
            y = PAD if number == 0 else 0.0
            height = pitch + y + (PAD if number == count - 1 else 0.0)
            items: list[Item] = [Rule(x, 0.0, x, height) for x in self._uprights(cells)]
            for placed, own in zip(cells, lines, strict=True):
                if number < len(own):
                    items += own[number].items(self.x[placed.column] + PAD, y)
            last = number == count - 1
            foot = self._line(height)
            strips.append(
                Strip(
                    height,
                    (*items, *foot) if last else tuple(items),
                    keep=number in {0, count - 2} and not last,
                    top_edge=self._line(0.0),
                    bottom_edge=() if last else foot,
                )
            )
        return strips

    def _uprights(self, cells: list[_Placed]) -> list[float]:
        return [*(self.x[placed.column] for placed in cells), self.x[-1]]

    def _line(self, y: float) -> tuple[Item, ...]:
        return (Rule(self.x[0], y, self.x[-1], y),)

    def _lower_edges(self, cells: list[_Placed], row: int, y: float) -> list[Item]:
        """The lines below the cells that end above row `row`, neighbours as one line."""
        ends = sorted(
            (self.x[placed.column], self.x[placed.column + placed.cell.columns])
            for placed in cells
            if placed.row + placed.cell.rows == row
        )
        lines: list[tuple[float, float]] = []
        for left, right in ends:
            if lines and lines[-1][1] == left:
                lines[-1] = (lines[-1][0], right)
            else:
                lines.append((left, right))
        return [Rule(left, y, right, y) for left, right in lines]


def _by_column(placed: _Placed) -> tuple[int, int]:
    return placed.column, placed.row


def _placed_cells(rows: Sequence[Sequence[Cell]], columns: int) -> list[list[_Placed]]:
    """The cells of each row with their columns, past those that hang down from above."""
    taken: set[tuple[int, int]] = set()
    by_row: list[list[_Placed]] = []
    for row, cells in enumerate(rows):
        by_row.append([])
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if column + cell.columns > columns or row + cell.rows > len(rows):
                raise ValueError(f"row {row + 1}: a cell reaches over the edge of the table")
            if cell.rows > 1:
                taken |= {
                    (below, beside)
                    for below in range(row + 1, row + cell.rows)
                    for beside in range(column, column + cell.columns)
                }
            by_row[-1].append(_Placed(cell, row, column))
            column += cell.columns
        covered = sum(1 for place in taken if place[0] == row) if taken else 0
        if covered + sum(cell.columns for cell in cells) != columns:
            raise ValueError(f"row {row + 1}: its cells do not fill the {columns} columns")
    return by_row
