"""Pairs of cases that may be one: open either, or say that they are two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from db.kinds import RecordId
    from db.ledger import Ledger
    from db.ledger.duplicate_pairs import Pair
    from desktop.work import Step

__all__ = ["DuplicatesPage", "make_page"]

_COLUMNS: Final = (
    PlainColumn("种类", 104, 0, pill=True),
    PlainColumn("案件", 190, 4),
    PlainColumn("另一件", 190, 4),
    PlainColumn("为什么列出", 190, 4),
)
_KINDS: Final = {"D1": ("同一纠纷", "warn"), "D3": ("协议相同", "info")}
_CASE: Final = "mediation_case"


@dataclass(frozen=True, slots=True)
class _Two:
    """What a row stands for."""

    one: RecordId
    other: RecordId


class DuplicatesPage(Page):
    """Every pair with why; nothing is merged here, a case is corrected or voided by hand."""

    title = "疑似重复"
    menu_name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.said = Banner(theme, "ok")
        self.table = PlainTable(theme, "疑似重复的案件", _COLUMNS)
        self.table.opened.connect(partial(self.open_one, 0))
        self.first = button("打开前一件", theme=theme, icon="external-link", tip="回车")
        self.second = button("打开后一件", theme=theme, icon="external-link")
        self.two = button("不是重复", "primary", theme=theme, icon="check", tip="以后不再列出")
        self.first.clicked.connect(lambda: self.open_one(0, self._current))
        self.second.clicked.connect(lambda: self.open_one(1, self._current))
        self.two.clicked.connect(self.dismiss)
        self._count = label("正在核对…", "muted")
        head = row(
            theme, label(self.title, "h1"), self._count, None, self.first, self.second, self.two,
            spacing=10,
        )  # fmt: skip
        words = label(
            "双方当事人和纠纷类型相同、受理相隔不超过 90 天的案件，以及协议内容相同的案件。"
            "程序只提示，不会合并；确有重复的，请打开后作废或移除其中一件。",
            "muted", wrap=True,
        )  # fmt: skip
        body = card(theme, self.table, margins=(1, 4, 1, 6))
        layout = column(theme, head, words, self.said, body, spacing=12, margins=(18, 14, 18, 12))
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self._allow()

    @property
    def _current(self) -> object:
        current = self.table.current
        return None if current is None else current.what

    def arrive(self) -> None:
        self.table.setFocus()
        self._read()

    def refresh(self, changes: object) -> None:
        del changes
        self._read()

    def open_one(self, at: int, what: object) -> None:
        """Open one case of a pair: 0 the first, 1 the other."""
        if isinstance(what, _Two):
            self.desk.doors.open_record(_CASE, (what.one, what.other)[at])

    def dismiss(self) -> None:
        """Remember that the two cases of the current row are two."""
        what = self._current
        if isinstance(what, _Two):
            self.desk.ledger.duplicates.dismiss(what.one, what.other)
            self.said.say("已记下：这两件不是重复，以后不再列出。")
            self._read()

    def _read(self) -> None:
        self.desk.work.run(_pairs, self._show, key="duplicates")

    def _show(self, rows: list[PlainRow]) -> None:
        self.table.show_rows(rows)
        self._count.setText(f"{len(rows)} 对" if rows else "没有发现疑似重复")
        self._allow()

    def _allow(self) -> None:
        for one in (self.first, self.second, self.two):
            one.setEnabled(self.table.current is not None)


def _pairs(ledger: Ledger, step: Step) -> list[PlainRow]:
    return [_row(ledger, one) for one in ledger.duplicates.pairs(step)]


def _row(ledger: Ledger, pair: Pair) -> PlainRow:
    words, tone = _KINDS[pair.kind]
    titles = (ledger.title(_CASE, pair.one), ledger.title(_CASE, pair.other))
    return PlainRow((words, *titles, pair.why), tone, _Two(pair.one, pair.other))


def make_page(desk: Desk, _intent: Intent) -> DuplicatesPage:
    """The pairs of the whole ledger; nothing is needed from the intent."""
    return DuplicatesPage(desk)
