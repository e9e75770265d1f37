"""The fields of one draft in two columns: label, editor, problem below the editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from db.declare import Field
from db.drafts import Draft
from desktop.editors import EditorContext, FieldEditor, is_wide, make_editor
from desktop.theme import Theme

__all__ = ["Cell", "FieldGrid", "caption", "editor_around", "label_width", "take_person"]

_LEAST_LABEL = 86
_MOST_LABEL = 114


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One field on the screen: its draft, its declaration, its editor and its label."""

    draft: Draft
    field: Field
    editor: FieldEditor
    caption: QLabel

    @property
    def is_shown(self) -> bool:
        """Say whether the field has its place on the form now."""
        return not self.editor.isHidden()

    def show_value(self) -> None:
        """Show what the draft holds: the text that could not be read, else the value."""
        unread = self.draft.unread.get(self.field.name)
        self.editor.set_value(unread[0] if unread else self.draft.values.get(self.field.name))

    @property
    def is_filled(self) -> bool:
        """Say whether a value or an unread text stands in the field."""
        name = self.field.name
        return self.draft.values.get(name) not in (None, ()) or name in self.draft.unread

    @property
    def speaks(self) -> bool:
        """Say whether the field has something to say: a value, or a problem."""
        return self.is_filled or bool(self.editor.problem[1])

    def wanted(self) -> bool:
        """Say whether the field is to be shown: its condition holds, or it says something."""
        condition = self.field.shown_when
        return condition is None or condition.holds(self.draft.values) or self.speaks


def editor_around(widget: QWidget | None) -> FieldEditor | None:
    """Give the editor a widget is part of, its calendar included; None outside of any."""
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget


def label_width(fields: Sequence[Field], theme: Theme) -> int:
    """Give one width for the labels of a form, so that its cards stand in line."""
    metrics = QFontMetrics(QLabel().font())
    widest = max((metrics.horizontalAdvance(f"* {f.label}") for f in fields), default=0)
    return min(max(widest, theme.px(_LEAST_LABEL)), theme.px(_MOST_LABEL))


def caption(parent: QWidget, f: Field, theme: Theme) -> QLabel:
    """Give the label of a field, with a red star when it must be filled in."""
    made = QLabel(parent)
    made.setProperty("role", "field")
    made.setWordWrap(True)
    if f.required:
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setText(f"<span style='color:{theme.hex('danger')}'>*</span> {f.label}")
    else:
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setText(f.label)
    if f.source or f.help:
        made.setToolTip("\n".join(text for text in (f.help, f.source) if text))
    return made


def take_person(cells: Sequence[Cell], named: Cell, values: Mapping[str, object]) -> list[Cell]:
    """Fill the empty fields beside a name with what is known of the person chosen.

    Gives the cells filled. Only fields of the same card, so that the applicant's number
    never lands with the respondent.
    """
    filled: list[Cell] = []
    for cell in cells:
        value = values.get(cell.field.name)
        if cell is not named and value is not None and cell.editor.is_empty:
            cell.editor.set_value(value)
            filled.append(cell)
    return filled


class FieldGrid(QWidget):
    """Fields two by two; a narrative and what ``wide`` says take the whole width.

    ``changed`` gives the cell a person has changed.
    """

    changed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        draft: Draft,
        fields: Sequence[Field],
        context: EditorContext,
        label_px: int,
    ) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._label_px = label_px
        self._placed: tuple[bool, ...] = ()
        self._folded: frozenset[str] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(10))
        self._grid.setVerticalSpacing(context.theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.cells = [self._make(draft, f, context) for f in fields]
        self.reflow()

    def fold(self, fields: Sequence[Field]) -> None:
        """Put these fields away while they say nothing; none: show them all."""
        self._folded = frozenset(f.name for f in fields)
        self.reflow()

    def _is_folded(self, cell: Cell) -> bool:
        """Whether a field is put away: what it was given by default needs no look."""
        if cell.field.name not in self._folded or cell.editor.problem[1]:
            return False
        default = cell.field.default
        usual = default is not None and cell.draft.values.get(cell.field.name) == default
        return usual or not cell.is_filled

    def reflow(self) -> bool:
        """Give every field that is to be shown its place; say whether any place changed."""
        wanted = tuple(cell.wanted() and not self._is_folded(cell) for cell in self.cells)
        if wanted == self._placed:
            return False
        self._placed = wanted
        line = column = 0
        for cell, shown in zip(self.cells, wanted, strict=True):
            self._grid.removeWidget(cell.caption)
            self._grid.removeWidget(cell.editor)
            # A show() before the page shows would make the style sheet work twice.
            if shown == cell.editor.isHidden():
                cell.caption.setVisible(shown)
                cell.editor.setVisible(shown)
            if not shown:
                continue
            wide = is_wide(cell.field)
            if wide and column:
                line, column = line + 1, 0
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(cell.caption, line, column * 2, top)
            self._grid.addWidget(cell.editor, line, column * 2 + 1, 1, 3 if wide else 1, top)
            column += 2 if wide else 1
            if column > 1:
                line, column = line + 1, 0
        return True

    def _make(self, draft: Draft, f: Field, context: EditorContext) -> Cell:
        made = caption(self, f, self._theme)
        made.setFixedWidth(self._label_px)
        made.setMinimumHeight(self._theme.px(32))
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor = make_editor(f, context, self)
        cell = Cell(draft, f, editor, made)
        made.setBuddy(editor.keys)
        cell.show_value()
        editor.edited.connect(partial(self.changed.emit, cell))
        editor.person_chosen.connect(partial(self._take_person, cell))
        return cell

    def _take_person(self, named: Cell, values: Mapping[str, object]) -> None:
        for cell in take_person(self.cells, named, values):
            self.changed.emit(cell)
