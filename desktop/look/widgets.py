"""Small parts of every page: labels, buttons, cards, rows and columns, banners, pills."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme

__all__ = [
    "Banner", "Card", "Margins", "Part", "Pill", "button", "card", "column", "label",
    "paint_pill", "panel", "picture", "row", "scrolled",
]  # fmt: skip

Part = QWidget | QLayout | None
"""What a row or column is made of; None is a stretch that takes the room left over."""

Margins = tuple[float, float, float, float]
"""Left, top, right, bottom in lengths of the design."""

_NONE: Margins = (0, 0, 0, 0)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_ICON_TOKENS = {"primary": "on_primary", "link": "primary", "danger": "danger"}


def label(text: str, role: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """A line of text. Roles: h1 h2 muted small hint error warning field number big."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def picture(theme: Theme, icon: str, colour: str = "text2", size: float = 16) -> QLabel:
    """An icon standing by itself."""
    made = QLabel()
    made.setPixmap(theme.pixmap(icon, colour, size))
    return made


class PushButton(QPushButton):
    """A button that Enter presses as Space does; outside of dialogs Qt leaves Enter alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    text: str,
    kind: str = "",
    *,
    theme: Theme,
    icon: str = "",
    tip: str = "",
    checkable: bool = False,
) -> QPushButton:
    """A push button. Kinds: "" primary danger link chip square (icon only) bare (no frame)."""
    made = PushButton(f" {text}" if icon and text else text)
    made.setProperty("kind", kind)
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAccessibleName(text or tip)
    made.setToolTip(tip)
    if icon:
        size = 16 if text else 18
        made.setIcon(theme.icon(icon, _ICON_TOKENS.get(kind, "text2"), size))
        made.setIconSize(QSize(theme.px(size), theme.px(size)))
    return made


def row(theme: Theme, *parts: Part, spacing: float = 8, margins: Margins = _NONE) -> QHBoxLayout:
    """Parts side by side."""
    made = QHBoxLayout()
    _fill(made, theme, parts, spacing, margins)
    return made


def column(theme: Theme, *parts: Part, spacing: float = 8, margins: Margins = _NONE) -> QVBoxLayout:
    """Parts one below the other."""
    made = QVBoxLayout()
    _fill(made, theme, parts, spacing, margins)
    return made


def _fill(
    layout: QBoxLayout, theme: Theme, parts: Sequence[Part], spacing: float, margins: Margins
) -> None:
    left, top, right, bottom = (theme.px(m) for m in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(theme.px(spacing))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def panel(layout: QLayout, role: str = "clear") -> QWidget:
    """A widget that holds a layout and shows nothing of its own."""
    made = QWidget()
    made.setProperty("role", role)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


def scrolled(inner: QWidget) -> QScrollArea:
    """A page that is higher than the window: scrolls up and down, never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


class Card(QFrame):
    """A white card with rounded corners; fill its `body`, a column."""

    def __init__(
        self, theme: Theme, *, margins: Margins = (14, 12, 14, 12), spacing: float = 8
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = column(theme, spacing=spacing, margins=margins)
        self.setLayout(self.body)


def card(
    theme: Theme, *parts: Part, margins: Margins = (14, 12, 14, 12), spacing: float = 8
) -> Card:
    """A card with these parts one below the other."""
    made = Card(theme, margins=margins, spacing=spacing)
    for part in parts:
        if part is None:
            made.body.addStretch(1)
        elif isinstance(part, QLayout):
            made.body.addLayout(part)
        else:
            made.body.addWidget(part)
    return made


class Banner(QFrame):
    """One sentence across a page: tone danger, warn, ok or info; hidden while it says nothing."""

    def __init__(self, theme: Theme, tone: str = "info", *actions: QPushButton) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self._text = label("", wrap=True)
        icon = {"danger": "circle-alert", "warn": "triangle-alert", "ok": "circle-check"}
        shown = picture(theme, icon.get(tone, "info"), tone)
        line = row(theme, shown, self._text, *actions)
        line.setStretch(1, 1)
        self._lines = column(theme, line, spacing=2, margins=(10, 3, 6, 3))
        self.setLayout(self._lines)
        self.hide()

    def add_line(self, line: QLayout) -> None:
        """Put what can be done below the sentence."""
        self._lines.addLayout(line)

    def say(self, text: str) -> None:
        """Show the sentence; with "" the banner goes away."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def paint_pill(painter: QPainter, place: QRect, text: str, tone: str, theme: Theme) -> QRect:
    """Paint a status word on its tint at the left of `place`, centred upright; give its box.

    Tones: danger warn ok info, or "" for grey.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(theme.px(12))
    font.setBold(False)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(text) + theme.px(16)
    height = theme.px(22)
    box = QRect(place.left(), place.center().y() - height // 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_soft" if tone else "sunken"))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    painter.setPen(theme.colour(tone or "text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


class Pill(QWidget):
    """A status word on its tint, as a widget of its own."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.show_state(text, tone)

    def show_state(self, text: str, tone: str = "") -> None:
        """Change the word and its tone; with "" the pill takes no room."""
        self._text, self._tone = text, tone
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(12))
        width = QFontMetrics(font).horizontalAdvance(text) + self._theme.px(17) if text else 0
        self.setFixedSize(width, self._theme.px(24))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text:
            paint_pill(QPainter(self), self.rect(), self._text, self._tone, self._theme)
