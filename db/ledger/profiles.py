"""An office's own ways of printing (文书样式), as plain values for whoever prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.codes import code_list
from db.kinds import Code, RecordId
from db.records import record_type
from db.store import Store

if TYPE_CHECKING:
    from db.ledger.door import Ledger

TYPE = "paper_profile"
"""The record type; for whoever opens its list or form."""
_NO_SWITCH = frozenset({"based_on", "body_size"})


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """One profile of the ledger; nothing in it is checked here.

    ``switches``: name and value in the language of the papers, only those that were chosen.
    ``editions``: the paper as it was named, and its declaration. ``office``: whose it is.
    """

    id: RecordId
    name: str
    office: str
    base: str
    in_use: bool
    switches: tuple[tuple[str, str], ...]
    body_size: int | None
    editions: tuple[tuple[str, str], ...]


def own_profiles(store: Store) -> list[OwnProfile]:
    """Give every profile of the ledger, oldest first; a county has those of its offices."""
    return [_profile(store, one) for one in store.find(TYPE)]


def default_profile(
    store: Store, type_name: str | None = None, record_id: RecordId | None = None
) -> OwnProfile | None:
    """Give the profile used when nothing is asked for, or None for the shipped one.

    It is that of the office a record came from, so a county prints a record as its office
    does; without a record, the ledger's own. Of several in use the newest counts.
    """
    kind = type_name or (None if record_id is None else store.type_of(record_id))
    office = None if record_id is None else store.office_of(kind or "", record_id)
    office = office or store.code
    used = [one for one in own_profiles(store) if one.in_use and one.office == office]
    return used[-1] if used else None


def use_profile(ledger: Ledger, chosen: RecordId | None) -> None:
    """Make one of the ledger's own profiles its default; None: the shipped national one.

    The chosen one first: when a rule refuses it, the default stays what it was.
    """
    store = ledger.store
    own = [one for one in own_profiles(store) if one.office == store.code]
    for one in sorted(own, key=lambda one: one.id != chosen):
        if one.in_use != (one.id == chosen):
            _save(ledger, one.id, in_use=one.id == chosen)


def new_profile(ledger: Ledger, name: str, base: str = "national") -> RecordId:
    """Make a profile like a shipped one, not in use yet."""
    draft = ledger.new_draft(TYPE)
    draft.give("name", name)
    draft.give("based_on", base)
    ledger.save(draft)
    return draft.id


def begin_edition(
    ledger: Ledger, profile: RecordId, paper: str, content: str, *, same: tuple[str, ...]
) -> bool:
    """Add an edition of a paper to a profile, from a text to be changed later.

    same: the words the paper is known by; False when one of them stands there already.
    """
    draft = ledger.draft(profile, TYPE)
    if draft is None:
        raise LookupError(profile)
    if any(row.values.get("paper") in same for row in draft.rows.get("editions", [])):
        return False
    row = draft.add_row("editions")
    row.give("paper", paper)
    row.give("content", content)
    ledger.save(draft)
    return True


def _save(ledger: Ledger, record_id: RecordId, **values: object) -> None:
    draft = ledger.draft(record_id, TYPE)
    if draft is not None:
        for name, value in values.items():
            draft.give(name, value)
        ledger.save(draft)


def _profile(store: Store, record: Any) -> OwnProfile:
    chosen = {
        f.name: value
        for f in record_type(TYPE).fields
        if isinstance(f.kind, Code) and (value := _word(f.kind, getattr(record, f.name)))
    }
    size = chosen.get("body_size")
    return OwnProfile(
        record.id,
        record.name,
        store.office_of(TYPE, record.id) or store.code,
        chosen.get("based_on", "national"),
        bool(record.in_use),
        tuple((name, value) for name, value in chosen.items() if name not in _NO_SWITCH),
        int(size) if size and size.isdecimal() else None,
        tuple((one.paper, one.content) for one in record.editions),
    )


def _word(kind: Code, code: str | None) -> str:
    """Give the word the language of the papers has for a code."""
    entry = None if code is None else code_list(kind.list_name).entry(code)
    return "" if entry is None else entry.more.get("value", entry.code)
