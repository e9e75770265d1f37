"""The one door to the data, for screens and commands.

Each name is imported when it is first asked for, because little of it is needed to
paint the first screen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.ledger.daily_backup import back_up_daily
    from db.ledger.door import Ledger
    from db.ledger.entering import operators_of, reset_password
    from db.ledger.entry import Added, Refused, RefusedRow
    from db.ledger.fingerprints import made_of
    from db.ledger.kept import KeptEntry
    from db.ledger.offers import Offer, PersonOffer
    from db.ledger.printing import PrintDesk, PrintMark, PrintNote
    from db.ledger.standing import Standing
    from db.ledger.subjects import Subject
    from db.ledger.subsidies import Candidate, Sheet, Subsidies
    from db.store import (
        Backup,
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

_WHERE = {
    "Added": "entry",
    "Candidate": "subsidies",
    "KeptEntry": "kept",
    "Ledger": "door",
    "Offer": "offers",
    "PersonOffer": "offers",
    "PrintDesk": "printing",
    "PrintMark": "printing",
    "PrintNote": "printing",
    "Refused": "entry",
    "RefusedRow": "entry",
    "Sheet": "subsidies",
    "Standing": "standing",
    "Subject": "subjects",
    "Subsidies": "subsidies",
    "back_up_daily": "daily_backup",
    "made_of": "fingerprints",
    "operators_of": "entering",
    "reset_password": "entering",
}
"""Module of this package each name stands in; the others stand in ``db.store``."""

__all__ = [
    "Added",
    "Backup",
    "Candidate",
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
    "PrintMark",
    "PrintNote",
    "Refused",
    "RefusedRow",
    "Sheet",
    "Span",
    "Standing",
    "Subject",
    "Subsidies",
    "UndoResult",
    "WrongPassword",
    "back_up_daily",
    "derive_key_early",
    "made_of",
    "operators_of",
    "reset_password",
    "restore_backup",
]


def __getattr__(name: str) -> Any:
    """Give a name of ``__all__``, importing its module now (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    module = f"db.ledger.{_WHERE[name]}" if name in _WHERE else "db.store"
    found = getattr(import_module(module), name)
    globals()[name] = found
    return found
