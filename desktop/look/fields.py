"""A labelled line of text for the few forms that belong to no record type (log in, set up)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.look.widgets import column, label, panel, row
from desktop.theme import Theme

__all__ = ["centred", "labelled", "line", "show_in_middle"]


def line(theme: Theme, name: str, hint: str = "", *, secret: bool = False) -> QLineEdit:
    """A line to type in, with its name for the screen reader; secret: shown as dots."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMinimumWidth(theme.px(220))
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def labelled(theme: Theme, words: str, *parts: QWidget) -> QHBoxLayout:
    """A label of fixed width and what it stands before."""
    name = label(words, "field")
    name.setFixedWidth(theme.px(86))
    name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if isinstance(parts[0], QLineEdit):
        name.setBuddy(parts[0])
    made = row(theme, name, *parts, spacing=10)
    made.setStretch(1, 1)
    return made


def centred(theme: Theme, inner: QWidget) -> QWidget:
    """A page with one card in its middle."""
    across = row(theme, None, inner, None)
    return panel(column(theme, None, across, None, margins=(24, 24, 24, 24)), "page")


def show_in_middle(window: QWidget, width: int, height: int) -> None:
    """Show a window of this size in the middle of the screen, never larger than it."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(width, screen.width()), min(height, screen.height()))
    middle = screen.center() - window.rect().center()
    window.move(middle)
    window.show()
