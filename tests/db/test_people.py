"""Persons entered twice: found, set aside without rewriting anything, taken apart again."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery, Refused
from tests.conftest import FixedClock
from tests.db.exchange.world import World
from tests.db.filled import case, committee, save

LI = {"name": "李惠民", "id_number": "410199198203080240"}


@pytest.fixture
def ledger(office_ledger: Ledger) -> Ledger:
    committee(office_ledger)
    return office_ledger


def person(ledger: Ledger, **given: str) -> RecordId:
    return save(ledger, "person", **given).id


def listed(ledger: Ledger) -> list[RecordId]:
    return [one.id for one in ledger.page(ListQuery("person"))]


def test_the_same_number_of_fifteen_and_eighteen_digits_is_found(ledger: Ledger) -> None:
    one = person(ledger, name="赵长河", id_number="410199196909300138")
    other = person(ledger, name="赵长和", id_number="410199690930013")
    assert [(p.one, p.other, p.why) for p in ledger.people.probable()] == [
        (one, other, "身份证号相同")
    ]


def test_name_and_birth_day_or_village_and_sound_are_found(ledger: Ledger) -> None:
    save(ledger, "village", name="柳河村", kind="行政村")
    one = person(ledger, **LI)
    two = person(ledger, name="李惠民", born_on="1982-03-08")
    three = person(ledger, name="王建设", village="柳河村")
    four = person(ledger, name="王建社", village="柳河村")
    person(ledger, name="王建设")
    assert {(p.one, p.other): p.why for p in ledger.people.probable()} == {
        (one, two): "姓名和出生日期相同",
        (three, four): "同村，姓名同音",
    }


def test_people_who_surely_differ_are_not_offered(ledger: Ledger) -> None:
    save(ledger, "village", name="柳河村", kind="行政村")
    person(ledger, name="王建设", village="柳河村", born_on="1980-01-01")
    person(ledger, name="王建设", village="柳河村", born_on="1990-01-01")
    for number in ("410199198203080240", "410199198203080267"):
        person(ledger, name="李惠民", id_number=number)
    assert ledger.people.probable() == []


def test_a_pair_said_to_be_two_is_not_offered_again(ledger: Ledger) -> None:
    one, two = person(ledger, **LI), person(ledger, name="李惠民", born_on="1982-03-08")
    ledger.people.dismiss(two, one)
    assert ledger.people.probable() == []


def test_a_merged_person_is_neither_listed_nor_offered_nor_meant(ledger: Ledger) -> None:
    kept, other = person(ledger, **LI), person(ledger, name="李惠民")
    assert ledger.store.resolve("person", "李惠民") is None
    ledger.people.merge(other, kept, "重复登记")
    assert listed(ledger) == [kept]
    assert [one.id for one in ledger.offer("person", "李惠民")] == [kept]
    assert [one.id for one in ledger.offer("person", "")] == [kept]
    assert len(ledger.offer_people("李惠民")) == 1
    assert ledger.store.resolve("person", "李惠民") == kept
    query = ListQuery("person", aside=True)
    assert {one.id for one in ledger.page(query)} == {kept, other}


def test_what_links_to_the_merged_person_shows_at_the_kept_one(ledger: Ledger) -> None:
    kept, other = person(ledger, **LI), person(ledger, name="李慧民")
    engaged = save(
        ledger, "mediator", person=other, committee="枫桥村人民调解委员会", engaged_on="2025-01-01"
    )
    known = case(ledger, parties=[{"side": "1", **LI}, {"side": "2", "name": "吴静"}])
    ledger.people.merge(other, kept, "重复登记")
    assert engaged.id in [one.id for one in ledger.related("person", kept)]
    assert ledger.people.cases_of(other) == [known.id]
    assert ledger.people.group_of(other) == [kept, other]
    assert ledger.record(engaged.id).person == other


def test_taken_apart_everything_is_as_before(ledger: Ledger) -> None:
    kept, other = person(ledger, **LI), person(ledger, name="李惠民")
    before = [ledger.record(one) for one in (kept, other)]
    ledger.people.merge(other, kept, "重复登记")
    assert [(p.one, p.other) for p in ledger.people.merged()] == [(kept, other)]
    ledger.people.split(other, "不是一人")
    assert [ledger.record(one) for one in (kept, other)] == before
    assert listed(ledger) == [kept, other]
    assert [one.reason for one in ledger.history(other)][:2] == ["不是一人", "重复登记"]


def test_undo_takes_a_merge_back(ledger: Ledger) -> None:
    kept, other = person(ledger, **LI), person(ledger, name="李惠民")
    ledger.people.merge(other, kept, "重复登记")
    ledger.undo()
    assert ledger.record(other).merged_into is None


def test_chains_circles_and_oneself_are_refused(ledger: Ledger) -> None:
    one, two, three = (person(ledger, name=name) for name in ("甲一", "乙二", "丙三"))
    ledger.people.merge(two, one, "重复登记")
    for other, into in ((three, two), (one, three), (one, one), (one, two)):
        with pytest.raises(Refused):
            ledger.people.merge(other, into, "重复登记")
    assert ledger.record(three).merged_into is None


def test_a_merge_and_its_taking_apart_travel_to_the_county(
    tmp_path: Path, clock: FixedClock
) -> None:
    world = World(tmp_path, clock)
    office = Ledger(world.office, clock)
    kept, other = person(office, **LI), person(office, name="李惠民")
    before = office.record(other)
    office.people.merge(other, kept, "重复登记")
    world.round()
    assert world.county.get("person", other).merged_into == kept
    office.people.split(other, "不是一人")
    world.round()
    assert world.county.get("person", other) == before
    assert world.county.get("person", kept) == office.record(kept)


def test_one_set_aside_is_shown_again_when_the_kept_one_is_removed(ledger: Ledger) -> None:
    kept, other = person(ledger, **LI), person(ledger, name="李惠民", born_on="1982-03-08")
    ledger.people.merge(other, kept, "核对为同一人")
    assert listed(ledger) == [kept]
    ledger.remove(kept, "登记错误")
    assert listed(ledger) == [other]
    assert [one.id for one in ledger.offer("person", "李惠民")] == [other]
    assert [one.values["born_on"] for one in ledger.offer_people("李惠民")]
    ledger.restore_record("person", kept)
    assert listed(ledger) == [kept]
