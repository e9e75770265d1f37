"""Entering records that touch what was removed before."""

from typing import Any

from db.kinds import RecordId
from db.ledger import Added, Ledger, RefusedRow

CASE = {
    "committee": "甲村人民调解委员会",
    "accepted_on": "2026-03-02",
    "dispute_type": "2",
    "source": "1",
    "parties": [{"side": "1", "name": "赵小满"}, {"side": "2", "name": "郭顺河"}],
}


def add(ledger: Ledger, type_name: str, content: dict[str, Any]) -> RecordId:
    [result] = ledger.add_many(type_name, [(1, content)])
    assert isinstance(result, Added), result
    return result.id


def test_the_id_of_a_removed_record_is_refused_and_the_rest_goes_in(office_ledger: Ledger) -> None:
    village = add(office_ledger, "village", {"name": "甲村", "kind": "行政村"})
    office_ledger.remove(village, "重复登记")
    again: list[Any] = [
        (1, {"name": "乙村", "kind": "行政村"}),
        (2, {"id": village, "name": "丙村", "kind": "行政村"}),
    ]
    first, second = office_ledger.add_many("village", again)
    assert isinstance(first, Added)
    assert isinstance(second, RefusedRow)
    assert second.problems[0].field == "id"


def test_the_id_of_a_record_of_another_type_is_refused(office_ledger: Ledger) -> None:
    village = add(office_ledger, "village", {"name": "甲村", "kind": "行政村"})
    [result] = office_ledger.add_many("person", [(1, {"id": village, "name": "赵小满"})])
    assert isinstance(result, RefusedRow)


def test_a_mediator_can_be_added_beside_one_that_was_removed(office_ledger: Ledger) -> None:
    committee = add(office_ledger, "committee", {"name": "甲村人民调解委员会", "kind": "01"})
    engaged = {"committee": committee, "engaged_on": "2025-01-01"}
    first, second = (
        add(
            office_ledger,
            "mediator",
            {**engaged, "person": add(office_ledger, "person", {"name": n})},
        )
        for n in ("王一", "王二")
    )
    case = add(office_ledger, "mediation_case", {**CASE, "mediators": [first]})
    office_ledger.remove(first, "误录")
    draft = office_ledger.draft(case)
    assert draft is not None
    draft.take({"mediators": [first, second]})
    office_ledger.save(draft)
    assert office_ledger.record(case).mediators == (first, second)


def test_the_minutes_of_a_service_go_with_the_time_they_came_from(office_ledger: Ledger) -> None:
    person = add(office_ledger, "person", {"name": "王一"})
    service = {
        "consultant": add(office_ledger, "consultant", {"person": person, "kind": "99"}),
        "village": add(office_ledger, "village", {"name": "甲村", "kind": "行政村"}),
        "served_on": "2026-03-10",
        "starts_at": "9:00",
        "ends_at": "11:00",
        "way": "现场",
        "kind": "法律咨询",
        "content": "解答相邻关系问题。",
    }
    log = add(office_ledger, "service_log", service)
    draft = office_ledger.draft(log)
    assert draft is not None
    draft.take({"ends_at": ""})
    office_ledger.save(draft)
    assert office_ledger.record(log).minutes is None


def test_a_mediator_named_in_two_ways_is_linked_once(office_ledger: Ledger) -> None:
    committee = add(office_ledger, "committee", {"name": "甲村人民调解委员会", "kind": "01"})
    person = add(office_ledger, "person", {"name": "王一"})
    engaged = {"committee": committee, "person": person, "engaged_on": "2025-01-01"}
    mediator = add(office_ledger, "mediator", {**engaged, "number": "410199000000102"})
    case = add(
        office_ledger, "mediation_case", {**CASE, "mediators": [mediator, "410199000000102"]}
    )
    assert office_ledger.record(case).mediators == (mediator,)
