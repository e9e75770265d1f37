"""The preview of a paper: its pages as they will be printed, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look.widgets import Banner, button, column, label, panel, row
from desktop.paint.pages_view import PagesView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.theme import Theme
    from forms.plan import Plan

__all__ = ["PreviewPane"]


class PreviewPane(QWidget):
    """Shows a plan live; fit to width, zoom, page count, what no font can draw."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, *, prints: bool = True) -> None:
        """`prints`: whether it offers 打印 and 另存 PDF; a form's own preview does not."""
        super().__init__()
        self._theme = theme
        self._plan: Plan | None = None
        self.view = PagesView(theme)
        self._page = label("没有页面", "muted")
        self._missing = Banner(theme, "warn")
        smaller = self._tool("zoom-out", "缩小", -1)
        larger = self._tool("zoom-in", "放大", 1)
        self._fit = button("适合宽度", "link", theme=theme)
        self._fit.clicked.connect(self._fit_width)
        self._save = button("另存 PDF", theme=theme, icon="download")
        self._save.clicked.connect(self.save_wanted)
        self._print = button("打印", "primary", theme=theme, icon="printer")
        self._print.clicked.connect(self.print_wanted)
        for one in (self._save, self._print):
            one.setVisible(prints)
        tools = row(
            theme, self._page, smaller, larger, self._fit, None, self._save, self._print,
            margins=(14, 8, 12, 8),
        )  # fmt: skip
        warning = panel(column(theme, self._missing, margins=(12, 0, 12, 8)))
        self._warning = warning
        warning.hide()
        self.setLayout(column(theme, tools, warning, self.view, spacing=0))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self.view.moved.connect(self._moved)
        self._allow(have=False)

    def _tool(self, icon: str, tip: str, steps: int) -> QPushButton:
        made = button("", "square", theme=self._theme, icon=icon, tip=tip)
        made.clicked.connect(lambda: self.view.zoom_by(steps))
        return made

    @property
    def plan(self) -> Plan | None:
        """The plan that shows, or None."""
        return self._plan

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the place scrolled to stays where it can."""
        self._plan = plan
        self.view.show_plan(plan)
        self._allow(have=plan is not None)
        missing = tuple(dict.fromkeys(miss.char for miss in plan.missing)) if plan else ()
        words = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in missing[:5])
        self._missing.say(f"{words} 没有字形，打印时留空，请手写补上。" if missing else "")
        self._warning.setVisible(bool(missing))
        self._moved(self.view.page_number)

    def _allow(self, *, have: bool) -> None:
        for one in (self._save, self._print, self._fit):
            one.setEnabled(have)

    def _fit_width(self) -> None:
        self.view.set_zoom(0.0)

    def _moved(self, number: int) -> None:
        count = self.view.page_count
        self._page.setText(f"第 {number} 页 / 共 {count} 页" if count else "没有页面")
