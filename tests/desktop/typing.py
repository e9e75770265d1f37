"""Typing as a person does: Chinese comes from an input method, letters from keys.

`QTest.keyClicks` aborts the whole process on characters outside Latin-1, so committed
text goes in as an input method event.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

__all__ = ["compose", "press", "type_text"]


def type_text(widget: QWidget, text: str) -> None:
    """Type a text into a widget: ASCII by keys, everything else committed by input method."""
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(widget, sign)
        else:
            _commit(widget, sign)


def compose(widget: QWidget, spelling: str, text: str = "") -> None:
    """Compose in an input method; without `text` the composition stays open."""
    QApplication.sendEvent(widget, QInputMethodEvent(spelling, []))
    if text:
        _commit(widget, text)


def press(widget: QWidget, key: Qt.Key, *, shift: bool = False, ctrl: bool = False) -> None:
    """Press one key, with Shift or Ctrl held."""
    held = Qt.KeyboardModifier.NoModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    if ctrl:
        held |= Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(widget, key, held)


def _commit(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
