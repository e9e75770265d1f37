"""Where the cursor is in the workspace of a case, and what a new case takes for granted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.ledger import Ledger
from desktop.page import Intent
from desktop.record_form import RecordPage
from desktop.screens.case import make_page
from tests.desktop.pages.conftest import MakePage
from tests.desktop.screens.test_case_workspace import (
    ENTER,
    SIZE,
    Clerk,
    open_case,
    some_case,
    workspace,
)
from tests.desktop.typing import press


@pytest.fixture
def active_case(qtbot: QtBot, make_page_of: MakePage) -> RecordPage:
    """The workspace of a new case, in the active window."""
    page = make_page_of(make_page, Intent("new", type_name="mediation_case"), size=SIZE)
    assert isinstance(page, RecordPage)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.is_settled())
    return page


def test_a_company_is_given_no_nation_in_advance(active_case: RecordPage) -> None:
    party = active_case.form.draft.rows["parties"][1]
    party.values["nation"] = "01"
    kind = active_case.form.sheet.cell_of(party, "kind")
    assert kind is not None
    kind.editor.set_value("02")
    kind.editor.edited.emit()
    workspace(active_case).follow(active_case.form.draft)
    assert "nation" not in party.values
    for name, shown in (("nation", False), ("sex", False), ("age", False), ("credit_code", True)):
        cell = active_case.form.sheet.cell_of(party, name)
        assert cell is not None
        assert cell.is_shown is shown, name


def test_the_missing_things_are_gone_through_one_by_one(active_case: RecordPage) -> None:
    clerk, found = Clerk(active_case), workspace(active_case)
    gone: list[str] = []
    for _ in range(3):
        found.go_to_lack()
        gone.append(clerk.field)
    assert gone == ["name", "contact", "address"]
    clerk.type("清河镇")
    found.go_to_lack()
    assert clerk.field not in gone


def test_a_step_without_fields_keeps_the_cursor(active_case: RecordPage) -> None:
    workspace(active_case).show_step("inquire")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert active_case.form.sheet.isAncestorOf(focus)


def test_taking_a_party_away_leaves_the_cursor_at_the_way_back(active_case: RecordPage) -> None:
    form = active_case.form
    form.add_row()
    form.sheet.finish()
    rows = next(card for card in form.sheet.cards if card.section.label == "当事人").row_lists[0]
    rows.take_away(form.draft.rows["parties"][-1])
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "撤销移除"
    press(focus, ENTER)
    assert len(form.draft.rows["parties"]) == 3
    assert Clerk(active_case).field == "side"


def test_a_stored_case_opens_at_the_step_it_has_come_to(
    qtbot: QtBot, make_page_of: MakePage, office: Ledger
) -> None:
    page = open_case(make_page_of, some_case(office, state="02"))
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.is_settled())
    assert page.form.sheet.step == "mediate"
    assert Clerk(page).field


def test_a_step_that_is_not_called_for_says_why_and_keeps_the_cursor(
    qtbot: QtBot, make_page_of: MakePage, office: Ledger
) -> None:
    page = open_case(make_page_of, some_case(office, state="02"))
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.is_settled())
    workspace(page).show_step("perform")
    assert workspace(page).step_head.isVisible()
    assert QApplication.focusWidget() is workspace(page).strip.buttons["perform"]


def test_coming_back_after_the_row_with_the_cursor_was_taken_away(
    qtbot: QtBot, active_case: RecordPage
) -> None:
    form = active_case.form
    rows = next(card for card in form.sheet.cards if card.section.label == "当事人").row_lists[0]
    gone = rows.rows[1].cells[0].editor
    gone.setFocus()
    rows.take_away(form.draft.rows["parties"][1])
    qtbot.waitUntil(lambda: not isValid(gone))
    active_case.arrive()
    assert Clerk(active_case).field
