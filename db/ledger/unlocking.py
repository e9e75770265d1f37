"""Unlocking a ledger's key beforehand, while the rest of the program is still loading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.faults import Fault
from db.store.keys import derive_key_early

if TYPE_CHECKING:
    from db.store import Unlocked


def unlock_early(folder: Path, password: str | None, operator: str | None) -> Unlocked | None:
    """Give the unlocked key, or None when it cannot be had: opening then says why.

    The work (Argon2id, 0.2 s) is done outside Python's lock, so a thread of its own
    hides it behind the imports of the window.
    """
    try:
        return derive_key_early(folder, password, operator)
    except (Fault, OSError):
        return None
