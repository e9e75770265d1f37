"""What stands above the cards: what must be put right, what to answer, what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.rules.problem import Problem
from desktop.look.widgets import Banner, button, column, row
from desktop.moments import day_and_time
from desktop.theme import Theme

__all__ = ["FormBanners"]


class FormBanners(QWidget):
    """Three sentences at most, each with what can be done about it; none blocks.

    ``left``: the cursor stands in a banner that goes away now.
    """

    first_asked = Signal()
    doubt_asked = Signal()
    answered = Signal(str)
    kept_wanted = Signal()
    kept_unwanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        take = button("接着填", "link", theme=theme)
        leave = button("不要了", "link", theme=theme)
        take.clicked.connect(self.kept_wanted)
        leave.clicked.connect(self.kept_unwanted)
        self.kept = Banner(theme, "info", take, leave)
        first = button("到第一处", "link", theme=theme)
        first.clicked.connect(self.first_asked)
        self.errors = Banner(theme, "danger", first)
        doubt = button("到第一处", "link", theme=theme)
        doubt.clicked.connect(self.doubt_asked)
        self._sure = button("情况属实，保存", theme=theme)
        self._sure.clicked.connect(self._answer)
        self.warnings = Banner(theme, "warn")
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("说明（可不填，记入历史）")
        self._reason.setAccessibleName("说明")
        self._reason.returnPressed.connect(self._answer)
        # Beside the sentence they would press it into a column of single words.
        self.warnings.add_line(row(theme, doubt, self._reason, self._sure))
        self.setLayout(column(theme, self.kept, self.errors, self.warnings, spacing=6))

    @property
    def reason(self) -> str:
        """Give the answer to the warnings as typed."""
        return self._reason.text().strip()

    def ask(self) -> bool:
        """Put the cursor where the warnings are answered. False: nothing is answered yet."""
        self._reason.setFocus()
        return False

    def show_problems(
        self, problems: Sequence[Problem], homeless: Sequence[Problem], *, kept: bool
    ) -> None:
        """Count what is left; name what has no field of its own on the form."""
        errors = sum(p.severity == "error" for p in problems)
        doubts = sum(p.severity == "warning" for p in problems)
        own = "".join(p.message for p in homeless if p.severity == "error")
        saved = "，已保存为草稿，未计入台账" if kept else ""
        self.errors.say(f"还有 {errors} 处需要更正{saved}。{own}" if errors else "")
        own = "".join(p.message for p in homeless if p.severity == "warning")
        ask = f"有 {doubts} 处请核对，属实请再按一次 Ctrl+S 保存。{own}"
        if not doubts:
            self._reason.clear()
        if self._reason.hasFocus() and (errors or not doubts):
            # Before the banner goes, else the cursor goes to where Qt likes.
            self.left.emit()
        self.warnings.say(ask if doubts and not errors else "")

    def offer_kept(self, kept_at: datetime | None, title: str = "") -> None:
        """Say in one sentence that something typed before is still there; None: it is not."""
        when = day_and_time(kept_at)
        what = f"的“{title}”" if title else "的内容"
        self.kept.say(f"上次没有保存{what}还留着（{when}），可以接着填。" if kept_at else "")

    def _answer(self) -> None:
        self.answered.emit(self.reason)
