"""The one door to the data: a method per thing the office wants done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.declare import RecordType
from db.drafts import Draft
from db.kinds import RecordId
from db.ledger.parts import Clock, LedgerParts, part
from db.records import ALL_RECORD_TYPES, record_type
from db.rules.problem import Problem
from db.store import ListQuery, ListRow, Store, create_store, open_store

if TYPE_CHECKING:
    from db.duties.workbench import DueItem, Workbench
    from db.ledger.entry import Added, Given, RefusedRow
    from db.ledger.kept import KeptEntry
    from db.ledger.offers import Offer, PersonOffer
    from db.ledger.subjects import Subject
    from db.periods import Period
    from db.statistics import Report
    from db.statistics.table import ReportTable
    from db.store import Changes, Finding, HistoryEntry, Hit, KeptDraft, UndoResult, Unlocked


class Ledger(LedgerParts):
    """An open ledger. Screens and commands reach the data through it alone.

    It holds one connection and belongs to the thread that made it; ``second`` gives
    another for a worker thread. Every method raises a Fault when the world failed.
    clock: the day of reports, duties and prints; the change log always runs by the
    real clock, so that nobody can date an entry back.
    """

    @classmethod
    def create(cls, folder: Path, *, clock: Clock = datetime.now, **identity: Any) -> Ledger:
        """Make a new ledger; ``identity`` as ``db.store.create_store`` takes it."""
        return cls(create_store(folder, **identity), clock)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        password: str | None = None,
        operator: str | None = None,
        unlocked: Unlocked | None = None,
        clock: Clock = datetime.now,
    ) -> Ledger:
        """Open a ledger by password, or by what ``unlock_early`` gave beforehand."""
        store = open_store(folder, password=password, operator=operator, unlocked=unlocked)
        return cls(store, clock)

    def second(self) -> Ledger:
        """Give another connection to the same ledger, for a worker thread."""
        return Ledger(self._store.second(), self._clock)

    def close(self) -> None:
        """Close the connection; kept drafts stay kept."""
        self._store.close()

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

    def check_papers_by(self, check: Callable[[str, str], str | None]) -> None:
        """Take the check of papers an office writes itself: name, declaration → fault or None."""
        self._store.check_paper = check

    def types(self) -> tuple[RecordType, ...]:
        """Give all record types, in menu order."""
        return ALL_RECORD_TYPES

    def new_draft(self, type_name: str) -> Draft:
        """Give an empty draft of a new record."""
        return Draft.new(record_type(type_name))

    def draft(self, record_id: RecordId, type_name: str | None = None) -> Draft | None:
        """Give a stored record as a draft, or None when it is not there."""
        name = type_name or self._type_of(record_id)
        return None if name is None else self._store.draft(name, record_id)

    def check(self, draft: Draft) -> list[Problem]:
        """Derive what follows and give every finding on the draft."""
        problems = part("ledger.entry").check(self._store, draft, self.today)
        return problems + self.duplicates.problems(draft)

    def save(self, draft: Draft, reason: str = "") -> Changes:
        """Check and save; raises Refused when something forbids it.

        Numbers that are wanted and were not typed are issued in the same transaction.
        """
        problems = self.check(draft)
        part("ledger.entry").refuse_errors(problems)
        with self.numbers.giving(draft) as give, self._store.change(reason=reason) as scope:
            give()
            scope.save(draft)
        return self._tell(scope.changes)

    def add_many(
        self, type_name: str, given: Iterable[Given], *, batch: str = "", number: bool = False
    ) -> Iterator[Added | RefusedRow]:
        """Add many records from JSON objects; see ``db.ledger.entry.add_many``.

        number: issue the numbers the records do not bring.
        """
        look = self._store.look(self.today)
        kind = record_type(type_name)
        numbers = self.numbers if number else None
        add_many = part("ledger.entry").add_many
        return add_many(self._store, kind, given, look=look, batch=batch, giver=numbers)

    def remove(self, record_id: RecordId, reason: str) -> Changes:
        """Move a record and its child rows to the waste bin."""
        name = self._type_of(record_id)
        if name is None:
            raise LookupError(record_id)
        with self._store.change(reason=reason) as scope:
            scope.remove(name, record_id)
        return self._tell(scope.changes)

    def restore_record(self, type_name: str, record_id: RecordId, reason: str = "") -> Changes:
        """Take a record back out of the waste bin."""
        with self._store.change(reason=reason) as scope:
            scope.restore(type_name, record_id)
        return self._tell(scope.changes)

    def record(self, record_id: RecordId, type_name: str | None = None) -> Any:
        """Give one record with its child rows, or None."""
        name = type_name or self._type_of(record_id)
        return None if name is None else self._store.get(name, record_id)

    def latest(self, type_name: str) -> Draft | None:
        """Give the record of a type that was saved last, as a draft."""
        newest = self._store.newest(type_name)
        return None if newest is None else self._store.draft(type_name, newest)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what was typed so far, in place of what was kept of this draft before."""
        part("ledger.kept").keep(self._store, draft)

    def kept_draft(self, type_name: str, record_id: RecordId | None) -> KeptEntry | None:
        """Give the draft kept of a record; with None, the newest of a new record."""
        return part("ledger.kept").kept(self._store, type_name, record_id)

    def kept_drafts(self) -> list[KeptDraft]:
        """Give all drafts that are kept, newest first."""
        return self._store.local.kept_drafts()

    def drop_kept(self, record_id: RecordId) -> None:
        """Forget a kept draft: it was saved, or is not wanted."""
        self._store.local.drop_kept(record_id)

    def locate(self, text: str) -> tuple[str, RecordId] | None:
        """Give type and id of what an id, its unique start or an official number names."""
        return self._store.locate(text)

    def title(self, type_name: str, record_id: RecordId) -> str:
        """Give what people call the record."""
        return self._store.title(type_name, record_id)

    def subject(self, record_id: RecordId, type_name: str | None = None) -> Subject | None:
        """Give the record and its links as nested values, for papers."""
        name = type_name or self._type_of(record_id)
        subject_of = part("ledger.subjects").subject_of
        return None if name is None else subject_of(self._store, name, record_id)

    def page(self, query: ListQuery, limit: int = 256, offset: int = 0) -> list[ListRow]:
        """Give ``limit`` rows of a list from ``offset`` on."""
        return self._store.page(query, limit, offset)

    def count(self, query: ListQuery) -> int:
        """Give how many records the list has."""
        return self._store.count(query)

    def rowids(self, query: ListQuery) -> array[int]:
        """Give the row numbers of the whole list in its order, in one call."""
        return self._store.rowids(query)

    def rows_by_rowid(self, query: ListQuery, rowids: Sequence[int]) -> list[ListRow]:
        """Give the list rows of these row numbers, in the order given."""
        return self._store.rows_by_rowid(query, rowids)

    def found_rowids(self, type_name: str, text: str) -> set[int]:
        """Give the row numbers a text finds, to pick from a list whose order is known."""
        return self._store.found_rowids(type_name, text)

    def find(self, text: str, limit: int = 50, type_name: str | None = None) -> list[Hit]:
        """Search everything: characters, pinyin, initials, ends of numbers."""
        return self._store.find_text(text, limit, type_name)

    def offer(self, target: str, text: str, limit: int = 20) -> list[Offer]:
        """Give records of a type that match what is being typed into a link."""
        return part("ledger.offers").offer_records(self._store, target, text, limit)

    def offer_people(self, text: str, limit: int = 12) -> list[PersonOffer]:
        """Give people met before whose name, pinyin or number begins like ``text``."""
        return part("ledger.offers").offer_people(self._store, text, limit)

    def related(self, type_name: str, record_id: RecordId) -> list[Offer]:
        """Give the records that link to this one."""
        return part("ledger.offers").related(self._store, type_name, record_id)

    def history(self, record_id: RecordId) -> list[HistoryEntry]:
        """Give who changed which field when, from what, why; newest first."""
        return self._store.history(record_id)

    def undo(self, batch: str | None = None) -> UndoResult:
        """Take back the last step, or one import batch, as a new change."""
        return self._store.undo(batch)

    def reports(self) -> tuple[Report, ...]:
        """Give all statistical reports."""
        return part("statistics").ALL_REPORTS

    def report(self, name: str, period: Period) -> ReportTable:
        """Compute a report of a period."""
        return part("statistics").report_named(name).compute(self._store, period)

    def trace(self, name: str, period: Period, row: str, column: str) -> list[tuple[str, RecordId]]:
        """Give type and id of the records behind one cell."""
        return part("statistics").report_named(name).trace(self._store, period, row, column)

    def workbench(self) -> Workbench:
        """Give what the first screen shows: tiles, what is due, months, gaps."""
        return part("duties.first_screen").workbench(self._store, self.today)

    def due(self, day: date) -> tuple[DueItem, ...]:
        """Give what is owed on a day, the most urgent first."""
        return part("duties.due").due_on(self._store, day)

    def check_everything(self) -> list[Finding]:
        """Check file, change log, chain and exchange, then the rules over every record."""
        found = [*self._store.check(), *self.carry.check()]
        return found or [*part("ledger.review").review(self._store, self.today)]

    def change_password(self, old: str, new: str) -> None:
        """Set the operator's own password; WrongPassword when ``old`` is not it."""
        self._store.prove_password(self.operator, old)
        self._store.change_password(self.operator, new)

    def problems_of(self, record_id: RecordId, type_name: str) -> list[Problem]:
        """Give the open problems of a stored record."""
        draft = self._store.draft(type_name, record_id)
        if draft is None:
            return []
        return draft.problems(self._store.look(self.today, draft.office))

    def _type_of(self, record_id: RecordId) -> str | None:
        return (self._store.locate(record_id) or (None,))[0]
