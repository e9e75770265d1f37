"""Pages of a plan one below the other: painted at the screen's own pixels, zoomed, scrolled."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.paint.plan_painter import PlanPainter, page_image

if TYPE_CHECKING:
    from desktop.theme import Theme
    from forms.plan import Plan

__all__ = ["PagesView"]

_KEPT: Final = 8
"""Pages kept as pictures; at fitting width one is 3 to 8 MB."""
_STEPS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_SCREEN_POINTS: Final = 96 / 72
"""Pixels per point at 100 %."""


class PagesView(QAbstractScrollArea):
    """Shows a plan. Ctrl+wheel zooms; zoom 0 fits the width."""

    moved = Signal(int)
    """Another page stands at the top of the view; counted from 1."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plan: Plan | None = None
        self._painter = PlanPainter()
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._zoom = 0.0
        self._gap = theme.px(14)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("文书预览")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Fitting to the width must not depend on whether the bar shows, or both flicker.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """How large pages show: 1.0 is as on paper, 0.0 fits the width."""
        return self._zoom

    @property
    def page_count(self) -> int:
        """How many pages the plan has."""
        return len(self._plan.pages) if self._plan else 0

    @property
    def page_number(self) -> int:
        """The page in the upper half of the view, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        number = 0
        for number, place in enumerate(self._places(), 1):
            if place.bottom() >= middle:
                return number
        return number

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan where the last one was scrolled to; None shows nothing."""
        self._plan = plan
        self._kept.clear()
        self._measure()

    def set_zoom(self, zoom: float) -> None:
        """Show pages at this zoom, keeping the place on the page; 0.0 fits the width."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._kept.clear()
        self._measure()
        bar.setValue(round(share * bar.maximum()))

    def zoom_by(self, steps: int) -> None:
        """Zoom in (+1) or out (-1) to the next of the usual sizes."""
        now = self._scale() / _SCREEN_POINTS
        larger = [step for step in _STEPS if step > now + 0.01]
        smaller = [step for step in _STEPS if step < now - 0.01]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        elif steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    def _scale(self) -> float:
        """Logical pixels per point at the present zoom."""
        if self._zoom:
            return self._zoom * _SCREEN_POINTS
        widest = (
            max((page.width for page in self._plan.pages), default=595.0) if self._plan else 595.0
        )
        room = self.viewport().width() - 2 * self._gap
        return max(0.1, room / widest)

    def _places(self) -> list[QRect]:
        """Where each page stands, before scrolling."""
        if self._plan is None:
            return []
        scale, top = self._scale(), self._gap
        places: list[QRect] = []
        for page in self._plan.pages:
            size = QSize(round(page.width * scale), round(page.height * scale))
            left = max(self._gap, (self.viewport().width() - size.width()) // 2)
            places.append(QRect(QPoint(left, top), size))
            top += size.height() + self._gap
        return places

    def _measure(self) -> None:
        places, view = self._places(), self.viewport().size()
        high = places[-1].bottom() + self._gap if places else 0
        wide = max((place.width() for place in places), default=0) + 2 * self._gap
        for bar, whole, seen in (
            (self.verticalScrollBar(), high, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.px(40))
            bar.setRange(0, max(0, whole - seen))
        self.viewport().update()
        self.moved.emit(self.page_number)

    def _scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit(self.page_number)

    def _picture(self, number: int, scale: float) -> QImage | None:
        if self._plan is None:
            return None
        key = (number, scale)
        found = self._kept.get(key)
        if found is None:
            found = page_image(self._painter, self._plan.pages[number], scale)
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("sunken"))
        dense = self.devicePixelRatioF()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, place in enumerate(self._places()):
            shown = place.translated(-across, -down)
            if not shown.intersects(event.rect()):
                continue
            picture = self._picture(number, self._scale() * dense)
            if picture is not None:
                picture.setDevicePixelRatio(dense)
                painter.drawImage(shown.topLeft(), picture)
            painter.setPen(self._theme.colour("line2"))
            painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._kept.clear()
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)
