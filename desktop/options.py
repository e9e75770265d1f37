"""What the program was started with: a command, or the options of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

__all__ = ["Options", "WrongOption", "asks_for_a_command", "read_options"]

_VALUED: Final = ("--ledger", "--password-file", "--operator", "--now", "--smoke", "--page")
_FLAGS: Final = ("--demo", "--large", "--dark")
# These are answered by the command line, which knows all commands.
_COMMAND_FLAGS: Final = ("-h", "--help", "--version", "--json")


class WrongOption(ValueError):
    """An option the window does not have; the Chinese sentence says which."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the window is to open. Paths are as given; None where nothing was given."""

    ledger: Path | None = None
    password_file: Path | None = None
    operator: str | None = None
    now: datetime | None = None
    demo: bool = False
    smoke: Path | None = None
    page: str = ""
    large: bool = False
    dark: bool = False

    def clock(self) -> datetime:
        """The time of this run, for due dates and papers: `--now`, or the wall clock."""
        return self.now or datetime.now()  # noqa: DTZ005 - the office's own wall clock


def asks_for_a_command(arguments: Sequence[str]) -> bool:
    """Whether a command word (or a question about commands) stands among the arguments."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _COMMAND_FLAGS or not argument.startswith("-"):
            return True
        else:
            skip = argument in _VALUED
    return False


def read_options(arguments: Sequence[str]) -> Options:
    """The options of the window. Raises `WrongOption`.

    Written by hand: argparse would cost a twentieth of the time to the first paint.
    """
    given: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, _, value = rest.pop(0).partition("=")
        if name in _FLAGS and not value:
            given[name] = "1"
        elif name in _VALUED:
            if not value and not rest:
                raise WrongOption(f"{name} 后面要写内容。")
            given[name] = value or rest.pop(0)
        else:
            raise WrongOption(f"不认识的选项 {name[:40]}。用 --help 查看全部用法。")
    return Options(
        ledger=_path(given.get("--ledger")),
        password_file=_path(given.get("--password-file")),
        operator=given.get("--operator"),
        now=_moment(given.get("--now")),
        demo="--demo" in given,
        smoke=_path(given.get("--smoke")),
        page=given.get("--page", ""),
        large="--large" in given,
        dark="--dark" in given,
    )


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise WrongOption(f"--now 的时间“{text[:40]}”看不懂，请写成 2026-10-31T09:00。") from None
