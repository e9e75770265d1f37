"""Opening a file of the exchange: signature before unsealing, everything tested."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.exchange.bundle.layout import (
    FORMAT,
    LARGEST_SEALED,
    LONGEST_HEADER,
    MAGIC,
    TRAILER_BYTES,
    Header,
    Kind,
    Manifest,
    Parts,
    read_manifest,
    take_apart,
    unpack,
)
from db.exchange.bundle.older import upgrade
from db.exchange.cards import Card, partners
from db.exchange.faults import (
    BadSignature,
    DamagedInside,
    FileMissing,
    IsAFolder,
    NewerFormat,
    NotForUs,
    OtherKey,
    OwnFile,
    Readdressed,
    TooLarge,
    UnknownSender,
    WrongKind,
)
from db.exchange.sealing import is_signed, own_keys, unseal
from db.faults import Fault
from db.store import Change, Store, Transaction
from db.store.causes import body_of
from db.store.changes import NO_HASH
from db.store.handle import LEVEL
from db.store.outgoing import Packed

LARGEST = len(MAGIC) + LONGEST_HEADER + LARGEST_SEALED + TRAILER_BYTES


@dataclass(frozen=True, slots=True)
class Opened:
    """A verified and unsealed file: id, header, manifest, who sent it, its bytes."""

    id: str
    header: Header
    manifest: Manifest
    sender: Card
    raw: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """A verified bundle with its transactions, each hashed and linked to the next."""

    opened: Opened
    packed: tuple[Packed, ...]


def read_bundle(store: Store, file: Path) -> Bundle:
    """Read a bundle sent to this ledger; a Fault of its own for everything wrong."""
    opened, lines = open_file(store, file, "regular")
    packed = tuple(_transactions(opened.manifest, lines))
    _compare(opened.manifest, packed)
    return Bundle(opened, packed)


def open_file(store: Store, file: Path, kind: Kind) -> tuple[Opened, Iterator[str]]:
    """Open a bundle or receipt as far as its manifest; the lines after it follow."""
    raw = read_whole(Path(file))
    parts = take_apart(raw)
    sender = _sender(store, parts)
    header = parts.header
    if header.kind != kind:
        raise WrongKind(is_receipt=header.kind == "receipt")
    if store.code not in header.receivers:
        raise NotForUs
    if hashlib.sha256(parts.sealed).hexdigest() != header.sealed_sha256:
        raise BadSignature
    content = unseal(parts.sealed, own_keys(store).age)
    lines = unpack(content)
    first = next(lines, "")
    manifest = read_manifest(first, partial(upgrade, written=header.format, current=FORMAT))
    if manifest.minimum_reader > LEVEL:
        raise NewerFormat
    if manifest.address != header.address() or manifest.ledger != sender.ledger:
        raise Readdressed
    return Opened(parts.id, header, manifest, sender, raw), lines


def read_whole(file: Path) -> bytes:
    """Read a file once; all that follows works on these very bytes, not on the stick."""
    if file.is_dir():
        raise IsAFolder(file)
    try:
        with file.open("rb") as source:
            raw = source.read(LARGEST + 1)
    except FileNotFoundError as missing:
        raise FileMissing(file) from missing
    except OSError as failed:
        raise Fault(
            f"文件“{file.name}”读不出来（{os.strerror(failed.errno or 0)}）。",
            "请重新插好 U 盘再试，或让发出单位重新拷贝一份。",
        ) from failed
    if len(raw) > LARGEST:
        raise TooLarge
    return raw


def _sender(store: Store, parts: Parts) -> Card:
    """Give the enrolled card whose key signed the file; nothing is unsealed before."""
    header, own = parts.header, own_keys(store).public
    if header.key == own.id and is_signed(own.sign, parts.signed, parts.signature):
        raise OwnFile
    card = next((one for one in partners(store) if one.code == header.sender_code), None)
    if card is None:
        raise UnknownSender(header.sender_name[:60], header.sender_code[:40])
    if not is_signed(card.keys.sign, parts.signed, parts.signature):
        raise BadSignature if header.key == card.keys.id else OtherKey(card.name)
    return card


def _transactions(manifest: Manifest, lines: Iterator[str]) -> Iterator[Packed]:
    """Give the transactions of the lines, hashing each onto its predecessor."""
    heads: dict[str, tuple[int, int, bytes]] = {}
    try:
        for writer, one in manifest.ranges.items():
            prev = bytes.fromhex(one["prev"])
            heads[writer] = (int(one["first_no"]) - 1, int(one["first"]) - 1, prev)
        for line in lines:
            header = Transaction.of_line(line, NO_HASH, b"")
            if header.line() != line or header.last < header.first:
                raise DamagedInside("一笔更改的抬头不规范")
            yield _transaction(header, lines, heads)
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise DamagedInside("更改读不出来") from wrong
    for writer, one in manifest.ranges.items():
        if heads[writer] != (one["last_no"], one["last"], bytes.fromhex(one["head"])):
            raise DamagedInside("更改与清单的校验不符")


def _transaction(
    header: Transaction, lines: Iterator[str], heads: dict[str, tuple[int, int, bytes]]
) -> Packed:
    no, last, prev = heads[header.writer]
    if (header.no, header.first) != (no + 1, last + 1):
        raise DamagedInside("更改的编号不连续")
    changes: list[Change] = []
    texts: list[str] = []
    for n in range(header.first, header.last + 1):
        line = next(lines, "")
        change = Change.of_line(line)
        if change.n != n or change.line() != line:
            raise DamagedInside("一项更改不规范")
        body_of(change)
        _refuse_odd_id(change)
        changes.append(change)
        texts.append(line)
    linked = Transaction.of_line(header.line(), prev, b"")
    own = linked.hash_of(texts)
    heads[header.writer] = (header.no, header.last, own)
    return Packed(Transaction.of_line(header.line(), prev, own), tuple(changes))


def _refuse_odd_id(change: Change) -> None:
    text = change.id.replace("-", "")
    parts = [len(one) for one in change.id.split("-")]
    if parts != [8, 4, 4, 4, 12] or bytes.fromhex(text).hex() != text:
        raise DamagedInside("记录标识不规范")


def _compare(manifest: Manifest, packed: tuple[Packed, ...]) -> None:
    """The manifest's own counts and vector must be those of the lines."""
    tables: dict[str, int] = {}
    after = dict(manifest.needs)
    for one in packed:
        after[one.tx.writer] = one.tx.last
        for change in one.changes:
            tables[change.type] = tables.get(change.type, 0) + 1
    counts = (manifest.changes, manifest.transactions, manifest.tables)
    if counts != (sum(tables.values()), len(packed), tables) or after != manifest.after:
        raise DamagedInside("数目与清单不符")
    heads = {writer: one["head"] for writer, one in manifest.ranges.items()}
    if any(manifest.address["heads"].get(writer) != head for writer, head in heads.items()):
        raise DamagedInside("校验链与抬头不符")


__all__ = ["Bundle", "Opened", "open_file", "read_bundle", "read_whole"]
