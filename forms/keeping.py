"""Plans kept for later: packed to bytes and back, exact to the last digit."""

import base64
import json
import zlib
from typing import Any

from forms.plan import Bookmark, Box, Item, MissingGlyph, Page, Picture, Plan, Rule, TextRun

__all__ = ["packed", "unpacked"]

EDITION = 1
_KINDS: dict[str, type[Item]] = {"t": TextRun, "r": Rule, "b": Box, "p": Picture}


def packed(plan: Plan) -> bytes:
    """Give the plan as compact bytes; `unpacked` gives an equal plan back."""
    data = [
        EDITION,
        plan.title,
        [[mark.title, mark.page, mark.level] for mark in plan.bookmarks],
        [[lack.field, lack.char] for lack in plan.missing],
        [[page.width, page.height, [_item_data(i) for i in page.items]] for page in plan.pages],
    ]
    return zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 6)


def unpacked(content: bytes) -> Plan:
    """Give the plan of bytes made by `packed`; ValueError when they are not."""
    try:
        data: Any = json.loads(zlib.decompress(content))
    except (zlib.error, ValueError) as broken:
        raise ValueError("not a kept plan") from broken
    edition, title, marks, missing, pages = data
    if edition != EDITION:
        raise ValueError(f"kept plan of edition {edition}")
    return Plan(
        tuple(
            Page(width, height, tuple(_item(one) for one in items))
            for width, height, items in pages
        ),
        title,
        tuple(Bookmark(*mark) for mark in marks),
        tuple(MissingGlyph(*lack) for lack in missing),
    )


def _item_data(item: Item) -> list[Any]:
    match item:
        case TextRun():
            return ["t", item.x, item.y, item.size, item.face, item.text, item.char_space]
        case Rule():
            return ["r", item.x1, item.y1, item.x2, item.y2, item.width]
        case Box():
            return ["b", item.x, item.y, item.width, item.height, item.line, item.fill]
        case Picture():
            picture = base64.b64encode(item.data).decode()
            turned = [True] if item.turned else []
            return ["p", item.x, item.y, item.width, item.height, picture, *turned]


def _item(data: list[Any]) -> Item:
    kind, *values = data
    if kind == "p":
        values[4] = base64.b64decode(values[4])
    return _KINDS[kind](*values)
