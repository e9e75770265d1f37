"""Backups: made while open, verified, restored as a new writer."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.store import (
    AlreadyALedger,
    DamagedLedger,
    Store,
    WrongPassword,
    open_store,
    restore_backup,
)
from db.store.backup import back_up, backups, prune
from tests.db.store.building import NOON, case, new_store, noon


def test_a_backup_holds_every_record(store: Store, tmp_path: Path) -> None:
    made = case(store)
    copy = store.backup()
    assert copy.counts == {"mediation_case": 1, "party": 2}
    restore_backup(copy.file, tmp_path / "restored")
    again = open_store(tmp_path / "restored", now=noon)
    assert again.get("mediation_case", made.id) == store.get("mediation_case", made.id)
    assert again.check() == []
    again.close()


def test_a_backup_is_encrypted_and_has_its_keys(folder: Path, tmp_path: Path) -> None:
    store = new_store(folder, "春天")
    case(store, "赵长河")
    copy = store.backup(tmp_path / "stick")
    store.close()
    assert "赵长河".encode() not in (copy.file / "ledger.db").read_bytes()
    with pytest.raises(WrongPassword):
        restore_backup(copy.file, tmp_path / "restored", password="秋天")
    restore_backup(copy.file, tmp_path / "restored", password="春天")


def test_writing_goes_on_after_a_backup(store: Store) -> None:
    case(store)
    store.backup()
    made = case(store)
    assert store.get("mediation_case", made.id) is not None
    assert store.check() == []


def test_backups_are_listed_newest_first(store: Store) -> None:
    first, second = store.backup(), store.backup()
    assert {one.file for one in store.backups()} == {first.file, second.file}
    assert store.backups()[0].made == "2026-03-01T12:00:00"


def test_nothing_half_made_stands_among_the_backups(store: Store) -> None:
    store.backup()
    assert [one.suffix for one in (store.folder / "backups").iterdir()] == [""]


def test_a_backup_is_not_restored_over_files(store: Store) -> None:
    copy = store.backup()
    with pytest.raises(AlreadyALedger):
        restore_backup(copy.file, store.folder)


def test_a_damaged_backup_is_refused(store: Store, tmp_path: Path) -> None:
    for _ in range(20):
        case(store)
    copy = store.backup()
    file = copy.file / "ledger.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(DamagedLedger):
        restore_backup(copy.file, tmp_path / "restored")


def test_old_backups_are_thinned_out(store: Store) -> None:
    days = [*range(10), 20, 21, 40, 41, 400]
    made: dict[int, Path] = {}
    for ago in days:
        store.handle.clock = lambda ago=ago: NOON - timedelta(days=ago)
        made[ago] = back_up(store.handle).file
    prune(store.folder, NOON)
    kept = {datetime.fromisoformat(one.made) for one in backups(store.folder)}
    ages = {(NOON - one).days for one in kept}
    assert set(range(8)) <= ages
    assert 400 not in ages
    assert len(ages) < len(days)
