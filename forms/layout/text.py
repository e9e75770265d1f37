"""Text ready for breaking: for every character its face, its width and whether it is ruled."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from forms.fonts import BLANK, shipped_fonts

__all__ = ["GAP", "Span", "Style", "Text", "can_draw", "gap", "set_text", "text_paragraphs"]

GAP = "\ufffc"
"""Stands for a gap of a given width in a text; it is never drawn."""

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """How text stands: a role of `forms.fonts`, its size and the pitch of its lines."""

    role: str = "FANG"
    size: float = 12.0
    pitch: float = 30.0
    align: Align = "left"
    justify: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a paragraph: its text, whether a rule runs under it, and its font role.

    `role` "" is the role of the paragraph's style. `as_name`: drawn in one face throughout,
    so that a rare character of a name does not stand out. `width`: of a GAP, in points.
    """

    text: str
    ruled: bool = False
    role: str = ""
    as_name: bool = False
    width: float = 0.0


def gap(width: float, *, ruled: bool = False) -> Span:
    """A gap of a width in points, ruled or not, that no line end divides."""
    return Span(GAP, ruled, width=width)


@dataclass(slots=True)
class Text:
    """A paragraph measured: its size `em` and four lists with one entry per character.

    `faces` are "" for characters that leave no mark; `ruled` is 0 or the number of the ruled
    span, so that the rules of two neighbouring blanks stay apart.
    """

    em: float
    chars: list[str] = field(default_factory=list[str])
    faces: list[str] = field(default_factory=list[str])
    widths: list[float] = field(default_factory=list[float])
    ruled: list[int] = field(default_factory=list[int])

    def spare(self, place: int) -> float:
        """The empty half of a punctuation mark; nothing of one that is not a full square."""
        return self.em / 2 if self.widths[place] > 0.9 * self.em else 0.0

    @property
    def width(self) -> float:
        """The width of the paragraph in one line, in points."""
        return sum(self.widths)


@cache
def _glyph(char: str, role: str) -> tuple[str, float, str]:
    """Face, width in 1/1000 em, and the character to draw (a blank when no face has it)."""
    fonts = shipped_fonts()
    face, width = fonts.glyph_of(char, role)
    if not face:
        return "", 0.0, char
    return face, width, char if fonts.draws(char, role) else BLANK


def can_draw(char: str, role: str) -> bool:
    """Whether a role can put a character on paper (or it needs no mark)."""
    return shipped_fonts().draws(char, role)


def set_text(spans: tuple[Span, ...] | list[Span], style: Style) -> Text:
    """The spans of one paragraph (no line ends in them), measured in a style."""
    text = Text(style.size)
    for number, span in enumerate(spans, 1):
        _add_span(text, span, style, number if span.ruled else 0)
    return text


def _add_span(text: Text, span: Span, style: Style, ruled: int) -> None:
    role = span.role or style.role
    em = style.size / 1000.0
    if span.text == GAP:
        glyphs = [("", span.width / em, GAP)]
    elif span.as_name:
        glyphs = _name_glyphs(span.text, role)
    else:
        glyphs = [_glyph(char, role) for char in span.text]
    text.faces += [glyph[0] for glyph in glyphs]
    text.widths += [glyph[1] * em for glyph in glyphs]
    text.chars += [glyph[2] for glyph in glyphs]
    text.ruled += [ruled] * len(glyphs)


@cache
def _design(text: str, role: str) -> tuple[str, ...] | None:
    return shipped_fonts().name_faces(text, role)


def _name_glyphs(text: str, role: str) -> list[tuple[str, float, str]]:
    fonts = shipped_fonts()
    design = _design(text, role)
    if design is None:
        return [_glyph(char, role) for char in text]
    glyphs: list[tuple[str, float, str]] = []
    for char in text:
        face = next((one for one in design if fonts.typeface(one).draws(char)), "")
        width = fonts.typeface(face).width(char) if face else 0.0
        glyphs.append((face, width, char))
    return glyphs


def text_paragraphs(spans: list[Span] | tuple[Span, ...]) -> list[list[Span]]:
    """The spans cut at line ends into paragraphs; a paragraph may be empty."""
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        pieces = [first, *others]
        for index, piece in enumerate(pieces):
            if index:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(Span(piece, span.ruled, span.role, span.as_name, span.width))
    return paragraphs
