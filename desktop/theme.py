"""The theme: colours by token, one scale for every length, icons, fonts and style sheet."""

from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.look.fonts import window_font
from desktop.look.icons import drawn_icon, tinted_svg
from desktop.look.style import style_sheet
from desktop.look.tokens import DARK, LIGHT

__all__ = ["LARGE", "NORMAL", "Theme", "apply_theme"]

NORMAL = 1.0
LARGE = 1.25

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.Base: "surface",
    _Role.AlternateBase: "row_alt",
    _Role.Text: "text",
    _Role.WindowText: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.Highlight: "primary",
    _Role.HighlightedText: "on_primary",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "text3",
    _Role.Link: "primary",
    _Role.Light: "surface2",
    _Role.Mid: "line2",
    _Role.Dark: "line2",
}


class Theme:
    """Colours, lengths and icons of one look; handed to every widget that needs them."""

    def __init__(self, dark: bool = False, scale: float = NORMAL) -> None:
        self.dark = dark
        self.scale = scale
        self._tokens = DARK if dark else LIGHT
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._tinted = QTemporaryDir()

    def px(self, length: float) -> int:
        """A length of the design (at normal type) in pixels of this theme."""
        return round(length * self.scale)

    def hex(self, token: str) -> str:
        """A token's colour as #RRGGBB. Raises `KeyError` for an unknown token."""
        return self._tokens[token]

    def colour(self, token: str) -> QColor:
        """A token's colour for a painter. Raises `KeyError` for an unknown token."""
        return QColor(self._tokens[token])

    def icon(self, name: str, colour: str = "text2", size: float = 16) -> QIcon:
        """A shipped icon in a token's colour; size in lengths of the design."""
        key = (name, colour, self.px(size))
        if key not in self._icons:
            self._icons[key] = drawn_icon(name, self.hex(colour), key[2])
        return self._icons[key]

    def pixmap(self, name: str, colour: str = "text2", size: float = 16) -> QPixmap:
        """The same as a picture, for labels."""
        return self.icon(name, colour, size).pixmap(self.px(size), self.px(size))

    def icon_file(self, name: str, token: str) -> str:
        """The path of a tinted icon: a style sheet takes pictures only as files."""
        file = Path(self._tinted.filePath(f"{name}-{token}.svg"))
        if not file.exists():
            file.write_text(tinted_svg(name, self.hex(token)), encoding="utf-8")
        return file.as_posix()

    def qss(self) -> str:
        """The style sheet of the whole program in this look."""
        return style_sheet(self._tokens, self.px, self.icon_file)

    def palette(self) -> QPalette:
        """The palette that goes with the style sheet."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text3"))
        return palette


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the program: Fusion below, our palette, font and style sheet above."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(window_font(theme.px(14)))
    app.setStyleSheet(theme.qss())
