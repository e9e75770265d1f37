"""One widget per kind of field, and the table that says which.

Editors know kinds, never record types. A new kind needs one file here and one line below.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.declare import Field
from db.kinds import Text
from desktop.editors.chips import CodesEditor, LinksEditor
from desktop.editors.code import CodeEditor
from desktop.editors.day import DateEditor
from desktop.editors.field_editor import EditorContext, FieldEditor, Maker
from desktop.editors.flag import FlagEditor
from desktop.editors.line import (
    AmountEditor,
    CheckedEditor,
    CountEditor,
    LineEditor,
    TimeEditor,
)
from desktop.editors.link import LinkEditor, title_of
from desktop.editors.long_text import LongTextEditor
from desktop.editors.offers import Offers
from desktop.editors.person_name import PersonNameEditor

__all__ = [
    "EDITORS",
    "EditorContext",
    "FieldEditor",
    "Offers",
    "is_wide",
    "make_editor",
    "title_of",
]

EDITORS: dict[str, Maker] = {
    "text": LineEditor,
    "name": PersonNameEditor,
    "id_number": CheckedEditor,
    "credit_code": CheckedEditor,
    "phone": CheckedEditor,
    "postcode": CheckedEditor,
    "date": DateEditor,
    "time": TimeEditor,
    "count": CountEditor,
    "decimal": AmountEditor,
    "money": AmountEditor,
    "flag": FlagEditor,
    "code": CodeEditor,
    "codes": CodesEditor,
    "link": LinkEditor,
    "links": LinksEditor,
}
"""kind.name → editor; child rows have no editor, the form lays them out itself."""


def make_editor(field: Field, context: EditorContext, parent: QWidget | None = None) -> FieldEditor:
    """Give the editor of a field; KeyError for a kind that has none (child rows)."""
    kind = LongTextEditor if is_wide(field) else EDITORS[field.kind.name]
    editor = kind(field, context, parent)
    # What is worked out from other fields is shown, never typed.
    editor.setEnabled(not field.computed)
    return editor


def is_wide(field: Field) -> bool:
    """Say whether a field takes the whole width of a card: a narrative does."""
    return isinstance(field.kind, Text) and field.kind.long
