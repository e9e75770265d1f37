"""The number a field will get if nobody types one, shown pale in the empty field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db.rules.problem import Problem
from desktop.record_form.field_grid import Cell

if TYPE_CHECKING:
    from desktop.record_form.form_area import FormArea
    from desktop.record_form.ledger import FormLedger

__all__ = ["ExpectedNumbers"]

_PAUSE_MS = 250


class ExpectedNumbers(QObject):
    """Asks the ledger, once typing pauses, which numbers saving would give."""

    def __init__(self, form: FormArea, ledger: FormLedger) -> None:
        super().__init__(form)
        self._form = form
        self._ledger = ledger
        self._shown: list[Cell] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.show_now)
        form.changed.connect(self._timer.start)
        form.sheet_changed.connect(self._of_other_cells)
        form.saved.connect(self._timer.start)
        self._timer.start()

    def show_now(self) -> None:
        """Ask and show at once."""
        for cell in self._shown:
            cell.editor.set_placeholder("")
        self._shown = []
        for path, number in self._ledger.expected_numbers(self._form.draft).items():
            cell = self._form.sheet.place_of(Problem(path, "", "note", ""))
            if isinstance(cell, Cell):
                cell.editor.set_placeholder(f"{number}（保存时编号）")
                self._shown.append(cell)

    def _of_other_cells(self) -> None:
        self._shown = []
        self._timer.start()
