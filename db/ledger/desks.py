"""The parts of a ledger that have methods of their own, each made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger.carrying import Carrying
    from db.ledger.duplicates import Duplicates
    from db.ledger.numbers import Numbers
    from db.ledger.people import People
    from db.ledger.printing import PrintDesk
    from db.store import Changes, Store


def _part(name: str) -> Any:
    """Give a part of the ledger, imported now: the first screen waits for none of them."""
    return import_module(f"db.ledger.{name}")


class Desks:
    """What an open ledger is asked through: prints, exchange, numbers."""

    _store: Store
    _clock: Callable[[], datetime]

    @cached_property
    def papers(self) -> PrintDesk:
        """Give the prints on record."""
        return _part("printing").PrintDesk(self._store, self._clock)

    @cached_property
    def carry(self) -> Carrying:
        """Give the exchange with the county and back."""
        return _part("carrying").Carrying(self._store, self._tell)

    @cached_property
    def numbers(self) -> Numbers:
        """Give the official numbers: what is next, and what became of those issued."""
        return _part("numbers").Numbers(self._store)

    @cached_property
    def duplicates(self) -> Duplicates:
        """Give what may have been entered twice."""
        return _part("duplicates").Duplicates(self._store)

    @cached_property
    def people(self) -> People:
        """Give persons that may be one, to be merged and taken apart again."""
        return _part("people").People(self._store, self._tell, self._clock)

    def expected_numbers(self, draft: Draft) -> dict[str, str]:
        """Give path → official number that saving a draft now would give it."""
        return self.numbers.expected(draft)

    def _tell(self, changes: Changes) -> Changes:
        raise NotImplementedError
