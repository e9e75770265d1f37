"""The store: rows, change log, search, keys and backups of one ledger file.

Everything above takes what it needs from here: ``create_store`` and ``open_store`` give
a ``Store``; its ``change`` is the only way to write a record. A name is imported when it
is first asked for, so that unlocking a key need not wait for the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.store.attachments import Attachments
    from db.store.backup import Backup, restore_backup
    from db.store.changes import Change, Changes, Transaction
    from db.store.checking import Finding
    from db.store.faults import (
        AlreadyALedger,
        BackupFailed,
        BadRecoveryKey,
        ChangedElsewhere,
        DamagedAttachment,
        DamagedKeys,
        DamagedLedger,
        DiskFailed,
        DiskFull,
        LedgerLocked,
        MigrationFailed,
        MissingAttachment,
        NewerLedger,
        NotALedger,
        OperatorRefused,
        PasswordNeeded,
        ReadOnlyFolder,
        ReadOnlyRole,
        UnknownOperator,
        UnsafePlace,
        WrongEngine,
        WrongPassword,
    )
    from db.store.finding import Hit
    from db.store.history import HistoryEntry
    from db.store.keys import ROLES, Operator, Role, Unlocked, derive_key_early
    from db.store.lists import ListQuery, ListRow, Span
    from db.store.local import KeptDraft, Note, PrintJob
    from db.store.look import StoreLook
    from db.store.opening import create_store, open_store, reset_password
    from db.store.store import Store
    from db.store.undo import UndoResult
    from db.store.writing import Scope

_STANDS_IN = {
    "attachments": ("Attachments",),
    "backup": (
        "Backup",
        "restore_backup",
    ),
    "changes": (
        "Change",
        "Changes",
        "Transaction",
    ),
    "checking": ("Finding",),
    "faults": (
        "AlreadyALedger",
        "BackupFailed",
        "BadRecoveryKey",
        "ChangedElsewhere",
        "DamagedAttachment",
        "DamagedKeys",
        "DamagedLedger",
        "DiskFailed",
        "DiskFull",
        "LedgerLocked",
        "MigrationFailed",
        "MissingAttachment",
        "NewerLedger",
        "NotALedger",
        "OperatorRefused",
        "PasswordNeeded",
        "ReadOnlyFolder",
        "ReadOnlyRole",
        "UnknownOperator",
        "UnsafePlace",
        "WrongEngine",
        "WrongPassword",
    ),
    "finding": ("Hit",),
    "history": ("HistoryEntry",),
    "keys": (
        "Operator",
        "ROLES",
        "Role",
        "Unlocked",
        "derive_key_early",
    ),
    "lists": (
        "ListQuery",
        "ListRow",
        "Span",
    ),
    "local": (
        "KeptDraft",
        "Note",
        "PrintJob",
    ),
    "look": ("StoreLook",),
    "opening": (
        "create_store",
        "open_store",
        "reset_password",
    ),
    "store": ("Store",),
    "undo": ("UndoResult",),
    "writing": ("Scope",),
}
"""Module of this package → the names of ``__all__`` that stand in it."""

_MODULE_OF = {name: module for module, names in _STANDS_IN.items() for name in names}

__all__ = [
    "ROLES",
    "AlreadyALedger",
    "Attachments",
    "Backup",
    "BackupFailed",
    "BadRecoveryKey",
    "Change",
    "ChangedElsewhere",
    "Changes",
    "DamagedAttachment",
    "DamagedKeys",
    "DamagedLedger",
    "DiskFailed",
    "DiskFull",
    "Finding",
    "HistoryEntry",
    "Hit",
    "KeptDraft",
    "LedgerLocked",
    "ListQuery",
    "ListRow",
    "MigrationFailed",
    "MissingAttachment",
    "NewerLedger",
    "NotALedger",
    "Note",
    "Operator",
    "OperatorRefused",
    "PasswordNeeded",
    "PrintJob",
    "ReadOnlyFolder",
    "ReadOnlyRole",
    "Role",
    "Scope",
    "Span",
    "Store",
    "StoreLook",
    "Transaction",
    "UndoResult",
    "UnknownOperator",
    "Unlocked",
    "UnsafePlace",
    "WrongEngine",
    "WrongPassword",
    "create_store",
    "derive_key_early",
    "open_store",
    "reset_password",
    "restore_backup",
]


def __getattr__(name: str) -> Any:
    """Give a name of ``__all__``, importing its module now (PEP 562)."""
    if name not in _MODULE_OF:
        raise AttributeError(name)
    found = getattr(import_module(f"db.store.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found
