"""Receipts: what the receiver has, sealed and signed, or as a code by telephone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db.exchange import notes
from db.exchange.bundle.layout import PROGRAM, Header, Manifest, assemble, pack
from db.exchange.bundle.reading import Opened, open_file
from db.exchange.cards import Card, partners
from db.exchange.control import totals_agree
from db.exchange.faults import DamagedInside, ReceiptRefused
from db.exchange.fingerprint import receipt_code, same_code, typed_code
from db.exchange.notes import Acknowledged, MadeNote
from db.exchange.sealing import own_keys, receipt_key, seal
from db.store import Store
from db.store.handle import LEVEL

TRIES, TRIES_PER = 5, timedelta(hours=1)
"""Wrong codes allowed in a time: guessing 60 bits at this pace takes for ever."""
_TRIES_SETTING = "receipt_code_tries"
_NEWEST = 50
"""How many of the newest bundles a code is compared with, each with each vector."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt ready to be written: file name, content, code, and the vector told."""

    name: str
    content: bytes
    code: str
    have: dict[str, int]


@dataclass(frozen=True, slots=True)
class ReceiptTaken:
    """A receipt taken. control_totals_agree: None when it cannot tell (a code).

    note: a sentence when the receipt changed nothing or something is to be known.
    refused: the changes the receiver could not apply: type, id, why.
    """

    number: int
    control_totals_agree: bool | None
    note: str = ""
    refused: tuple[dict[str, Any], ...] = ()


def make_receipt(store: Store, sender: Card, words: dict[str, Any]) -> Receipt:
    """Give the receipt for a bundle, to be written after the import is on disk."""
    keys = own_keys(store)
    known = store.local.note(notes.SERIAL, sender.code)
    serial = (0 if known is None else int(known.body)) + 1
    store.local.put_note(notes.SERIAL, sender.code, serial)
    header = Header("receipt", store.code, store.name, (sender.code,), serial, keys.public.id)
    manifest = Manifest(
        address=header.address(), ledger=store.fact("ledger") or "", level=LEVEL,
        minimum_reader=1, program=PROGRAM, clock=store.clock().isoformat(timespec="seconds"),
        reason="回执", receipt={**words, "serial": serial, "writer": store.writer},
    )  # fmt: skip
    sealed = seal(pack([manifest.line()]), [sender.keys.age, keys.public.age])
    content = assemble(header, sealed, keys.sign)
    code = receipt_code(receipt_key(keys, sender.keys), words["bundle"], words["have"])
    name = f"{store.code}_{sender.code}_{words['number']}_{words['bundle'][:8]}.sfr"
    return Receipt(name, content, code, words["have"])


def take_receipt(store: Store, file_or_code: str) -> ReceiptTaken:
    """Take a receipt; the next bundle begins where the receiver stands.

    Raises ReceiptRefused when it fits nothing sent from here, and the Faults of
    reading a file.
    """
    file = Path(file_or_code)
    code = None if file.exists() else typed_code(file_or_code)
    if code is not None:
        return _take_code(store, code)
    opened, _ = open_file(store, file, "receipt")
    return _take_file(store, opened)


def _take_file(store: Store, opened: Opened) -> ReceiptTaken:
    words = _sound(opened)
    sent = notes.made(store, opened.sender.code)
    bundle = next((one for one in sent if one.id == words["bundle"]), None)
    if bundle is None:
        raise ReceiptRefused(
            f"这张回执是给 {words['number']} 号数据包的，但本台账没有发出过那个数据包。",
            "请核对是否拿错了回执，或本机是否恢复过旧备份。",
        )
    known = notes.acknowledged(store, opened.sender.code)
    have: dict[str, int] = words["have"]
    told = next((one for one in sent if one.after == have), bundle)
    agree = totals_agree(words["totals"], told.totals) and told.after == have
    refused = tuple(words["refused"])
    if _is_older(known, words):
        return ReceiptTaken(bundle.number, agree, "这张回执比已收的旧，没有改动。", refused)
    past = known.past if known.writer in ("", words["writer"]) else (*known.past, known.writer)
    _acknowledge(
        store, opened.sender,
        Acknowledged(have, bundle.number, words["serial"], words["writer"], past, agree),
    )  # fmt: skip
    note = "" if words["result"] == "已收" else f"对方没有收完：{words['result']}。"
    return ReceiptTaken(bundle.number, agree, note, refused)


def _sound(opened: Opened) -> dict[str, Any]:
    """Give the receipt's words; DamagedInside when one is missing or of another type."""
    words = opened.manifest.receipt
    kinds = {"bundle": str, "number": int, "result": str, "have": dict, "totals": dict,
             "refused": list, "serial": int, "writer": str}  # fmt: skip
    if any(type(words.get(name)) is not kind for name, kind in kinds.items()):
        raise DamagedInside("回执读不出来")
    if any(type(n) is not int for n in words["have"].values()):
        raise DamagedInside("回执读不出来")
    return words


def _is_older(known: Acknowledged, words: dict[str, Any]) -> bool:
    """A receipt is older by its serial, or by coming from an earlier copy of the sender."""
    if words["writer"] == known.writer:
        return words["serial"] < known.serial
    return words["writer"] in known.past


def _take_code(store: Store, code: str) -> ReceiptTaken:
    _refuse_guessing(store)
    for card in partners(store):
        key = receipt_key(own_keys(store), card.keys)
        sent = notes.made(store, card.code)[:_NEWEST]
        known = notes.acknowledged(store, card.code)
        vectors = [known.vector, *(one.after for one in sent)]
        for bundle in sent:
            for have in vectors:
                if same_code(receipt_code(key, bundle.id, have), code):
                    return _accept_code(store, card, bundle, have)
    tried = [*_recent_tries(store), store.clock().isoformat()]
    store.local.put_setting(_TRIES_SETTING, tried)
    raise ReceiptRefused(
        "回执码对不上本台账发出的任何数据包。",
        f"请与对方逐组核对（还可以试 {TRIES - len(tried)} 次），或改用回执文件。",
    )


def _accept_code(store: Store, card: Card, bundle: MadeNote, have: dict[str, int]) -> ReceiptTaken:
    store.local.put_setting(_TRIES_SETTING, [])
    known = notes.acknowledged(store, card.code)
    if all(known.vector.get(writer, 0) >= n for writer, n in have.items()):
        return ReceiptTaken(bundle.number, None, "这张回执比已收的旧，没有改动。")
    _acknowledge(store, card, replace(known, vector=have, number=bundle.number, agree=None))
    return ReceiptTaken(bundle.number, None)


def _acknowledge(store: Store, card: Card, what: Acknowledged) -> None:
    """Keep what the receiver has; let go the outbox copies it no longer needs."""
    with store.handle.writing():
        notes.put_acknowledged(store, card.code, what)
        done: list[MadeNote] = []
        for one in notes.made(store, card.code):
            if all(what.vector.get(writer, 0) >= n for writer, n in one.after.items()):
                notes.put_made(store, replace(one, state="已回执"))
                done.append(one)
    for one in done:
        with suppress(OSError):
            notes.outbox(store, one.file).unlink(missing_ok=True)


def _recent_tries(store: Store) -> list[str]:
    since = store.clock() - TRIES_PER
    tries: list[str] = store.local.setting(_TRIES_SETTING, [])
    return [one for one in tries if datetime.fromisoformat(one) > since]


def _refuse_guessing(store: Store) -> None:
    if len(_recent_tries(store)) >= TRIES:
        raise ReceiptRefused(
            f"一小时内已有 {TRIES} 次回执码输错，暂时不再接受。", "请一小时后再试，或改用回执文件。"
        )
