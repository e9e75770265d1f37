"""One small child row as a line of a grid, and the heading above such lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.declare import RecordType
from db.drafts import Draft
from desktop.editors import EditorContext, make_editor
from desktop.record_form.entry import editable
from desktop.record_form.field_grid import Cell, caption, take_person
from desktop.record_form.row_tools import RowTools
from desktop.theme import Theme

__all__ = ["RowLine", "line_heading"]

_TOOLS_WIDTH = 92


def line_heading(parent: QWidget, kind: RecordType, theme: Theme) -> QWidget:
    """Give the labels that stand above the lines of a grid of child rows."""
    made = QWidget(parent)
    box = _box(made, theme)
    for f in editable(kind):
        above = caption(made, f, theme)
        above.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        above.setMinimumWidth(1)
        box.addWidget(above, 1)
    box.addSpacing(theme.px(_TOOLS_WIDTH))
    return made


def _box(of: QWidget, theme: Theme) -> QHBoxLayout:
    box = QHBoxLayout(of)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.px(6))
    return box


class RowLine(QWidget):
    """A child row with few fields; ``changed`` gives the cell a person has changed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, draft: Draft, context: EditorContext) -> None:
        super().__init__(parent)
        self.draft = draft
        self.tools = RowTools(context.theme)
        self.tools.setFixedWidth(context.theme.px(_TOOLS_WIDTH))
        self.cells: list[Cell] = []
        box = _box(self, context.theme)
        top = Qt.AlignmentFlag.AlignTop
        for f in editable(draft.type):
            editor = make_editor(f, context, self)
            editor.setMinimumWidth(1)
            cell = Cell(draft, f, editor, caption(self, f, context.theme))
            cell.caption.hide()
            cell.show_value()
            editor.edited.connect(partial(self.changed.emit, cell))
            editor.person_chosen.connect(partial(self._take_person, cell))
            box.addWidget(editor, 1, top)
            self.cells.append(cell)
        box.addWidget(self.tools, 0, top)

    def reflow(self) -> bool:
        """Leave every field where it is: the columns of a grid do not come and go."""
        return False

    def _take_person(self, named: Cell, values: Mapping[str, object]) -> None:
        for cell in take_person(self.cells, named, values):
            self.changed.emit(cell)

    def name_it(self, place: int) -> None:
        """Say nothing: a line shows its fields."""
        del place
