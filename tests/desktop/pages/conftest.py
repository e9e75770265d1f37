"""A small real township, copied for each test, and pages that stand on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.ledger import Ledger
from db.ledger.demo import fill_demo
from desktop.page import Desk, Intent, LedgerChanges, Page
from desktop.theme import Theme
from desktop.work import Work
from tests.conftest import NOW
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.recorded_messages import RecordedMessages

CASES = 300

MakePage = Callable[..., Page]


@pytest.fixture(scope="session")
def township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with 300 cases; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("township") / "ledger"
    made = Ledger.create(
        folder, kind="office", name="清河镇司法所", code="410199103", password=None,
        operator="周建民", clock=lambda: NOW,
    )  # fmt: skip
    fill_demo(made, cases=CASES)
    made.close()
    return folder


@pytest.fixture
def office(township: Path, tmp_path: Path) -> Generator[Ledger]:
    """The township's ledger, a copy for this test."""
    folder = tmp_path / "office"
    shutil.copytree(township, folder)
    opened = Ledger.open(folder, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def doors() -> ClosedDoors:
    """Doors that remember who knocked."""
    return ClosedDoors()


@pytest.fixture
def make_page_of(
    qtbot: QtBot, theme: Theme, office: Ledger, doors: ClosedDoors, messages: RecordedMessages
) -> Generator[MakePage]:
    """Make a page over the office's ledger (or another), shown and arrived at."""
    works: list[Work] = []

    def make(
        factory: Callable[[Desk, Intent], Page],
        intent: Intent,
        *,
        ledger: Ledger = office,
        size: tuple[int, int] = (1182, 622),
        dressed: Theme = theme,
    ) -> Page:
        work = Work(ledger)
        works.append(work)
        page = factory(Desk(ledger, dressed, messages, work, doors, LedgerChanges()), intent)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.arrive()
        return page

    yield make
    for work in works:
        work.finish()
