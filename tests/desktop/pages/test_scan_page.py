"""Scans on the screen: recognised off the main thread, decided by a person, filed by one button."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.printing import print_paper
from desktop.theme import LARGE, Theme
from desktop.windows.scan_page import ScanPage, make_page
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages
from tests.forms import scanner


@pytest.fixture
def case(office: Ledger) -> RecordId:
    """A case of the township."""
    return office.page(ListQuery("mediation_case"), 1, 0)[0].id


@pytest.fixture
def folder(office: Ledger, case: RecordId, tmp_path: Path) -> Path:
    """A registration form, and a page without a code."""
    made = tmp_path / "scans"
    made.mkdir()
    chance = random.Random(1)
    pages = scanner.printed_pages(print_paper(office, "case_registration", [case]).pdf)
    for number, page in enumerate(pages, 1):
        (made / f"{number}.jpg").write_bytes(scanner.as_jpeg(page, chance))
    scanner.Image.new("L", (600, 800), 230).save(made / "证件.png")
    return made


def open_page(make: MakePage, record: str = "", **words: object) -> ScanPage:
    page = make(make_page, Intent("scans", record_id=record), **words)
    assert isinstance(page, ScanPage)
    return page


def taken(page: ScanPage, folder: Path, qtbot: QtBot) -> None:
    page.take([folder])
    qtbot.waitUntil(lambda: bool(page.found.all_pages), timeout=20_000)


def words_of(page: ScanPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def states(page: ScanPage) -> list[str]:
    """The words of the second column, from the top."""
    model = page.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def kept(office: Ledger, case: RecordId) -> int:
    draft = office.draft(case, "mediation_case")
    assert draft is not None
    return len(draft.rows.get("attachments", []))


def test_what_waits_for_a_decision_stands_on_top(
    make_page_of: MakePage, folder: Path, qtbot: QtBot
) -> None:
    page = open_page(make_page_of)
    assert not page.file.isEnabled()
    taken(page, folder, qtbot)
    assert states(page) == ["未识别", "已识别"]
    assert "待决定 1 页" in words_of(page)
    assert page.file.isEnabled()


def test_one_button_files_what_has_a_place(
    make_page_of: MakePage, office: Ledger, case: RecordId, folder: Path, qtbot: QtBot
) -> None:
    page = open_page(make_page_of)
    seen: list[object] = []
    page.desk.changes.happened.connect(seen.append)
    taken(page, folder, qtbot)
    page.file.click()
    qtbot.waitUntil(lambda: "已归入 1 页" in words_of(page), timeout=20_000)
    assert kept(office, case) == 1
    assert states(page) == ["未识别"]
    assert len(seen) == 1


def test_a_page_without_a_code_goes_to_the_case_that_is_chosen(
    make_page_of: MakePage, office: Ledger, case: RecordId, folder: Path, qtbot: QtBot
) -> None:
    page = open_page(make_page_of, case)
    taken(page, folder, qtbot)
    page.side.item.setCurrentIndex(page.side.item.findData("03"))
    page.side.put_here.click()
    assert states(page) == ["手工指定", "已识别"]
    page.file.click()
    qtbot.waitUntil(lambda: "已归入 2 页" in words_of(page), timeout=20_000)
    assert kept(office, case) == 2
    assert page.found.all_pages == []


def test_a_case_typed_but_not_chosen_takes_no_page(
    make_page_of: MakePage, case: RecordId, folder: Path, qtbot: QtBot
) -> None:
    page = open_page(make_page_of, case)
    taken(page, folder, qtbot)
    page.side.case.setText("别的案件")
    page.side.put_here.click()
    assert page.choices == {}


def test_several_pages_are_put_in_one_place_at_once(
    make_page_of: MakePage, case: RecordId, folder: Path, qtbot: QtBot
) -> None:
    scanner.Image.new("L", (600, 800), 220).save(folder / "证件2.png")
    page = open_page(make_page_of, case)
    taken(page, folder, qtbot)
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.table.model().index(1, 0), select)
    page.side.put_here.click()
    assert len(page.choices) == 2


def test_another_scan_of_the_same_page_replaces_it_when_told(
    make_page_of: MakePage, office: Ledger, case: RecordId, folder: Path, qtbot: QtBot
) -> None:
    first = scanner.Image.open(folder / "1.jpg")
    first.rotate(1.5, fillcolor=255).save(folder / "2.jpg")
    (folder / "证件.png").unlink()
    page = open_page(make_page_of)
    taken(page, folder, qtbot)
    assert states(page) == ["已有一份", "已识别"]
    page.side.swap.click()
    assert states(page)[0] == "将替换"
    page.file.click()
    qtbot.waitUntil(lambda: "已归入 2 页" in words_of(page), timeout=20_000)
    assert kept(office, case) == 1


def test_files_dropped_on_the_page_are_taken(
    make_page_of: MakePage, folder: Path, qtbot: QtBot
) -> None:
    page = open_page(make_page_of)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none
        )
    )
    qtbot.waitUntil(lambda: len(page.found.all_pages) == 2, timeout=20_000)


def test_files_added_later_join_those_shown(
    make_page_of: MakePage, folder: Path, qtbot: QtBot, messages: RecordedMessages
) -> None:
    page = open_page(make_page_of)
    messages.answers += [folder / "1.jpg", folder]
    page.choose_files()
    qtbot.waitUntil(lambda: len(page.found.all_pages) == 1, timeout=20_000)
    page.choose_folder()
    qtbot.waitUntil(lambda: len(page.found.all_pages) == 2, timeout=20_000)


def test_leaving_with_pages_not_filed_is_asked_about(
    make_page_of: MakePage, folder: Path, qtbot: QtBot, messages: RecordedMessages
) -> None:
    page = open_page(make_page_of)
    assert page.can_leave()
    taken(page, folder, qtbot)
    messages.answers.append(False)
    assert not page.can_leave()
    assert "1 页还没有归入" in messages.said[-1]


def test_the_page_fits_the_window_in_large_type(make_page_of: MakePage) -> None:
    page = open_page(make_page_of, size=(1136, 600), dressed=Theme(dark=True, scale=LARGE))
    assert page.minimumSizeHint().width() <= 1136
