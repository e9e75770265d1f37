"""Ways through a long form by keys: card to card, another row, the first problem, back again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.problem import Problem
from desktop.editors import FieldEditor
from desktop.record_form import RecordPage
from desktop.theme import Theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.form_pages import editor, form_page
from tests.desktop.typing import press, type_text


@pytest.fixture
def ledger() -> FormLedgerInMemory:
    """An empty ledger in memory."""
    return FormLedgerInMemory()


@pytest.fixture
def case(qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory) -> RecordPage:
    """An empty form of a case, the cursor in its first field."""
    page = form_page(qtbot, theme, ledger, ledger.new_draft("mediation_case"))
    qtbot.waitUntil(lambda: where() == "number")
    return page


def where() -> str:
    """The field with the cursor, or the spoken name of what else has the keys."""
    focus = widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget.field.name if widget else focus.accessibleName() if focus else ""


def key(page: RecordPage, sequence: str) -> None:
    """Do what a key of the page does."""
    claimed = page.keys()
    actions = {one.sequence: one.action for one in claimed}
    actions[sequence]()


def test_one_key_goes_from_card_to_card_and_row_to_row(case: RecordPage) -> None:
    passed: list[str] = []
    for _ in range(4):
        key(case, "Ctrl+PgDown")
        passed.append(where())
    assert passed == ["side", "添加代理人", "source", "dispute_type"]
    key(case, "Ctrl+PgUp")
    assert where() == "source"


def test_one_key_adds_a_row_to_the_list_the_cursor_is_in(case: RecordPage) -> None:
    key(case, "Ctrl+PgDown")
    key(case, "F7")
    assert where() == "side"
    assert len(case.form.draft.rows["parties"]) == 2
    key(case, "Ctrl+PgDown")
    key(case, "F7")
    assert len(case.form.draft.rows["agents"]) == 1


def test_the_key_adds_to_the_next_list_where_the_card_has_none(case: RecordPage) -> None:
    editor(case, "dispute_type").setFocus()
    key(case, "F7")
    assert len(case.form.draft.rows["inquiries"]) == 1


def test_the_first_problem_is_the_topmost_one(case: RecordPage) -> None:
    names = ("summary", "source")
    case.form.session.problems = [Problem(name, "X", "error", "请更正。") for name in names]
    case.form.go_to_first("error")
    assert where() == "source"


def test_coming_back_finds_the_cursor_where_it_was(case: RecordPage) -> None:
    editor(case, "source").setFocus()
    case.header.back.setFocus()
    case.arrive()
    assert where() == "source"


def test_taking_up_a_draft_puts_the_cursor_into_it(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    left = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    type_text(editor(left, "name").keys, "柳河村")
    left.can_leave()
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    assert "“柳河村”" in page.form.banners.kept.accessibleName()
    page.activateWindow()
    qtbot.waitUntil(lambda: where() == "name")
    page.header.back.setFocus()
    page.form.take_kept()
    qtbot.waitUntil(lambda: where() == "name")
    assert editor(page, "name").value == "柳河村"


def test_enter_goes_on_from_an_empty_narrative(case: RecordPage) -> None:
    editor(case, "summary").setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_Return)
    assert where() == "requests"


def test_the_down_key_opens_a_list_with_its_first_row_marked(case: RecordPage) -> None:
    source = editor(case, "source")
    source.setFocus()
    press(source.keys, Qt.Key.Key_Down)
    press(source.keys, Qt.Key.Key_Return)
    assert source.value == "1"
