"""Giving numbers: which fields of a draft want one, and which is next in its series.

An office issues when a record is saved for the first time, in the same transaction. A
laptop issues from a block lent to it, or leaves the number to the office.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Final

from db.drafts import Draft
from db.kinds import RecordId
from db.ledger.number_schemes import (
    AGREEMENT,
    CASE,
    LETTER,
    NOTICE_KINDS,
    PLACES,
    VOLUME,
    Scheme,
    committee_code,
    scheme_on,
)
from db.numbering import Pattern, Series
from db.store import Store
from db.store.numbers import Issue, NumberBook

if TYPE_CHECKING:
    from db.ledger.number_gaps import SeriesReport

_CONTENT: Final = ("facts", "terms", "performance")
_HINTED: Final = 20_000
"""Changes not read yet up to which a hint is given: it comes while somebody types."""
_ORDINALS: Final = "二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Want:
    """A field that wants a number: its draft, name and path, what kind, of which day."""

    draft: Draft
    field: str
    path: str
    kind: str
    day: date
    nth: int = 0


class Numbers:
    """The numbers of one ledger: hints, issuing, and the gaps in what was issued."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._book = NumberBook(store.handle)

    @contextmanager
    def giving(self, draft: Draft) -> Generator[Callable[[], None]]:
        """Give what issues the draft's numbers; on a failure they are taken off again.

        To be called inside the change scope that saves the draft.
        """
        given: list[_Want] = []
        try:
            yield lambda: self._issue_all(draft, given)
        except BaseException:
            for want in given:
                want.draft.values.pop(want.field, None)
            raise

    def give(self, draft: Draft) -> None:
        """Issue a draft's numbers inside a scope that saves many, and note those it brings."""
        self._issue_all(draft, [])
        for row, name in _bearing(draft):
            self._book.note_typed(f"{row.type.name}.{name}", str(row.values[name]), row.id)

    def expected(self, draft: Draft) -> dict[str, str]:
        """Give path → number the draft would get if it were saved now; nothing is written."""
        if self._store.kind == "county" or self._store.role == "只读":
            return {}
        if not self._book.look_ahead(dict.fromkeys(PLACES.values()), _HINTED):
            return {}
        promised: dict[tuple[str, str], set[int]] = {}
        found: dict[str, str] = {}
        case_number = str(draft.values.get("number") or "")
        for want in _wanted(draft):
            scheme = self._scheme(draft, want)
            if scheme.pattern is None:
                number = _as_case(case_number, want)
            else:
                asked = self._asked(draft, want, scheme.pattern)
                taken = promised.setdefault((scheme.place, asked.series.key), set())
                issue = self._next(asked, scheme, frozenset(taken))
                if issue is not None:
                    taken.add(issue.sequence)
                number = "" if issue is None else issue.number
            if number:
                found[want.path] = number
                case_number = number if want.kind == CASE else case_number
        return found

    def gaps(self, year: int) -> list[SeriesReport]:
        """Give every series with numbers in a year: what was used, gaps, duplicates."""
        self._catch_up()
        return import_module("db.ledger.number_gaps").gaps(self._store, self._book, year)

    def _issue_all(self, draft: Draft, given: list[_Want]) -> None:
        if self._store.kind == "county":
            return
        wanted = list(_wanted(draft))
        if not wanted:
            return
        self._catch_up()
        for want in wanted:
            scheme = self._scheme(draft, want)
            if scheme.pattern is None:
                number = _as_case(str(draft.values.get("number") or ""), want)
            else:
                asked = self._asked(draft, want, scheme.pattern)
                issue = self._next(asked, scheme, frozenset())
                number = "" if issue is None else issue.number
                if issue is not None:
                    self._book.issue(issue)
            if number:
                want.draft.values[want.field] = number
                given.append(want)

    def _catch_up(self) -> None:
        if self._store.role != "只读":
            self._book.catch_up(dict.fromkeys(PLACES.values()))

    def _scheme(self, draft: Draft, want: _Want) -> Scheme:
        return scheme_on(self._store, want.kind, draft.values.get("committee"), want.day)

    def _asked(self, draft: Draft, want: _Want, pattern: Pattern) -> _Asked:
        committee: RecordId | None = draft.values.get("committee")
        village: RecordId | None = draft.values.get("village")
        return _Asked(
            want=want,
            pattern=pattern,
            committee=committee,
            code=committee_code(self._store, committee),
            village=self._store.title("village", village),
        )

    def _next(self, asked: _Asked, scheme: Scheme, promised: frozenset[int]) -> Issue | None:
        """The next number of the series; None when a laptop has no block to take it from."""
        series, place = asked.series, scheme.place
        reader = series.reader()
        taken: dict[int, list[RecordId]] = {}
        standing: dict[int, bool] = {}
        for one in self._book.used(place, series.prefix):
            if (found := reader.fullmatch(one.key)) is not None:
                n = int(found["n"])
                taken.setdefault(n, []).append(one.id)
                standing[n] = standing.get(n, False) or one.how == "issued"
        blocks = self._book.blocks(place, series.key)
        if self._store.kind == "laptop":
            free = (n for b in blocks if not b.returned for n in range(b.first, b.last + 1)
                    if n not in taken and n not in promised)  # fmt: skip
            n = next(free, None)
            return None if n is None else asked.issue(scheme, n)
        lent = [range(b.first, b.last + 1) for b in blocks]
        ours = [n for n in sorted(taken, reverse=True) if not any(n in one for one in lent)]
        last = next((n for n in ours if standing[n] or self._stands(place, series, n, taken[n])), 0)
        n = max(asked.pattern.first, last + 1)
        while n in taken or n in promised or any(n in one for one in lent):
            n += 1
        return asked.issue(scheme, n)

    def _stands(self, place: str, series: Series, n: int, ids: list[RecordId]) -> bool:
        """Whether a number typed by hand is still on its record: a slip put right is not."""
        bearers = self._book.bearers(place, ids).values()
        return any(series.sequence_of(one.number) == n for one in bearers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a pattern is filled in with for one want."""

    want: _Want
    pattern: Pattern
    committee: RecordId | None
    code: str
    village: str

    @property
    def series(self) -> Series:
        """Give the series the number will be of."""
        return self.pattern.series(self.want.day.year, self.code)

    def issue(self, scheme: Scheme, n: int) -> Issue:
        """Give the number of this running number, ready to be noted."""
        day = self.want.day
        number = self.pattern.number(
            n, year=day.year, month=day.month, code=self.code, village=self.village
        )
        return Issue(
            place=scheme.place,
            kind=scheme.kind,
            committee=self.committee,
            year=day.year,
            series=self.series.key,
            sequence=n,
            number=number,
            id=self.want.draft.id,
        )


def _wanted(draft: Draft) -> Iterator[_Want]:
    """The empty number fields of a draft that are to be filled on saving it now."""
    values, before = draft.values, draft.before
    if draft.type.name == "mediator":
        day = values.get("letter_on")
        if day and not values.get("letter_number") and not before.get("letter_on"):
            yield _Want(draft, "letter_number", "letter_number", LETTER, day)
    if draft.type.name != "mediation_case" or not values.get("accepted_on"):
        return
    accepted: date = values["accepted_on"]
    fresh = not draft.stored or bool(before.get("refusal_reason"))
    if fresh and not values.get("refusal_reason") and not values.get("number"):
        yield _Want(draft, "number", "number", CASE, accepted)
    filed = values.get("filed_on")
    if filed and not before.get("filed_on") and not values.get("volume_number"):
        yield _Want(draft, "volume_number", "volume_number", VOLUME, accepted)
    for nth, row in enumerate(draft.rows.get("agreements", ())):
        if not row.values.get("number") and _has_content(row.values) > _has_content(row.before):
            day = row.values.get("agreed_on") or accepted
            yield _Want(row, "number", f"agreements[{nth}].number", AGREEMENT, day, nth)
    for nth, row in enumerate(draft.rows.get("notices", ())):
        kind = NOTICE_KINDS.get(str(row.values.get("kind")))
        if kind and not row.values.get("number") and not row.before.get("kind"):
            day = row.values.get("issued_on") or accepted
            yield _Want(row, "number", f"notices[{nth}].number", kind, day)


def _has_content(values: dict[str, object]) -> bool:
    return any(values.get(name) for name in _CONTENT)


def _as_case(case_number: str, want: _Want) -> str:
    """The case's own number; a volume prints it without being told, so it stays empty."""
    if want.kind == VOLUME or not case_number:
        return ""
    if want.nth == 0:
        return case_number
    return f"{case_number}之{_ORDINALS[min(want.nth, len(_ORDINALS)) - 1]}"


def _bearing(draft: Draft) -> Iterator[tuple[Draft, str]]:
    """The number fields of a draft and its rows that are filled."""
    for name, field in dict.fromkeys(PLACES.values()):
        if draft.type.name == name and draft.values.get(field):
            yield draft, field
    for rows in draft.rows.values():
        for row in rows:
            yield from _bearing(row)
