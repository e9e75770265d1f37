"""The one door to the data, for screens and commands."""

from db.ledger.door import Ledger
from db.ledger.entry import Added, Refused, RefusedRow
from db.ledger.kept import KeptEntry
from db.ledger.offers import Offer, PersonOffer
from db.ledger.printing import PrintDesk, PrintNote
from db.ledger.subjects import Subject
from db.store import (
    Changes,
    Finding,
    HistoryEntry,
    Hit,
    ListQuery,
    ListRow,
    PasswordNeeded,
    Span,
    UndoResult,
    WrongPassword,
    derive_key_early,
    restore_backup,
)

__all__ = [
    "Added",
    "Changes",
    "Finding",
    "HistoryEntry",
    "Hit",
    "KeptEntry",
    "Ledger",
    "ListQuery",
    "ListRow",
    "Offer",
    "PasswordNeeded",
    "PersonOffer",
    "PrintDesk",
    "PrintNote",
    "Refused",
    "RefusedRow",
    "Span",
    "Subject",
    "UndoResult",
    "WrongPassword",
    "derive_key_early",
    "restore_backup",
]
