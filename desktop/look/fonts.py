"""The fonts of the window: ours are registered, so Chinese shows on a machine without any."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from forms.fonts import window_families, window_files

__all__ = ["register_fonts", "window_font"]

# Hinted by hand for screens of 96 dpi, which ours is not.
_BETTER_ON_WINDOWS = "Microsoft YaHei UI"


def register_fonts() -> None:
    """Hand the shipped fonts to Qt; it maps the files, so this costs no reading."""
    for file in window_files():
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))


def window_font(pixels: int) -> QFont:
    """The font of the window at a size, with every fallback for rare characters."""
    families = window_families()
    if sys.platform == "win32" and _BETTER_ON_WINDOWS in QFontDatabase.families():
        families.insert(0, _BETTER_ON_WINDOWS)
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
