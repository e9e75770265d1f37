"""The line all one-line editors type into."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

__all__ = ["WatchedLine"]


class WatchedLine(QLineEdit):
    """A line whose event filters watch only while it has the focus.

    A form has a hundred lines; filters in Python that saw every event of each of them
    took a fifth of the time it needs to open.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._watchers: list[QObject] = []

    def watch(self, watcher: QObject) -> None:
        """Let an object filter the events from the next time the line gets the focus."""
        self._watchers.append(watcher)
        if self.hasFocus():
            self.installEventFilter(watcher)

    def focusInEvent(self, event: QFocusEvent) -> None:
        for watcher in self._watchers:
            self.installEventFilter(watcher)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            for watcher in self._watchers:
                self.removeEventFilter(watcher)
