"""What never travels: settings, kept drafts, prints, notes on bundles and cards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from db.kinds import RecordId, canonical_id
from db.store.changes import canonical
from db.store.handle import Handle
from db.store.schema import id_bytes


class PrintWords(Protocol):
    """What is told of a print when it is kept."""

    @property
    def paper(self) -> str:
        """Name of the paper."""
        ...

    @property
    def version(self) -> str:
        """Version of its declaration."""
        ...

    @property
    def profile(self) -> str:
        """The office's own edition of it, or ""."""
        ...

    @property
    def ids(self) -> tuple[RecordId, ...]:
        """The records printed."""
        ...

    @property
    def pages(self) -> int:
        """How many pages."""
        ...

    @property
    def sha256(self) -> str:
        """Hash of the finished file."""
        ...

    @property
    def plan(self) -> bytes:
        """The laid-out pages."""
        ...

    @property
    def made_of(self) -> str:
        """What tells later whether the records have changed, or ""."""
        ...

    @property
    def masked(self) -> bool:
        """Whether it is a copy to be published, with names and numbers masked."""
        ...


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print on record; enough to make the same pages again."""

    number: str
    paper: str
    version: str
    profile: str
    ids: tuple[RecordId, ...]
    pages: int
    sha256: str
    plan: bytes
    made_at: datetime
    operator: str
    made_of: str = ""
    masked: bool = False


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """An unfinished entry: what was typed, as the desktop wrote it down."""

    id: RecordId
    type_name: str
    at: datetime
    operator: str
    body: Any


@dataclass(frozen=True, slots=True)
class Note:
    """One JSON note of a kind: a bundle made or taken, a card, a receipt."""

    kind: str
    name: str
    at: datetime
    body: Any


_JOB = """SELECT number, paper, version, profile, no, pages, sha256, plan, made_at, operator,
 made_of, masked FROM print_job"""


class Local:
    """The local tables of one connection. Writes are short transactions of their own;
    inside an open change scope they belong to it."""  # noqa: D209

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def setting(self, name: str, default: Any = None) -> Any:
        """Give a setting (any JSON value), or the default."""
        row = self._handle.one("SELECT value FROM setting WHERE name = ?", (name,))
        return default if row is None else json.loads(row[0])

    def put_setting(self, name: str, value: Any) -> None:
        """Set a setting to a JSON value."""
        self._put(
            "INSERT INTO setting(name, value) VALUES (?, ?)"
            " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            (name, canonical(value)),
        )

    def keep_draft(self, record_id: RecordId, type_name: str, body: Any) -> None:
        """Keep an unfinished entry; a later one of the same id replaces it."""
        at = self._handle.clock().isoformat()
        self._put(
            "INSERT INTO kept_draft(uid, type, at, operator, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT(uid) DO UPDATE SET at = excluded.at, body = excluded.body,"
            " operator = excluded.operator",
            (id_bytes(record_id), type_name, at, self._handle.identity.operator, canonical(body)),
        )

    def kept_drafts(self) -> list[KeptDraft]:
        """Give the kept drafts, newest first."""
        rows = self._handle.select(
            "SELECT uid, type, at, operator, body FROM kept_draft ORDER BY at DESC"
        )
        return [
            KeptDraft(canonical_id(uid), name, datetime.fromisoformat(at), who, json.loads(body))
            for uid, name, at, who, body in rows
        ]

    def drop_kept(self, record_id: RecordId) -> None:
        """Forget a kept draft, because it was saved or given up."""
        self._put("DELETE FROM kept_draft WHERE uid = ?", (id_bytes(record_id),))

    def note(self, kind: str, name: str) -> Note | None:
        """Give one note, or None."""
        rows = self._notes("WHERE kind = ? AND name = ?", (kind, name))
        return rows[0] if rows else None

    def notes(self, kind: str) -> list[Note]:
        """Give all notes of a kind, newest first."""
        return self._notes("WHERE kind = ? ORDER BY at DESC, rowid DESC", (kind,))

    def put_note(self, kind: str, name: str, body: Any) -> None:
        """Write a note; one of the same kind and name is replaced."""
        self._put(
            "INSERT INTO note(kind, name, at, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(kind, name) DO UPDATE SET at = excluded.at, body = excluded.body",
            (kind, name, self._handle.clock().isoformat(), canonical(body)),
        )

    def drop_note(self, kind: str, name: str) -> None:
        """Remove a note."""
        self._put("DELETE FROM note WHERE kind = ? AND name = ?", (kind, name))

    def next_print_number(self, year: int) -> str:
        """Give the number the next print will carry: 2026-0001, 2026-0002 …"""
        row = self._handle.one(
            "SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM print_job WHERE number LIKE ?",
            (f"{year:04d}-%",),
        )
        return f"{year:04d}-{((row[0] if row else None) or 0) + 1:04d}"

    def keep_print(self, number: str, words: PrintWords, at: datetime) -> None:
        """Keep a print; its number is used from now on."""
        handle = self._handle
        with handle.writing():
            handle.run(
                "INSERT INTO print_job(number, paper, version, profile, pages, sha256, made_at,"
                " operator, plan, made_of, masked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, words.paper, words.version, words.profile, words.pages, words.sha256,
                 at.isoformat(timespec="seconds"), handle.identity.operator, words.plan,
                 words.made_of or None, int(words.masked)),
            )  # fmt: skip
            row = handle.one("SELECT no FROM print_job WHERE number = ?", (number,))
            job = row[0] if row else 0
            handle.run_many(
                "INSERT OR IGNORE INTO printed(uid, job) VALUES (?, ?)",
                [(id_bytes(one), job) for one in words.ids],
            )

    def kept_print(self, number: str) -> PrintJob | None:
        """Give the print of this number, or None."""
        jobs = self._jobs("WHERE number = ?", number)
        return jobs[0] if jobs else None

    def prints_of(self, record_id: RecordId) -> list[PrintJob]:
        """Give the prints made of a record, newest first."""
        return self._jobs(
            "WHERE no IN (SELECT job FROM printed WHERE uid = ?) ORDER BY no DESC",
            id_bytes(record_id),
        )

    def _jobs(self, where: str, value: object) -> list[PrintJob]:
        jobs: list[PrintJob] = []
        for row in self._handle.select(f"{_JOB} {where}", (value,)):
            ids = self._handle.select("SELECT uid FROM printed WHERE job = ?", (row[4],))
            number, paper, version, profile, _, pages, sha256, plan, at, who, made_of, masked = row
            jobs.append(
                PrintJob(
                    number, paper, version, profile,
                    tuple(canonical_id(one[0]) for one in ids),
                    pages, sha256, plan, datetime.fromisoformat(at), who, made_of or "",
                    bool(masked),
                )
            )  # fmt: skip
        return jobs

    def _notes(self, where: str, params: tuple[object, ...]) -> list[Note]:
        rows = self._handle.select(f"SELECT kind, name, at, body FROM note {where}", params)
        return [Note(k, n, datetime.fromisoformat(at), json.loads(b)) for k, n, at, b in rows]

    def _put(self, sql: str, params: tuple[object, ...]) -> None:
        with self._handle.writing():
            self._handle.run(sql, params)
