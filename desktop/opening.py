"""Opening and making a ledger beside the window: password work takes 0.2 s, a demo longer."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from db.faults import Fault
from desktop.options import Options

if TYPE_CHECKING:
    from db.ledger import Ledger

__all__ = [
    "Opening", "begin_opening", "holds_ledger", "needs_password", "new_ledger", "open_as_given",
    "operators_of", "present_ledger", "recovery_key_of", "reset_ledger",
]  # fmt: skip

Opened = TypeVar("Opened")

LEDGER_FILE = "ledger.db"


class Opening(Generic[Opened]):
    """Something being opened on a thread of its own, from the moment this is made."""

    def __init__(self, make: Callable[[], Opened]) -> None:
        self._make = make
        self._opened: list[Opened] = []
        self._error: Exception | None = None
        self._thread = Thread(target=self._run, name="opening")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._opened.append(self._make())
        except Exception as error:  # noqa: BLE001 - carried to the main thread
            self._error = error

    def wait(self, seconds: float = 0.0) -> bool:
        """Wait for so long; whether there is a result now."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Opened:
        """What was opened, waited for. Raises what opening it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._opened[0]


def needs_password(error: Fault) -> bool:
    """Whether a ledger did not open only because no password was given."""
    return isinstance(error, import_module("db.ledger").PasswordNeeded)


def holds_ledger(folder: Path) -> bool:
    """Whether a folder has the file of a ledger in it."""
    return (folder / LEDGER_FILE).is_file()


def password_given(options: Options) -> str | None:
    """The password of `--password-file` or the environment; None without one. Raises Fault."""
    named = options.password_file or os.environ.get("SIFASUO_PASSWORD_FILE")
    if not named:
        return None
    try:
        text = Path(named).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"密码文件 {named} 读不出来。", "请核对路径和权限后再试。") from error
    return text.split("\n", 1)[0].rstrip("\r")


def present_ledger(
    folder: Path, options: Options, password: str | None, operator: str | None
) -> Ledger:
    """A ledger that exists, opened. Raises the store's Faults, `PasswordNeeded` among them."""
    unlock = import_module("db.ledger.unlocking").unlock_early
    early = Opening(partial(unlock, folder, password, operator))
    kind = _ledger_class()
    return kind.open(
        folder,
        password=password,
        operator=operator,
        unlocked=early.result(),
        clock=options.clock,
    )


def open_as_given(folder: Path, options: Options) -> Ledger:
    """A ledger that exists, opened with what the command line and the environment give."""
    return present_ledger(folder, options, password_given(options), options.operator)


def begin_opening(options: Options) -> Opening[Ledger] | None:
    """Begin to open the ledger that was named with a password, before Qt is loaded.

    Deriving its key takes a processor of its own for 0.2 s. None where there is nothing
    to derive: without a password, opening beside the imports of Qt only slows them down.
    """
    named = options.password_file or os.environ.get("SIFASUO_PASSWORD_FILE")
    if options.ledger is None or options.demo or not named:
        return None
    return Opening(partial(open_as_given, options.ledger, options))


def operators_of(folder: Path) -> tuple[str, ...]:
    """The names of those who have a password of the ledger. Raises the store's Faults."""
    return import_module("db.ledger").operators_of(folder)


def reset_ledger(
    folder: Path, options: Options, *, operator: str, key: str, password: str
) -> Ledger:
    """The ledger opened with a new password, set by the recovery key. Raises Faults."""
    import_module("db.ledger").reset_password(folder, key, operator, password)
    return present_ledger(folder, options, password, operator)


def new_ledger(folder: Path, options: Options, **identity: Any) -> Ledger:
    """A ledger made just now; identity: kind, name, code, operator, password."""
    return _ledger_class().create(folder, clock=options.clock, **identity)


def recovery_key_of(ledger: Ledger) -> str:
    """The recovery key of a ledger made just now, to be shown once; "" when there is none."""
    return ledger.store.recovery_key or ""


def _ledger_class() -> type[Ledger]:
    # Imported on the opening thread, while the main thread loads Qt.
    return import_module("db.ledger").Ledger
