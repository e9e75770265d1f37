"""Paragraphs to lines: breaking with 禁则, squeezed punctuation, justified to the measure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from forms.layout.kinsoku import break_places, is_closing, is_space, squeezes
from forms.layout.strips import Strip
from forms.layout.text import GAP, Span, Style, Text, set_text, text_paragraphs
from forms.plan import Item, Rule, TextRun

__all__ = ["Line", "break_lines", "place_line", "rule_depth", "text_strips"]

# A line that could only be filled with more space per character than this stays ragged.
LOOSEST = 0.4
TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` of a paragraph on one line.

    `shown` ends before the blanks that hang over the margin. `width` is natural, in points,
    with squeezed punctuation; `room` is what the line may take. The last line is not justified.
    """

    start: int
    end: int
    shown: int
    width: float
    room: float
    last: bool


def break_lines(text: Text, measure: float, first_inset: float = 0.0) -> list[Line]:
    """The lines of one paragraph; an empty paragraph has one empty line.

    `first_inset` is taken off the first line. Every character stands in exactly one line, in
    order. Time grows with the length of the text, not with its square.
    """
    chars, widths = text.chars, text.widths
    if not chars:
        return [Line(0, 0, 0, 0.0, measure - first_inset, last=True)]
    edges = _edges(text)
    whole, split = break_places(chars, widths)
    lines: list[Line] = []
    start, end = 0, len(chars)
    while start < end:
        room = measure - (0.0 if lines else first_inset)
        reach = _reach(text, edges, start, room)
        stop = reach
        if reach < end:
            stop = next((at for at in (whole[reach], split[reach]) if at > start), reach)
        lines.append(_line(text, edges, (start, stop), room))
        start = stop
    return lines


def _edges(text: Text) -> list[float]:
    """Where each character begins when the paragraph stands in one line."""
    advances = list(text.widths)
    for place in range(len(advances) - 1):
        advances[place] -= _squeezed(text, place)
    return [0.0, *accumulate(advances)]


def _squeezed(text: Text, place: int) -> float:
    """What is taken out between a character and the next one, in points."""
    if place + 1 < len(text.chars) and squeezes(text.chars[place], text.chars[place + 1]):
        return text.spare(place)
    return 0.0


def _reach(text: Text, edges: list[float], start: int, room: float) -> int:
    """The place after the last character that fits, at least one after `start`."""
    end = len(text.chars)
    limit = edges[start] + room + TOLERANCE
    reach = min(max(bisect_right(edges, limit) - 1, start + 1), end)
    if reach < end and is_closing(text.chars[reach]):
        fits = edges[reach] + text.widths[reach] - text.spare(reach) <= limit
        reach += 1 if fits else 0
    while reach < end and is_space(text.chars[reach]):
        reach += 1
    return reach


def _line(text: Text, edges: list[float], ends: tuple[int, int], room: float) -> Line:
    start, stop = ends
    shown = stop
    while shown > start and is_space(text.chars[shown - 1]) and not text.ruled[shown - 1]:
        shown -= 1
    width = 0.0
    if shown > start:
        width = edges[shown - 1] - edges[start] + text.widths[shown - 1]
        if width > room + TOLERANCE and is_closing(text.chars[shown - 1]):
            width -= text.spare(shown - 1)
    return Line(start, stop, shown, width, room, last=stop == len(text.chars))


def place_line(text: Text, line: Line, style: Style, x: float, baseline: float) -> list[Item]:
    """The runs and rules of a line whose room begins at `x`, aligned as the style says."""
    spare = line.room - line.width
    limit = x + max(line.room, line.width)
    extra = 0.0
    if style.align == "center":
        x += spare / 2
    elif style.align == "right":
        x += spare
    elif style.justify and not line.last and line.shown - line.start > 1:
        extra = spare / (line.shown - line.start - 1)
        if extra > LOOSEST * style.size:
            extra = 0.0
    pen = _Pen(style.size, baseline, extra, x)
    pen.limit = limit
    for index in range(line.start, line.shown):
        pen.draw(text, index, is_last=index == line.shown - 1)
    return [*pen.rules, *pen.runs]


class _Pen:
    """Gathers the characters of a line into runs and its ruled stretches into rules."""

    def __init__(self, size: float, baseline: float, extra: float, x: float) -> None:
        self.size, self.baseline, self.extra, self.x = size, baseline, extra, x
        self.limit = x
        self.runs: list[Item] = []
        self.rules: list[Item] = []
        self._face, self._run, self._began = "", "", x
        self._mark, self._mark_from = 0, x

    def draw(self, text: Text, index: int, *, is_last: bool) -> None:
        """Add one character of the line."""
        if text.ruled[index] != self._mark:
            self._end_rule(self.x)
            self._mark, self._mark_from = text.ruled[index], self.x
        char, face = text.chars[index], text.faces[index]
        if face != self._face:
            self._end_run()
            self._face, self._began = face, self.x
        if face or char == GAP:
            self._run += char
            self.x += text.widths[index] + self.extra
        if is_last:
            self._end_run()
            self._end_rule(self.x - self.extra)
        elif squeezed := _squeezed(text, index):
            self.x -= squeezed
            self._end_run()
            self._face = ""

    def _end_run(self) -> None:
        if self._run and self._face:
            x, extra = round(self._began, 3), round(self.extra, 4)
            self.runs.append(TextRun(x, self.baseline, self.size, self._face, self._run, extra))
        self._run = ""

    def _end_rule(self, x: float) -> None:
        if self._mark:
            # The empty half of a mark that hangs over the margin needs no rule.
            x = min(x, self.limit)
            y = self.baseline + rule_depth(self.size)
            self.rules.append(Rule(round(self._mark_from, 2), y, round(x, 2), y))


def rule_depth(size: float) -> float:
    """How far a rule under a value stands below the baseline, in points."""
    return round(size * 0.28, 2)


def baseline_in(style: Style, pitch: float | None = None) -> float:
    """Where the baseline stands below the top of a line, with the text centred in the pitch."""
    pitch = style.pitch if pitch is None else pitch
    return round((pitch - style.size) / 2 + style.size * 0.88, 2)


def text_strips(
    spans: Sequence[Span], style: Style, width: float, *, indent: float = 0.0
) -> list[Strip]:
    """Running text as one strip per line; `indent` is that of every paragraph's first line.

    The first two and the last two lines of a paragraph stay together.
    """
    strips: list[Strip] = []
    for paragraph in text_paragraphs(list(spans)):
        text = set_text(paragraph, style)
        lines = break_lines(text, width, indent)
        for number, line in enumerate(lines):
            inset = indent if number == 0 and style.align == "left" else 0.0
            items = place_line(text, line, style, inset, baseline_in(style))
            together = number in {0, len(lines) - 2} and number < len(lines) - 1
            strips.append(Strip(style.pitch, tuple(items), keep=together))
    return strips
