"""The units one exchanges data with, each with what proves who it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.widgets import Pill, button, column, label, row

if TYPE_CHECKING:
    from db.exchange import Card as PublicCard
    from desktop.theme import Theme

__all__ = ["PartnerCards"]


class PartnerCards(QWidget):
    """Own card first, then the partners; each partner can be sent a bundle."""

    send_wanted = Signal(str)
    """A bundle is to be made for the partner of this code."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = column(theme, spacing=8)
        self.setLayout(self._column)

    def show_cards(self, own: PublicCard, partners: Sequence[PublicCard]) -> None:
        """Show these cards."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._card(own, own=True))
        for partner in partners:
            self._column.addWidget(self._card(partner, own=False))
        if not partners:
            self._column.addWidget(
                label(
                    "还没有登记往来单位。请把本单位名片交给对方，并向对方要来名片文件登记。",
                    "muted",
                    wrap=True,
                )
            )

    def _card(self, shown: PublicCard, *, own: bool) -> QFrame:
        theme = self._theme
        made = QFrame()
        made.setProperty("role", "card")
        name = label(shown.name)
        name.setToolTip(shown.name)
        name.setMinimumWidth(theme.px(60))
        pill = Pill(theme, "本单位" if own else shown.kind_label, "ok" if own else "info")
        head = row(theme, name, pill, spacing=6)
        head.setStretch(0, 1)
        mark = label(shown.fingerprint, "small")
        mark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark.setToolTip("电话里逐组念给对方核对；一致才可信")
        mark.setAccessibleName(f"{shown.name}指纹 {shown.fingerprint}")
        parts: list[QWidget] = [mark]
        body = column(theme, head, label(f"代码 {shown.code}", "small"), *parts, spacing=2,
                      margins=(12, 8, 10, 8))  # fmt: skip
        if not own:
            send = button("生成数据包", "primary", theme=theme, icon="usb")
            send.setAccessibleName(f"为{shown.name}生成数据包")
            send.clicked.connect(partial(self.send_wanted.emit, shown.code))
            body.addLayout(row(theme, send, None, margins=(0, 6, 0, 2)))
        made.setLayout(body)
        return made
