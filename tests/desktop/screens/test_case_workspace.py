"""The case as a workspace: steps, what is missing, papers beside, all by the keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.drafts import Draft
from db.ledger import Ledger, ListQuery
from desktop.editors import FieldEditor
from desktop.page import Intent
from desktop.record_form import RecordPage
from desktop.screens.case import make_page
from desktop.screens.case.workspace import CaseWorkspace
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages
from tests.desktop.typing import press, type_text

ENTER = Qt.Key.Key_Return
SIZE = (1310, 622)


class Clerk:
    """Types like a clerk who never takes the mouse, and counts every key."""

    def __init__(self, page: RecordPage) -> None:
        self.page = page
        self.keys = 0

    @property
    def field(self) -> str:
        """The name of the field the cursor is in."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, FieldEditor):
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    def type(self, text: str, *, counted: bool = True) -> None:
        """Type into whatever has the cursor; names and narrative are not counted."""
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)
        self.keys += len(text) if counted else 0

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press one key."""
        widget = QApplication.focusWidget()
        assert widget is not None
        press(widget, key, ctrl=ctrl)
        self.keys += 1

    def enter(self, expected: str, text: str = "", *, counted: bool = True) -> None:
        """Fill the field the cursor has come to by itself, and go on."""
        assert self.field == expected, (self.field, expected)
        if text:
            self.type(text, counted=counted)
        long_text = expected in {"summary", "terms", "performance"}
        self.press(ENTER, ctrl=long_text)


def workspace(page: RecordPage) -> CaseWorkspace:
    """The workspace joined to a page."""
    found = page.findChild(CaseWorkspace)
    assert isinstance(found, CaseWorkspace)
    return found


@pytest.fixture
def new_case(make_page_of: MakePage) -> RecordPage:
    """The workspace of a new case over the office's ledger."""
    page = make_page_of(make_page, Intent("new", type_name="mediation_case"), size=SIZE)
    assert isinstance(page, RecordPage)
    page.activateWindow()
    return page


def some_case(office: Ledger, **equal: str) -> Draft:
    """A stored case of the demo township."""
    rows = office.page(ListQuery("mediation_case", where=tuple(equal.items())), 50, 0)
    drafts = (office.draft(row.id, "mediation_case") for row in rows)
    return next(draft for draft in drafts if draft is not None)


def open_case(make_page_of: MakePage, draft: Draft) -> RecordPage:
    """The workspace of a stored case."""
    page = make_page_of(make_page, Intent("record", "mediation_case", draft.id), size=SIZE)
    assert isinstance(page, RecordPage)
    return page


def test_a_new_case_begins_with_two_sides_accepted_today(
    new_case: RecordPage, office: Ledger
) -> None:
    draft = new_case.form.draft
    assert [row.values["side"] for row in draft.rows["parties"]] == ["1", "2"]
    assert draft.values["accepted_on"] == office.today
    latest = office.latest("mediation_case")
    assert latest is not None
    assert draft.values["committee"] == latest.values["committee"]
    assert "summary" not in draft.values
    assert not new_case.form.session.touched


def test_a_simple_oral_case_takes_sixty_keystrokes_beyond_names_and_story(
    new_case: RecordPage, office: Ledger
) -> None:
    workspace(new_case).choose(oral=True)
    clerk = Clerk(new_case)
    clerk.enter("dispute_type", "2")
    for name, sex, age, phone in (
        ("苗长顺", "1", "56", "13800000301"),
        ("苗春来", "1", "48", "13800000302"),
    ):
        clerk.enter("name", name, counted=False)
        clerk.enter("id_number")
        clerk.enter("sex", sex)
        clerk.enter("age", age)
        clerk.enter("occupation")
        clerk.enter("contact", phone)
        clerk.enter("address", "清河镇杨树屯村三组", counted=False)
    clerk.enter("summary", "双方因排水沟淤塞发生争吵。", counted=False)
    clerk.enter("terms", "双方共同清淤，今后各管一半。", counted=False)
    clerk.enter("performance", "三日内清完。", counted=False)
    clerk.enter("amount")
    clerk.press(Qt.Key.Key_Return)
    new_case.save()
    clerk.keys += 1  # Ctrl+S

    draft = new_case.form.draft
    assert draft.stored, new_case.form.session.problems
    assert clerk.keys <= 60
    stored: Any = office.record(draft.id, "mediation_case")
    assert (stored.form, stored.result, stored.state) == ("1", "1", "03")
    assert [party.name for party in stored.parties] == ["苗长顺", "苗春来"]
    assert stored.agreements[0].terms == "双方共同清淤，今后各管一半。"


def test_enter_passes_over_what_is_filled_in(new_case: RecordPage) -> None:
    clerk = Clerk(new_case)
    assert clerk.field == "name"
    clerk.enter("name", "苗长顺", counted=False)
    clerk.enter("id_number", "410199196909300138")
    # Sex and birth day follow from the number, the nation from the case before.
    assert clerk.field not in {"sex", "born_on", "nation"}


def test_past_the_last_field_of_a_step_the_next_one_shows(new_case: RecordPage) -> None:
    strip = workspace(new_case).strip
    new_case.form.sheet.show_step("inquire")
    assert workspace(new_case).go_on()
    assert strip.buttons["mediate"].isChecked()


