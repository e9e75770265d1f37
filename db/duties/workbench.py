"""What the first screen shows: tiles, what is due, the last months, gaps in the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.kinds import RecordId
    from db.store import ListQuery

__all__ = ["DueItem", "DueState", "Gap", "MonthCount", "Tile", "Tone", "Workbench"]

Tone = Literal["primary", "danger", "warn", "ok"]
DueState = Literal["overdue", "today", "soon", "later"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One number that matters today; `open` is the list behind it."""

    label: str
    number: str
    unit: str
    note: str
    tone: Tone
    icon: str
    open: ListQuery | None = None


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something owed by a date: which record, what to do, until when, by which rule."""

    kind: str
    who: str
    what: str
    until: date
    state: DueState
    source: str
    type_name: str
    id: RecordId
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many cases one month took in and closed; label as on the axis ("10月")."""

    label: str
    accepted: int
    closed: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Data still missing: how many records; `open` lists them."""

    label: str
    number: int
    unit: str
    open: ListQuery | None = None


@dataclass(frozen=True, slots=True)
class Workbench:
    """The first screen, as values. `due` is sorted by date, the most urgent first."""

    date_label: str
    tiles: tuple[Tile, ...]
    due: tuple[DueItem, ...]
    months: tuple[MonthCount, ...]
    gaps: tuple[Gap, ...]
    entries: tuple[str, ...] = ()
    """Record types registered most often, for the buttons at the top; the first stands out."""
