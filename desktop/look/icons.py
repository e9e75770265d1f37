"""Icons: Lucide drawings of `resources/icons`, tinted with a colour and drawn sharp."""

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import shipped_file

__all__ = ["drawn_icon", "tinted_svg"]


def tinted_svg(name: str, colour: str) -> str:
    """The SVG text of a shipped icon with its lines in `colour` (#RRGGBB).

    Raises `FileNotFoundError` for a name that was not shipped.
    """
    svg = shipped_file(f"icons/{name}.svg").read_text(encoding="utf-8")
    # 1.8 instead of 2: at 16 to 18 px the drawings stand beside text of regular weight.
    return svg.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.8"')


def drawn_icon(name: str, colour: str, size: int) -> QIcon:
    """A shipped icon of `size` pixels in `colour`, one picture for each screen density."""
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, colour).encode()))
    icon = QIcon()
    densest = max(1, ceil(max(s.devicePixelRatio() for s in QGuiApplication.screens())))
    for density in range(1, densest + 1):
        side = size * density
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(density)
        icon.addPixmap(picture)
    return icon
