"""Whole files: written beside their place first, so that half a file never stands there."""

from __future__ import annotations

import os
from pathlib import Path

from db.faults import Fault

__all__ = ["FileNotWritten", "file_name", "write_whole"]

_FORBIDDEN = dict.fromkeys(map(ord, '\\/:*?"<>|\n\r\t'), "_")


class FileNotWritten(Fault):
    """The file could not be written; an older one of that name is as it was."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(
            f"文件“{file}”没有写成（{why}）。", "请检查磁盘空间和权限，或换一个位置再试。"
        )


def write_whole(file: Path, content: bytes) -> None:
    """Write a file in one step; raises `FileNotWritten`."""
    if file.is_dir() or not file.parent.is_dir():
        raise FileNotWritten(file, "要给出已有文件夹里的一个文件名")
    part = file.with_name(file.name + ".part")
    try:
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as failed:
        part.unlink(missing_ok=True)
        raise FileNotWritten(file, failed.strerror or str(failed)) from failed


def file_name(words: str, ending: str) -> str:
    """A name every file system takes: signs with a meaning to one of them become _."""
    return words.translate(_FORBIDDEN).strip(" .")[:80] + ending
