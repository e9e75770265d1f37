"""Prints on record: each has a number and is made again exactly as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.kinds import RecordId
from db.ledger.fingerprints import changed_since
from db.ledger.profiles import OwnProfile, default_profile, own_profiles
from db.ledger.subjects import subject_of
from db.store import PrintJob, Store


@dataclass(frozen=True, slots=True)
class PrintNote:
    """What is kept of a print: enough to make the same pages again.

    plan: the laid-out pages as compact bytes, so that a later edition of the paper
    does not change what was once printed. masked: a copy to be published. made_of: see ``db.ledger.fingerprints``.
    """

    number: str
    paper: str
    version: str
    profile: str
    ids: tuple[RecordId, ...]
    pages: int
    sha256: str
    plan: bytes
    made_of: str = ""
    masked: bool = False


@dataclass(frozen=True, slots=True)
class PrintMark:
    """A print of one record, and whether what it shows has changed since.

    changed: None for a print that kept nothing to tell it by.
    """

    job: PrintJob
    changed: bool | None

    @property
    def text(self) -> str:
        """What stands beside the paper: 3月12日打印 2026-0012，此后已修改."""
        at = self.job.made_at
        tail = "，此后已修改" if self.changed else ""
        return f"{at.month}月{at.day}日打印 {self.job.number}{tail}"


class PrintDesk:
    """Gives print numbers and keeps what was printed."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def profiles(self) -> list[OwnProfile]:
        """Give the ways of printing the office has made itself, oldest first."""
        return own_profiles(self._store)

    def default_profile(
        self, type_name: str | None = None, record_id: RecordId | None = None
    ) -> OwnProfile | None:
        """Give the way of printing when nothing is asked; see ``db.ledger.profiles``."""
        return default_profile(self._store, type_name, record_id)

    @property
    def today(self) -> date:
        """Give the day that papers count ages and terms on."""
        return self._clock().date()

    def next_number(self) -> str:
        """Give the number the next print will carry: year and running number."""
        return self._store.local.next_print_number(self._clock().year)

    def keep(self, note: PrintNote) -> None:
        """Keep a print; its number is used from now on."""
        self._store.local.keep_print(note.number, note, self._clock())

    def kept(self, number: str) -> PrintJob | None:
        """Give the print of this number, or None."""
        return self._store.local.kept_print(number)

    def prints_of(self, record_id: RecordId) -> Sequence[PrintJob]:
        """Give the prints made of a record, newest first."""
        return self._store.local.prints_of(record_id)

    def marks_of(self, record_id: RecordId) -> list[PrintMark]:
        """Give the true prints made of a record, newest first, each with whether it still holds.

        A copy to be published is none: nobody signs it, and it is not filed.
        """
        jobs = [one for one in self._store.local.prints_of(record_id) if not one.masked]
        name = self._store.type_of(record_id) if jobs else None
        now = None if name is None else subject_of(self._store, name, record_id)
        return [PrintMark(job, changed_since(job.made_of, record_id, now)) for job in jobs]