def test_a_missing_thing_leads_to_its_field_in_its_step(
    qtbot: QtBot, make_page_of: MakePage, office: Ledger
) -> None:
    page = open_case(make_page_of, some_case(office, state="03"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    workspace(page).go_to("retention")
    assert workspace(page).strip.buttons["file"].isChecked()
    assert Clerk(page).field == "retention"
    workspace(page).go_to("follow_ups")
    assert workspace(page).strip.buttons["visit"].isChecked()
    assert len(page.form.draft.rows["follow_ups"]) >= 1


def test_a_problem_in_another_step_is_gone_to_when_saving(new_case: RecordPage) -> None:
    workspace(new_case).show_step("file")
    assert not new_case.save()
    assert new_case.form.sheet.step == "register"
    assert workspace(new_case).strip.buttons["register"].isChecked()


def test_the_strip_tells_what_is_late(make_page_of: MakePage, office: Ledger) -> None:
    draft = some_case(office, state="02")
    draft.values["accepted_on"] = office.today - timedelta(days=90)
    draft.values.pop("extended_until", None)
    office.save(draft, "测试")
    page = open_case(make_page_of, draft)
    button = workspace(page).strip.buttons["mediate"]
    assert button.state == "late"
    assert "已到期" in button.accessibleName()


def test_rows_made_in_one_step_are_completed_in_another(
    make_page_of: MakePage, office: Ledger
) -> None:
    page = open_case(make_page_of, some_case(office, state="02"))
    page.form.sheet.finish()
    page.form.sheet.go_to_rows("agreements")
    row = page.form.draft.rows["agreements"][-1]
    workspace(page).show_step("perform")
    cell = page.form.sheet.cell_of(row, "performance_state")
    assert cell is not None
    assert cell.editor.isVisible()


def test_the_paper_of_the_step_stands_beside_it(make_page_of: MakePage, office: Ledger) -> None:
    page = open_case(make_page_of, some_case(office, state="03", form="2"))
    found = workspace(page)
    found.show_step("agree")
    assert found.preview.paper == "agreement"
    found.show_step("file")
    assert found.preview.paper == "case_cover"


def test_choosing_oral_and_back_loses_nothing_typed(new_case: RecordPage) -> None:
    name = new_case.form.sheet.cell_of(new_case.form.draft.rows["parties"][0], "name")
    assert name is not None
    name.editor.setFocus()
    type_text(name.editor.keys, "苗长顺")
    workspace(new_case).choose(oral=True)
    assert new_case.form.draft.values["form"] == "1"
    workspace(new_case).choose(oral=False)
    assert "form" not in new_case.form.draft.values
    assert new_case.form.draft.rows["agreements"] == []
    assert new_case.form.draft.rows["parties"][0].values["name"] == "苗长顺"


def test_a_written_case_is_saved_whole_without_leaving_its_screen(
    qtbot: QtBot,
    make_page_of: MakePage,
    office: Ledger,
    messages: RecordedMessages,
    doors: ClosedDoors,
    tmp_path: Path,
) -> None:
    page = open_case(make_page_of, some_case(office, state="03", form="2"))
    page.print()
    tab = workspace(page).papers
    assert tab.isVisible()
    papers = set(tab.list.ticked_names)
    assert {"case_registration", "mediation_record", "agreement", "case_cover"} <= papers
    messages.answers.append(tmp_path / "全部.pdf")
    tab.save_button.click()
    qtbot.waitUntil(lambda: bool(doors.said) and not page.desk.work.is_busy, timeout=20_000)
    assert (tmp_path / "全部.pdf").read_bytes().startswith(b"%PDF")
    assert doors.opened == []
    assert "打印编号" in doors.said[-1]


def test_the_whole_volume_is_bound_from_the_screen_and_shown(
    qtbot: QtBot,
    make_page_of: MakePage,
    office: Ledger,
    messages: RecordedMessages,
    doors: ClosedDoors,
    tmp_path: Path,
) -> None:
    page = open_case(make_page_of, some_case(office, state="03", form="2"))
    page.print()
    tab = workspace(page).papers
    messages.answers.append(tmp_path / "卷宗.pdf")
    tab.volume.bind.click()
    qtbot.waitUntil(lambda: bool(doors.said) and not page.desk.work.is_busy, timeout=30_000)
    assert (tmp_path / "卷宗.pdf").read_bytes().startswith(b"%PDF")
    plan = tab.preview.plan
    assert plan is not None
    assert f"已装订 {len(plan.pages)} 页" in doors.said[-1]


def test_an_attached_file_is_seen_by_the_page_at_once(
    qtbot: QtBot,
    make_page_of: MakePage,
    office: Ledger,
    messages: RecordedMessages,
    doors: ClosedDoors,
    tmp_path: Path,
) -> None:
    page = open_case(make_page_of, some_case(office, state="03", form="2"))
    page.desk.changes.happened.connect(page.refresh)  # as the window does
    before = len(page.form.draft.rows.get("attachments", ()))
    page.print()
    file = tmp_path / "身份证.png"
    Image.new("RGB", (60, 40), "white").save(file)
    messages.answers.extend(["03 当事人身份证明", file])
    tab = workspace(page).papers
    tab.volume.attach_wanted.emit()
    qtbot.waitUntil(lambda: bool(doors.said) and not page.desk.work.is_busy, timeout=20_000)
    assert len(page.form.draft.rows["attachments"]) == before + 1
    assert not any(gap.item == "03" for gap in office.volumes.gaps_of_draft(page.form.draft))
