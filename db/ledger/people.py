"""Persons entered twice: found, merged by setting one aside, and taken apart again.

Merging rewrites nothing: the one set aside keeps all it has and all that links to it, and
says who stands for it. Taken apart, everything is as before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from db.drafts import Draft
from db.kinds import RecordId, half_width
from db.ledger.entry import refuse_errors
from db.ledger.sameness import Who
from db.pinyin import name_keys
from db.records.person import Person
from db.store import Changes, Store, meeting

NOT_SAME: Final = "not_same_person"
_AGENT: Final = ("name", "id_number", "born_on")
_PARTY: Final = ("name", "kind", "id_number", "credit_code", "born_on", "side")


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two persons of the register that may be one, and why; merged: they are, now.

    one: the person kept, or to be kept (entered first); other: the one set aside.
    """

    one: RecordId
    other: RecordId
    why: str
    merged: bool = False


class People:
    """The persons of one ledger: who may be one, merging, taking apart."""

    def __init__(
        self,
        store: Store,
        tell: Callable[[Changes], Changes],
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._tell = tell
        self._clock = clock

    def merge(self, other: RecordId, into: RecordId, reason: str) -> Changes:
        """Set a person aside as the same as another; Refused when a rule forbids it."""
        return self._change(other, into, reason)

    def split(self, other: RecordId, reason: str) -> Changes:
        """Take a merged person apart again: it is listed and offered as before."""
        return self._change(other, None, reason)

    def group_of(self, person: RecordId) -> list[RecordId]:
        """Give all persons that are one with this: the kept one first."""
        record = self._store.get("person", person)
        kept = person if record is None or record.merged_into is None else record.merged_into
        return [kept, *(one.id for one in self._store.find("person", merged_into=kept))]

    def cases_of(self, person: RecordId) -> list[RecordId]:
        """Give the cases in which a person, or one merged with it, is party or agent."""
        records = (self._store.get("person", one) for one in self.group_of(person))
        found: dict[RecordId, None] = {}
        for record in records:
            if record is not None:
                found |= dict.fromkeys(self._cases_of(record))
        return list(found)

    def probable(self) -> list[SamePerson]:
        """Give every two persons that may be one, surest first; dismissed ones left out."""
        people: list[Person] = [
            one for one in self._store.find("person") if one.merged_into is None
        ]
        found: dict[tuple[RecordId, RecordId], str] = {}
        for why, key_of in _WAYS:
            groups: dict[object, list[Person]] = {}
            for one in people:
                if (key := key_of(one)) is not None:
                    groups.setdefault(key, []).append(one)
            for group in groups.values():
                first = group[0]
                for other in group[1:]:
                    if _may_be(first, other):
                        found.setdefault((first.id, other.id), why)
        return [
            SamePerson(one, other, why)
            for (one, other), why in found.items()
            if self._store.local.note(NOT_SAME, _pair(one, other)) is None
        ]

    def merged(self) -> list[SamePerson]:
        """Give the persons set aside, each with the one that stands for it."""
        return [
            SamePerson(one.merged_into, one.id, "已合并", merged=True)
            for one in self._store.find("person")
            if one.merged_into is not None
        ]

    def dismiss(self, one: RecordId, other: RecordId) -> None:
        """Remember that two persons were looked at and are two."""
        self._store.local.put_note(NOT_SAME, _pair(one, other), {})

    def _change(self, other: RecordId, into: RecordId | None, reason: str) -> Changes:
        draft = self._store.draft("person", other)
        if draft is None:
            raise LookupError(other)
        draft.give("merged_into", into)
        refuse_errors(_of_merging(draft, self._store.look(self._clock().date())))
        with self._store.change(reason=reason) as scope:
            scope.save(draft)
        return self._tell(scope.changes)

    def _cases_of(self, person: Person) -> list[RecordId]:
        who = Who.of(
            {"name": person.name, "id_number": person.id_number, "born_on": person.born_on}
        )
        handle = self._store.handle
        found: list[RecordId] = []
        for type_name, fields in (("party", _PARTY), ("agent", _AGENT)):
            keys = [meeting.key_of_number(one) for one in who.numbers]
            keys.append(meeting.key_of_name(who.name))
            for key in filter(None, keys):
                found += [
                    row.owner
                    for row in meeting.rows_with_key(handle, type_name, key, fields)
                    if who.is_same(Who.of(row.values))
                ]
        return found


def _of_merging(draft: Draft, look: Any) -> list[Any]:
    """The findings on the merge alone: what is wrong with the person otherwise can wait."""
    return [one for one in draft.problems(look) if one.field == "merged_into"]


def _by_number(one: Person) -> object:
    return Who.of({"id_number": one.id_number}).number or None


def _by_birth(one: Person) -> object:
    return None if one.born_on is None else (_name(one), one.born_on)


def _by_village(one: Person) -> object:
    if one.village is None:
        return None
    return one.village, max(name_keys(one.name), key=len, default=one.name)


_WAYS: Final[tuple[tuple[str, Callable[[Person], object]], ...]] = (
    ("身份证号相同", _by_number),
    ("姓名和出生日期相同", _by_birth),
    ("同村，姓名同音", _by_village),
)


def _may_be(one: Person, other: Person) -> bool:
    """Whether nothing known of two persons differs but how the name is written."""
    first, second = (Who.of({"id_number": p.id_number}).number for p in (one, other))
    if first and second:
        return first == second
    return one.born_on is None or other.born_on is None or one.born_on == other.born_on


def _name(one: Person) -> str:
    return half_width(one.name).replace(" ", "")


def _pair(one: RecordId, other: RecordId) -> str:
    return " ".join(sorted((one, other)))
