"""What a ledger remembers of bundles and receipts; it never travels."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from db.store import Store

MADE, TAKEN, ACKNOWLEDGED = "bundle_made", "bundle_taken", "bundle_acknowledged"
HELD, ALARM, SERIAL = "bundle_held", "bundle_alarm", "receipt_serial"
OUTBOX, INBOX = "outbox", "inbox"

Totals = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class BundleNote:
    """One line of the bundle page. direction: made or taken; state: one Chinese word."""

    direction: str
    number: int
    partner: str
    at: datetime
    changes: int
    state: str
    file: str


@dataclass(frozen=True, slots=True)
class MadeNote:
    """A bundle made here: for whom, from and to which vector, the totals it told."""

    id: str
    to: str
    to_name: str
    number: int
    file: str
    sha256: str
    changes: int
    needs: dict[str, int]
    after: dict[str, int]
    totals: Totals
    at: str
    state: str = "待回执"


@dataclass(frozen=True, slots=True)
class TakenNote:
    """A bundle taken here: the five counts, the receipt, and what we had after it."""

    id: str
    sender: str
    sender_name: str
    number: int
    counts: tuple[int, ...]
    batch: str
    receipt: str
    code: str
    have: dict[str, int]


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What a partner last told us it has. past: writers of its earlier copies."""

    vector: dict[str, int] = field(default_factory=dict[str, int])
    number: int = 0
    serial: int = 0
    writer: str = ""
    past: tuple[str, ...] = ()
    agree: bool | None = None


def made(store: Store, to: str | None = None) -> list[MadeNote]:
    """Give the bundles made, for one partner or all, newest first."""
    found = [MadeNote(**note.body) for note in store.local.notes(MADE)]
    return sorted(
        (one for one in found if to in (None, one.to)), key=lambda one: one.number, reverse=True
    )


def put_made(store: Store, note: MadeNote) -> None:
    """Keep a note of a bundle made."""
    store.local.put_note(MADE, f"{note.number:06d}", asdict(note))


def taken(store: Store, bundle: str) -> TakenNote | None:
    """Give the note of a bundle taken, by its id."""
    note = store.local.note(TAKEN, bundle)
    return None if note is None else _taken(note.body)


def put_taken(store: Store, note: TakenNote) -> None:
    """Keep a note of a bundle taken."""
    store.local.put_note(TAKEN, note.id, asdict(note))


def acknowledged(store: Store, code: str) -> Acknowledged:
    """Give what a partner last acknowledged; nothing at all at first."""
    note = store.local.note(ACKNOWLEDGED, code)
    if note is None:
        return Acknowledged()
    body: dict[str, Any] = dict(note.body)
    body["past"] = tuple(body["past"])
    return Acknowledged(**body)


def put_acknowledged(store: Store, code: str, what: Acknowledged) -> None:
    """Keep what a partner acknowledged."""
    store.local.put_note(ACKNOWLEDGED, code, asdict(what))


def bundles(store: Store) -> list[BundleNote]:
    """Give the bundles made and taken, newest first."""
    found: list[BundleNote] = []
    for note in store.local.notes(MADE):
        one = MadeNote(**note.body)
        found.append(
            BundleNote("made", one.number, one.to_name, datetime.fromisoformat(one.at),
                       one.changes, one.state, one.file)
        )  # fmt: skip
    for note in store.local.notes(TAKEN):
        told = _taken(note.body)
        state = "部分待处理" if sum(told.counts[2:]) else "已收"
        found.append(
            BundleNote("taken", told.number, told.sender_name, note.at, sum(told.counts), state,
                       told.receipt)
        )  # fmt: skip
    return sorted(found, key=lambda one: one.at, reverse=True)


def outbox(store: Store, name: str) -> Path:
    """Give the place of a file in the outbox."""
    return _place(store.folder / OUTBOX, name)


def inbox(store: Store, name: str) -> Path:
    """Give the place of a file in the inbox."""
    return _place(store.folder / INBOX, name)


def _place(folder: Path, name: str) -> Path:
    # A ledger restored from a backup has neither folder yet.
    folder.mkdir(exist_ok=True)
    return folder / name


def _taken(body: dict[str, Any]) -> TakenNote:
    words: dict[str, Any] = {**body, "counts": tuple(body["counts"])}
    return TakenNote(**words)
