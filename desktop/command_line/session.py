"""One run of a command: its arguments, clock, password and the ledger it opens."""

from __future__ import annotations

import getpass
import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import platformdirs

from db.declare import RecordType
from db.faults import Fault
from db.kinds import RecordId
from db.ledger import Ledger
from db.records import record_type
from db.rules.problem import Problem
from desktop.command_line.parser import WrongUse
from desktop.own_papers import check_paper

LONGEST_LINE = 1_000_000
"""Bytes one JSON line may have: ten times the longest real case."""


class Session:
    """The arguments of one command and what they open, opened when first asked."""

    def __init__(self, args: Namespace) -> None:
        self.args = args
        self._ledger: Ledger | None = None
        self._now = _moment(args.now)

    def clock(self) -> datetime:
        """Give the time of this run: ``--now`` or the wall clock."""
        return self._now or datetime.now()  # noqa: DTZ005 — the office's own clock

    @property
    def folder(self) -> Path:
        """Give the ledger's folder: ``--ledger`` or the user's data folder."""
        if self.args.ledger:
            return Path(cast(str, self.args.ledger))
        return Path(platformdirs.user_data_path("sifasuo", appauthor=False)) / "ledger"

    @property
    def ledger(self) -> Ledger:
        """Give the open ledger."""
        if self._ledger is None:
            self._ledger = Ledger.open(
                self.folder,
                password=self.password(ask="口令："),
                operator=self.args.operator,
                clock=self.clock,
            )
            self._ledger.check_papers_by(check_paper)
        return self._ledger

    def use(self, ledger: Ledger) -> Ledger:
        """Make a ledger this command has just made the session's own."""
        self._ledger = ledger
        ledger.check_papers_by(check_paper)
        return ledger

    def close(self) -> None:
        """Close what was opened."""
        if self._ledger is not None:
            self._ledger.close()

    def password(self, *, ask: str = "") -> str | None:
        """Give the operator's password: file, environment, else the terminal is asked.

        None when there is none to be had (no file and no terminal).
        """
        file = self.args.password_file or os.environ.get("SIFASUO_PASSWORD_FILE")
        if file:
            return first_line(Path(file))
        if ask and sys.stdin is not None and sys.stdin.isatty():
            return getpass.getpass(ask)
        return None

    def record_type(self, name: str) -> RecordType:
        """Give the record type of this name, label or short name."""
        try:
            return record_type(name)
        except KeyError:
            raise WrongUse(f"没有“{name}”这种记录。用 types 命令查看全部记录类型。") from None

    def located(self, text: str) -> tuple[str, RecordId]:
        """Give type and id of a record named by id, unique start or official number."""
        found = self.ledger.locate(text)
        if found is None:
            raise WrongUse(f"台账里找不到“{text[:60]}”。请核对编号，或用 find 命令查找。")
        return found


def first_line(file: Path) -> str:
    """Give the first line of a password file."""
    try:
        return file.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as failed:
        raise Fault(f"口令文件 {file} 读不出来。", "请核对路径和权限后再试。") from failed


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"--now 的时间“{text[:40]}”看不懂，请写成 2026-10-31T09:00。") from None
    return moment.replace(tzinfo=None)


def open_text(file: str | None) -> Iterator[bytes]:
    """Give the lines of a file, or of standard input for None and "-", as bytes."""
    if file in (None, "-"):
        yield from sys.stdin.buffer
        return
    path = Path(file or "")
    if not path.is_file():
        raise Fault(f"文件 {path} 不存在。", "请核对路径后再试。")
    with path.open("rb") as source:
        yield from source


def json_objects(lines: Iterator[bytes]) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Give the objects of one JSON document or of JSON Lines, numbered from 1.

    A line that is not an object gives a Problem in its place.
    """
    first = next(lines, b"")
    if first.strip() in (b"[", b"{") or (first.lstrip().startswith(b"[") or not _is_whole(first)):
        yield from _whole_document(first, lines)
        return
    yield from _numbered(first, lines)


def _numbered(
    first: bytes, lines: Iterator[bytes]
) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    number = 1
    line: bytes | None = first
    while line is not None:
        if line.strip():
            yield number, _object(line)
        number += 1
        line = next(lines, None)


def _is_whole(line: bytes) -> bool:
    if len(line) > LONGEST_LINE or not line.strip():
        return True
    try:
        json.loads(line)
    except RecursionError:
        return True  # told as a problem of this line
    except ValueError:
        # A broken single line is reported as that line; only an opening of a
        # document that goes on over several lines is read as a whole.
        return line.strip()[:1] not in (b"{", b"[") or line.rstrip()[-1:] in (b"}", b"]")
    return True


def _whole_document(
    first: bytes, lines: Iterator[bytes]
) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    text = bytearray(first)
    for line in lines:
        text += line
        if len(text) > 64 * LONGEST_LINE:
            yield 1, _unreadable("文件太大，请改用每行一条记录的 JSON Lines。")
            return
    try:
        document: object = _read(text.decode("utf-8-sig"))
    except GivenTwice as twice:
        yield 1, _unreadable(str(twice))
        return
    except (ValueError, RecursionError):
        yield 1, _unreadable("不是有效的 JSON。请检查括号、引号和编码（UTF-8）。")
        return
    listed = cast(list[object], document) if isinstance(document, list) else [document]
    for number, one in enumerate(listed, 1):
        yield (
            number,
            cast(dict[str, Any], one)
            if isinstance(one, dict)
            else _unreadable("这一项不是记录，应为 {栏目: 值}。"),
        )


class GivenTwice(ValueError):
    """One object names a field twice, so nobody can say which value is meant."""


def _read(text: str) -> object:
    return json.loads(text, object_pairs_hook=_told_once)


def _told_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise GivenTwice(f"“{twice[:40]}”写了两次，不知道以哪个为准，请只留一个。")
    return told


def _object(line: bytes) -> dict[str, Any] | Problem:
    if len(line) > LONGEST_LINE:
        return _unreadable(
            f"这一行有 {len(line):,} 字节，超过 {LONGEST_LINE:,} 字节的上限，请拆分或缩短。"
        )
    try:
        value: object = _read(line.decode("utf-8-sig"))
    except GivenTwice as twice:
        return _unreadable(str(twice))
    except (ValueError, RecursionError):
        return _unreadable("这一行不是有效的 JSON。请检查括号、引号和编码（UTF-8）。")
    if not isinstance(value, dict):
        return _unreadable("这一行不是记录，应为 {栏目: 值}。")
    return cast(dict[str, Any], value)


def _unreadable(message: str) -> Problem:
    return Problem("", "F-JSON", "error", message)
