"""The merge rule as a pure function: from the changes of a record to its heads and values.

Source: exchange design, sections 3 and 16. The order of arrival plays no part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.store.changes import BIRTH, LIFE, PLACE, Act

Rank = tuple[int, str, int]
"""Hybrid stamp, writer, number: which of two open heads is shown first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of a record as the fold sees it; ``id`` as parents name it.

    waiting: it could not be applied; it is passed over, but what supersedes it also
    supersedes what it superseded.
    """

    id: str
    rank: Rank
    act: Act
    body: str
    waiting: bool = False


@dataclass(slots=True)
class Folded:
    """What a record is after its changes: per unit the heads, newest last."""

    born: Entry | None = None
    birth: dict[str, Any] = field(default_factory=dict[str, Any])
    heads: dict[str, list[tuple[Rank, str, Any]]] = field(
        default_factory=dict[str, list[tuple[Rank, str, Any]]]
    )

    def shown(self, unit: str) -> Any:
        """Give the content of the unit's shown head: the one with the highest rank."""
        heads = self.heads.get(unit)
        return heads[-1][2] if heads else None

    def values(self) -> dict[str, Any]:
        """Give the wire values of all fields, the edits over the birth."""
        values: dict[str, Any] = dict(self.birth.get("values", {}))
        for unit in self.heads:
            if unit not in (LIFE, PLACE):
                values.update(self.shown(unit) or {})
        return values

    def is_dead(self) -> bool:
        """Say whether the record is removed."""
        return bool(self.shown(LIFE))

    def place(self) -> Any:
        """Give a child row's place."""
        moved = self.shown(PLACE)
        return self.birth.get("place") if moved is None else moved.get(PLACE)

    def conflicts(self) -> list[str]:
        """Give the units with several heads that do not say the same."""
        return [
            unit
            for unit, heads in self.heads.items()
            if len({json.dumps(content, sort_keys=True) for _, _, content in heads}) > 1
        ]


def fold(entries: Iterable[Entry]) -> Folded:
    """Give heads and values that follow from these changes, in whatever order they come."""
    folded = Folded()
    written: dict[str, dict[str, tuple[Rank, Any]]] = {}
    gone: dict[str, set[str]] = {}
    waiting: dict[str, dict[str, list[str]]] = {}
    for entry in entries:
        body: dict[str, Any] = json.loads(entry.body)
        if entry.act == "born":
            folded.born, folded.birth = entry, body
            continue
        units = body["units"] if entry.act == "edit" else {LIFE: {**body, "new": body["dead"]}}
        for unit, content in units.items():
            if entry.waiting:
                waiting.setdefault(unit, {})[entry.id] = content["parents"]
                continue
            written.setdefault(unit, {})[entry.id] = (entry.rank, content["new"])
            gone.setdefault(unit, set()).update(content["parents"])
    for unit, passed_over in waiting.items():
        _reach_through(passed_over, gone.get(unit, set()))
    for unit, changes in written.items():
        heads = [(rank, one, new) for one, (rank, new) in changes.items() if one not in gone[unit]]
        born = folded.born
        if born is not None and born.id not in gone[unit]:
            heads.append((born.rank, born.id, _at_birth(unit, folded, heads)))
        folded.heads[unit] = sorted(heads, key=lambda head: head[0])
    return folded


def _reach_through(passed_over: dict[str, list[str]], gone: set[str]) -> None:
    """Add the parents of superseded entries that were passed over."""
    fresh = gone & passed_over.keys()
    while fresh:
        parents = {parent for one in fresh for parent in passed_over[one]} - gone
        gone |= parents
        fresh = parents & passed_over.keys()


def _at_birth(unit: str, folded: Folded, heads: list[tuple[Rank, str, Any]]) -> Any:
    """What the birth says of a unit, for the fields that the other heads name."""
    if unit == LIFE:
        return False
    if unit == PLACE:
        return {PLACE: folded.birth.get("place")}
    values: dict[str, Any] = folded.birth.get("values", {})
    names = {name for _, _, new in heads for name in new}
    return {name: values.get(name) for name in names}


__all__ = ["BIRTH", "Entry", "Folded", "Rank", "fold"]
