"""Small pictures of numbers, painted: bars in pairs, and how far something has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme

__all__ = ["Bars", "Progress", "Series", "line_step"]

_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers: its name and one number per label."""

    name: str
    numbers: tuple[int, ...]


class Bars(QWidget):
    """Grouped bars, one group per label; the numbers are also its spoken description."""

    TOKENS = ("primary", "chart2", "warn", "ok")

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self.setMinimumHeight(theme.px(96))
        self.setAccessibleName(name)

    def show_series(self, labels: Sequence[str], series: Sequence[Series]) -> None:
        """Show these numbers; every series has one number per label."""
        self._labels, self._series = tuple(labels), tuple(series)
        spoken = [
            f"{one.name}："
            + "，".join(f"{at} {n}" for at, n in zip(labels, one.numbers, strict=True))
            for one in series
        ]
        self.setAccessibleDescription("；".join(spoken))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(11))
        painter.setFont(font)
        self._paint_legend(painter)
        top, bottom = self._theme.px(30), self.height() - self._theme.px(20)
        most = max(max(one.numbers) for one in self._series)
        step = line_step(most)
        highest = (most // step + 1) * step
        painter.setPen(QPen(self._theme.colour("line"), 1))
        for mark in range(0, highest + 1, step):
            y = bottom - (bottom - top) * mark / highest
            painter.drawLine(QPointF(self._theme.px(4), y), QPointF(self.width(), y))
        for index in range(len(self._labels)):
            self._paint_group(painter, index, (top, bottom, highest))

    def _paint_legend(self, painter: QPainter) -> None:
        px, x = self._theme.px, self._theme.px(4)
        for one, token in zip(self._series, self.TOKENS, strict=False):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(x, px(5), px(9), px(9), 2, 2)
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(x + px(13), px(14), one.name)
            x += px(28) + painter.fontMetrics().horizontalAdvance(one.name)

    def _paint_group(self, painter: QPainter, index: int, scale: tuple[int, int, int]) -> None:
        px, (top, bottom, highest) = self._theme.px, scale
        room = (self.width() - px(4)) / len(self._labels)
        middle = px(4) + room * (index + 0.5)
        wide = min(px(18), room * 0.3)
        painter.setPen(self._theme.colour("text2"))
        below = QRectF(middle - room / 2, bottom + px(4), room, px(16))
        painter.drawText(below, _CENTRE, self._labels[index])
        left = middle - len(self._series) / 2 * (wide + px(2))
        for at, (one, token) in enumerate(zip(self._series, self.TOKENS, strict=False)):
            number = one.numbers[index]
            high = (bottom - top) * number / highest
            bar = QRectF(left + at * (wide + px(2)), bottom - high, wide, high)
            self._paint_bar(painter, bar, token)
            painter.setPen(self._theme.colour("text2"))
            above = QRectF(bar.x() - px(10), bar.y() - px(15), wide + px(20), px(14))
            painter.drawText(above, _CENTRE, str(number))

    def _paint_bar(self, painter: QPainter, bar: QRectF, token: str) -> None:
        round_by = self._theme.px(3)
        path = QPainterPath()
        path.addRoundedRect(bar.adjusted(0, 0, 0, round_by), round_by, round_by)
        painter.save()
        # Only the upper corners are round: the path is longer, the clip cuts its foot off.
        painter.setClipRect(bar)
        painter.fillPath(path, self._theme.colour(token))
        painter.restore()


def line_step(most: int) -> int:
    """How far apart the lines stand, so that there are three to six of them."""
    for power in range(10):
        for lead in (1, 2, 5):
            if most <= lead * 10**power * 5:
                return lead * 10**power
    return most


class Progress(QWidget):
    """A bar that shows how much of a whole is done."""

    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self._done, self._whole = 0, 1
        self.setFixedHeight(theme.px(8))

    def show_done(self, done: int, whole: int) -> None:
        """Show `done` of `whole`; a whole of nothing counts as nothing done."""
        self._done, self._whole = done, max(whole, 1)
        self.setAccessibleName(f"进度：{done}/{whole}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(self._theme.colour(self._token))
        box.setWidth(box.width() * self._done / self._whole)
        painter.drawRoundedRect(box, 4, 4)
