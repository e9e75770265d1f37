"""Pages of what may be entered twice: pairs opened or dismissed, persons merged and taken apart."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.windows.duplicates_page import DuplicatesPage
from desktop.windows.duplicates_page import make_page as make_duplicates
from desktop.windows.people_page import PeoplePage
from desktop.windows.people_page import make_page as make_people
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage


@pytest.fixture
def twice(office: Ledger) -> tuple[RecordId, RecordId]:
    """A person of the township and the same person entered again."""
    one = office.record(office.page(ListQuery("person"), 1)[0].id)
    draft = office.new_draft("person")
    draft.take({"name": one.name, "born_on": one.born_on, "phone": "13800000999"})
    office.save(draft)
    return one.id, draft.id


def people_of(make: MakePage, qtbot: QtBot) -> PeoplePage:
    page = make(make_people, Intent("people"))
    assert isinstance(page, PeoplePage)
    qtbot.waitUntil(lambda: page.pair is not None)
    return page


def settle(page: PeoplePage | DuplicatesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)


def test_two_entries_of_a_person_are_merged_and_taken_apart(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot, twice: tuple[RecordId, RecordId]
) -> None:
    kept, other = twice
    page = people_of(make_page_of, qtbot)
    assert page.kept_and_other == (kept, other)
    assert page.sides.current is not None
    assert page.sides.current.texts[3] == "不同"
    page.merge.click()
    settle(page, qtbot)
    assert office.record(other).merged_into == kept
    assert page.pair is not None
    assert page.pair.merged
    assert page.split.isVisible()
    page.split.click()
    settle(page, qtbot)
    assert office.record(other).merged_into is None


def test_the_other_one_may_be_kept(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot, twice: tuple[RecordId, RecordId]
) -> None:
    page = people_of(make_page_of, qtbot)
    page.swap.click()
    page.merge.click()
    settle(page, qtbot)
    assert office.record(twice[0]).merged_into == twice[1]


def test_people_said_to_be_two_are_not_shown_again(
    make_page_of: MakePage, qtbot: QtBot, twice: tuple[RecordId, RecordId]
) -> None:
    page = people_of(make_page_of, qtbot)
    page.two.click()
    settle(page, qtbot)
    pair = page.pair
    assert pair is None or {pair.one, pair.other} != set(twice)


def test_a_pair_of_cases_is_opened_and_dismissed(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot, doors: ClosedDoors
) -> None:
    page = make_page_of(make_duplicates, Intent("duplicates"))
    assert isinstance(page, DuplicatesPage)
    qtbot.waitUntil(lambda: page.table.current is not None)
    before = len(office.duplicates.pairs())
    page.second.click()
    assert doors.opened[-1].type_name == "mediation_case"
    page.two.click()
    settle(page, qtbot)
    assert len(office.duplicates.pairs()) == before - 1
