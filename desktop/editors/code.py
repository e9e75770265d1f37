"""The editor of one code of a list: typed by number, characters or pinyin initials."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.codes import code_list
from db.declare import Field
from desktop.editors.choice import Choice, code_choices, matching
from desktop.editors.field_editor import EditorContext
from desktop.editors.line import LineEditor
from desktop.editors.picking import Picking

__all__ = ["CodeEditor"]


class CodeEditor(LineEditor):
    """A line that shows the label and opens the list of codes below it.

    A click or F4 opens the whole list. What is typed filters it; Enter takes the first
    row. On leaving, a number, or words that fit one code only, become that code.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._list_name = field.list_name or ""
        self.line.watch(self)
        opener = self.line.addAction(
            context.theme.icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition
        )
        opener.setToolTip("打开可选项（F4）")
        opener.triggered.connect(self.open_list)
        self.set_hint("可输入编号、汉字或拼音首字母，F4 打开可选项")
        self.picking = Picking(
            self.line, context.theme, source=self._matching, chosen=self._choose, pause_ms=0
        )

    @property
    def value(self) -> object:
        text = self.line.text()
        return code_list(self._list_name).code_of(text) or text if text.strip() else None

    def shown(self, value: object) -> str:
        return self.field.kind.show(value)

    def settle(self) -> None:
        text = self.line.text().strip()
        if not text:
            return
        code = code_list(self._list_name).code_of(text)
        if code is not None:
            self.rewrite(self.field.kind.show(code))
        elif len(found := self._matching(text)) == 1:
            self._choose(found[0])

    def open_list(self) -> None:
        """Open the whole list, the bar on the present code."""
        self.line.setFocus()
        self.picking.open("", self.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and not self.line.hasSelectedText()
        ):
            if self.picking.is_open:
                self.picking.close()
            else:
                self.open_list()
        return super().eventFilter(watched, event)

    def _matching(self, text: str) -> Sequence[Choice]:
        return matching(code_choices(self._list_name, self.context.offers.today), text)

    def _choose(self, choice: Choice) -> None:
        self.rewrite(choice.title)
        self.edited.emit()
