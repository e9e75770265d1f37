"""What is typed into one-line editors, and what the draft is given of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.declare import BASICS, Field
from db.kinds import (
    CLOCK_TIME,
    CREDIT_CODE,
    DATE,
    FLAG,
    ID_NUMBER,
    MONEY,
    PERSON_NAME,
    PHONE,
    POSTCODE,
    Code,
    Codes,
    Count,
    Fixed,
    Kind,
    Link,
    Links,
    Text,
)
from desktop.editors import EDITORS, FieldEditor, make_editor
from desktop.editors.typed_date import read_typed_date
from desktop.theme import Theme
from tests.desktop.form_ledger import FormLedgerInMemory
from tests.desktop.form_pages import context_of
from tests.desktop.typing import compose, press, type_text

TODAY = date(2026, 3, 16)
KINDS: list[Kind] = [
    Text(), Text(long=True), PERSON_NAME, ID_NUMBER, CREDIT_CODE, PHONE, POSTCODE, DATE,
    CLOCK_TIME, Count(), Fixed(), MONEY, FLAG, Code("sex"), Codes("penalty_kind"),
    Link("village"), Links("village"),
]  # fmt: skip


def shown(qtbot: QtBot, theme: Theme, kind: Kind, label: str = "栏目") -> FieldEditor:
    """An editor of a kind, on the screen, with the cursor in it."""
    made = make_editor(Field("field", label, kind, BASICS), context_of(FormLedgerInMemory(), theme))
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.keys.hasFocus)
    return made


def test_every_kind_with_a_value_has_an_editor() -> None:
    assert {kind.name for kind in KINDS} == set(EDITORS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_editor_carries_name_label_and_problem(qtbot: QtBot, theme: Theme, kind: Kind) -> None:
    editor = shown(qtbot, theme, kind, "身份证号")
    editor.set_problem("error", "请核对。")
    assert editor.objectName() == "field"
    assert editor.keys.accessibleName().startswith("身份证号")
    assert "请核对。" in editor.keys.accessibleDescription()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_problem_taken_back_leaves_no_mark(qtbot: QtBot, theme: Theme, kind: Kind) -> None:
    editor = shown(qtbot, theme, kind)
    editor.set_problem("error", "请核对。")
    editor.set_problem("", "")
    assert editor.problem == ("", "")
    assert "请核对" not in editor.keys.accessibleDescription()
    assert not editor.keys.property("invalid")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_showing_a_value_is_not_an_edit(qtbot: QtBot, theme: Theme, kind: Kind) -> None:
    editor = shown(qtbot, theme, kind)
    samples: dict[str, object] = {
        "date": TODAY, "count": 3, "decimal": Decimal("2.50"), "money": Decimal("9.00"),
        "flag": True, "code": "1", "codes": ("1", "2"), "links": ("柳河村",),
    }  # fmt: skip
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(samples.get(kind.name, "柳河村"))
    assert not editor.is_empty


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20260315", date(2026, 3, 15)),
        ("260315", date(2026, 3, 15)),
        ("680412", date(1968, 4, 12)),
        ("0315", date(2026, 3, 15)),
        ("3.15", date(2026, 3, 15)),
        ("3月15日", date(2026, 3, 15)),
        ("15", date(2026, 3, 15)),
        ("t", TODAY),
        ("今天", TODAY),
        ("+7", date(2026, 3, 23)),
        ("-1", date(2026, 3, 15)),
        ("2026年3月5日", date(2026, 3, 5)),
        ("2026-3-5", date(2026, 3, 5)),
        ("２０２６０３１５", date(2026, 3, 15)),
        ("", None),
    ],
)
def test_dates_are_read_as_clerks_type_them(typed: str, day: date | None) -> None:
    assert read_typed_date(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["20260231", "3.32", "32", "abc", "+99999", "2026"])
def test_what_names_no_day_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="日"):
        read_typed_date(typed, TODAY)


def test_a_date_typed_in_digits_is_shown_with_hyphens_when_left(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, DATE)
    type_text(editor.keys, "20260315")
    editor.settle()
    assert isinstance(editor.keys, QLineEdit)
    assert editor.keys.text() == "2026-03-15"
    assert editor.value == date(2026, 3, 15)


def test_a_date_that_is_none_stays_as_typed(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, DATE)
    type_text(editor.keys, "20260231")
    editor.settle()
    assert editor.value == "20260231"


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen has none to grab
def test_f4_opens_the_calendar_at_the_day_typed(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, DATE)
    type_text(editor.keys, "0401")
    press(editor.keys, Qt.Key.Key_F4)
    calendar = editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2026, 4, 1)
    calendar.close()


def test_an_id_number_is_tidied_while_it_is_typed(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, ID_NUMBER)
    type_text(editor.keys, "４１０１９９ 19690930013ｘ")
    assert editor.value == "41019919690930013X"


def test_an_amount_is_shown_with_both_places_when_left(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, MONEY)
    type_text(editor.keys, "1,250")
    editor.settle()
    assert editor.value == "1250.00"


def test_a_time_typed_in_four_digits_is_shown_with_a_colon(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, CLOCK_TIME)
    type_text(editor.keys, "1430")
    editor.settle()
    assert editor.value == "14:30"


def test_composing_in_an_input_method_is_no_edit_until_committed(
    qtbot: QtBot, theme: Theme
) -> None:
    editor = shown(qtbot, theme, Text(long=True))
    with qtbot.assertNotEmitted(editor.edited):
        compose(editor.keys, "zhang")
    with qtbot.waitSignal(editor.edited):
        compose(editor.keys, "zhang", "张")
    assert editor.value == "张"


def test_a_narrative_grows_with_its_lines_up_to_twelve(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Text(long=True))
    assert isinstance(editor.keys, QPlainTextEdit)
    line = editor.keys.fontMetrics().lineSpacing()
    least = editor.keys.height()
    editor.set_value("一行\n" * 7 + "八")
    eight = editor.keys.height()
    editor.set_value("一行\n" * 40)
    assert eight == least + 5 * line
    assert editor.keys.height() == least + 9 * line


def test_a_narrative_grows_with_lines_that_wrap(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, Text(long=True))
    least = editor.keys.height()
    editor.set_value("双方因院墙滴水发生争执，多次协商未果。" * 12)
    assert editor.keys.height() > least


def test_ctrl_z_takes_a_tidied_number_back(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, MONEY)
    type_text(editor.keys, "8")
    editor.settle()
    assert isinstance(editor.keys, QLineEdit)
    editor.keys.undo()
    assert editor.keys.text() == "8"


@pytest.mark.parametrize(
    ("key", "answer"),
    [(Qt.Key.Key_1, True), (Qt.Key.Key_0, False), (Qt.Key.Key_Y, True), (Qt.Key.Key_N, False)],
)
def test_a_flag_is_answered_by_one_key(
    qtbot: QtBot, theme: Theme, key: Qt.Key, *, answer: bool
) -> None:
    editor = shown(qtbot, theme, FLAG)
    with qtbot.waitSignal(editor.edited):
        press(editor.keys, key)
    assert editor.value is answer


def test_a_flag_goes_round_by_arrows_and_back_to_unanswered(qtbot: QtBot, theme: Theme) -> None:
    editor = shown(qtbot, theme, FLAG)
    answers: list[object] = []
    for _ in range(3):
        press(editor.keys, Qt.Key.Key_Right)
        answers.append(editor.value)
    assert answers == [True, False, None]
