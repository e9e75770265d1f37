"""How the ledger stands: when it was backed up, what waits to be reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.exchange import notes
from db.store import Store
from db.store.outgoing import vector


@dataclass(frozen=True, slots=True)
class Standing:
    """Last backup, last bundle made and for whom ("" when none), changes in no bundle yet."""

    backed_up: datetime | None
    partner: str
    reported: datetime | None
    waiting: int


def standing_of(store: Store) -> Standing:
    """Give how a ledger stands; reads the backup folder, so not for a paint."""
    backups = store.backups()
    backed_up = datetime.fromisoformat(backups[0].made) if backups else None
    made = notes.made(store)
    last = max(made, key=lambda one: one.at, default=None)
    now = vector(store.handle, store.code)
    told = last.after if last else {}
    waiting = sum(max(0, n - told.get(writer, 0)) for writer, n in now.items())
    reported = datetime.fromisoformat(last.at) if last else None
    return Standing(backed_up, last.to_name if last else "", reported, waiting)
