"""The copy of a record that may be published: every name, number and exact address masked. Pure.

What was entered as a name, number or address is known and replaced wherever it stands, in
narratives too; numbers that merely stand in a text are found by their form. A person who is
only told of in a narrative is not known here and has to be looked for by whoever publishes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, cast

from db.declare import Field
from db.kinds import CREDIT_CODE, ID_NUMBER, PERSON_NAME, PHONE, YearOnly
from db.ledger import masked_texts
from db.ledger.aliases import (
    given_names,
    is_organisation,
    organisation_aliases,
    person_aliases,
)
from db.ledger.subjects import Subject
from db.records import record_type

MARK: Final = "公开稿（已化名处理）"
"""What stands at the foot of each page instead of the print number."""

_COMPANIES: Final = ("participants", "parties_present", "investigator", "addressee")
_ADDRESSES: Final = ("address", "service_address", "occurred_at")
_NUMBERS: Final = (
    "number", "volume_number", "source_letter", "handed_letter", "ruling_number",
    "agreement_number", "letter_number",
)  # fmt: skip
_PRIVATE: Final = (
    "other_paper", "licence", "card_number", "county_code", "staff_code", "email", "sha256",
    "source_name", "postcode", "short_code", "bank_account",
)  # fmt: skip
_BORN: Final = "born_on"

Values = Mapping[str, Any]


@dataclass(slots=True)
class _Known:
    """What the records say of names, numbers, addresses and birth days."""

    people: dict[str, None] = field(default_factory=dict[str, None])
    organisations: dict[str, None] = field(default_factory=dict[str, None])
    exact: dict[str, str] = field(default_factory=dict[str, str])


def masked_together(subjects: Sequence[Subject]) -> list[Subject]:
    """Give subjects as they may be published side by side: one name for a person in all."""
    known = _Known()
    for subject in subjects:
        for values in _records(subject.values):
            _collect(values, known)
    text_of = _texts(known)
    return [
        Subject(one.type_name, cast("dict[str, Any]", _walk(one.values, text_of)))
        for one in subjects
    ]


def _records(values: Values) -> Iterator[Values]:
    """Every record in the nested values, the outer ones first."""
    yield values
    for value in values.values():
        for one in cast("list[object]", value) if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                yield from _records(cast(Values, one))


def _collect(values: Values, known: _Known) -> None:
    kind = record_type(str(values["type"]))
    for f in kind.fields:
        value = values.get(f.name)
        if isinstance(value, str) and value.strip():
            _collect_text(values, f, value.strip(), known)
        elif isinstance(value, date) and f.name == _BORN:
            known.exact.update(dict.fromkeys(masked_texts.written_days(value), f"{value.year}年"))
    if kind.name == "village":
        known.exact.update(masked_texts.village_names(str(values.get("name") or "")))


def _collect_text(values: Values, f: Field, value: str, known: _Known) -> None:
    if f.kind == PERSON_NAME:
        organisation = is_organisation(value, _kind_of_party(values, f))
        (known.organisations if organisation else known.people)[value] = None
    elif f.name in _COMPANIES:
        known.people.update(dict.fromkeys(masked_texts.people_in(value)))
    elif f.name == "workplace" and is_organisation(value):
        known.organisations[value] = None
    elif f.name in _ADDRESSES:
        known.exact[value] = masked_texts.address(value)
        known.exact.update(masked_texts.villages_in(value))
    elif f.name in _NUMBERS:
        known.exact[value] = masked_texts.official_number(value)
    elif f.kind in (ID_NUMBER, CREDIT_CODE, PHONE) or f.name in _PRIVATE:
        known.exact[value] = masked_texts.stars(value)


def _kind_of_party(values: Values, f: Field) -> object:
    """Person or organisation, where the record says so of this name."""
    return values.get("kind") if values["type"] == "party" and f.name == "name" else None


def _texts(known: _Known) -> Callable[[str], str]:
    """Give what masks one text: what is known first, the longest first, then by form."""
    people = person_aliases(known.people)
    told = {**organisation_aliases(known.organisations), **people, **known.exact}
    told = {"".join(key.split()): words for key, words in told.items() if len(key) > 1}
    finder = _finder(told)
    given = given_names(people)

    def mask(text: str) -> str:
        if finder is not None:
            text = finder.sub(lambda found: told["".join(found[0].split())], text)
        text = masked_texts.by_form(text)
        return text if given is None else given.sub(_given, text)

    return mask


def _finder(told: Iterable[str]) -> re.Pattern[str] | None:
    """Give the expression for all known words, with any blanks between their signs."""
    words = sorted(told, key=len, reverse=True)
    if not words:
        return None
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in words))


def _given(found: re.Match[str]) -> str:
    return f"{found['kin'] or ''}某"


def _walk(value: object, mask: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        return [_walk(one, mask) for one in cast("list[object]", value)]
    if not isinstance(value, Mapping):
        return value
    given = cast(Values, value)
    kind = record_type(str(given["type"]))
    made: dict[str, object] = {}
    for name, one in given.items():
        f = kind.by_name.get(name)
        if name in ("id", "type") or (f is not None and f.list_name):
            made[name] = one
        elif name == _BORN and isinstance(one, date):
            made[name] = YearOnly(one.year, one.month, one.day)
        elif name in _PRIVATE and isinstance(one, str):
            made[name] = None
        else:
            made[name] = _walk(one, mask)
    return made
