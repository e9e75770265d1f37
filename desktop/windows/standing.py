"""What the status bar tells of the ledger: whose it is, what waits to go out, the last backup."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from db.faults import Fault
from desktop.moments import day_and_time
from desktop.windows.status_bar import Fact, StatusBar

if TYPE_CHECKING:
    from db.ledger import Backup, Ledger, Standing
    from desktop.page import Desk
    from desktop.work import Step

__all__ = ["StandingFacts"]

_PAUSE_MS: Final = 200
"""After the first paint and after a change: nobody waits for these facts."""
_BACKUP_DAYS: Final = 7
_BACKUP_PAUSE_MS: Final = 60_000
"""The daily backup waits until the morning's first minute of work is over."""


class StandingFacts(QObject):
    """Fills the status bar; what must be read from disk is read by a worker."""

    def __init__(self, desk: Desk, bar: StatusBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._bar = bar
        self._state = Fact("lock", "ok", "已加密保存在本机")
        self._standing: Standing | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._read)
        desk.changes.happened.connect(self.refresh)
        self._daily = QTimer(self)
        self._daily.setSingleShot(True)
        self._daily.setInterval(_BACKUP_PAUSE_MS)
        self._daily.timeout.connect(self.back_up)
        self._daily.start()
        self._show()

    def say_state(self, state: Fact) -> None:
        """Say how the ledger is kept, beside whose it is."""
        self._state = state
        self._show()

    def refresh(self) -> None:
        """Read anew a moment later."""
        self._soon.start()

    def back_up(self) -> None:
        """Make the day's backup in a worker, if there is none yet."""
        self._desk.work.run(_back_up, self._backed_up, self._miss, key="daily backup")

    def _backed_up(self, _made: object) -> None:
        self.refresh()

    def _read(self) -> None:
        self._desk.work.run(_standing, self._take, self._miss, key="standing")

    def _miss(self, error: Exception) -> None:
        """Tell nothing of what cannot be read now; the page that needs it will say why."""
        if not isinstance(error, Fault):
            raise error

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        self._show()

    def _show(self) -> None:
        ledger = self._desk.ledger
        left = [Fact("landmark", "text2", f"{ledger.name}　{ledger.code}"), self._state]
        right: list[Fact] = []
        if self._standing is not None:
            if ledger.kind != "county":
                left.append(_reporting(self._standing))
            right.append(_backup(self._standing))
        self._bar.show_facts(left, right)


def _standing(ledger: Ledger, _step: Step) -> Standing:
    return ledger.carry.standing()


def _back_up(ledger: Ledger, _step: Step) -> Backup | None:
    made: Backup | None = import_module("db.ledger").back_up_daily(ledger)
    return made


def _reporting(standing: Standing) -> Fact:
    when = f"上次导出 {day_and_time(standing.reported)}" if standing.reported else "还没有导出过"
    if not standing.waiting:
        return Fact("usb", "ok", f"没有待上报的修改（{when}）")
    return Fact("usb", "warn", f"{standing.waiting} 处修改待上报（{when}）")


def _backup(standing: Standing) -> Fact:
    made = standing.backed_up
    if made is None:
        return Fact("save", "warn", "还没有备份")
    old = made.astimezone() + timedelta(days=_BACKUP_DAYS) < datetime.now().astimezone()
    return Fact("save", "warn" if old else "ok", f"上次备份 {day_and_time(made)}")
