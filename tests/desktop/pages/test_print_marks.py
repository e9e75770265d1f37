"""Beside each paper stands when it was last printed, and whether that still holds."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.ledger import Ledger, ListQuery
from desktop.page import Intent
from desktop.printing import print_paper
from desktop.windows.papers_page import PapersPage, make_page
from tests.desktop.pages.conftest import MakePage


def test_a_changed_paper_says_so_beside_its_name(
    make_page_of: MakePage, office: Ledger, qtbot: QtBot
) -> None:
    case = office.page(ListQuery("mediation_case"), 1, 21)[0].id
    cover, agreement = (
        print_paper(office, name, [case]).number for name in ("case_cover", "agreement")
    )
    draft = office.draft(case)
    assert draft is not None
    assert draft.give("filed_by", "周建民") is None
    office.save(draft)

    page = make_page_of(make_page, Intent("papers", "mediation_case", case))
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: page.preview.plan is not None)

    notes = page.papers.notes
    assert notes["case_cover"].text().endswith(f"打印 {cover}，\n此后已修改")
    assert notes["case_cover"].property("role") == "warning"
    assert notes["agreement"].text().endswith(f"打印 {agreement}")
    assert notes["agreement"].property("role") == "small"
    assert notes["case_registration"].isHidden()
