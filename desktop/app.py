"""Builds the window program and joins its parts by hand; where every page comes from."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from desktop.crash import CrashLog
from desktop.input_method import mend_input_method
from desktop.preferences import Preferences, log_folder, read_preferences
from desktop.program import Program
from desktop.screens import SCREENS
from desktop.smoke import Smoke
from desktop.windows.shell import PageFactory

if TYPE_CHECKING:
    from db.ledger import Ledger
    from desktop.opening import Opening
    from desktop.options import Options
    from desktop.page import Desk, Intent, Page

__all__ = ["PAGES", "page_factories", "start"]

PAGES: Final[Mapping[str, str]] = {
    "workbench": "desktop.windows.workbench",
    "list": "desktop.record_list",
    "record": "desktop.windows.record_page",
    "new": "desktop.windows.record_page",
    "reports": "desktop.windows.report_page",
    "report": "desktop.windows.report_page",
    "papers": "desktop.windows.papers_page",
    "subsidies": "desktop.windows.subsidy_page",
    "bundles": "desktop.windows.bundle_page",
    "scans": "desktop.windows.scan_page",
    "search": "desktop.windows.search_page",
    "settings": "desktop.windows.settings_page",
    "bin": "desktop.windows.bin_page",
    "numbers": "desktop.windows.numbers_page",
    "duplicates": "desktop.windows.duplicates_page",
    "people": "desktop.windows.people_page",
    "help": "desktop.windows.help_page",
}
"""Where an intent leads: the module whose `make_page(desk, intent)` gives the page."""


_NO_SCREEN: Final = (
    "没有找到屏幕，窗口打不开。请在图形桌面里启动；只用命令行时，在后面写命令，例如 types。"
)


def page_factories() -> dict[str, PageFactory]:
    """The factories of all pages; the module of a page is imported when it is first wanted."""
    return {name: partial(_make_page, module) for name, module in PAGES.items()}


def _make_page(module: str, desk: Desk, intent: Intent) -> Page:
    """Make a page; a record type with a screen of its own gets that one."""
    if intent.page in {"record", "new"}:
        module = SCREENS.get(intent.type_name, module)
    make: PageFactory = import_module(module).make_page
    return make(desk, intent)


def _has_screen(options: Options) -> bool:
    """Whether Qt will find a screen; without one it would abort the process.

    For a picture none is needed.
    """
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    if not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named):
        return True
    if options.smoke:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return options.smoke is not None


def start(options: Options, started: float, early: Opening[Ledger] | None = None) -> int:
    """Run the window until it is closed; the exit status.

    started: `time.time()` of the start. early: the named ledger, being opened already.
    """
    if not _has_screen(options):
        sys.stderr.write(f"{_NO_SCREEN}\n")
        return 3
    log = CrashLog(log_folder())
    # A smoke picture shows the program as shipped, not as this user likes it.
    preferences = Preferences() if options.smoke else read_preferences()
    if preferences.mend_input_method:
        mend_input_method(os.environ)
    smoke = Smoke(options.smoke, options.page, started) if options.smoke else None
    program = Program(options, preferences, page_factories(), smoke, early=early)
    app = program.dress(log)
    QTimer.singleShot(0, program.begin)
    status = app.exec()
    program.end()
    return smoke.status if smoke else status
