"""Windows for tests: a small ledger in memory, themes, messages that open nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.declare import RecordType
from db.duties.workbench import DueItem, DueState, Gap, MonthCount, Tile, Workbench
from db.kinds import RecordId
from db.ledger import Standing
from db.records import ALL_RECORD_TYPES
from db.store import KeptDraft
from desktop.app import page_factories
from desktop.look.fonts import register_fonts
from desktop.look.widgets import column
from desktop.page import Desk, Intent, Page
from desktop.shortcuts import Key
from desktop.theme import Theme, apply_theme
from desktop.windows.shell import PageFactory, Shell
from tests.desktop.recorded_messages import RecordedMessages

TODAY = date(2026, 3, 16)


@dataclass(frozen=True)
class Query:
    """What a tile or gap opens."""

    type_name: str
    where: tuple[tuple[str, object], ...] = ()
    search: str = ""


def due_item(days: int, state: DueState, number: int = 1) -> DueItem:
    """A case that is due so many days from today."""
    return DueItem(
        kind="调解案件",
        who=f"清司调〔2026〕{number:03}号　赵小满诉郭顺河",
        what="调解期限届满，结案或延期",
        until=TODAY + timedelta(days),
        state=state,
        source="《人民调解工作若干规定》第三十三条",
        type_name="mediation_case",
        id=RecordId(f"case-{number}"),
    )


def full_workbench() -> Workbench:
    """A first screen with something of everything on it."""
    cases: Any = Query("mediation_case", (("state", "02"),))
    states: list[tuple[int, DueState]] = [(-3, "overdue"), (0, "today"), (4, "soon"), (30, "later")]
    return Workbench(
        date_label="2026年3月16日　星期一　第12周",
        tiles=(
            Tile("本周到期", "6", "件", "其中 2 件已逾期", "danger", "clock"),
            Tile("在调纠纷", "9", "件", "疑难复杂 3 件", "primary", "scale", cases),
            Tile("本月受理", "18", "件", "上月受理 15 件", "primary", "file-text", cases),
            Tile("法律顾问到村", "11/14", "村", "3 个村未到", "warn", "briefcase"),
        ),
        due=tuple(due_item(days, state, at) for at, (days, state) in enumerate(states, 1)),
        months=tuple(MonthCount(f"{month}月", month + 8, month + 5) for month in range(1, 7)),
        gaps=(Gap("缺申请人联系电话", 3, "件", cases), Gap("已结案未回访", 2, "件")),
        entries=("mediation_case", "service_log"),
    )


@dataclass
class LedgerInMemory:
    """As much of a ledger as the frame of the window asks for."""

    name: str = "清河镇司法所"
    code: str = "410199103"
    kind: str = "office"
    operator: str = "周建民"
    folder: Path = Path("ledger")
    today: date = TODAY
    first_screen: Workbench = field(default_factory=full_workbench)
    listeners: list[Callable[[object], None]] = field(
        default_factory=list[Callable[[object], None]]
    )
    stands: Standing = field(default_factory=lambda: Standing(None, "", None, 0))
    kept: list[KeptDraft] = field(default_factory=list[KeptDraft])
    opened: int = 0
    closed: int = 0

    def types(self) -> tuple[RecordType, ...]:
        """All record types."""
        return ALL_RECORD_TYPES

    def workbench(self) -> Workbench:
        """What the test put there."""
        return self.first_screen

    def kept_drafts(self) -> list[KeptDraft]:
        """What the test put there."""
        return self.kept

    @property
    def carry(self) -> LedgerInMemory:
        """Itself: it is asked only how it stands."""
        return self

    def standing(self) -> Standing:
        """What the test put there."""
        return self.stands

    def second(self) -> LedgerInMemory:
        """Counts itself as another connection."""
        self.opened += 1
        return self

    def close(self) -> None:
        """Counts itself as closed."""
        self.closed += 1


class PlainPage(Page):
    """A page that keeps what happened to it."""

    def __init__(self, desk: Desk, intent: Intent) -> None:
        super().__init__(desk)
        self.intent = intent
        self.title = f"{intent.page} {intent.type_name or intent.name}"
        self.menu_name = intent.type_name or intent.page
        self.may_leave = True
        self.filtered = False
        self.seen: list[object] = []
        self.arrivals = 0
        self.pressed: list[str] = []
        self.line = QLineEdit()
        self.line.setAccessibleName("一栏")
        self.setLayout(column(desk.theme, self.line, None))

    def keys(self) -> list[Key]:
        return [Key("Ctrl+S", "保存", lambda: self.pressed.append("Ctrl+S"))]

    def can_leave(self) -> bool:
        return self.may_leave

    def step_back(self) -> bool:
        was, self.filtered = self.filtered, False
        return was

    def arrive(self) -> None:
        self.arrivals += 1

    def refresh(self, changes: object) -> None:
        self.seen.append(changes)


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """Our fonts, registered once for all tests of the window."""
    assert qapp.platformName()
    register_fonts()


@pytest.fixture(autouse=True)
def widgets_gone() -> Iterator[None]:
    """Delete what a test closed: else the next style sheet visits every widget of the run.

    No garbage is looked for meanwhile: a worker might find widgets in it and delete them in
    the wrong thread.
    """
    gc.disable()
    yield
    gc.enable()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme at normal size, worn by the application."""
    made = Theme()
    apply_theme(qapp, made)
    return made


@pytest.fixture
def messages() -> RecordedMessages:
    """Messages that open nothing."""
    return RecordedMessages()


@pytest.fixture
def ledger() -> LedgerInMemory:
    """A ledger for the frame of the window."""
    return LedgerInMemory()


MakeShell = Callable[..., Shell]


@pytest.fixture
def make_shell(
    qtbot: QtBot,
    qapp: QApplication,
    ledger: LedgerInMemory,
    messages: RecordedMessages,
) -> MakeShell:
    """Make a shell in any look, with plain pages behind every door but the workbench."""
    plain: dict[str, PageFactory] = dict.fromkeys(page_factories(), PlainPage)
    plain["workbench"] = page_factories()["workbench"]
    plain["help"] = page_factories()["help"]

    def make(*, dark: bool = False, scale: float = 1.0) -> Shell:
        worn = Theme(dark, scale)
        apply_theme(qapp, worn)
        shell = Shell(cast("Any", ledger), worn, messages, plain)
        qtbot.addWidget(shell)
        shell.show()
        qtbot.waitExposed(shell)
        return shell

    return make


@pytest.fixture
def shell(make_shell: MakeShell) -> Shell:
    """A shell in the light look, painted."""
    return make_shell()
