"""The waste bin: what was removed, by whom and why; Enter puts a record back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.kinds import RecordId
from db.ledger import ListQuery
from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from db.declare import RecordType
    from db.ledger import Ledger
    from desktop.work import Step

__all__ = ["BinPage", "make_page"]

_COLUMNS: Final = (
    PlainColumn("类别", 150, 0, pill=True),
    PlainColumn("名称", 260, 5),
    PlainColumn("移除时间", 140),
    PlainColumn("操作人", 90),
    PlainColumn("原因", 160, 4),
)
_MOST: Final = 200
"""Of each type, the newest; nobody looks through more."""


@dataclass(frozen=True, slots=True)
class _Removed:
    """What a row stands for."""

    type_name: str
    id: RecordId
    title: str


class BinPage(Page):
    """Removed records of every type, the one removed last on top."""

    title = "回收站"
    menu_name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.said = Banner(theme, "ok")
        self.table = PlainTable(theme, "回收站", _COLUMNS)
        self.table.opened.connect(self.restore)
        self.back = button("恢复", "primary", theme=theme, icon="undo-2", tip="恢复所选（回车）")
        self.back.clicked.connect(self._restore_current)
        self._count = label("正在清点…", "muted")
        head = row(theme, label(self.title, "h1"), self._count, None, self.back, spacing=10)
        body = card(theme, self.table, margins=(1, 4, 1, 6))
        self.setLayout(column(theme, head, self.said, body, spacing=12, margins=(18, 14, 18, 12)))

    def arrive(self) -> None:
        self.table.setFocus()
        self._read()

    def refresh(self, changes: object) -> None:
        del changes  # whatever changed may have been removed
        self._read()

    def restore(self, what: object) -> None:
        """Put the record back that a row stands for."""
        if isinstance(what, _Removed):
            self.desk.ledger.restore_record(what.type_name, what.id, "从回收站恢复")
            self.said.say(f"已恢复“{what.title}”，它又在原来的列表里了。")

    def _restore_current(self) -> None:
        if (current := self.table.current) is not None:
            self.restore(current.what)

    def _read(self) -> None:
        self.desk.work.run(_removed, self._show, key="bin")

    def _show(self, rows: list[PlainRow]) -> None:
        self.table.show_rows(rows)
        self._count.setText(f"共 {len(rows)} 条，回车恢复" if rows else "回收站是空的")
        self.back.setEnabled(bool(rows))


def _removed(ledger: Ledger, _step: Step) -> list[PlainRow]:
    found = [line for kind in ledger.types() for line in _lines(ledger, kind)]
    return [line for _, line in sorted(found, key=lambda one: one[0], reverse=True)]


def _lines(ledger: Ledger, kind: RecordType) -> list[tuple[str, PlainRow]]:
    """The removed records of one type, each with its moment; child rows go with their owner."""
    if kind.owner is not None:
        return []
    lines: list[tuple[str, PlainRow]] = []
    for one in ledger.page(ListQuery(kind.name, removed=True), _MOST):
        last = next((line for line in ledger.history(one.id) if line.act == "life"), None)
        when, who, why = (last.when, last.who, last.reason) if last else ("", "", "")
        title = "　".join(one.shown.get(name, "") for name in kind.title).strip()
        texts = (kind.label, title or kind.label, when.replace("T", " ")[:16], who, why)
        lines.append((when, PlainRow(texts, "", _Removed(kind.name, one.id, texts[1]))))
    return lines


def make_page(desk: Desk, _intent: Intent) -> BinPage:
    """The waste bin; it needs nothing from the intent."""
    return BinPage(desk)
