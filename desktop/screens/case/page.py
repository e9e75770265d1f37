"""The page of one case: the generic form, with the workspace of a case joined to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.record_form import PreviewSlot, RecordPage, draft_for
from desktop.screens.case.beginning import begin
from desktop.screens.case.workspace import CaseWorkspace

if TYPE_CHECKING:
    from desktop.page import Desk, Intent, Page

__all__ = ["make_page"]


def make_page(desk: Desk, intent: Intent) -> Page:
    """Give the workspace of a stored case, or of a new one.

    Raises `RecordGone` when the case is not in the ledger.
    """
    draft = draft_for(desk, intent)
    if intent.page == "new":
        begin(draft, desk.ledger.latest(intent.type_name), desk.ledger.today)
    workspace = CaseWorkspace(desk, draft)
    slot = PreviewSlot(workspace.preview, workspace.preview.show_draft)
    page = RecordPage(desk, draft, slot, workspace)
    page.wants_room = True
    workspace.setParent(page)
    return page
