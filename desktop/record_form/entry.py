"""Filling in a draft: what follows from a field, what may be copied, what was above."""

from __future__ import annotations

from collections.abc import Iterator

from db.declare import Field, RecordType
from db.drafts import Draft
from db.kinds import CheckedText, ClockTime, Count, Date, Fixed, Rows, Text

__all__ = [
    "Derived",
    "add_required_rows",
    "copy_as_new",
    "draft_at",
    "drafts_in",
    "editable",
    "is_copied",
]

_NEVER_COPIED = (Date, ClockTime, Count, Fixed, CheckedText, Rows)


def editable(kind: RecordType) -> list[Field]:
    """Give the fields a person fills in, child rows included, the owner link not."""
    return [f for f in kind.fields if not f.owner]


def add_required_rows(draft: Draft) -> None:
    """Give a new draft an empty child row wherever one is required."""
    for f in draft.type.row_fields:
        if f.required and not draft.rows.get(f.name):
            draft.add_row(f.name)


def drafts_in(draft: Draft) -> Iterator[Draft]:
    """Give a draft and the drafts of its child rows, however deep."""
    yield draft
    for rows in draft.rows.values():
        for row in rows:
            yield from drafts_in(row)


def draft_at(draft: Draft, path: str) -> tuple[Draft, str] | None:
    """Give the draft and field name that a problem's path names (``parties[1].name``).

    None when the path names the record as a whole or a row that is not there.
    """
    head, _, rest = path.partition(".")
    name, _, place = head.partition("[")
    if name not in draft.type.by_name:
        return None
    if not place:
        return draft, name
    rows = draft.rows.get(name, [])
    number = int(place.rstrip("]"))
    if number >= len(rows):
        return draft, name
    return draft_at(rows[number], rest) or (draft, name)


def is_copied(f: Field, kind: RecordType) -> bool:
    """Say whether "copy as new" and F6 may take the field's value over.

    Never names, identity numbers, dates, amounts and numbers: copied in error they are
    believed. Long text is the account of one matter, so it is not copied either.
    """
    if f.name == kind.number or isinstance(f.kind, _NEVER_COPIED):
        return False
    return not (isinstance(f.kind, Text) and (f.kind.long or f.searchable))


def copy_as_new(draft: Draft, fresh: Draft) -> Draft:
    """Fill an empty draft with what may be copied of another, and give it."""
    for f in editable(draft.type):
        value = draft.values.get(f.name)
        if value not in (None, ()) and is_copied(f, draft.type):
            fresh.values[f.name] = value
    return fresh


class Derived:
    """Fills what follows from other fields, and takes it back when they change.

    Only empty fields are filled. While an identity number is typed, its first fifteen
    digits may already read as an old number, so a value filled here and not touched by a
    person since is worked out again at the next change.
    """

    def __init__(self) -> None:
        self._filled: dict[tuple[str, str], object] = {}

    def touched(self, draft: Draft, name: str) -> None:
        """A person has set the field: it is theirs now."""
        self._filled.pop((draft.id, name), None)

    def run(self, draft: Draft) -> list[tuple[Draft, str]]:
        """Derive anew; give the fields whose value changed by it."""
        before = {one.id: dict(one.values) for one in drafts_in(draft)}
        for one in drafts_in(draft):
            for name in list(one.values):
                if self._filled.get((one.id, name)) == one.values[name]:
                    del one.values[name]
        bare = {one.id: set(one.values) for one in drafts_in(draft)}
        draft.derive()
        changed: list[tuple[Draft, str]] = []
        for one in drafts_in(draft):
            for name in one.values:
                if name not in bare[one.id]:
                    self._filled[one.id, name] = one.values[name]
            names = set(one.values) | set(before[one.id])
            changed += [
                (one, name)
                for name in sorted(names)
                if one.values.get(name) != before[one.id].get(name)
            ]
        return changed
