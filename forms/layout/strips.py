"""Strips: what the pages are built of. Each is as wide as the page and is never divided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forms.plan import Box, Item, Picture, Rule, TextRun

__all__ = ["Strip", "items_below", "kept_together", "moved"]


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal strip of a page; its items count from its own top left corner.

    `keep`: the next strip stands on the same page. `new_page`: begins a page. `top_edge` and
    `bottom_edge` are drawn only when the strip is the first or the last on its page (the lines
    of a table that goes on). `head` is repeated above it when it begins a page. `vanishes`: left
    out at the top of a page (empty space). `bookmark`: an entry of the contents list.

    `foot`: stands at the foot of every page but the last; the strip that brings it takes no room
    itself. `fills`: drawn as often as there is room above what follows it, which stands on the
    last page; the document then has at least `least_pages` pages.
    """

    height: float
    items: tuple[Item, ...] = ()
    keep: bool = False
    new_page: bool = False
    top_edge: tuple[Item, ...] = ()
    bottom_edge: tuple[Item, ...] = ()
    head: "tuple[Strip, ...]" = ()
    vanishes: bool = False
    bookmark: str = ""
    foot: "tuple[Strip, ...]" = ()
    fills: bool = False
    least_pages: int = 1


def moved(item: Item, dx: float, dy: float) -> Item:
    """The item shifted to the right and down."""
    match item:
        case TextRun():
            return TextRun(
                item.x + dx, item.y + dy, item.size, item.face, item.text, item.char_space
            )
        case Rule():
            return Rule(item.x1 + dx, item.y1 + dy, item.x2 + dx, item.y2 + dy, item.width)
        case Box():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Picture():
            return replace(item, x=item.x + dx, y=item.y + dy)


def items_below(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """The items shifted to the right and down."""
    return tuple(moved(item, dx, dy) for item in items)


def kept_together(strips: list[Strip]) -> list[Strip]:
    """The strips made to stay on one page as long as they fit on one."""
    return [replace(strip, keep=True) for strip in strips[:-1]] + strips[-1:]
