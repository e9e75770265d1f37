"""Choosing from lists: codes, people met before, links to other records."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.declare import BASICS, Field
from db.drafts import new_id
from db.kinds import PERSON_NAME, Code, Codes, Kind, Link, Links
from desktop.editors import EditorContext, FieldEditor, make_editor
from desktop.editors.choice import code_choices, matching
from desktop.editors.code import CodeEditor
from desktop.editors.link import LinkEditor
from desktop.editors.offer_list import OfferList
from desktop.editors.person_name import PersonNameEditor
from desktop.theme import Theme
from tests.desktop.form_ledger import TODAY, FormLedgerInMemory, Offered, Person
from tests.desktop.form_pages import RecordedDoors
from tests.desktop.typing import compose, press, type_text

VILLAGE = Offered("village", new_id(), "柳河村", "青石镇")
OTHER = Offered("village", new_id(), "柳湾村", "青石镇")


def shown(
    qtbot: QtBot,
    theme: Theme,
    kind: Kind,
    ledger: FormLedgerInMemory | None = None,
    doors: RecordedDoors | None = None,
) -> FieldEditor:
    """An editor in a window of some size, with the cursor in it."""
    doors = doors or RecordedDoors()
    context = EditorContext(theme, ledger or FormLedgerInMemory(), doors.open_record)
    made = make_editor(Field("field", "栏目", kind, BASICS), context)
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.keys.hasFocus)
    return made


def with_villages() -> FormLedgerInMemory:
    """A ledger that has two villages."""
    ledger = FormLedgerInMemory()
    ledger.offers["village"] = [VILLAGE, OTHER]
    return ledger


def list_of(editor: FieldEditor) -> OfferList:
    """The list that stands under an editor."""
    found = editor.window().findChild(OfferList)
    assert found is not None
    return found


def test_choices_match_by_number_characters_and_initials() -> None:
    choices = code_choices("dispute_type", TODAY)
    for typed in ("2", "邻里", "lljf", "里纠"):
        assert matching(choices, typed)[0].title == "邻里纠纷"


def test_the_exact_number_comes_before_numbers_that_begin_so() -> None:
    assert matching(code_choices("dispute_type", TODAY), "1")[0].key == "1"


def test_a_typed_number_becomes_its_code_when_left(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("dispute_type"))
    type_text(editor.keys, "2")
    editor.settle()
    assert isinstance(editor.keys, QLineEdit)
    assert editor.value == "2"
    assert editor.keys.text() == "邻里纠纷"


def test_enter_takes_the_first_code_of_the_list(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("dispute_type"))
    type_text(editor.keys, "lljf")
    assert list_of(editor).isVisible()
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == "2"
    assert not list_of(editor).isVisible()


def test_arrows_and_a_click_choose_from_the_whole_list(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("party_side"))
    press(editor.keys, Qt.Key.Key_F4)
    press(editor.keys, Qt.Key.Key_Down)
    press(editor.keys, Qt.Key.Key_Down)
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == "2"
    press(editor.keys, Qt.Key.Key_F4)
    rows = list_of(editor)
    third = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert editor.value == "3"


def test_escape_closes_the_list_and_keeps_what_is_typed(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("dispute_type"))
    type_text(editor.keys, "邻")
    press(editor.keys, Qt.Key.Key_Escape)
    assert not list_of(editor).isVisible()
    assert editor.value == "邻"


def test_the_wheel_changes_no_code(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("party_side"))
    editor.set_value("1")
    place = QPointF(editor.keys.rect().center())
    wheel = QWheelEvent(
        place, QPointF(editor.keys.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.keys, wheel)
    assert editor.value == "1"


def test_an_unknown_word_stays_for_the_draft_to_refuse(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("party_side"))
    type_text(editor.keys, "路人")
    editor.settle()
    assert editor.value == "路人"


def test_composing_opens_no_list(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Code("dispute_type"))
    compose(editor.keys, "linli")
    assert isinstance(editor, CodeEditor)
    assert not editor.picking.is_open


def test_several_codes_are_ticked_one_after_the_other(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Codes("performance_method"))
    choices = code_choices("performance_method", TODAY)
    for typed in ("1", "3"):
        type_text(editor.keys, typed)
        press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == tuple(str(c.key) for c in choices if c.note.lstrip("0") in ("1", "3"))


def test_backspace_takes_the_last_chip_away(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Codes("performance_method"))
    keys = [str(c.key) for c in code_choices("performance_method", TODAY)[:2]]
    editor.set_value(tuple(keys))
    press(editor.keys, Qt.Key.Key_Backspace)
    assert editor.value == (keys[0],)


def test_people_are_offered_after_two_letters(qtbot: QtBot, theme: Theme) -> None:
    ledger = FormLedgerInMemory()
    ledger.people = [Person("赵小满", "当事人", {"id_number": "410199196804120026"})]
    editor = shown(qtbot, theme, PERSON_NAME, ledger)
    assert isinstance(editor, PersonNameEditor)
    type_text(editor.keys, "赵")
    assert not editor.picking.is_open
    type_text(editor.keys, "小")
    qtbot.waitUntil(lambda: editor.picking.is_open)


def test_a_person_chosen_is_told_with_what_is_known(qtbot: QtBot, theme: Theme) -> None:
    ledger = FormLedgerInMemory()
    ledger.people = [Person("赵小满", "当事人", {"id_number": "410199196804120026"})]
    editor = shown(qtbot, theme, PERSON_NAME, ledger)
    type_text(editor.keys, "赵小")
    told: list[object] = []
    editor.person_chosen.connect(told.append)
    press(editor.keys, Qt.Key.Key_Down)
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == "赵小满"
    assert told == [{"id_number": "410199196804120026"}]


def test_enter_after_a_new_name_takes_no_offer(qtbot: QtBot, theme: Theme) -> None:
    ledger = FormLedgerInMemory()
    ledger.people = [Person("赵小满")]
    editor = shown(qtbot, theme, PERSON_NAME, ledger)
    assert isinstance(editor, PersonNameEditor)
    type_text(editor.keys, "赵小")
    qtbot.waitUntil(lambda: editor.picking.is_open)
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == "赵小"


def test_a_link_is_found_by_part_of_its_title(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Link("village"), with_villages())
    assert isinstance(editor, LinkEditor)
    type_text(editor.keys, "湾")
    qtbot.waitUntil(lambda: editor.picking.is_open)
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == OTHER.id


def test_a_fast_enter_still_finds_the_record(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Link("village"), with_villages())
    type_text(editor.keys, "湾")
    press(editor.keys, Qt.Key.Key_Return)
    assert editor.value == OTHER.id


def test_a_title_typed_in_full_becomes_the_record_when_left(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Link("village"), with_villages())
    type_text(editor.keys, "柳河村")
    editor.settle()
    assert editor.value == VILLAGE.id


def test_a_link_shows_the_title_and_f3_opens_the_record(qtbot: QtBot, theme: Theme) -> None:
    doors = RecordedDoors()
    editor = shown(qtbot, theme, Link("village"), with_villages(), doors)
    editor.set_value(VILLAGE.id)
    assert isinstance(editor.keys, QLineEdit)
    assert editor.keys.text() == "柳河村"
    press(editor.keys, Qt.Key.Key_F3)
    assert doors.steps == [("record", "village", VILLAGE.id)]


def test_a_link_emptied_is_empty(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Link("village"), with_villages())
    editor.set_value(VILLAGE.id)
    press(editor.keys, Qt.Key.Key_A, ctrl=True)
    press(editor.keys, Qt.Key.Key_Delete)
    assert editor.is_empty


def test_several_links_are_chips_with_titles(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Links("village"), with_villages())
    type_text(editor.keys, "柳河村")
    editor.settle()
    type_text(editor.keys, "柳湾村")
    editor.settle()
    assert editor.value == (VILLAGE.id, OTHER.id)
    assert "柳河村、柳湾村" in editor.keys.accessibleDescription()
