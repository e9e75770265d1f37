"""What looking at or taking a bundle gives: the five counts and the records concerned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.kinds import RecordId
from db.store import Changes, Store
from db.store.applying import Fate, Outcome
from db.store.causes import body_of
from db.store.receiving import Result
from db.store.titles import titles

_WORST_FIRST: tuple[Outcome, ...] = ("refused", "held", "conflict", "applied", "same")


@dataclass(frozen=True, slots=True)
class Counts:
    """The five counts, in changes; together they are the bundle's own count."""

    applied: int = 0
    same: int = 0
    held: int = 0
    conflict: int = 0
    refused: int = 0

    @property
    def total(self) -> int:
        """Give their sum."""
        return self.applied + self.same + self.held + self.conflict + self.refused


@dataclass(frozen=True, slots=True)
class Concerned:
    """One record a bundle concerns. outcome: the worst of its changes; why: "" if well."""

    type_name: str
    id: RecordId
    title: str
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a bundle would do, told without doing it."""

    sender: str
    number: int
    counts: Counts
    records: tuple[Concerned, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a bundle did. already: a sentence when it held nothing new.

    receipt: the file for the sender; receipt_code: the same by telephone. also: held
    bundles that could go in now. totals_agree: None when they cannot be compared.
    """

    sender: str
    number: int
    counts: Counts
    batch: str
    receipt: Path
    receipt_code: str
    already: str
    changes: Changes
    also: tuple[Taken, ...] = ()
    totals_agree: bool | None = None


def counts_of(result: Result) -> Counts:
    """Give the five counts of an import."""
    return Counts(
        *(result.count(one) for one in ("applied", "same", "held", "conflict", "refused"))
    )


def concerned(store: Store, fates: Iterable[Fate], needs: str) -> tuple[Concerned, ...]:
    """Give the records concerned, in the order they first occur.

    Call it inside the import, so that titles of new records are there. needs: the
    sentence for what waits for an earlier bundle.
    """
    by_record: dict[tuple[str, RecordId], Fate] = {}
    for fate in fates:
        known = by_record.get(fate.root)
        if known is None or _rank(fate) < _rank(known):
            by_record[fate.root] = fate
    found = _titles(store, by_record)
    return tuple(
        Concerned(kind, one, found.get((kind, one)) or _told(store, fate), fate.outcome,
                  f"{fate.why}。{needs}" if fate.outcome == "held" else fate.why)
        for (kind, one), fate in by_record.items()
    )  # fmt: skip


def _rank(fate: Fate) -> int:
    return _WORST_FIRST.index(fate.outcome)


def _titles(store: Store, roots: Iterable[tuple[str, RecordId]]) -> dict[tuple[str, RecordId], str]:
    by_type: dict[str, list[RecordId]] = {}
    for kind, one in roots:
        by_type.setdefault(kind, []).append(one)
    return {
        (kind, one): title
        for kind, ids in by_type.items()
        if kind in store.handle.tables
        for one, title in titles(store.handle, kind, ids).items()
    }


def _told(store: Store, fate: Fate) -> str:
    """Give what a change itself says of a record that is not here."""
    change = fate.change
    table = store.handle.tables.get(change.type)
    if table is None:
        return f"{change.type} {change.id[:8]}"
    values: dict[str, Any] = body_of(change).get("values", {})
    words = [str(values[name]) for name in table.type.title if isinstance(values.get(name), str)]
    return " ".join(words)[:80] or f"{table.type.label} {change.id[:8]}"
