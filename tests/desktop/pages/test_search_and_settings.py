"""The one search box, and the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from db.store import WrongPassword
from desktop.page import Intent
from desktop.theme import LARGE, Theme
from desktop.windows import search_page, settings_page
from desktop.windows.search_page import SearchPage
from desktop.windows.settings_page import SettingsPage
from tests.conftest import NOW
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages


def words_of(page: QWidget) -> str:
    """Everything that can be read on a page now."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def find(make: MakePage, qtbot: QtBot, text: str) -> SearchPage:
    """The hits of a text."""
    page = make(search_page.make_page, Intent("search", name=text))
    assert isinstance(page, SearchPage)
    qtbot.waitUntil(lambda: not page.desk.work.is_busy)
    return page


def test_a_number_finds_its_record_and_enter_opens_it(
    make_page_of: MakePage, qtbot: QtBot, office: Ledger, doors: ClosedDoors
) -> None:
    row = office.page(ListQuery("mediation_case"), 1, 30)[0]
    page = find(make_page_of, qtbot, str(row.values["number"]))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert doors.opened == [Intent("record", "mediation_case", row.id)]


def test_hits_of_every_type_are_found_beside_one_another(
    make_page_of: MakePage, qtbot: QtBot
) -> None:
    page = find(make_page_of, qtbot, "柳林村")
    found = {hit.type_name for hit in page.hits}
    assert {"village", "committee", "mediation_case"} <= found


def test_nothing_found_says_what_can_be_typed(make_page_of: MakePage, qtbot: QtBot) -> None:
    page = find(make_page_of, qtbot, "查无此人甲乙")
    assert "没有找到“查无此人甲乙”" in words_of(page)
    assert page.empty.isVisible()


def settings(make: MakePage, **words: object) -> SettingsPage:
    """The settings page."""
    page = make(settings_page.make_page, Intent("settings"), **words)
    assert isinstance(page, SettingsPage)
    return page


def test_a_backup_is_made_and_listed(make_page_of: MakePage, qtbot: QtBot, office: Ledger) -> None:
    page = settings(make_page_of)
    before = len(office.store.backups())
    page.back_up_here()
    qtbot.waitUntil(lambda: "备份已做好" in words_of(page))
    assert len(office.store.backups()) == before + 1
    assert page.backups.current is not None


def test_a_backup_goes_to_the_folder_chosen(
    make_page_of: MakePage, qtbot: QtBot, messages: RecordedMessages, tmp_path: Path
) -> None:
    page = settings(make_page_of)
    messages.answers.append(tmp_path)
    page.back_up_away()
    qtbot.waitUntil(lambda: "备份已做好" in words_of(page))
    assert str(tmp_path) in words_of(page)


def test_the_other_look_is_asked_for(make_page_of: MakePage, doors: ClosedDoors) -> None:
    page = settings(make_page_of)
    next(one for one in page.findChildren(QPushButton) if one.text() == "深色").click()
    assert doors.looks == [(True, False)]


def type_passwords(page: SettingsPage, old: str, new: str, again: str) -> None:
    """Fill the three lines and press the button."""
    for line, text in ((page.old, old), (page.new, new), (page.again, again)):
        line.setText(text)
    page.change_password()


@pytest.mark.parametrize(
    ("new", "again", "told"),
    [("short", "short", "太短"), ("long enough", "long enougj", "不一样")],
)
def test_a_doubtful_password_is_not_taken(
    make_page_of: MakePage, new: str, again: str, told: str
) -> None:
    page = settings(make_page_of)
    type_passwords(page, "", new, again)
    assert told in words_of(page)
    assert not page.desk.work.is_busy


def locked(folder: Path) -> Ledger:
    """A ledger with a password."""
    return Ledger.create(
        folder, kind="office", name="清河镇司法所", code="410199103", password="first-password",
        operator="周建民", clock=lambda: NOW,
    )  # fmt: skip


def test_the_new_password_opens_the_ledger_and_the_old_does_not(
    make_page_of: MakePage, qtbot: QtBot, tmp_path: Path
) -> None:
    ledger = locked(tmp_path / "locked")
    page = settings(make_page_of, ledger=ledger)
    type_passwords(page, "first-password", "second-password", "second-password")
    qtbot.waitUntil(lambda: "密码已修改" in words_of(page), timeout=20_000)
    page.desk.work.finish()
    ledger.close()
    Ledger.open(tmp_path / "locked", password="second-password", operator="周建民").close()
    with pytest.raises(WrongPassword):
        Ledger.open(tmp_path / "locked", password="first-password", operator="周建民")


def test_a_wrong_old_password_changes_nothing(
    make_page_of: MakePage, qtbot: QtBot, tmp_path: Path
) -> None:
    ledger = locked(tmp_path / "locked")
    page = settings(make_page_of, ledger=ledger)
    type_passwords(page, "guessed-password", "second-password", "second-password")
    qtbot.waitUntil(lambda: "密码不对" in words_of(page), timeout=20_000)
    page.desk.work.finish()
    ledger.close()
    Ledger.open(tmp_path / "locked", password="first-password", operator="周建民").close()


def test_both_pages_fit_the_window_in_large_type(make_page_of: MakePage) -> None:
    dressed = Theme(dark=True, scale=LARGE)
    for factory, intent in (
        (search_page.make_page, Intent("search", name="村")),
        (settings_page.make_page, Intent("settings")),
    ):
        page = make_page_of(factory, intent, size=(1136, 600), dressed=dressed)
        assert page.minimumSizeHint().width() <= 1136
