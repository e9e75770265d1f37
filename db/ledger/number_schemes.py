"""Which pattern numbers what: an office's rules, and the shipped ones where it has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from db.kinds import RecordId
from db.numbering import DEFAULT_PATTERNS, Pattern, code_of_committee
from db.records.numbering import Numbering
from db.store import Store

CASE, VOLUME, AGREEMENT, LETTER = "01", "02", "03", "08"

PLACES: Final = {
    CASE: ("mediation_case", "number"),
    VOLUME: ("mediation_case", "volume_number"),
    AGREEMENT: ("agreement", "number"),
    "04": ("case_notice", "number"),
    "05": ("case_notice", "number"),
    "06": ("case_notice", "number"),
    "07": ("case_notice", "number"),
    LETTER: ("mediator", "letter_number"),
}
"""Code of ``numbering_kind`` → type and field that bear such numbers."""

NOTICE_KINDS: Final = {"1": "04", "2": "05", "3": "06", "4": "07"}
"""Code of ``notice_kind`` → code of ``numbering_kind``."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one kind is numbered for one committee on one day; no pattern: as the case."""

    kind: str
    pattern: Pattern | None

    @property
    def place(self) -> str:
        """Give ``type.field`` of the numbers."""
        return ".".join(PLACES[self.kind])


def scheme_on(store: Store, kind: str, committee: RecordId | None, day: date) -> Scheme:
    """Give the scheme in effect: the committee's own rule, the office's, the shipped one."""
    rules = [one for one in _rules(store, kind, committee) if _holds(one, day, day)]
    rules.sort(key=lambda one: (one.committee is not None, one.since or date.min))
    return _scheme(kind, rules[-1]) if rules else shipped_scheme(kind)


def schemes_of_year(
    store: Store, kind: str, committee: RecordId | None, year: int
) -> Iterator[Scheme]:
    """Give every scheme that may have numbered something in a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    for one in _rules(store, kind, committee):
        if _holds(one, first, last):
            yield _scheme(kind, one)
    yield shipped_scheme(kind)


def shipped_scheme(kind: str) -> Scheme:
    """Give the scheme of an office without rules; a volume bears the number of its case."""
    return Scheme(kind, None if kind == VOLUME else Pattern(DEFAULT_PATTERNS[kind]))


def committee_code(store: Store, committee: RecordId | None) -> str:
    """Give the 代字 of a committee, "" without one."""
    found = store.get("committee", committee)
    return "" if found is None else code_of_committee(found.short_code, found.name)


def _rules(store: Store, kind: str, committee: RecordId | None) -> list[Numbering]:
    found: list[Numbering] = store.find("numbering", kind=kind)
    return [one for one in found if one.committee in (None, committee)]


def _holds(one: Numbering, first: date, last: date) -> bool:
    return (one.since or first) <= last and (one.until or last) >= first


def _scheme(kind: str, one: Numbering) -> Scheme:
    if one.same_as_case or not one.pattern:
        return Scheme(kind, None)
    yearly = one.yearly is not False
    return Scheme(kind, Pattern(one.pattern, one.digits or 1, one.first or 1, yearly))
