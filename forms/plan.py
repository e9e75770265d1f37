"""The layout plan: pages of placed text, lines and pictures, ready for any painter.

The layout engine makes a `Plan`; `forms.pdf` draws it to a file and the window draws it to a
printer or the screen. Nothing in it has to be measured or decided again, so both show the same.

Lengths are points (1/72 inch). The origin is the top left corner of the page, x grows to the
right and y downwards; the y of text is its baseline.
"""

import json
from dataclasses import dataclass

__all__ = ["Bookmark", "Box", "Item", "MissingGlyph", "Page", "Picture", "Plan", "Rule", "TextRun"]

A4_WIDTH = 595.28
A4_HEIGHT = 841.89


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one face in one size on one baseline.

    `face` is a face key of `forms.fonts` (not a role: fallback is already decided).
    `char_space` is added after every character, in points; it may be negative (squeezed).
    """

    x: float
    y: float
    size: float
    face: str
    text: str
    char_space: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A black straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its top left corner.

    `line` is the width of the black border, 0 for none; `fill` is a grey from 0.0 (black) to
    1.0 (white), or None for no filling.
    """

    x: float
    y: float
    width: float
    height: float
    line: float = 0.5
    fill: float | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (the bytes of a PNG or JPEG file) stretched into a rectangle.

    `turned`: a quarter to the left, so that its top lies along the left edge.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    turned: bool = False


Item = TextRun | Rule | Box | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet side; items are painted in order, later ones above earlier ones."""

    width: float = A4_WIDTH
    height: float = A4_HEIGHT
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the contents list: `page` counts from 0, `level` 0 is the outermost."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character of a field that no font can draw; the paper leaves a blank for handwriting."""

    field: str
    char: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid out paper: what to paint, its title and contents, and what cannot be painted."""

    pages: tuple[Page, ...]
    title: str
    bookmarks: tuple[Bookmark, ...] = ()
    missing: tuple[MissingGlyph, ...] = ()

    def to_json(self) -> str:
        """The plan as JSON for golden tests: one item per line, positions to 0.1 point."""
        pages = ",\n".join(_page_json(page) for page in self.pages)
        bookmarks = _json([[mark.title, mark.page, mark.level] for mark in self.bookmarks])
        missing = _json([[lack.field, lack.char] for lack in self.missing])
        return (
            f'{{"title": {_json(self.title)},\n"bookmarks": {bookmarks},\n'
            f'"missing": {missing},\n"pages": [\n{pages}\n]}}\n'
        )


def _page_json(page: Page) -> str:
    items = ",\n".join(_json(_item_values(item)) for item in page.items)
    return f'{{"size": {_json(_tenths(page.width, page.height))}, "items": [\n{items}\n]}}'


def _item_values(item: Item) -> list[object]:
    match item:
        case TextRun():
            where = _tenths(item.x, item.y)
            return ["text", *where, item.face, item.size, round(item.char_space, 2), item.text]
        case Rule():
            return ["rule", *_tenths(item.x1, item.y1, item.x2, item.y2), item.width]
        case Box():
            where = _tenths(item.x, item.y, item.width, item.height)
            return ["box", *where, item.line, item.fill]
        case Picture():
            where = _tenths(item.x, item.y, item.width, item.height)
            return ["picture", *where, len(item.data), *(["turned"] if item.turned else [])]


def _tenths(*lengths: float) -> list[float]:
    # Adding 0.0 turns -0.0 into 0.0, which would otherwise show as a difference.
    return [round(length, 1) + 0.0 for length in lengths]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
