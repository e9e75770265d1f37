"""Builds the window program and joins its parts by hand; where every page comes from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from desktop.crash import CrashLog
from desktop.input_method import mend_input_method
from desktop.preferences import Preferences, log_folder, read_preferences
from desktop.program import Program
from desktop.smoke import Smoke
from desktop.windows.shell import PageFactory

if TYPE_CHECKING:
    from desktop.options import Options
    from desktop.page import Desk, Intent, Page

__all__ = ["PAGES", "page_factories", "start"]

PAGES: Final[Mapping[str, str]] = {
    "workbench": "desktop.windows.workbench",
    "list": "desktop.record_list",
    "record": "desktop.record_form",
    "new": "desktop.record_form",
    "reports": "desktop.windows.report_page",
    "report": "desktop.windows.report_page",
    "papers": "desktop.windows.papers_page",
    "bundles": "desktop.windows.bundle_page",
    "search": "desktop.windows.search_page",
    "settings": "desktop.windows.settings_page",
    "help": "desktop.windows.help_page",
}
"""Where an intent leads: the module whose `make_page(desk, intent)` gives the page."""


def page_factories() -> dict[str, PageFactory]:
    """The factories of all pages; the module of a page is imported when it is first wanted."""
    return {name: partial(_make_page, module) for name, module in PAGES.items()}


def _make_page(module: str, desk: Desk, intent: Intent) -> Page:
    make: PageFactory = import_module(module).make_page
    return make(desk, intent)


def start(options: Options, started: float) -> int:
    """Run the window until it is closed; the exit status. `started`: `time.time()` of the start."""
    log = CrashLog(log_folder())
    # A smoke picture shows the program as shipped, not as this user likes it.
    preferences = Preferences() if options.smoke else read_preferences()
    if preferences.mend_input_method:
        mend_input_method(os.environ)
    smoke = Smoke(options.smoke, options.page, started) if options.smoke else None
    program = Program(options, preferences, page_factories(), smoke)
    app = program.dress(log)
    QTimer.singleShot(0, program.begin)
    status = app.exec()
    program.end()
    return smoke.status if smoke else status
