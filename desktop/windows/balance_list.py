"""Below a report: whether its figures keep the official rules, and the remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.widgets import button, column, label, panel, picture, row, scrolled

if TYPE_CHECKING:
    from db.statistics.table import Balance
    from desktop.theme import Theme

__all__ = ["BalanceList"]


class BalanceList(QWidget):
    """One line when every rule is kept; the broken rules by name when not."""

    def __init__(self, theme: Theme, *beside: QWidget) -> None:
        """beside: what else stands in the line."""
        super().__init__()
        self._theme = theme
        self._icon = picture(theme, "circle-check", "ok")
        self._words = label("", "")
        self._words.setMinimumWidth(theme.px(60))
        self._more = button("规则和说明", "link", theme=theme)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        parts = (self._icon, self._words, *beside, None, self._more)
        line = row(theme, *parts, margins=(14, 4, 8, 4))
        self._inside = QWidget()
        self._inside.setProperty("role", "clear")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = column(theme, spacing=3, margins=(14, 0, 14, 8))
        self._inside.setLayout(self._lines)
        self._area = scrolled(self._inside)
        self._area.setProperty("role", "clear")
        self._area.setFixedHeight(theme.px(150))
        self._area.hide()
        self.setLayout(column(theme, panel(line), self._area, spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_balance(self, balance: Sequence[Balance], remarks: Sequence[str]) -> None:
        """Show the rules with their result, broken ones first, then the remarks."""
        broken = [one for one in balance if not one.holds]
        errors = [one for one in broken if one.severity == "error"]
        tone = "danger" if errors else "warn" if broken else "ok"
        icon = {"danger": "circle-alert", "warn": "triangle-alert"}.get(tone, "circle-check")
        self._icon.setPixmap(self._theme.pixmap(icon, tone))
        words = f"审核关系 {len(balance)} 条全部相符"
        if broken:
            words = f"审核关系 {len(broken)} 条不符，请核对"
        self._words.setText(words)
        self._words.setProperty("tone", tone)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._clear()
        for one in sorted(balance, key=lambda rule: rule.holds):
            self._lines.addWidget(self._rule(one))
        for remark in remarks:
            self._lines.addWidget(label(remark, "small", wrap=True))
        self._lines.addStretch(1)
        self._more.setChecked(bool(errors))

    def _rule(self, one: Balance) -> QWidget:
        tone = "ok" if one.holds else "danger" if one.severity == "error" else "warn"
        where = "" if one.holds else "　不符：" + "、".join(one.broken)
        words = label(f"{one.rule}　{one.text}{where}", "small", tone="" if one.holds else tone)
        words.setWordWrap(True)
        icon = picture(self._theme, "check" if one.holds else "x", tone, 14)
        line = row(self._theme, icon, words, spacing=6)
        line.setStretch(1, 1)
        return panel(line)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_more(self, on: bool) -> None:
        self._area.setVisible(on)
