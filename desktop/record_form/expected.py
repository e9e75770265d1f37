"""The number a field will get if nobody types one, shown pale in the empty field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db.rules.problem import Problem
from desktop.record_form.field_grid import Cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.record_form.ledger import FormLedger
    from desktop.record_form.session import FormSession
    from desktop.record_form.sheet import FormSheet

__all__ = ["ExpectedNumbers"]

_PAUSE_MS = 250


class ExpectedNumbers(QObject):
    """Asks the ledger, once typing pauses, which numbers saving would give."""

    def __init__(
        self,
        parent: QObject,
        ledger: FormLedger,
        form: Callable[[], tuple[FormSession, FormSheet]],
    ) -> None:
        """form: gives the session and the sheet shown at present."""
        super().__init__(parent)
        self._ledger = ledger
        self._form = form
        self._shown: list[Cell] = []
        self._sheet: FormSheet | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.show_now)

    def ask(self) -> None:
        """Ask soon: something was typed, or another draft is shown."""
        self._timer.start()

    def show_now(self) -> None:
        """Ask and show at once."""
        session, sheet = self._form()
        if sheet is self._sheet:
            for cell in self._shown:
                cell.editor.set_placeholder("")
        self._sheet, self._shown = sheet, []
        for path, number in self._ledger.expected_numbers(session.draft).items():
            cell = sheet.place_of(Problem(path, "", "note", ""))
            if isinstance(cell, Cell):
                cell.editor.set_placeholder(f"{number}（保存时编号）")
                self._shown.append(cell)
