"""What a report may ask of the ledger: reading statements and who the ledger is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Reader(Protocol):
    """The store, as far as statistics see it."""

    @property
    def kind(self) -> str:
        """Give office, laptop or county."""
        ...

    @property
    def name(self) -> str:
        """Give the name of whoever keeps the ledger."""
        ...

    @property
    def code(self) -> str:
        """Give the code of whoever keeps the ledger."""
        ...

    def select(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a reading statement and give all its rows."""
        ...
