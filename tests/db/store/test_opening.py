"""Making and opening a ledger, and every way it can be refused."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from db.faults import Fault
from db.store import (
    AlreadyALedger,
    DamagedKeys,
    DamagedLedger,
    NewerLedger,
    NotALedger,
    PasswordNeeded,
    ReadOnlyFolder,
    Store,
    UnsafePlace,
    WrongEngine,
    create_store,
    derive_key_early,
    open_store,
)
from db.store.engine import connect, refuse_unfit_engine
from db.store.places import unsafe_mount
from tests.db.store.building import case, new_store, noon, reopened


def test_a_new_ledger_knows_whose_it_is(store: Store) -> None:
    assert (store.kind, store.name, store.code) == ("office", "青石司法所", "410199001")


def test_a_record_is_there_after_reopening(store: Store) -> None:
    made = case(store, summary="院墙滴水")
    again = reopened(store)
    assert again.get("mediation_case", made.id).summary == "院墙滴水"
    again.close()


def test_no_text_of_a_record_stands_in_the_files(store: Store) -> None:
    case(store, "赵长河", summary="院墙滴水")
    content = b"".join(file.read_bytes() for file in store.folder.rglob("*") if file.is_file())
    assert "赵长河".encode() not in content
    assert "院墙滴水".encode() not in content


def test_an_empty_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger):
        open_store(tmp_path, password=None)


def test_a_folder_with_files_is_not_made_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("x", encoding="utf-8")
    with pytest.raises(AlreadyALedger):
        new_store(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["报告.txt"]


def test_a_protected_ledger_asks_for_a_password(folder: Path) -> None:
    new_store(folder, "pass").close()
    with pytest.raises(PasswordNeeded):
        open_store(folder)


def test_a_file_of_a_newer_program_is_refused(store: Store) -> None:
    store.handle.run("PRAGMA user_version = 99")
    with pytest.raises(NewerLedger, match="更新"):
        reopened(store)


def test_a_file_that_is_not_a_database_is_refused(store: Store) -> None:
    store.close()
    (store.folder / "ledger.db").write_bytes(b"not a ledger at all " * 500)
    with pytest.raises(DamagedLedger):
        open_store(store.folder)


def test_a_database_of_another_program_is_refused(store: Store) -> None:
    store.handle.run("PRAGMA application_id = 1")
    with pytest.raises(DamagedLedger):
        reopened(store)


def test_a_missing_database_is_told_apart_from_no_ledger(store: Store) -> None:
    store.close()
    (store.folder / "ledger.db").unlink()
    with pytest.raises(DamagedLedger):
        open_store(store.folder)


def test_a_missing_key_file_is_told_apart_from_a_wrong_password(store: Store) -> None:
    store.close()
    (store.folder / "ledger.keys").unlink()
    with pytest.raises(DamagedKeys):
        open_store(store.folder)


def test_the_key_file_of_another_ledger_is_refused(store: Store, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other")
    other.close()
    store.close()
    keys = (other.folder / "ledger.keys").read_bytes()
    (store.folder / "ledger.keys").write_bytes(keys)
    with pytest.raises(DamagedLedger):
        open_store(store.folder)


def test_a_path_through_a_file_cannot_hold_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises((ReadOnlyFolder, AlreadyALedger)):
        new_store(tmp_path / "file" / "ledger")


def test_a_read_only_folder_is_refused_and_left_alone() -> None:
    # Not below pytest's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory() as place:
        store = new_store(Path(place) / "ledger")
        store.close()
        _refuse_as_nobody(store)


def _refuse_as_nobody(store: Store) -> None:
    before = sorted(one.name for one in store.folder.iterdir())
    # Root may write anywhere, so the opening runs as nobody where the tests run as root.
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from db.store import open_store, ReadOnlyFolder\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except ReadOnlyFolder: sys.exit(42)\n"
    )
    store.folder.parent.chmod(0o755)
    (store.folder / "ledger.keys").chmod(0o444)
    store.folder.chmod(0o555)
    ran = subprocess.run(
        [sys.executable, "-c", script, str(store.folder)],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    store.folder.chmod(0o755)
    assert ran.returncode == 42, ran.stderr
    assert sorted(one.name for one in store.folder.iterdir()) == before


def test_half_written_files_are_swept_away_at_opening(store: Store) -> None:
    leftover = store.folder / "outbox" / "x.sfb.part"
    leftover.write_bytes(b"half")
    again = reopened(store)
    assert not leftover.exists()
    again.close()


@pytest.mark.parametrize("kind", ["网络盘", "移动存储设备"])
def test_a_ledger_is_not_made_on_an_unsafe_drive(folder: Path, kind: str) -> None:
    with pytest.raises(UnsafePlace, match=kind):
        create_store(
            folder, kind="office", name="x", code="1", password=None, operator="x",
            now=noon, unsafe=lambda _: kind,
        )  # fmt: skip
    assert not folder.exists()


def test_the_mount_with_the_longest_path_decides() -> None:
    mounts = (
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "2 1 0:5 / /mnt/share rw - cifs //server/share rw\n"
    )  # fmt: skip
    assert unsafe_mount(Path("/mnt/share/ledger"), mounts) == "网络盘"
    assert unsafe_mount(Path("/mnt/shared"), mounts) is None


def test_a_stick_is_known_by_its_removable_device(tmp_path: Path) -> None:
    disk = tmp_path / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text("1\n", encoding="ascii")
    devices = tmp_path / "class"
    devices.mkdir()
    (devices / "sdb1").symlink_to(disk / "sdb1")
    mounts = "1 0 8:1 / /media/stick rw - vfat /dev/sdb1 rw\n"
    assert unsafe_mount(Path("/media/stick/x"), mounts, devices) == "移动存储设备"


def test_an_old_sqlite_is_refused() -> None:
    with pytest.raises(WrongEngine, match=r"3\.45\.1"):
        refuse_unfit_engine((3, 45, 1))


def test_every_setting_of_the_connection_holds(store: Store) -> None:
    read = {
        name: store.handle.one(f"PRAGMA {name}")
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "temp_store")
    }
    assert read == {
        "journal_mode": ("wal",),
        "synchronous": (2,),
        "foreign_keys": (1,),
        "busy_timeout": (5000,),
        "temp_store": (2,),
    }


def test_a_wrong_key_opens_nothing(store: Store) -> None:
    store.close()
    with pytest.raises(DamagedLedger):
        connect(store.folder / "ledger.db", bytes(32))


def test_a_key_derived_beforehand_opens_the_ledger(folder: Path) -> None:
    new_store(folder, "pass").close()
    unlocked = derive_key_early(folder, "pass")
    again = open_store(folder, unlocked=unlocked)
    assert again.operator == "李惠民"
    again.close()


def test_every_refusal_says_what_happened_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Fault) as refused:
        open_store(tmp_path)
    assert refused.value.what.endswith("。")
    assert refused.value.advice.endswith("。")


def test_opening_loads_nothing_that_only_migrations_or_search_need(store: Store) -> None:
    store.close()
    script = (
        "import sys; from pathlib import Path; from db.store import open_store\n"
        "open_store(Path(sys.argv[1])).close()\n"
        "heavy = {'sqlite_utils', 'pypinyin', 'argon2', 'nacl', 'sqlite3', 'pyrage', 'reportlab',"
        " 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(store.folder)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"
