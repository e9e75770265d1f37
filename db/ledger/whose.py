"""Whose an open ledger is: its name and code, who works in it, the day of this run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from db.store import Store

Clock = Callable[[], datetime]


class Whose:
    """What an open ledger says of itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

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
