"""How long a list of 100,000 cases keeps its user waiting.

    python -m tests.benchmarks.list_speed FOLDER [--cases 100000] [--runs 5]

FOLDER keeps the ledger between runs; the first run fills it, which takes minutes. Prints the
median and the worst of several runs in milliseconds beside the promise; exit status 1 when a
median breaks its promise.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from db.ledger import Ledger
from db.ledger.demo import fill_demo
from desktop.look.fonts import register_fonts
from desktop.messages import Messages
from desktop.page import Desk, Intent, LedgerChanges
from desktop.record_list import ListPage, make_page
from desktop.theme import Theme, apply_theme
from desktop.work import Work
from tests.desktop.closed_doors import ClosedDoors

NOW = datetime(2026, 3, 16, 9, 30)  # noqa: DTZ001 - the office's wall clock
PROMISES = {
    "first page": 100.0,
    "all rows in order": 500.0,
    "sort": 100.0,
    "scroll frame p95": 16.0,
    "jump to the end": 50.0,
    "search": 100.0,
    "state filter": 100.0,
}
"""Milliseconds; what is seen at once, but for "all rows", which the user does not wait for."""
SEARCHES = ("王", "王小", "wxm", "zhang", "人调字第001号", "0026", "土地", "青龙沟")
FRAMES = 120


@dataclass
class Times:
    """Milliseconds of each step, run by run."""

    of: dict[str, list[float]] = field(default_factory=dict[str, list[float]])

    @contextmanager
    def taking(self, name: str) -> Generator[None]:
        """Take the time of a step."""
        started = time.perf_counter()
        yield
        self.note(name, (time.perf_counter() - started) * 1000)

    def note(self, name: str, milliseconds: float) -> None:
        """Note a time taken otherwise."""
        self.of.setdefault(name, []).append(milliseconds)

    def broken(self) -> list[str]:
        """The steps whose median breaks its promise."""
        return [n for n, times in self.of.items() if median(times) > PROMISES.get(n, 1e9)]


def open_ledger(folder: Path, cases: int) -> Ledger:
    """The ledger of the cache folder; filled when it is not there yet."""
    place = folder / f"ledger-{cases}"
    if place.exists():
        return Ledger.open(place, clock=lambda: NOW)
    folder.mkdir(parents=True, exist_ok=True)
    ledger = Ledger.create(
        place, kind="office", name="清河镇司法所", code="410199103", password=None,
        operator="周建民", clock=lambda: NOW,
    )  # fmt: skip
    fill_demo(ledger, cases=cases)
    return ledger


def measure(page: ListPage, times: Times, wait: Callable[[Callable[[], bool]], None]) -> None:
    """Do what a user does with a list, once."""
    with times.taking("first page"):
        page.arrive()
        page.table.viewport().repaint()
    with times.taking("all rows in order"):
        wait(lambda: page.rows.is_ordered)
    _rest(page, wait)
    _scroll(page, times)
    with times.taking("jump to the end"):
        page.table.go_to(page.rows.rowCount() - 1)
        page.table.viewport().repaint()
    for column in ("number", "closed_on", "dispute_type", "accepted_on"):
        at = [one.name for one in page.rows.columns].index(column)
        with times.taking("sort"):
            page.table.sort_wanted.emit(at)
            page.table.viewport().repaint()
        _rest(page, wait)
    for words in SEARCHES:
        page.filters.search.setText(words)
        with times.taking("search"):
            page.filters.changed.emit()
            page.table.viewport().repaint()
        _rest(page, wait)
    page.filters.clear()
    _rest(page, wait)
    with times.taking("state filter"):
        page.filters.preset((("state", "02"),))
        page.filters.changed.emit()
        page.table.viewport().repaint()
    _rest(page, wait)


def _rest(page: ListPage, wait: Callable[[Callable[[], bool]], None]) -> None:
    """Wait until the page and its workers have nothing more to do."""
    wait(lambda: page.is_settled())


def _scroll(page: ListPage, times: Times) -> None:
    bar = page.table.verticalScrollBar()
    bar.setValue(0)
    frames: list[float] = []
    for frame in range(FRAMES):
        started = time.perf_counter()
        bar.setValue(frame * 53)
        QApplication.processEvents()
        frames.append((time.perf_counter() - started) * 1000)
    times.note("scroll frame p95", quantiles(frames, n=20)[-1])


def main(arguments: list[str]) -> int:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args(arguments)
    app = QApplication(["list_speed"])
    register_fonts()
    theme = Theme()
    apply_theme(app, theme)
    ledger = open_ledger(given.folder, given.cases)
    times = Times()

    def wait(until: Callable[[], bool]) -> None:
        while not until():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    for _ in range(given.runs):
        work = Work(ledger)
        desk = Desk(ledger, theme, Messages(), work, ClosedDoors(), LedgerChanges())
        page = make_page(desk, Intent("list", "mediation_case"))
        page.resize(1166, 610)
        page.show()
        measure(page, times, wait)
        work.finish()
        page.close()
        page.deleteLater()
    for name, taken in times.of.items():
        bar = PROMISES[name]
        print(f"{name:20} median {median(taken):7.1f}  worst {max(taken):7.1f}  promise {bar:5.0f}")
    ledger.close()
    return 1 if times.broken() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
