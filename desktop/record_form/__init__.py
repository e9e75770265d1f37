"""The generic form page of any record type, made from its declaration."""

from __future__ import annotations

from db.kinds import RecordId
from desktop.page import Desk, Intent, Page
from desktop.record_form.page import PreviewSlot, RecordPage

__all__ = ["PreviewSlot", "RecordPage", "make_page"]


def make_page(desk: Desk, intent: Intent) -> Page:
    """Give the page of an intent: "record" shows a stored record, "new" an empty form.

    LookupError when the record is not in the ledger.
    """
    if intent.page == "new":
        return RecordPage(desk, desk.ledger.new_draft(intent.type_name))
    draft = desk.ledger.draft(RecordId(intent.record_id), intent.type_name or None)
    if draft is None:
        raise LookupError(intent.record_id)
    return RecordPage(desk, draft)
