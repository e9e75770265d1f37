"""The backup nobody has to remember: one a day, checked, thinned as it ages."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.ledger.door import Ledger
    from db.store import Backup

EVERY = timedelta(hours=20)
"""Less than a day, so that an office that opens a little earlier today is covered too."""


def back_up_daily(ledger: Ledger, now: datetime | None = None) -> Backup | None:
    """Make a verified backup when the newest is older than EVERY, and thin old ones.

    now: the moment it is asked, else the clock's. None when there is one already. Faults are those of ``Store.backup``: a full disk
    or a damaged file, which the caller shows; the backups there are stay as they are.
    """
    store = ledger.store
    now = now or store.clock()
    newest = next(iter(store.backups()), None)
    if newest is not None and now - datetime.fromisoformat(newest.made) < EVERY:
        return None
    made = store.backup()
    import_module("db.store.backup").prune(store.folder, now)
    return made
