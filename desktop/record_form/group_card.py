"""One section of a form as a card: its title, its fields, its child rows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.drafts import Draft
from db.kinds import Rows
from desktop.editors import EditorContext
from desktop.look.widgets import Card, label
from desktop.record_form.field_grid import Cell, FieldGrid
from desktop.record_form.row_list import RowList
from desktop.record_form.section import Section

__all__ = ["GroupCard"]


class GroupCard(Card):
    """A card; ``changed`` gives the cell a person changed, ``rows_changed`` as rows do."""

    changed = Signal(object)
    rows_changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        draft: Draft,
        section: Section,
        context: EditorContext,
        label_px: int,
    ) -> None:
        super().__init__(context.theme, margins=(14, 10, 14, 12), spacing=6)
        self.setParent(parent)
        self.section = section
        self.body.addWidget(label(section.label, "h2"))
        plain = [f for f in section.fields if not isinstance(f.kind, Rows)]
        self._has_none = False
        self._is_away = False
        self._grid: FieldGrid | None = None
        if plain:
            self._grid = FieldGrid(self, draft, plain, context, label_px)
            self._grid.changed.connect(self.changed)
            self.body.addWidget(self._grid)
        self.row_lists = [
            RowList(self, draft, f, context, section.shape_of(f))
            for f in section.fields
            if isinstance(f.kind, Rows)
        ]
        for rows in self.row_lists:
            rows.changed.connect(self.changed)
            rows.rows_changed.connect(self.rows_changed)
            self.body.addWidget(rows)
        self.reflow()

    def cells(self) -> Iterator[Cell]:
        """Give the cells of the card, child rows included, in order."""
        if self._grid is not None:
            yield from self._grid.cells
        for rows in self.row_lists:
            yield from rows.cells()

    def blocks(self) -> Iterator[list[QWidget]]:
        """Give what can be gone to as one: the fields of the card, then each child row."""
        own = [] if self._grid is None else self._grid.cells
        if shown := [cell.editor for cell in own if cell.is_shown]:
            yield [*shown]
        for rows in self.row_lists:
            yield from rows.blocks()

    def reflow(self) -> bool:
        """Show or hide fields by their conditions; a card with none shown goes, too."""
        changed = [rows.reflow() for rows in self.row_lists]
        if self._grid is not None:
            changed.append(self._grid.reflow())
        shown = bool(self.row_lists) or any(cell.is_shown for cell in self.cells())
        if shown == self._has_none:
            self._has_none = not shown
            self._settle()
        return any(changed)

    def put_away(self, away: bool) -> None:
        """Take the card off the form while another step of the work shows, or back."""
        if away != self._is_away:
            self._is_away = away
            self._settle()

    @property
    def is_away(self) -> bool:
        """Say whether the card belongs to a step that does not show now."""
        return self._is_away

    def _settle(self) -> None:
        self.setVisible(not (self._has_none or self._is_away))
