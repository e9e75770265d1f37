"""Child rows on the form: as stacked cards, or small ones as lines of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.declare import Field
from db.drafts import Draft
from db.kinds import Rows
from desktop.editors import EditorContext, is_wide
from desktop.look.widgets import button, column, label, row
from desktop.record_form.entry import editable
from desktop.record_form.field_grid import Cell, label_width
from desktop.record_form.row_card import RowCard
from desktop.record_form.row_line import RowLine, line_heading
from desktop.record_form.section import RowShape, rows_type

__all__ = ["RowList", "is_small"]

_MOST_IN_A_LINE = 6


def is_small(f: Field, shape: RowShape) -> bool:
    """Say whether the rows of a field fit in one line each: few fields, no narrative."""
    if not isinstance(f.kind, Rows) or shape.shown:
        return False
    fields = editable(rows_type(f))
    return len(fields) <= _MOST_IN_A_LINE and not any(is_wide(one) for one in fields)


class RowList(QWidget):
    """The child rows of one field, with buttons to add, move and take away.

    A row taken away can be put back until the next one goes. ``changed`` gives the cell
    a person has changed, ``rows_changed`` that rows came, went or moved.
    """

    changed = Signal(object)
    rows_changed = Signal()

    def __init__(
        self, parent: QWidget, draft: Draft, f: Field, context: EditorContext, shape: RowShape
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self.field = f
        self.setObjectName(f.name)
        self._context = context
        self._shape = shape
        self._target = rows_type(f)
        self._small = is_small(f, shape)
        self._label_px = label_width(shape.fields(self._target), context.theme)
        self._rows: list[RowCard | RowLine] = []
        self._taken: tuple[int, Draft] | None = None
        self._heading: QWidget | None = None
        self._lay_out()
        self._fill()

    @property
    def rows(self) -> Sequence[RowCard | RowLine]:
        """Give the rows as they stand."""
        return self._rows

    @property
    def first(self) -> QWidget:
        """Give what takes the keys first: a field of the first row, or the button to add one."""
        return next((cell.editor for cell in self.cells()), self.add_button)

    @property
    def is_fixed(self) -> bool:
        """Say whether rows are made in another section and only shown here."""
        return self._shape.fixed

    def cells(self) -> Iterator[Cell]:
        """Give the cells of all rows, in order."""
        for one in self._rows:
            yield from one.cells

    def blocks(self) -> Iterator[list[QWidget]]:
        """Give the editors of each row, or the button to add one where there is none."""
        if not self._rows:
            yield [] if self._shape.fixed else [self.add_button]
        for one in self._rows:
            yield [cell.editor for cell in one.cells if cell.is_shown]

    def reflow(self) -> bool:
        """Show or hide fields by their conditions; say whether any place changed."""
        changed = [one.reflow() for one in self._rows]
        return any(changed)

    def set_problem(self, severity: str, message: str) -> None:
        """Show a problem of the rows as a whole (none given, too many); "" takes it away."""
        self.message.setProperty("role", "error" if severity == "error" else "warning")
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.add_button.setAccessibleDescription(message)

    def follow(self) -> None:
        """Show the rows the draft has now: another section may have made or removed some."""
        if [one.draft for one in self._rows] != self._drafts():
            self._fill()

    def rename(self) -> None:
        """Show what names each row in its heading again."""
        for place, one in enumerate(self._rows):
            one.name_it(place)

    def add(self) -> None:
        """Append an empty row and put the cursor in it."""
        self.draft.add_row(self.field.name)
        self._fill()
        self._rows[-1].cells[0].editor.setFocus()
        self.rows_changed.emit()

    def take_away(self, draft: Draft) -> None:
        """Take a row away; it can be put back."""
        place = self._drafts().index(draft)
        self._taken = place, self.draft.remove_row(self.field.name, place)
        self._put_back.show()
        # The button pressed goes with its row; the cursor must not go to where Qt likes.
        self._put_back.setFocus()
        self._fill()
        self.rows_changed.emit()

    def put_back(self) -> None:
        """Put the row taken away last back to its place."""
        if self._taken is None:
            return
        place, taken = self._taken
        self.draft.removed = [one for one in self.draft.removed if one is not taken]
        self._drafts().insert(place, taken)
        self._taken = None
        self._fill()
        self._rows[place].cells[0].editor.setFocus()
        self._put_back.hide()
        self.rows_changed.emit()

    def move_row(self, draft: Draft, step: int) -> None:
        """Move a row up (-1) or down (1)."""
        drafts = self._drafts()
        place = drafts.index(draft)
        if 0 <= place + step < len(drafts):
            drafts.insert(place + step, drafts.pop(place))
            self._fill()
            self.rows_changed.emit()

    def _drafts(self) -> list[Draft]:
        return self.draft.rows.setdefault(self.field.name, [])

    def _lay_out(self) -> None:
        theme = self._context.theme
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(4 if self._small else 8))
        self.message = label("", "error", wrap=True)
        self.message.hide()
        # One of 各次调解记录 is a 调解记录.
        one = self.field.label.removeprefix("各次")
        self.add_button = button(f"添加{one}", "link", theme=theme, icon="plus")
        self.add_button.clicked.connect(self.add)
        self._put_back = button("撤销移除", "link", theme=theme, icon="undo-2")
        self._put_back.clicked.connect(self.put_back)
        self._put_back.hide()
        if self._shape.fixed:
            self.add_button.hide()
        foot = row(theme, self.add_button, self._put_back, None)
        self.setLayout(column(theme, self.message, self._box, foot, spacing=6))

    def _fill(self) -> None:
        """Make the widgets of the rows agree with the draft, keeping those that stay."""
        known = {one.draft.id: one for one in self._rows}
        self._rows = [known.pop(one.id, None) or self._made(one) for one in self._drafts()]
        for gone in known.values():
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if self._small and self._heading is None:
            self._heading = line_heading(self, self._target, self._context.theme)
            self._box.insertWidget(0, self._heading)
        if self._heading is not None:
            self._heading.setVisible(bool(self._rows))
        first = 0 if self._heading is None else 1
        for place, one in enumerate(self._rows):
            if self._box.indexOf(one) != place + first:
                self._box.removeWidget(one)
                self._box.insertWidget(place + first, one)
            one.tools.place(place, len(self._rows) - 1)
        self.rename()

    def _made(self, draft: Draft) -> RowCard | RowLine:
        made = (
            RowLine(self, draft, self._context)
            if self._small
            else RowCard(self, draft, self._context, self._label_px, self._shape)
        )
        made.tools.setVisible(not self._shape.fixed)
        made.changed.connect(self.changed)
        made.tools.step_asked.connect(partial(self.move_row, draft))
        made.tools.removal_asked.connect(partial(self.take_away, draft))
        return made
