"""What every editor is: a field's widget with a value, a signal and a place for a problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.declare import Field
from desktop.editors.offers import Offers
from desktop.look.widgets import label
from desktop.theme import Theme

__all__ = ["EditorContext", "FieldEditor", "Maker", "restyle"]


@dataclass(frozen=True, slots=True)
class EditorContext:
    """What an editor may use beside its field: the look, and what the ledger can offer."""

    theme: Theme
    offers: Offers
    open_record: Callable[[str, str], object]
    """Shows a record, by type and id, on top of the form."""


class FieldEditor(QWidget):
    """The widget of one field; ``edited`` comes with every change a person makes.

    ``person_chosen`` comes from names only: what is known of the person, by field name.

    ``value`` is what the draft is given: a typed value, or the text as typed when it
    cannot be read yet (the draft says why). ``set_value`` never emits ``edited``.
    The object name is the field's name, the accessible name of the part that takes the
    keys is the label, and the problem is its accessible description.
    """

    edited = Signal()
    person_chosen = Signal(object)

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self.setObjectName(field.name)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(context.theme.px(2))
        self._message: QLabel | None = None
        self._problem = ("", "")
        self._hint = ""
        self._keys: QWidget = self
        self._marked: QWidget = self

    @property
    def keys(self) -> QWidget:
        """Give the widget that takes the keys."""
        return self._keys

    @property
    def value(self) -> object:
        """Give what the draft is to be given."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is filled in."""
        return self.value in (None, "", ())

    @property
    def problem(self) -> tuple[str, str]:
        """Give severity and message of the problem shown, or two empty texts."""
        return self._problem

    def set_value(self, value: object) -> None:
        """Show a typed value, a text that could not be read, or None."""
        raise NotImplementedError

    def settle(self) -> None:
        """Write what was typed in its usual form; called when the field is left."""

    def set_problem(self, severity: str, message: str) -> None:
        """Show a problem under the field, red for error, amber for warning; "" takes it away."""
        if self._problem == (severity, message):
            return
        self._problem = (severity, message) if message else ("", "")
        if message and self._message is None:
            self._message = label("", wrap=True)
            self._box.addWidget(self._message)
        if self._message is not None:
            self._message.setProperty("role", "error" if severity == "error" else "warning")
            self._message.setText(message)
            self._message.setVisible(bool(message))
            restyle(self._message)
        self._marked.setProperty("invalid", "true" if message and severity == "error" else "")
        self._marked.setProperty("doubtful", "true" if message and severity != "error" else "")
        restyle(self._marked)
        self._describe()

    def set_placeholder(self, text: str) -> None:
        """Show pale words while nothing is filled in; an editor without a line shows none."""

    def set_hint(self, text: str) -> None:
        """Say in the accessible description how the field is used."""
        self._hint = text
        self._describe()

    def _place(self, inner: QWidget, keys: QWidget | None = None) -> None:
        """Put the working widget in; ``keys`` is the part of it that has the focus."""
        self._keys = keys or inner
        self._marked = self._keys
        self._box.addWidget(inner)
        self.setFocusProxy(self._keys)
        self._keys.setAccessibleName(self.field.label)
        if self.field.help:
            self._keys.setToolTip(self.field.help)
            self.set_hint(self.field.help)

    def _describe(self) -> None:
        words = [text for text in (self._problem[1], self._hint) if text]
        self._keys.setAccessibleDescription(" ".join(words))


Maker = Callable[[Field, EditorContext, "QWidget | None"], FieldEditor]
"""What makes the editor of a field: every editor class, called with the field."""


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
