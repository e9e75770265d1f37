"""The list that opens under a field while typing; the keys stay with the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.editors.choice import Choice
from desktop.theme import Theme

__all__ = ["OfferList"]

_ROW = 30
_MOST_ROWS = 9
AnyIndex = QModelIndex | QPersistentModelIndex


class OfferList(QListView):
    """Choices in rows: words, a grey note at the right, a tick where chosen.

    It is a child of the window, not a window of its own: it never takes the focus, so an
    input method goes on composing into the field. ``picked`` gives the choice.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._rows = _Choices(self)
        self.setModel(self._rows)
        self.setObjectName("offer_list")
        self.setProperty("role", "popup")
        self.setItemDelegate(_ChoicePainter(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("可选项")
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._pick)
        self.hide()

    @property
    def choices(self) -> Sequence[Choice]:
        """Give the choices listed now."""
        return self._rows.choices

    @property
    def current(self) -> Choice | None:
        """Give the choice under the bar, or None when no row is marked."""
        row = self.currentIndex().row()
        return self._rows.choices[row] if row >= 0 else None

    def offer(self, choices: Sequence[Choice], under: QWidget, ticked: frozenset[object]) -> None:
        """List the choices under a widget; nothing to list closes the list."""
        if not choices:
            self.hide()
            return
        self._rows.show(choices, ticked)
        self._stand_under(under)
        self.show()
        self.raise_()

    def mark_first(self) -> None:
        """Put the bar on the first row."""
        self.setCurrentIndex(self._rows.index(0))

    def mark(self, key: object) -> None:
        """Put the bar on the choice with this key, if it is listed."""
        for row, choice in enumerate(self._rows.choices):
            if choice.key == key:
                self.setCurrentIndex(self._rows.index(row))
                self.scrollTo(self.currentIndex())

    def step(self, rows: int) -> None:
        """Move the bar, round the ends."""
        total = len(self._rows.choices)
        at = self.currentIndex().row()
        if total:
            row = (at + rows) % total if at >= 0 else 0 if rows > 0 else total - 1
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self.currentIndex())

    def pick_current(self) -> bool:
        """Pick the row under the bar; False when there is none."""
        choice = self.current
        if choice is not None:
            self.picked.emit(choice)
        return choice is not None

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self._rows.choices[index.row()])

    def _stand_under(self, under: QWidget) -> None:
        window = self._window
        px = self._theme.px
        rows = min(len(self._rows.choices), _MOST_ROWS)
        height = rows * px(_ROW) + px(10)
        width = min(max(under.width(), px(260)), window.width() - px(16))
        at = under.mapTo(window, under.rect().bottomLeft())
        top = at.y() + px(2)
        if top + height > window.height():
            above = under.mapTo(window, under.rect().topLeft()).y() - height - px(2)
            top = above if above >= 0 else max(0, window.height() - height)
        left = min(at.x(), window.width() - width - px(8))
        self.setGeometry(max(0, left), top, width, height)


class _Choices(QAbstractListModel):
    """The choices as rows; the tick is the check state."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()
        self.ticked: frozenset[object] = frozenset()

    def show(self, choices: Sequence[Choice], ticked: frozenset[object]) -> None:
        self.beginResetModel()
        self.choices, self.ticked = choices, ticked
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.title} {choice.note}".strip()
        return None


class _ChoicePainter(QStyledItemDelegate):
    """Paints one row; the note gives way before the words do."""

    def __init__(self, theme: Theme, rows: OfferList) -> None:
        super().__init__(rows)
        self._theme = theme
        self._list = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rows = self._list.model()
        if not isinstance(rows, _Choices):
            return
        choice = rows.choices[index.row()]
        px, colour = self._theme.px, self._theme.colour
        rect = _rect_of(option)
        if _is_marked(option):
            painter.fillRect(rect, colour("primary_soft"))
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if rows.ticked:
            if choice.key in rows.ticked:
                painter.drawPixmap(
                    inner.left(), inner.center().y() - px(8),
                    self._theme.icon("check", "primary", 16).pixmap(px(16), px(16)),
                )  # fmt: skip
            inner.adjust(px(22), 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            choice.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setPen(QPen(colour("text")))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words)
        free = inner.width() - painter.fontMetrics().horizontalAdvance(words) - px(16)
        if choice.note and free > px(20):
            note = painter.fontMetrics().elidedText(choice.note, Qt.TextElideMode.ElideRight, free)
            painter.setPen(QPen(colour("text3")))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, note)


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    """The row's rectangle; the Qt stubs leave the attributes of style options out."""
    rect: QRect = getattr(option, "rect")  # noqa: B009
    return rect


def _is_marked(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
    return bool(state & QStyle.StateFlag.State_Selected)
