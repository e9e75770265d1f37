"""Blocks on ruled lines: a long text, and items each on lines of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from forms.blocks.reader import Words
from forms.blocks.text import Block
from forms.layout import Span, Strip, Style, break_lines, place_line, set_text, text_paragraphs
from forms.layout.lines import baseline_in, rule_depth
from forms.numbered_items import split_items
from forms.plan import Item, Rule
from forms.templates import Slot, value_items, value_spans
from forms.values import View

__all__ = ["Listed", "Ruled", "read_listed", "read_ruled"]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A label and a long text on ruled lines; it continues on as many as it needs.

    The first line starts after the label, the others take the full width. `pages`: when it is
    not 0, rules fill every page down to its foot, at least so many pages.
    """

    label: str
    slot: Slot
    style: Style
    rules: int
    indent: float
    pages: int = 0

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip per ruled line."""
        em = self.style.size
        label = [Span(self.label)] if self.label else []
        inset = self.indent * em
        start = inset + set_text(label, self.style).width if label else 0.0
        strips: list[Strip] = []
        paragraphs = text_paragraphs(value_spans(self.slot, view, self.style)) or [[]]
        for number, paragraph in enumerate(paragraphs):
            text = set_text([*label, *paragraph] if number == 0 else paragraph, self.style)
            for line in break_lines(text, measure, inset):
                first = not strips
                x = inset if line.start == 0 else 0.0
                items = place_line(text, line, self.style, x, baseline_in(self.style))
                strips.append(_on_rule(items, self.style, start if first else 0.0, measure))
        while len(strips) < self.rules:
            strips.append(_on_rule([], self.style, 0.0 if strips else start, measure))
        if len(strips) > 1:
            strips[0] = replace(strips[0], keep=True)
            strips[-2] = replace(strips[-2], keep=True)
        return [*strips, *self._filler(measure)]

    def _filler(self, measure: float) -> list[Strip]:
        if not self.pages:
            return []
        rule = _on_rule([], self.style, 0.0, measure)
        return [replace(rule, fills=True, least_pages=self.pages)]


def _on_rule(items: list[Item], style: Style, left: float, measure: float) -> Strip:
    y = round(baseline_in(style) + rule_depth(style.size), 2)
    rule = Rule(round(left, 2), y, round(measure, 2), y)
    return Strip(style.pitch, (rule, *items))


def read_ruled(words: Words) -> Block:
    """`kind = "ruled"`: `label`, `bind`, `rules` (the least number), `indent`, `pages`."""
    style = words.style("body")
    rules, indent = int(words.number("rules", 1)), words.number("indent", 2)
    pages = int(words.number("pages", 0))
    return Ruled(words.text("label", ""), words.slot("bind"), style, rules, indent, pages)


@dataclass(frozen=True, slots=True)
class Listed:
    """A label and items beside it, each on ruled lines of its own, numbered 1、 2、 if asked.

    Several values are an item each; a text has one per line, or per number it was written
    with. There are at least `least` lines, and so many numbers where they are printed.
    """

    label: str
    slot: Slot
    style: Style
    least: int
    indent: float
    numbered: bool

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The lines of every item, all behind the label."""
        label = set_text([Span(self.label)], self.style)
        inset = self.indent * self.style.size
        left = inset + label.width
        items = self._items(view)
        if self.numbered:
            items += [Span("")] * (self.least - len(items))
        strips: list[Strip] = []
        for number, item in enumerate(items, 1):
            strips += self._lines(item, number, left, measure)
        while len(strips) < self.least:
            strips.append(_on_rule([], self.style, left, measure))
        (line,) = break_lines(label, label.width + 0.1)
        own = place_line(label, line, self.style, inset, baseline_in(self.style))
        strips[0] = replace(strips[0], items=(*own, *strips[0].items))
        return strips

    def _items(self, view: View) -> list[Span]:
        found = value_items(self.slot, view, self.style)
        if not self.numbered:
            return [replace(one, text=part) for one in found for part in one.text.split("\n")]
        return [replace(one, text=part) for one in found for part in split_items(one.text)]

    def _lines(self, item: Span, number: int, left: float, measure: float) -> list[Strip]:
        mark = [Span(f"{number}、")] if self.numbered else []
        width = set_text(mark, self.style).width if mark else 0.0
        # Behind a number the text begins at once; on a bare rule a little way in.
        x = left if mark else left + self.style.size / 3
        text = set_text([*mark, item], self.style)
        strips: list[Strip] = []
        for line in break_lines(text, measure - x):
            items = place_line(text, line, self.style, x, baseline_in(self.style))
            strips.append(_on_rule(items, self.style, left if strips else left + width, measure))
        return strips


def read_listed(words: Words) -> Block:
    """`kind = "listed"`: `label`, `bind`, `least`, `indent`, `numbered`."""
    style = words.style("body")
    least, indent = int(words.number("least", 1)), words.number("indent", 2)
    label, slot = words.text("label", ""), words.slot("bind")
    return Listed(label, slot, style, max(least, 1), indent, words.flag("numbered"))
