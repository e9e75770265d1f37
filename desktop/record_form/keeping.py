"""Keeps a draft while it is being typed, so that no crash and no leaving loses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

__all__ = ["DraftKeeper"]

PAUSE_MS = 800


class DraftKeeper(QObject):
    """Calls ``keep`` once the typing has paused for 0.8 s, or at once when told to."""

    def __init__(self, parent: QObject, keep: Callable[[], object]) -> None:
        super().__init__(parent)
        self._keep = keep
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._kept)
        self._waits = False

    @property
    def waits(self) -> bool:
        """Say whether something typed is not kept yet."""
        return self._waits

    def touch(self) -> None:
        """Something was typed."""
        self._waits = True
        self._pause.start()

    def keep_now(self) -> None:
        """Keep what waits, without waiting for a pause: a field or the page is left."""
        if self._waits:
            self._kept()

    def forget(self) -> None:
        """Nothing waits any more: it was saved."""
        self._waits = False
        self._pause.stop()

    def _kept(self) -> None:
        self._waits = False
        self._pause.stop()
        self._keep()
