"""The way of printing in the window: chosen on the papers page, set and begun in the settings."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from db.ledger.profiles import TYPE, new_profile, use_profile
from desktop.own_papers import check_paper
from desktop.page import Intent
from desktop.windows import papers_page, record_page, settings_page
from desktop.windows.papers_page import PapersPage
from desktop.windows.profile_card import ProfileCard
from forms.declaration import paper_source
from forms.plan import Plan, TextRun
from tests.desktop.closed_doors import ClosedDoors
from tests.desktop.pages.conftest import MakePage
from tests.desktop.recorded_messages import RecordedMessages


def case_of(office: Ledger) -> str:
    return office.page(ListQuery("mediation_case"), 1, 30)[0].id


def short_opening(office: Ledger) -> str:
    made = new_profile(office, "河阳县样式")
    draft = office.draft(made, TYPE)
    assert draft is not None
    draft.give("opening", "短句")
    office.save(draft)
    return made


def text_of(plan: Plan | None) -> str:
    pages = () if plan is None else plan.pages
    return "".join(one.text for page in pages for one in page.items if isinstance(one, TextRun))


def shown(page: PapersPage, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not page.desk.work.is_busy and bool(text_of(page.preview.plan)))
    return text_of(page.preview.plan)


def test_a_paper_is_drawn_again_in_the_profile_that_is_chosen(
    make_page_of: MakePage, qtbot: QtBot, office: Ledger
) -> None:
    made = short_opening(office)
    intent = Intent("papers", "mediation_case", case_of(office), name="case_registration")
    page = make_page_of(papers_page.make_page, intent)
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: bool(page.papers.shown))
    assert "本人民调解委员会经" not in shown(page, qtbot)
    page.profile.setCurrentIndex(page.profile.findData(made))
    qtbot.waitUntil(lambda: "本人民调解委员会经" in shown(page, qtbot))


def test_the_default_of_the_office_is_named_and_used(
    make_page_of: MakePage, qtbot: QtBot, office: Ledger
) -> None:
    use_profile(office, short_opening(office))  # pyright: ignore[reportArgumentType]
    intent = Intent("papers", "mediation_case", case_of(office), name="case_registration")
    page = make_page_of(papers_page.make_page, intent)
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: bool(page.papers.shown))
    assert page.profile.currentText() == "默认样式（河阳县样式）"
    assert "本人民调解委员会经" in shown(page, qtbot)


@pytest.fixture(autouse=True)
def without_profiles(office: Ledger) -> None:
    """An office that has no way of printing of its own yet."""
    for one in office.papers.profiles():
        office.remove(RecordId(one.id), "测试")


def card_of(make: MakePage) -> ProfileCard:
    [card] = make(settings_page.make_page, Intent("settings")).findChildren(ProfileCard)
    return card


def test_a_profile_chosen_in_the_settings_becomes_the_default(
    make_page_of: MakePage, office: Ledger
) -> None:
    made = short_opening(office)
    card = card_of(make_page_of)
    card.default.setCurrentIndex(card.default.findData(made))
    used = office.papers.default_profile()
    assert used is not None
    assert used.id == made
    card.default.setCurrentIndex(card.default.findData("national"))
    assert office.papers.default_profile() is None


def test_a_profile_that_cannot_be_used_any_more_leaves_the_default_as_it_was(
    make_page_of: MakePage, office: Ledger, messages: RecordedMessages
) -> None:
    use_profile(office, used := RecordId(short_opening(office)))
    broken = new_profile(office, "旧样式")
    office.check_papers_by(check_paper)
    draft = office.draft(broken, TYPE)
    assert draft is not None
    draft.add_row("editions").take({"paper": "调解卷宗封面", "content": "no paper"})
    with office.store.change() as scope:  # as an older edition of the program took it
        scope.save(draft)
    card = card_of(make_page_of)
    card.default.setCurrentIndex(card.default.findData(broken))
    assert "样式不能保存" in messages.said[-1]
    kept = office.papers.default_profile()
    assert kept is not None
    assert kept.id == used


def test_the_shipped_local_profile_becomes_a_record_that_can_be_changed(
    make_page_of: MakePage, office: Ledger
) -> None:
    card = card_of(make_page_of)
    card.default.setCurrentIndex(card.default.findData("local"))
    used = office.papers.default_profile()
    assert used is not None
    assert (used.name, used.base) == ("本所样式", "local")
    assert card.default.currentText() == "本所样式"


def test_copying_a_shipped_paper_puts_its_text_into_the_profile_and_opens_it(
    make_page_of: MakePage, office: Ledger, doors: ClosedDoors
) -> None:
    card = card_of(make_page_of)
    card.paper.setCurrentIndex(card.paper.findData("transfer_reply"))
    card.copy.click()
    used = office.papers.default_profile()
    assert used is not None
    assert used.editions == (("移送回执", paper_source("transfer_reply").strip()),)
    assert doors.opened == [Intent("record", TYPE, used.id)]
    card.copy.click()
    assert len(office.papers.profiles()) == 1


def test_the_form_of_a_profile_shows_the_text_of_its_papers(
    make_page_of: MakePage, qtbot: QtBot, doors: ClosedDoors
) -> None:
    card_of(make_page_of).copy.click()
    page = make_page_of(record_page.make_page, doors.opened[0])
    qtbot.waitUntil(page.is_settled)
    assert page.title == "本所样式"
    texts = [one.toPlainText() for one in page.findChildren(QPlainTextEdit)]
    assert paper_source("case_cover").strip() in texts
