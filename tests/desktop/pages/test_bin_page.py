"""The waste bin over a real township: what was removed comes back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.windows.bin_page import BinPage, make_page
from tests.desktop.pages.conftest import MakePage


def test_a_removed_record_is_listed_with_its_reason_and_comes_back(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot
) -> None:
    first = office.page(ListQuery("person"), 1)[0]
    before = office.count(ListQuery("person"))
    office.remove(first.id, "重复登记")
    page = make_page_of(make_page, Intent("bin"))
    assert isinstance(page, BinPage)
    qtbot.waitUntil(lambda: page.table.current is not None)
    current = page.table.current
    assert current is not None
    assert current.texts[1] == office.title("person", first.id)
    assert current.texts[4] == "重复登记"
    page.back.click()
    assert office.count(ListQuery("person")) == before
    assert "已恢复" in page.said.accessibleName()
