"""What a draft asks the ledger and the rules, and what comes out of it."""

import pytest

from db.drafts import Draft
from db.kinds import Rows
from db.records import record_type
from tests.db.drafting import draft_of, problem_of
from tests.db.memory_look import MemoryLook, sample_look
from tests.examples import EXAMPLES


def test_links_are_resolved_by_official_number_and_by_title() -> None:
    look = sample_look()

    draft, _ = look.checked("mediation_case", EXAMPLES["mediation_case"])

    assert draft.values["committee"] == look.example_ids["committee"]
    assert draft.values["village"] == look.example_ids["village"]


def test_a_link_to_nothing_is_an_error() -> None:
    assert "没有这个" in problem_of("mediation_case", committee="没有的调委会")["committee"]


def test_a_missing_required_field_is_named() -> None:
    assert problem_of("person", name="")["name"] == "“姓名”没有填，请补上。"


def test_a_conditional_field_is_required_only_then() -> None:
    assert "firm" not in problem_of("consultant", kind="99", firm="")
    assert "firm" in problem_of("consultant", firm="")


def test_a_case_without_parties_is_refused() -> None:
    assert "parties" in problem_of("mediation_case", parties=[], agents=[])


def test_rules_wait_until_the_fields_are_sound() -> None:
    problems = problem_of("mediation_case", accepted_on="", fee="50")

    assert set(problems) == {"accepted_on"}


def test_a_new_draft_has_the_declared_defaults() -> None:
    assert Draft.new(record_type("village")).values == {"state": "1"}


def test_a_built_record_is_frozen_and_has_empty_tuples_for_nothing() -> None:
    record = draft_of("person", {"姓名": "赵长河"}).build()

    assert record.roles == ()
    with pytest.raises(AttributeError):
        record.name = "别人"


def test_records_of_equal_values_are_equal() -> None:
    draft = draft_of("person", {"姓名": "赵长河"})
    before = draft.build()

    draft.take({"姓名": "赵长江"})

    assert before != draft.build()
    assert draft.build() == draft.build()


def test_only_what_differs_from_the_store_is_changed() -> None:
    draft = draft_of("person", {"姓名": "赵长河", "职业或职务": "农民"})
    draft.stored, draft.before = True, dict(draft.values)

    draft.take({"职业或职务": "木匠"})

    assert draft.changed() == {"occupation": "木匠"}


def test_an_empty_ledger_makes_no_rule_fail() -> None:
    _, problems = MemoryLook().checked("village", EXAMPLES["village"])

    assert {problem.severity for problem in problems} == {"note"}


NASTY: tuple[object, ...] = (
    *(None, True, 0, -1, 10**50, 1e300, float("nan"), 2.5, [], [None], [["a"]], {}, {"a": 1}),
    *("", "0", "-5", "9999-12-31", "0001-01-01", "2024-02-29", "24:00", "23:59", "NaN", "1e999"),
    *("\0", "\ud800", "字" * 30_000, "、、", "=1+1", "<b>", "'; DROP", "99999999999999999999"),
    *("是", "否", "01", "1", "2", "3", "Ⅷ", "①", "²", "１２", "\u202e", "𠅤"),
)


@pytest.mark.parametrize("type_name", EXAMPLES)
def test_no_value_of_any_field_makes_a_draft_or_rule_fail(type_name: str) -> None:
    look = sample_look()
    kind = record_type(type_name)
    for f in kind.fields:
        for value in NASTY:
            draft, problems = look.checked(type_name, {**EXAMPLES[type_name], f.name: value})
            draft.build()
            assert all(any("一" <= sign <= "鿿" for sign in p.message) for p in problems)


@pytest.mark.parametrize("rows", ["parties", "agents", "agreements"])
def test_no_value_of_any_row_field_makes_a_draft_or_rule_fail(rows: str) -> None:
    look = sample_look()
    kind = record_type("mediation_case")
    held = kind.by_name[rows]
    example = EXAMPLES["mediation_case"][held.label]
    assert isinstance(held.kind, Rows)
    target = record_type(held.kind.target)
    for f in target.fields:
        for value in NASTY:
            given = [{**example[0], f.name: value}, *example[1:]]
            draft, _ = look.checked("mediation_case", {**EXAMPLES["mediation_case"], rows: given})
            draft.build()
