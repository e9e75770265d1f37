"""The card of the settings that says how papers are printed, and begins papers of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from db.faults import Fault
from db.kinds import RecordId
from db.ledger import Refused
from db.ledger.profiles import TYPE, begin_edition, new_profile, use_profile
from desktop.look.widgets import Card, button, label, row
from desktop.own_papers import own_edition, profiles_on_offer
from forms.catalogue import papers_for

if TYPE_CHECKING:
    from desktop.own_papers import ProfileChoice
    from desktop.page import Desk

__all__ = ["ProfileCard"]

_OWN_NAME = "本所样式"


class ProfileCard(Card):
    """Chooses the office's default profile; copies a shipped paper to be changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.default = self._box("默认文书样式")
        self.paper = self._box("从哪种自带文书复制")
        for paper in papers_for():
            self.paper.addItem(paper.label, paper.name)
        self.copy = button("从自带文书复制", theme=desk.theme, icon="copy")
        self.copy.setToolTip("把自带文书的声明放进本所样式，再按本地的要求修改")
        self.copy.clicked.connect(self.begin_edition)
        managed = button("全部样式", "link", theme=desk.theme)
        managed.clicked.connect(partial(desk.doors.open_list, TYPE))
        hint = "自有样式可改开关、字号和整份文书，随数据包报到县局。"
        self.body.addLayout(row(desk.theme, label("文书样式", "h2"), None, managed))
        self.body.addLayout(self._line("默认", self.default))
        self.body.addLayout(self._line("自有文书", self.paper, self.copy))
        self.body.addWidget(label(hint, "small", wrap=True))
        self.offer()
        self.default.currentIndexChanged.connect(self.use)

    def offer(self) -> None:
        """Show what there is and which one is in use."""
        self.default.blockSignals(True)
        self.default.clear()
        for one in self._choices():
            self.default.addItem(one.label, one.key)
            if one.in_use:
                self.default.setCurrentIndex(self.default.count() - 1)
        self.default.blockSignals(False)

    def use(self, _place: int = 0) -> None:
        """Make the chosen profile the default; a shipped local one becomes a record first."""
        key = str(self.default.currentData())
        own = next((one.own for one in self._choices() if one.key == key), False)
        try:
            if own:
                use_profile(self._desk.ledger, RecordId(key))
            elif key == "national":
                use_profile(self._desk.ledger, None)
            else:
                use_profile(self._desk.ledger, new_profile(self._desk.ledger, self._free(), key))
        except (Fault, Refused) as stopped:
            self._tell(stopped)
            self.offer()
            return
        self.offer()
        self._desk.doors.say(f"打印文书时默认用“{self.default.currentText()}”。")

    def begin_edition(self) -> None:
        """Copy the chosen paper into the profile in use and open it; one is made if need be."""
        ledger = self._desk.ledger
        name, content = own_edition(str(self.paper.currentData()))
        title = self.paper.currentText()
        try:
            profile = self._profile_to_change()
            added = begin_edition(ledger, profile, title, content, same=(name, title))
        except (Fault, Refused) as stopped:
            self._tell(stopped)
            return
        self.offer()
        self._desk.doors.open_record(TYPE, profile)
        said = "已复制" if added else "本样式里已有"
        self._desk.doors.say(f"{said}“{title}”，请在“自有文书”里修改。")

    def _tell(self, stopped: Fault | Refused) -> None:
        """Say why the profile stays as it is."""
        if isinstance(stopped, Refused):
            advice = "请打开“全部样式”，改正后再选。"
            self._desk.messages.warn(self, f"样式不能保存：{stopped}", advice)
        else:
            self._desk.messages.fault(self, stopped)

    def _profile_to_change(self) -> RecordId:
        own = [one for one in self._choices() if one.own]
        used = next((one for one in own if one.in_use), own[-1] if own else None)
        if used is not None:
            return RecordId(used.key)
        made = new_profile(self._desk.ledger, _OWN_NAME)
        use_profile(self._desk.ledger, made)
        return made

    def _choices(self) -> list[ProfileChoice]:
        """The shipped profiles and those of this office: others' are not its to use."""
        mine = {one.id for one in self._desk.ledger.papers.profiles() if self._is_mine(one.office)}
        return [
            one for one in profiles_on_offer(self._desk.ledger) if not one.own or one.key in mine
        ]

    def _is_mine(self, office: str) -> bool:
        return office == self._desk.ledger.code

    def _free(self) -> str:
        taken = {one.name for one in self._desk.ledger.papers.profiles()}
        names = (_OWN_NAME, *(f"{_OWN_NAME}{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def _line(self, words: str, *parts: QWidget) -> QHBoxLayout:
        made = row(self._desk.theme, label(words, "field"), *parts)
        made.setStretch(1, 1)
        return made

    def _box(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made
