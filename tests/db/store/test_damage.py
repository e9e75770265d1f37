"""A flipped byte, a second process, a full disk: told plainly, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.faults import Fault
from db.store import DamagedLedger, DiskFull, LedgerLocked, Store, open_store
from tests.db.store.building import case, case_draft, new_store, noon, reopened

SAVE_ONE = (
    "import sys; from pathlib import Path\n"
    "from db.store import open_store\n"
    "from tests.db.store.building import case\n"
    "store = open_store(Path(sys.argv[1]))\n"
    "case(store, '外来人')\n"
    "store.close()\n"
)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_one_flipped_byte_is_found(store: Store, part: float) -> None:
    for _ in range(30):
        case(store, summary="院墙滴水" * 50)
    store.handle.run("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    file = store.folder / "ledger.db"
    content = bytearray(file.read_bytes())
    content[int(len(content) * part)] ^= 1
    file.write_bytes(content)
    assert is_found_damaged(store.folder)


def test_a_cut_off_file_is_found(store: Store) -> None:
    for _ in range(30):
        case(store, summary="院墙滴水" * 50)
    store.handle.run("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    file = store.folder / "ledger.db"
    with file.open("rb+") as opened:
        opened.truncate(file.stat().st_size // 2)
    assert is_found_damaged(store.folder)


def is_found_damaged(folder: Path) -> bool:
    """Say whether opening refuses the file, or checking finds the damage."""
    try:
        again = open_store(folder, now=noon)
    except DamagedLedger:
        return True
    found = again.check()
    again.close()
    return [one.what for one in found][:1] == ["file"]


def test_another_process_writes_beside_an_open_ledger(store: Store) -> None:
    mine = case(store)
    subprocess.run([sys.executable, "-c", SAVE_ONE, str(store.folder)], check=True)
    case(store)
    assert store.count(store.query("mediation_case")) == 3
    assert store.find_text("外来人") != []
    assert store.get("mediation_case", mine.id) is not None
    assert store.check() == []


def test_a_writer_that_holds_on_is_told_plainly(store: Store) -> None:
    other = store.second()
    other.handle.run("PRAGMA busy_timeout = 50")
    with store.change() as scope:
        scope.save(case_draft("赵长河"))
        with pytest.raises(LedgerLocked, match="另一个"), other.change():
            pass
        assert other.find("mediation_case") == []  # reading goes on meanwhile
    other.close()


def test_a_backup_leaves_the_locks_of_an_open_step_alone(store: Store) -> None:
    # Reading the live file beside SQLite would drop this process's locks: then another
    # process gets in while the step is open, and one of the two is lost.
    other = store.second()
    with store.change() as scope:
        scope.save(case_draft("赵长河"))
        other.backup()
        ran = subprocess.run(
            [sys.executable, "-c", SAVE_ONE.replace("case(", "store.handle.run("
             "'PRAGMA busy_timeout = 50'); case("), str(store.folder)],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert "LedgerLocked" in ran.stderr
    other.close()
    assert store.count(store.query("mediation_case")) == 1
    assert store.check() == []


def test_threads_take_turns_in_writing(store: Store) -> None:
    failures: list[BaseException] = []

    def work() -> None:
        mine = store.second()
        try:
            for _ in range(10):
                case(mine)
        except Fault as failure:
            failures.append(failure)
        mine.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failures == []
    assert store.count(store.query("mediation_case")) == 30
    assert store.check() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of eight megabytes, made in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)],
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def saved_until_full(store: Store) -> int:
    """Save cases until the disk is full; give how many were saved."""
    for count in range(10_000):
        try:
            case(store, summary="院墙滴水，争执不下。" * 200)
        except DiskFull:
            return count
    raise AssertionError("the disk never was full")


def test_a_full_disk_is_told_and_costs_nothing_that_was_saved(small_disk: Path) -> None:
    store = new_store(small_disk / "ledger")
    count = saved_until_full(store)
    assert count > 3
    assert store.count(store.query("mediation_case")) == count
    again = reopened(store)
    assert again.count(again.query("mediation_case")) == count
    assert again.check() == []
    again.close()


def test_a_backup_that_does_not_fit_leaves_nothing_behind(small_disk: Path) -> None:
    store = new_store(small_disk / "ledger")
    for _ in range(10):
        case(store, summary="院墙滴水，争执不下。" * 200)
    store.handle.run("PRAGMA wal_checkpoint(TRUNCATE)")
    filler = small_disk / "filler"
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    filler.write_bytes(b"x" * max(0, free - 100_000))
    with pytest.raises(DiskFull):
        store.backup()
    assert list((store.folder / "backups").iterdir()) == []
    filler.unlink()
    store.backup()
    store.close()
