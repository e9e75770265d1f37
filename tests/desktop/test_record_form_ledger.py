"""The form on a real ledger: saved, kept over a restart, drawn on paper while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from db.drafts import Draft
from db.kinds import RecordId
from db.ledger import Ledger
from db.ledger.demo import fill_demo
from desktop.page import Desk, Intent
from desktop.record_form import PaperPreview, RecordGone, RecordPage, subject_of_draft
from desktop.theme import Theme
from desktop.windows.record_page import make_page
from tests.conftest import FixedClock
from tests.desktop.form_pages import RecordedDoors, editor
from tests.desktop.recorded_messages import RecordedMessages
from tests.desktop.typing import type_text
from tests.examples import EXAMPLES

OPERATOR = "周建民"

OpenPage = Callable[[Intent], RecordPage]


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with some records of every type."""
    folder = tmp_path_factory.mktemp("township") / "ledger"
    made = Ledger.create(
        folder, clock=FixedClock(), kind="office", name="清河镇司法所", code="410199103",
        password=None, operator=OPERATOR,
    )  # fmt: skip
    fill_demo(made, cases=12, seed=1)
    made.close()
    return folder


@pytest.fixture
def ledger(tmp_path: Path, township: Path, clock: FixedClock) -> Iterator[Ledger]:
    """A ledger of its own with those records."""
    folder = tmp_path / "ledger"
    copytree(township, folder)
    made = Ledger.open(folder, clock=clock)
    yield made
    made.close()


def desk_of(ledger: Ledger, theme: Theme) -> Desk:
    """A desk with that ledger, doors that lead nowhere and silent messages."""
    unused: Any = None
    return Desk(
        ledger, theme, RecordedMessages(), unused, cast("Any", RecordedDoors()), unused, OPERATOR
    )


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, ledger: Ledger) -> OpenPage:
    """Show the form of an intent, every card built."""

    def show(intent: Intent) -> RecordPage:
        page = make_page(desk_of(ledger, theme), intent)
        assert isinstance(page, RecordPage)
        qtbot.addWidget(page)
        page.resize(1182, 620)
        page.show()
        qtbot.waitExposed(page)
        page.form.sheet.finish()
        return page

    return show


def the_case(ledger: Ledger) -> Draft:
    """The case saved last."""
    found = ledger.latest("mediation_case")
    assert found is not None
    return found


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_form_of_every_type_gives_back_the_values_it_was_given(
    ledger: Ledger, open_page: OpenPage, name: str
) -> None:
    stored = ledger.latest(name)
    assert stored is not None
    page = open_page(Intent("record", name, stored.id))
    for cell in page.form.sheet.cells():
        cell.editor.settle()
        if not cell.editor.is_empty:
            cell.editor.edited.emit()
    values = {cell.field.name for cell in page.form.sheet.cells() if cell.draft.changed()}
    assert not values, {n: stored.values.get(n) for n in values}


def test_what_is_typed_into_a_stored_case_is_saved_and_in_its_history(
    ledger: Ledger, open_page: OpenPage
) -> None:
    case = the_case(ledger)
    page = open_page(Intent("record", "mediation_case", case.id))
    type_text(editor(page, "place").keys, "新")
    while not page.save():
        assert not page.form.session.errors, page.form.session.errors
    assert ledger.history(case.id)[0].after.startswith("新")
    assert page.tabs.history.table.model().rowCount() >= 2


def test_a_kept_draft_is_on_the_disk_with_what_could_not_be_read(
    ledger: Ledger, open_page: OpenPage
) -> None:
    page = open_page(Intent("new", "village"))
    type_text(editor(page, "name").keys, "柳湾村")
    type_text(editor(page, "counted_on").keys, "20260231")
    page.can_leave()
    beside = ledger.second()
    kept = beside.kept_draft("village", None)
    assert kept is not None
    assert kept.draft.values["name"] == "柳湾村"
    assert kept.draft.unread["counted_on"][0] == "20260231"
    beside.close()


def test_the_paper_beside_the_form_follows_the_typing(
    qtbot: QtBot, ledger: Ledger, open_page: OpenPage
) -> None:
    page = open_page(Intent("record", "mediation_case", the_case(ledger).id))
    pane = page.findChild(PaperPreview)
    assert pane is not None
    qtbot.waitUntil(lambda: pane.pages.plan is not None)
    before = pane.pages.plan
    type_text(editor(page, "volume_name").keys, "新卷名")
    qtbot.waitUntil(lambda: pane.pages.plan is not before)


def test_a_draft_is_a_subject_like_the_stored_record(ledger: Ledger) -> None:
    case = the_case(ledger)
    stored = ledger.subject(case.id, "mediation_case")
    assert stored is not None
    drafted = subject_of_draft(ledger, case).values
    for name in ("number", "committee", "accepted_on", "dispute_type"):
        assert _bare(drafted[name]) == _bare(stored.values[name])
    assert [one["name"] for one in drafted["parties"]] == [
        one["name"] for one in stored.values["parties"]
    ]


def test_a_record_that_is_gone_is_told_as_a_fault(theme: Theme, ledger: Ledger) -> None:
    gone = Intent("record", "village", "0195a000-0000-7000-8000-00000000dead")
    with pytest.raises(RecordGone, match="已不在台账里"):
        make_page(desk_of(ledger, theme), gone)


def _bare(value: object) -> object:
    """The id of a linked record, else the value itself."""
    if isinstance(value, dict):
        return RecordId(str(cast("dict[str, object]", value)["id"]))
    return value
