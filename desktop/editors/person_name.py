"""The editor of a person's name, which offers people met before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.declare import Field
from desktop.editors.choice import Choice
from desktop.editors.field_editor import EditorContext
from desktop.editors.line import LineEditor
from desktop.editors.picking import Picking

__all__ = ["PersonNameEditor"]

_LETTERS_BEFORE_OFFERING = 2


class PersonNameEditor(LineEditor):
    """A name. After two letters (characters or pinyin initials) repeat people are offered.

    Choosing one emits ``person_chosen`` with what is known of them, field name → value;
    the form fills the empty fields of the same card. Enter takes an offer only after ↓,
    since most names typed are of new people.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.picking = Picking(
            self.line,
            context.theme,
            source=self._offered,
            chosen=self._choose,
            least=_LETTERS_BEFORE_OFFERING,
            marks_first=False,
        )

    def _offered(self, text: str) -> Sequence[Choice]:
        people = self.context.offers.offer_people(text)
        return [Choice(dict(one.values), one.name, one.note) for one in people if one.name]

    def _choose(self, choice: Choice) -> None:
        self.rewrite(choice.title)
        self.edited.emit()
        self.person_chosen.emit(choice.key)
