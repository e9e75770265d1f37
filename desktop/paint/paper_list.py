"""The papers of a record as a list of ticks: which to print, which is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSizePolicy, QWidget

from desktop.look.widgets import button, column, label, row, scrolled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from db.ledger import PrintMark
    from desktop.theme import Theme
    from forms.catalogue import PaperInfo

__all__ = ["PaperList"]


class PaperList(QWidget):
    """Papers one below the other; one of them is shown, any number are ticked."""

    chosen = Signal(str)
    """The paper of this name is to be shown."""
    ticked = Signal()

    def __init__(self, theme: Theme, papers: Sequence[PaperInfo]) -> None:
        super().__init__()
        self._theme = theme
        self._papers = tuple(papers)
        self.ticks: dict[str, QCheckBox] = {}
        self._names: dict[str, QPushButton] = {}
        self.notes: dict[str, QLabel] = {}
        lines = [self._line(paper) for paper in papers]
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setLayout(column(theme, *lines, None, spacing=0))
        area = scrolled(inside)
        area.setProperty("role", "clear")
        self.setLayout(column(theme, area, spacing=0))

    def _line(self, paper: PaperInfo) -> QFrame:
        tick = QCheckBox()
        tick.setAccessibleName(f"打印{paper.label}")
        tick.toggled.connect(self.ticked)
        shape = "list" if paper.many else "file-text"
        name = button(paper.label, "entry", theme=self._theme, icon=shape, checkable=True)
        name.clicked.connect(partial(self.show_paper, paper.name))
        name.setToolTip(paper.label)
        self.ticks[paper.name], self._names[paper.name] = tick, name
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        note = self.notes[paper.name] = label("", "small", wrap=True)
        note.setContentsMargins(self._theme.px(34), 0, 0, self._theme.px(4))
        note.hide()
        head = row(self._theme, tick, name, spacing=4)
        head.setStretch(1, 1)
        line = QFrame()
        line.setLayout(column(self._theme, head, note, spacing=0, margins=(14, 0, 8, 0)))
        return line

    def show_prints(self, marks: Sequence[PrintMark]) -> None:
        """Say below each paper when it was last printed, and whether that still holds."""
        newest = {mark.job.paper: mark for mark in reversed(marks)}
        for name, note in self.notes.items():
            mark = newest.get(name)
            note.setVisible(mark is not None)
            if mark is not None:
                # In a narrow list the line would break before its last character.
                note.setText(mark.text.replace("，", "，\n"))
                note.setProperty("role", "warning" if mark.changed else "small")
                note.setToolTip(f"{mark.job.made_at:%Y-%m-%d %H:%M}　{mark.job.operator}")
                note.style().polish(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Tick, icon and margins take a hundred; a name that does not fit ends in ….
        room = event.size().width() - self._theme.px(100)
        for paper in self._papers:
            made = self._names[paper.name]
            words = made.fontMetrics().elidedText(paper.label, Qt.TextElideMode.ElideRight, room)
            made.setText(f" {words}")

    def show_paper(self, name: str, *_: object) -> None:
        """Mark a paper as the one shown and say so."""
        for other, made in self._names.items():
            made.setChecked(other == name)
        self.chosen.emit(name)

    @property
    def shown(self) -> str:
        """The name of the paper that is shown, or ""."""
        return next((name for name, made in self._names.items() if made.isChecked()), "")

    @property
    def ticked_names(self) -> tuple[str, ...]:
        """The names of the ticked papers, from the top."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())
