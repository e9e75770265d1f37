"""The main window: navigation, top bar, the stack of pages, status bar; the doors between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from db.faults import Fault
from desktop import VERSION
from desktop.look.tab_order import InReadingOrder
from desktop.look.widgets import column, row
from desktop.page import Desk, Intent, LedgerChanges, Page
from desktop.shortcuts import Key, Shortcuts
from desktop.windows.menu import kind_words, menu_of
from desktop.windows.navigation import Navigation
from desktop.windows.standing import StandingFacts
from desktop.windows.status_bar import StatusBar
from desktop.windows.top_bar import TopBar
from desktop.work import Work

if TYPE_CHECKING:
    from db.ledger import Ledger
    from desktop.messages import Messages
    from desktop.theme import Theme

__all__ = ["PageFactory", "Shell"]

PageFactory = Callable[[Desk, Intent], Page]

WIDTH, HEIGHT = 1366, 700
_DEEPEST = 12


class Shell(QMainWindow):
    """The window of one open ledger. It owns the pages and is their way to each other."""

    look_wanted = Signal(bool, bool)
    """The user asks for another look: dark, large. The program makes a new shell."""
    painted = Signal()
    """The window has been painted for the first time."""

    def __init__(
        self,
        ledger: Ledger,
        theme: Theme,
        messages: Messages,
        pages: Mapping[str, PageFactory],
        first: Intent = Intent("workbench"),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self.work = Work(ledger, self)
        self.changes = LedgerChanges(self)
        self.desk = Desk(ledger, theme, messages, self.work, self, self.changes, ledger.operator)
        self.factories = dict(pages)
        self._shortcuts = Shortcuts(self)
        self._intents: dict[Page, Intent] = {}
        self._stale: dict[Page, list[object]] = {}
        self._painted = False
        heading = (ledger.name, kind_words(ledger.kind))
        self.navigation = Navigation(theme, menu_of(ledger.types()), heading)
        self.top_bar = TopBar(theme, ledger.operator)
        self.status_bar = StatusBar(theme, VERSION)
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self._connect()
        ledger.listeners.append(self.changes.happened.emit)
        self.standing = StandingFacts(self.desk, self.status_bar)
        self.painted.connect(self.standing.refresh)
        self._push(Intent("workbench"))
        if first.page != "workbench":
            self._push(first)

    def _lay_out(self, theme: Theme) -> None:
        right = column(theme, self.top_bar, self._stack, spacing=0)
        upper = row(theme, self.navigation, right, spacing=0)
        middle = InReadingOrder()
        middle.setLayout(column(theme, upper, self.status_bar, spacing=0))
        self.setCentralWidget(middle)
        self.resize(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self._go)
        self.top_bar.search_wanted.connect(self._search)
        self.top_bar.due_wanted.connect(self._home)
        self.top_bar.help_wanted.connect(self._help)
        self.top_bar.look_wanted.connect(self.change_look)
        self.changes.happened.connect(self._tell_pages)
        self._shortcuts.claim_for_window(
            [
                Key("Ctrl+K", "全库查找", self._focus_search),
                Key("F2", "到左边的功能导航", self.navigation.take_keys),
                Key("Esc", "返回上一页", self._escape),
                Key("F1", "帮助", self._help),
            ]
        )

    # The doors, as `Doors` promises them -----------------------------------------

    def open(self, intent: Intent) -> None:
        """Show a page on top of the present one, which stays as it is for the way back."""
        if self._stack.count() < _DEEPEST or self._make_room():
            self._push_if_there(intent)

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show one record."""
        self.open(Intent("record", type_name=type_name, record_id=record_id))

    def open_list(self, type_name: str, where: tuple[tuple[str, object], ...] = ()) -> None:
        """Show the list of a record type, narrowed to fields that equal a value."""
        self.open(Intent("list", type_name=type_name, where=where))

    def open_new(self, type_name: str) -> None:
        """Show an empty form of a record type."""
        self.open(Intent("new", type_name=type_name))

    def open_report(self, name: str) -> None:
        """Show a statistical report."""
        self.open(Intent("report", name=name))

    def open_bundles(self) -> None:
        """Show what was sent and taken."""
        self.open(Intent("bundles"))

    def back(self) -> None:
        """Go back to the page before; the first page stays."""
        if self._stack.count() > 1 and self.page.can_leave():
            self._drop()
            self._show_top()

    def replace(self, intent: Intent) -> None:
        """Show a page in place of the present one, without asking it."""
        if self._stack.count() > 1:
            self._drop()
        self._push(intent)

    def retitle(self) -> None:
        """Take over the title of the page on top."""
        self.setWindowTitle(f"{self.page.title or '工作台'} · {self.desk.ledger.name} · 司法所台账")

    def show_due(self, due: Mapping[str, tuple[int, int]]) -> None:
        """Show at the navigation how many things are due: type name → (due, overdue)."""
        self.navigation.clear_badges()
        for name, (number, overdue) in due.items():
            self.navigation.badge(name, number, hot=overdue > 0)
        sums = [sum(pair[at] for pair in due.values()) for at in (0, 1)]
        self.top_bar.show_due(sums[0], sums[1])

    def say(self, text: str) -> None:
        """Say in the status bar for some seconds what was done."""
        self.status_bar.say(text)

    def keys_here(self) -> list[Key]:
        """The keys that work on the present page and in the window."""
        return self._shortcuts.all_keys()

    # The stack --------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page on top."""
        top = self._stack.currentWidget()
        assert isinstance(top, Page)  # noqa: S101 - only pages are pushed
        return top

    @property
    def intent(self) -> Intent:
        """What the page on top was opened for."""
        return self._intents[self.page]

    @property
    def page_count(self) -> int:
        """How many pages lie on one another, the workbench included."""
        return self._stack.count()

    def _push_if_there(self, intent: Intent) -> None:
        try:
            self._push(intent)
        except LookupError:
            words = "这条记录已不在台账里（可能刚被删除）。", "请刷新列表后再试。"
            self.desk.messages.warn(self, *words)
        except Fault as fault:
            self.desk.messages.fault(self, fault)

    def _push(self, intent: Intent) -> None:
        page = self.factories[intent.page](self.desk, intent)
        self._intents[page] = intent
        self._stack.addWidget(page)
        self._show_top()

    def _show_top(self) -> None:
        self._stack.setCurrentIndex(self._stack.count() - 1)
        page = self.page
        self._shortcuts.claim_for_page(page.keys())
        self.navigation.fold(page.wants_room)
        self.navigation.light(page.menu_name)
        self.retitle()
        for changes in self._stale.pop(page, []):
            page.refresh(changes)
        (page.focusWidget() or page).setFocus()
        page.arrive()

    def _drop(self) -> None:
        self._forget(self.page)

    def _forget(self, page: Page) -> None:
        self._stale.pop(page, None)
        self._intents.pop(page, None)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _make_room(self) -> bool:
        """Leave the second page for good, so that a long walk does not fill the memory."""
        page = self._stack.widget(1)
        if not isinstance(page, Page) or not page.can_leave():
            return False
        self._forget(page)
        return True

    def _leave_all(self) -> bool:
        """Drop every page but the first; False when one of them does not want to be left."""
        while self._stack.count() > 1:
            if not self.page.can_leave():
                self._show_top()
                return False
            self._drop()
        return True

    def _go(self, intent: Intent) -> None:
        if self._leave_all():
            if intent.page == "workbench":
                self._show_top()
            else:
                self._push_if_there(intent)

    def _home(self) -> None:
        self._go(Intent("workbench"))

    def _help(self) -> None:
        if self.page.menu_name != "help":
            self.open(Intent("help"))

    def _search(self, text: str) -> None:
        searching = self.page.menu_name == "search"
        (self.replace if searching else self.open)(Intent("search", name=text))

    def _focus_search(self) -> None:
        self.top_bar.search.setFocus()
        self.top_bar.search.selectAll()

    def _escape(self) -> None:
        if not self.page.step_back():
            self.back()

    def _tell_pages(self, changes: object) -> None:
        """The page on top shows it at once, those below when they are come back to."""
        top = self.page
        for index in range(self._stack.count()):
            page = self._stack.widget(index)
            if isinstance(page, Page) and page is not top:
                self._stale.setdefault(page, []).append(changes)
        top.refresh(changes)

    def change_look(self, dark: bool, large: bool) -> None:
        """Ask for another look; the program makes a new window in it."""
        # The bar that asks is replaced with the window, so it must have returned first.
        if all(self._may_leave(index) for index in range(1, self._stack.count())):
            QTimer.singleShot(0, partial(self.look_wanted.emit, dark, large))

    def _may_leave(self, index: int) -> bool:
        page = self._stack.widget(index)
        return not isinstance(page, Page) or page.can_leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # The pages are painted after the window, in the same turn of the event loop.
            soon = QTimer(self)
            soon.setSingleShot(True)
            soon.timeout.connect(self.painted)
            soon.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(self._may_leave(index) for index in range(self._stack.count())):
            event.ignore()
            return
        self.end()
        event.accept()

    def end(self) -> None:
        """Stop the work of this window; the ledger itself stays open."""
        self.work.finish()
        listeners = self.desk.ledger.listeners
        if self.changes.happened.emit in listeners:
            listeners.remove(self.changes.happened.emit)
