"""The editor of a yes/no question that may be unanswered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.declare import Field
from desktop.editors.field_editor import EditorContext, FieldEditor
from desktop.look.widgets import button

__all__ = ["FlagEditor"]

_ANSWERS: tuple[tuple[bool | None, str], ...] = ((True, "是"), (False, "否"), (None, "未填"))
_KEYS = {
    Qt.Key.Key_1: True, Qt.Key.Key_Y: True, Qt.Key.Key_S: True,
    Qt.Key.Key_0: False, Qt.Key.Key_2: False, Qt.Key.Key_N: False, Qt.Key.Key_F: False,
    Qt.Key.Key_Delete: None, Qt.Key.Key_Backspace: None,
}  # fmt: skip


class FlagEditor(FieldEditor):
    """Three buttons in a row, 是 否 未填; one of them stands for the field in the Tab order.

    Keys: ← → move, 1/Y 是, 0/N 否, Backspace 未填.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._value: bool | None = None
        self._unread = ""
        self._buttons: dict[bool | None, QPushButton] = {}
        holder = QWidget(self)
        box = QHBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(context.theme.px(4))
        for answer, word in _ANSWERS:
            # Not answered is no answer: it is not lit as one.
            made = button(
                word, "bare" if answer is None else "chip", theme=context.theme, checkable=True
            )
            made.setAccessibleName(f"{field.label} {word}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self._answer, answer))
            made.installEventFilter(self)
            box.addWidget(made)
            self._buttons[answer] = made
        box.addStretch(1)
        self._place(holder, self._buttons[None])
        self._keys.setAccessibleName(f"{field.label} 未填")
        self._show()

    @property
    def value(self) -> object:
        return self._unread or self._value

    def set_value(self, value: object) -> None:
        self._unread = value if isinstance(value, str) else ""
        self._value = value if isinstance(value, bool) else None
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._answer(_KEYS[key])
                return True
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                answers = [answer for answer, _ in _ANSWERS]
                step = 1 if key == Qt.Key.Key_Right else -1
                self._answer(answers[(answers.index(self._value) + step) % len(answers)])
                return True
        return super().eventFilter(watched, event)

    def _answer(self, answer: bool | None, _checked: bool = False) -> None:
        self._unread = ""
        self._value = answer
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        """Tick the answer; its button alone takes the focus, so Tab stops once per field."""
        had_focus = any(one.hasFocus() for one in self._buttons.values())
        chosen = self._buttons[self._value]
        for answer, one in self._buttons.items():
            one.setChecked(answer is self._value)
            one.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if one is chosen else Qt.FocusPolicy.NoFocus
            )
        if chosen is not self._keys:
            self._keys = self._marked = chosen
            self.setFocusProxy(chosen)
            self._describe()
        if had_focus:
            chosen.setFocus()
