"""Carrying data: cards, bundles and receipts, seen from a screen or a command."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.store import Changes, Finding, Store

if TYPE_CHECKING:
    from db.exchange import BundleNote, Card, Look, Made, ReceiptTaken, Taken
    from db.ledger.standing import Standing


def _exchange() -> Any:
    """Give the exchange, imported now: sealing is not needed to show the first screen."""
    return import_module("db.exchange")


class Carrying:
    """The exchange with the county and back, one method per step."""

    def __init__(self, store: Store, tell: Callable[[Changes], Changes]) -> None:
        self._store = store
        self._tell = tell

    def own_card(self) -> Card:
        """Give this ledger's public card."""
        return _exchange().own_card(self._store)

    def write_card(self, file: Path) -> Card:
        """Write this ledger's public card to a file."""
        return _exchange().write_card(self._store, file)

    def enrol(self, file: Path) -> Card:
        """Take another ledger's card in; its bundles are trusted from now on."""
        return _exchange().enrol(self._store, file)

    def partners(self) -> list[Card]:
        """Give the cards enrolled here."""
        return _exchange().partners(self._store)

    def make(self, to: str, folder: Path, *, everything: bool = False) -> Made:
        """Write a bundle of what the receiver has not acknowledged, or of everything."""
        return _exchange().make_bundle(self._store, to, folder, everything=everything)

    def write_age_key(self, file: Path) -> None:
        """Write this ledger's age identity, to open bundles without the program."""
        _exchange().write_age_key(self._store, file)

    def look(self, file: Path) -> Look:
        """Open and test a bundle without importing: the five counts and records."""
        return _exchange().look(self._store, file)

    def take(self, file: Path) -> Taken:
        """Import a bundle in one transaction and write the receipt."""
        taken: Taken = _exchange().take(self._store, file)
        self._tell(taken.changes)
        return taken

    def take_receipt(self, file_or_code: str) -> ReceiptTaken:
        """Take the receiver's receipt, as a file or as a code read by telephone."""
        return _exchange().take_receipt(self._store, file_or_code)

    def bundles(self) -> list[BundleNote]:
        """Give the bundles made and taken, newest first."""
        return _exchange().bundles(self._store)

    def standing(self) -> Standing:
        """Give last backup, last bundle, and how many changes are in no bundle yet."""
        found: Standing = import_module("db.ledger.standing").standing_of(self._store)
        return found

    def check(self) -> list[Finding]:
        """Give what is wrong with bundles, cards and receipts."""
        return _exchange().check(self._store)
