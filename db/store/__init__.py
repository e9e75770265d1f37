"""The store: rows, change log, search, keys and backups of one ledger file.

Everything above takes what it needs from here: ``create_store`` and ``open_store`` give
a ``Store``; its ``change`` is the only way to write a record.
"""

from db.store.backup import Backup, restore_backup
from db.store.changes import Change, Changes, Transaction
from db.store.checking import Finding
from db.store.faults import (
    AlreadyALedger,
    BackupFailed,
    BadRecoveryKey,
    ChangedElsewhere,
    DamagedKeys,
    DamagedLedger,
    DiskFailed,
    DiskFull,
    LedgerLocked,
    MigrationFailed,
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

__all__ = [
    "ROLES",
    "AlreadyALedger",
    "Backup",
    "BackupFailed",
    "BadRecoveryKey",
    "Change",
    "ChangedElsewhere",
    "Changes",
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
