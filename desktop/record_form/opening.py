"""The draft a form begins with: a stored record, or an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.faults import Fault
from db.kinds import RecordId

if TYPE_CHECKING:
    from db.drafts import Draft
    from desktop.page import Desk, Intent

__all__ = ["RecordGone", "draft_for"]


class RecordGone(Fault):
    """The record asked for is not in the ledger any more."""

    def __init__(self) -> None:
        super().__init__("这条记录已不在台账里。", "它可能已移到回收站，请刷新列表。")


def draft_for(desk: Desk, intent: Intent) -> Draft:
    """Give the draft of an intent: "record" a stored record, "new" an empty one.

    Raises `RecordGone` when the record is not in the ledger.
    """
    if intent.page == "new":
        return desk.ledger.new_draft(intent.type_name)
    found = desk.ledger.draft(RecordId(intent.record_id), intent.type_name or None)
    if found is None:
        raise RecordGone
    return found
