"""Choosing from a list while typing into a one-line field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.editors.choice import Choice
from desktop.editors.offer_list import OfferList
from desktop.editors.watched_line import WatchedLine
from desktop.theme import Theme

__all__ = ["Picking"]

_PAUSE_MS = 120
_OPENERS = (Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Up)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Picking(QObject):
    """Opens the list under ``line`` while typing and hands the choice to ``chosen``.

    source(text): the choices for a text. least: letters typed before it opens by itself.
    marks_first: whether Enter takes the first row unless another was marked. moves_on:
    whether the Enter that takes a row also goes on to the next field.
    Keys: ↓ ↑ F4 open and move, Enter and Tab take the marked row, Esc closes. The text is
    committed text only, so an input method that composes opens nothing.
    """

    def __init__(
        self,
        line: WatchedLine,
        theme: Theme,
        *,
        source: Callable[[str], Sequence[Choice]],
        chosen: Callable[[Choice], None],
        least: int = 1,
        pause_ms: int = _PAUSE_MS,
        marks_first: bool = True,
        moves_on: bool = True,
    ) -> None:
        super().__init__(line)
        self._line = line
        self._theme = theme
        self._source = source
        self._chosen = chosen
        self._least = least
        self._marks_first = marks_first
        self._moves_on = moves_on
        self._list: OfferList | None = None
        self._moved = False
        self.under: QWidget = line
        self.ticked: frozenset[object] = frozenset()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._look)
        line.textEdited.connect(self._typed)
        line.watch(self)

    @property
    def is_open(self) -> bool:
        """Say whether the list is on the screen."""
        return self._list is not None and self._list.isVisible()

    @property
    def offered(self) -> Sequence[Choice]:
        """Give what the list holds now."""
        return self._list.choices if self._list is not None and self.is_open else ()

    def open(self, text: str = "", mark: object = None) -> None:
        """Open the list with the choices for a text, the bar on ``mark``."""
        window = self._line.window()
        if self._list is None or self._list.parentWidget() is not window:
            self._list = OfferList(self._theme, window)
            self._list.picked.connect(self._take)
            self.destroyed.connect(self._list.deleteLater)
        self._list.offer(self._source(text), self.under, self.ticked)
        if mark is not None:
            self._list.mark(mark)
        elif self._marks_first and text:
            self._list.mark_first()

    def close(self) -> None:
        """Close the list; what is typed stays."""
        self._pause.stop()
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # F4 and Esc are keys of the page, too: while they mean the list, it has them.
            if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Escape and self.is_open):
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.close()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.is_open and key in _OPENERS:
            self._open_by_key(marks=key == Qt.Key.Key_Down)
            return True
        if not self.is_open and not self._pause.isActive():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._moved = True
            if self._list is not None:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.close()
            return True
        if key in _ENTER or (key == Qt.Key.Key_Tab and self._moved):
            self._look_now()
            took = self._list is not None and self.is_open and self._list.pick_current()
            return took and key in _ENTER and not self._moves_on
        return False

    def _open_by_key(self, *, marks: bool) -> None:
        """Open the whole list, or, while a text is being looked for, what matches it.

        marks: the bar goes on the first row at once, as ↓ does; F4 only looks.
        """
        searching = self._pause.isActive() or self._least > 1
        self._pause.stop()
        self.open(self._line.text() if searching else "")
        if (searching or marks) and self._list is not None and self.is_open:
            self._moved = marks
            self._list.mark_first()

    def _typed(self, text: str) -> None:
        if len(text.strip()) < self._least:
            self.close()
            return
        self._moved = False
        if self._pause.interval():
            self._pause.start()
        else:
            self._look()

    def _look(self) -> None:
        if self._line.hasFocus():
            self.open(self._line.text())

    def _look_now(self) -> None:
        """Bring a list up to date whose pause has not passed yet: fast typists press Enter."""
        if self._pause.isActive():
            self._pause.stop()
            self.open(self._line.text())

    def _take(self, choice: object) -> None:
        self.close()
        if isinstance(choice, Choice):
            self._chosen(choice)
