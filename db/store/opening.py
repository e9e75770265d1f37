"""Making and opening a ledger's folder: place, keys, file, level, writer identity."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path

from db.declare import RecordType
from db.records import ALL_RECORD_TYPES
from db.store import writers
from db.store.engine import APPLICATION_ID, translated
from db.store.faults import (
    AlreadyALedger,
    DamagedKeys,
    DamagedLedger,
    NewerLedger,
    NotALedger,
    ReadOnlyFolder,
    UnsafePlace,
)
from db.store.handle import LEDGER_NAME, LEVEL, Clock, Handle, Identity, Session
from db.store.keys import (
    KEYS_NAME,
    Role,
    Unlocked,
    new_key_file,
    read_key_file,
    unlock,
    unlock_with_recovery,
    with_password,
    write_key_file,
)
from db.store.places import unsafe_place
from db.store.recovery import new_recovery_secret, show_recovery_key
from db.store.schema import tables_of
from db.store.store import Store

SUBFOLDERS = ("attachments", "outbox", "inbox", "backups")
KINDS = ("office", "laptop", "county")
_FACTS: tuple[str, ...] = ("ledger", "kind", "name", "code")


def create_store(
    folder: Path,
    *,
    kind: str,
    name: str,
    code: str,
    password: str | None,
    operator: str,
    now: Clock = datetime.now,
    types: Iterable[RecordType] = ALL_RECORD_TYPES,
    unsafe: Callable[[Path], str | None] = unsafe_place,
) -> Store:
    """Make a new ledger in an empty or new folder and give it open.

    password: None makes an open slot, for the demo only. ``store.recovery_key`` then
    holds the key to print; it is shown this once and kept nowhere. On any failure the
    folder is left as it was.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    folder = Path(folder)
    existed = folder.exists()
    _refuse_place(folder, unsafe)
    _make_folder(folder)
    secret = None if password is None else new_recovery_secret()
    ledger = uuid.uuid4().hex
    keys, key = new_key_file(ledger, operator, password, secret)
    role: Role = keys.operators()[0].role
    facts = dict(zip(_FACTS, (ledger, kind, name, code), strict=True))
    try:
        handle = _new_handle(folder, key, now, types)
        try:
            _fill(handle, facts, operator, role)
            write_key_file(folder, keys)
            for sub in SUBFOLDERS:
                (folder / sub).mkdir(exist_ok=True)
            writers.settle_writer(handle)
        except BaseException:
            handle.close()
            raise
    except BaseException:
        _sweep_away(folder, existed=existed)
        raise
    return Store(handle, None if secret is None else show_recovery_key(secret))


def open_store(
    folder: Path,
    *,
    password: str | None = None,
    operator: str | None = None,
    now: Clock = datetime.now,
    unlocked: Unlocked | None = None,
    types: Iterable[RecordType] = ALL_RECORD_TYPES,
    unsafe: Callable[[Path], str | None] = unsafe_place,
) -> Store:
    """Open a ledger; every Fault names what is wrong and changes nothing.

    unlocked: what ``derive_key_early`` gave, when the key was derived beforehand. An
    older file is backed up and brought to this program's level first.
    """
    folder = Path(folder)
    _refuse_missing(folder)
    _refuse_place(folder, unsafe)
    keys = read_key_file(folder)
    known = unlocked if unlocked is not None else unlock(keys, password, operator)
    _refuse_read_only(folder)
    sweep(folder)
    handle = Handle(folder, known.key, tables_of(types), now, Session())
    try:
        _bring_to_level(handle)
        facts = {name: handle.fact(name) or "" for name in _FACTS}
        if facts["ledger"] != keys.ledger:
            raise DamagedKeys
        handle.identity = Identity(**facts, operator=known.operator, role=known.role,
                                   device=device_name())  # fmt: skip
        writers.settle_writer(handle)
    except BaseException:
        handle.close()
        raise
    return Store(handle)


