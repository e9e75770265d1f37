"""The tabs of a record's page: the form, what an extension adds, history, related records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from db.kinds import RecordId
from desktop.look.tab_order import tab_stops
from desktop.look.widgets import column
from desktop.record_form.tables import HistoryTab, RelatedTab

if TYPE_CHECKING:
    from db.drafts import Draft
    from desktop.record_form.ledger import FormLedger
    from desktop.theme import Theme

__all__ = ["RecordTabs"]


class RecordTabs(QWidget):
    """The form is the first tab; the others are filled when the record was loaded."""

    turned = Signal(str)
    """Another tab has come to the front; its words."""
    form_wanted = Signal()
    """The cursor is to go back to where it was in the form."""

    def __init__(
        self, theme: Theme, form: QWidget, more: Sequence[tuple[str, QWidget]] = ()
    ) -> None:
        super().__init__()
        self.history = HistoryTab(theme)
        self.related = RelatedTab(theme)
        pages = [("登记信息", form), *more, ("修改历史", self.history), ("关联", self.related)]
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("记录的各页")
        self._words = [words for words, _ in pages]
        self._stack = QStackedWidget()
        for words, page in pages:
            self.bar.addTab(words)
            self._stack.addWidget(page)
        self.bar.currentChanged.connect(self._turn)
        self.setLayout(column(theme, self.bar, self._stack, spacing=6))

    @property
    def is_form(self) -> bool:
        """Say whether the form shows."""
        return self.bar.currentIndex() == 0

    def show_form(self) -> None:
        """Bring the form to the front."""
        self.bar.setCurrentIndex(0)

    def show_tab(self, words: str) -> None:
        """Bring the tab with these words to the front."""
        self.bar.setCurrentIndex(self._words.index(words))

    def turn_on(self) -> None:
        """Bring the next tab to the front and the cursor into it; after the last, the form."""
        shown = [at for at in range(self.bar.count()) if self.bar.isTabVisible(at)]
        at = shown.index(self.bar.currentIndex()) + 1
        self.bar.setCurrentIndex(shown[at % len(shown)])
        if self.is_form:
            self.form_wanted.emit()
        else:
            next(tab_stops(self._stack), self.bar).setFocus()

    def load(self, ledger: FormLedger, draft: Draft) -> None:
        """Show the history of a record and what links to it."""
        lines = ledger.history(draft.id) if draft.stored else ()
        related = ledger.related(draft.type.name, RecordId(draft.id)) if draft.stored else ()
        self.history.show_lines(lines)
        self.related.show_records(related)
        last = len(self._words) - 1
        self.bar.setTabVisible(last, bool(related))
        self.bar.setTabText(last, f"关联 {len(related)}")

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.turned.emit(self._words[index])
