"""The key file: slots that wrap the ledger's data key, one per operator.

``ledger.keys`` is JSON beside the database and inside every backup. The data key is 32
random bytes and never changes; a new password only writes a new slot. Losing every
slot loses the data, hence the printed recovery key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

from db.store.faults import (
    BadRecoveryKey,
    DamagedKeys,
    NotALedger,
    OperatorRefused,
    PasswordNeeded,
    ReadOnlyFolder,
    UnknownOperator,
    WrongPassword,
)
from db.store.recovery import read_recovery_key

KEYS_NAME = "ledger.keys"
FORMAT = 1
MEMORY_KIB = 65_536
PASSES = 3
LANES = 1
"""Argon2id cost of new slots; each slot keeps its own. Source: storage design, 3.3."""

Role = Literal["经办人", "所长", "只读"]
ROLES: tuple[Role, ...] = ("经办人", "所长", "只读")
SlotKind = Literal["password", "recovery", "open"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key: whose it is, how it is wrapped."""

    kind: SlotKind
    operator: str
    role: Role
    box: str
    salt: str = ""
    memory_kib: int = 0
    passes: int = 0
    lanes: int = 0


@dataclass(frozen=True, slots=True)
class Operator:
    """Someone who may open the ledger, and as what."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``ledger.keys`` holds."""

    ledger: str
    check: str
    slots: tuple[Slot, ...]

    def operators(self) -> tuple[Operator, ...]:
        """Give everyone who may open the ledger."""
        return tuple(Operator(s.operator, s.role) for s in self.slots if s.kind != "recovery")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened slot: the data key, and who opened it."""

    key: bytes
    operator: str
    role: Role


def new_key_file(
    ledger: str, operator: str, password: str | None, recovery: bytes | None
) -> tuple[KeyFile, bytes]:
    """Make a data key and its first slots; without a password an open slot (demo only)."""
    key = os.urandom(32)
    first = _open_slot(operator, key) if password is None else _password_slot(
        operator, "所长", password, key
    )  # fmt: skip
    slots = (first,) if recovery is None else (first, _recovery_slot(recovery, key))
    return KeyFile(ledger, _check_of(key), slots), key


def derive_key_early(folder: Path, password: str | None, operator: str | None = None) -> Unlocked:
    """Open the key file; may run on a thread while the window's libraries load.

    Give the result to ``open_store(unlocked=…)``. Takes 0.2 s for a password slot and
    no time for an open one.
    """
    return unlock(read_key_file(folder), password, operator)


def unlock(keys: KeyFile, password: str | None, operator: str | None = None) -> Unlocked:
    """Give the data key by password; WrongPassword, PasswordNeeded, UnknownOperator."""
    slots = [s for s in keys.slots if s.kind != "recovery"]
    if operator is not None and not any(s.kind == "open" for s in slots):
        slots = [s for s in slots if s.operator == operator]
        if not slots:
            raise UnknownOperator(operator)
    for slot in slots:
        if slot.kind == "open":
            return Unlocked(_checked(keys, _unhex(slot.box)), operator or slot.operator, slot.role)
    if password is None:
        raise PasswordNeeded
    for slot in slots:
        key = _unwrap(slot, _password_key(password, slot))
        if key is not None:
            return Unlocked(_checked(keys, key), slot.operator, slot.role)
    raise WrongPassword(operator)


def unlock_with_recovery(keys: KeyFile, text: str) -> bytes:
    """Give the data key by the printed recovery key; BadRecoveryKey."""
    secret = read_recovery_key(text)
    for slot in keys.slots:
        if slot.kind == "recovery" and (key := _unwrap(slot, _recovery_wrap(secret))):
            return _checked(keys, key)
    raise BadRecoveryKey


def with_password(
    keys: KeyFile, key: bytes, operator: str, password: str, role: Role | None = None
) -> KeyFile:
    """Give the key file with this operator's password set, adding the operator if new.

    A password replaces an open slot: a ledger is either protected or it is not.
    """
    if not operator.strip() or len(password) < 1:
        raise OperatorRefused("操作员姓名或密码是空的。", "请都填写后再试。")
    before = next((s for s in keys.slots if s.operator == operator and s.kind != "recovery"), None)
    kept_role: Role = role or (before.role if before else "经办人")
    slot = _password_slot(operator, kept_role, password, key)
    rest = tuple(
        s for s in keys.slots if s.kind == "recovery" or (s.kind != "open" and s is not before)
    )
    return replace(keys, slots=_with_a_head((*rest, slot)))


def without_operator(keys: KeyFile, operator: str) -> KeyFile:
    """Give the key file without this operator; the last 所长 cannot be removed."""
    if operator not in [one.name for one in keys.operators()]:
        raise UnknownOperator(operator)
    rest = tuple(s for s in keys.slots if s.kind == "recovery" or s.operator != operator)
    return replace(keys, slots=_with_a_head(rest))


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Replace ``ledger.keys`` at once: a crash leaves the old file or the new, whole.

    So a new password is on disk before the old one is gone.
    """
    content = {
        "format": FORMAT,
        "ledger": keys.ledger,
        "check": keys.check,
        "slots": [{k: v for k, v in asdict(s).items() if v not in ("", 0)} for s in keys.slots],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_whole_file(folder / KEYS_NAME, text.encode(), private=True)


def write_whole_file(file: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file through ``.part``, flush it to the device, and rename it into place."""
    part = file.with_name(file.name + ".part")
    try:
        mode = 0o600 if private else 0o666
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
        flush_folder(file.parent)
    except PermissionError as refused:
        raise ReadOnlyFolder(file.parent) from refused


def flush_folder(folder: Path) -> None:
    """Flush a folder's list of names to the device, where the system allows it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_key_file(folder: Path) -> KeyFile:
    """Read ``ledger.keys``; NotALedger without any ledger, DamagedKeys otherwise."""
    try:
        raw = (folder / KEYS_NAME).read_bytes()
    except OSError as missing:
        if (folder / "ledger.db").exists():
            raise DamagedKeys from missing
        raise NotALedger(folder) from missing
    try:
        content: dict[str, Any] = json.loads(raw)
        slots = tuple(Slot(**_slot_words(cast(dict[str, Any], s))) for s in content["slots"])
        keys = KeyFile(str(content["ledger"]), str(content["check"]), slots)
    except (ValueError, KeyError, TypeError) as wrong:
        raise DamagedKeys from wrong
    if content.get("format") != FORMAT or not keys.slots:
        raise DamagedKeys
    return keys


def _slot_words(given: dict[str, Any]) -> dict[str, Any]:
    known = ("kind", "operator", "role", "box", "salt", "memory_kib", "passes", "lanes")
    return {"operator": "", "role": "只读", **{k: given[k] for k in known if k in given}}


def _with_a_head(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    if not any(s.role == "所长" and s.kind == "password" for s in slots):
        raise OperatorRefused("台账至少要有一位所长。", "请先把另一位操作员设为所长。")
    return tuple(slots)


def _check_of(key: bytes) -> str:
    return hashlib.sha256(b"sifasuo ledger key" + key).hexdigest()[:32]


def _checked(keys: KeyFile, key: bytes) -> bytes:
    if not hmac.compare_digest(_check_of(key), keys.check):
        raise DamagedKeys
    return key


def _open_slot(operator: str, key: bytes) -> Slot:
    return Slot("open", operator, "所长", key.hex())


def _password_slot(operator: str, role: Role, password: str, key: bytes) -> Slot:
    empty = Slot("password", operator, role, "", os.urandom(16).hex(), MEMORY_KIB, PASSES, LANES)
    return replace(empty, box=_wrap(_password_key(password, empty), key))


def _recovery_slot(secret: bytes, key: bytes) -> Slot:
    return Slot("recovery", "", "所长", _wrap(_recovery_wrap(secret), key))


def _password_key(password: str, slot: Slot) -> bytes:
    argon2 = import_module("argon2.low_level")
    derived: bytes = argon2.hash_secret_raw(
        password.encode(),
        _unhex(slot.salt),
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=32,
        type=argon2.Type.ID,
    )
    return derived


def _recovery_wrap(secret: bytes) -> bytes:
    # 160 random bits need no slow derivation, only a domain of their own.
    return hashlib.sha256(b"sifasuo recovery" + secret).digest()


def _wrap(wrapping: bytes, key: bytes) -> str:
    box: Callable[[bytes], Any] = import_module("nacl.secret").SecretBox(wrapping).encrypt
    return bytes(box(key)).hex()


def _unwrap(slot: Slot, wrapping: bytes) -> bytes | None:
    secret, errors = import_module("nacl.secret"), import_module("nacl.exceptions")
    try:
        return bytes(secret.SecretBox(wrapping).decrypt(_unhex(slot.box)))
    except errors.CryptoError:
        return None


def _unhex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as wrong:
        raise DamagedKeys from wrong
