"""What is owed on a day, and the gaps the first screen counts."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Added, Ledger
from tests.conftest import FixedClock

TODAY = date(2026, 3, 16)
Add = Callable[..., RecordId]


@pytest.fixture
def add(office_ledger: Ledger) -> Add:
    """Add one record of a type and give its id."""

    def enter(type_name: str, **content: Any) -> RecordId:
        [result] = office_ledger.add_many(type_name, [(1, content)])
        assert isinstance(result, Added), result
        return result.id

    return enter


def owed(ledger: Ledger) -> list[str]:
    """The kinds of what is owed today."""
    return [item.kind for item in ledger.due(TODAY)]


def gaps(ledger: Ledger) -> dict[str, int]:
    """The gaps of the first screen, by label."""
    return {gap.label: gap.number for gap in ledger.workbench().gaps if gap.number}


def add_case(add: Add, **content: Any) -> RecordId:
    """Add a case accepted on 2 March, with what matters."""
    committee = add("committee", name="甲村人民调解委员会", kind="01")
    sides = [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}]
    given = {"accepted_on": "2026-03-02", "dispute_type": "2", "source": "1", "parties": sides}
    return add("mediation_case", committee=committee, **{**given, **content})


def add_contract(add: Add, consultant: RecordId, number: str, first: str, last: str) -> RecordId:
    """Add a contract of a consultant with village 甲村."""
    return add("consultant_contract", number=number, kind="1", consultant=consultant,
               villages=["甲村"], starts_on=first, ends_on=last)  # fmt: skip


@pytest.fixture
def consultant(add: Add) -> RecordId:
    """A consultant, and 甲村 to serve."""
    add("village", name="甲村", kind="行政村")
    return add("consultant", person=add("person", name="王一"), kind="99")


def test_a_voided_case_owes_nothing_and_is_no_gap(office_ledger: Ledger, add: Add) -> None:
    late = [{"form": "1", "due_on": "2026-03-10"}]
    add_case(add, result="1", agreements=late, voided=True, void_reason="重复")
    assert owed(office_ledger) == []
    assert gaps(office_ledger) == {}


def test_a_contract_that_ran_out_is_owed(
    office_ledger: Ledger, add: Add, consultant: RecordId
) -> None:
    add_contract(add, consultant, "1", "2025-01-01", "2026-02-28")
    assert owed(office_ledger) == ["聘用合同"]


def test_a_contract_followed_by_another_is_not(
    office_ledger: Ledger, add: Add, consultant: RecordId
) -> None:
    add_contract(add, consultant, "1", "2025-01-01", "2026-02-28")
    add_contract(add, consultant, "2", "2026-03-01", "2027-02-28")
    assert owed(office_ledger) == []


def test_an_engagement_that_was_renewed_is_not_owed(office_ledger: Ledger, add: Add) -> None:
    committee = add("committee", name="甲村人民调解委员会", kind="01")
    engaged = {"person": add("person", name="王一"), "committee": committee}
    add("mediator", **engaged, engaged_on="2023-03-01", ends_on="2026-02-28")
    assert owed(office_ledger) == ["调解员聘期"]
    add("mediator", **engaged, engaged_on="2026-03-01", ends_on="2029-02-28")
    assert owed(office_ledger) == []


def test_a_contract_dismissed_after_its_end_is_no_longer_in_force(
    office_ledger: Ledger, add: Add, consultant: RecordId
) -> None:
    contract = add_contract(add, consultant, "1", "2025-01-01", "2026-02-28")
    draft = office_ledger.draft(contract)
    assert draft is not None
    draft.take({"ended_on": "2026-04-01", "end_reason": "99"})
    office_ledger.save(draft)
    assert gaps(office_ledger) == {"没有有效法律顾问合同": 1}


def test_a_village_whose_state_was_cleared_is_still_a_village(
    office_ledger: Ledger, add: Add
) -> None:
    add("village", name="甲村", kind="行政村", state="")
    assert gaps(office_ledger) == {"没有有效法律顾问合同": 1}


def test_one_look_sees_the_days_off_entered_meanwhile(office_ledger: Ledger, add: Add) -> None:
    look = office_ledger.store.look(TODAY)
    assert not look.terms.calendar.is_day_off(date(2026, 3, 17))
    assert look.terms is look.terms
    add("holiday", day="2026-03-17", kind="休假")
    assert look.terms.calendar.is_day_off(date(2026, 3, 17))


def test_the_holidays_of_next_year_are_a_gap_once_a_month_ends_in_it(
    office_ledger: Ledger, add: Add, clock: FixedClock
) -> None:
    clock.at = datetime(2026, 11, 30, 9)  # noqa: DTZ001 - the office's wall clock
    assert gaps(office_ledger) == {}
    clock.at = datetime(2026, 12, 1, 9)  # noqa: DTZ001 - the office's wall clock
    assert gaps(office_ledger) == {"2027年的放假安排还没有录入": 1}
    add("holiday", day="2027-02-08", kind="休假", name="春节")
    assert gaps(office_ledger) == {}
