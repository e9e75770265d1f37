"""What the record form asks of the ledger, so that tests need no store for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from db.drafts import Draft
from db.kinds import RecordId
from db.rules.problem import Problem
from desktop.editors import Offers

__all__ = ["FormLedger", "HistoryLine", "Kept", "RelatedRecord"]


class Kept(Protocol):
    """A draft that was kept while it was being typed, and when."""

    @property
    def draft(self) -> Draft:
        """The draft as it was left."""
        ...

    @property
    def kept_at(self) -> datetime:
        """When it was kept last."""
        ...


class HistoryLine(Protocol):
    """One field's change: who, when, from what to what, why."""

    @property
    def when(self) -> str | datetime:
        """The time of the change."""
        ...

    @property
    def who(self) -> str:
        """The operator."""
        ...

    @property
    def reason(self) -> str:
        """Why, in the operator's words."""
        ...

    @property
    def label(self) -> str:
        """The field's label."""
        ...

    @property
    def before(self) -> str:
        """The value before, as shown."""
        ...

    @property
    def after(self) -> str:
        """The value after, as shown."""
        ...


class RelatedRecord(Protocol):
    """A record that links to this one."""

    @property
    def type_name(self) -> str:
        """Its record type."""
        ...

    @property
    def id(self) -> RecordId:
        """Its id."""
        ...

    @property
    def title(self) -> str:
        """What people call it."""
        ...

    @property
    def note(self) -> str:
        """The label of its type."""
        ...


class FormLedger(Offers, Protocol):
    """The ledger as the form sees it; every call belongs to the window's thread."""

    def new_draft(self, type_name: str) -> Draft:
        """Give an empty draft of a new record."""
        ...

    def draft(self, record_id: RecordId, type_name: str | None = None) -> Draft | None:
        """Give a stored record as a draft."""
        ...

    def expected_numbers(self, draft: Draft) -> Mapping[str, str]:
        """Give path → official number that saving the draft now would give."""
        ...

    def check(self, draft: Draft) -> list[Problem]:
        """Give every finding on the draft."""
        ...

    def save(self, draft: Draft, reason: str = "") -> object:
        """Save; raises Refused with the problems that forbid it."""
        ...

    def keep_draft(self, draft: Draft) -> None:
        """Keep what was typed so far, in place of what was kept of this draft before."""
        ...

    def kept_draft(self, type_name: str, record_id: RecordId | None) -> Kept | None:
        """Give the draft kept of a record; with None, the newest of a new record."""
        ...

    def drop_kept(self, record_id: RecordId) -> None:
        """Forget the kept draft: it was saved, or is not wanted."""
        ...

    def latest(self, type_name: str) -> Draft | None:
        """Give the record of this type that was saved last."""
        ...

    def history(self, record_id: RecordId) -> Sequence[HistoryLine]:
        """Give every change of a record, newest first."""
        ...

    def related(self, type_name: str, record_id: RecordId) -> Sequence[RelatedRecord]:
        """Give the records that link to this one."""
        ...
