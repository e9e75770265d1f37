"""What a page of the window is, and what it is given: the surface all pages share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.ledger import Ledger
    from desktop.messages import Messages
    from desktop.shortcuts import Key
    from desktop.theme import Theme
    from desktop.work import Work

__all__ = ["Desk", "Doors", "Intent", "LedgerChanges", "Page"]


@dataclass(frozen=True, slots=True)
class Intent:
    """Where the user wants to go; the table in `desktop.app` maps `page` to a factory.

    page: workbench list record new reports report bundles papers scans search settings help.
    """

    page: str
    type_name: str = ""
    record_id: str = ""
    name: str = ""
    """Name of a report or paper, or the text searched for."""
    where: tuple[tuple[str, object], ...] = ()
    """Equal-to conditions of a list, as (field, value)."""


class Doors(Protocol):
    """The ways from one page to another; the shell is the one who opens them."""

    def open(self, intent: Intent) -> None:
        """Show the page of an intent on top of the present one, if that may be left."""
        ...

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show one record."""
        ...

    def open_list(self, type_name: str, where: tuple[tuple[str, object], ...] = ()) -> None:
        """Show the list of a record type, narrowed to fields that equal a value."""
        ...

    def open_new(self, type_name: str) -> None:
        """Show an empty form of a record type."""
        ...

    def open_report(self, name: str) -> None:
        """Show a statistical report."""
        ...

    def open_bundles(self) -> None:
        """Show what was sent and taken, and the ways to send and take."""
        ...

    def back(self) -> None:
        """Go back to the page before, as it was left."""
        ...

    def replace(self, intent: Intent) -> None:
        """Show a page in place of the present one, without asking it (saved new record)."""
        ...

    def retitle(self) -> None:
        """The present page has another title now."""
        ...

    def show_due(self, due: Mapping[str, tuple[int, int]]) -> None:
        """Show at the navigation how many things are due: type name → (due, overdue)."""
        ...

    def say(self, text: str) -> None:
        """Say in the status bar for some seconds what was done."""
        ...

    def change_look(self, dark: bool, large: bool) -> None:
        """Show the window in another look: dark or light, large or normal type."""
        ...

    def keys_here(self) -> Sequence[Key]:
        """The keys that work on the present page and in the window."""
        ...


class LedgerChanges(QObject):
    """The one signal that the ledger has changed; its argument is a `Changes`."""

    happened = Signal(object)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is handed when it is made."""

    ledger: Ledger
    theme: Theme
    messages: Messages
    work: Work
    doors: Doors
    changes: LedgerChanges
    operator: str = ""


class Page(QWidget):
    """One page of the window. A page may be left and come back to, so it keeps its state."""

    title: str = ""
    """Shown in the title of the window; call `desk.doors.retitle()` when it changes."""
    menu_name: str = ""
    """The navigation entry lit while the page shows: a type name, or an intent's page."""

    wants_room: bool = False
    """Whether the navigation shrinks to its icons while the page shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def keys(self) -> Sequence[Key]:
        """The keys this page answers to while it shows."""
        return ()

    def can_leave(self) -> bool:
        """Whether the page may be left for good now; may ask the user first."""
        return True

    def is_settled(self) -> bool:
        """Whether everything that shows is made; some pages make parts a moment later."""
        return True

    def step_back(self) -> bool:
        """Esc: undo one step inside the page (clear a filter) and say True; else False."""
        return False

    def arrive(self) -> None:
        """The page has come on top; the first time and each time it is come back to."""

    def refresh(self, changes: object) -> None:
        """The ledger has changed (`Changes`); show it if it concerns this page."""
