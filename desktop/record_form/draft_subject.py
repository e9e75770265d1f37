"""A draft as papers see a record: nested plain values, links followed in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.kinds import Link, Links, RecordId, Rows
from db.ledger import Subject

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger import Ledger

__all__ = ["subject_of_draft"]


def subject_of_draft(ledger: Ledger, draft: Draft) -> Subject:
    """Give the subject of what is typed so far; a link not found yet is left empty."""
    return Subject(draft.type.name, _nested(ledger, draft))


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
