"""A small world for the exchange: ledgers without a window, a fake stick, forged bundles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from db import exchange
from db.drafts import Draft
from db.exchange.bundle.layout import Header, assemble, pack, take_apart, unpack
from db.exchange.sealing import own_keys, seal, unseal
from db.kinds import RecordId
from db.records import record_type
from db.store import Store, Transaction, create_store
from db.store.changes import canonical
from db.store.outgoing import live_totals

OFFICE, OTHER, COUNTY = "410199103", "410199104", "410199"
_KIND = {OFFICE: "office", OTHER: "office", COUNTY: "county"}
_NAME = {OFFICE: "清河镇司法所", OTHER: "柳林乡司法所", COUNTY: "安和县司法局"}

Lines = list[dict[str, Any]]


class World:
    """A county and its offices, enrolled with each other, and a stick between them."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self.clock = clock
        self.stick = folder / "U 盘 一号"
        self.stick.mkdir()
        self.county = self.make(COUNTY)
        self.office = self.make(OFFICE)
        self.enrol(self.office)

    def make(self, code: str, *, folder: str = "", kind: str = "") -> Store:
        """Make a ledger."""
        return create_store(
            self.folder / (folder or code), kind=kind or _KIND[code], name=_NAME[code], code=code,
            password=None, operator="所长", now=self.clock,
        )  # fmt: skip

    def other_office(self) -> Store:
        """Make the second office and enrol it."""
        other = self.make(OTHER)
        self.enrol(other)
        return other

    def enrol(self, office: Store) -> None:
        """Let an office and the county take each other's card."""
        exchange.enrol(self.county, card_of(office, self.stick))
        exchange.enrol(office, card_of(self.county, self.stick))

    def bundle(self, office: Store | None = None, **words: Any) -> Path:
        """Make a bundle for the county on the stick."""
        return exchange.make_bundle(office or self.office, COUNTY, self.stick, **words).file

    def take(self, file: Path) -> exchange.Taken:
        """Let the county take a bundle."""
        return exchange.take(self.county, file)

    def round(self, office: Store | None = None) -> exchange.Taken:
        """Carry everything to the county and its receipt back."""
        sender = office or self.office
        taken = self.take(self.bundle(sender))
        exchange.take_receipt(sender, str(taken.receipt))
        return taken


def card_of(store: Store, folder: Path) -> Path:
    """Write a ledger's card to a file."""
    file = folder / f"{store.code}.json"
    exchange.write_card(store, file)
    return file


def add_village(store: Store, name: str, **values: str) -> RecordId:
    """Add a village and give its id."""
    draft = Draft.new(record_type("village"))
    draft.take({"name": name, **values})
    with store.change() as scope:
        scope.save(draft)
    return draft.id


def add_case(store: Store, number: str, *parties: str, **values: str) -> RecordId:
    """Add a case with parties, in one transaction, and give its id."""
    draft = Draft.new(record_type("mediation_case"))
    draft.take({"number": number, "parties": [{"name": name} for name in parties], **values})
    with store.change() as scope:
        scope.save(draft)
    return draft.id


def edit(store: Store, type_name: str, record_id: RecordId, **values: str) -> None:
    """Change fields of a record."""
    draft = store.draft(type_name, record_id)
    assert draft is not None
    draft.take(values)
    with store.change() as scope:
        scope.save(draft)


def remove(store: Store, type_name: str, record_id: RecordId) -> None:
    """Move a record to the waste bin."""
    with store.change(reason="登记重复") as scope:
        scope.remove(type_name, record_id)


def totals(store: Store, office: str = OFFICE) -> dict[str, Any]:
    """Give the control totals of an office as a ledger has them."""
    return live_totals(store.handle, office)


def changes_in(store: Store) -> int:
    """Give how many changes a ledger's log holds."""
    return int(store.select("SELECT count(*) FROM change")[0][0])


def five(counts: exchange.Counts) -> tuple[int, int, int, int, int]:
    """Give applied, same, held, conflict, refused."""
    return counts.applied, counts.same, counts.held, counts.conflict, counts.refused


def open_up(store: Store, file: Path) -> tuple[Header, Lines]:
    """Open a file with the sender's own key: header and lines."""
    parts = take_apart(file.read_bytes())
    texts = unpack(unseal(parts.sealed, own_keys(store).age))
    return parts.header, [json.loads(text) for text in texts]


def close_up(
    sender: Store, receiver: Store, header: Header, lines: Lines, file: Path, *, link: bool = True
) -> Path:
    """Seal and sign lines as ``sender``; with ``link`` hashes and counts are made to fit."""
    if link:
        _fit(lines)
        header = Header(**{**_words(header), "heads": lines[0]["address"]["heads"]})
    keys = own_keys(sender)
    sealed = seal(
        pack(canonical(line) for line in lines), [own_keys(receiver).public.age, keys.public.age]
    )
    file.write_bytes(assemble(header, sealed, keys.sign))
    return file


def _words(header: Header) -> dict[str, Any]:
    return {**asdict(header), "receivers": tuple(header.receivers)}


def _fit(lines: Lines) -> None:
    """Hash the chain again, as a forger with the office's key would."""
    manifest = lines[0]
    tables: dict[str, int] = {}
    writer, at = "", 1
    prev: dict[str, bytes] = {w: bytes.fromhex(r["prev"]) for w, r in manifest["ranges"].items()}
    while at < len(lines):
        header = lines[at]
        writer = header["writer"]
        body = lines[at + 1 : at + 2 + header["last"] - header["first"]]
        tx = Transaction.of_line(canonical(header), prev[writer], b"")
        texts = [canonical(one) for one in body]
        prev[writer] = tx.hash_of(texts)
        for one in body:
            tables[one["type"]] = tables.get(one["type"], 0) + 1
        at += 1 + len(body)
    for name, own in prev.items():
        manifest["ranges"][name]["head"] = own.hex()
        manifest["address"]["heads"][name] = own.hex()
    manifest["tables"] = tables
    manifest["changes"] = sum(tables.values())


def database_bytes(store: Store) -> str:
    """Give a hash of everything a ledger's folder holds, but the WAL's index."""
    digest = hashlib.sha256()
    for file in sorted(store.folder.rglob("*")):
        if file.is_file() and not file.name.endswith("-shm"):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
