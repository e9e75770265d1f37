"""The papers page shows and prints a copy for publication when it is asked to."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.windows.papers_page import PapersPage, make_page
from forms.plan import Plan, TextRun
from tests.desktop.pages.conftest import MakePage


def words(plan: Plan | None) -> str:
    pages = plan.pages if plan else ()
    return "".join(one.text for page in pages for one in page.items if isinstance(one, TextRun))


def test_the_public_copy_is_shown_at_once(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot
) -> None:
    row = office.page(ListQuery("mediation_case"), 1)[0]
    name = office.record(row.id).parties[0].name
    intent = Intent(
        "papers", type_name="mediation_case", record_id=row.id, name="case_registration"
    )
    page = make_page_of(make_page, intent)
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: name in words(page.preview.plan))
    page.public.setChecked(True)
    qtbot.waitUntil(lambda: "公开稿" in words(page.preview.plan))
    assert name not in words(page.preview.plan)


def test_blank_forms_have_no_public_copy(make_page_of: MakePage) -> None:
    page = make_page_of(make_page, Intent("papers", type_name="mediation_case"))
    assert isinstance(page, PapersPage)
    assert not page.public.isVisible()
