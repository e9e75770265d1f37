"""Editors of several codes or several links: chips above, a line to add below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.codes import code_list
from db.declare import Field
from desktop.editors.choice import Choice, code_choices, matching
from desktop.editors.field_editor import EditorContext, FieldEditor
from desktop.editors.flow import Flow
from desktop.editors.link import offered_records, target_of, title_of
from desktop.editors.picking import Picking
from desktop.editors.watched_line import WatchedLine
from desktop.look.widgets import button

__all__ = ["CodesEditor", "LinksEditor"]

_CHIP_WIDTH, _CHIP_EDGES = 140, 46
"""Least room for the words of a chip, so that one fits beside a preview at normal type; and
what the chip takes beside them."""


class _ChipsEditor(FieldEditor):
    """Several chosen things. A click on a chip, or Backspace in the empty line, takes one away.

    ``value`` is a tuple of keys; a text still in the line counts as one more, so that
    nothing typed is lost and the draft can say what is wrong with it.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._chosen: list[str] = []
        self._chips = QWidget(self)
        self._flow = Flow(self._chips, context.theme.px(6))
        self._box.addWidget(self._chips)
        self._chips.hide()
        self.line = WatchedLine(self)
        self._place(self.line)
        self.line.watch(self)
        opener = self.line.addAction(
            context.theme.icon("plus"), QLineEdit.ActionPosition.TrailingPosition
        )
        opener.setToolTip("打开可选项（F4）")
        opener.triggered.connect(self.open_list)
        self.line.textEdited.connect(self._typed)
        self.picking = Picking(
            self.line,
            context.theme,
            source=self._offered,
            chosen=self._choose,
            pause_ms=self.pause_ms,
            moves_on=False,
        )

    pause_ms = 0

    @property
    def value(self) -> object:
        extra = [text] if (text := self.line.text().strip()) else []
        return (*self._chosen, *extra) or None

    @property
    def is_empty(self) -> bool:
        return not self.value

    def set_value(self, value: object) -> None:
        if isinstance(value, str):
            self._chosen = []
            self.line.setText(value)
        else:
            self._chosen = [str(one) for one in cast(Iterable[object], value or ())]
            self.line.clear()
        self._show()

    def settle(self) -> None:
        """Take a text that fits one thing only."""
        text = self.line.text().strip()
        found = [one for one in self._offered(text) if one.title == text] if text else []
        if len(found) == 1:
            self._choose(found[0])

    def open_list(self) -> None:
        """List everything that can be added."""
        self.line.setFocus()
        self.picking.open("")

    def words(self, key: str) -> str:
        """Give the words on the chip of a key."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.line.text()
            and self._chosen
        ):
            self._remove(self._chosen[-1])
            return True
        return super().eventFilter(watched, event)

    def _offered(self, text: str) -> Sequence[Choice]:
        raise NotImplementedError

    def _typed(self, text: str) -> None:
        del text
        self.edited.emit()

    def _choose(self, choice: Choice) -> None:
        key = str(choice.key)
        if key in self._chosen:
            self._chosen.remove(key)
        else:
            self._chosen.append(key)
        self.line.clear()
        self._show()
        self.edited.emit()

    def _remove(self, key: str, _checked: bool = False) -> None:
        self._chosen.remove(key)
        self._show()
        self.edited.emit()

    @property
    def _room(self) -> int:
        """The room for the words of one chip: the line, so that numbers can be told apart."""
        px = self.context.theme.px
        return max(px(_CHIP_WIDTH), self.width() - px(_CHIP_EDGES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chosen and event.size().width() != event.oldSize().width():
            self._show()

    def _show(self) -> None:
        self._flow.clear()
        room = self._room
        for key in self._chosen:
            words = self.words(key)
            fitting = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            chip = button(fitting, "chip", theme=self.context.theme, icon="x", tip=words)
            chip.setAccessibleName(f"移除 {words}")
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._remove, key))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._chosen))
        self.picking.ticked = frozenset(self._chosen)
        shown = "、".join(self.words(key) for key in self._chosen)
        self.set_hint(f"已选：{shown}" if shown else "未选，F4 打开可选项")


class CodesEditor(_ChipsEditor):
    """Several codes of one list."""

    def words(self, key: str) -> str:
        return code_list(self.field.list_name or "").label(key)

    def _offered(self, text: str) -> Sequence[Choice]:
        choices = code_choices(self.field.list_name or "", self.context.offers.today)
        return matching(choices, text)


class LinksEditor(_ChipsEditor):
    """Links to several records of one type."""

    pause_ms = 120

    def words(self, key: str) -> str:
        return title_of(self.context, target_of(self.field), key)

    def _offered(self, text: str) -> Sequence[Choice]:
        return offered_records(self.context, target_of(self.field), text)
