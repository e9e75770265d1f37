"""One-line editors: plain text, checked numbers that are text, names, amounts, times."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.declare import Field
from db.kinds import CheckedText, half_width
from desktop.editors.field_editor import EditorContext, FieldEditor
from desktop.editors.watched_line import WatchedLine
from desktop.look.widgets import label

__all__ = ["AmountEditor", "CheckedEditor", "CountEditor", "LineEditor", "TimeEditor"]

_Latin = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText


class LineEditor(FieldEditor):
    """One line of text. No validator: those swallow what an input method commits."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line = WatchedLine(self)
        self._place(self.line)
        self.line.textEdited.connect(self._typed)

    @property
    def value(self) -> object:
        return self.line.text()

    def set_value(self, value: object) -> None:
        text = self.shown(value)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)  # or a long text would show its tail

    def set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)

    def shown(self, value: object) -> str:
        """Give the text that stands for a value, or the unread text itself."""
        return value if isinstance(value, str) else self.field.kind.show(value)

    def settle(self) -> None:
        """Show the usual form of what was typed: 1,250 becomes 1250.00."""
        try:
            value = self.field.kind.read(self.value)
        except ValueError:
            return
        self.rewrite(self.shown(value))

    def rewrite(self, text: str) -> None:
        """Change the text as if typed, so that Ctrl+Z takes it back; nothing is emitted."""
        if text == self.line.text():
            return
        at = self.line.cursorPosition() - len(self.line.text())
        blocked = self.line.blockSignals(True)
        self.line.selectAll()
        self.line.insert(text)
        self.line.blockSignals(blocked)
        self.line.setCursorPosition(max(0, len(text) + at))

    def _typed(self, text: str) -> None:
        del text
        self.edited.emit()


class CheckedEditor(LineEditor):
    """ID numbers, credit codes, phones, postcodes: full-width and spaces tidied at once."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line.setInputMethodHints(_Latin)

    def _typed(self, text: str) -> None:
        kind = self.field.kind
        if isinstance(kind, CheckedText):
            self.rewrite(kind.tidy(text))
        self.edited.emit()


class CountEditor(LineEditor):
    """A whole number."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line.setInputMethodHints(_Latin)

    def _typed(self, text: str) -> None:
        self.rewrite(half_width(text))
        self.edited.emit()


class AmountEditor(CountEditor):
    """A decimal, or an amount of money with 元 at its end."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        if field.kind.name == "money":
            unit = label("元", "muted")
            box = QHBoxLayout(self.line)
            box.setContentsMargins(0, 0, context.theme.px(8), 0)
            box.addStretch(1)
            box.addWidget(unit)
            self.line.setTextMargins(0, 0, context.theme.px(20), 0)


class TimeEditor(CountEditor):
    """A time of day, typed as 1430, 14:30 or 14时30分."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line.setPlaceholderText("如 1430")
