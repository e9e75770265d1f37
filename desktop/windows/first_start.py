"""The first start: make a ledger, open one that exists, or look at the fictional one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QStackedWidget, QWidget

from desktop.look.fields import centred, labelled, line
from desktop.look.widgets import Banner, button, card, column, label, picture, row
from desktop.theme import Theme
from desktop.windows.new_password import SHORTEST_PASSWORD

if TYPE_CHECKING:
    from desktop.messages import Messages

__all__ = ["FirstStart", "NewLedger"]

_KINDS: Final = (("office", "司法所"), ("laptop", "司法所的便携机"), ("county", "县（区）司法局"))


@dataclass(frozen=True, slots=True)
class NewLedger:
    """What was filled in for a new ledger."""

    folder: Path
    kind: str
    name: str
    code: str
    operator: str
    password: str


class FirstStart(QWidget):
    """Three ways to begin; the caller does the work and says how it went."""

    new_wanted = Signal(object)
    open_wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(self, theme: Theme, messages: Messages, proposal: Path) -> None:
        super().__init__()
        self._theme = theme
        self._messages = messages
        self._folder = proposal
        self.setWindowTitle("开始使用 · 司法所台账")
        self._stack = QStackedWidget()
        self._stack.addWidget(centred(theme, self._choices()))
        self._stack.addWidget(centred(theme, self._form()))
        self._waiting = label("", "h2")
        self._stack.addWidget(centred(theme, card(theme, self._waiting, margins=(40, 30, 40, 30))))
        self.setLayout(column(theme, self._stack, spacing=0))

    def wait(self, sentence: str) -> None:
        """Say what is being done; nothing can be pressed meanwhile."""
        self._waiting.setText(sentence)
        self._stack.setCurrentIndex(2)

    def refuse(self, sentence: str) -> None:
        """Say why it did not work and let the user choose again."""
        at_form = bool(self._name.text())
        self._stack.setCurrentIndex(1 if at_form else 0)
        (self._form_banner if at_form else self._banner).say(sentence)

    # The three ways -----------------------------------------------------------------

    def _choices(self) -> QFrame:
        theme = self._theme
        self._banner = Banner(theme, "danger")
        new = button("新建台账", "primary", theme=theme, icon="folder-plus")
        present = button("打开已有", theme=theme, icon="folder-open")
        demo = button("看演示台账", theme=theme, icon="play")
        new.clicked.connect(self._show_form)
        present.clicked.connect(self._choose_present)
        demo.clicked.connect(self.demo_wanted)
        ways = (
            ("landmark", "为本单位建立一本加密的台账，设密码，抄写恢复密钥。", new),
            ("hard-drive", "打开本机上已有的台账文件夹，或从备份恢复出来的文件夹。", present),
            ("eye", "看一个虚构乡镇的台账，随便改动，关闭后不保留。", demo),
        )
        parts = [self._way(*way) for way in ways]
        made = card(
            theme,
            label("司法所台账", "big"),
            label("登记一次，表格、文书、统计和上报都从这里出。数据加密保存在本机。", "muted"),
            self._banner,
            *parts,
            margins=(32, 26, 32, 26),
            spacing=14,
        )
        made.setFixedWidth(theme.px(620))
        return made

    def _way(self, icon: str, words: str, act: QPushButton) -> QWidget:
        theme = self._theme
        act.setMinimumWidth(theme.px(140))
        text = label(words, wrap=True)
        inner = row(theme, picture(theme, icon, "primary", 24), text, act, spacing=14)
        inner.setStretch(1, 1)
        return card(theme, inner, margins=(16, 12, 16, 12))

    def _choose_present(self) -> None:
        folder = self._messages.open_folder(self, "选择台账文件夹（里面有 ledger.db）")
        if folder is not None:
            self.open_wanted.emit(folder)

    # The form of a new ledger -------------------------------------------------------

    def _form(self) -> QFrame:
        theme = self._theme
        self._form_banner = Banner(theme, "danger")
        self._kind = QComboBox()
        self._kind.setAccessibleName("用在哪里")
        for name, words in _KINDS:
            self._kind.addItem(words, name)
        self._name = line(theme, "单位名称", "如：清河镇司法所")
        self._code = line(theme, "单位代码", "9 位区划代码或上级分配的代码")
        self._operator = line(theme, "操作员", "您的姓名")
        self._first = line(theme, "密码", f"至少 {SHORTEST_PASSWORD} 位", secret=True)
        self._again = line(theme, "再输一次密码", secret=True)
        self._where = line(theme, "保存位置")
        self._where.setText(str(self._folder))
        choose = button("选择", theme=theme)
        choose.clicked.connect(self._choose_place)
        back = button("返回", "link", theme=theme, icon="arrow-left")
        back.clicked.connect(self._show_choices)
        make = button("建立台账", "primary", theme=theme, icon="check")
        make.clicked.connect(self._make)
        lines = (self._name, self._code, self._operator, self._first, self._again)
        for at, following in pairwise(lines):
            at.returnPressed.connect(following.setFocus)
        for last in (self._again, self._where):
            last.returnPressed.connect(self._make)
        made = card(
            theme,
            row(theme, label("新建台账", "big"), None),
            self._form_banner,
            labelled(theme, "用在哪里", self._kind),
            labelled(theme, "单位名称", self._name),
            labelled(theme, "单位代码", self._code),
            labelled(theme, "操作员", self._operator),
            labelled(theme, "密码", self._first),
            labelled(theme, "再输一次", self._again),
            labelled(theme, "保存位置", self._where, choose),
            row(theme, back, None, make),
            margins=(32, 22, 32, 22),
            spacing=10,
        )
        made.setFixedWidth(theme.px(560))
        return made

    def _show_form(self) -> None:
        self._stack.setCurrentIndex(1)
        self._name.setFocus()

    def _show_choices(self) -> None:
        self._stack.setCurrentIndex(0)

    def _choose_place(self) -> None:
        folder = self._messages.open_folder(self, "选择一个空文件夹")
        if folder is not None:
            self._where.setText(str(folder))

    def _make(self) -> None:
        given = NewLedger(
            folder=Path(self._where.text().strip()),
            kind=str(self._kind.currentData()),
            name=self._name.text().strip(),
            code=self._code.text().strip(),
            operator=self._operator.text().strip(),
            password=self._first.text(),
        )
        wrong = self._wrong(given)
        self._form_banner.say(wrong)
        if not wrong:
            self.new_wanted.emit(given)

    def _wrong(self, given: NewLedger) -> str:
        if not given.name or not given.operator:
            return "单位名称和操作员都要填写，它们印在文书和修改记录里。"
        if not (given.code.isascii() and given.code.isalnum() and len(given.code) <= 20):
            return "单位代码只用数字和字母，最多 20 位。"
        if len(given.password) < SHORTEST_PASSWORD:
            return f"密码太短，请至少输入 {SHORTEST_PASSWORD} 位。"
        if given.password != self._again.text():
            return "两次输入的密码不一样，请重新输入。"
        return ""
