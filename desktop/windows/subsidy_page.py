"""以案定补 of a quarter: which cases are payable, their claims, the checks, the papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QComboBox

from db.faults import Fault
from db.kinds import DATE
from db.ledger import Candidate, ListQuery, Refused
from desktop.look.widgets import Banner, button, card, column, label, row
from desktop.page import Desk, Intent, Page
from desktop.shortcuts import Key
from desktop.windows.period_bar import PeriodBar
from desktop.windows.subsidy_rows import COLUMNS, FILTERS, key_of, rows_of, summary_of
from desktop.windows.tick_table import TickTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout, QPushButton

    from db.kinds import RecordId
    from db.ledger import Changes, Ledger
    from desktop.work import Step

__all__ = ["SubsidyPage", "make_page"]

_NO_STANDARDS: Final = (
    "台账里还没有补助标准，案件算不出金额。请登记本地的标准，或先加入一地的示例再改。"
)
_MOST_SAID: Final = 6


@dataclass(frozen=True, slots=True)
class _StepOn:
    """A button that takes claims a step on: its words, the state before and after."""

    words: str
    before: tuple[str, ...]
    after: str


_STEPS: Final = (
    _StepOn("初审通过", ("1",), "2"),
    _StepOn("复核通过", ("2",), "3"),
    _StepOn("发放", ("3",), "4"),
    _StepOn("不予发放", ("1", "2", "3"), "9"),
)
_PAPERS: Final = (
    ("申报表", "subsidy_application", ("1", "2", "3", "4")),
    ("汇总表", "subsidy_list", ("1", "2", "3", "4")),
    ("发放表", "subsidy_sheet", ("3", "4")),
)
"""Button, paper, and the states of the claims it prints: only what was reviewed is paid."""


class SubsidyPage(Page):
    """One quarter: tick cases, make their claims, take them through the checks, print."""

    title = "以案定补"
    menu_name = "subsidy"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.found: list[Candidate] = []
        self.period = PeriodBar(theme, desk.ledger.today)
        self.period.offer(("quarter",))
        self.period.kinds.hide()
        self.filter = QComboBox()
        self.filter.setAccessibleName("显示哪些案件")
        self.filter.addItems(FILTERS)
        self.table = TickTable(theme, "本季度的案件", COLUMNS, key_of)
        self.steps: dict[str, QPushButton] = {}
        self._lay_out()
        self.period.changed.connect(self._read)
        self.filter.activated.connect(self._show_rows)
        self.table.ticked.connect(self._count_ticks)
        self.table.opened.connect(self._open)

    # What it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.desk.theme
        add = button("加入示例标准…", "link", theme=theme)
        add.clicked.connect(self.start)
        self.missing = Banner(theme, "warn", add)
        self.summary = label("", "muted")
        self.summary.setMinimumWidth(theme.px(60))
        bar = row(theme, self.period, self.filter, self.summary, spacing=12)
        bar.setStretch(2, 1)
        body = card(theme, self.table, margins=(1, 4, 1, 6))
        page = column(
            theme, self._head(), self.missing, bar, body, self._foot(),
            spacing=10, margins=(18, 14, 18, 12),
        )  # fmt: skip
        page.setStretch(3, 1)
        self.setLayout(page)

    def _head(self) -> QBoxLayout:
        theme, doors = self.desk.theme, self.desk.doors
        links = [
            (words, partial(doors.open_list, name))
            for words, name in (
                ("补助标准", "subsidy_standard"),
                ("难度认定标准", "grading_criterion"),
                ("全部申报", "subsidy"),
            )
        ]
        made: list[QPushButton] = []
        for words, go in links:
            made.append(button(words, "link", theme=theme))
            made[-1].clicked.connect(lambda _=False, go=go: go())
        prints: list[QPushButton] = []
        for words, paper, states in _PAPERS:
            prints.append(button(words, theme=theme, icon="printer"))
            prints[-1].clicked.connect(partial(self.open_paper, paper, states))
        return row(theme, label(self.title, "h1"), None, *made, *prints)

    def _foot(self) -> QBoxLayout:
        theme = self.desk.theme
        self._ticks = label("", "small")
        self.make = button("生成申报", "primary", theme=theme, icon="file-plus")
        self.make.clicked.connect(self.claim)
        for step in _STEPS:
            made = button(step.words, theme=theme)
            made.clicked.connect(partial(self.advance, step))
            self.steps[step.after] = made
        return row(theme, self.make, *self.steps.values(), self._ticks, None)

    # As the window asks ---------------------------------------------------------------

    def keys(self) -> list[Key]:
        return [Key("Ctrl+Return", "生成申报", self.claim)]

    def arrive(self) -> None:
        self.table.setFocus()
        self._read()

    def step_back(self) -> bool:
        if self.filter.currentIndex():
            self.filter.setCurrentIndex(0)
            self._show_rows()
            return True
        return False

    def refresh(self, changes: object) -> None:
        del changes  # cases, mediators, standards and claims all count
        self._read()

    # Showing --------------------------------------------------------------------------

    def _read(self) -> None:
        period = self.period.period

        def read(ledger: Ledger, _step: Step) -> tuple[list[Candidate], int]:
            standards = ledger.count(ListQuery("subsidy_standard"))
            return ledger.subsidies.candidates(period), standards

        self.desk.work.run(read, self._show, self._failed, key=f"subsidies {id(self)}")

    def _show(self, read: tuple[list[Candidate], int]) -> None:
        self.found, standards = read
        self.missing.say("" if standards else _NO_STANDARDS)
        self.summary.setText(summary_of(self.found))
        self.summary.setToolTip(self.summary.text())
        self._show_rows()

    def _show_rows(self, *_: object) -> None:
        quarter = self.period.period.label
        self.table.show_rows(rows_of(self.found, self.filter.currentText(), quarter))

    def _count_ticks(self) -> None:
        claimable = len(self._ticked_cases())
        self.make.setEnabled(claimable > 0)
        self.make.setText(f" 生成申报（{claimable}）" if claimable else " 生成申报")
        for step in _STEPS:
            number = len(self._ticked_claims(step))
            self.steps[step.after].setEnabled(number > 0)
            self.steps[step.after].setText(f"{step.words}（{number}）" if number else step.words)
        total = len(self.table.ticked_rows)
        self._ticks.setText(
            f"已勾选 {total} 件" if total else "空格勾选，Ctrl+A 全选，回车打开案件"
        )

    def _ticked(self) -> list[Candidate]:
        return cast("list[Candidate]", self.table.ticked_rows)

    def _ticked_cases(self) -> list[RecordId]:
        return [one.id for one in self._ticked() if one.claimable]

    def _ticked_claims(self, step: _StepOn) -> list[RecordId]:
        ticked = self._ticked()
        return [one.claim for one in ticked if one.claim is not None and one.state in step.before]

    def _open(self, what: object) -> None:
        if isinstance(what, Candidate):
            self.desk.doors.open_record("mediation_case", what.id)

    def _failed(self, error: Exception) -> None:
        self.desk.messages.fault(self, error)

    # Doing ----------------------------------------------------------------------------

    def claim(self) -> None:
        """Make the claims of the ticked cases."""
        ids, period = self._ticked_cases(), self.period.period
        if ids:
            claim = self.desk.ledger.subsidies.claim
            self._do(lambda: claim(period, ids), f"已生成 {len(ids)} 件申报。")

    def advance(self, step: _StepOn, *_: object) -> None:
        """Take the ticked claims a step on, asking for the date, or why they are not paid."""
        ids = self._ticked_claims(step)
        day, reason = self.desk.ledger.today, ""
        if step.after == "9":
            given = self.desk.messages.ask_text(self, f"{len(ids)} 件不予发放的原因：")
            if not given:
                return
            reason = given
        else:
            chosen = self._ask_day(f"{len(ids)} 件{step.words}的日期：", day)
            if chosen is None:
                return
            day = chosen
        move = self.desk.ledger.subsidies.advance
        self._do(
            lambda: move(ids, step.after, day, reason=reason), f"{len(ids)} 件已{step.words}。"
        )

    def start(self, *_: object) -> None:
        """Add the standards of an example place, applying from a day that is asked for."""
        subsidies = self.desk.ledger.subsidies
        examples = subsidies.examples()
        words = [one.label for one in examples]
        more = "\n".join(f"{one.label}：{one.note}" for one in examples)
        chosen = self.desk.messages.choose(
            self, "加入哪一地的补助标准和难度认定标准？", [*words, "取消"], more
        )
        if chosen >= len(examples):
            return
        first = self.period.period.first
        day = self._ask_day(f"“{words[chosen]}”的标准从哪一天起执行：", first)
        if day is not None:
            name = examples[chosen].name
            self._do(lambda: subsidies.start(name, day), "已加入，请按本地文件核对金额。")

    def open_paper(self, paper: str, states: tuple[str, ...], *_: object) -> None:
        """Show a paper of the quarter's claims, ready to print."""
        ids = tuple(self.desk.ledger.subsidies.claims(self.period.period, states))
        if not ids:
            what = "还没有复核通过的申报。" if "1" not in states else "这个季度还没有申报。"
            self.desk.messages.warn(self, what, "请先勾选案件，生成申报并办理初审、复核。")
            return
        intent = Intent("papers", type_name="subsidy", name=paper, where=(("id", ids),))
        self.desk.doors.open(intent)

    def _ask_day(self, words: str, day: date) -> date | None:
        text = self.desk.messages.ask_text(self, words, day.isoformat())
        if text is None:
            return None
        try:
            return DATE.read(text)
        except ValueError as wrong:
            self.desk.messages.warn(self, str(wrong))
            return None

    def _do(self, change: Callable[[], Changes], done: str) -> None:
        """Change the ledger, and say what was done or why nothing was."""
        try:
            change()
        except Refused as refused:
            told = [one.message for one in refused.problems]
            rest = f"\n另有 {len(told) - _MOST_SAID} 条。" if len(told) > _MOST_SAID else ""
            self.desk.messages.warn(self, "没有改动。", "\n".join(told[:_MOST_SAID]) + rest)
        except Fault as fault:
            self.desk.messages.fault(self, fault)
        else:
            self.desk.doors.say(done)


def make_page(desk: Desk, _intent: Intent) -> SubsidyPage:
    """The subsidies of the quarter that is running."""
    return SubsidyPage(desk)
