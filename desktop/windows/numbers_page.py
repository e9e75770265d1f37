"""What became of the numbers of a year: series with their last number; gaps, numbers used twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.look.widgets import button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from db.ledger import Ledger
    from db.ledger.number_gaps import SeriesReport
    from desktop.look.widgets import Card
    from desktop.work import Step

__all__ = ["NumbersPage", "make_page"]

_SERIES: Final = (
    PlainColumn("种类", 110, 0, pill=True),
    PlainColumn("调委会", 160, 3),
    PlainColumn("最后一号", 180, 3),
    PlainColumn("用过", 56),
    PlainColumn("在用", 56),
    PlainColumn("空号", 56),
    PlainColumn("重号", 56),
)
_FINDINGS: Final = (
    PlainColumn("情况", 96, 0, pill=True),
    PlainColumn("编号", 190, 3),
    PlainColumn("说明", 200, 4),
)
_WORDS: Final = {
    "已作废": "案件已作废，这个号不再使用",
    "已删除": "记录已移入回收站，这个号不再使用",
    "已改号": "原来的记录改用了别的号，这个号不再使用",
    "未使用": "没有记录用过这个号，请核对是否漏登",
    "借出未用": "在借给便携机的号段里，还没有用",
}
_TONES: Final = {"未使用": "warn", "重号": "danger"}


class NumbersPage(Page):
    """One year: the series above, what is wrong with the chosen one below; Enter opens it."""

    title = "编号情况"
    menu_name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.year = desk.ledger.today.year
        self.reports: list[SeriesReport] = []
        self.series = PlainTable(theme, "各种编号", _SERIES)
        self.findings = PlainTable(theme, "空号和重号", _FINDINGS)
        self.findings.opened.connect(self._open)
        self.series.selectionModel().currentRowChanged.connect(self._show_findings)
        self._words = label("", "h2")
        self._count = label("正在清点…", "muted")
        self._below = label("", "muted")
        self.setLayout(
            column(
                theme, self._head(), self._upper(), self._lower(), spacing=12,
                margins=(18, 14, 18, 12),
            )
        )  # fmt: skip

    def _head(self) -> QHBoxLayout:
        theme = self.desk.theme
        before = button("", "square", theme=theme, icon="chevron-left", tip="上一年")
        after = button("", "square", theme=theme, icon="chevron-right", tip="下一年")
        before.clicked.connect(partial(self.show_year, -1))
        after.clicked.connect(partial(self.show_year, 1))
        rules = button("编号规则", theme=theme, icon="tag", tip="各种编号的格式，可以修改")
        rules.clicked.connect(partial(self.desk.doors.open_list, "numbering"))
        return row(
            theme, label(self.title, "h1"), before, self._words, after, self._count, None, rules,
            spacing=8,
        )  # fmt: skip

    def _upper(self) -> Card:
        made = card(self.desk.theme, self.series, margins=(1, 4, 1, 6))
        made.setMinimumHeight(self.desk.theme.px(200))
        return made

    def _lower(self) -> Card:
        head = row(self.desk.theme, self._below, None, margins=(14, 4, 14, 0))
        return card(self.desk.theme, head, self.findings, margins=(1, 6, 1, 6), spacing=4)

    def arrive(self) -> None:
        self.series.setFocus()
        self.show_year(0)

    def refresh(self, changes: object) -> None:
        del changes
        self.show_year(0)

    def show_year(self, step: int, *_: object) -> None:
        """Show the year so many years on."""
        self.year += step
        year = self.year
        self._words.setText(f"{year} 年")

        def read(ledger: Ledger, _step: Step) -> list[SeriesReport]:
            return ledger.numbers.gaps(year)

        self.desk.work.run(read, self._show, key="numbers")

    def _show(self, found: list[SeriesReport]) -> None:
        self.reports = found = sorted(found, key=_order)
        self.series.show_rows([_series_row(one) for one in found])
        gaps = sum(one.issued + _unused(one) - one.used for one in found)
        twice = sum(len(one.duplicates) for one in found)
        words = f"{len(found)} 串编号，空号 {gaps} 个，重号 {twice} 个"
        self._count.setText(words if found else "这一年没有编过号")
        self._show_findings()

    def _show_findings(self, *_: object) -> None:
        at = self.series.currentIndex().row()
        if not 0 <= at < len(self.reports):
            self.findings.show_rows([])
            self._below.setText("")
            return
        one = self.reports[at]
        rows = _finding_rows(one)
        self._below.setText(
            f"{one.label}　{one.committee}　格式 {one.pattern}"
            + ("" if rows else "　没有空号，也没有重号")
        )
        self.findings.show_rows(rows)

    def _open(self, what: object) -> None:
        if isinstance(what, str):
            located = self.desk.ledger.locate(what)
            if located is not None:
                root = self.desk.ledger.store.root_of(*located)
                self.desk.doors.open_record(*root)


def _order(one: SeriesReport) -> tuple[bool, bool]:
    """What has to be looked at comes first; the rest stays in its order."""
    return not one.duplicates, not one.gaps


def _series_row(one: SeriesReport) -> PlainRow:
    gaps = one.issued + _unused(one) - one.used
    texts = (
        one.label, one.committee, one.last_number, str(one.issued), str(one.used),
        str(gaps or ""), str(len(one.duplicates) or ""),
    )  # fmt: skip
    return PlainRow(texts, "danger" if one.duplicates else "", one)


def _unused(one: SeriesReport) -> int:
    """How many running numbers between the first and the last nobody ever used."""
    return one.last - one.first + 1 - one.issued


def _finding_rows(one: SeriesReport) -> list[PlainRow]:
    rows = [
        PlainRow(
            ("重号", twice.number, f"{len(twice.ids)} 条记录用了这个号，请改号"), "danger", id_
        )
        for twice in one.duplicates
        for id_ in twice.ids
    ]
    for gap in one.gaps:
        run = gap.until - gap.sequence + 1
        number = gap.number + (f" 起连续 {run} 个" if run > 1 else "")
        rows.append(PlainRow((gap.why, number, _WORDS[gap.why]), _TONES.get(gap.why, ""), gap.id))
    return rows


def make_page(desk: Desk, _intent: Intent) -> NumbersPage:
    """The numbers of this year; nothing is needed from the intent."""
    return NumbersPage(desk)
