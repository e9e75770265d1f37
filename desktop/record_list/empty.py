"""What stands where a list would be while it has no rows: why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look.widgets import button, column, label, picture, row

if TYPE_CHECKING:
    from desktop.theme import Theme

__all__ = ["EmptyNote"]


class EmptyNote(QWidget):
    """A sentence, a hint and one button."""

    wanted = Signal()
    """The button was pressed: register the first record, or take the filters away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._what = label("", "h2")
        self._hint = label("", "muted")
        self._do = button("", "primary", theme=theme)
        self._do.clicked.connect(self.wanted)
        self.setLayout(
            column(
                theme,
                None,
                row(theme, None, picture(theme, "inbox", "text3", 36), None),
                row(theme, None, self._what, None),
                row(theme, None, self._hint, None),
                row(theme, None, self._do, None, margins=(0, 6, 0, 0)),
                None,
            )
        )

    def say(self, what: str, hint: str, do: str) -> None:
        """Say why nothing shows and what the button does."""
        self._what.setText(what)
        self._hint.setText(hint)
        self._do.setText(do)
        self._do.setAccessibleName(do)
