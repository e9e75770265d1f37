"""A draft as papers see a record: nested plain values, links followed in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.kinds import Link, Links, RecordId, Rows
from db.ledger import Subject
from desktop.own_papers import profile_for
from forms.blocks import PaperFault
from forms.catalogue import lay_out

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger import Ledger
    from forms.plan import Plan

__all__ = ["plan_of_draft", "subject_of_draft"]


def subject_of_draft(ledger: Ledger, draft: Draft) -> Subject:
    """Give the subject of what is typed so far; a link not found yet is left empty."""
    return Subject(draft.type.name, _nested(ledger, draft))


def plan_of_draft(ledger: Ledger, draft: Draft, paper: str) -> Plan | None:
    """Give the pages of a paper of what is typed so far, as the office prints it.

    None where the office's own edition of the paper is written wrongly; printing says what
    is wrong.
    """
    ids = [draft.id] if draft.stored else []
    try:
        used = profile_for(ledger, type_name=draft.type.name, ids=ids)
        return lay_out(paper, [subject_of_draft(ledger, draft)], profile=used, today=ledger.today)
    except PaperFault:
        return None


def _nested(ledger: Ledger, draft: Draft) -> dict[str, Any]:
    values: dict[str, Any] = {"id": draft.id, "type": draft.type.name, "title": ""}
    for f in draft.type.fields:
        kind, value = f.kind, draft.values.get(f.name)
        if isinstance(kind, Rows):
            values[f.name] = [_nested(ledger, one) for one in draft.rows.get(f.name, [])]
        elif isinstance(kind, Link):
            values[f.name] = None if f.owner else _linked(ledger, kind.target, value)
        elif isinstance(kind, Links):
            found = [_linked(ledger, kind.target, one) for one in value or ()]
            values[f.name] = [one for one in found if one is not None]
        else:
            values[f.name] = value
    return values


def _linked(ledger: Ledger, target: str, given: object) -> dict[str, Any] | None:
    text = str(given or "")
    if len(text) != 36:  # a number or title that the draft has not looked up yet
        return None
    subject = ledger.subject(RecordId(text), target)
    return None if subject is None else subject.values
