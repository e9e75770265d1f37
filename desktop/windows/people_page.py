"""Persons entered twice, side by side: merge them, say they are two, take them apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from db.kinds import Link
from db.ledger import Refused
from db.records import record_type
from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from db.kinds import RecordId
    from db.ledger import Ledger
    from db.ledger.people import SamePerson
    from desktop.work import Step

__all__ = ["PeoplePage", "make_page"]

_PAIRS: Final = (
    PlainColumn("情况", 150, 0, pill=True),
    PlainColumn("保留的一条", 160, 3),
    PlainColumn("另一条", 160, 3),
)
_SIDE: Final = (
    PlainColumn("栏目", 130),
    PlainColumn("保留的一条", 200, 3),
    PlainColumn("另一条", 200, 3),
    PlainColumn("", 70, 0, pill=True),
)
_MERGED: Final = "核对为同一人"
_SPLIT: Final = "核对为两人"


class PeoplePage(Page):
    """Pairs above, the chosen pair field by field below."""

    title = "同一人核对"
    menu_name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.said = Banner(theme, "ok")
        self.wrong = Banner(theme, "danger")
        self.pairs = PlainTable(theme, "可能是同一人的登记", _PAIRS)
        self.pairs.selectionModel().currentRowChanged.connect(self._compare)
        self.sides = PlainTable(theme, "两条登记对照", _SIDE)
        self._swapped = False
        self._count = label("正在核对…", "muted")
        words = label(
            "合并后，另一条不再列出和选用，它的聘任、任职显示在保留的一条下；"
            "登记一字不改，随时可以拆开。",
            "muted", wrap=True,
        )  # fmt: skip
        upper = card(theme, self.pairs, margins=(1, 4, 1, 6))
        lower = card(theme, self.sides, margins=(1, 4, 1, 6))
        layout = column(
            theme, self._head(), words, self.said, self.wrong, upper, lower, spacing=10,
            margins=(18, 14, 18, 12),
        )  # fmt: skip
        layout.setStretch(4, 4)
        layout.setStretch(5, 6)
        self.setLayout(layout)

    def _head(self) -> QHBoxLayout:
        theme = self.desk.theme
        self.swap = button("左右交换", theme=theme, icon="arrow-down-up", tip="换一条保留")
        self.two = button("不是一人", theme=theme, icon="x", tip="以后不再列出")
        self.merge = button(
            "合并", "primary", theme=theme, icon="check", tip="另一条并入保留的一条"
        )
        self.split = button("拆开", "primary", theme=theme, icon="undo-2", tip="两条都照旧列出")
        self.swap.clicked.connect(self._swap)
        self.two.clicked.connect(self.dismiss)
        self.merge.clicked.connect(self.merge_pair)
        self.split.clicked.connect(self.split_pair)
        return row(
            theme, label(self.title, "h1"), self._count, None, self.swap, self.two, self.merge,
            self.split, spacing=10,
        )  # fmt: skip

    @property
    def pair(self) -> SamePerson | None:
        """The chosen pair."""
        current = self.pairs.current
        return cast("SamePerson | None", None if current is None else current.what)

    @property
    def kept_and_other(self) -> tuple[RecordId, RecordId] | None:
        """The one to be kept, and the other."""
        pair = self.pair
        if pair is None:
            return None
        return (pair.other, pair.one) if self._swapped else (pair.one, pair.other)

    def arrive(self) -> None:
        self.pairs.setFocus()
        self._read()

    def refresh(self, changes: object) -> None:
        del changes
        self._read()

    def merge_pair(self) -> None:
        """Merge the other person into the one kept."""
        if (two := self.kept_and_other) is None:
            return
        kept, other = two
        try:
            self.desk.ledger.people.merge(other, kept, _MERGED)
        except Refused as refused:
            self.said.say("")
            self.wrong.say("；".join(one.message for one in refused.problems))
            return
        self._say(f"已合并到“{self.desk.ledger.title('person', kept)}”，列在下面，随时可以拆开。")

    def split_pair(self) -> None:
        """Take the merged pair apart again."""
        if (pair := self.pair) is not None:
            self.desk.ledger.people.split(pair.other, _SPLIT)
            self._say("已拆开，两条登记都和合并前一样。")

    def dismiss(self) -> None:
        """Remember that the pair are two people."""
        if (pair := self.pair) is not None:
            self.desk.ledger.people.dismiss(pair.one, pair.other)
            self._say("已记下：不是一人，以后不再列出。")

    def _say(self, words: str) -> None:
        self.wrong.say("")
        self.said.say(words)
        self._read()

    def _swap(self) -> None:
        self._swapped = not self._swapped
        self._compare()

    def _read(self) -> None:
        self.desk.work.run(_pairs, self._show, key="people")

    def _show(self, rows: list[PlainRow]) -> None:
        self.pairs.show_rows(rows)
        likely = sum(1 for one in rows if one.tone != "ok")
        merged = len(rows) - likely
        self._count.setText(f"可能是同一人 {likely} 对，已合并 {merged} 对")
        self._compare()

    def _compare(self, *_: object) -> None:
        if _:
            self._swapped = False
        pair, two = self.pair, self.kept_and_other
        merged = pair is not None and pair.merged
        for made in (self.swap, self.two, self.merge):
            made.setVisible(not merged)
            made.setEnabled(pair is not None)
        self.split.setVisible(merged)
        self.sides.show_rows([] if two is None else _side_by_side(self.desk.ledger, *two))


def _pairs(ledger: Ledger, _step: Step) -> list[PlainRow]:
    name = partial(ledger.title, "person")
    found = [*ledger.people.probable(), *ledger.people.merged()]
    return [
        PlainRow((one.why, name(one.one), name(one.other)), "ok" if one.merged else "warn", one)
        for one in found
    ]


def _side_by_side(ledger: Ledger, kept: RecordId, other: RecordId) -> list[PlainRow]:
    """The fields one of the two has, those that differ first; then what links to each."""
    kind = record_type("person")
    both = [ledger.record(one, "person") for one in (kept, other)]
    differing, equal = list[PlainRow](), list[PlainRow]()
    for f in kind.fields:
        if f.name == kind.aside or not f.kind.column:
            continue
        values = [None if one is None else getattr(one, f.name) for one in both]
        texts = [
            ledger.title(f.kind.target, v) if isinstance(f.kind, Link) and v else f.kind.show(v)
            for v in values
        ]
        if any(texts):
            same = texts[0] == texts[1]
            rows = equal if same else differing
            mark = "" if same else "不同" if all(texts) else "一方有"
            rows.append(PlainRow((f.label, *texts, mark), "warn" if mark == "不同" else ""))
    differing.sort(key=lambda one: one.tone != "warn")
    return [*differing, *equal, *_linked(ledger, kept, other)]


def _linked(ledger: Ledger, kept: RecordId, other: RecordId) -> list[PlainRow]:
    texts: list[str] = []
    for one in (kept, other):
        found = ledger.related("person", one)
        texts.append("、".join(f"{offer.note}：{offer.title}" for offer in found[:6]))
    return [PlainRow(("有关登记", *texts, ""))] if any(texts) else []


def make_page(desk: Desk, _intent: Intent) -> PeoplePage:
    """Who may be one in the whole ledger; nothing is needed from the intent."""
    return PeoplePage(desk)
