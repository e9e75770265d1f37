"""Attachments: encrypted files beside the ledger, kept once, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import DamagedAttachment, DiskFull, MissingAttachment, Store, open_store
from db.store import restore_backup as restore
from db.store.attachments import copy_attachments
from tests.db.store.building import new_store, noon, reopened

PHOTO = b"\xff\xd8 a photo of a signed page " * 4000


def files(store: Store) -> list[Path]:
    """Give the files in the attachments folder."""
    return sorted((store.folder / "attachments").iterdir())


def test_what_was_put_is_given_back_under_its_hash(store: Store) -> None:
    sha256 = store.attachments.put(PHOTO)
    assert sha256 == hashlib.sha256(PHOTO).hexdigest()
    assert store.attachments.get(sha256) == PHOTO


def test_another_opening_reads_it(store: Store) -> None:
    sha256 = store.attachments.put(PHOTO)
    again = reopened(store)
    assert again.attachments.has(sha256)
    assert again.attachments.get(sha256) == PHOTO
    again.close()


def test_a_second_connection_uses_the_same_key(store: Store) -> None:
    second = store.second()
    first_hash, second_hash = store.attachments.put(b"one"), second.attachments.put(b"two")
    assert second.attachments.get(first_hash) == b"one"
    assert store.attachments.get(second_hash) == b"two"
    second.close()


def test_the_same_content_is_kept_once(store: Store) -> None:
    store.attachments.put(PHOTO)
    before = files(store)[0].stat().st_mtime_ns
    store.attachments.put(PHOTO)
    assert [one.stat().st_mtime_ns for one in files(store)] == [before]


def test_the_file_shows_neither_content_nor_hash(store: Store) -> None:
    sha256 = store.attachments.put(PHOTO)
    (file,) = files(store)
    assert b"signed page" not in file.read_bytes()
    assert sha256[:8] not in file.name


def test_the_same_content_has_another_name_in_another_ledger(store: Store, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other")
    store.attachments.put(PHOTO)
    other.attachments.put(PHOTO)
    assert files(store)[0].name != files(other)[0].name
    other.close()


def test_what_was_never_put_is_missing(store: Store) -> None:
    assert not store.attachments.has("0" * 64)
    with pytest.raises(MissingAttachment):
        store.attachments.get("0" * 64)
    store.attachments.put(PHOTO)
    assert not store.attachments.has("0" * 64)
    with pytest.raises(MissingAttachment):
        store.attachments.get("0" * 64)


@pytest.mark.parametrize("place", [0, 40, -1])
def test_one_flipped_byte_is_found(store: Store, place: int) -> None:
    sha256 = store.attachments.put(PHOTO)
    (file,) = files(store)
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    with pytest.raises(DamagedAttachment, match="已损坏"):
        store.attachments.get(sha256)


def test_a_file_in_the_place_of_another_is_found(store: Store) -> None:
    first, second = store.attachments.put(b"first"), store.attachments.put(b"second")
    one, other = files(store)
    one.write_bytes(other.read_bytes())
    wrong = [store.attachments.fault_of(sha256) for sha256 in (first, second)]
    assert sorted(type(fault).__name__ for fault in wrong) == ["DamagedAttachment", "NoneType"]


def test_putting_a_damaged_file_again_mends_it(store: Store) -> None:
    sha256 = store.attachments.put(PHOTO)
    files(store)[0].write_bytes(b"nothing")
    assert store.attachments.put(PHOTO) == sha256
    assert store.attachments.get(sha256) == PHOTO


def test_nothing_is_put_inside_a_change_scope(store: Store) -> None:
    with pytest.raises(RuntimeError), store.change():
        store.attachments.put(PHOTO)
    assert files(store) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_and_leaves_nothing(store: Store) -> None:
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    store.attachments.put(b"makes the key")
    # The half-written file is a link to the device on which every write fails.
    name = store.attachments._file(sha256, store.attachments._key() or b"").stem  # pyright: ignore[reportPrivateUsage]
    (store.folder / f"{name}.{os.getpid()}.part").symlink_to("/dev/full")
    with pytest.raises(DiskFull):
        store.attachments.put(PHOTO)
    assert not store.attachments.has(sha256)
    assert list(store.folder.glob("*.part")) == []


CHILD = """
import sys
from pathlib import Path
from db.store import open_store
store = open_store(Path(sys.argv[1]))
for number in range(10_000):
    print(store.attachments.put(b"page %d " % number * 20_000), flush=True)
"""


def test_what_was_told_as_kept_survives_a_kill(store: Store) -> None:
    store.close()
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(store.folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(15)]
    assert child.poll() is None, "the child must be at work when it is killed"
    os.kill(child.pid, signal.SIGKILL)
    told += [line for line in child.stdout.read().split("\n") if len(line) == 64]
    child.wait()
    child.stdout.close()
    again = open_store(store.folder, now=noon)
    assert [again.attachments.fault_of(sha256) for sha256 in told] == [None] * len(told)
    assert list(store.folder.glob("*.part")) == []
    again.close()


def test_a_backup_brings_the_files_and_restoring_gives_them(store: Store, tmp_path: Path) -> None:
    sha256 = store.attachments.put(PHOTO)
    copy = store.backup()
    restore(copy.file, tmp_path / "restored")
    again = open_store(tmp_path / "restored", now=noon)
    assert again.attachments.get(sha256) == PHOTO
    again.close()


def test_a_backup_on_the_same_disk_takes_no_room(store: Store) -> None:
    store.attachments.put(PHOTO)
    copy = store.backup()
    (linked,) = (copy.file / "attachments").iterdir()
    assert linked.samefile(files(store)[0])


def test_a_restored_file_is_a_file_of_its_own(store: Store, tmp_path: Path) -> None:
    store.attachments.put(PHOTO)
    restore(store.backup().file, tmp_path / "restored")
    (restored,) = (tmp_path / "restored" / "attachments").iterdir()
    assert restored.stat().st_nlink == 1


def test_a_disk_without_second_names_gets_copies(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no second names here")

    monkeypatch.setattr("os.link", refuse)
    store.attachments.put(PHOTO)
    (tmp_path / "stick").mkdir()
    copied = copy_attachments(store.folder, tmp_path / "stick", link=True)
    assert copied == files(store)[0].stat().st_size
    assert (tmp_path / "stick" / "attachments" / files(store)[0].name).is_file()
