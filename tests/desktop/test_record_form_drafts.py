"""Drafts kept while typing: within a second, on leaving, and offered at the next opening."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.record_form import RecordPage
from desktop.theme import Theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.form_pages import doors_of, editor, form_page
from tests.desktop.typing import press, type_text


@pytest.fixture
def ledger() -> FormLedgerInMemory:
    """An empty ledger in memory."""
    return FormLedgerInMemory()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory) -> RecordPage:
    """An empty form of a village."""
    return form_page(qtbot, theme, ledger, ledger.new_draft("village"))


def test_what_is_typed_is_kept_within_a_second(
    qtbot: QtBot, page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    type_text(editor(page, "name").keys, "柳河村")
    qtbot.waitUntil(lambda: page.form.draft.id in ledger.kept, timeout=1000)
    assert ledger.kept[page.form.draft.id].draft.values["name"] == "柳河村"
    assert page.header.said.startswith("草稿已自动保存")


def test_leaving_a_field_keeps_the_draft_at_once(
    qtbot: QtBot, page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    name = editor(page, "name")
    qtbot.waitUntil(name.keys.hasFocus)
    type_text(name.keys, "柳河村")
    press(name.keys, Qt.Key.Key_Return)
    assert page.form.draft.id in ledger.kept


def test_opening_and_leaving_untouched_keeps_nothing(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    assert page.can_leave()
    assert ledger.kept == {}


def test_leaving_unsaved_keeps_the_draft_and_says_so(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    type_text(editor(page, "name").keys, "柳河村")
    assert page.can_leave()
    assert page.form.draft.id in ledger.kept
    assert "草稿" in doors_of(page).said[-1]


def test_a_draft_is_recovered_after_its_page_is_gone(
    qtbot: QtBot, theme: Theme, page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    type_text(editor(page, "name").keys, "柳河村")
    type_text(editor(page, "phone").keys, "1390000")
    page.can_leave()
    kept_id = page.form.draft.id
    page.deleteLater()
    again = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    assert "接着填" in again.form.banners.kept.accessibleName()
    again.form.take_kept()
    again.form.sheet.finish()
    assert again.form.draft.id == kept_id
    assert editor(again, "name").value == "柳河村"
    assert editor(again, "phone").value == "1390000"


def test_a_kept_draft_not_wanted_is_forgotten(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    left = ledger.new_draft("village")
    ledger.keep_draft(left)
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    page.form.drop_kept()
    assert ledger.kept == {}
    assert page.form.banners.kept.isHidden()
