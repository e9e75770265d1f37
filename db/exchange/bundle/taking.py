"""Taking a bundle: backup, one transaction, control totals, receipt; twice is once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.exchange import notes
from db.exchange.bundle.looking import needed
from db.exchange.bundle.outcome import Counts, Taken, counts_of
from db.exchange.bundle.reading import Bundle, Opened, read_bundle
from db.exchange.control import totals_agree, totals_of
from db.exchange.faults import ReceiptNotWritten
from db.exchange.notes import TakenNote
from db.exchange.receipts import Receipt, make_receipt
from db.faults import Fault
from db.store import Changes, ReadOnlyFolder, Store
from db.store.backup import back_up
from db.store.keys import write_whole_file
from db.store.outgoing import vector
from db.store.receiving import Intake, Result, Rewritten, has_new
from db.store.waiting import told


def take(store: Store, file: Path) -> Taken:
    """Import a bundle and write its receipt; any Fault leaves the ledger as it was.

    A bundle whose predecessors are missing is kept in the inbox and tried again when
    a later one brings them.
    """
    bundle = read_bundle(store, file)
    done = _take(store, bundle)
    if not done.counts.applied:
        return done
    also = tuple(_take_held(store, bundle.opened.sender.code))
    return replace(done, also=also)


def _take(store: Store, bundle: Bundle) -> Taken:
    opened = bundle.opened
    before = _taken_before(store, bundle)
    if before is not None:
        return before
    if has_new(store.handle, opened.sender.code, opened.manifest.after):
        back_up(store.handle, label="before-import")
    try:
        with Intake(store.handle, opened.sender.code, opened.sender.name) as intake:
            result = intake.take(bundle.packed)
            batch = f"bundle:{opened.sender.code}:{opened.header.number}"
            changes = intake.changes(batch)
            agree, receipt = _receipt(store, bundle, result)
            counts = counts_of(result)
            notes.put_taken(store, _note(bundle, counts, batch, receipt))
            intake.keep()
    except Rewritten:
        _keep_as_alarm(store, opened)
        raise
    try:
        _keep_or_drop(store, opened, counts)
        place = notes.outbox(store, receipt.name)
        write_whole_file(place, receipt.content)
    except (OSError, ReadOnlyFolder) as failed:
        raise ReceiptNotWritten from failed
    return Taken(
        opened.sender.name, opened.header.number, counts, batch, place, receipt.code,
        _already(opened, counts), changes, totals_agree=agree,
    )  # fmt: skip


def _taken_before(store: Store, bundle: Bundle) -> Taken | None:
    """Give the answer for a bundle taken before, if nothing has happened since."""
    opened = bundle.opened
    note = notes.taken(store, opened.id)
    if note is None or note.have != vector(store.handle, opened.sender.code):
        return None
    place = notes.outbox(store, note.receipt)
    if not place.is_file() or note.counts[2]:
        return None
    counts = Counts(same=opened.manifest.changes)
    with Intake(store.handle, opened.sender.code, opened.sender.name, dry=True) as intake:
        intake.take(bundle.packed)
    return Taken(
        opened.sender.name, opened.header.number, counts, note.batch, place, note.code,
        _already(opened, counts), Changes("", (), note.batch),
    )  # fmt: skip


def _receipt(store: Store, bundle: Bundle, result: Result) -> tuple[bool | None, Receipt]:
    opened = bundle.opened
    code = opened.sender.code
    have, totals = vector(store.handle, code), totals_of(store, code)
    agree = totals_agree(totals, opened.manifest.totals) if have == opened.manifest.after else None
    words = {
        "bundle": opened.id,
        "number": opened.header.number,
        "result": needed(bundle) if result.missing else "已收",
        "have": have,
        "totals": totals,
        "refused": list(told(store.handle, code)),
    }
    return agree, make_receipt(store, opened.sender, words)


def _note(bundle: Bundle, counts: Counts, batch: str, receipt: Receipt) -> TakenNote:
    opened = bundle.opened
    five = (counts.applied, counts.same, counts.held, counts.conflict, counts.refused)
    return TakenNote(
        opened.id, opened.sender.code, opened.sender.name, opened.header.number, five, batch,
        receipt.name, receipt.code, receipt.have,
    )  # fmt: skip


def _already(opened: Opened, counts: Counts) -> str:
    if counts.same != counts.total or not counts.total:
        return ""
    return f"这个包（{opened.sender.name} {opened.header.number} 号）已收过，没有新内容。"


def _keep_or_drop(store: Store, opened: Opened, counts: Counts) -> None:
    """Keep a bundle that waits for an earlier one; let go one that waits no more."""
    place = notes.inbox(store, f"{opened.id}.sfb")
    waits = counts.held and not counts.applied
    if waits and not place.exists():
        write_whole_file(place, opened.raw)
        body = {
            "sender": opened.sender.name,
            "code": opened.sender.code,
            "number": opened.header.number,
            "file": place.name,
        }
        store.local.put_note(notes.HELD, opened.id, body)
    elif not waits and store.local.note(notes.HELD, opened.id) is not None:
        store.local.drop_note(notes.HELD, opened.id)
        place.unlink(missing_ok=True)


def _keep_as_alarm(store: Store, opened: Opened) -> None:
    place = notes.inbox(store, f"alarm-{opened.id}.sfb")
    write_whole_file(place, opened.raw)
    body = {"sender": opened.sender.name, "code": opened.sender.code, "file": str(place)}
    store.local.put_note(notes.ALARM, opened.id, body)


def _take_held(store: Store, code: str) -> list[Taken]:
    """Try the bundles of a sender that wait in the inbox, oldest number first."""
    found = [n for n in store.local.notes(notes.HELD) if n.body["code"] == code]
    done: list[Taken] = []
    for note in sorted(found, key=lambda one: one.body["number"]):
        try:
            done.append(_take(store, read_bundle(store, notes.inbox(store, note.body["file"]))))
        except Fault:
            # It stays in the inbox, and `check` goes on telling of it.
            continue
    return done
