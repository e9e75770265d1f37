"""Help and about: the keys that work here, how to type quickly, version and licences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout

from desktop import VERSION
from desktop.look.widgets import Card, button, card, column, label, panel, row, scrolled
from desktop.page import Desk, Intent, Page

__all__ = ["HelpPage", "make_page"]

_HABITS: Final = (
    ("Enter / Tab", "到下一栏；Shift+Enter 回上一栏；多行栏里用 Ctrl+Enter"),
    ("20260315、0315、t", "日期可连写；只写月日按今年；t 是今天，+7 是七天后"),
    ("zxm", "姓名、地名、单位都可用拼音首字母查找；证号、电话可用末几位"),
    ("身份证号", "填好后自动带出性别和出生日期，并核对校验位"),
    ("F6", "照抄上一条同一栏的内容"),
)

_LICENCES: Final = (
    "界面用 Qt for Python（PySide6-Essentials，LGPL-3.0）；图标来自 Lucide（ISC）；"
    "字体来自 Noto CJK 等开源字体（SIL OFL 1.1）；数据库 SQLCipher（BSD）；"
    "排印 ReportLab（BSD）；预览 PDFium（BSD/Apache-2.0）；数据包封装 age 与 Ed25519。"
)


class HelpPage(Page):
    """One page to read; the keys are those of the page one came from."""

    title = "帮助与关于"
    menu_name = "help"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        back = button("返回", "link", theme=theme, icon="arrow-left", tip="Esc")
        back.clicked.connect(desk.doors.back)
        keys = [(key.sequence, key.label) for key in desk.doors.keys_here()]
        ledger = desk.ledger
        about = card(
            theme,
            label("关于", "h2"),
            label(f"司法所台账 v{VERSION}"),
            label(f"台账文件夹：{ledger.folder}", "muted", wrap=True),
            label(f"单位：{ledger.name}　代码：{ledger.code}　操作员：{ledger.operator}", "muted"),
            label(_LICENCES, "small", wrap=True),
        )
        inner = column(
            theme,
            row(theme, back, label("帮助与关于", "h1"), None),
            self._table("刚才那一页的按键", keys),
            self._table("快速录入", _HABITS),
            about,
            None,
            spacing=12,
            margins=(18, 10, 18, 12),
        )
        self._area = scrolled(panel(inner, "page"))
        # The page has nothing to type in, so the arrow keys scroll it.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName("帮助内容")
        self.setLayout(column(theme, self._area, spacing=0))

    def _table(
        self, heading: str, lines: list[tuple[str, str]] | tuple[tuple[str, str], ...]
    ) -> Card:
        theme = self.desk.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for at, (left, right) in enumerate(lines):
            grid.addWidget(label(left), at, 0)
            grid.addWidget(label(right, "muted", wrap=True), at, 1)
        return card(theme, label(heading, "h2"), grid)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._area.setFocus()


def make_page(desk: Desk, _intent: Intent) -> HelpPage:
    """The help page; it needs nothing from the intent."""
    return HelpPage(desk)
