"""The editor of a date: text first, a calendar on F4."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from db.declare import Field
from desktop.editors.field_editor import EditorContext
from desktop.editors.line import LineEditor
from desktop.editors.typed_date import read_typed_date

__all__ = ["DateEditor"]


class DateEditor(LineEditor):
    """A date typed as 20260315, 0315, 3.15, 15, 今天 or +7; shown as 2026-03-15 when left.

    Not a QDateEdit: that one refuses 20260315 and fights with input methods.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line.setPlaceholderText("如 20260315")
        self.line.watch(self)
        action = self.line.addAction(
            context.theme.icon("calendar-days"), QLineEdit.ActionPosition.TrailingPosition
        )
        action.setToolTip("选择日期（F4）")
        action.triggered.connect(self.open_calendar)
        self._calendar: QCalendarWidget | None = None

    @property
    def value(self) -> object:
        try:
            return read_typed_date(self.line.text(), self.context.offers.today)
        except ValueError:
            return self.line.text()

    def settle(self) -> None:
        if isinstance(day := self.value, date):
            self.rewrite(day.isoformat())

    def open_calendar(self) -> None:
        """Show the calendar below the field, at the day typed or today."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.value if isinstance(self.value, date) else self.context.offers.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.move(self._place_for(calendar))
        calendar.show()
        calendar.setFocus()
        self._calendar = calendar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4:
            # The page uses F4, too; in a date it means the calendar.
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _place_for(self, calendar: QWidget) -> QPoint:
        size = calendar.sizeHint()
        place = self.line.mapToGlobal(self.line.rect().bottomLeft())
        free = self.screen().availableGeometry()
        if place.y() + size.height() > free.bottom():
            place.setY(self.line.mapToGlobal(QPoint(0, 0)).y() - size.height())
        place.setX(max(free.left(), min(place.x(), free.right() - size.width())))
        return place

    def _picked(self, day: QDate) -> None:
        self.rewrite(day.toString(Qt.DateFormat.ISODate))
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.edited.emit()
