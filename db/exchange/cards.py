"""Cards: what ledgers show each other once, so that they can trust files later."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from db.exchange.faults import (
    BadCard,
    CardRefused,
    EmptyFile,
    FileMissing,
    IsAFolder,
    StickFailed,
    TooLarge,
    UnknownPartner,
)
from db.exchange.fingerprint import fingerprint
from db.exchange.sealing import PublicKeys, is_signed, own_keys, refuse_bad_keys, sign
from db.faults import Fault
from db.store import Store
from db.store.changes import canonical
from db.store.keys import write_whole_file

WHAT = "sifasuo card"
FORMAT = 1
NOTE = "card"
LARGEST = 65_536
_KINDS = {"office": "司法所", "laptop": "便携", "county": "县局"}


@dataclass(frozen=True, slots=True)
class Card:
    """A ledger's public card. fingerprint: 25 digits, compared by telephone."""

    name: str
    kind: str
    code: str
    ledger: str
    made: str
    keys: PublicKeys

    @property
    def fingerprint(self) -> str:
        """Give the 80-bit fingerprint of everything but name and date."""
        return fingerprint([self.kind, self.code, self.ledger, asdict(self.keys)])

    @property
    def kind_label(self) -> str:
        """Give 司法所, 便携 or 县局."""
        return _KINDS.get(self.kind, self.kind)


def own_card(store: Store) -> Card:
    """Give this ledger's card."""
    made = store.fact("made_at") or ""
    ledger = store.fact("ledger") or ""
    return Card(store.name, store.kind, store.code, ledger, made, own_keys(store).public)


def write_card(store: Store, file: Path) -> Card:
    """Write this ledger's card to a file, signed by its own key."""
    card = own_card(store)
    words = _words(card)
    signature = sign(own_keys(store).sign, canonical(words).encode())
    text = json.dumps({**words, "signature": signature}, ensure_ascii=False, indent=1) + "\n"
    write_to(Path(file), text.encode())
    return card


def read_card(file: Path) -> Card:
    """Read and verify a card file; BadCard says what is wrong."""
    raw = read_small(Path(file))
    try:
        given: Any = json.loads(raw)
        words = cast(dict[str, Any], given)
        if words["what"] != WHAT:
            raise BadCard("内容不是名片")
        if words["format"] != FORMAT:
            raise BadCard("由更新版本的程序导出，请先更新本机程序")
        texts = {name: str(words[name]) for name in ("name", "kind", "code", "ledger", "made")}
        keys = PublicKeys(*(str(words["keys"][name]) for name in ("age", "sign", "receipt")))
        signature = str(words["signature"])
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise BadCard("内容读不出来") from wrong
    card = Card(**texts, keys=keys)
    refuse_bad_keys(keys)
    if not is_signed(keys.sign, canonical(_words(card)).encode(), signature):
        raise BadCard("签名不符，内容被改动过")
    if not (card.code.isascii() and card.code.isalnum()) or card.kind not in _KINDS:
        raise BadCard("单位代码或类别不合要求")
    return card


def enrol(store: Store, file: Path) -> Card:
    """Take another ledger's card in; CardRefused when it must not be trusted here."""
    card = read_card(file)
    if card.keys.sign == own_keys(store).public.sign or card.code == store.code:
        raise CardRefused("这是本单位自己的名片。", "请登记对方单位的名片。")
    if card.kind == store.kind:
        raise CardRefused(
            f"“{card.name}”也是{card.kind_label}台账，同级单位之间不交换数据。",
            "司法所登记县局的名片，县局登记各司法所的名片。",
        )
    for known in partners(store):
        if known.code == card.code and (known.keys, known.ledger) != (card.keys, card.ledger):
            raise CardRefused(
                f"代码 {card.code} 已登记过“{known.name}”，指纹 {known.fingerprint}，"
                f"这张名片的钥匙不同（指纹 {card.fingerprint}），没有登记。",
                "请先打电话向对方核对指纹，不要使用来历不明的名片。",
            )
        if known.code != card.code and known.keys.sign == card.keys.sign:
            raise CardRefused(
                f"这把钥匙已登记为“{known.name}”（{known.code}），没有再登记。",
                "请与对方核对单位代码。",
            )
    body = {**asdict(card), "keys": asdict(card.keys)}
    if store.local.note(NOTE, card.code) is None:
        store.local.put_note(NOTE, card.code, body)
    return card


def partners(store: Store) -> list[Card]:
    """Give the enrolled cards, by code."""
    found: list[Card] = []
    for note in store.local.notes(NOTE):
        body: dict[str, Any] = dict(note.body)
        body["keys"] = PublicKeys(**body["keys"])
        found.append(Card(**body))
    return sorted(found, key=lambda card: card.code)


def partner(store: Store, name: str) -> Card:
    """Give the enrolled card of this name or code; UnknownPartner lists who there is."""
    known = partners(store)
    wanted = name.strip()
    # "county" is understood where only one is enrolled, so that a script need not know it.
    found = [card for card in known if wanted in (card.code, card.name)] or [
        card for card in known if wanted in (card.kind, card.kind_label)
    ]
    if len(found) != 1:
        raise UnknownPartner(wanted, "、".join(f"{c.name}（{c.code}）" for c in known))
    return found[0]


def write_age_key(store: Store, file: Path) -> None:
    """Write this ledger's age identity for emergencies; only the owner may read it."""
    keys = own_keys(store)
    if Path(file).exists():
        raise StickFailed(f"“{file}”已经存在，没有覆盖。", "请换一个文件名。")
    text = (
        f"# {store.name}（{store.code}）的应急钥匙：能打开发给本单位的一切数据包\n"
        "# 用后请立即销毁，或装入信封密封保管\n"
        f"# public key: {keys.public.age}\n{keys.age}\n"
    )
    write_to(Path(file), text.encode(), private=True)
    at = store.clock().isoformat(timespec="seconds")
    store.local.put_note("key_out", at, {"operator": store.operator, "file": str(file)})


def write_to(file: Path, content: bytes, *, private: bool = False) -> None:
    """Write a whole file; StickFailed when the place does not take it."""
    if file.is_dir():
        raise IsAFolder(file)
    try:
        write_whole_file(file, content, private=private)
    except Fault:
        raise
    except OSError as failed:
        raise StickFailed(
            f"不能写到“{file}”（{os.strerror(failed.errno or 0)}）。",
            "请检查文件夹是否存在、是否写保护、空间是否足够。",
        ) from failed


def read_small(file: Path) -> bytes:
    """Read a card file whole; Faults for what is no small file."""
    if file.is_dir():
        raise IsAFolder(file)
    try:
        with file.open("rb") as source:
            raw = source.read(LARGEST + 1)
    except FileNotFoundError as missing:
        raise FileMissing(file) from missing
    except OSError as failed:
        raise BadCard(os.strerror(failed.errno or 0)) from failed
    if not raw:
        raise EmptyFile
    if len(raw) > LARGEST:
        raise TooLarge
    return raw


def _words(card: Card) -> dict[str, Any]:
    return {"what": WHAT, "format": FORMAT, **asdict(card)}
