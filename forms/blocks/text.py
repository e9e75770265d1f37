"""Blocks of text: lines with blanks, choices, seal and date, empty space."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from forms.blocks.reader import MM, Words
from forms.layout import (
    Span,
    Strip,
    Style,
    items_below,
    kept_together,
    set_text,
    text_strips,
)
from forms.plan import Rule
from forms.templates import Slot, Template, filled_lines
from forms.values import View

__all__ = [
    "Block",
    "Choices",
    "LineBlock",
    "PageBreak",
    "RuleBlock",
    "Seal",
    "Space",
    "read_choices",
    "read_line",
    "read_page_break",
    "read_rule",
    "read_seal",
    "read_space",
]  # fmt: skip


DASH = 6.0
"""Length of a dash, in points; the gap behind it is half of that."""


class Block(Protocol):
    """A part of a paper, compiled; it gives strips for the values of a view."""

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The strips, `measure` points wide."""
        ...


@dataclass(frozen=True, slots=True)
class LineBlock:
    """A printed line or paragraph with values in it; insets and indent in characters."""

    template: Template
    style: Style
    indent: float
    left: float
    right: float

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip per line of text."""
        em = self.style.size
        measure -= (self.left + self.right) * em
        indent = self.indent * em
        strips: list[Strip] = []
        for spans in filled_lines(self.template, view, self.style, measure, indent):
            strips += text_strips(spans, self.style, measure, indent=0.0 if strips else indent)
        return [_shifted(strip, self.left * em) for strip in strips] if self.left else strips


def _shifted(strip: Strip, dx: float) -> Strip:
    return replace(strip, items=items_below(strip.items, dx, 0.0))


def read_line(words: Words) -> Block:
    """`kind = "line"` (and `"title"`, which has its own typeface)."""
    is_title = words.text("kind") == "title"
    style = words.style("title" if is_title else "body")
    left, right = words.number("left", 0), words.number("right", 0)
    return LineBlock(words.template("text"), style, words.number("indent", 0), left, right)


@dataclass(frozen=True, slots=True)
class Choices:
    """Printed choices, the chosen one marked: `boxes` ☐☑ before it, or a ✓ behind it.

    Each option has its words, its codes and the sign that follows the mark.
    """

    label: str
    slot: Slot
    options: tuple[tuple[str, tuple[str, ...], str], ...]
    style: Style
    indent: float
    boxes: bool

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The label and all choices as running text."""
        value = self.slot.value(view)
        chosen = {str(one) for one in value} if isinstance(value, list | tuple) else {str(value)}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        spans = [Span(self.label)]
        for text, codes, sign in self.options:
            marked = bool(chosen.intersection(codes))
            if self.boxes:
                spans.append(Span(("☑" if marked else "☐") + text + sign))
            else:
                spans += [Span(text), Span("✓" if marked else ""), Span(sign)]
        return text_strips(spans, self.style, measure, indent=self.indent * self.style.size)


def read_choices(words: Words) -> Block:
    """`kind = "choices"`: `label`, `bind`, `mark` (tick or box), `options` with their codes."""
    mark = words.text("mark", "tick")
    if mark not in {"tick", "box"}:
        raise words.fail("mark 要写 tick 或 box")
    options: list[tuple[str, tuple[str, ...], str]] = []
    for option in words.tables("options"):
        codes = tuple(option.texts("codes"))
        options.append((option.text("text"), codes, option.text("sign", "")))
        option.done()
    return Choices(
        words.text("label", ""),
        words.slot("bind"),
        tuple(options),
        words.style("body"),
        words.number("indent", 2),
        mark == "box",
    )


@dataclass(frozen=True, slots=True)
class Seal:
    """Lines centred upon one another at the right margin: who seals, and the date."""

    lines: tuple[Template, ...]
    style: Style
    right: float

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip per line, kept together."""
        em = self.style.size
        room = measure - self.right * em
        spans = [
            spans for line in self.lines for spans in filled_lines(line, view, self.style, room)
        ]
        width = min(max(set_text(one, self.style).width for one in spans) + 0.1, room)
        style = replace(self.style, align="center", justify=False)
        strips: list[Strip] = []
        for one in spans:
            strips += [_shifted(strip, room - width) for strip in text_strips(one, style, width)]
        return kept_together(strips)


def read_seal(words: Words) -> Block:
    """`kind = "seal"`: `lines`, and `right`, the characters left free at the margin."""
    lines = tuple(words.read_template(text) for text in words.texts("lines"))
    if not lines:
        raise words.fail("缺少“lines”")
    return Seal(lines, words.style("body"), words.number("right", 2))


@dataclass(frozen=True, slots=True)
class Space:
    """Empty space, in points; left out at the top of a page unless it is asked to stay."""

    height: float
    stays: bool

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One empty strip."""
        del view, measure
        return [Strip(self.height, vanishes=not self.stays)]


def read_space(words: Words) -> Block:
    """`kind = "space"`: `mm` or `lines` of the body's pitch; `stays` also at a page's top."""
    lines = words.number("lines", 0) * words.style("body").pitch
    return Space(words.number("mm", 0) * MM + lines, words.flag("stays"))


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A line across the page; dashed where a sheet is cut in two."""

    thick: float
    dashed: bool = False

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip with the line in the middle."""
        del view
        if self.dashed:
            starts = (
                DASH * 1.5 * number for number in range(int((measure + DASH / 2) // (DASH * 1.5)))
            )
            dashes = [Rule(round(x, 2), 4.0, round(x + DASH, 2), 4.0, self.thick) for x in starts]
            return [Strip(8.0, tuple(dashes))]
        return [Strip(8.0, (Rule(0.0, 4.0, round(measure, 2), 4.0, self.thick),))]


def read_rule(words: Words) -> Block:
    """`kind = "rule"`: `thick` in points, `dashed`."""
    return RuleBlock(words.number("thick", 0.5), words.flag("dashed"))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins here."""

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip without height."""
        del view, measure
        return [Strip(0.0, new_page=True, keep=True)]


def read_page_break(words: Words) -> Block:
    """`kind = "page_break"`."""
    del words
    return PageBreak()
