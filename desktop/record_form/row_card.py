"""One child row as a card of its own, headed by its number and name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from db.declare import Field
from db.drafts import Draft
from db.kinds import Link
from desktop.editors import EditorContext, title_of
from desktop.look.widgets import button, column, label, row
from desktop.record_form.entry import editable
from desktop.record_form.field_grid import Cell, FieldGrid
from desktop.record_form.row_tools import RowTools
from desktop.record_form.section import RowShape

__all__ = ["RowCard"]


class RowCard(QFrame):
    """A child row with many fields; ``changed`` gives the cell a person has changed."""

    changed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        draft: Draft,
        context: EditorContext,
        label_px: int,
        shape: RowShape,
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self.tools = RowTools(context.theme)
        self._context = context
        self._title = label("", "muted")
        fields = shape.fields(draft.type)
        self._grid = FieldGrid(self, draft, fields, context, label_px)
        self._grid.changed.connect(self.changed)
        self._fold = button("更多栏目", "link", theme=context.theme, icon="chevron-down")
        self._fold.clicked.connect(self.unfold)
        folded = [f for f in fields if shape.is_folded(f)]
        self._fold.setVisible(bool(folded))
        if folded:
            self._grid.fold(folded)
        self.setProperty("role", "row_card")
        head = row(context.theme, self._title, None, self._fold, self.tools)
        self.setLayout(column(context.theme, head, self._grid, spacing=4, margins=(10, 4, 6, 10)))

    @property
    def cells(self) -> list[Cell]:
        """Give the cells of the row, in order."""
        return self._grid.cells

    def unfold(self) -> None:
        """Show every field of the row."""
        self._fold.hide()
        self._grid.fold(())

    def reflow(self) -> bool:
        """Show or hide fields by their conditions; say whether any place changed."""
        return self._grid.reflow()

    def name_it(self, place: int) -> None:
        """Head the card with its number and what names the row to people."""
        first = editable(self.draft.type)[0].name
        names = dict.fromkeys((first, *self.draft.type.title))
        shown = (self._words(self.draft.type.by_name[name]) for name in names)
        self._title.setText("　".join((f"第 {place + 1} 项", *filter(None, shown))))

    def _words(self, f: Field) -> str:
        value = self.draft.values.get(f.name)
        if isinstance(f.kind, Link):
            return title_of(self._context, f.kind.target, str(value)) if value else ""
        return f.kind.show(value)
