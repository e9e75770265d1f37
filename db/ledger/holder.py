"""Whose ledger this is: what every part of the door knows of the open file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from db.store import Store

Clock = Callable[[], datetime]


class Holder:
    """An open store and the clock of this run."""

    def __init__(self, store: Store, clock: Clock = datetime.now) -> None:
        self._store = store
        self._clock = clock

    @property
    def store(self) -> Store:
        """Give the store, for the parts of ``db`` that stand beside the ledger."""
        return self._store

    @property
    def today(self) -> date:
        """Give the day of this run."""
        return self._clock().date()

    @property
    def name(self) -> str:
        """Give the name of whoever keeps this ledger."""
        return self._store.name

    @property
    def code(self) -> str:
        """Give the code of the office or county."""
        return self._store.code

    @property
    def kind(self) -> str:
        """Give office, laptop or county."""
        return self._store.kind

    @property
    def operator(self) -> str:
        """Give the name of whoever works."""
        return self._store.operator

    @property
    def folder(self) -> Path:
        """Give the folder of the ledger."""
        return self._store.folder
