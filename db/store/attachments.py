"""Attachments: the bytes behind a row, each in an encrypted file of its own.

They stand beside the database, not in it, so that opening, backing up and merging the
ledger stay as quick as they are. A file is written whole before the row that names it is
saved: ``put`` first, the change scope afterwards. A row that is removed keeps its file,
because the removal can be undone; nothing deletes a file in this edition.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.store import keys
from db.store.faults import (
    DamagedAttachment,
    DiskFailed,
    DiskFull,
    MissingAttachment,
    ReadOnlyFolder,
    ReadOnlyRole,
)

if TYPE_CHECKING:
    from db.store.handle import Handle

FOLDER = "attachments"
"""The folder of the files inside a ledger's folder."""
_MAGIC = b"SFATT1\n"
_SECRET = "attachments"  # noqa: S105 - the name of a secret, not one
_KEY_BYTES = 32


class Attachments:
    """The attachments of one ledger: content in, its SHA-256 out, and back."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._secret: bytes | None = None

    @property
    def folder(self) -> Path:
        """Give the folder the files stand in."""
        return self._handle.folder / FOLDER

    def put(self, content: bytes) -> str:
        """Keep content and give its SHA-256 in hex; the same content is kept once.

        It is on disk when this returns, so call it before the change scope is opened:
        inside one the key could be rolled back while the file stays. ReadOnlyRole for whoever
        may not enter the row either: nothing would ever name the file.
        """
        if self._handle.identity.role == "只读":
            raise ReadOnlyRole
        if self._handle.con.in_transaction:
            raise RuntimeError("attachments are put before the change scope is opened")
        sha256 = hashlib.sha256(content).hexdigest()
        if self.fault_of(sha256) is not None:
            secret = self._key(make=True) or b""
            self._write(self._file(sha256, secret), self._sealed(content, sha256, secret))
        return sha256

    def get(self, sha256: str) -> bytes:
        """Give the content back; MissingAttachment or DamagedAttachment when it is not there."""
        secret = self._key()
        if secret is None:
            raise MissingAttachment(sha256)
        try:
            whole = self._file(sha256, secret).read_bytes()
        except FileNotFoundError as gone:
            raise MissingAttachment(sha256) from gone
        except OSError as failed:
            raise DiskFailed from failed
        if not whole.startswith(_MAGIC):
            raise DamagedAttachment(sha256)
        box, crypto_error = _box(secret), import_module("nacl.exceptions").CryptoError
        try:
            content: bytes = box.decrypt(whole[len(_MAGIC) :], _bound(sha256))
        except (crypto_error, ValueError) as broken:
            raise DamagedAttachment(sha256) from broken
        return content

    def has(self, sha256: str) -> bool:
        """Say whether the file is there; whether it is sound only ``get`` tells."""
        secret = self._key()
        return secret is not None and self._file(sha256, secret).is_file()

    def fault_of(self, sha256: str) -> MissingAttachment | DamagedAttachment | None:
        """Give what is wrong with a file, None when it is there and sound."""
        try:
            self.get(sha256)
        except (MissingAttachment, DamagedAttachment) as wrong:
            return wrong
        return None

    def _key(self, *, make: bool = False) -> bytes | None:
        """Give the secret; it is made the first time something is kept."""
        if self._secret is None:
            self._secret = self._stored()
        if self._secret is None and make:
            with self._handle.writing():  # immediate: two programs cannot both make one
                self._handle.run(
                    "INSERT INTO secret(name, value) VALUES (?, ?) ON CONFLICT(name) DO NOTHING",
                    (_SECRET, os.urandom(_KEY_BYTES)),
                )
            self._secret = self._stored()
        return self._secret

    def _stored(self) -> bytes | None:
        row = self._handle.one("SELECT value FROM secret WHERE name = ?", (_SECRET,))
        return None if row is None else bytes(row[0])

    def _file(self, sha256: str, secret: bytes) -> Path:
        """A name that tells nothing of the content, even to one who has the same file."""
        name = hashlib.blake2b(_bound(sha256), digest_size=20, key=_part(secret, b"name"))
        return self.folder / f"{name.hexdigest()}.bin"

    def _sealed(self, content: bytes, sha256: str, secret: bytes) -> bytes:
        return _MAGIC + bytes(_box(secret).encrypt(content, _bound(sha256)))

    def _write(self, file: Path, whole: bytes) -> None:
        """Write beside the database and rename: what opening sweeps away is only there."""
        part = self._handle.folder / f"{file.stem}.{os.getpid()}.part"
        try:
            self.folder.mkdir(exist_ok=True)
            with part.open("wb") as opened:
                opened.write(whole)
                opened.flush()
                os.fsync(opened.fileno())
            part.replace(file)
            keys.flush_folder(self.folder)
        except PermissionError as refused:
            raise ReadOnlyFolder(self.folder) from refused
        except OSError as failed:
            full = failed.errno in {errno.ENOSPC, errno.EDQUOT}
            raise (DiskFull() if full else DiskFailed()) from failed
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def copy_attachments(source: Path, target: Path, *, link: bool) -> int:
    """Copy the files of one ledger folder into another; give how many bytes were copied.

    link: give a file a second name where the disk can, which costs no room and no time.
    A file is never changed after it was written, so both names stay what they are.
    """
    if not (source / FOLDER).is_dir():
        return 0
    files = [one for one in (source / FOLDER).iterdir() if one.is_file()]
    if not files:
        return 0
    (target / FOLDER).mkdir(exist_ok=True)
    return sum(_copy(one, target / FOLDER / one.name, link=link) for one in files)


def _copy(file: Path, target: Path, *, link: bool) -> int:
    if link:
        # Another disk, or one that knows no second names (FAT): then it is copied.
        with suppress(OSError):
            os.link(file, target)
            return 0
    shutil.copyfile(file, target)
    with target.open("rb+") as opened:
        os.fsync(opened.fileno())
    return file.stat().st_size


def _part(secret: bytes, use: bytes) -> bytes:
    """A key of its own for each use of the secret."""
    return hashlib.blake2b(b"", digest_size=_KEY_BYTES, key=secret, person=use).digest()


def _box(secret: bytes) -> Any:
    """XChaCha20-Poly1305 with a nonce of its own for every file."""
    return import_module("nacl.secret").Aead(_part(secret, b"content"))


def _bound(sha256: str) -> bytes:
    """What is bound to a file, so that files cannot be exchanged for one another."""
    return b"attachment " + sha256.encode("ascii", "replace")
