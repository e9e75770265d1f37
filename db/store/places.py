"""Where files may lie: fixed drives for the ledger, a per-machine folder for tokens."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

MACHINE_FOLDER_VARIABLE = "SIFASUO_MACHINE_DIR"
"""Environment variable that moves the per-machine folder, for tests and trials."""

_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "davfs",
        "fuse.sshfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "ncpfs",
    }
)  # fmt: skip
_REMOTE_DRIVE = 4
_REMOVABLE_DRIVE = 2


def machine_folder() -> Path:
    """Give the folder of this machine and user where writer tokens are kept."""
    given = os.environ.get(MACHINE_FOLDER_VARIABLE)
    if given:
        return Path(given)
    platformdirs = import_module("platformdirs")
    return Path(platformdirs.user_data_dir("sifasuo", appauthor=False))


def unsafe_place(folder: Path) -> str | None:
    """Give the Chinese name of a drive no ledger may lie on, or None when it is sound.

    SQLite over a network share was damaged in 6 of 6 trials; a stick is pulled out.
    """
    if sys.platform == "win32":
        return _unsafe_windows_drive(folder)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return unsafe_mount(folder.resolve(), mounts)


def unsafe_mount(folder: Path, mounts: str, devices: Path = Path("/sys/class/block")) -> str | None:
    """Judge a folder by the text of /proc/self/mountinfo: 网络盘, 移动存储设备 or None."""
    best = ("", "", "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        parts, kinds = before.split(" "), after.split(" ")
        if len(parts) < 5 or len(kinds) < 2:
            continue
        point = parts[4].replace("\\040", " ")
        if len(point) >= len(best[0]) and folder.is_relative_to(point):
            best = (point, kinds[0], kinds[1])
    if best[1] in _NETWORK:
        return "网络盘"
    return "移动存储设备" if _is_removable(best[2], devices) else None


def _is_removable(source: str, devices: Path) -> bool:
    if not source.startswith("/dev/"):
        return False
    node = (devices / Path(source).name).resolve()
    # A partition's own folder has no such file; the disk it belongs to is its parent.
    for place in (node / "removable", node.parent / "removable"):
        try:
            return place.read_bytes().strip() == b"1"
        except OSError:
            continue
    return False


def _unsafe_windows_drive(folder: Path) -> str | None:
    windll = getattr(import_module("ctypes"), "windll")  # noqa: B009 - missing off Windows
    drive = Path(folder).resolve().anchor
    kind: int = windll.kernel32.GetDriveTypeW(drive)
    if kind == _REMOTE_DRIVE or drive.startswith("\\\\"):
        return "网络盘"
    return "移动存储设备" if kind == _REMOVABLE_DRIVE else None
