"""A list of choices, each on a line of its own behind its box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from forms.blocks.reader import Words
from forms.layout import Strip, Style, text_strips
from forms.templates import Slot, Template, filled_lines
from forms.values import View

__all__ = ["Checklist", "read_checklist"]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Choices under one another, the chosen ones ticked (☑) and the others not (☐).

    `slots`: what is chosen; a later one counts when those before it are empty.
    """

    slots: tuple[Slot, ...]
    options: tuple[tuple[Template, tuple[str, ...]], ...]
    style: Style
    indent: float

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The choices, each as a paragraph."""
        chosen = next((found for slot in self.slots if (found := _codes(slot, view))), set[str]())
        indent = self.indent * self.style.size
        strips: list[Strip] = []
        for template, codes in self.options:
            box = "☑" if chosen.intersection(codes) else "☐"
            line = Template((box, *template.parts))
            own: list[Strip] = []
            for spans in filled_lines(line, view, self.style, measure, indent):
                own += text_strips(spans, self.style, measure, indent=0.0 if own else indent)
            strips += own
        return strips


def _codes(slot: Slot, view: View) -> set[str]:
    value = slot.value(view)
    listed = cast(Sequence[object], value) if isinstance(value, list | tuple) else [value]
    return {str(one) for one in listed if one not in (None, "")}


def read_checklist(words: Words) -> Checklist:
    """`kind = "checklist"`: `bind`, `or` (when that is empty), `options` with their codes."""
    slots = [words.slot("bind")]
    if words.text("or", ""):
        slots.append(words.slot("or"))
    options: list[tuple[Template, tuple[str, ...]]] = []
    for option in words.tables("options"):
        options.append((option.template("text"), tuple(option.texts("codes"))))
        option.done()
    return Checklist(tuple(slots), tuple(options), words.style("body"), words.number("indent", 2))
