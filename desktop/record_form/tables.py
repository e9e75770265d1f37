"""The other tabs of the form: who changed what, and which records link here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop.look.widgets import Card, label
from desktop.record_form.ledger import HistoryLine, RelatedRecord
from desktop.theme import Theme

__all__ = ["HistoryTab", "QuietTable", "RelatedTab"]

AnyIndex = QModelIndex | QPersistentModelIndex
_HISTORY = (("时间", 3), ("操作人", 2), ("栏目", 3), ("原内容", 5), ("新内容", 5), ("说明", 3))
_RELATED = (("业务", 2), ("名称", 6))


class _Texts(QAbstractTableModel):
    """Rows of texts under headings; read only."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._headings = headings
        self._rows = rows

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class QuietTable(QTableView):
    """A quiet table whose columns share the width by weight."""

    def __init__(self, theme: Theme, name: str, columns: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._columns = columns
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows of texts, one per column."""
        old = self.model()
        model = _Texts([name for name, _ in self._columns], rows)
        model.setParent(self)
        self.setModel(model)
        if isinstance(old, _Texts):
            old.deleteLater()
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        whole = sum(weight for _, weight in self._columns)
        for place, (_, weight) in enumerate(self._columns):
            self.setColumnWidth(place, self.viewport().width() * weight // whole)


class HistoryTab(Card):
    """Every change of the record, newest first, as one line per field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._empty = label("还没有修改记录：这条记录尚未保存到台账。", "muted")
        self.table = QuietTable(theme, "修改历史", _HISTORY)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self.show_lines(())

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these changes."""
        self._empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.show_rows(
            [
                (_moment(one.when), one.who, one.label, one.before, one.after, one.reason)
                for one in lines
            ]
        )


class RelatedTab(Card):
    """Records that link to this one; Enter or a double click emits ``opened``."""

    opened = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._records: Sequence[RelatedRecord] = ()
        self.table = QuietTable(theme, "关联记录", _RELATED)
        self.table.activated.connect(self._open)
        self.body.addWidget(self.table, 1)

    def show_records(self, records: Sequence[RelatedRecord]) -> None:
        """Show these records."""
        self._records = records
        self.table.show_rows([(one.note, one.title) for one in records])

    def _open(self, index: QModelIndex) -> None:
        found = self._records[index.row()]
        self.opened.emit(found.type_name, found.id)


def _moment(when: str | datetime) -> str:
    if isinstance(when, datetime):
        return f"{when:%Y-%m-%d %H:%M}"
    return when.replace("T", " ")[:16]
