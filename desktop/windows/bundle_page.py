"""Carrying data by stick: partners, bundles made and taken, receipts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget

from db.faults import Fault
from desktop.files import file_name
from desktop.look.widgets import Banner, button, card, column, label, panel, row, scrolled
from desktop.page import Desk, Intent, Page
from desktop.windows.bundle_history import COLUMNS, history_row, receipt_words
from desktop.windows.bundle_view import NOTHING_DONE, BundleView
from desktop.windows.partner_cards import PartnerCards
from desktop.windows.plain_table import PlainTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from db.exchange import Look, Made, Taken
    from db.ledger import Ledger
    from desktop.look.widgets import Card
    from desktop.work import Step

__all__ = ["BundlePage", "make_page"]

_HISTORY, _BUNDLE = range(2)
_BUNDLES: Final = "数据包 (*.sfb);;全部文件 (*)"
_RECEIPTS: Final = "回执 (*.sfr *.sfb);;全部文件 (*)"
_CARDS: Final = "名片 (*.card *.json);;全部文件 (*)"


class BundlePage(Page):
    """Everything that comes and goes; what is under way is shown until it has ended."""

    title = "数据包收发"
    menu_name = "bundles"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: Path | None = None
        self._said = {tone: Banner(desk.theme, tone) for tone in ("ok", "warn", "danger", "info")}
        self.partners = PartnerCards(desk.theme)
        self.history = PlainTable(desk.theme, "收发记录", COLUMNS)
        labels = {kind.name: kind.label for kind in desk.ledger.types()}
        self.bundle = BundleView(desk.theme, labels)
        self._lay_out()
        self.partners.send_wanted.connect(self._send)
        self.bundle.take_wanted.connect(self.take)
        self.bundle.closed.connect(self._close_bundle)
        self.bundle.opened.connect(desk.doors.open_record)

    # What it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(theme.px(4))
        self._busy.setAccessibleName("正在处理")
        self._busy.hide()
        body = row(theme, self._left(), self._right(), spacing=12)
        body.setStretch(1, 1)
        page = column(
            theme, self._head(), *self._said.values(), self._busy, body, spacing=10,
            margins=(18, 14, 18, 12),
        )  # fmt: skip
        page.setStretch(page.count() - 1, 1)
        self.setLayout(page)

    def _head(self) -> QBoxLayout:
        theme = self.desk.theme
        take = button("收数据包", "primary", theme=theme, icon="inbox")
        receipt = button("收回执", theme=theme, icon="file-check")
        code = button("输入电话回执码", theme=theme, icon="phone")
        take.clicked.connect(self.look_at)
        receipt.clicked.connect(self._take_receipt_file)
        code.clicked.connect(self.take_receipt_code)
        return row(theme, label(self.title, "h1"), None, code, receipt, take)

    def _left(self) -> Card:
        theme = self.desk.theme
        enrol = button("登记对方名片", theme=theme, icon="user-check")
        export = button("导出本单位名片", theme=theme, icon="id-card")
        enrol.clicked.connect(self._enrol)
        export.clicked.connect(self._export_card)
        inside = panel(column(theme, self.partners, None, margins=(12, 0, 12, 8)))
        area = scrolled(inside)
        area.setProperty("role", "clear")
        head = row(theme, label("往来单位", "h2"), None, margins=(14, 0, 8, 0))
        foot = column(theme, export, enrol, spacing=6, margins=(12, 0, 12, 2))
        made = card(theme, head, area, foot, margins=(1, 10, 1, 8), spacing=8)
        made.body.setStretch(1, 1)
        made.setFixedWidth(theme.px(268))
        return made

    def _right(self) -> Card:
        theme = self.desk.theme
        self._hint = label("", "muted", wrap=True)
        head = row(theme, label("收发记录", "h2"), self._hint, margins=(14, 0, 12, 0), spacing=10)
        head.setStretch(1, 1)
        history = column(theme, head, self.history, spacing=8, margins=(0, 10, 0, 0))
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "clear")
        self._stack.addWidget(panel(history))
        self._stack.addWidget(self.bundle)
        return card(theme, self._stack, margins=(1, 1, 1, 1), spacing=0)

    # As the window asks ---------------------------------------------------------------

    def arrive(self) -> None:
        self._show()

    def refresh(self, changes: object) -> None:
        del changes
        self._show()

    def step_back(self) -> bool:
        if self._stack.currentIndex() == _BUNDLE:
            self._close_bundle()
            return True
        return False

    def _show(self) -> None:
        carry = self.desk.ledger.carry
        self.partners.show_cards(carry.own_card(), carry.partners())
        notes = carry.bundles()
        self.history.show_rows([history_row(note) for note in notes])
        empty = "还没有收发过。登记对方名片后，按“生成数据包”写到 U 盘，交给对方。"
        self._hint.setText("" if notes else empty)

    def _say(self, tone: str, words: str) -> None:
        for name, banner in self._said.items():
            banner.say(words if name == tone else "")

    # Cards ----------------------------------------------------------------------------

    def _export_card(self) -> None:
        ledger = self.desk.ledger
        proposal = file_name(f"{ledger.name}名片", ".card")
        file = self.desk.messages.save_file(self, "导出本单位名片", proposal, _CARDS)
        if file is None:
            return
        try:
            made = ledger.carry.write_card(file)
        except Fault as fault:
            self.desk.messages.fault(self, fault)
            return
        self._say("ok", f"名片已写到 {file}。请交给对方，并在电话里核对指纹 {made.fingerprint}。")

    def _enrol(self) -> None:
        file = self.desk.messages.open_file(self, "登记对方名片", _CARDS)
        if file is None:
            return
        try:
            taken = self.desk.ledger.carry.enrol(file)
        except Fault as fault:
            self.desk.messages.fault(self, fault)
            return
        self._show()
        words = (
            f"已登记 {taken.name}。请打电话向对方核对指纹：{taken.fingerprint}，不一致请勿使用。"
        )
        self._say("warn", words)

    # Sending --------------------------------------------------------------------------

    def _send(self, code: str) -> None:
        folder = self.desk.messages.open_folder(self, "数据包写到哪里（U 盘）")
        if folder is None:
            return
        self._start("正在写入数据包，请勿拔出 U 盘…")

        def make(ledger: Ledger, _step: Step) -> Made:
            return ledger.carry.make(code, folder)

        self.desk.work.run(make, self._sent, self._failed)

    def _sent(self, made: Made) -> None:
        self._busy.hide()
        self._show()
        words = (
            f"可以拔出。第 {made.number} 号数据包已写好并核对：{made.file}（{made.changes} 项变更）"
        )
        self._say("ok", words)

    # Taking ---------------------------------------------------------------------------

    def look_at(self) -> None:
        """Ask for a bundle and show what it would do; nothing is imported."""
        file = self.desk.messages.open_file(self, "收数据包", _BUNDLES)
        if file is None:
            return
        self._file = file
        self._start("正在检查数据包，还没有导入…")

        def look(ledger: Ledger, _step: Step) -> Look:
            return ledger.carry.look(file)

        self.desk.work.run(look, self._looked, self._not_taken)

    def _looked(self, seen: Look) -> None:
        self._busy.hide()
        self._say("", "")
        self.bundle.show_look(seen)
        self._stack.setCurrentIndex(_BUNDLE)
        self.bundle.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Import the bundle that is shown."""
        file = self._file
        if file is None:
            return
        self._busy.show()
        self.bundle.show_busy("正在备份并写入，请稍候…")

        def take(ledger: Ledger, _step: Step) -> Taken:
            return ledger.carry.take(file)

        self.desk.work.run(take, self._taken, self._not_taken)

    def _taken(self, taken: Taken) -> None:
        self._busy.hide()
        self.bundle.show_taken(taken)
        # The worker's own connection told nobody in this window.
        self.desk.changes.happened.emit(taken.changes)

    def _not_taken(self, error: Exception) -> None:
        self._busy.hide()
        if not isinstance(error, Fault):
            raise error
        if self._stack.currentIndex() == _BUNDLE:
            self.bundle.show_failure(error.what, error.advice)
        else:
            self._say("danger", f"{NOTHING_DONE}。{error.what}{error.advice}")

    def _close_bundle(self) -> None:
        self._file = None
        self._stack.setCurrentIndex(_HISTORY)
        self._show()

    # Receipts -------------------------------------------------------------------------

    def _take_receipt_file(self) -> None:
        file = self.desk.messages.open_file(self, "收回执", _RECEIPTS)
        if file is not None:
            self._take_receipt(str(file))

    def take_receipt_code(self) -> None:
        """Ask for the code read on the telephone and take it."""
        code = self.desk.messages.ask_text(self, "请输入对方在电话里念的回执码")
        if code and code.strip():
            self._take_receipt(code.strip())

    def _take_receipt(self, given: str) -> None:
        try:
            taken = self.desk.ledger.carry.take_receipt(given)
        except Fault as fault:
            self.desk.messages.fault(self, fault)
            return
        self._show()
        tone, words = receipt_words(taken)
        self._say(tone, words)

    def _start(self, words: str) -> None:
        self._busy.show()
        self._say("info", words)

    def _failed(self, error: Exception) -> None:
        self._busy.hide()
        if not isinstance(error, Fault):
            raise error
        self._say("danger", f"{error.what}{error.advice}")


def make_page(desk: Desk, _intent: Intent) -> BundlePage:
    """The bundles; nothing is needed from the intent."""
    return BundlePage(desk)