def reset_password(folder: Path, recovery_key: str, operator: str, password: str) -> None:
    """Set an operator's password by the printed recovery key; a new operator is 所长."""
    keys = read_key_file(Path(folder))
    key = unlock_with_recovery(keys, recovery_key)
    known = any(one.name == operator for one in keys.operators())
    write_key_file(
        Path(folder), with_password(keys, key, operator, password, None if known else "所长")
    )


def sweep(folder: Path) -> None:
    """Remove half-written files that a crash left behind."""
    for place in (folder, folder / "outbox", folder / "inbox", folder / "backups"):
        for leftover in place.glob("*.part"):
            with suppress(OSError):
                if leftover.is_dir():
                    shutil.rmtree(leftover)
                else:
                    leftover.unlink()


def device_name() -> str:
    """Give this machine's name, as the history shows it."""
    node = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return node or "本机"


def _new_handle(folder: Path, key: bytes, now: Clock, types: Iterable[RecordType]) -> Handle:
    with translated(folder):
        handle = Handle(folder, key, tables_of(types), now, Session())
        try:
            runner = import_module("db.store.migrations.runner")
            runner.migrate(handle.con, handle.tables)
        except BaseException:
            handle.close()
            raise
    return handle


def _fill(handle: Handle, facts: dict[str, str], operator: str, role: Role) -> None:
    handle.identity = Identity(**facts, operator=operator, role=role, device=device_name())
    signing, sealing = import_module("nacl.signing"), import_module("pyrage.x25519")
    with handle.writing():
        for name, value in facts.items():
            handle.put_fact(name, value)
        handle.put_fact("made_at", handle.clock().isoformat(timespec="seconds"))
        for name, value in (
            ("sign", bytes(signing.SigningKey.generate())),
            ("age", str(sealing.Identity.generate()).encode()),
        ):
            handle.run("INSERT INTO secret(name, value) VALUES (?, ?)", (name, value))


def _bring_to_level(handle: Handle) -> None:
    level = int((handle.one("PRAGMA user_version") or (0,))[0])
    mark = int((handle.one("PRAGMA application_id") or (0,))[0])
    if mark != APPLICATION_ID:
        raise DamagedLedger
    if level > LEVEL:
        raise NewerLedger
    if level < LEVEL:
        import_module("db.store.backup").back_up(handle, label="before-upgrade")
        runner = import_module("db.store.migrations.runner")
        runner.migrate(handle.con, handle.tables)


def _refuse_missing(folder: Path) -> None:
    try:
        has_file, has_keys = (folder / LEDGER_NAME).is_file(), (folder / KEYS_NAME).is_file()
    except PermissionError as refused:
        raise ReadOnlyFolder(folder) from refused
    if not has_file:
        raise DamagedLedger("缺少 ledger.db") if has_keys else NotALedger(folder)


def _refuse_place(folder: Path, unsafe: Callable[[Path], str | None]) -> None:
    kind = unsafe(folder)
    if kind is not None:
        raise UnsafePlace(folder, kind)


def _refuse_read_only(folder: Path) -> None:
    """WAL needs to write beside the file, even for reading."""
    if not os.access(folder, os.W_OK) or not os.access(folder / LEDGER_NAME, os.W_OK):
        raise ReadOnlyFolder(folder)
    probe = folder / ".write.part"
    try:
        probe.touch()
        probe.unlink()
    except OSError as refused:
        raise ReadOnlyFolder(folder) from refused


def _make_folder(folder: Path) -> None:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyALedger(folder)
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write.part"
        probe.touch()
        probe.unlink()
    except OSError as refused:
        raise ReadOnlyFolder(folder) from refused


def _sweep_away(folder: Path, *, existed: bool) -> None:
    for one in folder.iterdir():
        with suppress(OSError):
            shutil.rmtree(one) if one.is_dir() else one.unlink()
    if not existed:
        with suppress(OSError):
            folder.rmdir()
