"""The form of every record type: all fields there, named, in order, inside the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.declare import RecordType
from db.records import ALL_RECORD_TYPES
from desktop.editors import FieldEditor
from desktop.record_form.entry import editable
from desktop.record_form.row_list import RowList
from desktop.theme import LARGE, NORMAL, Theme, apply_theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.form_pages import editor, form_page
from tests.desktop.typing import press, type_text
from tests.examples import EXAMPLES

MENU_TYPES = [kind for kind in ALL_RECORD_TYPES if kind.name in EXAMPLES]
NAVIGATION = 184
"""Width of the navigation beside a page, in lengths of the design."""


@pytest.fixture
def ledger() -> FormLedgerInMemory:
    """An empty ledger in memory."""
    return FormLedgerInMemory()


@pytest.mark.parametrize("kind", MENU_TYPES, ids=lambda kind: kind.name)
def test_every_field_of_every_type_is_reached_by_its_name(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory, kind: RecordType
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft(kind.name))
    missing = [f.name for f in editable(kind) if page.findChild(QWidget, f.name) is None]
    assert not missing


@pytest.mark.parametrize("kind", MENU_TYPES, ids=lambda kind: kind.name)
def test_every_example_opens_with_its_values_shown(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory, kind: RecordType
) -> None:
    draft = ledger.new_draft(kind.name)
    draft.take(EXAMPLES[kind.name])
    page = form_page(qtbot, theme, ledger, draft)
    for cell in page.form.sheet.cells():
        if cell.draft is draft and draft.values.get(cell.field.name) not in (None, ()):
            assert not cell.editor.is_empty, cell.field.name
            assert cell.is_shown, cell.field.name


@pytest.mark.parametrize("scale", [NORMAL, LARGE])
@pytest.mark.parametrize("kind", MENU_TYPES, ids=lambda kind: kind.name)
def test_no_form_is_wider_than_its_place_in_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    fonts: None,
    ledger: FormLedgerInMemory,
    kind: RecordType,
    scale: float,
) -> None:
    del fonts
    worn = Theme(scale=scale)
    apply_theme(qapp, worn)
    room = 1366 - worn.px(NAVIGATION)
    draft = ledger.new_draft(kind.name)
    draft.take(EXAMPLES[kind.name])
    page = form_page(qtbot, worn, ledger, draft, size=(room, 620))
    page.form.check()
    sheet = page.form.sheet
    body = sheet.widget()
    assert body is not None
    assert page.minimumSizeHint().width() <= room
    assert page.width() == room
    assert body.minimumSizeHint().width() <= sheet.viewport().width()


@pytest.mark.parametrize("kind", MENU_TYPES, ids=lambda kind: kind.name)
def test_whatever_takes_the_focus_has_an_accessible_name(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory, kind: RecordType
) -> None:
    draft = ledger.new_draft(kind.name)
    draft.take(EXAMPLES[kind.name])
    page = form_page(qtbot, theme, ledger, draft)
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in page.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and not one.accessibleName()
        and not one.objectName().startswith("qt_")
    ]
    assert not nameless


def test_enter_goes_through_the_fields_as_declared_and_shift_enter_back(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    qtbot.waitUntil(lambda: editor(page, "name").keys.hasFocus())
    order = [cell.field.name for cell in page.form.sheet.cells() if cell.is_shown]
    passed = ["name"]
    for _ in order[1:4]:
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, Qt.Key.Key_Return)
        passed.append(_field_with_focus())
    assert passed == order[:4]
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_Return, shift=True)
    assert _field_with_focus() == order[2]


def test_ctrl_enter_leaves_a_narrative_and_enter_does_not(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("service_log"))
    narrative = editor(page, "content")
    narrative.setFocus()
    qtbot.waitUntil(narrative.keys.hasFocus)
    type_text(narrative.keys, "双方自愿")
    press(narrative.keys, Qt.Key.Key_Return)
    assert _field_with_focus() == "content"
    press(narrative.keys, Qt.Key.Key_Return, ctrl=True)
    assert _field_with_focus() != "content"


def test_the_last_field_leads_to_the_save_button(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    last = list(page.form.sheet.cells())[-1].editor
    last.setFocus()
    qtbot.waitUntil(last.keys.hasFocus)
    press(last.keys, Qt.Key.Key_Return, ctrl=True)
    assert page.header.buttons["保存"].hasFocus()


def test_an_id_number_fills_sex_and_birth_date_of_its_own_card(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("person"))
    type_text(editor(page, "id_number").keys, "410199196804120026")
    assert editor(page, "sex").value == "2"
    assert str(editor(page, "born_on").value) == "1968-04-12"


def test_a_birth_date_taken_from_half_a_number_is_taken_back(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    # The first fifteen digits read as an old number of somebody born on 12 October 1920.
    page = form_page(qtbot, theme, ledger, ledger.new_draft("person"))
    type_text(editor(page, "id_number").keys, "410199201012301")
    halfway = str(editor(page, "born_on").value)
    type_text(editor(page, "id_number").keys, "236")
    assert (halfway, str(editor(page, "born_on").value)) == ("1920-10-12", "2010-12-30")


def test_a_birth_date_typed_by_hand_is_not_overwritten(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("person"))
    type_text(editor(page, "born_on").keys, "19680413")
    type_text(editor(page, "id_number").keys, "410199196804120026")
    assert str(editor(page, "born_on").value) == "1968-04-13"


def test_a_field_with_a_condition_comes_and_goes_with_it(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    page = form_page(qtbot, theme, ledger, ledger.new_draft("village"))
    hidden = editor(page, "merged_into")
    assert hidden.isHidden()
    condition = hidden.field.shown_when
    assert condition is not None
    deciding = editor(page, condition.field)
    press(deciding.keys, Qt.Key.Key_A, ctrl=True)
    type_text(deciding.keys, str(condition.values[0]))
    assert not hidden.isHidden()


def test_rows_are_added_moved_taken_away_and_put_back(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    draft = ledger.new_draft("mediation_case")
    draft.take(EXAMPLES["mediation_case"])
    page = form_page(qtbot, theme, ledger, draft)
    rows = page.findChild(RowList, "parties")
    assert rows is not None
    first, second = draft.rows["parties"]
    rows.move_row(second, -1)
    assert draft.rows["parties"] == [second, first]
    rows.take_away(first)
    assert draft.rows["parties"] == [second]
    rows.put_back()
    assert draft.rows["parties"] == [second, first]
    rows.add()
    names = [cell.editor.value for cell in rows.cells() if cell.field.name == "name"]
    assert names == [second.values["name"], first.values["name"], ""]


def test_a_person_chosen_fills_only_the_empty_fields_of_the_same_card(
    qtbot: QtBot, theme: Theme, ledger: FormLedgerInMemory
) -> None:
    draft = ledger.new_draft("mediation_case")
    draft.add_row("parties").give("contact", "13800000201")
    draft.add_row("parties")
    page = form_page(qtbot, theme, ledger, draft)
    known = {"id_number": "410199196804120026", "contact": "13900000000"}
    editor(page, "name", 0).person_chosen.emit(known)
    first, second = draft.rows["parties"][:2]
    assert first.values["id_number"] == "410199196804120026"
    assert first.values["contact"] == "13800000201"
    assert "id_number" not in second.values


def _field_with_focus() -> str:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""
