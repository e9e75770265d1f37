"""Rules at their edges: the exact day, the exact number, and data as clerks leave them."""

from datetime import date
from typing import Any

import pytest

from tests.db.drafting import example_with
from tests.db.memory_look import TODAY, MemoryLook, sample_look
from tests.db.rule_failures import CHAIR, MAN, MEMBERS
from tests.examples import EXAMPLES

WOMAN = {"姓名": "李惠民", "职务": "委员"}


def numbers(
    type_name: str, look: MemoryLook | None = None, today: date = TODAY, **changes: Any
) -> set[str]:
    """The rules that speak when the example of a type is changed so."""
    look = look or sample_look(today=today)
    given = example_with(type_name, changes)
    _, problems = look.checked(type_name, given, look.example_ids[type_name])
    return {problem.rule for problem in problems}


def term_of(count: int) -> set[str]:
    """The rules that speak on a term of so many members, a woman and one chair among them."""
    look = sample_look()
    more = [{"姓名": f"林{n}", "职务": "委员"} for n in "一二三四五六七八"][: count - 2]
    for one in more:
        look.add("person", {"姓名": one["姓名"], "性别": "男", "民族": "汉族"})
    return numbers("committee_term", look, members=[CHAIR, WOMAN, *more])


@pytest.mark.parametrize("count", [3, 9])
def test_three_and_nine_members_are_lawful(count: int) -> None:
    assert "C1" not in term_of(count)


@pytest.mark.parametrize("count", [2, 10])
def test_two_and_ten_members_are_not(count: int) -> None:
    assert "C1" in term_of(count)


def test_a_member_listed_twice_counts_once() -> None:
    assert "C1" in numbers("committee_term", members=[CHAIR, WOMAN, WOMAN])


def test_deputies_may_be_several_beside_one_chair() -> None:
    deputies = [{**WOMAN, "职务": "副主任"}, {**MAN, "职务": "副主任"}]
    assert numbers("committee_term", members=[CHAIR, *deputies]) & {"C1", "C2", "C3"} == set()


def test_a_term_that_ended_still_has_the_members_who_served_to_its_end() -> None:
    served = [{**one, "离任日期": "2027-12-31"} for one in MEMBERS]
    after = date(2028, 3, 1)
    found = numbers("committee_term", today=after, members=served, ends_on="2027-12-31")
    assert found & {"C1", "C1.1", "C2"} == set()


def test_a_member_who_leaves_next_month_still_serves() -> None:
    leaving = [*MEMBERS[:-1], {**MEMBERS[-1], "离任日期": "2026-04-30"}]
    assert "C1" not in numbers("committee_term", members=leaving)


def test_a_member_who_left_no_longer_counts() -> None:
    left = [*MEMBERS[:2], {**MEMBERS[2], "离任日期": "2026-03-01"}]
    assert "C1" in numbers("committee_term", members=left)


@pytest.mark.parametrize("last", ["2028-03-14", "2028-03-15"])
def test_a_term_of_three_years_is_lawful_by_either_way_of_counting(last: str) -> None:
    found = numbers("committee_term", starts_on="2025-03-15", ends_on=last)
    assert found & {"C5", "C5.2"} == set()


def test_a_term_a_day_longer_is_not() -> None:
    assert "C5" in numbers("committee_term", starts_on="2025-03-15", ends_on="2028-03-16")


def test_a_term_of_two_years_is_told() -> None:
    assert "C5.2" in numbers("committee_term", starts_on="2025-03-15", ends_on="2027-03-14")


def test_a_mediator_may_be_engaged_on_the_eighteenth_birthday() -> None:
    assert "C9" not in numbers("mediator", engaged_on="2000-03-08", ends_on="", origin="聘用")


def test_a_mediator_may_not_be_engaged_the_day_before() -> None:
    assert "C9" in numbers("mediator", engaged_on="2000-03-07", ends_on="", origin="聘用")


@pytest.mark.parametrize(("filed_on", "late"), [("2025-03-03", False), ("2025-03-04", True)])
def test_filing_is_in_time_on_the_thirtieth_day(filed_on: str, *, late: bool) -> None:
    found = numbers("committee", changed_on="2025-02-01", filed_on=filed_on)
    assert ("C12" in found) is late


def test_a_filing_before_the_change_does_not_file_the_change() -> None:
    assert "C12" in numbers("committee", changed_on="2025-02-01", filed_on="2024-06-01")


