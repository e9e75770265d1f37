"""Every rule is silent on what is right and speaks on what breaks it."""

import pytest

from db.rules import ALL_RULES
from tests.db.memory_look import MemoryLook, sample_look
from tests.db.rule_failures import FAILURES, Failure
from tests.db.subsidy_failures import SUBSIDY_FAILURES
from tests.examples import EXAMPLES

EVERY_FAILURE = (*FAILURES, *SUBSIDY_FAILURES)
MORE_VILLAGES = ("山口村", "第一村", "第二村", "第三村", "第四村", "第五村", "第六村")


def world_of(failure: Failure) -> MemoryLook:
    look = sample_look(failure.without, failure.instead, failure.today)
    if failure.type_name in {"mediation_case", "consultant_contract"}:
        for name in MORE_VILLAGES:
            look.add("village", {"名称": name, "类别": "行政村"})
    if failure.type_name == "volume":
        look.add("committee", {"name": "示范县青石镇人民调解委员会", "kind": "03"})
    return look


@pytest.mark.parametrize("failure", EVERY_FAILURE, ids=lambda f: f"{f.number}-{f.rule_type}")
def test_the_rule_finds_what_breaks_it(failure: Failure) -> None:
    look = world_of(failure)
    given = {**EXAMPLES[failure.type_name], **failure.given}
    kept = None if failure.as_new else look.example_ids[failure.type_name]

    _, problems = look.checked(failure.type_name, given, kept)

    rule = next(
        one
        for one in ALL_RULES
        if (one.number, one.type_name) == (failure.number, failure.rule_type)
    )
    found = [problem for problem in problems if problem.rule == failure.number]
    assert found, [f"{p.rule} {p.field}: {p.message}" for p in problems]
    assert {problem.severity for problem in found} == {rule.severity}
    assert all(problem.source == rule.source for problem in found)


@pytest.mark.parametrize("type_name", EXAMPLES)
def test_the_valid_example_breaks_no_rule(type_name: str) -> None:
    look = sample_look()

    _, problems = look.checked(type_name, EXAMPLES[type_name], look.example_ids[type_name])

    assert problems == []


def test_every_rule_has_an_example_that_breaks_it() -> None:
    broken = {(failure.number, failure.rule_type) for failure in EVERY_FAILURE}

    assert {(rule.number, rule.type_name) for rule in ALL_RULES} - broken == set()


def test_every_rule_has_a_valid_example_to_pass() -> None:
    rows = {"party", "agent", "agreement", "paper_edition"}

    assert {rule.type_name for rule in ALL_RULES} <= set(EXAMPLES) | rows


def test_c1_to_c16_all_have_a_rule() -> None:
    numbers = {rule.number for rule in ALL_RULES}

    assert {f"C{n}" for n in range(1, 17)} <= numbers
