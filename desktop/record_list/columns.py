"""Which columns a list has and how wide they want to be, worked out from the declaration."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from db.declare import Field, RecordType
from db.kinds import Code, Codes, Count, Fixed, Link, Links, Rows, Text
from resources import shipped_file

__all__ = [
    "DUE", "Column", "Look", "columns_of", "fitting", "own_order", "state_field", "state_tone",
    "types_shown", "widths",
]  # fmt: skip

Look = Literal["text", "pill", "number", "due"]

DUE: Final = "due"
"""The name of the column of deadlines, which is no field: it comes from the duties."""

_KIND_ROOM: Final[dict[str, tuple[int, int]]] = {
    "date": (104, 0),
    "time": (64, 0),
    "flag": (64, 0),
    "code": (96, 1),
    "codes": (110, 2),
    "link": (116, 3),
    "links": (96, 2),
    "rows": (110, 3),
    "person_name": (80, 1),
    "phone": (124, 0),
    "id_number": (180, 0),
}
"""Least width and share of the room left over, by the name of a kind."""
_TEXT_ROOM: Final = (110, 4)
_LONG_ROOM: Final = (160, 8)
_NUMBER_ROOM: Final = (110, 1)
_STATE_ROOM: Final = (118, 0)
_DUE_ROOM: Final = (92, 0)
_HEADING_CHAR: Final = 13
_HEADING_EDGES: Final = 34


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it shows, its heading, least width, share, and its look.

    rank: 0 for what must show; columns with the highest rank give way first when the
    window is narrow.
    """

    name: str
    label: str
    least: int
    share: int
    look: Look = "text"
    sortable: bool = True
    rank: int = 9


def state_field(kind: RecordType) -> Field | None:
    """The field that says how a record stands: the first code of a list of states."""
    return next(
        (f for f in kind.list_fields if isinstance(f.kind, Code) and _is_state(f.kind)), None
    )


def state_tone(list_name: str, code: object) -> str:
    """The tone of a state's pill: danger, warn, ok, info or "" (grey)."""
    return _tones().get(list_name, {}).get(str(code), "")


def own_order(kind: RecordType) -> tuple[str | None, bool]:
    """The field a list begins sorted by, and whether newest or largest first: its rank."""
    f = kind.by_name.get(kind.rank or "")
    return kind.rank, f is None or f.kind.name == "date"


def types_shown(kind: RecordType) -> set[str]:
    """The types whose records a list of this type shows something of."""
    targets = (f.kind.target for f in kind.list_fields if isinstance(f.kind, Link | Links | Rows))
    return {kind.name, *targets}


def columns_of(kind: RecordType, *, due: bool = False) -> tuple[Column, ...]:
    """The columns of a type's list: number, rank and title first, the state last.

    due: whether records of the type have deadlines; these get a column of their own.
    """
    state = state_field(kind)
    made = [_column(kind, f, f is state) for f in kind.list_fields]
    made.sort(key=lambda one: one[0])
    columns = [column for _, column in made]
    if due:
        columns.append(Column(DUE, "期限", *_DUE_ROOM, look="due", sortable=False, rank=3))
    return tuple(columns)


def widths(columns: Sequence[Column], least: Sequence[int], room: int) -> list[int]:
    """The widths of columns in pixels: their least, and shares of what is left."""
    free, shares = max(0, room - sum(least)), sum(column.share for column in columns)
    if not shares:
        return list(least)
    return [w + free * c.share // shares for w, c in zip(least, columns, strict=True)]


def fitting(columns: Sequence[Column], least: Sequence[int], room: int) -> set[str]:
    """The names of the columns that fit side by side into `room` pixels, by their rank."""
    kept: set[str] = set()
    left = room
    for column, wide in sorted(zip(columns, least, strict=True), key=lambda pair: pair[0].rank):
        left -= wide
        if left < 0 and kept:
            break
        kept.add(column.name)
    return kept


def _column(kind: RecordType, f: Field, is_state: bool) -> tuple[int, Column]:
    """A field's column and where it stands: 0 number, 1 rank, 2 title, 3 others, 4 state."""
    place, rank = 3, 5
    if f.name == kind.number:
        place, rank = 0, 0
    elif f.name == kind.rank:
        place, rank = 1, 1
    elif f.name in kind.title:
        place, rank = 2, 1
    elif is_state:
        place, rank = 4, 2
    elif isinstance(f.kind, Code | Codes):
        rank = 4
    least, share = _room(kind, f, is_state)
    heading = len(f.label) * _HEADING_CHAR + _HEADING_EDGES
    look: Look = "text"
    if is_state:
        look = "pill"
    elif isinstance(f.kind, Count | Fixed):
        look = "number"
    sortable = not isinstance(f.kind, Link | Links | Codes | Rows)
    return place, Column(f.name, f.label, max(least, heading), share, look, sortable, rank)


def _room(kind: RecordType, f: Field, is_state: bool) -> tuple[int, int]:
    if is_state:
        return _STATE_ROOM
    if f.name == kind.number:
        return _NUMBER_ROOM
    if isinstance(f.kind, Count | Fixed):
        return (90, 0)
    if f.kind.name in _KIND_ROOM:
        return _KIND_ROOM[f.kind.name]
    if isinstance(f.kind, Text) and (f.kind.long or f.name in kind.title):
        return _LONG_ROOM
    return _TEXT_ROOM


def _is_state(kind: Code) -> bool:
    return kind.list_name.endswith("_state")


@cache
def _tones() -> dict[str, dict[str, str]]:
    return tomllib.loads(shipped_file("icons/tones.toml").read_text(encoding="utf-8"))