def test_an_engagement_that_ran_out_fills_no_post() -> None:
    look = sample_look(
        without="subsidy",
        instead={"mediator": {"聘用起始日期": "2022-01-01", "聘用截止日期": "2024-12-31"}},
    )
    assert {"C11", "C11.1"} <= numbers("committee", look)


@pytest.mark.parametrize(("ended_on", "served"), [("2026-04-30", True), ("2026-03-01", False)])
def test_a_contract_serves_until_the_day_it_is_ended(ended_on: str, *, served: bool) -> None:
    change = {"ended_on": ended_on, "end_reason": "99"}
    found = numbers("village", sample_look(instead={"consultant_contract": change}))
    assert ("V5" not in found) is served


def test_a_contract_is_followed_when_its_village_has_a_later_one_with_anybody() -> None:
    look = sample_look(today=date(2026, 11, 15))
    look.add("person", {"姓名": "钱律"})
    look.add("consultant", {"姓名": "钱律", "类别": "其他", "执业证号": "X1"})
    follow = {**EXAMPLES["consultant_contract"], "法律顾问": "X1", "合同编号": "QS-2027-001"}
    assert "F7" in numbers("consultant_contract", look)
    look.add(
        "consultant_contract", {**follow, "服务期限起": "2027-01-01", "服务期限止": "2027-12-31"}
    )
    assert "F7" not in numbers("consultant_contract", look)


def test_two_other_parties_alone_are_no_two_sides() -> None:
    others = [{"一方": "3", "姓名": "赵一"}, {"一方": "3", "姓名": "赵二"}]
    assert "K1" in numbers("mediation_case", parties=others, agents=[])


@pytest.mark.parametrize(("closed_on", "late"), [("2026-02-12", False), ("2026-02-13", True)])
def test_a_case_is_in_time_on_the_same_day_of_the_next_month(closed_on: str, *, late: bool) -> None:
    found = numbers("mediation_case", accepted_on="2026-01-12", closed_on=closed_on)
    assert ("M7" in found) is late


@pytest.mark.parametrize(("visited", "missing"), [("2026-02-07", True), ("2026-02-08", False)])
def test_a_visit_on_the_day_of_performance_follows_it_up(visited: str, *, missing: bool) -> None:
    found = numbers("mediation_case", follow_ups=[{"回访时间": visited}])
    assert ("M15.1" in found) is missing


def agreed(today: date, **changes: Any) -> set[str]:
    """The rules that speak on a day when the example's agreement is changed so."""
    one = {
        **EXAMPLES["mediation_case"]["调解协议"][0],
        "履行日期": "",
        "协议履行情况": "",
        **changes,
    }
    return numbers("mediation_case", today=today, agreements=[one])


@pytest.mark.parametrize(
    ("day", "near"), [(16, False), (17, True), (24, True), (25, False)], ids=str
)
def test_asking_the_court_is_near_from_seven_days_before_to_the_last(day: int, near: bool) -> None:
    # In force on 20 January; the thirtieth day is in Spring Festival, the 24th is worked.
    assert ("M13.1" in agreed(date(2026, 2, day))) is near


@pytest.mark.parametrize(("asked", "late"), [("2026-02-24", False), ("2026-02-25", True)])
def test_the_court_is_asked_in_time_on_the_first_working_day(asked: str, *, late: bool) -> None:
    found = agreed(TODAY, 司法确认="已申请", 司法确认申请日期=asked)
    assert ("M13" in found) is late


def test_a_performance_entered_as_other_is_told_only_with_its_day() -> None:
    assert "M15" in agreed(TODAY, 协议履行情况="99")
    assert "M15" not in agreed(TODAY, 协议履行情况="99", 履行日期="2026-02-10")


def test_a_committee_may_mediate_for_a_party_who_lives_in_its_village() -> None:
    look = sample_look()
    look.add("village", {"名称": "山口村", "类别": "行政村"})
    assert "M3" not in numbers("mediation_case", look, village="山口村")


def test_an_agreement_may_not_take_effect_before_it_is_known_when_it_was_signed() -> None:
    assert "M10.1" not in agreed(TODAY, 生效日期="2026-01-22")


def test_a_volume_is_closed_last() -> None:
    assert "M17.1" in numbers("mediation_case", filed_on="2026-02-14")
    assert "M17.1" not in numbers("mediation_case", filed_on="2026-02-15")
