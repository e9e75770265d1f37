"""The page of numbers over a real township: series, gaps, numbers used twice."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.windows.numbers_page import NumbersPage, make_page
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage


def shown(make: MakePage, qtbot: QtBot) -> NumbersPage:
    page = make(make_page, Intent("numbers"))
    assert isinstance(page, NumbersPage)
    qtbot.waitUntil(lambda: page.series.current is not None)
    return page


def test_a_removed_case_is_a_gap_with_its_reason(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot
) -> None:
    newest = ListQuery("mediation_case", sort="accepted_on", descending=True)
    first = office.page(newest, 1)[0]
    office.remove(first.id, "重复登记")
    page = shown(make_page_of, qtbot)
    current = page.findings.current
    assert current is not None
    assert current.texts[:2] == ("已删除", first.values["number"])


def test_a_number_used_twice_comes_first_and_its_records_open(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot, doors: ClosedDoors
) -> None:
    one, two = office.page(ListQuery("mediation_case", sort="number", descending=True), 2)
    draft = office.draft(one.id)
    assert draft is not None
    draft.give("number", two.values["number"])
    office.save(draft)
    page = shown(make_page_of, qtbot)
    assert page.series.current is not None
    assert page.series.current.texts[6] == "1"
    current = page.findings.current
    assert current is not None
    page.findings.opened.emit(current.what)
    assert doors.opened[-1].record_id in (one.id, two.id)


def test_the_year_before_is_one_step_away(make_page_of: MakePage, qtbot: QtBot) -> None:
    page = shown(make_page_of, qtbot)
    page.show_year(-1)
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)
    assert all("（2025）" in one.last_number for one in page.reports)
