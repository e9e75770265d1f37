"""What a case owes on a day, duty by duty, at the edges and after them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Added, Ledger

PARTIES = [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}]
AddCase = Callable[..., RecordId]


@pytest.fixture
def add_case(office_ledger: Ledger) -> AddCase:
    """Add a case accepted on 2 March 2026, a Monday, with what matters; give its id."""

    def enter(**content: Any) -> RecordId:
        given = {"accepted_on": "2026-03-02", "dispute_type": "2", "source": "1"}
        given |= {"committee": committee, "parties": PARTIES, **content}
        return added(office_ledger, "mediation_case", given)

    committee = added(office_ledger, "committee", {"name": "甲村人民调解委员会", "kind": "01"})
    return enter


def added(ledger: Ledger, type_name: str, given: dict[str, Any]) -> RecordId:
    """Add one record and give its id."""
    [result] = ledger.add_many(type_name, [(1, given)])
    assert isinstance(result, Added), result
    return result.id


def owed(ledger: Ledger, day: str) -> dict[str, tuple[str, str, str]]:
    """Give (since, until, state) per duty owed on a day."""
    items = ledger.due(date.fromisoformat(day))
    assert len({item.kind for item in items}) == len(items)
    return {item.kind: (str(item.since), str(item.until), item.state) for item in items}


def test_a_case_is_to_be_settled_by_the_same_day_of_the_next_month(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case()
    assert owed(office_ledger, "2026-03-17") == {}
    assert owed(office_ledger, "2026-03-18") == {"调解期限": ("2026-03-18", "2026-04-02", "later")}
    assert owed(office_ledger, "2026-04-02")["调解期限"][2] == "today"
    assert owed(office_ledger, "2026-04-03")["调解期限"][2] == "overdue"
    assert "调解期限" in owed(office_ledger, "2027-04-02")
    assert owed(office_ledger, "2027-04-03") == {}


def test_a_month_that_ends_in_a_holiday_ends_after_it(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(accepted_on="2026-01-16")
    assert owed(office_ledger, "2026-02-20")["调解期限"][1:] == ("2026-02-24", "soon")


def test_the_offices_own_day_off_moves_a_last_day(office_ledger: Ledger, add_case: AddCase) -> None:
    add_case()
    added(office_ledger, "holiday", {"day": "2026-04-02", "kind": "休假", "name": "集会日"})
    assert owed(office_ledger, "2026-04-02")["调解期限"][1:] == ("2026-04-03", "soon")


def test_a_working_weekend_of_the_office_keeps_a_last_day(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(accepted_on="2026-02-14")
    assert owed(office_ledger, "2026-03-12")["调解期限"][1] == "2026-03-16"
    added(office_ledger, "holiday", {"day": "2026-03-14", "kind": "调休上班"})
    assert owed(office_ledger, "2026-03-12")["调解期限"][1] == "2026-03-14"


@pytest.mark.parametrize(
    ("extended", "until"),
    # A day agreed on stands as agreed: 4 April is a day off. An earlier one shortens nothing.
    [("2026-04-04", "2026-04-04"), ("2026-03-20", "2026-04-02")],
)
def test_the_later_of_month_and_agreed_day_holds(
    office_ledger: Ledger, add_case: AddCase, extended: str, until: str
) -> None:
    add_case(extended_until=extended)
    assert owed(office_ledger, "2026-04-01")["调解期限"][1] == until


def test_a_long_extended_case_is_owed_by_its_new_day(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(accepted_on="2024-01-02", extended_until="2026-03-20")
    assert owed(office_ledger, "2026-03-20")["调解期限"] == ("2026-03-05", "2026-03-20", "today")


def test_a_place_can_count_days_instead_of_months(office_ledger: Ledger, add_case: AddCase) -> None:
    added(office_ledger, "rule_setting", {"parameter": "mediation_days", "value": 30})
    add_case()
    assert owed(office_ledger, "2026-04-01")["调解期限"][1] == "2026-04-01"


@pytest.mark.parametrize(
    "over",
    [
        {"voided": True, "void_reason": "重复"},
        {"refusal_reason": "1"},
        {"withdrawal_reason": "1"},
        {"handed_to": "县人民法院"},
    ],
    ids=["voided", "refused", "withdrawn", "handed-over"],
)
def test_a_case_that_is_over_owes_nothing_but_a_reply(
    office_ledger: Ledger, add_case: AddCase, over: dict[str, object]
) -> None:
    agreement = {"form": "1", "agreed_on": "2026-03-05", "due_on": "2026-03-10"}
    add_case(
        source="3", source_letter_on="2026-03-02", forecast="2", agreements=[agreement], **over
    )
    for day in ("2026-03-06", "2026-03-12", "2026-04-03"):
        assert set(owed(office_ledger, day)) == (set() if "voided" in over else {"移送回复"})


def settled(**agreement: object) -> dict[str, Any]:
    """What makes a case settled on 5 March and filed, with an agreement in force that day."""
    day, given = "2026-03-05", {"form": "2", **agreement}
    given = {"agreed_on": day, "effective_on": day, **given}
    return {"mediated_on": day, "result": "1", "filed_on": "2026-03-06", "agreements": [given]}


@pytest.mark.parametrize("form", ["1", "2"])
def test_asking_the_court_is_pointed_out_seven_days_before_and_lapses(
    office_ledger: Ledger, add_case: AddCase, form: str
) -> None:
    # The thirtieth day, 4 April, is 清明; the first working day after it is the 7th.
    add_case(**settled(form=form))
    assert owed(office_ledger, "2026-03-30") == {}
    assert owed(office_ledger, "2026-03-31") == {"司法确认": ("2026-03-31", "2026-04-07", "soon")}
    assert owed(office_ledger, "2026-04-07")["司法确认"][2] == "today"
    assert owed(office_ledger, "2026-04-08") == {}


@pytest.mark.parametrize(
    "told",
    [
        {"confirmation": "1"},
        {"confirmation": "2"},
        {"confirmation_asked_on": "2026-03-20", "confirmation": "1"},
        {"confirms_status": True},
        {"performance_state": "1"},
        {"performed_on": "2026-03-05"},
    ],
)
def test_asking_the_court_is_not_pointed_out_when_it_no_longer_matters(
    office_ledger: Ledger, add_case: AddCase, told: dict[str, object]
) -> None:
    add_case(**settled(**told))
    assert "司法确认" not in owed(office_ledger, "2026-04-02")


def test_asking_the_court_counts_from_the_day_of_agreement_without_another(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(**settled(effective_on=""))
    assert owed(office_ledger, "2026-04-02")["司法确认"][1] == "2026-04-07"


def test_performance_is_owed_on_the_day_agreed_even_if_it_is_off(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(**settled(due_on="2026-05-02", performance_state="99"))
    assert owed(office_ledger, "2026-04-21") == {}
    assert owed(office_ledger, "2026-04-22") == {"协议履行": ("2026-04-22", "2026-05-02", "later")}


def test_performance_told_is_not_owed(office_ledger: Ledger, add_case: AddCase) -> None:
    add_case(**settled(due_on="2026-05-02", performance_state="1"))
    assert owed(office_ledger, "2026-04-25") == {}


def test_a_later_performance_is_followed_up_from_its_day(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(**settled(due_on="2026-05-20", performed_on="2026-05-11", performance_state="1"))
    assert owed(office_ledger, "2026-05-10") == {}
    assert owed(office_ledger, "2026-05-11") == {"回访": ("2026-05-11", "2026-05-26", "later")}
    assert owed(office_ledger, "2026-05-27")["回访"][2] == "overdue"


@pytest.mark.parametrize(("visited", "done"), [("2026-05-10", False), ("2026-05-11", True)])
def test_a_visit_after_performance_follows_it_up(
    office_ledger: Ledger, add_case: AddCase, visited: str, *, done: bool
) -> None:
    content = settled(due_on="2026-05-20", performed_on="2026-05-11", performance_state="1")
    add_case(**content, follow_ups=[{"visited_on": visited}])
    assert ("回访" not in owed(office_ledger, "2026-05-12")) is done


def test_what_was_performed_at_once_needs_no_visit(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(**settled(performed_on="2026-03-05", performance_state="1"))
    assert owed(office_ledger, "2026-03-20") == {}


def test_parties_of_a_failed_case_are_told_that_day(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    failed = {"mediated_on": "2026-03-05", "result": "2", "filed_on": "2026-03-06"}
    case = add_case(**failed)
    assert owed(office_ledger, "2026-03-05") == {"告知救济": ("2026-03-05", "2026-03-05", "today")}
    draft = office_ledger.draft(case)
    assert draft is not None
    draft.take({"remedies_told_on": "2026-03-06"})
    office_ledger.save(draft)
    assert owed(office_ledger, "2026-03-06") == {}


def test_a_failed_case_without_a_closing_day_still_owes_the_telling(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(result="2", terminated_on="2026-03-09")
    assert owed(office_ledger, "2026-03-10") == {
        "告知救济": ("2026-03-09", "2026-03-09", "overdue")
    }


def test_a_closed_case_is_filed_within_thirty_days(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    add_case(mediated_on="2026-03-05", result="2", remedies_told_on="2026-03-05")
    assert owed(office_ledger, "2026-03-27") == {}
    assert owed(office_ledger, "2026-03-28") == {"立卷": ("2026-03-28", "2026-04-07", "later")}
    assert owed(office_ledger, "2026-05-07")["立卷"][2] == "overdue"
    assert owed(office_ledger, "2026-05-08") == {}


def test_the_body_that_sent_a_case_is_answered(office_ledger: Ledger, add_case: AddCase) -> None:
    sent = {"source": "5", "source_letter_on": "2026-02-26", **settled(performance_state="1")}
    add_case(**sent)
    assert owed(office_ledger, "2026-03-16") == {"移送回复": ("2026-02-26", "2026-03-30", "later")}


@pytest.mark.parametrize(
    "answer",
    [{"source_reply_on": "2026-03-09"}, {"notices": [{"kind": "4", "issued_on": "2026-03-09"}]}],
)
def test_a_reply_or_a_return_slip_answers(
    office_ledger: Ledger, add_case: AddCase, answer: dict[str, object]
) -> None:
    sent = {"source": "5", "source_letter_on": "2026-02-26", **settled(performance_state="1")}
    add_case(**sent, **answer)
    assert owed(office_ledger, "2026-03-16") == {}


@pytest.mark.parametrize(
    ("told", "still"),
    [
        ({"forecast": "2"}, True),
        ({"forecast": "2", "precautions": "专人看护"}, False),
        ({"forecast": "3", "precautions": "劝离现场"}, True),
        ({"forecast": "3", "reported_on": "2026-03-02"}, False),
        ({"forecast": "1"}, False),
    ],
)
def test_a_case_that_may_escalate_owes_precautions_or_a_report(
    office_ledger: Ledger, add_case: AddCase, told: dict[str, object], *, still: bool
) -> None:
    add_case(**told)
    found = owed(office_ledger, "2026-03-03").get("激化风险")
    assert found == (("2026-03-02", "2026-03-03", "today") if still else None)


def test_every_duty_names_its_source(office_ledger: Ledger, add_case: AddCase) -> None:
    agreement = {"form": "1", "agreed_on": "2026-03-05", "due_on": "2026-03-10"}
    add_case(source="3", source_letter_on="2026-03-02", forecast="2", agreements=[agreement])
    items = office_ledger.due(date(2026, 4, 3))
    assert {item.kind for item in items} == {
        "调解期限", "司法确认", "协议履行", "回访", "移送回复", "激化风险",
    }  # fmt: skip
    assert all("《" in item.source or "本软件默认" in item.source for item in items)


def test_removed_cases_and_days_far_away_owe_nothing(
    office_ledger: Ledger, add_case: AddCase
) -> None:
    case = add_case()
    assert office_ledger.due(date.max) == ()
    assert office_ledger.due(date.min + timedelta(days=1)) == ()
    office_ledger.remove(case, "登记错误")
    assert owed(office_ledger, "2026-04-02") == {}
