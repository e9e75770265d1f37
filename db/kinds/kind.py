"""What every field kind can do: the protocol the rest of the program relies on."""

from __future__ import annotations

from typing import NewType, Protocol

RecordId = NewType("RecordId", str)
"""A record's identity: a UUIDv7 in its canonical text form, unique everywhere."""


class Kind(Protocol):
    """One kind of field value: how it is read, shown, stored and sent."""

    @property
    def name(self) -> str:
        """Stable English name, e.g. ``date``; the editor table and ``types`` use it."""
        ...

    @property
    def column(self) -> str:
        """SQLite column type (TEXT, INTEGER, BLOB), or "" when there is no column."""
        ...

    def read(self, given: object) -> object:
        """Turn what a person or a JSON line gives into the typed value.

        None, "" and blank text give None. Raises ValueError whose message is a
        Chinese sentence saying what is wrong and what would be right.
        """
        ...

    def show(self, value: object) -> str:
        """Show a typed value to people; "" for None."""
        ...

    def store(self, value: object) -> object:
        """Turn a typed value into what SQLite holds."""
        ...

    def load(self, raw: object) -> object:
        """Turn what SQLite holds back into the typed value."""
        ...

    def wire(self, value: object) -> object:
        """Turn a typed value into JSON for bundles, history and the command line."""
        ...
