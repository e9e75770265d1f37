"""Making a bundle: everything not acknowledged, built here, then put on the stick."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.exchange import notes
from db.exchange.bundle.layout import PROGRAM, Header, Manifest, assemble, pack, take_apart
from db.exchange.cards import Card, partner
from db.exchange.control import totals_of
from db.exchange.faults import StickFailed
from db.exchange.notes import MadeNote
from db.exchange.sealing import own_keys, seal
from db.store import Store
from db.store.handle import LEVEL
from db.store.keys import flush_folder, write_whole_file
from db.store.outgoing import Packed, Vector, heads, transactions

SPARE_BYTES = 64 * 1024
"""What must stay free beside the bundle: folders and names take space too."""

Free = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle on the stick: its file, number and how many changes it holds."""

    file: Path
    number: int
    changes: int


def free_bytes(folder: Path) -> int:
    """Give the free space of the disk a folder is on."""
    return shutil.disk_usage(folder).free


def make_bundle(
    store: Store, to: str, folder: Path, *, everything: bool = False, free: Free = free_bytes
) -> Made:
    """Write a bundle of all the receiver has not acknowledged into a folder.

    While nothing changed since the last one, that very bundle is written again under
    its number. everything: also what was acknowledged, for a receiver that lost it.
    """
    card = partner(store, to)
    own_keys(store)  # may make a key, which must not happen inside the snapshot
    with store.snapshot():
        current = heads(store.handle, store.code)
        after = {writer: head.last for writer, head in current.items()}
        known = {} if everything else notes.acknowledged(store, card.code).vector
        needs = {w: min(n, after[w]) for w, n in known.items() if w in after}
        content, note = _made_before(store, card, needs, after) or (b"", None)
        if note is None:
            content, note = _build(store, card, needs)
    if not notes.outbox(store, note.file).is_file():
        write_whole_file(notes.outbox(store, note.file), content)
        notes.put_made(store, note)
    file = put_on(Path(folder), note.file, content, free=free)
    return Made(file, note.number, note.changes)


def put_on(folder: Path, name: str, content: bytes, *, free: Free = free_bytes) -> Path:
    """Write a file onto a stick: space, ``.part``, flush, rename, read back, compare.

    A different file of the same name stays; ours gets a number behind its name.
    """
    try:
        if not folder.is_dir():
            folder.mkdir()
        file = _free_name(folder, name, content)
        if free(folder) < len(content) + SPARE_BYTES:
            raise StickFailed(
                f"“{folder}”的空间不够，数据包需要 {len(content) // 1024 + 65} KB。",
                "请清出空间或换一个 U 盘后再试，数据包已留在发件箱。",
            )
        _write_and_flush(file, content)
        if file.read_bytes() != content:
            raise StickFailed(
                f"写到“{folder}”的数据包读回来不一样，这个 U 盘可能坏了。",
                "请换一个 U 盘再试，数据包已留在发件箱。",
            )
    except OSError as failed:
        raise StickFailed(
            f"数据包不能写到“{folder}”（{os.strerror(failed.errno or 0)}）。",
            "请检查 U 盘是否插好、是否写保护、空间是否足够，数据包已留在发件箱。",
        ) from failed
    return file


def _made_before(
    store: Store, card: Card, needs: Vector, after: Vector
) -> tuple[bytes, MadeNote] | None:
    """Give the last bundle for this receiver, if it still says everything."""
    last = next(iter(notes.made(store, card.code)), None)
    if last is None or (last.needs, last.after) != (needs, after):
        return None
    try:
        content = notes.outbox(store, last.file).read_bytes()
    except OSError:
        return None
    return (content, last) if hashlib.sha256(content).hexdigest() == last.sha256 else None


def _build(store: Store, card: Card, needs: dict[str, int]) -> tuple[bytes, MadeNote]:
    number = max((one.number for one in notes.made(store)), default=0) + 1
    packed = list(transactions(store.handle, store.code, needs))
    current = heads(store.handle, store.code)
    keys = own_keys(store)
    chain_heads = {writer: head.hash.hex() for writer, head in current.items()}
    header = Header(
        "regular", store.code, store.name, (card.code,), number, keys.public.id, chain_heads
    )
    manifest = _manifest(store, header, packed, needs)
    lines = [manifest.line()]
    for one in packed:
        lines += [one.tx.line(), *one.lines()]
    sealed = seal(pack(lines), [card.keys.age, keys.public.age])
    content = assemble(header, sealed, keys.sign)
    name = f"{store.code}_{store.clock():%Y%m%d}_{number}.sfb"
    note = MadeNote(
        id=take_apart(content).id, to=card.code, to_name=card.name, number=number, file=name,
        sha256=hashlib.sha256(content).hexdigest(), changes=manifest.changes, needs=needs,
        after=manifest.after, totals=manifest.totals, at=manifest.clock,
    )  # fmt: skip
    return content, note


def _manifest(
    store: Store, header: Header, packed: list[Packed], needs: dict[str, int]
) -> Manifest:
    tables: dict[str, int] = {}
    ranges: dict[str, dict[str, object]] = {}
    after = dict(needs)
    for one in packed:
        tx = one.tx
        span = ranges.setdefault(
            tx.writer, {"first_no": tx.no, "first": tx.first, "prev": tx.prev.hex()}
        )
        span |= {"last_no": tx.no, "last": tx.last, "head": tx.hash.hex()}
        after[tx.writer] = tx.last
        for change in one.changes:
            tables[change.type] = tables.get(change.type, 0) + 1
    return Manifest(
        address=header.address(), ledger=store.fact("ledger") or "", level=LEVEL,
        minimum_reader=1, program=PROGRAM, clock=store.clock().isoformat(timespec="seconds"),
        reason="定期报送", changes=sum(tables.values()), transactions=len(packed), tables=tables,
        ranges=ranges, needs=needs,
        needs_bundle=notes.acknowledged(store, header.receivers[0]).number if needs else 0,
        after=after, totals=totals_of(store, store.code),
    )  # fmt: skip


def _free_name(folder: Path, name: str, content: bytes) -> Path:
    file, again = folder / name, 1
    while file.exists() and not (file.is_file() and file.read_bytes() == content):
        again += 1
        file = folder / f"{Path(name).stem}-{again}{Path(name).suffix}"
    return file


def _write_and_flush(file: Path, content: bytes) -> None:
    part = file.with_name(file.name + ".part")
    try:
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
            if hasattr(os, "posix_fadvise"):
                # Reading back must ask the stick, not the memory that was just written.
                os.posix_fadvise(out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        part.replace(file)
        flush_folder(file.parent)
    except OSError:
        part.unlink(missing_ok=True)
        raise
