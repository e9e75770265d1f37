"""Choosing a period: its kind, and the one before or after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from db.periods import Period, PeriodKind
from desktop.look.widgets import button, label, row

if TYPE_CHECKING:
    from datetime import date

    from desktop.theme import Theme

__all__ = ["PeriodBar"]

_LABELS: Final[dict[str, str]] = {
    "week": "周报", "month": "月报", "quarter": "季报", "half_year": "半年报", "year": "年报",
}  # fmt: skip


class PeriodBar(QWidget):
    """One period of a calendar; `changed` when it is another one."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._today = today
        self.period = Period.containing(today, "month")
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("报表周期")
        self.kinds.setMinimumWidth(theme.px(96))
        self.kinds.activated.connect(self.take_kind)
        before = button("", "square", theme=theme, icon="chevron-left", tip="上一期")
        after = button("", "square", theme=theme, icon="chevron-right", tip="下一期")
        now = button("本期", "link", theme=theme)
        before.clicked.connect(self.earlier)
        after.clicked.connect(self.later)
        now.clicked.connect(self._now)
        self._words = label("", "h2")
        self._words.setMinimumWidth(theme.px(112))
        self.setLayout(row(theme, self.kinds, before, self._words, after, now, spacing=6))

    def offer(self, kinds: Sequence[str]) -> None:
        """Offer these kinds of period; the present kind stays if it is among them."""
        self.kinds.clear()
        for kind in kinds:
            self.kinds.addItem(_LABELS.get(kind, kind), kind)
        at = self.kinds.findData(self.period.kind)
        self.kinds.setCurrentIndex(max(0, at))
        self.show_period(self.period if at >= 0 else Period.containing(self._today, self._kind))

    def show_period(self, period: Period) -> None:
        """Take another period and say it."""
        self.period = period
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(period.kind)))
        self._words.setText(period.label)
        self._words.setToolTip(f"{period.first.isoformat()} 至 {period.last.isoformat()}")

    @property
    def _kind(self) -> PeriodKind:
        chosen = self.kinds.currentData()
        return next((kind for kind in get_args(PeriodKind) if kind == chosen), "month")

    def _go(self, period: Period) -> None:
        self.show_period(period)
        self.changed.emit()

    def take_kind(self, *_: object) -> None:
        """Go to the period of the chosen kind in which the present one begins."""
        self._go(Period.containing(self.period.first, self._kind))

    def earlier(self) -> None:
        """Go to the period before."""
        self._go(self.period.previous())

    def later(self) -> None:
        """Go to the period after."""
        self._go(self.period.next())

    def _now(self) -> None:
        self._go(Period.containing(self._today, self._kind))
