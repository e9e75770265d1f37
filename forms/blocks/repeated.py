"""Blocks made of other blocks: repeated over rows, and signature lines in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from forms.blocks.conditions import Condition
from forms.blocks.reader import MM, Words
from forms.blocks.ruled_tables import row_views
from forms.blocks.text import Block
from forms.layout import Strip, Style, items_below, kept_together, text_strips
from forms.templates import Slot, Template, filled_lines
from forms.values import View

__all__ = ["Each", "Part", "Signatures", "part_strips", "read_signatures"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its conditions and how it stands among the others.

    `keep`: on one page with the last lines of the block before it. `together`: its own lines
    stay on one page. `before`: space above it, in points.
    """

    block: Block
    when: tuple[Condition, ...] = ()
    keep: bool = False
    together: bool = False
    before: float = 0.0
    bookmark: Template | None = None


def part_strips(parts: Sequence[Part], view: View, measure: float) -> list[Strip]:
    """The strips of all parts whose conditions hold, in order."""
    strips: list[Strip] = []
    for part in parts:
        if not all(condition.holds(view) for condition in part.when):
            continue
        own = part.block.strips(view, measure)
        if part.together:
            own = kept_together(own)
        if part.before:
            own.insert(0, Strip(part.before, vanishes=True, keep=True))
        if part.bookmark is not None and own:
            own[0] = replace(own[0], bookmark=part.bookmark.text(view))
        if part.keep and strips:
            strips[-2:] = [replace(strip, keep=True) for strip in strips[-2:]]
        strips += own
    return strips


@dataclass(frozen=True, slots=True)
class Each:
    """Blocks repeated over rows; `least` times in any case, and that often when blank."""

    over: Slot
    parts: tuple[Part, ...]
    least: int
    together: bool

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The strips of every row, each row's on one page when they are kept together."""
        strips: list[Strip] = []
        for row in row_views(self.over, view, self.least):
            own = part_strips(self.parts, row, measure)
            strips += kept_together(own) if self.together else own
        return strips


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature lines; the left ones are repeated over rows, in one or two columns.

    The pitch leaves room for a signature with a fingerprint.
    """

    left: tuple[Template, ...]
    right: tuple[Template, ...]
    over: Slot | None
    least: int
    style: Style
    share: float
    columns: int

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip per row of signature lines, all kept together."""
        paired = bool(self.right) or self.columns == 2
        between = self.style.size if paired else 0.0
        left_width = (measure - between) * (self.share if paired else 1.0)
        right_width = measure - between - left_width
        rows = list(row_views(self.over, view, self.least)) if self.over else [view]
        two = self.columns == 2
        left_rows, right_rows = (rows[0::2], rows[1::2]) if two else (rows, [])
        left = [strip for row in left_rows for strip in self._lines(self.left, row, left_width)]
        right = [strip for row in right_rows for strip in self._lines(self.left, row, right_width)]
        right += self._lines(self.right, view, right_width)
        empty = Strip(self.style.pitch)
        strips = [
            Strip(
                self.style.pitch,
                (*one.items, *items_below(other.items, left_width + between, 0.0)),
            )
            for one, other in zip_longest(left, right, fillvalue=empty)
        ]
        return kept_together(strips)

    def _lines(self, lines: Sequence[Template], view: View, width: float) -> list[Strip]:
        strips: list[Strip] = []
        for line in lines:
            for spans in filled_lines(line, view, self.style, width):
                strips += text_strips(spans, self.style, width)
        return strips


def read_signatures(words: Words) -> Block:
    """`kind = "signatures"`: `left` and `right` lines, `over` rows, `columns`, `pitch` in mm."""
    over, _ = words.rows("over")
    style = words.style("body")
    pitch = words.number("pitch", 0) * MM
    columns = int(words.number("columns", 1))
    return Signatures(
        tuple(words.read_template(text) for text in words.texts("left")),
        tuple(words.read_template(text) for text in words.texts("right")),
        over,
        int(words.number("least", 1)),
        replace(style, pitch=pitch) if pitch else style,
        words.number("share", 0.5 if columns == 2 else 0.56),
        columns,
    )
