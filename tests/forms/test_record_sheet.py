"""The plain print of any record shows every field that has a value."""

from __future__ import annotations

import re

import pytest

from db.records import ALL_RECORD_TYPES, record_type
from forms.plan import Plan, TextRun
from forms.record_sheet import lay_out_record
from tests.forms import subjects as make
from tests.forms.examples import LONG, SIX
from tests.forms.subjects import subject


def words_of(plan: Plan) -> str:
    return "".join(
        one.text for page in plan.pages for one in page.items if isinstance(one, TextRun)
    )


@pytest.mark.parametrize("kind", [one.name for one in ALL_RECORD_TYPES])
def test_an_empty_record_of_every_type_can_be_printed(kind: str) -> None:
    plan = lay_out_record(subject(make.record(kind, "")))
    assert record_type(kind).label in words_of(plan)


@pytest.mark.parametrize(
    "values",
    [make.case(), make.term(), make.mediator(), make.log(), make.contract(), make.place()],
    ids=lambda one: one["type"],
)
def test_every_label_that_applies_is_printed(values: dict[str, object]) -> None:
    words = words_of(lay_out_record(subject(values)))
    for field in record_type(str(values["type"])).fields:
        if field.shown_when is None:
            assert field.label in words


def test_child_rows_are_printed_one_by_one_with_long_texts_in_full() -> None:
    case = make.case(parties=SIX, summary=LONG)
    plan = lay_out_record(subject(case), print_number="P2026-000001")
    words = words_of(plan)
    for number, party in enumerate(SIX, 1):
        assert f"当事人 {number}" in words
        assert party["name"] in words
    assert LONG in re.sub(r"第 \d 页 共 \d 页打印编号 P2026-000001", "", words)


def test_a_record_with_a_character_without_glyph_says_so() -> None:
    plan = lay_out_record(subject(make.person("王\U0003ffff")))
    assert [(one.field, one.char) for one in plan.missing] == [("姓名", "\U0003ffff")]
