"""The exchange: cards, bundles and receipts between ledgers that share no network."""

from db.exchange.bundle.looking import look
from db.exchange.bundle.making import Made, make_bundle
from db.exchange.bundle.outcome import Concerned, Counts, Look, Taken
from db.exchange.bundle.taking import take
from db.exchange.cards import Card, enrol, own_card, partners, write_age_key, write_card
from db.exchange.control import check
from db.exchange.notes import BundleNote, bundles
from db.exchange.receipts import ReceiptTaken, take_receipt

__all__ = [
    "BundleNote",
    "Card",
    "Concerned",
    "Counts",
    "Look",
    "Made",
    "ReceiptTaken",
    "Taken",
    "bundles",
    "check",
    "enrol",
    "look",
    "make_bundle",
    "own_card",
    "partners",
    "take",
    "take_receipt",
    "write_age_key",
    "write_card",
]
