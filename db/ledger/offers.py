"""Offers while typing: records for a link, and people met before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from db.declare import RecordType, kind_of
from db.identity import masked_id_number
from db.kinds import ID_NUMBER, PERSON_NAME, Link, Links, RecordId
from db.records import ALL_RECORD_TYPES, record_type
from db.store import Store


@dataclass(frozen=True, slots=True)
class Offer:
    """One record offered: its type, id, title and a short note beside it."""

    type_name: str
    id: RecordId
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonOffer:
    """A person met before, in a roster or as a party, with what is known of them.

    values: field name → typed value, only fields that describe the person.
    """

    name: str
    note: str
    values: dict[str, Any] = field(default_factory=dict[str, Any])


_MOST_ASIDE = 20
"""So many hits more are looked for, since some may be set aside."""

PERSONAL = (
    "name", "id_kind", "id_number", "other_paper", "sex", "born_on", "nation", "phone", "contact",
    "address", "occupation",
)  # fmt: skip
"""Fields of a person that may be offered again; the same names in every type."""


def offer_records(store: Store, target: str, text: str, limit: int) -> list[Offer]:
    """Give records of the target type for a link being typed, best first."""
    kind = record_type(target)
    if text.strip():
        hits = store.find_text(text, limit + _MOST_ASIDE, kind.name)
        aside = _aside(store, kind, [hit.id for hit in hits])
        offered = [hit for hit in hits if hit.id not in aside]
        return [Offer(kind.name, hit.id, hit.title, hit.why) for hit in offered[:limit]]
    return [
        Offer(kind.name, row.id, store.title(kind.name, row.id))
        for row in store.page(store.query(kind.name), limit, 0)
    ]


def _aside(store: Store, kind: RecordType, ids: list[RecordId]) -> set[RecordId]:
    """Those of the records that another one stands for."""
    if kind.aside is None:
        return set()
    return {one for one in ids if _is_aside(store, kind, store.get(kind.name, one))}


def _is_aside(store: Store, kind: RecordType, record: Any) -> bool:
    """Whether another live record stands for this one."""
    if kind.aside is None or record is None:
        return False
    return store.get(kind.name, getattr(record, kind.aside)) is not None


def offer_people(store: Store, text: str, limit: int) -> list[PersonOffer]:
    """Give people whose name or number matches, each person once, newest first."""
    offers: dict[tuple[str, str], PersonOffer] = {}
    for kind in ALL_RECORD_TYPES:
        if "name" not in kind.by_name or kind.by_name["name"].kind != PERSON_NAME:
            continue
        for hit in store.find_text(text, limit * 3, kind.name):
            record = store.get(kind.name, hit.id)
            if record is None or _is_aside(store, kind, record):
                continue
            offer = _person(record, kind.label)
            offers.setdefault((offer.name, str(offer.values.get("id_number", ""))), offer)
            if len(offers) >= limit:
                return list(offers.values())
    return list(offers.values())


def _person(record: Any, label: str) -> PersonOffer:
    kind = kind_of(record)
    values = {
        name: value
        for name in PERSONAL
        if name in kind.by_name and (value := getattr(record, name)) not in (None, ())
    }
    for one, other in (("phone", "contact"), ("contact", "phone")):
        if one in values:
            values.setdefault(other, values[one])
    number = next((str(getattr(record, f.name) or "") for f in kind.fields
                   if f.kind == ID_NUMBER), "")  # fmt: skip
    note = f"{label}　{masked_id_number(number)}".strip()
    return PersonOffer(str(values.get("name", "")), note, values)


def related(store: Store, type_name: str, record_id: RecordId) -> list[Offer]:
    """Give the live records that link to this one, by type in menu order.

    What links to a record this one stands for is shown here too: nothing was rewritten.
    """
    target = record_type(type_name)
    stands_for: list[RecordId] = []
    if target.aside is not None:
        found = store.find(type_name, **{target.aside: record_id})
        stands_for = [one.id for one in found]
    offers: list[Offer] = []
    for kind in ALL_RECORD_TYPES:
        for f in kind.fields:
            if not isinstance(f.kind, Link | Links) or f.owner or f.kind.target != type_name:
                continue
            merged = kind.name == type_name and f.name == target.aside
            note = f"{kind.label}（已合并）" if merged else kind.label
            for linked in (record_id, *(() if merged else stands_for)):
                offers += [
                    Offer(kind.name, one.id, store.title(kind.name, one.id), note)
                    for one in store.find(kind.name, **{f.name: linked})
                ]
    return offers
