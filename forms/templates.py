"""Lines of a paper: printed words with values and blanks, `姓名{name;6} 联系方式{phone;*}`.

Between braces stands a path, then filters after `|`, then after `;` the blank: a number is the
least width of a ruled blank in characters, `*` lets it run on to the next label or the margin
(`2*` twice as far as another), `~` leaves the rule out. Without `;` the value stands in the text
like any other word. `{;*}` is a blank for handwriting, `{#}` the number of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from forms.filters import Call, field_after, is_date_form, read_call
from forms.layout import Span, Style, break_lines, gap, set_text
from forms.layout.text import can_draw
from forms.plan import MissingGlyph
from forms.values import Path, Scope, View, read_path, shown

__all__ = ["Slot", "Template", "filled_lines", "read_template", "value_items", "value_spans"]

_SLOT = re.compile(r"\{([^{}]*)\}")
_BLANK = re.compile(r"(~)?(\d+(?:\.\d+)?)?(\*)?")
_CALLS = re.compile(r"\|(?![^(]*\))")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: where it comes from and how its blank stands.

    `least`: width of the blank in characters; `stretch`: its share of the rest of the line,
    0 for none. `number`: the place shows the number of the row.
    """

    path: Path | None
    calls: tuple[Call, ...] = ()
    ruled: bool = False
    least: float = 0.0
    stretch: float = 0.0
    number: bool = False

    @property
    def leaves_date(self) -> bool:
        """Whether an empty value leaves 年月日 standing."""
        return bool(self.calls) and is_date_form(self.calls[-1])

    def value(self, view: View) -> object:
        """The value after the filters, None in a blank form."""
        if self.number:
            return str(view.number)
        if self.path is None:
            return None
        value = self.path.value(view)
        for call in self.calls:
            value = call(value, view)
        return value

    def text(self, view: View) -> str:
        """The value as it is printed."""
        of = field_after(self.calls, self.path) if self.path else None
        return shown(self.value(view), of)


@dataclass(frozen=True, slots=True)
class Template:
    """A line of a paper: words and slots in order."""

    parts: tuple[str | Slot, ...]

    def slots(self) -> Iterator[Slot]:
        """The slots in order."""
        return (part for part in self.parts if isinstance(part, Slot))

    def text(self, view: View) -> str:
        """The line as plain text, for titles of the contents list."""
        return "".join(part if isinstance(part, str) else part.text(view) for part in self.parts)


def read_template(text: str, scope: Scope) -> Template:
    """The line as written in a paper; `ValueError` says what is wrong with it."""
    parts: list[str | Slot] = []
    position = 0
    for match in _SLOT.finditer(text):
        if match.start() > position:
            parts.append(text[position : match.start()])
        parts.append(_read_slot(match[1], scope))
        position = match.end()
    if position < len(text):
        parts.append(text[position:])
    if any("{" in part or "}" in part for part in parts if isinstance(part, str)):
        raise ValueError(f"花括号不成对：{text}")
    return Template(tuple(parts))


def _read_slot(text: str, scope: Scope) -> Slot:
    body, _, blank = text.partition(";")
    match = _BLANK.fullmatch(blank.strip())
    if match is None:
        raise ValueError(f"看不懂空白“{blank}”，应写成 8、*、2* 或 ~8")
    number = float(match[2] or 0)
    ruled = bool(blank) and not match[1]
    least, stretch = (0.0, number or 1.0) if match[3] else (number, 0.0)
    path_text, *calls = (part.strip() for part in _CALLS.split(body))
    if path_text in {"", "#"}:
        if calls:
            raise ValueError(f"“{text}”没有字段，不能用过滤器")
        return Slot(None, (), ruled, least, stretch, path_text == "#")
    path = read_path(path_text, scope)
    filters = tuple(read_call(call, path, scope) for call in calls)
    return Slot(path, filters, ruled, least, stretch)


def value_spans(slot: Slot, view: View, style: Style) -> list[Span]:
    """The value of a slot as spans, with every character that no font has noted."""
    if slot.path is None:
        return [Span(str(slot.value(view)))] if slot.number else []
    spans: list[Span] = []
    for item in value_items(slot, view, style):
        if spans:
            spans.append(Span("、", slot.ruled))
        spans.append(item)
    if not spans and slot.leaves_date:
        return _empty_date(slot, style)
    return spans


def value_items(slot: Slot, view: View, style: Style) -> list[Span]:
    """The values of a slot, each as a span of its own, without those that are empty."""
    if slot.path is None:
        return []
    value = slot.value(view)
    of = field_after(slot.calls, slot.path)
    parts = cast(list[object], value) if isinstance(value, list) else [value]
    named = of is not None and of.kind.name == "name"
    spans: list[Span] = []
    for part in parts:
        text = shown(part, of)
        if text:
            _note_missing(text, slot.path, view, style)
            spans.append(Span(text, slot.ruled, as_name=named))
    return spans


def _empty_date(slot: Slot, style: Style) -> list[Span]:
    em = style.size
    parts: list[tuple[float, str]] = [(3.0, "年"), (2.0, "月"), (2.0, "日")]
    if slot.calls[-1].name == "month_cn":
        parts = parts[:2]
    spans: list[Span] = []
    for width, word in parts:
        spans += [gap(width * em, ruled=slot.ruled), Span(word, slot.ruled)]
    return spans


