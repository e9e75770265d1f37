"""The way to an open ledger: the first start, the password, or straight through."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.faults import Fault
from desktop.demo_ledger import demo_ledger
from desktop.look.fields import show_in_middle
from desktop.opening import (
    Opening,
    holds_ledger,
    needs_password,
    new_ledger,
    open_as_given,
    operators_of,
    present_ledger,
    recovery_key_of,
    reset_ledger,
)
from desktop.preferences import default_ledger

if TYPE_CHECKING:
    from db.ledger import Ledger
    from desktop.messages import Messages
    from desktop.options import Options
    from desktop.theme import Theme
    from desktop.windows.first_start import FirstStart, NewLedger
    from desktop.windows.login import LoginWindow
    from desktop.windows.new_password import NewPasswordWindow

__all__ = ["Entrance"]

_PATIENCE_S: Final = 1.0
"""How long opening a ledger may take before a window says that it does."""
_LOOK_AGAIN_MS: Final = 30
_SIZE: Final = (900, 660)
_DEMO_SENTENCE: Final = "正在准备演示台账（虚构数据），约需几秒钟…"


class Entrance(QObject):
    """Shows at most one window, and none when the ledger opens by itself."""

    opened = Signal(object)
    """The open `Ledger`."""
    stuck = Signal(object)
    """The ledger that was named does not open; the `Fault`. A window asks what to do."""

    def __init__(
        self, options: Options, last_ledger: str, early: Opening[Ledger] | None = None
    ) -> None:
        super().__init__()
        self._options = options
        self._demo_folder: QTemporaryDir | None = None
        self._login: LoginWindow | None = None
        self._first: FirstStart | None = None
        self._reset_window: NewPasswordWindow | None = None
        self._waiting = False
        self._folder = self._first_folder(last_ledger)
        # Key derivation and the import of db run while the main thread loads Qt.
        self._early = early or self._open_early()

    def begin(self, theme: Theme, messages: Messages) -> None:
        """Go on as soon as there is a QApplication: wait a moment, or show a window."""
        self._theme = theme
        self._messages = messages
        if self._early is None:
            self.first_start()
            return
        if not self._early.wait(_PATIENCE_S):
            demo = self._options.demo
            self.first_start().wait(_DEMO_SENTENCE if demo else "正在打开台账…")
        self._look(self._early, self._refused_early)

    @property
    def window(self) -> QWidget | None:
        """The window that shows now, if any."""
        return self._reset_window or self._login or self._first

    @property
    def is_waiting(self) -> bool:
        """Whether a ledger is being opened, so that the window may soon be another one."""
        return self._waiting

    @property
    def is_demo(self) -> bool:
        """Whether the ledger is the fictional one, in a folder that will be thrown away."""
        return self._demo_folder is not None

    def leave(self) -> None:
        """Close the window: the ledger has one of its own."""
        for window in (self._reset_window, self._login, self._first):
            if window is not None:
                window.hide()
                window.deleteLater()
        self._reset_window = self._login = self._first = None

    def clean_up(self) -> None:
        """Throw the demo ledger away; call it when its ledger is closed."""
        if self._demo_folder is not None:
            self._demo_folder.remove()

    def first_start(self) -> FirstStart:
        """Show the window with the three ways to begin."""
        if self._first is None:
            module = import_module("desktop.windows.first_start")
            first: FirstStart = module.FirstStart(self._theme, self._messages, default_ledger())
            first.new_wanted.connect(self._make_new)
            first.open_wanted.connect(self._open_present)
            first.demo_wanted.connect(self._open_demo)
            show_in_middle(first, self._theme.px(_SIZE[0]), self._theme.px(_SIZE[1]))
            self._first = first
        if self._login is not None:
            self._login.deleteLater()
            self._login = None
        return self._first

    # Opening -------------------------------------------------------------------------

    def _first_folder(self, last_ledger: str) -> Path:
        if self._options.ledger is not None:
            return self._options.ledger
        if self._options.demo:
            return self._make_demo_folder()
        last = Path(last_ledger) if last_ledger else None
        return last if last and holds_ledger(last) else default_ledger()

    def _make_demo_folder(self) -> Path:
        self._demo_folder = QTemporaryDir(f"{QDir.tempPath()}/sifasuo-demo-XXXXXX")
        return Path(self._demo_folder.filePath("ledger"))

    def _open_early(self) -> Opening[Ledger] | None:
        if self._options.demo and not holds_ledger(self._folder):
            return Opening(partial(demo_ledger, self._folder, self._options))
        if self._options.ledger is None and not holds_ledger(self._folder):
            return None
        return Opening(partial(open_as_given, self._folder, self._options))

    def _look(
        self, opening: Opening[Ledger], refused: Callable[[Fault], None], key: bool = False
    ) -> None:
        """Look again and again whether a ledger has opened, and go on when it has."""
        self._waiting = not opening.wait()
        if self._waiting:
            again = partial(self._look, opening, refused, key)
            QTimer.singleShot(_LOOK_AGAIN_MS, again)
            return
        try:
            ledger = opening.result()
        except Fault as fault:
            refused(fault)
            return
        if key:
            self._show_key(ledger)
        self.opened.emit(ledger)

    def _refused_early(self, fault: Fault) -> None:
        if holds_ledger(self._folder):
            self._show_login("" if needs_password(fault) else str(fault))
        else:
            self.first_start().refuse(str(fault))
        self.stuck.emit(fault)

    def _show_login(self, sentence: str) -> None:
        module = import_module("desktop.windows.login")
        operator = self._options.operator or ""
        login: LoginWindow = module.LoginWindow(self._theme, self._folder, operator)
        login.wanted.connect(self._log_in)
        login.other_wanted.connect(self.first_start)
        login.reset_wanted.connect(self._show_reset)
        show_in_middle(login, self._theme.px(620), self._theme.px(480))
        if sentence:
            login.refuse(sentence)
        self.leave()
        self._login = login

    def _log_in(self, operator: str, password: str) -> None:
        make = partial(present_ledger, self._folder, self._options, password, operator or None)
        self._look(Opening(make), self._refuse)

    def _show_reset(self) -> None:
        try:
            operators = operators_of(self._folder)
        except Fault as fault:
            self._refuse(fault)
            return
        module = import_module("desktop.windows.new_password")
        reset: NewPasswordWindow = module.NewPasswordWindow(self._theme, operators)
        reset.wanted.connect(self._reset)
        reset.back_wanted.connect(partial(self._show_login, ""))
        show_in_middle(reset, self._theme.px(700), self._theme.px(540))
        self.leave()
        self._reset_window = reset

    def _reset(self, operator: str, key: str, password: str) -> None:
        named = {"operator": operator, "key": key, "password": password}
        self._look(
            Opening(partial(reset_ledger, self._folder, self._options, **named)), self._refuse
        )

    def _refuse(self, fault: Fault) -> None:
        window = self._reset_window or self._login or self._first
        if window is not None:
            window.refuse(str(fault))

    def _open_present(self, folder: Path) -> None:
        if not holds_ledger(folder):
            sentence = f"“{folder}”里没有台账（没有 ledger.db）。请选择台账所在的文件夹。"
            self.first_start().refuse(sentence)
            return
        self._folder = folder
        self._look(Opening(partial(open_as_given, folder, self._options)), self._refused_early)

    def _open_demo(self) -> None:
        self._folder = self._make_demo_folder()
        self.first_start().wait(_DEMO_SENTENCE)
        make = partial(demo_ledger, self._folder, self._options)
        self._look(Opening(make), self._refuse)

    def _make_new(self, given: NewLedger) -> None:
        self._folder = given.folder
        self.first_start().wait("正在建立台账…")
        make = partial(
            new_ledger,
            given.folder,
            self._options,
            kind=given.kind,
            name=given.name,
            code=given.code,
            operator=given.operator,
            password=given.password,
        )
        self._look(Opening(make), self._refuse, key=True)

    def _show_key(self, ledger: Ledger) -> None:
        if key := recovery_key_of(ledger):
            module = import_module("desktop.windows.recovery_key")
            module.RecoveryKeyDialog(self._theme, key, self.window).exec()
