"""Keeping, checking and saving a record in the form; nothing typed is ever lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.drafts import Draft, new_id
from db.records import record_type
from db.rules.problem import Problem
from desktop.page import Intent
from desktop.record_form import PreviewSlot, RecordPage
from desktop.record_form.entry import copy_as_new, draft_at
from desktop.theme import Theme
from tests.desktop.form_ledger import Change, FormLedgerInMemory, Offered
from tests.desktop.form_pages import doors_of, editor, form_page
from tests.desktop.typing import press, type_text
from tests.examples import EXAMPLES


@pytest.fixture
def ledger() -> FormLedgerInMemory:
    """An empty ledger in memory."""
    return FormLedgerInMemory()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory) -> RecordPage:
    """An empty form of a village."""
    return form_page(qtbot, theme, ledger, ledger.new_draft("village"))


def stored_village(ledger: FormLedgerInMemory) -> Draft:
    """A village that is in the ledger."""
    draft = ledger.new_draft("village")
    draft.take(EXAMPLES["village"])
    ledger.save(draft)
    found = ledger.draft(draft.id)
    assert found is not None
    return found


def fill_village(page: RecordPage) -> None:
    """Type what a village must have."""
    type_text(editor(page, "name").keys, "柳河村")
    kind = editor(page, "kind")
    kind.set_value(record_type("village").by_name["kind"].kind.read("行政村"))
    kind.edited.emit()


def test_saving_puts_the_record_into_the_ledger_and_forgets_the_draft(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    fill_village(page)
    page.can_leave()
    assert page.save()
    assert ledger.stored[page.form.draft.id].values["name"] == "柳河村"
    assert ledger.kept == {}
    assert page.header.said.startswith("已保存到台账")


def test_a_second_save_changes_the_same_record(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    fill_village(page)
    page.save()
    type_text(editor(page, "households").keys, "512")
    assert page.save()
    assert [one.values.get("households") for one in ledger.stored.values()] == [512]


def test_errors_stop_the_save_and_the_banner_counts_them(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    type_text(editor(page, "phone").keys, "41")
    assert not page.save()
    errors = len(page.form.session.errors)
    assert errors >= 2
    assert f"还有 {errors} 处需要更正" in page.form.banners.errors.accessibleName()
    assert editor(page, "name").problem[0] == "error"
    assert ledger.stored == {}


def test_the_banner_leads_to_the_first_field_in_error(qtbot: QtBot, page: RecordPage) -> None:
    page.save()
    editor(page, "remarks").setFocus()
    button = page.form.banners.errors.findChild(QPushButton)
    assert button is not None
    button.click()
    qtbot.waitUntil(editor(page, "name").keys.hasFocus)


def test_putting_an_error_right_takes_its_message_away(page: RecordPage) -> None:
    page.save()
    type_text(editor(page, "name").keys, "柳")
    assert editor(page, "name").problem == ("", "")


def test_a_field_left_with_nonsense_says_so_before_any_save(qtbot: QtBot, page: RecordPage) -> None:
    day = editor(page, "counted_on")
    day.setFocus()
    qtbot.waitUntil(day.keys.hasFocus)
    type_text(day.keys, "20260231")
    assert day.problem == ("", "")
    press(day.keys, Qt.Key.Key_Return)
    assert day.problem[0] == "error"


def test_a_warning_is_asked_about_once_and_answered_with_a_reason(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    ledger.doubt = _doubt_the_name
    fill_village(page)
    assert not page.save()
    assert editor(page, "name").problem == ("warning", "村名少见，请核对。")
    reason = page.form.banners.warnings.findChild(QLineEdit)
    assert reason is not None
    type_text(reason, "已核对")
    assert page.save()
    assert ledger.reasons == ["已核对"]


def test_problems_of_child_rows_stand_in_their_own_card(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    draft = ledger.new_draft("mediation_case")
    draft.take(EXAMPLES["mediation_case"])
    draft.rows["parties"][1].give("contact", "12")
    page = form_page(qtbot, theme, ledger, draft)
    page.form.check()
    assert editor(page, "contact", 0).problem == ("", "")
    assert editor(page, "contact", 1).problem[0] == "error"


def test_a_link_given_by_its_number_shows_the_title_after_the_check(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    place = Offered("village", new_id(), "柳河村")
    ledger.offers["village"] = [place]
    draft = ledger.new_draft("legal_service_place")
    draft.give("village", "柳河村")
    page = form_page(qtbot, theme, ledger, draft)
    page.form.check()
    assert draft.values["village"] == place.id
    assert editor(page, "village").value == place.id


def test_copying_as_new_takes_no_names_numbers_or_dates(ledger: FormLedgerInMemory) -> None:
    draft = ledger.new_draft("mediation_case")
    draft.take(EXAMPLES["mediation_case"])
    copy = copy_as_new(draft, ledger.new_draft("mediation_case"))
    assert copy.values["dispute_type"] == draft.values["dispute_type"]
    assert not copy.rows
    personal = ("number", "accepted_on", "registrar", "people_involved", "amount", "summary")
    assert not [name for name in personal if name in copy.values]


def test_copy_as_new_shows_another_record_and_keeps_the_first(
    page: RecordPage, ledger: FormLedgerInMemory
) -> None:
    fill_village(page)
    first = page.form.draft.id
    page.copy()
    page.form.sheet.finish()
    assert page.form.draft.id != first
    assert first in ledger.kept
    assert not editor(page, "kind").is_empty


def test_f6_fills_as_in_the_record_before_but_never_a_number(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    stored_village(ledger)
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    for name, copied in (("kind", True), ("households", False)):
        one = editor(page, name)
        one.setFocus()
        qtbot.waitUntil(one.keys.hasFocus)
        page.same_as_above()
        assert one.is_empty is not copied


def test_new_and_print_go_through_the_doors(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    slot = PreviewSlot(QWidget(), print)
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"), preview=slot)
    fill_village(page)
    page.print()
    page.new()
    steps = doors_of(page).steps
    assert steps[0] == ("open", Intent("papers", "village", page.form.draft.id))
    assert steps[1] == ("replace", Intent("new", "village"))


def test_a_type_without_papers_offers_no_print(page: RecordPage) -> None:
    fill_village(page)
    page.print()
    assert doors_of(page).steps == []
    assert "打印文书" not in page.header.buttons
    assert page.header.said == "村（社区）没有单独的文书"


def test_history_and_related_records_have_their_tabs(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    draft = stored_village(ledger)
    ledger.changes = [Change("2026-03-15T09:41:00", "周建民", "户数", "500", "512", "普查")]
    ledger.linked = [Offered("committee", new_id(), "柳河村调委会", "人民调解委员会")]
    page = form_page(qtbot, theme, ledger, draft)
    history = page.tabs.history.table.model()
    assert [history.index(0, column).data() for column in range(6)] == [
        "2026-03-15 09:41", "周建民", "户数", "500", "512", "普查",
    ]  # fmt: skip
    assert page.tabs.bar.isTabVisible(2)
    page.tabs.related.table.activated.emit(page.tabs.related.table.model().index(0, 0))
    assert doors_of(page).steps == [("record", "committee", ledger.linked[0].id)]


def test_escape_leads_from_another_tab_to_the_form_first(page: RecordPage) -> None:
    page.tabs.bar.setCurrentIndex(1)
    assert page.step_back()
    assert page.tabs.bar.currentIndex() == 0
    assert not page.step_back()


def test_a_change_made_elsewhere_is_shown_when_nothing_is_being_typed(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    draft = stored_village(ledger)
    page = form_page(qtbot, theme, ledger, draft)
    ledger.stored[draft.id].values["name"] = "柳湾村"
    page.refresh(None)
    page.form.sheet.finish()
    assert editor(page, "name").value == "柳湾村"


def test_a_change_made_elsewhere_never_overwrites_what_is_being_typed(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, stored_village(ledger))
    type_text(editor(page, "households").keys, "7")
    page.refresh(None)
    assert page.form.draft.values["households"] != 512


@pytest.mark.parametrize(
    ("path", "field"), [("name", "name"), ("parties[1].name", "name"), ("parties", "parties")]
)
def test_a_path_names_a_field_of_the_draft_or_of_a_row(path: str, field: str) -> None:
    draft = Draft.new(record_type("mediation_case"))
    rows = [draft.add_row("parties"), draft.add_row("parties")]
    found = draft_at(draft, path if path != "name" else "number")
    assert found is not None
    assert found[1] == (field if path != "name" else "number")
    assert found[0] is (rows[1] if "[" in path else draft)


def _doubt_the_name(draft: Draft) -> list[Problem]:
    del draft
    return [Problem("name", "X1", "warning", "村名少见，请核对。")]
