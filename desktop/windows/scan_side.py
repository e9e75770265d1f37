"""Beside the scanned pages: the page at large, and where a page goes that was not recognised."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from db.codes import code_list
from db.kinds import RecordId
from desktop.editors.choice import Choice as Offered
from desktop.editors.picking import Picking
from desktop.editors.watched_line import WatchedLine
from desktop.look.widgets import button, card, column, label, panel
from desktop.page import Desk
from desktop.scan_places import OTHER
from desktop.scanning import Choice, SortedPage
from desktop.theme import Theme
from desktop.windows.scan_table import picture_of

__all__ = ["ScanSide"]

_WIDTH: Final = 340


class PageView(QWidget):
    """One page as large as the room allows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: SortedPage | None = None
        self._shown = QPixmap()
        self.setAccessibleName("所选的扫描页")

    def show_page(self, page: SortedPage | None) -> None:
        """Show a page, or nothing."""
        self._page = page
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(340))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._shown = QPixmap()
        if self._page is not None and self.width() > 0 and self.height() > 0:
            self._shown = picture_of(self._page, self.width(), self.height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        if self._shown.isNull():
            words = "没有可显示的页面" if self._page is not None else ""
            painter.setPen(self._theme.colour("text3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        else:
            left = (self.width() - self._shown.width()) // 2
            top = (self.height() - self._shown.height()) // 2
            painter.drawPixmap(left, top, self._shown)


class ScanSide(QWidget):
    """The current page, and what can be decided about it."""

    put = Signal(object, str)
    """The selected pages go here: the `Choice` and its words."""
    replace_wanted = Signal()
    """The selected page is to replace the one that is there, or not after all."""

    def __init__(self, desk: Desk, type_name: str) -> None:
        super().__init__()
        self._desk = desk
        self._type_name = type_name
        self._case: RecordId | None = None
        self._title = ""
        self.view = PageView(desk.theme)
        self.case = WatchedLine(self)
        self.item = QComboBox()
        self._lay_out()
        self.picking = Picking(
            self.case, desk.theme, source=self._offered, chosen=self._take, moves_on=False
        )
        self.show_page(None, waits=False, replaces=None)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.case.setAccessibleName("归入哪一案")
        self.case.setPlaceholderText("案号、当事人或拼音首字母")
        self.case.addAction(
            theme.icon("search", "text2", 16), WatchedLine.ActionPosition.LeadingPosition
        )
        self.item.setAccessibleName("卷内项目")
        for entry in code_list("volume_item").entries:
            self.item.addItem(entry.label, entry.code)
        self.item.setCurrentIndex(self.item.findData(OTHER))
        self.item.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.item.setMinimumContentsLength(8)
        self.put_here = button("所选页归到这里", theme=theme, icon="corner-up-left")
        self.put_here.clicked.connect(self._put)
        self.swap = button("", theme=theme, icon="copy")
        self.swap.clicked.connect(self.replace_wanted)
        self._why = label("", "small", wrap=True)
        self._ask = panel(
            column(
                theme, label("归入哪一案", "field"), self.case, label("卷内项目", "field"),
                self.item, self.put_here, spacing=5,
            )
        )  # fmt: skip
        made = card(theme, self.view, self._why, self._ask, self.swap, margins=(12, 12, 12, 12))
        made.body.setStretch(0, 1)
        self.setFixedWidth(theme.px(_WIDTH))
        self.setLayout(column(theme, made, spacing=0))

    def show_page(self, page: SortedPage | None, *, waits: bool, replaces: bool | None) -> None:
        """Show a page; waits: it was not recognised. replaces: whether it replaces another.

        `replaces` is None when nothing stands in its place.
        """
        self.view.show_page(page)
        place = page.place if page is not None else None
        words = "" if page is None else place.label if place is not None else page.why
        self._why.setText(words)
        self._why.setVisible(bool(words))
        self._ask.setVisible(waits)
        self.swap.setVisible(replaces is not None)
        self.swap.setText(" 保留原来那份" if replaces else " 用这一份替换")
        self.put_here.setEnabled(self._case is not None)

    def choose_case(self, record_id: str) -> None:
        """Put a case into the search box, as when the page is opened from it."""
        title = self._desk.ledger.title(self._type_name, RecordId(record_id))
        self._take(Offered(record_id, title))

    def _offered(self, text: str) -> list[Offered]:
        found = self._desk.ledger.offer(self._type_name, text)
        return [Offered(one.id, one.title, one.note) for one in found]

    def _take(self, choice: Offered) -> None:
        self._case, self._title = RecordId(str(choice.key)), choice.title
        self.case.setText(choice.title)
        self.case.setCursorPosition(0)
        self.put_here.setEnabled(True)

    def _put(self) -> None:
        if self._case is None or self.case.text() != self._title:
            self._desk.doors.say("请先从列表里选一案。")
            self.case.setFocus()
            return
        item = str(self.item.currentData())
        choice = Choice(self._type_name, self._case, item)
        self.put.emit(choice, f"{self._title}　{self.item.currentText()}")
