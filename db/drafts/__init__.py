"""Draft: one record while it is being edited, with its child rows and problems.

Editors and the command line hand a draft texts or values; it answers with problems
at once and knows what changed. It never touches the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, cast

from db.declare import Field, RecordType
from db.drafts.checks import checks_of, ended_code, given_twice, unknown_field
from db.kinds import Link, Links, RecordId, Rows
from db.records import record_type
from db.rules import rules_for
from db.rules.problem import Look, Problem

IdMaker = Callable[[], RecordId]


@cache
def _uuid_utils() -> Any:
    # Imported with the first new record: it brings ``platform``, a tenth of the start.
    return import_module("uuid_utils")


def new_id() -> RecordId:
    """Give a new record id: UUIDv7, unique everywhere, never reused."""
    return RecordId(str(_uuid_utils().uuid7()))


@dataclass(slots=True)
class Draft:
    """One record being edited: typed values, texts that could not be read, child rows.

    ``values`` holds what was understood, ``unread`` the texts that were not, with the
    sentence saying why, so that nothing a person typed is lost. ``before`` is what the
    store held when editing began (empty for a new record); ``heads`` are the change
    ids this edit has seen, per merge unit (exchange design, section 2). ``office`` is the
    code of the office that made a stored record; "" of a new one.
    """

    type: RecordType
    id: RecordId
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    unread: dict[str, tuple[object, str]] = field(default_factory=dict[str, tuple[object, str]])
    rows: dict[str, list[Draft]] = field(default_factory=dict[str, "list[Draft]"])
    before: dict[str, Any] = field(default_factory=dict[str, Any])
    heads: dict[str, Any] = field(default_factory=dict[str, Any])
    stored: bool = False
    office: str = ""
    removed: list[Draft] = field(default_factory=list["Draft"])
    make_id: IdMaker = new_id

    @staticmethod
    def new(kind: RecordType, make_id: IdMaker = new_id) -> Draft:
        """Give an empty draft of a new record, with declared defaults filled in."""
        draft = Draft(kind, make_id(), make_id=make_id)
        draft.values.update(checks_of(kind).defaults)
        return draft

    def give(self, name: str, given: object) -> str | None:
        """Set one field from text or a value; give the sentence saying what is wrong."""
        f = self.type.by_name[name]
        try:
            value = f.kind.read(given)
        except ValueError as wrong:
            self.unread[name] = (given, str(wrong))
            return str(wrong)
        self.unread.pop(name, None)
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value
        return None

    def take(self, given: Mapping[str, object]) -> list[Problem]:
        """Set many fields from a JSON object, by English name or Chinese label.

        Child rows are lists of objects; a row with the id of an existing row changes
        it. Gives a problem per key that names no field: nothing is dropped in silence.
        """
        problems: list[Problem] = []
        readers, values, unread = checks_of(self.type).readers, self.values, self.unread
        met: set[str] = set()
        for key, value in given.items():
            reader = readers.get(key)
            if reader is None:
                problems += self._take_unusual(key, value)
                continue
            name, read = reader
            if name in met:
                problems.append(given_twice(self.type, name))
            met.add(name)
            try:
                understood = read(value)
            except ValueError as wrong:
                unread[name] = (value, str(wrong))
                continue
            if unread:
                unread.pop(name, None)
            if understood is None:
                values.pop(name, None)
            else:
                values[name] = understood
        return problems

    def _take_unusual(self, key: str, value: object) -> list[Problem]:
        f = self.type.field_named(key)
        if f is None:
            return [] if key in ("id", "type") else [unknown_field(self.type, key)]
        if isinstance(f.kind, Rows):
            return self._take_rows(f, value)
        self.give(f.name, value)
        return []

    def add_row(self, name: str) -> Draft:
        """Append an empty child row to the field ``name`` and give its draft."""
        kind = self.type.by_name[name].kind
        row = Draft.new(record_type(cast(Rows, kind).target), self.make_id)
        self.rows.setdefault(name, []).append(row)
        return row

    def remove_row(self, name: str, place: int) -> Draft:
        """Take the child row at ``place`` away; a stored one is removed on saving."""
        row = self.rows[name].pop(place)
        if row.stored:
            self.removed.append(row)
        return row

    def derive(self) -> None:
        """Fill empty fields that follow from filled ones, here and in child rows.

        A computed field takes the derived value whatever stood there. Child rows come
        first, so that the owner sees what they derived.
        """
        for row in self._all_rows():
            row.derive()
        if self.type.derive is None:
            return
        for name, value in self.type.derive(self._with_rows()).items():
            if name in self.unread:
                continue
            if value is not None:
                if self.type.by_name[name].computed or self.values.get(name) in (None, ()):
                    self.values[name] = value
            elif self.type.by_name[name].computed:
                self.values.pop(name, None)

    def problems(self, look: Look) -> list[Problem]:
        """Give every finding: fields first, then child rows, then rules.

        Links given as official numbers or titles are turned into ids on the way.
        """
        problems = self._field_problems(look) + self._deeper(look)
        if any(p.severity == "error" for p in problems):
            return problems
        return problems + self._rule_problems(self.build(), look)

    def build(self) -> Any:
        """Give the frozen record of what was understood so far, with its rows."""
        children = {name: tuple(r.build() for r in rows) for name, rows in self.rows.items()}
        return self.type.build(self.id, self.values, children)

    def changed(self) -> dict[str, Any]:
        """Give the stored fields whose value differs from what the store held."""
        if not self.stored:
            return {f.name: self.values.get(f.name) for f in self.type.stored}
        return {
            f.name: self.values.get(f.name)
            for f in self.type.stored
            if self.values.get(f.name) != self.before.get(f.name)
        }

    def is_touched(self) -> bool:
        """Say whether saving would change anything, here or in child rows."""
        if not self.stored or self.unread or self.removed or self.changed():
            return True
        return any(row.is_touched() for row in self._all_rows())

    def _with_rows(self) -> dict[str, Any]:
        if not self.rows:
            return self.values
        return {**self.values, **{n: [r.values for r in rows] for n, rows in self.rows.items()}}

    def _all_rows(self) -> Iterator[Draft]:
        for drafts in self.rows.values():
            yield from drafts

    def _take_rows(self, f: Field, given: object) -> list[Problem]:
        if isinstance(given, Mapping):
            given = [cast(object, given)]
        if given is None:
            given = []
        kind = cast(Rows, f.kind)
        if not isinstance(given, list):
            return [Problem(f.name, "F-ROWS", "error", f"“{f.label}”应是一组记录（列表）。")]
        listed = cast(list[object], given)
        if len(listed) > kind.most:
            message = f"“{f.label}”最多 {kind.most} 项，现有 {len(listed)} 项，请核对。"
            return [Problem(f.name, "F-ROWS", "error", message)]
        known = {row.id: row for row in self.rows.get(f.name, [])}
        kept: list[Draft] = []
        problems: list[Problem] = []
        for place, one in enumerate(listed):
            if not isinstance(one, Mapping):
                message = f"“{f.label}”第 {place + 1} 项不是一条记录，请按栏目填写。"
                problems.append(Problem(f"{f.name}[{place}]", "F-ROWS", "error", message))
                continue
            content = cast(Mapping[str, object], one)
            row = known.pop(RecordId(str(content.get("id", ""))), None)
            if row is None:
                row = Draft.new(record_type(kind.target), self.make_id)
            problems += [p.under(f"{f.name}[{place}]") for p in row.take(content)]
            kept.append(row)
        self.removed += [row for row in known.values() if row.stored]
        self.rows[f.name] = kept
        return problems

    def _deeper(self, look: Look) -> list[Problem]:
        problems: list[Problem] = []
        for name, drafts in self.rows.items():
            for place, row in enumerate(drafts):
                found = row._field_problems(look, owned=True) + row._deeper(look)
                problems += [p.under(f"{name}[{place}]") for p in found]
        return problems

    def _field_problems(self, look: Look, *, owned: bool = False) -> list[Problem]:
        problems = [
            Problem(name, "F-KIND", "error", message, self.type.by_name[name].source)
            for name, (_, message) in self.unread.items()
        ]
        values, checks = self.values, checks_of(self.type)
        for f in checks.needed:
            if not values.get(f.name) and values.get(f.name) in (None, ()):
                problems += self._missing(f, owned=owned)
        for f in checks.links:
            if values.get(f.name):
                problems += self._resolve(f, look)
        for f in checks.ending_codes:
            if values.get(f.name):
                problems += ended_code(f, str(values[f.name]), look)
        return problems

    def _missing(self, f: Field, *, owned: bool) -> list[Problem]:
        if f.name in self.unread or (f.owner and owned):
            return []
        if isinstance(f.kind, Rows) and self.rows.get(f.name):
            return []
        needed = f.required or (f.required_when is not None and f.required_when.holds(self.values))
        if not needed:
            return []
        return [Problem(f.name, "F-REQUIRED", "error", f"“{f.label}”没有填，请补上。", f.source)]

    def _resolve(self, f: Field, look: Look) -> list[Problem]:
        kind = cast(Link | Links, f.kind)
        given = self.values[f.name]
        wanted: Sequence[str] = (given,) if isinstance(kind, Link) else given
        label = record_type(kind.target).label
        found: list[RecordId] = []
        for text in wanted:
            # A link that was there stays, though its record may be removed by now.
            hit = RecordId(text) if self._unchanged(f, text) else look.resolve(kind.target, text)
            if hit is None:
                message = f"台账里没有这个{label}：“{text[:30]}”，请先登记或核对编号、名称。"
                return [Problem(f.name, "F-LINK", "error", message, f.source)]
            found.append(hit)
        once = tuple(dict.fromkeys(found))
        self.values[f.name] = once[0] if isinstance(kind, Link) else once
        return []

    def _unchanged(self, f: Field, text: str) -> bool:
        before = self.before.get(f.name)
        return before == text or (isinstance(before, tuple) and text in before)

    def _rule_problems(self, record: Any, look: Look) -> list[Problem]:
        problems: list[Problem] = []
        for name, drafts in self.rows.items():
            built = getattr(record, name)
            for place, row in enumerate(drafts):
                found = row._rule_problems(built[place], look)
                problems += [p.under(f"{name}[{place}]") for p in found]
        for one in rules_for(self.type.name):
            for field_name, message in one.check(record, look):
                source = one.source_told(look)
                problems.append(Problem(field_name, one.number, one.severity, message, source))
        return problems
