"""Cases that may be this one entered twice, that its people are in too, or that agree alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Signal

from desktop.look.widgets import Card, label
from desktop.record_form.tables import QuietTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.drafts import Draft
    from db.ledger import Ledger
    from db.ledger.duplicates import Found
    from desktop.theme import Theme

__all__ = ["AlikeTab"]

_COLUMNS: Final = (("为何列出", 3), ("案号", 4), ("受理日期", 2), ("当事人", 3), ("说明", 9))
_KINDS: Final = {"D1": "可能重复登记", "D2": "同一当事人", "D3": "协议内容相同或相近"}


class AlikeTab(Card):
    """Shown for a person to judge; nothing is ever merged by itself. ``opened`` gives a case."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._found: Sequence[Found] = ()
        self._empty = label("没有发现重复登记、同一当事人的其他案件或相同的协议。", "muted")
        self.table = QuietTable(theme, "查重", _COLUMNS)
        self.table.activated.connect(self._open)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)

    def show_case(self, ledger: Ledger, draft: Draft) -> None:
        """Look for cases like this one, as it is typed."""
        self._found = ledger.duplicates.of(draft)
        self._empty.setVisible(not self._found)
        self.table.setVisible(bool(self._found))
        self.table.show_rows(
            [
                (
                    _KINDS.get(one.kind, ""),
                    one.number,
                    "" if one.day is None else one.day.isoformat(),
                    one.who,
                    one.why,
                )
                for one in self._found
            ]
        )

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._found[index.row()].case)
