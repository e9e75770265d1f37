"""`--smoke`: paint one page, save what it shows, say how fast it was, and end."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.page import Intent

if TYPE_CHECKING:
    from desktop.entrance import Entrance
    from desktop.windows.shell import Shell

__all__ = ["Smoke", "intent_of"]

_SETTLE_MS: Final = 60
_QUIET_ROUNDS: Final = 4
_LONGEST_S: Final = 30.0


def intent_of(page: str) -> Intent:
    """The intent written as page[:type or name[:id]]: list:village, record:person:01…, papers.

    Raises `ValueError` for a record without an id.
    """
    name, _, rest = page.partition(":")
    first, _, second = rest.partition(":")
    if name == "record" and not second:
        raise ValueError("record:类型:编号")
    if name in ("list", "new", "record"):
        return Intent(name, type_name=first, record_id=second)
    return Intent(name or "workbench", name=first)


class Smoke(QObject):
    """Watches the first window, then the page asked for, and takes its picture."""

    def __init__(self, picture: Path, page: str, started: float) -> None:
        super().__init__()
        self.status = 3
        self._picture = picture
        self._page = page
        self._started = started
        self._shell: Shell | None = None
        self._quiet = 0
        self._over = False

    def watch(self, shell: Shell) -> None:
        """The window of the ledger is about to show."""
        self._shell = shell
        shell.painted.connect(self._painted)

    def watch_entrance(self, entrance: Entrance) -> None:
        """There is no ledger window (yet); with none to come, the entrance is the picture."""
        QTimer.singleShot(_SETTLE_MS, partial(self._look_at_entrance, entrance))

    def fail(self, error: BaseException) -> None:
        """Nothing can be shown: say why and end with 3."""
        self._end(3, str(error) or type(error).__qualname__)

    def _painted(self) -> None:
        took = (time.time() - self._started) * 1000
        _say(f"首屏 first paint {took:.0f} ms")
        if self._page and self._shell is not None:
            try:
                self._shell.open(self._intent())
            except (LookupError, ValueError) as error:
                self._end(3, f"没有页面“{self._page}”（{error}）。")
                return
        self._wait()

    def _intent(self) -> Intent:
        """The page asked for; a record by its official number as well as by its id."""
        intent = intent_of(self._page)
        if intent.page == "record" and self._shell is not None:
            found = self._shell.desk.ledger.locate(intent.record_id)
            if found is None:
                raise LookupError(intent.record_id)
            return Intent("record", type_name=found[0], record_id=found[1])
        return intent

    def _wait(self) -> None:
        shell = self._shell
        busy = shell is not None and (shell.work.is_busy or not shell.page.is_settled())
        self._quiet = 0 if busy else self._quiet + 1
        late = time.time() - self._started > _LONGEST_S
        if self._shell is not None and (self._quiet >= _QUIET_ROUNDS or late):
            self._save(self._shell)
        else:
            QTimer.singleShot(_SETTLE_MS, self._wait)

    def _look_at_entrance(self, entrance: Entrance) -> None:
        if self._shell is not None or self._over:
            return
        if entrance.is_waiting:
            self.watch_entrance(entrance)
        elif entrance.window is not None:
            self._save(entrance.window)

    def _save(self, window: QWidget) -> None:
        if window.grab().save(str(self._picture), "PNG"):
            self._end(0, f"已保存 saved {self._picture}")
        else:
            self._end(3, f"图片 {self._picture} 写不进去，请核对文件夹和权限。")

    def _end(self, status: int, sentence: str) -> None:
        if self._over:
            return
        self._over = True
        self.status = status
        _say(sentence, wrong=bool(status))
        QCoreApplication.quit()


def _say(sentence: str, *, wrong: bool = False) -> None:
    # A windowed build on Windows has no streams, and print knows that.
    print(sentence, file=sys.stderr if wrong else sys.stdout, flush=True)
