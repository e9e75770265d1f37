"""A copied or restored ledger becomes a new writer; the same one never does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from db.store import Store, open_store, restore_backup
from tests.db.store.building import case, noon, reopened


def test_reopening_keeps_the_writer(store: Store) -> None:
    case(store)
    before = store.writer
    again = reopened(store)
    assert again.writer == before
    case(again)
    third = reopened(again)
    assert third.writer == before
    third.close()


def test_a_copied_folder_is_a_new_writer_beginning_at_one(store: Store, tmp_path: Path) -> None:
    case(store)
    old = store.writer
    store.close()
    shutil.copytree(store.folder, tmp_path / "copy")
    copy = open_store(tmp_path / "copy", now=noon)
    assert copy.writer != old
    case(copy)
    rows = copy.select("SELECT writer, min(n) FROM change GROUP BY writer ORDER BY writer")
    assert rows == [(1, 1), (2, 1)]
    assert copy.check() == []
    copy.close()


def test_the_original_keeps_its_writer_beside_a_copy(store: Store, tmp_path: Path) -> None:
    old = store.writer
    store.close()
    shutil.copytree(store.folder, tmp_path / "copy")
    open_store(tmp_path / "copy", now=noon).close()
    again = open_store(store.folder, now=noon)
    assert again.writer == old
    again.close()


def test_another_machine_is_a_new_writer(store: Store, machine: Path) -> None:
    old = store.writer
    store.close()
    shutil.rmtree(machine)
    again = open_store(store.folder, now=noon)
    assert again.writer != old
    again.close()


def test_a_restored_backup_is_a_new_writer_in_the_same_folder(store: Store, tmp_path: Path) -> None:
    case(store)
    old, copy = store.writer, store.backup(tmp_path / "backups")
    case(store)
    store.close()
    shutil.rmtree(store.folder)
    restore_backup(copy.file, store.folder)
    again = open_store(store.folder, now=noon)
    assert again.writer != old
    again.close()


def test_an_older_copy_put_back_by_hand_is_a_new_writer(store: Store, tmp_path: Path) -> None:
    case(store)
    old = store.writer
    store.close()
    shutil.copytree(store.folder, tmp_path / "copy")
    later = open_store(store.folder, now=noon)
    case(later)
    later.close()
    shutil.rmtree(store.folder)
    shutil.copytree(tmp_path / "copy", store.folder)
    again = open_store(store.folder, now=noon)
    assert again.writer != old
    again.close()


def test_reading_alone_does_not_write(store: Store) -> None:
    case(store)
    again = reopened(store)
    before = again.select("SELECT value FROM fact WHERE name = 'token'")
    again.find_text("赵")
    third = reopened(again)
    assert third.select("SELECT value FROM fact WHERE name = 'token'") == before
    third.close()


def test_a_crash_between_noting_and_writing_the_token_keeps_the_writer(
    store: Store, machine: Path
) -> None:
    case(store)
    old = store.writer
    store.close()
    file = next((machine / "writers").iterdir())
    content = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**content, "tokens": [*content["tokens"], "ff"]}), encoding="utf-8")
    again = open_store(store.folder, now=noon)
    assert again.writer == old
    again.close()


def test_two_connections_of_one_program_are_one_writer(store: Store) -> None:
    case(store)
    other = store.second()
    case(other)
    assert other.writer == store.writer
    assert store.count(store.query("mediation_case")) == 2
    other.close()
    assert store.check() == []
