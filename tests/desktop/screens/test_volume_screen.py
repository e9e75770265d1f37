"""A volume of several cases is bound from its own screen."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.record_form import RecordPage
from desktop.screens.volume import make_page
from desktop.screens.volume.binding import VolumeBinding
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages


def volume_page(make_page_of: MakePage, office: Ledger) -> tuple[RecordPage, VolumeBinding]:
    """The screen of some volume of the demo township."""
    row = office.page(ListQuery("volume"), 1, 0)[0]
    page = make_page_of(make_page, Intent("record", "volume", row.id))
    assert isinstance(page, RecordPage)
    binding = page.findChild(VolumeBinding)
    assert isinstance(binding, VolumeBinding)
    return page, binding


def test_what_the_volume_lacks_is_said_before_it_is_bound(
    make_page_of: MakePage, office: Ledger
) -> None:
    page, binding = volume_page(make_page_of, office)
    page.print()
    assert binding.tab.isVisible()
    assert binding.bind_button.hasFocus() or not page.isActiveWindow()
    assert binding.state.text().startswith(("还缺", "必须件已齐"))


def test_a_volume_of_several_cases_is_bound_and_shown(
    qtbot: QtBot,
    make_page_of: MakePage,
    office: Ledger,
    messages: RecordedMessages,
    doors: ClosedDoors,
    tmp_path: Path,
) -> None:
    page, binding = volume_page(make_page_of, office)
    file = tmp_path / "合卷.pdf"
    messages.answers.append(file)
    binding.keys[0].action()
    qtbot.waitUntil(lambda: bool(doors.said) and not page.desk.work.is_busy, timeout=20_000)
    plan = binding.preview.plan
    assert plan is not None
    assert f"已装订 {len(plan.pages)} 页" in doors.said[-1]
    assert file.read_bytes().startswith(b"%PDF")


def test_without_a_printer_the_whole_volume_says_what_to_do(
    make_page_of: MakePage, office: Ledger, messages: RecordedMessages
) -> None:
    page, binding = volume_page(make_page_of, office)
    page.print()
    if binding.preview.printer:
        return
    binding.print_button.click()
    assert "没有安装打印机" in messages.said[-1]
