"""Looking at a bundle: everything taking does, on a transaction that is rolled back."""

from __future__ import annotations

from pathlib import Path

from db.exchange.bundle.outcome import Look, concerned, counts_of
from db.exchange.bundle.reading import Bundle, read_bundle
from db.store import Store
from db.store.receiving import Intake


def look(store: Store, file: Path) -> Look:
    """Give the five counts and every record concerned; nothing is changed."""
    bundle = read_bundle(store, file)
    opened = bundle.opened
    with Intake(store.handle, opened.sender.code, opened.sender.name, dry=True) as intake:
        result = intake.take(bundle.packed)
        records = concerned(store, result.fates, needed(bundle))
    return Look(opened.sender.name, opened.header.number, counts_of(result), records)


def needed(bundle: Bundle) -> str:
    """Give the sentence saying which bundle of whom has to come first."""
    opened = bundle.opened
    number = opened.manifest.needs_bundle
    which = f"{number} 号及以前的" if number else "以前的"
    return f"请先收取{opened.sender.name}{which}数据包，或请该单位重新报送全部数据"
