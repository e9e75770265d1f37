"""Who this copy of the ledger is: a writer id that a copied or restored file loses.

A random token stands in the file and, by folder, in the per-machine folder. When they
differ at opening, the file was copied, moved or restored, and becomes a new writer;
otherwise it would use numbers again that others have already received. The token is
renewed with the first change of every opening, so that an older copy put back in the
same folder is noticed too.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any, cast

from db.store.faults import ReadOnlyFolder
from db.store.handle import Handle
from db.store.keys import write_whole_file
from db.store.places import machine_folder

WRITER = "writer"
TOKEN = "token"  # noqa: S105 - the name of a fact, not a password
STAMP_SEEN = "stamp_seen"
"""Facts: local number of our writer, the token, newest stamp received from others."""


def settle_writer(handle: Handle) -> None:
    """Set the handle's writer, making a new one when the file is a copy."""
    if _is_ours(handle):
        handle.writer_no = int(handle.fact(WRITER) or 0)
        return
    with handle.writing():
        # Another program may have settled it while we waited for the lock.
        if not _is_ours(handle):
            _become_new_writer(handle)
    handle.writer_no = int(handle.fact(WRITER) or 0)


def renew_token(handle: Handle) -> tuple[str, str]:
    """Renew the token inside an open transaction; give the old and the new one.

    Both are noted outside until ``confirm_token``, since a crash may come on either
    side of the commit.
    """
    old, new = handle.fact(TOKEN) or "", os.urandom(16).hex()
    _note(handle.folder, (old, new))
    handle.put_fact(TOKEN, new)
    return old, new


def confirm_token(folder: Path, tokens: tuple[str, str]) -> None:
    """Note that the transaction with the new token is on disk."""
    if _noted(folder) == list(tokens):
        _note(folder, tokens[1:])


def token_file(folder: Path) -> Path:
    """Give the file of the per-machine folder that holds a ledger folder's token."""
    place = str(folder.resolve())
    name = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return machine_folder() / "writers" / f"{name}.json"


def _is_ours(handle: Handle) -> bool:
    token = handle.fact(TOKEN)
    return token is not None and token in _noted(handle.folder)


def _become_new_writer(handle: Handle) -> None:
    token, uid = os.urandom(16).hex(), os.urandom(16)
    since = handle.clock().isoformat(timespec="seconds")
    handle.run(
        "INSERT INTO writer(uid, office, device, since) VALUES (?, ?, ?, ?)",
        (uid, handle.identity.code, handle.identity.device, since),
    )
    row = handle.one("SELECT no FROM writer WHERE uid = ?", (uid,))
    handle.put_fact(WRITER, str(row[0]) if row else "")
    handle.put_fact(TOKEN, token)
    # Before the commit: were the commit lost, the file would only be renewed once more.
    _note(handle.folder, (token,))


def _noted(folder: Path) -> list[str]:
    try:
        content: Any = json.loads(token_file(folder).read_bytes())
        return [str(one) for one in cast(list[object], content["tokens"])]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _note(folder: Path, tokens: tuple[str, ...]) -> None:
    file = token_file(folder)
    content = {"folder": str(folder.resolve()), "tokens": list(tokens)}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole_file(file, json.dumps(content, ensure_ascii=False).encode(), private=True)
    except OSError as refused:
        raise ReadOnlyFolder(file.parent) from refused
