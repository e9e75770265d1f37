"""Where Tab goes: through a window as it is read, left to right and down.

Qt goes in the order in which parts were made; rows added later, a banner or a strip joined to a
form would come at odd places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["InReadingOrder", "step_within", "tab_stops"]


class InReadingOrder(QWidget):
    """The content of a window, in which Tab and Shift+Tab go as one reads."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = list(tab_stops(self))
        present = QApplication.focusWidget()
        at = next((i for i, one in enumerate(stops) if _is_at(one, present)), None)
        if at is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        _go_to(stops[(at + (1 if forward else -1)) % len(stops)], reason)
        return True


def step_within(widget: QWidget, steps: int) -> None:
    """Put the cursor so many stops further (back: less than 0), never out of the widget."""
    stops = list(tab_stops(widget))
    present = QApplication.focusWidget()
    at = next((i for i, one in enumerate(stops) if one is present), None)
    if at is not None:
        goal = stops[min(max(at + steps, 0), len(stops) - 1)]
        _go_to(goal, Qt.FocusReason.TabFocusReason)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab stops at inside a widget, in the order of its layout."""
    for child in _children(widget):
        if not (child.isVisible() and child.isEnabled()):
            continue
        stops = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus) and child.focusProxy() is None
        if stops:
            yield child
        # What a list, a box or a button is made of is its own affair.
        if not stops or (isinstance(child, QScrollArea) and child.widget() is not None):
            yield from tab_stops(child)


def _go_to(stop: QWidget, reason: Qt.FocusReason) -> None:
    """Give a stop the cursor and scroll it into sight."""
    stop.setFocus(reason)
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop, 0, 8)
        around = around.parentWidget()


def _is_at(stop: QWidget, present: QWidget | None) -> bool:
    if present is None or stop is present:
        return present is not None
    return stop.isAncestorOf(present) and not isinstance(stop, QScrollArea)


def _children(widget: QWidget) -> list[QWidget]:
    """Give the direct parts: those of the layout in its order, then others as they stand."""
    if isinstance(widget, QScrollArea):
        return [inner] if (inner := widget.widget()) is not None else []
    if isinstance(widget, QAbstractItemView):
        return []
    layout = widget.layout()
    laid = [] if layout is None else list(_laid(layout))
    own = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid
    ]
    own.sort(key=lambda one: (one.y(), one.x()))
    return [*laid, *own]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        part = None if item is None else item.widget()
        if part is not None:
            yield part
        elif isinstance(inner, QLayout):
            yield from _laid(inner)
