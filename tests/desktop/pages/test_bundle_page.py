"""Bundles on the screen: looked at before they are taken, ended in one of three sentences."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.exchange import Counts
from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.theme import LARGE, Theme
from desktop.windows.bundle_page import BundlePage, make_page
from desktop.windows.bundle_view import ending
from tests.conftest import NOW
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages


@pytest.fixture
def county(tmp_path: Path) -> Generator[Ledger]:
    """The county's ledger, empty."""
    made = Ledger.create(
        tmp_path / "county", kind="county", name="清河县司法局", code="410199", password=None,
        operator="局管理员", clock=lambda: NOW,
    )  # fmt: skip
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path, office: Ledger, county: Ledger) -> Path:
    """A stick with both cards on it; each side has enrolled the other."""
    folder = tmp_path / "stick"
    folder.mkdir()
    office.carry.write_card(folder / "office.card")
    county.carry.write_card(folder / "county.card")
    office.carry.enrol(folder / "county.card")
    county.carry.enrol(folder / "office.card")
    return folder


def open_bundles(make: MakePage, ledger: Ledger, **words: object) -> BundlePage:
    """The page over a ledger."""
    page = make(make_page, Intent("bundles"), ledger=ledger, **words)
    assert isinstance(page, BundlePage)
    return page


def words_of(page: QWidget) -> str:
    """Everything that can be read on a page now."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


@pytest.fixture
def bundle(office: Ledger, stick: Path) -> Path:
    """The office's bundle for the county."""
    return office.carry.make("410199", stick).file


def test_the_fingerprints_can_be_read_on_the_telephone(
    make_page_of: MakePage, office: Ledger, county: Ledger, stick: Path, qtbot: QtBot
) -> None:
    page = open_bundles(make_page_of, office)
    assert stick.is_dir()
    qtbot.waitUntil(lambda: "410199103" in words_of(page))
    assert office.carry.own_card().fingerprint in words_of(page)
    assert county.carry.own_card().fingerprint in words_of(page)


def test_a_bundle_is_written_and_the_stick_may_be_pulled_out(
    make_page_of: MakePage, office: Ledger, stick: Path, qtbot: QtBot, messages: RecordedMessages
) -> None:
    page = open_bundles(make_page_of, office)
    messages.answers.append(stick)
    send = next(one for one in page.findChildren(QPushButton) if "生成数据包" in one.text())
    send.click()
    qtbot.waitUntil(lambda: "可以拔出" in words_of(page))
    assert len(list(stick.glob("*.sfb"))) == 1
    assert [note.direction for note in office.carry.bundles()] == ["made"]


def test_looking_shows_counts_that_add_up_and_changes_nothing(
    make_page_of: MakePage, county: Ledger, bundle: Path, qtbot: QtBot, messages: RecordedMessages
) -> None:
    page = open_bundles(make_page_of, county)
    messages.answers.append(bundle)
    page.look_at()
    qtbot.waitUntil(page.bundle.isVisible, timeout=20_000)
    numbers = [int(one.text()) for one in page.bundle.numbers.values()]
    assert f"＝{sum(numbers)} 项" in words_of(page)
    assert sum(numbers) > 0
    assert county.count(ListQuery("mediation_case")) == 0


def test_taking_ends_with_everything_done_and_a_receipt_code(
    make_page_of: MakePage, county: Ledger, office: Ledger, bundle: Path, qtbot: QtBot,
    messages: RecordedMessages,
) -> None:  # fmt: skip
    page = open_bundles(make_page_of, county)
    seen: list[object] = []
    page.desk.changes.happened.connect(seen.append)
    messages.answers.append(bundle)
    page.look_at()
    qtbot.waitUntil(page.bundle.isVisible, timeout=20_000)
    page.take()
    qtbot.waitUntil(lambda: "全部完成" in words_of(page), timeout=60_000)
    assert "电话回执码" in words_of(page)
    cases = ListQuery("mediation_case")
    assert county.count(cases) == office.count(cases)
    assert seen


def test_what_is_no_bundle_is_not_taken(
    make_page_of: MakePage, county: Ledger, stick: Path, qtbot: QtBot, messages: RecordedMessages
) -> None:
    page = open_bundles(make_page_of, county)
    messages.answers.append(stick / "office.card")
    page.look_at()
    qtbot.waitUntil(lambda: "未导入，数据未动" in words_of(page))


def test_open_business_is_counted_in_the_last_sentence() -> None:
    assert ending(Counts(applied=5, same=2)) == "全部完成"
    assert ending(Counts(applied=5, held=1, conflict=2, refused=3)) == "完成，有 6 条待处理"


def test_a_receipt_code_from_the_telephone_is_taken(
    make_page_of: MakePage, office: Ledger, county: Ledger, bundle: Path,
    messages: RecordedMessages,
) -> None:  # fmt: skip
    code = county.carry.take(bundle).receipt_code
    page = open_bundles(make_page_of, office)
    messages.answers.append(code)
    page.take_receipt_code()
    assert "对方已收到" in words_of(page)


def test_bundles_fit_the_window_in_large_type(make_page_of: MakePage, office: Ledger) -> None:
    dressed = Theme(dark=True, scale=LARGE)
    page = open_bundles(make_page_of, office, size=(1136, 600), dressed=dressed)
    assert page.minimumSizeHint().width() <= 1136
