"""The editor of a link to another record: search as you type, F3 opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.declare import Field
from db.kinds import Link, Links, RecordId
from desktop.editors.choice import Choice
from desktop.editors.field_editor import EditorContext
from desktop.editors.line import LineEditor
from desktop.editors.picking import Picking

__all__ = ["LinkEditor", "offered_records", "target_of", "title_of"]


def target_of(field: Field) -> str:
    """Give the record type a link field points at."""
    return field.kind.target if isinstance(field.kind, Link | Links) else ""


def offered_records(context: EditorContext, target: str, text: str) -> list[Choice]:
    """Give the records of a type that match a text, as choices."""
    return [Choice(one.id, one.title, one.note) for one in context.offers.offer(target, text)]


def title_of(context: EditorContext, target: str, given: str) -> str:
    """Give the title of the record an id names; a text that is no id stays as it is."""
    is_id = len(given) == 36 and given.count("-") == 4
    return (context.offers.title(target, RecordId(given)) if is_id else "") or given


class LinkEditor(LineEditor):
    """A line that shows the title of the linked record and searches while typing.

    ``value`` is the id of the record chosen, or the text when none was chosen: the draft
    looks for a record of that number or title. F3 opens that record.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._target = target_of(field)
        self._chosen: RecordId | None = None
        self._chosen_title = ""
        self.line.setPlaceholderText("输入名称、编号或拼音首字母查找")
        self.line.watch(self)
        place = QLineEdit.ActionPosition.TrailingPosition
        self._search = self.line.addAction(context.theme.icon("search"), place)
        self._search.setToolTip("查找（F4）")
        self._search.triggered.connect(self.open_list)
        self.set_hint("输入名称、编号或拼音首字母查找，F4 列出，F3 打开所选记录")
        self.picking = Picking(self.line, context.theme, source=self._offered, chosen=self._choose)

    @property
    def value(self) -> object:
        text = self.line.text()
        if self._chosen is not None and text == self._chosen_title:
            return self._chosen
        return text

    def set_value(self, value: object) -> None:
        self._chosen, self._chosen_title = None, ""
        if isinstance(value, str) and value:
            title = title_of(self.context, self._target, value)
            if title != value:
                self._chosen, self._chosen_title = RecordId(value), title
            value = title
        super().set_value(value or "")

    def settle(self) -> None:
        """Take the record whose title was typed in full, if there is just one."""
        text = self.line.text().strip()
        if not text or self.value == self._chosen:
            return
        same = [one for one in self._offered(text) if one.title == text]
        if len(same) == 1:
            self._choose(same[0])

    def open_list(self) -> None:
        """List the likeliest records."""
        self.line.setFocus()
        self.picking.open("" if self._chosen else self.line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F3 and self._chosen:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.context.open_record(self._target, str(self._chosen))
                return True
        return super().eventFilter(watched, event)

    def _offered(self, text: str) -> Sequence[Choice]:
        return offered_records(self.context, self._target, text)

    def _choose(self, choice: Choice) -> None:
        self._chosen, self._chosen_title = RecordId(str(choice.key)), choice.title
        self.rewrite(choice.title)
        self.line.setCursorPosition(0)
        self.edited.emit()
