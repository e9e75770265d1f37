"""The running window program: the window of an open ledger, its look, its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from db.faults import Fault
from desktop.crash import CrashLog
from desktop.entrance import Entrance
from desktop.look.fonts import register_fonts
from desktop.messages import Messages
from desktop.one_window import OneWindow
from desktop.own_papers import check_paper
from desktop.page import Intent
from desktop.preferences import Preferences, write_preferences
from desktop.theme import LARGE, NORMAL, Theme, apply_theme
from desktop.tidying import Tidying
from desktop.windows.shell import HEIGHT, WIDTH, PageFactory, Shell
from desktop.windows.status_bar import Fact

if TYPE_CHECKING:
    from db.ledger import Ledger
    from desktop.opening import Opening
    from desktop.options import Options
    from desktop.smoke import Smoke

__all__ = ["Program"]

_QUIET_MS: Final = 800
"""How long after the window shows the things start that nobody waits for."""


class Program(QObject):
    """One ledger and one window at a time. Make it before the QApplication: it starts work."""

    def __init__(
        self,
        options: Options,
        preferences: Preferences,
        pages: Mapping[str, PageFactory],
        smoke: Smoke | None = None,
        *,
        early: Opening[Ledger] | None = None,
    ) -> None:
        super().__init__()
        self.shell: Shell | None = None
        self._options = options
        self._preferences = preferences
        self._pages = pages
        self._smoke = smoke
        self._messages = Messages()
        self._ledger: Ledger | None = None
        self._one: OneWindow | None = None
        self._entrance = Entrance(options, preferences.last_ledger, early)

    def dress(self, log: CrashLog) -> QApplication:
        """Make the QApplication and dress it; from now on errors are shown."""
        app = QApplication(["sifasuo"])
        app.setApplicationName("sifasuo")
        app.setApplicationDisplayName("司法所台账")
        words = QTranslator(app)
        if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(words)
        register_fonts()
        self._app, self._log = app, log
        log.install(self._tell_error)
        kept = self._preferences
        self._wear(dark=self._options.dark or kept.dark, large=self._options.large or kept.large)
        return app

    def begin(self) -> None:
        """Show the first window; call it from the event loop, so that quitting works."""
        QTimer.singleShot(_QUIET_MS, Tidying(self).start)
        self._entrance.opened.connect(self._show_ledger)
        if self._smoke:
            self._entrance.stuck.connect(self._smoke.fail)
        self._entrance.begin(self._theme, self._messages)
        if self._smoke and self._entrance.window is not None:
            self._smoke.watch_entrance(self._entrance)

    def end(self) -> None:
        """Close what is open; a demo ledger is thrown away."""
        self._log.uninstall()
        if self.shell is not None:
            self.shell.end()
        if self._ledger is not None:
            self._ledger.close()
        if self._one is not None:
            self._one.release()
        self._entrance.clean_up()

    # The window ----------------------------------------------------------------------

    def _show_ledger(self, ledger: Ledger) -> None:
        one = OneWindow(ledger.folder, self)
        if not one.take():
            ledger.close()
            if not one.raise_other():
                self._messages.warn(
                    self._entrance.window,
                    "这本台账已在另一个窗口里打开。",
                    "请到那个窗口里继续；如果找不到它，请注销后重新登录电脑再试。",
                )
            self._app.quit()
            return
        self._one, self._ledger = one, ledger
        ledger.check_papers_by(check_paper)
        one.asked_to_rise.connect(self._rise)
        QTimer.singleShot(_QUIET_MS, one.listen)
        self._make_shell(Intent("workbench"))
        self._entrance.leave()
        if not self._options.demo and not self._smoke:
            self._keep(replace(self._preferences, last_ledger=str(ledger.folder)))

    def _make_shell(self, first: Intent) -> None:
        assert self._ledger is not None  # noqa: S101 - only called with a ledger open
        shell = Shell(self._ledger, self._theme, self._messages, self._pages, first)
        shell.look_wanted.connect(self._change_look)
        if self._entrance.is_demo:
            shell.standing.say_state(Fact("eye", "warn", "演示台账：内容全部虚构，关闭后不保留"))
        if self._smoke:
            self._smoke.watch(shell)
        old, self.shell = self.shell, shell
        if old is None:
            room = self._app.primaryScreen().availableGeometry()
            if not self._smoke:  # a smoke picture has one size, whatever screen there is
                shell.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
            shell.show()
        else:
            shell.setGeometry(old.geometry())
            shell.setWindowState(old.windowState())
            shell.show()
            old.end()
            old.hide()
            old.deleteLater()

    def _change_look(self, dark: bool, large: bool) -> None:
        if self.shell is not None:
            self._wear(dark=dark, large=large)
            self._keep(replace(self._preferences, dark=dark, large=large))
            self._make_shell(self.shell.intent)

    def _wear(self, *, dark: bool, large: bool) -> None:
        self._theme = Theme(dark, LARGE if large else NORMAL)
        apply_theme(self._app, self._theme)

    def _keep(self, preferences: Preferences) -> None:
        self._preferences = preferences
        write_preferences(preferences)

    def _rise(self) -> None:
        if self.shell is not None:
            self.shell.setWindowState(self.shell.windowState() & ~Qt.WindowState.WindowMinimized)
            self.shell.raise_()
            self.shell.activateWindow()

    # When something is wrong -----------------------------------------------------------

    def _tell_error(self, error: BaseException) -> None:
        if self._smoke:
            self._smoke.fail(error)
        elif isinstance(error, Fault):
            self._messages.fault(self.shell, error)
        else:
            self._messages.bug(self.shell, self._log.file)
