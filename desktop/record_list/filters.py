"""The filters above a list: search as you type, states as chips, codes and year as combos."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from db.codes import code_list
from db.kinds import Code
from db.ledger import Span
from desktop.look.widgets import button, column, label, panel, row
from desktop.record_list.chips import Chip, Chips
from desktop.record_list.columns import state_field

if TYPE_CHECKING:
    from db.declare import Field, RecordType
    from desktop.theme import Theme

__all__ = ["ALL", "Filters", "Where", "condition_words", "year_field"]

Where = tuple[tuple[str, object], ...]

ALL: Final = ("",)
"""The value of the chip that filters nothing; no code equals it."""
PAUSE_MS: Final = 120
"""How long typing must rest before the list is searched."""
_IN_LINE: Final = 1
"""Code combos that stand in the line of the search box; the rest below."""


def year_field(kind: RecordType) -> Field | None:
    """The date that says which year a record belongs to, if the type has one."""
    ranked = kind.by_name.get(kind.rank or "")
    dates = [f for f in (ranked, *kind.list_fields) if f is not None and f.kind.name == "date"]
    return dates[0] if dates else None


def condition_words(kind: RecordType, name: str, value: object) -> str:
    """A condition in words, for the chip that takes it away: 受理日期：未填."""
    f = kind.by_name.get(name)
    words = f.label if f else "指定的记录"
    if value is None or value == ():
        return f"{words}：未填"
    if isinstance(value, Span):
        return f"{words}：{value.low or ''} 至 {value.high or ''}"
    several = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    if f is None:
        return f"{words} {len(several)} 条"
    return f"{words}：" + "、".join(_shown(f, one) for one in several)


def _shown(f: Field, value: object) -> str:
    if f.kind.name in ("link", "links"):
        return "指定的一项"
    return f.kind.show(value) or "未填"


class _Combo(QComboBox):
    """A combo the wheel does not change while it only passes over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Filters(QWidget):
    """All filters of one list; `changed` when the list must be read anew."""

    changed = Signal()

    def __init__(self, theme: Theme, kind: RecordType) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._state = state_field(kind)
        self._preset: Where = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self._searched = ""
        self.search = self._search_box()
        self.chips = Chips(theme, self._state.label if self._state else "状态")
        self.chips.setVisible(self._state is not None)
        self.chips.chosen.connect(self._changed)
        self.show_states({})
        self.year = self._combo("全部年份", year_field(kind))
        self._combos = {f.name: self._code_combo(f) for f in self._code_fields()}
        self.more = button("更多筛选", "link", theme=theme, icon="sliders-horizontal")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self._note = label("", "muted")
        self._clear = button("清除筛选", "link", theme=theme, icon="x")
        self._clear.clicked.connect(self.clear)
        self._lay_out()

    def _search_box(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText("姓名、首字母、编号、尾号　F3")
        made.setAccessibleName(f"在{self._kind.label}中查找")
        icon = self._theme.icon("search", "text2", 16)
        made.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        made.setClearButtonEnabled(True)
        made.setMinimumWidth(self._theme.px(230))
        made.setMaximumWidth(self._theme.px(330))
        made.textChanged.connect(self._typed)
        return made

    def _code_fields(self) -> list[Field]:
        """The codes to filter by, the list with most choices (it parts best) first."""
        fields = self._kind.list_fields
        found = [f for f in fields if isinstance(f.kind, Code) and f is not self._state]
        return sorted(found, key=lambda f: -len(code_list(f.list_name or "").entries))

    def _combo(self, words: str, f: Field | None) -> _Combo:
        made = _Combo()
        made.addItem(words, None)
        made.setAccessibleName(f.label if f else words)
        made.setVisible(f is not None)
        made.setMinimumWidth(self._theme.px(112))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(5)
        made.activated.connect(self._changed)
        return made

    def _code_combo(self, f: Field) -> _Combo:
        made = self._combo(f.label, f)
        for entry in code_list(f.list_name or "").everyday_choices():
            made.addItem(entry.label, entry.code)
        made.setMaxVisibleItems(20)
        return made

    def _lay_out(self) -> None:
        theme, combos = self._theme, list(self._combos.values())
        line = row(theme, self.search, spacing=8)
        line.setStretch(0, 3)
        if self._state is not None:
            line.addWidget(self.chips, 6)
        else:
            line.addStretch(3)
        for made in (*combos[:_IN_LINE], self.year):
            line.addWidget(made)
        rest = combos[_IN_LINE:]
        self.more.setVisible(bool(rest))
        line.addWidget(self.more)
        below = row(theme, *rest, None, spacing=8)
        self._below = panel(below)
        self._below.hide()
        self._noted = panel(row(theme, self._note, self._clear, None, spacing=8))
        self._noted.hide()
        self.setLayout(column(theme, line, self._below, self._noted, margins=(12, 10, 12, 8)))
        # A hidden year leaves its place to the line.
        self.year.setHidden(year_field(self._kind) is None)

    def show_states(self, numbers: dict[object, int]) -> None:
        """Show how many records each state has; states without any are left out."""
        if self._state is None:
            return
        value = self.chips.value if self.chips.value is not None else ALL
        chips = [Chip(ALL, "全部")]
        for entry in code_list(self._state.list_name or "").entries:
            number = numbers.get(entry.code)
            if number or value == entry.code:
                chips.append(Chip(entry.code, entry.label, number or 0))
        self.chips.show_chips(chips, value)

    def show_years(self, first: int, last: int) -> None:
        """Offer these years, the latest first; the chosen one stays."""
        chosen = self.year.currentData()
        if self.year.count() == last - first + 2:
            return
        while self.year.count() > 1:
            self.year.removeItem(1)
        for year in range(last, first - 1, -1):
            self.year.addItem(f"{year}年", year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def preset(self, where: Where, search: str = "") -> None:
        """Start with these conditions, as a door or a tile asks for them."""
        rest: list[tuple[str, object]] = []
        for name, value in where:
            combo = self._combos.get(name)
            if self._state is not None and name == self._state.name and isinstance(value, str):
                self.chips.show_chips([Chip(ALL, "全部"), _state_chip(self._state, value)], value)
            elif combo is not None and combo.findData(value) > 0:
                combo.setCurrentIndex(combo.findData(value))
                self.more.setChecked(self.more.isChecked() or self._is_below(combo))
            else:
                rest.append((name, value))
        self._preset = tuple(rest)
        self._say_preset()
        if search:
            self.search.setText(search)
            self._timer.stop()
            self._searched = search

    def where(self, *, without_state: bool = False) -> Where:
        """The conditions that hold now; `without_state`: as counted for the chips."""
        found = list(self._preset)
        if self._state is not None and self.chips.value != ALL and not without_state:
            found.append((self._state.name, self.chips.value))
        found += [
            (name, made.currentData())
            for name, made in self._combos.items()
            if made.currentData() is not None
        ]
        f, year = year_field(self._kind), self.year.currentData()
        if f is not None and year is not None:
            found.append((f.name, Span(date(year, 1, 1), date(year, 12, 31))))
        return tuple(found)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is filtered and nothing searched for."""
        return not self.where() and not self.search.text().strip()

    def clear(self) -> None:
        """Take every filter and the search away."""
        self._preset = ()
        self._say_preset()
        self.search.clear()
        self._timer.stop()
        for made in (*self._combos.values(), self.year):
            made.setCurrentIndex(0)
        if self._state is not None:
            self.chips.show_chips([Chip(ALL, "全部")], ALL)
        self.changed.emit()

    def _is_below(self, combo: QComboBox) -> bool:
        return list(self._combos.values()).index(combo) >= _IN_LINE  # pyright: ignore[reportArgumentType]

    def _say_preset(self) -> None:
        words = "；".join(condition_words(self._kind, *one) for one in self._preset)
        self._note.setText(f"只看：{words}")
        self._noted.setVisible(bool(self._preset))

    def _show_more(self, on: bool) -> None:
        self._below.setVisible(on)

    def _typed(self, text: str) -> None:
        # Qt says textChanged only when the input method commits, so no guard is needed.
        if text.strip() != self._searched:
            self._searched = text.strip()
            self._timer.start()

    def _changed(self, *_: object) -> None:
        self._timer.stop()
        self.changed.emit()


def _state_chip(f: Field, code: str) -> Chip:
    return Chip(code, code_list(f.list_name or "").label(code))
