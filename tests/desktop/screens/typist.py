"""A clerk at a real window who has no mouse: every key goes to the window that has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.editors import FieldEditor
from desktop.record_form.field_grid import editor_around

__all__ = ["Typist"]

ENTER = Qt.Key.Key_Return
_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Presses keys and counts them; what is committed by the input method is not counted."""

    def __init__(self) -> None:
        self.keys = 0

    @property
    def editor(self) -> FieldEditor | None:
        """The editor of the field the cursor is in."""
        return editor_around(QApplication.focusWidget())

    @property
    def field(self) -> str:
        """The name of that field, "" outside of any."""
        editor = self.editor
        return "" if editor is None else editor.objectName()

    def press(self, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
        """Press one key in the window that has the focus; a chord counts as one."""
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, key, (_CTRL if ctrl else _NONE) | (_SHIFT if shift else _NONE))
        self.keys += 1

    def type(self, text: str) -> None:
        """Type digits and letters by keys, each counted, and commit Chinese, which is not."""
        for sign in text:
            if sign.isascii():
                # Digits and capital letters have their own character as their code.
                self.press(Qt.Key(ord(sign.upper())))
            else:
                self.tell(sign)

    def tell(self, text: str) -> None:
        """Give a name or a narrative as an input method does; none of it is counted."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QGuiApplication.focusObject(), event)
