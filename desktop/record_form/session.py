"""The editing of one record without its widgets: what is typed, kept, checked and saved."""

from __future__ import annotations

from db.drafts import Draft
from db.kinds import Link
from db.rules.problem import Problem
from desktop.record_form.entry import Derived, copy_as_new, drafts_in, is_copied
from desktop.record_form.ledger import FormLedger, Kept

__all__ = ["FormSession"]


class FormSession:
    """One draft on its way into the ledger.

    ``touched``: a person has changed something since the record was opened or saved.
    ``checked``: a save was tried, so every problem is shown from now on.
    """

    def __init__(self, ledger: FormLedger, draft: Draft) -> None:
        self._ledger = ledger
        self._derived = Derived()
        self.draft = draft
        self.touched = False
        self.checked = False
        self.problems: list[Problem] = []

    def give(self, draft: Draft, name: str, value: object) -> str | None:
        """Set a field as a person typed it; give the sentence saying what is wrong."""
        self.touched = True
        self._derived.touched(draft, name)
        return draft.give(name, value)

    def follow(self) -> list[tuple[Draft, str]]:
        """Fill what follows from the fields; give the fields that changed by it."""
        return self._derived.run(self.draft)

    def keep(self) -> bool:
        """Keep the draft if there is something to keep; say whether it was kept."""
        if self.touched:
            self._ledger.keep_draft(self.draft)
        return self.touched

    def kept_before(self) -> Kept | None:
        """Give what was left unsaved of this record, or of a new one of this type."""
        draft = self.draft
        kept = self._ledger.kept_draft(draft.type.name, draft.id if draft.stored else None)
        return None if kept is None or (kept.draft.id == draft.id and self.touched) else kept

    def check(self) -> list[Problem]:
        """Check everything and remember the findings."""
        self.checked = True
        self.problems = self._ledger.check(self.draft)
        return self.problems

    @property
    def errors(self) -> list[Problem]:
        """Give the findings that forbid saving."""
        return [p for p in self.problems if p.severity == "error"]

    @property
    def doubts(self) -> list[Problem]:
        """Give the findings that want an answer."""
        return [p for p in self.problems if p.severity == "warning"]

    def save(self, reason: str) -> object:
        """Save and forget the kept draft; raises Refused, or a Fault, changing nothing."""
        changes = self._ledger.save(self.draft, reason)
        self._ledger.drop_kept(self.draft.id)
        self.touched = False
        self.checked = False
        self.problems = []
        self._adopt()
        return changes

    def fresh(self) -> Draft:
        """Give the record as the ledger holds it, or an empty one if it holds none."""
        stored = self._ledger.draft(self.draft.id, self.draft.type.name)
        return stored or self._ledger.new_draft(self.draft.type.name)

    def copied(self) -> Draft:
        """Give a new draft with what may be copied of this one."""
        return copy_as_new(self.draft, self._ledger.new_draft(self.draft.type.name))

    def value_above(self, draft: Draft, name: str) -> object:
        """Give the field's value in the row above, or in the record saved before; else None."""
        f = draft.type.by_name[name]
        if not is_copied(f, draft.type):
            return None
        if draft is self.draft:
            latest = self._ledger.latest(draft.type.name)
            return None if latest is None else latest.values.get(name)
        for one in drafts_in(self.draft):
            for rows in one.rows.values():
                if draft in rows:
                    place = rows.index(draft)
                    return rows[place - 1].values.get(name) if place else None
        return None

    def title(self) -> str:
        """Give what people call the record, from what is filled in so far."""
        draft = self.draft
        words = [self._words(draft, name) for name in draft.type.title]
        shown = "　".join(word for word in words if word)
        return shown or (draft.type.label if draft.stored else f"新建{draft.type.label}")

    def _words(self, draft: Draft, name: str) -> str:
        kind = draft.type.by_name[name].kind
        value = draft.values.get(name)
        if isinstance(kind, Link) and value:
            is_id = len(str(value)) == 36
            return (self._ledger.title(kind.target, value) if is_id else "") or str(value)
        return kind.show(value) if kind.column else ""

    def _adopt(self) -> None:
        """Take over what the ledger knows of the record now, keeping the draft's rows."""
        stored = self._ledger.draft(self.draft.id, self.draft.type.name)
        if stored is None:
            return
        fresh = {one.id: one for one in drafts_in(stored)}
        for one in drafts_in(self.draft):
            if (known := fresh.get(one.id)) is not None:
                one.values = known.values
                one.before = known.before
                one.heads = known.heads
                one.stored = True
                one.removed = []
