"""Backups: verified copies with the same key, made while the ledger is in use.

The live file is never copied as a file: reading it beside SQLite would drop its locks.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db.store import keys
from db.store.attachments import copy_attachments
from db.store.engine import Connection, DatabaseError, connect
from db.store.faults import AlreadyALedger, BackupFailed, DamagedLedger, DiskFull, ReadOnlyFolder
from db.store.handle import LEDGER_NAME

if TYPE_CHECKING:
    from db.store.handle import Handle

BACKUPS = "backups"
DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""How many backups of each age ``prune`` keeps. Source: storage design, section 8."""
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its folder, when it was made, records per type (when known)."""

    file: Path
    made: str
    counts: dict[str, int] = field(default_factory=dict[str, int])


def back_up(handle: Handle, target: Path | None = None, *, label: str = "") -> Backup:
    """Make a backup folder with database, key file and attachments, and verify it.

    target: the folder that will hold it, else ``backups`` in the ledger. It appears
    under its name only when it is whole and sound.
    """
    now = handle.clock()
    parent = handle.folder / BACKUPS if target is None else Path(target)
    name = now.strftime(_STAMP) + (f"-{label}" if label else "")
    final = _free_name(parent, name)
    part = final.with_name(final.name + ".part")
    try:
        parent.mkdir(parents=True, exist_ok=True)
        part.mkdir()
        counts = _copy_database(handle, part / LEDGER_NAME)
        shutil.copyfile(handle.folder / keys.KEYS_NAME, part / keys.KEYS_NAME)
        _flush(part)
        copy_attachments(handle.folder, part, link=True)
        keys.flush_folder(part)
        part.rename(final)
        keys.flush_folder(parent)
    except PermissionError as refused:
        raise ReadOnlyFolder(parent) from refused
    except OSError as failed:
        raise DiskFull from failed
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Backup(final, now.isoformat(timespec="seconds"), counts)


def backups(folder: Path) -> list[Backup]:
    """Give the backups in a ledger's folder, newest first."""
    found: list[Backup] = []
    for one in sorted((folder / BACKUPS).glob("*"), reverse=True):
        made = _made(one)
        if made is not None and (one / LEDGER_NAME).is_file():
            found.append(Backup(one, made.isoformat(timespec="seconds")))
    return found


def prune(folder: Path, now: datetime) -> list[Path]:
    """Remove old backups: keep 7 days, then one a week for 4 weeks, one a month for 12."""
    keep: set[Path] = set()
    slots: dict[tuple[str, str], Path] = {}
    for one in backups(folder):
        made = datetime.fromisoformat(one.made)
        age = now - made
        if age <= timedelta(days=DAILY):
            keep.add(one.file)
        if age <= timedelta(weeks=WEEKLY):
            slots.setdefault(("week", made.strftime("%G-%V")), one.file)
        if age <= timedelta(days=31 * MONTHLY):
            slots.setdefault(("month", made.strftime("%Y-%m")), one.file)
    keep.update(slots.values())
    gone = [one.file for one in backups(folder)[1:] if one.file not in keep]
    for file in gone:
        shutil.rmtree(file, ignore_errors=True)
    return gone


def restore_backup(
    backup: Path, folder: Path, *, password: str | None = None, operator: str | None = None
) -> Backup:
    """Restore a backup into an empty folder and verify it; the backup stays as it is.

    The restored ledger becomes a new writer when it is opened.
    """
    source, folder = Path(backup), Path(folder)
    if source.is_file():
        source = source.parent
    unlocked = keys.unlock(keys.read_key_file(source), password, operator)
    if not (source / LEDGER_NAME).is_file():
        raise BackupFailed(f"“{source}”里没有备份的台账。", "请选择另一个备份。")
    if folder.exists() and any(folder.iterdir()):
        raise AlreadyALedger(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (LEDGER_NAME, keys.KEYS_NAME):
            part = folder / f"{name}.part"
            shutil.copyfile(source / name, part)
            part.rename(folder / name)
        _flush(folder)
        copy_attachments(source, folder, link=False)
        keys.flush_folder(folder)
    except PermissionError as refused:
        raise ReadOnlyFolder(folder) from refused
    except OSError as failed:
        raise DiskFull from failed
    con = connect(folder / LEDGER_NAME, unlocked.key)
    try:
        counts = _verified(con)
    finally:
        con.close()
    made = _made(source)
    return Backup(folder, "" if made is None else made.isoformat(timespec="seconds"), counts)


def _copy_database(handle: Handle, file: Path) -> dict[str, int]:
    copy = connect(file, handle.key)
    try:
        handle.con.backup(copy)
        # The copy must not pass for this ledger: without a token it becomes a new
        # writer wherever it is opened, also put back in this very folder.
        copy.execute("DELETE FROM fact WHERE name = 'token'")
        counts = _verified(copy)
        # One file, nothing left in a WAL beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    except DatabaseError as failed:
        if "full" in str(failed):
            raise DiskFull from failed
        raise BackupFailed(f"备份没有做成（{failed}）。", "请检查磁盘后再试。") from failed
    finally:
        copy.close()
    return counts


def _verified(con: Connection) -> dict[str, int]:
    for pragma in ("cipher_integrity_check", "quick_check"):
        if any(row[0] != "ok" for row in con.execute(f"PRAGMA {pragma}").fetchall()):
            raise DamagedLedger("备份核对没有通过")
    rows = con.execute(
        "SELECT type, count(*) FROM change WHERE act = 'born' GROUP BY type"
    ).fetchall()
    return {str(name): int(count) for name, count in rows}


def _free_name(parent: Path, name: str) -> Path:
    final, number = parent / name, 1
    while final.exists():
        number += 1
        final = parent / f"{name}-{number}"
    return final


def _made(folder: Path) -> datetime | None:
    try:
        return datetime.strptime(folder.name[:15], _STAMP)  # noqa: DTZ007 - local, as made
    except ValueError:
        return None


def _flush(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())
    keys.flush_folder(folder)
