"""Form pages for tests: a desk with a ledger in memory, and doors that remember."""

from __future__ import annotations

from typing import Any, cast

from pytestqt.qtbot import QtBot

from db.drafts import Draft
from desktop.editors import EditorContext, FieldEditor
from desktop.page import Desk
from desktop.record_form import PreviewSlot, RecordPage
from desktop.theme import Theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.recorded_messages import RecordedMessages


class RecordedDoors:
    """Doors that go nowhere and remember who knocked."""

    def __init__(self) -> None:
        self.steps: list[tuple[object, ...]] = []
        self.said: list[str] = []

    def open(self, intent: object) -> None:
        """Remember an intent opened."""
        self.steps.append(("open", intent))

    def replace(self, intent: object) -> None:
        """Remember an intent that replaced the page."""
        self.steps.append(("replace", intent))

    def open_record(self, type_name: str, record_id: str) -> None:
        """Remember a record opened."""
        self.steps.append(("record", type_name, record_id))

    def back(self) -> None:
        """Remember the way back."""
        self.steps.append(("back",))

    def retitle(self) -> None:
        """Take no notice of titles."""

    def say(self, text: str) -> None:
        """Remember what the status bar was told."""
        self.said.append(text)


def context_of(ledger: FormLedgerInMemory, theme: Theme) -> EditorContext:
    """Give what editors are made with."""
    return EditorContext(theme, ledger, RecordedDoors().open_record)


def form_page(
    qtbot: QtBot,
    theme: Theme,
    ledger: FormLedgerInMemory,
    draft: Draft,
    *,
    preview: PreviewSlot | None = None,
    size: tuple[int, int] = (1182, 620),
) -> RecordPage:
    """Give a page with a draft, shown, every card built."""
    unused: Any = None
    desk = Desk(
        cast("Any", ledger), theme, RecordedMessages(), unused, cast("Any", RecordedDoors()), unused
    )
    page = RecordPage(desk, draft, preview)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.form.sheet.finish()
    page.arrive()
    return page


def doors_of(page: RecordPage) -> RecordedDoors:
    """Give the doors of a page made by `form_page`."""
    return cast("RecordedDoors", page.desk.doors)


def editor(page: RecordPage, name: str, place: int = 0) -> FieldEditor:
    """Give the editor of a field by its object name; `place` counts equal names."""
    return page.form.sheet.findChildren(FieldEditor, name)[place]
