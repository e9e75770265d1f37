"""以案定补 on the screen: tick cases, claim them, take them through the checks, print."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from db.periods import Period
from desktop.page import Intent
from desktop.windows.subsidy_page import SubsidyPage, make_page
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages

THIS, LAST = Period("quarter", 2026, 1), Period("quarter", 2025, 4)

OpenPage = Callable[..., SubsidyPage]


@pytest.fixture
def open_page(make_page_of: MakePage, qtbot: QtBot) -> OpenPage:
    """Open the page for a quarter and wait for its cases."""

    def make(period: Period = THIS, **words: object) -> SubsidyPage:
        page = make_page_of(make_page, Intent("subsidies"), **words)
        assert isinstance(page, SubsidyPage)
        page.period.show_period(period)
        page.period.changed.emit()
        qtbot.waitUntil(lambda: not page.desk.work.is_busy)
        return page

    return make


def states(page: SubsidyPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 7).data()) for row in range(model.rowCount())]


def told(page: SubsidyPage, qtbot: QtBot) -> None:
    """Tell the page that the ledger has changed, as the window does."""
    page.refresh(None)
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)


def tick(page: SubsidyPage, *wanted: str) -> int:
    """Tick every row in one of these states; give how many."""
    rows = [place for place, state in enumerate(states(page)) if state in wanted]
    for place in rows:
        page.table.toggle(place)
    return len(rows)


def test_the_page_lists_the_candidates_of_the_quarter(open_page: OpenPage, office: Ledger) -> None:
    page = open_page()

    found = office.subsidies.candidates(THIS)
    assert len(states(page)) == len(found) > 0
    assert states(page).count("可申报") == sum(one.claimable for one in found) > 0


def test_only_what_may_be_claimed_or_moved_on_can_be_ticked(open_page: OpenPage) -> None:
    page = open_page()

    page.table.toggle_all()

    assert len(page.table.ticked_rows) == states(page).count("可申报")
    assert not page.steps["2"].isEnabled()


def test_ticked_cases_become_claims(open_page: OpenPage, office: Ledger, qtbot: QtBot) -> None:
    before = office.count(ListQuery("subsidy"))
    page = open_page()
    number = tick(page, "可申报")
    assert page.make.text().strip() == f"生成申报（{number}）"

    page.make.click()
    told(page, qtbot)

    assert office.count(ListQuery("subsidy")) == before + number
    assert states(page).count("申报") == number
    assert not page.make.isEnabled()


def test_claims_are_checked_in_bulk_with_one_date(
    open_page: OpenPage, office: Ledger, messages: RecordedMessages, qtbot: QtBot
) -> None:
    page = open_page(LAST)
    number = tick(page, "复核通过")
    messages.answers.append("2026-03-10")

    page.steps["4"].click()
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)

    assert number > 0
    paid = office.subsidies.claims(LAST, ("4",))
    assert len(paid) == number
    assert {str(office.record(one).paid_on) for one in paid} == {"2026-03-10"}


def test_a_date_that_is_none_changes_nothing(
    open_page: OpenPage, office: Ledger, messages: RecordedMessages
) -> None:
    page = open_page(LAST)
    tick(page, "复核通过")
    messages.answers.append("2026-02-30")

    page.steps["4"].click()

    assert office.subsidies.claims(LAST, ("4",)) == []
    assert len(messages.said) == 2


def test_not_paying_asks_for_the_reason(
    open_page: OpenPage, office: Ledger, messages: RecordedMessages, qtbot: QtBot
) -> None:
    page = open_page(LAST)
    page.table.toggle(states(page).index("复核通过"))
    messages.answers.append("重复申报")

    page.steps["9"].click()
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)

    (refused,) = office.subsidies.claims(LAST, ("9",))
    assert office.record(refused).refused_reason == "重复申报"


def test_space_ticks_and_enter_opens_the_case(open_page: OpenPage, doors: ClosedDoors) -> None:
    page = open_page()
    place = states(page).index("可申报")
    page.table.setCurrentIndex(page.table.model().index(place, 1))

    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.table.ticked_rows) == 1
    QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert doors.opened[-1].type_name == "mediation_case"
    assert doors.opened[-1].record_id == page.found[place].id


def test_all_that_can_be_ticked_is_ticked_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    tickable = sum(state == "可申报" for state in states(page))
    QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.table.ticked_rows) >= tickable > 0
    QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.table.ticked_rows == []


def test_the_pay_sheet_holds_what_was_reviewed(
    open_page: OpenPage, office: Ledger, doors: ClosedDoors, messages: RecordedMessages
) -> None:
    page = open_page(LAST)
    page.open_paper("subsidy_sheet", ("3", "4"))
    assert doors.opened[-1].name == "subsidy_sheet"
    assert dict(doors.opened[-1].where)["id"] == tuple(office.subsidies.claims(LAST, ("3", "4")))

    page = open_page(Period("quarter", 2026, 2))
    page.open_paper("subsidy_sheet", ("3", "4"))
    assert "还没有复核通过" in messages.said[-1]


def test_a_filter_shows_one_kind_and_escape_shows_all(open_page: OpenPage) -> None:
    page = open_page()
    everything = len(states(page))
    page.filter.setCurrentIndex(1)
    page.filter.activated.emit(1)
    assert set(states(page)) == {"可申报"}

    assert page.step_back()
    assert len(states(page)) == everything
    assert not page.step_back()


def test_an_empty_ledger_offers_the_example_places(
    open_page: OpenPage, office_ledger: Ledger, messages: RecordedMessages, qtbot: QtBot
) -> None:
    page = open_page(ledger=office_ledger)
    assert page.missing.isVisible()
    messages.answers.extend(["高台县", "2026-01-01"])

    page.start()
    told(page, qtbot)

    assert office_ledger.count(ListQuery("subsidy_standard")) == 3
    assert not page.missing.isVisible()
