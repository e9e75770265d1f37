"""What the one search box found, by type; Enter opens a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QStackedWidget

from desktop.look.widgets import card, column, label, panel, row
from desktop.page import Desk, Intent, Page
from desktop.record_list.chips import Chip, Chips
from desktop.record_list.empty import EmptyNote
from desktop.shortcuts import Key
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from db.ledger import Hit, Ledger
    from desktop.work import Step

__all__ = ["SearchPage", "make_page"]

MOST: Final = 50
"""Hits shown of each type; more are found by saying more."""
_ALL: Final = ""
_COLUMNS: Final = (
    PlainColumn("类别", 130, 0, pill=True),
    PlainColumn("名称", 260, 5),
    PlainColumn("命中", 240, 5),
)


class SearchPage(Page):
    """The hits of one text over every record type."""

    menu_name = "search"

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__(desk)
        self.hits: tuple[Hit, ...] = ()
        self.title = f"查找：{text}"
        self.search = QLineEdit(text)
        self.search.setAccessibleName("查找内容")
        self.search.addAction(
            desk.theme.icon("search", "text2", 16), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.returnPressed.connect(self._find)
        self.chips = Chips(desk.theme, "类别")
        self.table = PlainTable(desk.theme, "查找结果", _COLUMNS)
        self.empty = EmptyNote(desk.theme)
        self._lay_out()
        self.chips.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.empty.wanted.connect(self._again)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._count = label("正在查找…", "muted")
        self.search.setMaximumWidth(theme.px(360))
        self.search.setMinimumWidth(theme.px(200))
        line = row(theme, self.search, spacing=10, margins=(12, 10, 12, 8))
        line.setStretch(0, 2)
        line.addWidget(self.chips, 5)
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        hint = label("↑↓ 移动　回车 打开　Esc 返回", "hint")
        foot = panel(row(theme, hint, None, margins=(12, 6, 8, 6)))
        body = card(theme, panel(line), self._stack, foot, margins=(1, 1, 1, 1), spacing=0)
        body.body.setStretch(1, 1)
        head = row(theme, label("全库查找", "h1"), self._count, None)
        self.setLayout(column(theme, head, body, spacing=12, margins=(18, 14, 18, 12)))

    def keys(self) -> list[Key]:
        return [Key("F3", "改变查找内容", self._again)]

    def arrive(self) -> None:
        self.table.setFocus()
        self._find()

    def refresh(self, changes: object) -> None:
        del changes
        self._find()

    def _again(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find(self) -> None:
        text = self.search.text().strip()
        self.title = f"查找：{text}"
        self.desk.doors.retitle()

        def find(ledger: Ledger, step: Step) -> list[Hit]:
            hits: list[Hit] = []
            for kind in ledger.types():
                step(0, 0)
                if text and kind.owner is None:
                    hits += ledger.find(text, MOST, kind.name)
            return hits

        self.desk.work.run(find, self._take, key=f"search {id(self)}")

    def _take(self, hits: list[Hit]) -> None:
        self.hits = tuple(hits)
        numbers: dict[str, int] = {}
        for hit in hits:
            numbers[hit.type_name] = numbers.get(hit.type_name, 0) + 1
        kinds = [kind for kind in self.desk.ledger.types() if kind.name in numbers]
        chips = [Chip(_ALL, "全部", len(hits))]
        chips += [Chip(kind.name, kind.label, numbers[kind.name]) for kind in kinds]
        chosen = self.chips.value if self.chips.value in numbers else _ALL
        self.chips.show_chips(chips, chosen)
        many = max(numbers.values(), default=0) >= MOST
        more = f"，每类只列前 {MOST} 条，多输几个字可找得更准" if many else ""
        self._count.setText(f"找到 {len(hits)} 条{more}")
        self._show()
        if hits and not self.search.hasFocus():
            self.table.setFocus()

    def _show(self, *_: object) -> None:
        labels = {kind.name: kind.label for kind in self.desk.ledger.types()}
        chosen = self.chips.value
        rows = [
            PlainRow((labels.get(hit.type_name, hit.type_name), hit.title, hit.why), "info", hit)
            for hit in self.hits
            if chosen in (_ALL, hit.type_name)
        ]
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            what = self.search.text().strip()
            self.empty.say(
                f"没有找到“{what}”" if what else "请输入要查找的内容",
                "可以输入姓名、拼音首字母、编号、证号或电话的末几位，也可以是情况描述里的词。",
                "重新输入",
            )

    def _open(self, what: object) -> None:
        hit = next((one for one in self.hits if one is what), None)
        if hit is not None:
            self.desk.doors.open_record(hit.type_name, hit.id)


def make_page(desk: Desk, intent: Intent) -> SearchPage:
    """The hits of the intent's text."""
    return SearchPage(desk, intent.name)
