"""Paints layout plans with QPainter, glyph by glyph, where the plan has put them.

The same numbers go to the PDF file, so screen, printer and file show the same lines. Qt never
lays text out here: glyph numbers and widths come from the font files `forms.fonts` names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPen,
    QRawFont,
    QTransform,
)

from forms.fonts import FontSet, shipped_fonts
from forms.plan import Box, Item, Page, Picture, Rule, TextRun

__all__ = ["PlanPainter", "page_image", "page_size"]

_INK = QColor(0, 0, 0)


def page_size(page: Page, scale: float) -> QSize:
    """The size of a page in pixels; `scale` is pixels per point."""
    return QSize(max(1, round(page.width * scale)), max(1, round(page.height * scale)))


def page_image(painter: PlanPainter, page: Page, scale: float) -> QImage:
    """A page as a picture on white; `scale` is pixels per point."""
    image = QImage(page_size(page, scale), QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    brush = QPainter(image)
    painter.paint(brush, page, scale)
    brush.end()
    return image


@dataclass
class PlanPainter:
    """Paints pages at any scale; keeps the fonts it has opened. For one thread.

    finest_line: no line is thinner than this many pixels, or it fades on a screen.
    """

    finest_line: float = 1.0
    fonts: FontSet = field(default_factory=shipped_fonts)
    _raw: dict[tuple[str, float], QRawFont] = field(
        default_factory=dict[tuple[str, float], QRawFont]
    )
    _glyphs: dict[tuple[str, str], tuple[int, float]] = field(
        default_factory=dict[tuple[str, str], tuple[int, float]]
    )

    def paint(self, painter: QPainter, page: Page, scale: float) -> None:
        """Paint a page with its top left corner at the painter's origin."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for item in page.items:
            self._paint_item(painter, item, scale)
        painter.restore()

    def _paint_item(self, painter: QPainter, item: Item, scale: float) -> None:
        match item:
            case TextRun():
                self._paint_text(painter, item, scale)
            case Rule():
                painter.setPen(self._pen(item.width, scale))
                painter.drawLine(
                    QPointF(item.x1 * scale, item.y1 * scale),
                    QPointF(item.x2 * scale, item.y2 * scale),
                )
            case Box():
                self._paint_box(painter, item, scale)
            case Picture():
                place = QRectF(
                    item.x * scale, item.y * scale, item.width * scale, item.height * scale
                )
                picture = QImage.fromData(item.data)
                if item.turned:
                    picture = picture.transformed(QTransform().rotate(-90))
                painter.drawImage(place, picture)

    def _paint_text(self, painter: QPainter, run: TextRun, scale: float) -> None:
        numbers: list[int] = []
        places: list[QPointF] = []
        x = 0.0
        for char in run.text:
            number, width = self._glyph(run.face, char)
            numbers.append(number)
            places.append(QPointF(x * scale, 0.0))
            x += width * run.size / 1000.0 + run.char_space
        glyphs = QGlyphRun()
        glyphs.setRawFont(self._font(run.face, run.size * scale))
        glyphs.setGlyphIndexes(numbers)
        glyphs.setPositions(places)
        painter.setPen(_INK)
        painter.drawGlyphRun(QPointF(run.x * scale, run.y * scale), glyphs)

    def _paint_box(self, painter: QPainter, box: Box, scale: float) -> None:
        painter.setPen(self._pen(box.line, scale) if box.line else QPen(Qt.PenStyle.NoPen))
        fill = QBrush(Qt.BrushStyle.NoBrush)
        if box.fill is not None:
            fill = QBrush(QColor.fromRgbF(box.fill, box.fill, box.fill))
        painter.setBrush(fill)
        painter.drawRect(
            QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
        )

    def _pen(self, width: float, scale: float) -> QPen:
        pen = QPen(_INK, max(width * scale, self.finest_line))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _glyph(self, face: str, char: str) -> tuple[int, float]:
        """Number and width (1/1000 em) of the glyph that draws a character."""
        found = self._glyphs.get((face, char))
        if found is None:
            typeface = self.fonts.typeface(face)
            found = self._glyphs[face, char] = (typeface.glyph(char), typeface.width(char))
        return found

    def _font(self, face: str, pixels: float) -> QRawFont:
        # A tenth of a pixel is finer than any eye, and zooming would fill the memory.
        key = (face, round(pixels, 1))
        found = self._raw.get(key)
        if found is None:
            found = QRawFont(
                str(self.fonts.files[face]), key[1], QFont.HintingPreference.PreferNoHinting
            )
            self._raw[key] = found
        return found
