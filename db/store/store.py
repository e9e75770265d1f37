"""The store: the open ledger file as one object, for everything above it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.drafts import Draft
from db.kinds import RecordId
from db.store import lists, naming, rows, titles
from db.store.handle import Clock, Handle, Row
from db.store.lists import ListQuery, ListRow
from db.store.local import Local
from db.store.look import PaperCheck, StoreLook
from db.store.writing import Scope

if TYPE_CHECKING:
    from db.rules.terms import Terms
    from db.store.attachments import Attachments
    from db.store.backup import Backup
    from db.store.checking import Finding
    from db.store.finding import Hit
    from db.store.history import HistoryEntry
    from db.store.keys import Operator
    from db.store.undo import UndoResult


def _part(name: str) -> Any:
    """Give a module of the store, imported now: opening a ledger needs none of them."""
    return import_module(f"db.store.{name}")


class Store:
    """An open ledger file: one connection, for one thread at a time.

    ``second`` gives another connection for a worker thread. Reading never waits for
    writing; writing waits up to five seconds for another writer.
    """

    def __init__(self, handle: Handle, recovery_key: str | None = None) -> None:
        self.handle = handle
        self.recovery_key = recovery_key
        """The key to print, only after creation; it is kept nowhere."""
        self.check_paper: PaperCheck | None = None
        """How a paper's declaration is checked; handed in by whoever prints."""
        self.local = Local(handle)
        """Settings, kept drafts, prints and notes: what never travels."""

    @cached_property
    def attachments(self) -> Attachments:
        """Give the bytes behind attachment rows, in encrypted files of their own."""
        return _part("attachments").Attachments(self.handle)

    # Who and where -------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Give the ledger's folder."""
        return self.handle.folder

    @property
    def kind(self) -> str:
        """Give office, laptop or county."""
        return self.handle.identity.kind

    @property
    def name(self) -> str:
        """Give the name of whoever keeps the ledger."""
        return self.handle.identity.name

    @property
    def code(self) -> str:
        """Give the code of whoever keeps the ledger."""
        return self.handle.identity.code

    @property
    def operator(self) -> str:
        """Give who works."""
        return self.handle.identity.operator

    @property
    def role(self) -> str:
        """Give 经办人, 所长 or 只读."""
        return self.handle.identity.role

    @property
    def device(self) -> str:
        """Give the name of this machine."""
        return self.handle.identity.device

    @property
    def writer(self) -> str:
        """Give the writer id of this copy, in hex."""
        return self.handle.writer

    @property
    def clock(self) -> Clock:
        """Give the clock the ledger runs by."""
        return self.handle.clock

    def second(self) -> Store:
        """Give another connection to the same file; callable in any thread."""
        first = self.handle
        made = Handle(first.folder, first.key, first.tables, first.clock, first.session)
        made.identity = first.identity
        made.writer_no = first.writer_no
        store = Store(made)
        store.check_paper = self.check_paper
        return store

    def close(self) -> None:
        """Close the connection."""
        self.handle.close()

    # Writing -------------------------------------------------------------------

    def change(self, reason: str = "", batch: str = "", source: str = "") -> Scope:
        """Give a change scope, to be used as a context manager."""
        return Scope(self.handle, reason, batch, source)

    # Reading -------------------------------------------------------------------

    def look(self, today: date, office: str = "") -> StoreLook:
        """Give what rules may see, with caches for one batch or edit.

        office: whose days off and numbers count; "" is whoever keeps the ledger.
        """
        return StoreLook(self.handle, today, office, self.check_paper)

    def terms(self, office: str = "") -> Terms:
        """Give the days off and numbers of an office; "" is whoever keeps the ledger."""
        return self.look(date.min, office).terms

    def get(self, type_name: str, record_id: RecordId | None) -> Any:
        """Give the live record with its child rows, or None."""
        return rows.get(self.handle, type_name, record_id)

    def draft(self, type_name: str, record_id: RecordId, *, removed: bool = False) -> Draft | None:
        """Give a stored record as a draft, or None; ``removed``: also from the waste bin."""
        return rows.draft(self.handle, type_name, record_id, removed=removed)

    def texts_of(self, type_name: str, field_name: str) -> set[str]:
        """Give every text that stands in a field of the live records of a type."""
        return rows.texts_of(self.handle, type_name, field_name)

    def newest(self, type_name: str) -> RecordId | None:
        """Give the id of the live record of a type entered last here, or None."""
        return rows.newest(self.handle, type_name)

    def find(self, type_name: str, **equal: object) -> list[Any]:
        """Give live records whose fields equal these typed values."""
        return rows.find(self.handle, type_name, equal)

    def type_of(self, record_id: RecordId) -> str | None:
        """Give the type name of a stored id, live or removed, or None."""
        return rows.type_of(self.handle, record_id)

    def office_of(self, type_name: str, record_id: RecordId) -> str | None:
        """Give the code of the office that wrote a record, or None."""
        return rows.office_of(self.handle, type_name, record_id)

    def root_of(self, type_name: str, record_id: RecordId) -> tuple[str, RecordId]:
        """Give type and id of the whole record a child row is part of."""
        return rows.root_of(self.handle, type_name, record_id)

    def locate(self, text: str) -> tuple[str, RecordId] | None:
        """Give type and id of what an id, its unique start or an official number names."""
        return naming.locate(self.handle, text)

    def resolve(self, type_name: str, text: str) -> RecordId | None:
        """Give the id of the one live record of a type that a text names, or None."""
        return naming.resolve(self.handle, type_name, text)

    def title(self, type_name: str, record_id: RecordId | None) -> str:
        """Give what people call a record."""
        return titles.title(self.handle, type_name, record_id)

    def query(self, type_name: str) -> ListQuery:
        """Give the list of all live records of a type in its own order."""
        return lists.default_query(self.handle, type_name)

    def page(self, query: ListQuery, limit: int = 256, offset: int = 0) -> list[ListRow]:
        """Give ``limit`` rows of a list from ``offset`` on."""
        return lists.page(self.handle, query, limit, offset)

    def count(self, query: ListQuery) -> int:
        """Give how many records a list has."""
        return lists.count(self.handle, query)

    def rowids(self, query: ListQuery) -> array[int]:
        """Give the row numbers of a whole list in its order."""
        return lists.rowids(self.handle, query)

    def rows_by_rowid(self, query: ListQuery, rowids: Sequence[int]) -> list[ListRow]:
        """Give the list rows of these row numbers, in the order given."""
        return lists.rows_by_rowid(self.handle, query, rowids)

    def found_rowids(self, type_name: str, text: str) -> set[int]:
        """Give the row numbers a text finds, those of removed records among them."""
        return _part("finding").found_rowids(self.handle, type_name, text)

    def find_text(self, text: str, limit: int = 50, type_name: str | None = None) -> list[Hit]:
        """Search everything, or one type: words, names, pinyin, ends of numbers."""
        return _part("finding").find_text(self.handle, text, limit, type_name)

    def select(self, sql: str, params: Sequence[object] = ()) -> list[Row]:
        """Run a reading statement of a report and give all its rows."""
        self.handle.settle(*self.handle.tables)
        return self.handle.select(sql, params)

    def snapshot(self) -> AbstractContextManager[None]:
        """Give a context in which several readings see one state of the file."""
        return self.handle.snapshot()

    # History, care ---------------------------------------------------------------

    def history(self, record_id: RecordId) -> list[HistoryEntry]:
        """Give who changed which field when, newest first; child rows included."""
        return _part("history").history(self.handle, record_id)

    def undo(self, batch: str | None = None) -> UndoResult:
        """Take back a batch, or the last step of this writer, as a new change."""
        return _part("undo").undo(self, batch)

    def conflicts(self) -> list[dict[str, Any]]:
        """Give every open conflict, as plain values."""
        return _part("history").conflicts(self.handle)

    def conflicts_of(self, type_name: str, record_id: RecordId) -> list[dict[str, Any]]:
        """Give the open conflicts of one row, as plain values."""
        return _part("history").conflicts_of(self.handle, type_name, record_id)

    def backup(self, target: Path | None = None) -> Backup:
        """Make a verified backup, in the ledger's folder or in ``target``."""
        return _part("backup").back_up(self.handle, target)

    def backups(self) -> list[Backup]:
        """Give the backups in the ledger's folder, newest first."""
        return _part("backup").backups(self.folder)

    def check(self) -> list[Finding]:
        """Check file, log and chain; nothing found means nothing is wrong."""
        return _part("checking").check(self.handle)

    def secret(self, name: str) -> bytes | None:
        """Give a key kept inside the file: ``sign`` (Ed25519 seed), ``age`` (identity)."""
        row = self.handle.one("SELECT value FROM secret WHERE name = ?", (name,))
        return None if row is None else bytes(row[0])

    def put_secret(self, name: str, value: bytes) -> None:
        """Keep a key inside the encrypted file."""
        with self.handle.writing():
            self.handle.run(
                "INSERT INTO secret(name, value) VALUES (?, ?)"
                " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def fact(self, name: str) -> str | None:
        """Give a fact of this file (ledger, kind, name, code, made_at …), or None."""
        return self.handle.fact(name)

    # Operators -------------------------------------------------------------------

    def operators(self) -> tuple[Operator, ...]:
        """Give everyone who may open the ledger, with their roles."""
        return _part("keys").read_key_file(self.folder).operators()

    def add_operator(self, name: str, role: str, password: str) -> None:
        """Add an operator: 经办人, 所长 or 只读. OperatorRefused when already there."""
        _part("operators").add(self.folder, self.handle.key, name, password, role)

    def prove_password(self, name: str, password: str | None) -> None:
        """Raise WrongPassword when this does not open the operator's slot."""
        _part("operators").prove(self.folder, name, password)

    def change_password(self, name: str, password: str) -> None:
        """Set a new password for an operator; the old one opens nothing any more."""
        _part("operators").change_password(self.folder, self.handle.key, name, password)

    def remove_operator(self, operator: str) -> None:
        """Take an operator's slot away; the last 所长 stays."""
        _part("operators").remove(self.folder, operator)

    def rename(self, name: str, code: str) -> None:
        """Set the name and code of whoever keeps the ledger (as the county enrols it)."""
        with self.handle.writing():
            self.handle.put_fact("name", name)
            self.handle.put_fact("code", code)
        self.handle.identity = replace(self.handle.identity, name=name, code=code)
