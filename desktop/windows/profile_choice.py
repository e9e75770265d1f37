"""Choosing the way of printing: a box with the shipped profiles and the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSizePolicy

from desktop.own_papers import profiles_on_offer

if TYPE_CHECKING:
    from db.ledger import Ledger

__all__ = ["ProfileChoiceBox"]

_DEFAULT = "默认样式"


class ProfileChoiceBox(QComboBox):
    """Every way of printing; the first entry is whatever is the default of the office."""

    def __init__(self, ledger: Ledger) -> None:

        super().__init__()
        self._ledger = ledger
        self.setAccessibleName("文书样式")
        self.setToolTip("文书样式：印哪些栏目、用哪种格式。自有样式在“文书样式”里登记")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.offer()

    @property
    def asked(self) -> str | None:
        """The key of the chosen profile, None for the default."""
        key = self.currentData()
        return str(key) if key else None

    def offer(self) -> None:
        """Offer what there is now; a choice that is still there stays."""
        kept = self.asked
        choices = profiles_on_offer(self._ledger)
        used = next((one.label for one in choices if one.in_use), "")
        self.blockSignals(True)
        self.clear()
        self.addItem(f"{_DEFAULT}（{used}）" if used else _DEFAULT, None)
        for one in choices:
            self.addItem(one.label, one.key)
        place = self.findData(kept) if kept else 0
        self.setCurrentIndex(max(place, 0))
        self.blockSignals(False)
