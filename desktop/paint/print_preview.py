"""The preview of a paper: its pages as they will be printed, and what to do with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from desktop.look.widgets import Banner, button, column, label, panel, row
from desktop.paint.pages_view import PagesView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QBoxLayout, QPushButton

    from desktop.theme import Theme
    from forms.plan import Plan

__all__ = ["PreviewPane"]

_NAMED: Final = 5
"""Characters without a glyph that are named one by one; the rest are counted."""


class PreviewPane(QWidget):
    """Shows a plan live; fit to width, zoom, page count, what no font can draw."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, *, buttons: bool = True, printers: bool = True) -> None:
        """buttons: 打印 and 另存 PDF; printers: which one, how many copies.

        A page that has such buttons itself, or a form's own preview, leaves them out.
        """
        super().__init__()
        self._theme = theme
        self._plan: Plan | None = None
        self.view = PagesView(theme)
        self._page = label("没有页面", "muted")
        self._missing = Banner(theme, "warn")
        self._fit = button("适合宽度", "link", theme=theme)
        self._fit.clicked.connect(self._fit_width)
        self._save = button("另存 PDF", theme=theme, icon="download")
        self._save.clicked.connect(self.save_wanted)
        self._print = button("打印", "primary", theme=theme, icon="printer")
        self._print.clicked.connect(self.print_wanted)
        self._printers = QComboBox()
        self._printers.setAccessibleName("打印机")
        self._printers.setMinimumWidth(theme.px(110))
        self._printers.setMaximumWidth(theme.px(220))
        self._copies = QSpinBox()
        self._copies.setAccessibleName("份数")
        self._copies.setRange(1, 99)
        self._copies.setSuffix(" 份")
        self._copies.setFixedWidth(theme.px(78))
        for one in (self._printers, self._copies):
            one.setVisible(printers)
        for one in (self._save, self._print):
            one.setVisible(buttons)
        self._warning = panel(column(theme, self._missing, margins=(12, 0, 12, 8)))
        self._warning.hide()
        self.setLayout(column(theme, self._tools(), self._warning, self.view, spacing=0))
        self.view.moved.connect(self._moved)
        self._allow(have=False)

    def _tools(self) -> QBoxLayout:
        theme = self._theme
        smaller, larger = self._tool("zoom-out", "缩小", -1), self._tool("zoom-in", "放大", 1)
        return row(
            theme, self._page, smaller, larger, self._fit, None, self._printers, self._copies,
            self._save, self._print, margins=(14, 8, 12, 8),
        )  # fmt: skip

    def _tool(self, icon: str, tip: str, steps: int) -> QPushButton:
        made = button("", "square", theme=self._theme, icon=icon, tip=tip)
        made.clicked.connect(partial(self.view.zoom_by, steps))
        return made

    @property
    def plan(self) -> Plan | None:
        """The plan that shows, or None."""
        return self._plan

    @property
    def printer(self) -> str:
        """The chosen printer, or "" when the machine has none."""
        return str(self._printers.currentData() or "")

    @property
    def copies(self) -> int:
        """How many copies are wanted."""
        return self._copies.value()

    def offer_printers(self, names: Sequence[str], usual: str) -> None:
        """Offer these printers; `usual` is the system's default."""
        self._printers.clear()
        for name in names:
            self._printers.addItem(f"{name}（默认）" if name == usual else name, name)
        if not names:
            self._printers.addItem("无打印机", "")
        self._printers.setEnabled(bool(names))
        self._printers.setCurrentIndex(max(0, self._printers.findData(usual)))
        self._allow(have=self._plan is not None)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the place scrolled to stays where it can."""
        self._plan = plan
        self.view.show_plan(plan)
        self._allow(have=plan is not None)
        missing = tuple(dict.fromkeys(miss.char for miss in plan.missing)) if plan else ()
        words = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in missing[:_NAMED])
        more = f" 等 {len(missing)} 个字" if len(missing) > _NAMED else ""
        text = f"{words}{more} 没有字形，打印时留空，请手写补上。"
        self._missing.say(text if missing else "")
        self._warning.setVisible(bool(missing))
        self._moved(self.view.page_number)

    def _allow(self, *, have: bool) -> None:
        self._save.setEnabled(have)
        self._fit.setEnabled(have)
        self._print.setEnabled(have and bool(self.printer))

    def _fit_width(self) -> None:
        self.view.set_zoom(0.0)

    def _moved(self, number: int) -> None:
        count = self.view.page_count
        self._page.setText(f"第 {number} 页 / 共 {count} 页" if count else "没有页面")
