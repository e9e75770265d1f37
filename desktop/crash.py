"""When the program itself is wrong: it is logged without anybody's data, and said."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from db.faults import Fault
from desktop import VERSION

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["CrashLog"]

_LARGEST: Final = 1_000_000


class CrashLog:
    """Catches what nobody caught: hard crashes, bugs on any thread, faults nobody expected."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "window.log"
        self._stream: TextIO | None = None
        self._tell: Callable[[BaseException], None] = _ignore
        self._telling = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if self.file.exists() and self.file.stat().st_size > _LARGEST:
                self.file.replace(self.file.with_suffix(".old"))
            self._stream = self.file.open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._stream)

    def install(self, tell: Callable[[BaseException], None]) -> None:
        """Take over the hooks; `tell` shows the user what happened, on the window's thread."""
        self._tell = tell
        sys.excepthook = self._caught
        threading.excepthook = self._caught_on_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def write(self, error: BaseException) -> None:
        """Log kind and place of an error; its words may hold a person's data and stay out."""
        if self._stream is None:
            return
        # Imported when needed: it costs 4 ms, and most runs end without an error.
        frames = "".join(import_module("traceback").format_tb(error.__traceback__))
        now = datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - wall clock
        self._stream.write(f"{now} v{VERSION} {type(error).__qualname__}\n{frames}\n")
        self._stream.flush()

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, Fault):
            self.write(error)
        # An error while painting would come again with each paint under the message.
        if not self._telling:
            self._telling = True
            try:
                self._tell(error)
            finally:
                self._telling = False

    def _caught_on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.write(args.exc_value)


def _ignore(_error: BaseException) -> None:
    """Before there is a window there is nobody to tell."""
