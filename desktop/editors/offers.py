"""What editors may ask of the ledger: records to link to, and people met before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from db.kinds import RecordId

__all__ = ["Offers", "PersonOffered", "RecordOffered"]


class RecordOffered(Protocol):
    """A record offered for a link: its id, its title and a short note beside it."""

    @property
    def id(self) -> RecordId:
        """The record's id."""
        ...

    @property
    def title(self) -> str:
        """What people call the record."""
        ...

    @property
    def note(self) -> str:
        """What tells it from others of the same title."""
        ...


class PersonOffered(Protocol):
    """A person met before, with what is known: field name → typed value."""

    @property
    def name(self) -> str:
        """The person's name."""
        ...

    @property
    def note(self) -> str:
        """Where the person was met and the masked number."""
        ...

    @property
    def values(self) -> Mapping[str, object]:
        """Field name → typed value, only fields that describe the person."""
        ...


class Offers(Protocol):
    """The part of the ledger editors look at; every call takes less than 20 ms."""

    @property
    def today(self) -> date:
        """The day of this run."""
        ...

    def offer(self, target: str, text: str, limit: int = 20) -> Sequence[RecordOffered]:
        """Give records of a type that match a text; without text, the likeliest."""
        ...

    def offer_people(self, text: str, limit: int = 12) -> Sequence[PersonOffered]:
        """Give people met before whose name or pinyin begins like the text."""
        ...

    def title(self, type_name: str, record_id: RecordId) -> str:
        """Give what people call a record."""
        ...
