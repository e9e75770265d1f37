"""Entering a ledger whose password is forgotten, and who may enter it at all."""

from __future__ import annotations

from pathlib import Path

from db.store import reset_password
from db.store.keys import read_key_file

__all__ = ["operators_of", "reset_password"]


def operators_of(folder: Path) -> tuple[str, ...]:
    """Give the names of those who have a password; raises the store's Faults."""
    return tuple(one.name for one in read_key_file(folder).operators())
