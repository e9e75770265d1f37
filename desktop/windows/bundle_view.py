"""A bundle looked at: five counts that add up, every record with what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look.widgets import Banner, button, column, label, panel, row
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.exchange import Counts, Look, Taken
    from desktop.theme import Theme

__all__ = ["BundleView", "ending"]

_OUTCOMES: Final = {
    "applied": ("新增或修改", "ok"),
    "same": ("相同", ""),
    "held": ("等待", "warn"),
    "conflict": ("冲突", "danger"),
    "refused": ("拒收", "danger"),
}
_COLUMNS: Final = (
    PlainColumn("类别", 120, 1),
    PlainColumn("名称", 200, 5),
    PlainColumn("结果", 116, 0, pill=True),
    PlainColumn("说明", 180, 4),
)
NOTHING_DONE: Final = "未导入，数据未动"


def ending(counts: Counts) -> str:
    """How an import ended, in one of two sentences; the third is `NOTHING_DONE`."""
    waiting = counts.held + counts.conflict + counts.refused
    return f"完成，有 {waiting} 条待处理" if waiting else "全部完成"


class BundleView(QWidget):
    """What a bundle would do, and after taking it what it did."""

    take_wanted = Signal()
    closed = Signal()
    opened = Signal(str, str)
    """A record is to be opened: type and id."""

    def __init__(self, theme: Theme, labels: Mapping[str, str]) -> None:
        """labels: the Chinese name of each record type."""
        super().__init__()
        self._theme = theme
        self._labels = labels
        self._title = label("", "h2")
        self._title.setMinimumWidth(theme.px(80))
        self.numbers = {name: label("0", "number") for name in _OUTCOMES}
        self._sum = label("", "muted")
        self._done = {tone: Banner(theme, tone) for tone in ("ok", "warn", "danger")}
        self._receipt = label("", "small", wrap=True)
        self._receipt.setMinimumHeight(theme.px(18))
        self._take = button("确认收取", "primary", theme=theme, icon="download")
        self._close = button("取消", theme=theme)
        self._take.clicked.connect(self.take_wanted)
        self._close.clicked.connect(self.closed)
        self.table = PlainTable(theme, "数据包内的记录", _COLUMNS)
        self.table.opened.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        head = row(theme, self._title, self._close, self._take, margins=(14, 0, 12, 0))
        head.setStretch(0, 1)
        counts = row(theme, spacing=18, margins=(14, 0, 14, 0))
        for name, number in self.numbers.items():
            words = _OUTCOMES[name][0]
            counts.addLayout(column(theme, number, label(words, "small"), spacing=0))
        counts.addStretch(1)
        counts.addWidget(self._sum)
        notes = panel(
            column(theme, *self._done.values(), self._receipt, margins=(14, 0, 14, 0), spacing=6)
        )
        made = column(theme, head, counts, notes, self.table, spacing=8, margins=(0, 10, 0, 0))
        made.setStretch(3, 1)
        self.setLayout(made)

    def show_look(self, seen: Look) -> None:
        """Show what a bundle would do; nothing is changed yet."""
        self._title.setText(f"{seen.sender}　第 {seen.number} 号数据包")
        self._show_counts(seen.counts)
        self._say("", "")
        self._receipt.setText("核对无误后按“确认收取”：先自动备份，再一次写入；出错则一条不动。")
        self._take.setVisible(True)
        self._take.setEnabled(True)
        self._close.setText("取消")
        rows: list[PlainRow] = []
        for one in seen.records:
            words, tone = _OUTCOMES.get(one.outcome, (one.outcome, ""))
            kind = self._labels.get(one.type_name, one.type_name)
            rows.append(PlainRow((kind, one.title, words, one.why), tone, (one.type_name, one.id)))
        self.table.show_rows(rows)

    def show_busy(self, words: str) -> None:
        """Say that the bundle is being taken."""
        self._take.setEnabled(False)
        self._receipt.setText(words)

    def show_taken(self, taken: Taken) -> None:
        """Show how it ended: the sentence, the counts, the receipt."""
        words = ending(taken.counts)
        tone = "warn" if "待处理" in words else "ok"
        self._show_counts(taken.counts)
        self._say(f"{words}。{taken.already}", tone)
        self._receipt.setText(
            f"回执文件：{taken.receipt}（请带回给发出单位）　电话回执码：{taken.receipt_code}"
        )
        self._take.setVisible(False)
        self._close.setText("关闭")

    def show_failure(self, what: str, advice: str) -> None:
        """Say that nothing was imported, and why."""
        self._say(f"{NOTHING_DONE}。{what}{advice}", "danger")
        self._receipt.setText("")
        self._take.setEnabled(False)
        self._close.setText("关闭")

    def _show_counts(self, counts: Counts) -> None:
        for name, number in self.numbers.items():
            count = int(getattr(counts, name))
            number.setText(str(count))
            # A nought is nothing to worry about, so it has no colour.
            number.setProperty("tone", _OUTCOMES[name][1] if count else "")
            number.style().unpolish(number)
            number.style().polish(number)
            number.setAccessibleName(f"{_OUTCOMES[name][0]} {number.text()} 项")
        shown = "＋".join(number.text() for number in self.numbers.values())
        self._sum.setText(f"{shown}＝{counts.total} 项")

    def _say(self, words: str, tone: str) -> None:
        for name, banner in self._done.items():
            banner.say(words if name == tone else "")

    def _open(self, what: object) -> None:
        if isinstance(what, tuple):
            kind, record_id = (str(one) for one in what)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            self.opened.emit(kind, record_id)
