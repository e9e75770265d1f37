"""What stands above the fields of a step: what it lacks, what is due, by which rule."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.editors.flow import Flow
from desktop.look.widgets import button, column, label

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from db.duties.case_course import CourseStep, Lack, StepDue
    from desktop.theme import Theme

__all__ = ["StepHead", "next_lack", "one_page"]

_ON_THE_PAGE: Final = 5
_NAMED: Final = 3
"""So many missing things are named; the strip tells how many there are."""


def one_page(course: Sequence[CourseStep]) -> CourseStep | None:
    """Give the steps of an oral case as the one step they are; None when there is none.

    Follow-up and filing come after the page is written, so the page does not ask for them.
    """
    early = [step for step in course[:_ON_THE_PAGE] if step.state != "idle"]
    if not early:
        return None
    lacks = tuple(lack for step in early for lack in step.lacks)
    dues = tuple(due for step in early for due in step.dues)
    return replace(early[0], name="", state="now", lacks=lacks, dues=dues)


def next_lack(course: Sequence[CourseStep], step: str, offered: Container[str]) -> str:
    """Give the path of the next missing thing, "" if none is missing.

    step: the step that shows, whose lacks come first; on the one page no others are asked for.
    offered: what was gone to before and left empty comes again only after everything else.
    """
    names = [one.name for one in course]
    if step in names:
        at = names.index(step)
        shown = [one for one in (*course[at:], *course[:at]) if one.state != "idle"]
    else:
        whole = one_page(course)
        shown = [] if whole is None else [whole]
    every = list(dict.fromkeys(lack.field for one in shown for lack in one.lacks))
    # That rows are missing is told by what the rows that are there lack.
    paths = [path for path in every if not any(one.startswith(f"{path}[") for one in every)]
    fresh = (path for path in paths if path not in offered)
    return next(fresh, None) or next(iter(paths), "")


class StepHead(QFrame):
    """A slim banner: missing things as links to their fields, then what is due by when.

    ``field_wanted`` gives the path of a field somebody wants to fill in.
    """

    field_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "banner")
        self._due = label("", wrap=True)
        self._lacking = QWidget()
        self._lacking.setProperty("role", "clear")
        self._flow = Flow(self._lacking, theme.px(2))
        self.setLayout(column(theme, self._lacking, self._due, spacing=0, margins=(10, 2, 8, 4)))
        self._shown: CourseStep | None = None
        self.hide()

    def show_step(self, step: CourseStep) -> None:
        """Show one step; one that is done needs no banner, one not called for says why."""
        if step == self._shown:
            return
        self._shown = step
        tone = {"late": "danger", "now": "info"}.get(step.state, "info")
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        idle = step.state == "idle"
        lacks = () if idle else step.lacks
        words = [f"这一步不是必须的（{step.note}）。"] if idle else map(_sentence, step.dues)
        self._show_lacks(lacks)
        self._due.setText("\n".join(words))
        self._due.setVisible(idle or bool(step.dues))
        self._lacking.setVisible(bool(lacks))
        self.setVisible(idle or bool(lacks or step.dues))

    def _show_lacks(self, lacks: Sequence[Lack]) -> None:
        self._flow.clear()
        more = len(lacks) - _NAMED
        for place, lack in enumerate(lacks[:_NAMED]):
            words = f"还缺：{lack.what}" if not place else lack.what
            if place == _NAMED - 1 and more > 0:
                words = f"{words} 等 {len(lacks)} 项"
            link = button(words, "link", theme=self._theme, tip=f"依据：{lack.source}")
            link.setAccessibleName(f"去填写{lack.what}")
            link.clicked.connect(partial(self.field_wanted.emit, lack.field))
            self._flow.addWidget(link)
            link.show()
        self._lacking.updateGeometry()


def _sentence(due: StepDue) -> str:
    until = due.until
    year = "" if until.year == due.today.year else f"{until.year}年"
    late = "已过" if due.late else "前"
    return f"{year}{until.month}月{until.day}日{late}：{due.what}　{due.source}"
