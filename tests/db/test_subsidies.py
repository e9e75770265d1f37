"""Claiming a quarter's subsidies: once per case, all or none, step by step, by the standard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from db.ledger import Ledger, ListQuery, Refused
from db.ledger.subsidy_examples import StandardsInForce
from db.periods import Period
from tests.db.subsidy_world import SubsidyWorld, add

FIRST, SECOND = Period.parse("2026Q1"), Period.parse("2026Q2")
DAY = date(2026, 3, 16)


@pytest.fixture
def world(office_ledger: Ledger) -> SubsidyWorld:
    return SubsidyWorld(office_ledger)


def messages(refused: pytest.ExceptionInfo[Refused]) -> str:
    return "".join(problem.message for problem in refused.value.problems)


def claims_in(world: SubsidyWorld) -> int:
    return world.ledger.count(ListQuery("subsidy"))


def test_a_claim_takes_grade_reason_payee_and_amount_from_the_case(world: SubsidyWorld) -> None:
    case = world.add_case(people_involved=12)

    world.ledger.subsidies.claim(FIRST, [case])

    (claim,) = (world.ledger.record(one) for one in world.ledger.subsidies.claims(FIRST))
    assert (claim.year, claim.quarter, claim.state) == (2026, 1, "1")
    assert (claim.grade, claim.amount, claim.claimed_on) == ("4", Decimal("300.00"), DAY)
    assert claim.reasons == "涉及人数 12 人，达到 10 人"
    assert (claim.payee, *claim.mediators) == (world.of_committee(0)[0],) * 2


def test_claims_are_made_all_or_none(world: SubsidyWorld) -> None:
    good, bad = world.add_case(), world.add_case(filed_on=None)

    with pytest.raises(Refused) as refused:
        world.ledger.subsidies.claim(FIRST, [good, bad])

    assert claims_in(world) == 0
    assert "立卷日期" in messages(refused)


def test_the_claims_of_a_quarter_are_one_step_to_undo(world: SubsidyWorld) -> None:
    world.ledger.subsidies.claim(FIRST, [world.add_case(), world.add_case()])
    assert claims_in(world) == 2

    world.ledger.undo()

    assert claims_in(world) == 0


def test_a_case_is_claimed_once_in_whatever_quarter(world: SubsidyWorld) -> None:
    case = world.add_case()
    world.ledger.subsidies.claim(FIRST, [case])

    with pytest.raises(Refused, match="一案只补一次"):
        world.ledger.subsidies.claim(FIRST, [case])
    with pytest.raises(Refused):
        world.ledger.subsidies.claim(SECOND, [case])


def test_a_claim_that_was_refused_may_be_made_again(world: SubsidyWorld) -> None:
    desk, case = world.ledger.subsidies, world.add_case()
    desk.claim(FIRST, [case])
    desk.advance(desk.claims(FIRST), "9", DAY, reason="材料不齐")

    desk.claim(SECOND, [case])

    assert len(desk.claims(SECOND)) == 1
    assert desk.candidates(FIRST)[0].state_label == "申报"


def test_a_claim_whose_volume_became_incomplete_can_still_be_refused(world: SubsidyWorld) -> None:
    desk, case = world.ledger.subsidies, world.add_case()
    desk.claim(FIRST, [case])
    draft = world.ledger.draft(case)
    assert draft is not None
    draft.give("filed_on", "")
    world.ledger.save(draft)

    with pytest.raises(Refused, match="案卷不完整"):
        desk.advance(desk.claims(FIRST), "2", DAY)
    desk.advance(desk.claims(FIRST), "9", DAY, reason="案卷不完整")

    assert desk.claims(FIRST, ("9",)) == desk.claims(FIRST)


def test_claims_go_through_the_checks_in_order_with_their_dates(world: SubsidyWorld) -> None:
    desk = world.ledger.subsidies
    desk.claim(FIRST, [world.add_case(), world.add_case()])
    ids = desk.claims(FIRST)

    with pytest.raises(Refused, match="要先"):
        desk.advance(ids, "4", DAY)
    for state, day in (("2", 17), ("3", 20), ("4", 25)):
        desk.advance(ids, state, date(2026, 3, day))

    claim = world.ledger.record(ids[0])
    days = (claim.office_opinion_on, claim.bureau_opinion_on, claim.paid_on)
    assert days == (date(2026, 3, 17), date(2026, 3, 20), date(2026, 3, 25))
    assert [row.amount for row in desk.sheet(FIRST).rows] == [Decimal(160)]


def test_not_paying_needs_a_reason(world: SubsidyWorld) -> None:
    desk = world.ledger.subsidies
    desk.claim(FIRST, [world.add_case()])

    with pytest.raises(Refused, match="不予发放的原因"):
        desk.advance(desk.claims(FIRST), "9", DAY)


def test_a_second_mediator_is_paid_when_the_first_is_an_official(world: SubsidyWorld) -> None:
    official, other = world.of_committee(1)
    case = world.add_case(committee=world.committees[1], mediators=[official, other])

    (found,) = world.ledger.subsidies.candidates(FIRST)

    assert (found.id, found.payee, found.amount) == (case, other, Decimal("100.00"))


def test_the_standard_of_the_closing_day_applies(world: SubsidyWorld) -> None:
    world.add_case(difficulty="4", closed_on="2025-12-31", filed_on="2026-01-05")
    world.add_case(difficulty="4", closed_on="2026-01-01")

    found = world.ledger.subsidies.candidates(FIRST)

    assert [(one.late, one.amount) for one in found] == [(False, 180), (True, 150)]


def test_what_a_county_has_settled_is_not_paid(world: SubsidyWorld) -> None:
    add_case = world.add_case
    add_case(voided="是", void_reason="重复登记")
    add_case(agreements=[])
    add_case(mediators=[])
    add_case(result="2", form=None, agreements=None)

    told = [one.objections[0] for one in world.ledger.subsidies.candidates(FIRST)]

    assert told == [
        "案件已作废",
        "没有登记调解协议，无法核对履行情况",
        "没有登记人民调解员",
        "调解不成，也没有达到调解不成案件的认定标准",
    ]


def test_a_case_bound_with_others_is_filed_with_them(world: SubsidyWorld) -> None:
    case = world.add_case(filed_on=None)
    volume = {"number": "合1", "name": "口头案件", "kind": "2", "filed_on": "2026-03-01"}
    add(world.ledger, "volume", {**volume, "committee": world.committees[0], "cases": [case]})

    (found,) = world.ledger.subsidies.candidates(FIRST)

    assert found.objections == ()


def test_a_month_is_no_quarter(world: SubsidyWorld) -> None:
    with pytest.raises(ValueError, match="按季度"):
        world.ledger.subsidies.candidates(Period.parse("2026-03"))


def test_no_example_is_in_force_by_itself(office_ledger: Ledger) -> None:
    world = SubsidyWorld(office_ledger, paying=False)
    case = world.add_case()

    (found,) = office_ledger.subsidies.candidates(FIRST)

    assert found.objections == ("结案时没有“一般”等级的补助标准",)
    with pytest.raises(Refused):
        office_ledger.subsidies.claim(FIRST, [case])


@pytest.mark.parametrize(
    ("name", "standards"),
    [("高台县", 3), ("乡镇范本", 1), ("街道范本", 4), ("某县2010年", 6), ("雅安市", 3)],
)
def test_an_example_place_can_be_taken_over(
    office_ledger: Ledger, name: str, standards: int
) -> None:
    changes = office_ledger.subsidies.start(name, date(2026, 1, 1))

    assert office_ledger.count(ListQuery("subsidy_standard")) == standards
    assert office_ledger.count(ListQuery("grading_criterion")) >= 8
    added = [office_ledger.record(one) for _, one, _ in changes.items]
    assert all(one.source and "S2" in one.source for one in added)
    found = office_ledger.check_everything()
    assert [one.message for one in found if one.severity == "error"] == []


def test_what_high_terrace_county_pays_is_paid_after_taking_it_over(office_ledger: Ledger) -> None:
    world = SubsidyWorld(office_ledger, paying=False)
    office_ledger.subsidies.start("高台县", date(2026, 1, 1))
    for changes in ({"difficulty": "1"}, {}, {"amount": "100000.00"}):
        world.add_case(**changes)

    found = office_ledger.subsidies.candidates(FIRST)

    assert [one.amount for one in found] == [100, 200, 300]


def test_a_second_example_is_not_mixed_with_the_first(office_ledger: Ledger) -> None:
    office_ledger.subsidies.start("高台县", date(2026, 1, 1))
    before = office_ledger.count(ListQuery("grading_criterion"))

    with pytest.raises(StandardsInForce):
        office_ledger.subsidies.start("雅安市", date(2026, 4, 1))

    assert office_ledger.count(ListQuery("subsidy_standard")) == 3
    assert office_ledger.count(ListQuery("grading_criterion")) == before


def test_an_amount_may_be_raised_within_a_range_only(world: SubsidyWorld) -> None:
    desk = world.ledger.subsidies
    desk.claim(FIRST, [world.add_case(death="是")])
    (claim,) = desk.claims(FIRST)
    draft = world.ledger.draft(claim)
    assert draft is not None
    draft.give("amount", "400")
    world.ledger.save(draft)

    draft.give("amount", "401")

    with pytest.raises(Refused, match="至400"):
        world.ledger.save(draft)


def test_an_official_paid_by_hand_is_refused(world: SubsidyWorld) -> None:
    official = world.of_committee(1)[0]
    case = world.add_case(committee=world.committees[1], mediators=[official])
    content = {"case": case, "payee": official, "year": 2026, "quarter": 1, "grade": "2"}

    with pytest.raises(AssertionError, match="SB5"):
        add(world.ledger, "subsidy", {**content, "amount": "100"})
