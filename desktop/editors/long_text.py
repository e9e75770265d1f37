"""The editor of a narrative: grows with the text from three to twelve lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from db.declare import Field
from desktop.editors.field_editor import EditorContext, FieldEditor
from desktop.theme import Theme

__all__ = ["LongTextEditor"]

_LEAST_LINES = 3
_MOST_LINES = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LongTextEditor(FieldEditor):
    """Many lines of text. Enter begins a line, Ctrl+Enter goes on to the next field.

    In an empty box Enter goes on, too: no narrative begins with an empty line.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.text = _GrowingText(context.theme, self)
        self._place(self.text)
        self.set_hint("Ctrl+回车到下一栏")
        self._known = ""
        self.text.textChanged.connect(self._changed)

    @property
    def value(self) -> object:
        return self.text.toPlainText()

    def set_value(self, value: object) -> None:
        text = self.field.kind.show(value)
        if text != self.text.toPlainText():
            self._known = text
            self.text.setPlainText(text)

    def _changed(self) -> None:
        # Composing in an input method says "changed" with the old text; that is no edit.
        self.text.fit()
        text = self.text.toPlainText()
        if text != self._known:
            self._known = text
            self.edited.emit()


class _GrowingText(QPlainTextEdit):
    """A text box as high as its text needs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text, between the least and the most lines."""
        lines = min(max(self._lines(), _LEAST_LINES), _MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + self._theme.px(20)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _lines(self) -> int:
        """Lines as wrapped, counted up to the most that matter."""
        layout = self.document().documentLayout()
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines < _MOST_LINES:
            layout.blockBoundingRect(block)  # lays the block out, which Qt puts off
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        first = self.document().firstBlock().layout()
        room = self.viewport().width() - 2 * self.document().documentMargin()
        if first.lineCount() and first.lineAt(0).width() > room + 1:
            self._wrap_again()

    def _wrap_again(self) -> None:
        """Break the lines anew: the style sheet has narrowed the box after they were broken."""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        goes_on = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and (goes_on or not self.toPlainText()):
            event.ignore()  # the page goes on to the next field
            return
        super().keyPressEvent(event)
