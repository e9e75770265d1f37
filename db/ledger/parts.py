"""The parts of an open ledger that are a room of their own, each made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger.carrying import Carrying
    from db.ledger.casework import Casework
    from db.ledger.duplicates import Duplicates
    from db.ledger.numbers import Numbers
    from db.ledger.people import People
    from db.ledger.printing import PrintDesk
    from db.ledger.subsidies import Subsidies
    from db.ledger.volumes import Volumes
    from db.store import Attachments, Changes, Store

Clock = Callable[[], datetime]


def part(name: str) -> Any:
    """Give a part of ``db``, imported now: the first screen waits for none of them."""
    return import_module(f"db.{name}")


class LedgerParts:
    """What stands beside the records of a ledger; ``Ledger`` adds the records themselves."""

    def __init__(self, store: Store, clock: Clock = datetime.now) -> None:
        self._store = store
        self._clock = clock
        self.listeners: list[Callable[[Changes], None]] = []

    @cached_property
    def papers(self) -> PrintDesk:
        """Give the prints on record."""
        return part("ledger.printing").PrintDesk(self._store, self._clock)

    @property
    def attachments(self) -> Attachments:
        """Give the bytes behind attachment rows; put them before the row is saved."""
        return self._store.attachments

    @cached_property
    def volumes(self) -> Volumes:
        """Give what case volumes are made of and what they lack."""
        return part("ledger.volumes").Volumes(self._store)

    @cached_property
    def carry(self) -> Carrying:
        """Give the exchange with the county and back."""
        return part("ledger.carrying").Carrying(self._store, self._tell)

    @cached_property
    def subsidies(self) -> Subsidies:
        """Give what concerns paying mediators by the case (以案定补)."""
        return part("ledger.subsidies").Subsidies(self._store, self._clock, self._tell)

    @cached_property
    def cases(self) -> Casework:
        """Give what is known of the course of mediation cases."""
        return part("ledger.casework").Casework(self._store, self._clock)

    @cached_property
    def numbers(self) -> Numbers:
        """Give the official numbers: what is next, and what became of those issued."""
        return part("ledger.numbers").Numbers(self._store)

    def expected_numbers(self, draft: Draft) -> dict[str, str]:
        """Give path → official number that saving a draft now would give it."""
        return self.numbers.expected(draft)

    @cached_property
    def duplicates(self) -> Duplicates:
        """Give what may have been entered twice."""
        return part("ledger.duplicates").Duplicates(self._store)

    @cached_property
    def people(self) -> People:
        """Give persons that may be one, to be merged and taken apart again."""
        return part("ledger.people").People(self._store, self._tell, self._clock)

    def _tell(self, changes: Changes) -> Changes:
        for listener in self.listeners:
            listener(changes)
        return changes
