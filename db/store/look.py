"""What rules may see of the ledger, with caches for one batch or one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.kinds import RecordId
from db.rules.parameters import Parameter
from db.rules.terms import HOLIDAY, SETTING, Terms, terms_of
from db.store import naming, rows
from db.store.handle import Handle

PaperCheck = Callable[[str, str], str | None]
"""Paper name and declaration to what is wrong with it, or None."""

_MOST = 20_000


@dataclass(slots=True)
class StoreLook:
    """``db.rules.problem.Look`` over the store.

    An answer is kept as long as no record of its type changes, in this connection; a
    batch of cases asks for the same committee once. office: whose days off and numbers
    count, for a county that holds the records of several; "" is the ledger's own.
    """

    handle: Handle
    today: date
    office: str = ""
    check_paper: PaperCheck | None = None
    _records: dict[tuple[str, str], tuple[int, Any]] = field(
        default_factory=dict[tuple[str, str], tuple[int, Any]]
    )
    _found: dict[Any, tuple[int, Sequence[Any]]] = field(
        default_factory=dict[Any, tuple[int, Sequence[Any]]]
    )
    _terms: tuple[tuple[int, int], Terms] | None = None
    _named: dict[tuple[str, str], tuple[int, RecordId]] = field(
        default_factory=dict[tuple[str, str], tuple[int, RecordId]]
    )

    @property
    def terms(self) -> Terms:
        """The days off and numbers of the office; made anew when its own entries change."""
        stamp = self.handle.version(HOLIDAY), self.handle.version(SETTING)
        if self._terms is None or self._terms[0] != stamp:
            office = self.office or self.handle.identity.code
            own = (rows.of_office(self.handle, name, office) for name in (HOLIDAY, SETTING))
            self._terms = (stamp, terms_of(*own))
        return self._terms[1]

    def number(self, parameter: Parameter, on: date | None = None) -> int:
        """Give the number that holds on a day, without a day today."""
        return self.terms.number(parameter, on or self.today)

    def get(self, type_name: str, record_id: RecordId | None) -> Any:
        """Give the live record of this type and id, or None."""
        if record_id is None:
            return None
        version = self._version(type_name)
        known = self._records.get((type_name, record_id))
        if known is not None and known[0] == version:
            return known[1]
        record = rows.get(self.handle, type_name, record_id)
        if record is not None:
            _keep(self._records, (type_name, record_id), (version, record))
        return record

    def find(self, type_name: str, **equal: object) -> Sequence[Any]:
        """Give live records of a type whose fields equal these values."""
        version = self._version(type_name)
        key = (type_name, tuple(sorted(equal.items(), key=lambda pair: pair[0])))
        known = self._found.get(key)
        if known is not None and known[0] == version:
            return known[1]
        found = rows.find(self.handle, type_name, equal)
        _keep(self._found, key, (version, found))
        return found

    def resolve(self, type_name: str, text: str) -> RecordId | None:
        """Give the id that ``text`` names: id, its unique start, number, title."""
        version = self._version(type_name)
        known = self._named.get((type_name, text))
        if known is not None and known[0] == version:
            return known[1]
        found = naming.resolve(self.handle, type_name, text)
        if found is not None:
            _keep(self._named, (type_name, text), (version, found))
        return found

    def paper_fault(self, paper: str, content: str) -> str | None:
        """Give what is wrong with a paper's declaration; None when nobody can tell."""
        return None if self.check_paper is None else self.check_paper(paper, content)

    def _version(self, type_name: str) -> int:
        own = self.handle.version(type_name)
        children = self.handle.tables[type_name].children
        return own + sum(self._version(target) for _, target in children)


def _keep(cache: dict[Any, Any], key: Any, value: Any) -> None:
    if len(cache) >= _MOST:
        cache.clear()
    cache[key] = value
