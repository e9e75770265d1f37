"""How far a case has come: what each step lacks, what is due, which papers it calls for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.drafts import Draft
from db.duties.case_course import CourseStep, course_of, papers_of
from db.duties.case_steps import CASE_STEPS, ORAL_PAGE
from db.records import record_type
from db.rules.terms import shipped_terms
from forms.catalogue import papers_for
from tests.db.memory_look import sample_look
from tests.examples import EXAMPLES

CASE = record_type("mediation_case")
TODAY = date(2026, 3, 16)
PARTIES: list[dict[str, Any]] = EXAMPLES["mediation_case"]["当事人"]
AGREEMENT: dict[str, Any] = EXAMPLES["mediation_case"]["调解协议"][0]


def case_of(**given: Any) -> Any:
    """The example case with other values, resolved as saving would."""
    look = sample_look()
    draft, _ = look.checked("mediation_case", {**EXAMPLES["mediation_case"], **given})
    return draft.build()


def open_case(**given: Any) -> Any:
    """The example case before anything was settled."""
    return case_of(result="", closed_on="", sessions=[], agreements=[], form="", **given)


def course(case: Any, today: date = TODAY) -> dict[str, CourseStep]:
    """The steps of a case by name."""
    return {step.name: step for step in course_of(case, shipped_terms(), today)}


def lacks(case: Any, step: str) -> set[str]:
    """The paths of what a step lacks."""
    return {lack.field for lack in course(case)[step].lacks}


def test_every_field_of_a_case_stands_in_one_step() -> None:
    placed = [name for step in CASE_STEPS for name in step.fields if name != "agreements"]
    every = {f.name for f in CASE.fields} - {"agreements"}
    assert sorted(placed) == sorted(every)


def test_every_field_of_an_agreement_stands_in_one_of_its_three_steps() -> None:
    shown = [
        name
        for step in CASE_STEPS
        for block in step.blocks
        for name in block.rows.get("agreements", ())
    ]
    kind = record_type("agreement")
    assert sorted(shown) == sorted(f.name for f in kind.fields if not f.owner)


@pytest.mark.parametrize("block", [*(b for s in CASE_STEPS for b in s.blocks), *ORAL_PAGE])
def test_blocks_name_fields_there_are(block: Any) -> None:
    assert set(block.fields) <= set(CASE.by_name)
    for name, shown in block.rows.items():
        target: Any = CASE.by_name[name].kind
        assert set(shown) <= set(record_type(target.target).by_name)


def test_steps_name_papers_that_are_printed_from_a_case() -> None:
    there = {paper.name for paper in papers_for("mediation_case")}
    assert {name for step in CASE_STEPS for name in step.papers} <= there


def test_the_example_is_done_at_every_step_it_calls_for() -> None:
    steps = course(case_of(审核人="王建设", 协议履行情况="协议已履行"))
    states = {name: step.state for name, step in steps.items()}
    # The example's mediator has not signed: that day is the one thing its agreement lacks.
    assert states.pop("agree") == "now"
    assert states.pop("confirm") == "done"
    assert set(states.values()) == {"done"}


def test_an_empty_case_begins_with_the_first_step() -> None:
    steps = course(Draft.new(CASE).build())
    assert steps["register"].state == "now"
    assert [s.name for s in steps.values() if s.state == "now"] == ["register"]
    assert {"dispute_type", "summary", "parties"} <= lacks(Draft.new(CASE).build(), "register")


def test_the_month_of_mediating_is_due_where_the_law_ends_it() -> None:
    steps = course(open_case(受理日期="2026-01-31"))
    (due,) = steps["mediate"].dues
    # 31 January has no corresponding day in February; 28 February 2026 is a worked Saturday.
    assert due.until == date(2026, 2, 28)
    assert due.late
    assert steps["mediate"].state == "late"
    assert "第三十三条" in due.source


def test_what_the_parties_agreed_to_is_due_on_that_day() -> None:
    case = open_case(受理日期="2026-03-02", 经同意延长至="2026-05-02")
    (due,) = course(case)["mediate"].dues
    assert due.until == date(2026, 5, 2)


def test_the_court_may_be_asked_until_the_thirtieth_day_rolled_over_a_holiday() -> None:
    given = {**AGREEMENT, "生效日期": "2026-01-20", "协议履行情况": "", "履行日期": ""}
    steps = course(case_of(agreements=[given]), today=date(2026, 2, 18))
    (due,) = steps["confirm"].dues
    # 19 February lies within the Spring Festival of 2026, which ends with the 23rd.
    assert due.until == date(2026, 2, 24)


def test_after_its_last_day_the_court_is_no_longer_due() -> None:
    given = {**AGREEMENT, "生效日期": "2026-01-20", "协议履行情况": "", "履行日期": ""}
    assert course(case_of(agreements=[given]), today=date(2026, 2, 25))["confirm"].dues == ()


def test_a_later_performance_wants_a_visit() -> None:
    steps = course(case_of(follow_ups=[]))
    assert steps["visit"].state in {"now", "late", "open"}
    assert lacks(case_of(follow_ups=[]), "visit") == {"follow_ups"}


def test_a_case_refused_calls_for_nothing_further() -> None:
    case = case_of(refusal_reason="01", result="", agreements=[], closed_on="")
    steps = course(case)
    assert {steps[name].state for name in ("mediate", "agree", "perform", "visit")} == {"idle"}
    assert lacks(case, "accept") == {"refused_on"}
    papers = papers_of(case)
    assert "refusal_notice" in papers
    assert not {"mediation_record", "agreement", "rights_notice"} & set(papers)


def test_a_failed_case_wants_its_end_told_and_has_no_agreement() -> None:
    case = case_of(result="2", agreements=[], form="", closed_on="2026-01-20")
    assert {"termination_reason", "remedies_told_on"} <= lacks(case, "mediate")
    assert course(case)["agree"].state == "idle"
    assert "termination_letter" in papers_of(case)
    assert "agreement" not in papers_of(case)


def test_an_oral_case_has_its_short_papers_first() -> None:
    oral = {"编号": "1", "协议形式": "口头协议", "协议内容": "和好", "协议日期": "2026-01-20"}
    case = case_of(form="口头协议", agreements=[oral])
    papers = papers_of(case)
    assert papers[0] == "oral_agreement"
    assert "agreement" not in papers
    assert "mediation_record" not in papers


def test_a_case_taken_up_by_the_committee_has_no_application() -> None:
    assert "application" in papers_of(case_of())
    assert "application" not in papers_of(case_of(source="2"))
    assert "requests" not in lacks(case_of(source="2", requests="", applied_on=""), "register")


def test_what_is_missing_of_a_party_is_told_by_name() -> None:
    parties = [{**PARTIES[0], "联系方式": "", "民族": ""}, PARTIES[1]]
    found = course(case_of(parties=parties))["register"].lacks
    assert {lack.field for lack in found} == {"parties[0].contact", "parties[0].nation"}
    assert all(lack.what.startswith("赵长河") for lack in found)


def test_sessions_give_the_case_its_days_and_its_result() -> None:
    sessions = [
        {"时间": "2026-01-20", "调解结果": "有待继续调解", "地点": "村部"},
        {"时间": "2026-01-27", "调解结果": "调解成功"},
    ]
    case = case_of(
        sessions=sessions, mediated_on="", mediated_until="", result="", closed_on="", place=""
    )
    assert (case.mediated_on, case.mediated_until) == (date(2026, 1, 20), date(2026, 1, 27))
    assert case.result == "1"
    assert case.place == "村部"
