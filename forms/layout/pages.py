"""Strips to pages: fill each page, keep together what belongs together, repeat table heads."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from forms.layout.strips import Strip, items_below
from forms.plan import A4_HEIGHT, A4_WIDTH, Bookmark, Item, Page

__all__ = ["Furniture", "Sheet", "paginate"]

TOLERANCE = 0.05

Furniture = Callable[[int, int], Iterable[Item]]
"""Page number (from 1) and number of pages to the items of head and foot, in page places."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and its margins, in points."""

    width: float = A4_WIDTH
    height: float = A4_HEIGHT
    top: float = 104.9
    bottom: float = 96.4
    left: float = 79.4
    right: float = 73.7

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def paginate(
    strips: Iterable[Strip], sheet: Sheet, furniture: Furniture | None = None
) -> tuple[list[Page], list[Bookmark]]:
    """The pages of one document and its contents list; there is always at least one page.

    A group of strips kept together moves to the next page as a whole; a group taller than a
    page is divided between strips. Each strip must fit on a page.
    """
    columns = [_Column(sheet)]
    for group in _groups(strips):
        height = sum(strip.height for strip in group)
        column = columns[-1]
        fits = column.room + TOLERANCE >= height
        if group[0].new_page or (not fits and not column.empty and _whole(group, sheet)):
            columns.append(_Column(sheet))
        for strip in group:
            if not columns[-1].take(strip):
                columns.append(_Column(sheet))
                columns[-1].take(strip)
    if len(columns) > 1 and columns[0].empty:
        del columns[0]
    pages = [
        column.page(furniture(number, len(columns)) if furniture else ())
        for number, column in enumerate(columns, 1)
    ]
    marks = [
        Bookmark(title, number) for number, column in enumerate(columns) for title in column.marks
    ]
    return pages, marks


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _whole(group: list[Strip], sheet: Sheet) -> bool:
    head = sum(strip.height for strip in group[0].head)
    return head + sum(strip.height for strip in group) <= sheet.depth + TOLERANCE


class _Column:
    """A page being filled."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.room = sheet.depth
        self.empty = True
        self.items: list[Item] = []
        self.marks: list[str] = []
        self._last: Strip | None = None

    def take(self, strip: Strip) -> bool:
        """Put the strip below the others; False when there is no room left for it."""
        if self.empty:
            return self._begin(strip)
        if strip.height > self.room + TOLERANCE:
            return False
        self._put(strip)
        return True

    def _begin(self, strip: Strip) -> bool:
        self.empty = False
        if strip.vanishes:
            self.empty = True
            return True
        for head in strip.head:
            self._put(head)
        if not strip.head:
            self.items += self._placed(strip.top_edge)
        self._put(strip)
        return True

    def _put(self, strip: Strip) -> None:
        self.items += self._placed(strip.items)
        if strip.bookmark:
            self.marks.append(strip.bookmark)
        self.room -= strip.height
        self._last = strip

    def _placed(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        top = self.sheet.top + self.sheet.depth - self.room
        return items_below(items, self.sheet.left, top)

    def page(self, furniture: Iterable[Item]) -> Page:
        """The finished page, with its head and foot."""
        if self._last is not None and self._last.bottom_edge:
            self.room += self._last.height
            self.items += self._placed(self._last.bottom_edge)
        return Page(self.sheet.width, self.sheet.height, (*self.items, *furniture))
