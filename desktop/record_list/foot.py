"""The line below a list: what is selected and what can be done with it, which columns show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.look.widgets import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.record_list.columns import Column
    from desktop.theme import Theme

__all__ = ["Foot"]


class Foot(QWidget):
    """Says how many rows are selected; prints and exports these; chooses the columns."""

    print_wanted = Signal()
    export_wanted = Signal()
    columns_chosen = Signal(object)
    """The names of the columns to show (a set), or None: as many as fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: set[str] = set()
        self._selected = label("", "small")
        self._hints = label("↑↓ 移动　回车 打开　F3 查找　Ctrl+C 复制到 Excel", "hint")
        self._print = button("打印所选", "link", theme=theme, icon="printer")
        self._export = button("导出所选", "link", theme=theme, icon="download")
        self._columns = button("列设置", "link", theme=theme, icon="columns-3")
        self._menu = QMenu(self._columns)
        self._columns.clicked.connect(self._open_menu)
        self._print.clicked.connect(self.print_wanted)
        self._export.clicked.connect(self.export_wanted)
        self.setLayout(
            row(
                theme, self._selected, self._print, self._export, self._hints, None,
                self._columns, margins=(12, 3, 8, 3), spacing=10,
            )
        )  # fmt: skip
        self.show_selected(0)

    @property
    def actions_on_rows(self) -> tuple[QPushButton, QPushButton]:
        """The buttons that act on the selected rows: print, export."""
        return self._print, self._export

    def show_selected(self, number: int) -> None:
        """Say how many rows are selected."""
        self._selected.setText(f"已选 {number} 条")
        self._selected.setVisible(number > 0)
        self._hints.setVisible(number < 2)
        for one in self.actions_on_rows:
            one.setVisible(number > 0)

    def show_columns(self, columns: Sequence[Column], shown: Sequence[Column]) -> None:
        """Offer these columns; those that show are ticked."""
        self._shown = {column.name for column in shown}
        self._menu.clear()
        for column in columns:
            action = self._menu.addAction(column.label)
            action.setCheckable(True)
            action.setChecked(column.name in self._shown)
            action.toggled.connect(partial(self._toggle, column.name))
        self._menu.addSeparator()
        self._menu.addAction("按窗口宽度自动安排", partial(self.columns_chosen.emit, None))

    def _open_menu(self) -> None:
        corner = self._columns.mapToGlobal(self._columns.rect().topLeft())
        corner.setY(corner.y() - self._menu.sizeHint().height())
        self._menu.popup(corner)

    def _toggle(self, name: str, on: bool) -> None:
        chosen = self._shown | {name} if on else self._shown - {name}
        if chosen:
            self._shown = chosen
            self.columns_chosen.emit(chosen)
