"""Settings: the look, the operator's password, backups, what the program is made of."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from db.faults import Fault
from desktop import VERSION
from desktop.look.widgets import Banner, button, card, column, label, panel, row, scrolled
from desktop.page import Desk, Intent, Page
from desktop.theme import NORMAL
from desktop.windows.plain_table import PlainColumn, PlainRow, PlainTable
from desktop.windows.profile_card import ProfileCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from db.ledger import Ledger
    from desktop.look.widgets import Card
    from desktop.work import Step

__all__ = ["SettingsPage", "make_page"]

_SHORTEST: Final = 8
_COLUMNS: Final = (
    PlainColumn("时间", 160, 2),
    PlainColumn("文件夹", 200, 5),
)
_WAYS: Final = (
    ("numbers", "编号情况", "tag", "最后一号、空号、重号"),
    ("duplicates", "疑似重复", "copy", "同样的当事人、相同的协议"),
    ("people", "同一人核对", "users", "人员登记了两次的，合并或拆开"),
    ("bin", "回收站", "trash-2", "移除的记录，可以恢复"),
)
"""Pages behind this one: name, words, icon, what for."""
_LICENCES: Final = (
    ("Qt for Python（PySide6-Essentials）", "LGPL-3.0"),
    ("SQLCipher、SQLite", "BSD、公有领域"),
    ("ReportLab、PDFium（pypdfium2）", "BSD、BSD/Apache-2.0"),
    ("age（pyrage）、libsodium（PyNaCl）、Argon2", "MIT/Apache-2.0、ISC、MIT"),
    ("zxing-cpp、Pillow", "Apache-2.0、MIT-CMU"),
    ("openpyxl、sqlite-utils、zstandard、platformdirs", "MIT、Apache-2.0、BSD、MIT"),
    ("Noto CJK 等字体；Lucide 图标", "SIL OFL 1.1；ISC"),
)


class SettingsPage(Page):
    """Four cards in two columns; everything takes effect at once."""

    title = "设置"
    menu_name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._said = {tone: Banner(theme, tone) for tone in ("ok", "danger", "info")}
        self.backups = PlainTable(theme, "备份", _COLUMNS)
        self.backups.setMinimumHeight(theme.px(210))
        self.old, self.new, self.again = (self._secret(w) for w in ("原密码", "新密码", "再输一遍"))
        left = column(
            theme, self._look_card(), ProfileCard(desk), self._password_card(), None, spacing=12
        )
        right = column(theme, self._backup_card(), self._about_card(), None, spacing=12)
        body = row(theme, left, right, spacing=12)
        body.setStretch(0, 4)
        body.setStretch(1, 6)
        ways = [self._way(*one) for one in _WAYS]
        inner = column(
            theme, row(theme, label(self.title, "h1"), None, *ways), *self._said.values(), body, None, spacing=12,
            margins=(18, 14, 18, 12),
        )  # fmt: skip
        self.setLayout(column(theme, scrolled(panel(inner, "page")), spacing=0))

    def _way(self, page: str, words: str, icon: str, tip: str) -> QPushButton:
        made = button(words, theme=self.desk.theme, icon=icon, tip=tip)
        made.clicked.connect(partial(self.desk.doors.open, Intent(page)))
        return made

    def arrive(self) -> None:
        self._show_backups()

    def _say(self, tone: str, words: str) -> None:
        for name, banner in self._said.items():
            banner.say(words if name == tone else "")

    # The look -------------------------------------------------------------------------

    def _look_card(self) -> Card:
        theme = self.desk.theme
        large = theme.scale > NORMAL
        return card(
            theme,
            label("外观", "h2"),
            row(theme, label("颜色", "field"),
                self._choice("浅色", not theme.dark, dark=False, large=large),
                self._choice("深色", theme.dark, dark=True, large=large), None),
            row(theme, label("字号", "field"),
                self._choice("标准", not large, dark=theme.dark, large=False),
                self._choice("大字", large, dark=theme.dark, large=True), None),
        )  # fmt: skip

    def _choice(self, words: str, on: bool, *, dark: bool, large: bool) -> QPushButton:
        made = button(words, "chip", theme=self.desk.theme, checkable=True)
        made.setChecked(on)

        def choose() -> None:
            made.setChecked(on)
            if not on:
                self.desk.doors.change_look(dark, large)

        made.clicked.connect(choose)
        return made

    # The password ---------------------------------------------------------------------

    def _secret(self, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setPlaceholderText(words)
        made.setAccessibleName(words)
        made.returnPressed.connect(self.change_password)
        return made

    def _password_card(self) -> Card:
        theme, operator = self.desk.theme, self.desk.ledger.operator
        self._change = button("修改密码", theme=theme, icon="key-round")
        self._change.clicked.connect(self.change_password)
        hint = f"至少 {_SHORTEST} 个字符。忘记密码时，只有打印的恢复密钥能重设。"
        return card(
            theme, label(f"修改密码（{operator}）", "h2"), self.old, self.new, self.again,
            label(hint, "small", wrap=True), row(theme, self._change, None),
        )  # fmt: skip

    def change_password(self) -> None:
        """Set the new password when both lines agree and the old one is right."""
        old, new = self.old.text(), self.new.text()
        if len(new) < _SHORTEST:
            self._say("danger", f"新密码太短，没有修改。请输入至少 {_SHORTEST} 个字符。")
            return
        if new != self.again.text():
            self._say("danger", "两遍新密码不一样，没有修改。请重新输入。")
            return
        self._change.setEnabled(False)

        def change(ledger: Ledger, _step: Step) -> None:
            ledger.change_password(old, new)

        self.desk.work.run(change, self._changed, self._not_changed)

    def _changed(self, _: object) -> None:
        self._change.setEnabled(True)
        for one in (self.old, self.new, self.again):
            one.clear()
        self._say("ok", "密码已修改，下次打开台账时使用新密码。")

    def _not_changed(self, error: Exception) -> None:
        self._change.setEnabled(True)
        self._fault(error)

    # Backups --------------------------------------------------------------------------

    def _backup_card(self) -> Card:
        theme = self.desk.theme
        self._now = button("立即备份", "primary", theme=theme, icon="save")
        self._away = button("备份到 U 盘…", theme=theme, icon="usb")
        self._now.clicked.connect(self.back_up_here)
        self._away.clicked.connect(self.back_up_away)
        head = row(theme, label("备份", "h2"), None, self._away, self._now, margins=(14, 0, 12, 0))
        made = card(theme, head, self.backups, margins=(1, 10, 1, 1), spacing=8)
        made.body.setStretch(1, 1)
        return made

    def _show_backups(self) -> None:
        rows = [
            PlainRow((_day_and_time(one.made), one.file.name))
            for one in self.desk.ledger.store.backups()
        ]
        self.backups.show_rows(rows)

    def back_up_here(self) -> None:
        """Make a backup in the ledger folder."""
        self._back_up(None)

    def back_up_away(self) -> None:
        """Ask for a folder and make a backup there."""
        folder = self.desk.messages.open_folder(self, "备份到哪里")
        if folder is not None:
            self._back_up(folder)

    def _back_up(self, target: Path | None) -> None:
        for one in (self._now, self._away):
            one.setEnabled(False)
        self._say("info", "正在备份并核对，请稍候…")

        def back_up(ledger: Ledger, _step: Step) -> Path:
            return ledger.store.backup(target).file

        self.desk.work.run(back_up, self._backed_up, self._not_backed_up)

    def _backed_up(self, file: Path) -> None:
        self._allow_backup()
        self._say("ok", f"备份已做好并核对：{file}")
        self._show_backups()

    def _not_backed_up(self, error: Exception) -> None:
        self._allow_backup()
        self._fault(error)

    def _allow_backup(self) -> None:
        for one in (self._now, self._away):
            one.setEnabled(True)

    # About ----------------------------------------------------------------------------

    def _about_card(self) -> Card:
        theme, ledger = self.desk.theme, self.desk.ledger
        lines: list[QWidget] = [
            label(f"司法所台账 v{VERSION}　{ledger.name}（{ledger.code}）"),
            label(f"台账文件夹：{ledger.folder}", "small", wrap=True),
        ]
        for what, licence in _LICENCES:
            lines.append(label(f"{what}：{licence}", "small", wrap=True))
        return card(theme, label("关于与许可", "h2"), *lines, spacing=4)

    def _fault(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._say("danger", f"{error.what}{error.advice}")


def _day_and_time(made: str) -> str:
    return f"{datetime.fromisoformat(made):%Y-%m-%d %H:%M}"


def make_page(desk: Desk, _intent: Intent) -> SettingsPage:
    """The settings; nothing is needed from the intent."""
    return SettingsPage(desk)
