"""Strips to pages: fill each page, keep together what belongs together, repeat table heads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from forms.layout.strips import Strip, items_below
from forms.plan import A4_HEIGHT, A4_WIDTH, Bookmark, Item, Page

__all__ = ["Furniture", "Sheet", "paginate"]

TOLERANCE = 0.05
# What is repeated at the foot takes no more of a page than this share of it.
MOST_FOOT = 0.4
# So many of the last lines go with the signatures to a new page.
CARRIED = 2

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
    page is divided between strips. Each strip must fit on a page. What stands at the foot of
    the pages keeps its room free on every one of them but a filled last one.
    """
    given = list(strips)
    foot = _trimmed([one for strip in given for one in strip.foot], sheet)
    flow = [strip for strip in given if not strip.foot]
    columns = _Columns(sheet, _height(foot))
    end = next((place for place, strip in enumerate(flow) if strip.fills), None)
    columns.add(flow[:end])
    if end is not None:
        columns.finish(flow[end], flow[end + 1 :])
    done = columns.done
    if len(done) > 1 and done[0].empty:
        del done[0]
    pages: list[Page] = []
    for number, column in enumerate(done, 1):
        own = foot if number < len(done) else ()
        pages.append(column.page(furniture(number, len(done)) if furniture else (), own))
    marks = [
        Bookmark(strip.bookmark, number)
        for number, column in enumerate(done)
        for strip in column.strips
        if strip.bookmark
    ]
    return pages, marks


def _height(strips: Iterable[Strip]) -> float:
    return sum(strip.height for strip in strips)


def _trimmed(foot: list[Strip], sheet: Sheet) -> list[Strip]:
    """The strips at the foot without the last ones, where they are too many for a page."""
    while _height(foot) > sheet.depth * MOST_FOOT:
        del foot[-1]
    return foot


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


class _Columns:
    """The pages of a document while they are filled, with room kept at the foot of each."""

    def __init__(self, sheet: Sheet, foot: float) -> None:
        self._sheet = sheet
        self._foot = foot
        self.done = [_Column(sheet, foot)]

    def _next(self) -> None:
        self.done.append(_Column(self._sheet, self._foot))

    def add(self, strips: Iterable[Strip]) -> None:
        """Put the strips where there is room, group by group."""
        for group in _groups(strips):
            column = self.done[-1]
            fits = column.room + TOLERANCE >= _height(group)
            if group[0].new_page or (not fits and not column.empty and self._whole(group)):
                self._next()
            for strip in group:
                if not self.done[-1].take(strip):
                    self._next()
                    self.done[-1].take(strip)

    def _whole(self, group: list[Strip]) -> bool:
        head = _height(group[0].head)
        return head + _height(group) <= self._sheet.depth - self._foot + TOLERANCE

    def finish(self, filler: Strip, tail: Sequence[Strip]) -> None:
        """Fill the pages up with the filler, and put the tail at the bottom of the last one.

        The last lines before it go along to a new page when there is no room below them, so
        that no page has the tail alone.
        """
        while len(self.done) < filler.least_pages:
            self.done[-1].fill(filler)
            self._next()
        if self.done[-1].free_room + TOLERANCE < _height(tail) and not self.done[-1].empty:
            carried = self.done[-1].give_back(CARRIED)
            self.done[-1].fill(filler)
            self._next()
            self.add(carried)
        last = self.done[-1]
        last.free_foot()
        last.fill(filler, _height(tail))
        self.add(tail)


class _Column:
    """A page being filled; `room` is what is left of it above the room kept at its foot."""

    def __init__(self, sheet: Sheet, foot: float) -> None:
        self.sheet = sheet
        self.strips: list[Strip] = []
        self.room = sheet.depth - foot
        self._foot = foot

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.strips

    @property
    def free_room(self) -> float:
        """What is left of the page when nothing stands at its foot."""
        return self.room + self._foot

    def free_foot(self) -> None:
        """Use the room at the foot too."""
        self.room, self._foot = self.room + self._foot, 0.0

    def take(self, strip: Strip) -> bool:
        """Put the strip below the others; False when there is no room left for it."""
        if self.empty:
            if not strip.vanishes:
                for one in (*strip.head, strip):
                    self._put(one)
            return True
        if strip.height > self.room + TOLERANCE:
            return False
        self._put(strip)
        return True

    def _put(self, strip: Strip) -> None:
        self.strips.append(strip)
        self.room -= strip.height

    def give_back(self, count: int) -> list[Strip]:
        """Take the last strips off the page again, if others stay."""
        if len(self.strips) <= count:
            return []
        back = self.strips[-count:]
        del self.strips[-count:]
        self.room += _height(back)
        return back

    def fill(self, filler: Strip, below: float = 0.0) -> None:
        """Put the filler as often as it fits above what is still to stand below."""
        while filler.height <= self.room - below + TOLERANCE:
            self._put(filler)

    def page(self, furniture: Iterable[Item], foot: Sequence[Strip]) -> Page:
        """The finished page, with its head and foot."""
        items: list[Item] = []
        room = self.sheet.depth
        for number, strip in enumerate(self.strips):
            if number == 0:
                items += self._placed(strip.top_edge, room)
            items += self._placed(strip.items, room)
            if number == len(self.strips) - 1:
                items += self._placed(strip.bottom_edge, room)
            room -= strip.height
        room = _height(foot)
        for strip in foot:
            items += self._placed(strip.items, room)
            room -= strip.height
        return Page(self.sheet.width, self.sheet.height, (*items, *furniture))

    def _placed(self, items: tuple[Item, ...], room: float) -> tuple[Item, ...]:
        """The items where so much of the page is left below their top."""
        return items_below(items, self.sheet.left, self.sheet.top + self.sheet.depth - room)
