"""How a new case begins: today, two sides, and what is mostly as in the case before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.drafts import Draft

if TYPE_CHECKING:
    from datetime import date

__all__ = ["begin", "choose_oral", "choose_written", "take_back"]

_AS_BEFORE: Final = ("committee", "mediators", "source", "village")
_SUCCESS, _ORAL, _WRITTEN = "1", "1", "2"
_PERSON: Final = "01"


def begin(draft: Draft, before: Draft | None, today: date) -> None:
    """Fill an empty draft: accepted today, an applicant and a respondent, as last time.

    before: the case saved last. Names, numbers and stories are never taken over.
    """
    draft.values.setdefault("accepted_on", today)
    if before is not None:
        for name in _AS_BEFORE:
            if before.values.get(name) and name not in draft.values:
                draft.values[name] = before.values[name]
    nation = _usual_nation(before)
    for side in ("1", "2"):
        party = draft.add_row("parties")
        party.values["side"] = side
        if nation:
            party.values["nation"] = nation


def choose_oral(draft: Draft, today: date) -> None:
    """Make a new case an oral one: settled today by an oral agreement, to be filled in."""
    draft.values["form"] = _ORAL
    draft.values.setdefault("result", _SUCCESS)
    agreement = (draft.rows.get("agreements") or [None])[0] or draft.add_row("agreements")
    agreement.values["form"] = _ORAL
    agreement.values.setdefault("agreed_on", today)


def choose_written(draft: Draft) -> None:
    """Make a new case a written one; an oral agreement nobody wrote anything in goes."""
    if draft.values.get("form") != _ORAL:
        return
    draft.values.pop("form")
    rows = draft.rows.get("agreements", [])
    told = {"facts", "terms", "performance", "amount", "number"}
    if all(not (told & row.values.keys() or row.unread) for row in rows):
        rows.clear()
        draft.values.pop("result", None)
    for row in rows:
        row.values["form"] = _WRITTEN


def take_back(draft: Draft) -> list[Draft]:
    """Take the nation given in advance back from parties that are no natural persons.

    Gives those it was taken from; what is stored already is left as it is.
    """
    parties = [] if draft.stored else draft.rows.get("parties", [])
    wrong = [
        party
        for party in parties
        if party.values.get("kind") not in {None, _PERSON} and "nation" in party.values
    ]
    for party in wrong:
        del party.values["nation"]
    return wrong


def _usual_nation(before: Draft | None) -> str:
    """Give the nation the parties of the case before had in common, "" if they had none."""
    parties = [] if before is None else before.rows.get("parties", [])
    nations = {str(party.values.get("nation") or "") for party in parties}
    return nations.pop() if len(nations) == 1 else ""