def _note_missing(text: str, path: Path, view: View, style: Style) -> None:
    for char in dict.fromkeys(text):
        if char > "\u2000" and not can_draw(char, style.role):
            view.env.missing.setdefault(MissingGlyph(path.label, char))


def filled_lines(
    template: Template, view: View, style: Style, measure: float, indent: float = 0.0
) -> list[list[Span]]:
    """The line with its values: ruled blanks padded, and stretched to fill the measure.

    When the values need more than a line, a line that has stretched blanks goes on over
    further ones, each filled like the first, with every label beside its blank; other text
    just runs on. Only the first line stands behind the `indent`.
    """
    parts = [_part(part, view, style) for part in template.parts]
    if not any(part.stretch for part in parts):
        return [[span for part in parts for span in part.padded(0.0, style)]]
    lines: list[list[Span]] = []
    for packed in _packed(parts, style, measure, indent):
        inset = 0.0 if lines else indent
        room = measure - inset - sum(part.width for part in packed)
        if room >= 0 and any(part.stretch for part in packed):
            spans = _stretched(packed, room, style)
            lines.append(_to_margin(spans, packed[-1], style, (measure, inset)))
        else:
            lines.append(_run_on(packed, style, measure, inset))
    return lines


def _packed(parts: list[_Part], style: Style, measure: float, indent: float) -> list[list[_Part]]:
    """The parts in lines, a label always in one line with the blank behind it."""
    units: list[list[_Part]] = [[]]
    for part in parts:
        if units[-1] and units[-1][-1].is_blank:
            units.append([])
        units[-1].append(part)
    if not units[-1][-1].is_blank and len(units) > 1:
        units[-2:] = [units[-2] + units[-1]]
    lines: list[list[_Part]] = [[]]
    room = measure - indent
    for unit in units:
        width = sum(part.width for part in unit)
        if lines[-1] and width > room:
            lines.append([])
            room = measure
            unit[0].strip_left(style)
            width = sum(part.width for part in unit)
        lines[-1] += unit
        room -= width
    return lines


def _run_on(parts: list[_Part], style: Style, measure: float, inset: float) -> list[Span]:
    """Parts that are longer than a line; a blank at the end reaches the margin."""
    spans = [span for part in parts for span in part.padded(0.0, style)]
    return _to_margin(spans, parts[-1], style, (measure, inset))


def _to_margin(
    spans: list[Span], last: _Part, style: Style, room: tuple[float, float]
) -> list[Span]:
    """The spans with a blank at their end lengthened to the margin."""
    if not last.stretch:
        return spans
    line = break_lines(set_text(spans, style), *room)[-1]
    rest = line.room - line.width - 0.05
    return [*spans, gap(rest, ruled=last.ruled)] if rest > 0.1 else spans


def _stretched(parts: Sequence[_Part], room: float, style: Style) -> list[Span]:
    """Share the room so that the stretched blanks stand in their proportions if they can."""
    stretched = [part for part in parts if part.stretch]
    total = room + sum(part.width for part in stretched)
    shares = sum(part.stretch for part in stretched)
    for part in sorted(stretched, key=lambda one: one.stretch / one.width):
        share = max(part.width, total * part.stretch / shares)
        part.extra = share - part.width - 0.01
        total -= share
        shares -= part.stretch
    return [span for part in parts for span in part.padded(part.extra, style)]


@dataclass(slots=True)
class _Part:
    """A part of a line being filled, its width with the least padding."""

    spans: list[Span]
    width: float
    ruled: bool = False
    stretch: float = 0.0
    centred: bool = False
    pad: float = 0.0
    extra: float = 0.0
    is_blank: bool = False

    def strip_left(self, style: Style) -> None:
        """Leave out the blanks that parted a label from what stood before it."""
        if not self.is_blank:
            self.spans = [Span(span.text.lstrip(" \u3000")) for span in self.spans]
            self.width = set_text(self.spans, style).width

    def padded(self, extra: float, style: Style) -> list[Span]:
        """The spans with the room around them."""
        if not self.ruled and not self.stretch and not self.centred:
            return self.spans
        room = self.pad + extra
        left = room / 2 if self.centred else min(style.size / 3, room / 2)
        if not self.spans:
            return [gap(room, ruled=self.ruled)]
        return [
            gap(left, ruled=self.ruled), *self.spans, gap(room - left, ruled=self.ruled),
        ]  # fmt: skip


def _part(part: str | Slot, view: View, style: Style) -> _Part:
    if isinstance(part, str):
        spans = [Span(part)]
        return _Part(spans, set_text(spans, style).width)
    spans = value_spans(part, view, style)
    width = set_text(spans, style).width
    if not (part.ruled or part.stretch or part.least):
        return _Part(spans, width, is_blank=True)
    pad = max(part.least * style.size - width, style.size * (2 / 3))
    made = _Part(spans, width + pad, part.ruled, part.stretch)
    made.centred, made.pad, made.is_blank = not part.stretch, pad, True
    return made
