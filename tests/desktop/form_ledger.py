"""A ledger in memory for tests of the form: drafts in, drafts out, nothing on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.ledger.entry import Refused
from db.records import record_type
from db.rules.parameters import Parameter
from db.rules.problem import Problem
from db.rules.terms import Terms, shipped_terms

TODAY = date(2026, 3, 16)


@dataclass(frozen=True)
class Offered:
    """A record offered, as the ledger offers it."""

    type_name: str
    id: RecordId
    title: str
    note: str = ""


@dataclass(frozen=True)
class Person:
    """A person offered."""

    name: str
    note: str = ""
    values: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True)
class KeptDraft:
    """A kept draft and when it was kept."""

    draft: Draft
    kept_at: datetime


@dataclass(frozen=True)
class Change:
    """One line of history."""

    when: str
    who: str
    label: str
    before: str
    after: str
    reason: str = ""


class Look:
    """What rules may see: nothing but the day and the titles of the offers."""

    def __init__(self, ledger: FormLedgerInMemory) -> None:
        self._ledger = ledger
        self.today = TODAY

    def paper_fault(self, paper: str, content: str) -> None:
        """Give nothing: no papers are written here."""

    @property
    def terms(self) -> Terms:
        """The shipped terms: no office has set anything here."""
        return shipped_terms()

    def number(self, parameter: Parameter, on: date | None = None) -> int:
        """Give the shipped number."""
        return self.terms.number(parameter, on or self.today)

    def get(self, type_name: str, record_id: RecordId | None) -> Any:
        """Give no record."""
        del type_name, record_id

    def find(self, type_name: str, **equal: object) -> Sequence[Any]:
        """Find nothing."""
        del type_name, equal
        return ()

    def resolve(self, type_name: str, text: str) -> RecordId | None:
        """Give the id of the offer whose id or title this is."""
        found = (o for o in self._ledger.offers.get(type_name, ()) if text in (o.id, o.title))
        return next((one.id for one in found), None)


class FormLedgerInMemory:
    """What the record form asks of a ledger."""

    def __init__(self) -> None:
        self.today = TODAY
        self.stored: dict[RecordId, Draft] = {}
        self.kept: dict[RecordId, KeptDraft] = {}
        self.offers: dict[str, list[Offered]] = {}
        self.people: list[Person] = []
        self.linked: list[Offered] = []
        self.expected: dict[str, str] = {}
        self.changes: list[Change] = []
        self.reasons: list[str] = []
        self.doubt: Callable[[Draft], list[Problem]] | None = None
        self.listeners: list[Callable[[object], None]] = []

    def new_draft(self, type_name: str) -> Draft:
        """Give an empty draft."""
        return Draft.new(record_type(type_name))

    def draft(self, record_id: RecordId, type_name: str | None = None) -> Draft | None:
        """Give a stored draft."""
        del type_name
        return deepcopy(self.stored.get(record_id))

    def expected_numbers(self, draft: Draft) -> dict[str, str]:
        """Give the numbers the test expects."""
        del draft
        return self.expected

    def check(self, draft: Draft) -> list[Problem]:
        """Check as the ledger does, and doubt what the test doubts."""
        draft.derive()
        problems = draft.problems(Look(self))
        return problems + (self.doubt(draft) if self.doubt else [])

    def save(self, draft: Draft, reason: str = "") -> object:
        """Store a copy; refuses errors."""
        problems = self.check(draft)
        if any(p.severity == "error" for p in problems):
            raise Refused(problems)
        copy = deepcopy(draft)
        for one in (copy, *(row for rows in copy.rows.values() for row in rows)):
            one.stored = True
            one.before = dict(one.values)
            one.removed = []
        self.stored[draft.id] = copy
        self.reasons.append(reason)
        return ("saved", draft.id)

    def keep_draft(self, draft: Draft) -> None:
        """Keep a copy of a draft."""
        self.kept[draft.id] = KeptDraft(deepcopy(draft), datetime.now().astimezone())

    def kept_draft(self, type_name: str, record_id: RecordId | None) -> KeptDraft | None:
        """Give the draft kept of a record, or the newest of a new one."""
        if record_id is not None:
            return self.kept.get(record_id)
        new = [k for k in self.kept.values() if not k.draft.stored]
        same = [k for k in new if k.draft.type.name == type_name]
        return same[-1] if same else None

    def drop_kept(self, record_id: RecordId) -> None:
        """Forget a kept draft."""
        self.kept.pop(record_id, None)

    def latest(self, type_name: str) -> Draft | None:
        """Give the record saved last."""
        same = [one for one in self.stored.values() if one.type.name == type_name]
        return same[-1] if same else None

    def offer(self, target: str, text: str, limit: int = 20) -> Sequence[Offered]:
        """Give the offers whose title holds the text."""
        return [one for one in self.offers.get(target, ()) if text in one.title][:limit]

    def offer_people(self, text: str, limit: int = 12) -> Sequence[Person]:
        """Give the people whose name begins so."""
        return [one for one in self.people if one.name.startswith(text)][:limit]

    def title(self, type_name: str, record_id: RecordId) -> str:
        """Give the title of an offer."""
        found = (one for one in self.offers.get(type_name, ()) if one.id == record_id)
        return next((one.title for one in found), "")

    def history(self, record_id: RecordId) -> Sequence[Change]:
        """Give the history the test has set."""
        del record_id
        return self.changes

    def related(self, type_name: str, record_id: RecordId) -> Sequence[Offered]:
        """Give the related records the test has set."""
        del type_name, record_id
        return self.linked

    def remove(self, record_id: RecordId, reason: str) -> object:
        """Remove a stored draft."""
        self.reasons.append(reason)
        return self.stored.pop(record_id, None)
