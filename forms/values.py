"""What a paper reads of a record: dotted paths, checked against the declarations once.

A path such as `^committee.name` follows fields; a link leads to the linked record, child rows and
lists of links give one value each. Every `^` steps out of the row being printed to what stands
around it; `@today` is the day of printing. The checks need no data: they run when a paper is compiled.

Beside the fields of its record a paper may declare rows that are handed to it when it is printed
(`[given.volume_items]`); paths read them like child rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, Protocol, cast

from db.codes import code_list
from db.declare import Field, RecordType
from db.kinds import Code, Codes, Link, Links, Rows, YearOnly
from db.records import record_type
from forms.plan import MissingGlyph

__all__ = [
    "SUBJECTS", "Env", "Nested", "Path", "Scope", "SubjectLike", "View", "read_path", "rows_of",
    "shown",
]  # fmt: skip

Nested = Mapping[str, Any]
"""A record as nested plain values; see `db.ledger.Subject`."""

SUBJECTS = "subjects"
TODAY = "@today"


class SubjectLike(Protocol):
    """What a paper is printed from: the type's name and the nested values."""

    @property
    def type_name(self) -> str:
        """The record type's English name."""
        ...

    @property
    def values(self) -> dict[str, Any]:
        """Field name to typed value; links and rows are nested."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """What stands at a place of a paper: a record of a type, or all subjects (`kind` None).

    `given`: the rows that are handed over at printing, as types of their own. `base`: the path
    that leads here from the record. `read` collects every path read, from the record on.
    """

    kind: RecordType | None
    subjects: RecordType | None = None
    outer: Scope | None = None
    given: Mapping[str, RecordType] = field(default_factory=dict[str, RecordType])
    base: tuple[str, ...] = ()
    read: set[str] | None = None

    def within(self, kind: RecordType, by: Path | None = None) -> Scope:
        """The scope of a row of this type; `by`: the path that leads to the rows."""
        if by is None or by.given:
            return Scope(kind, None, self)
        return Scope(kind, None, self, base=by.full, read=self.read)

    def note(self, path: tuple[str, ...]) -> None:
        """Remember that the paper reads this path of its record."""
        if self.read is not None and path:
            self.read.add(".".join(path))


@dataclass(slots=True)
class Env:
    """What is the same for a whole document; `missing` grows while it is laid out."""

    today: date
    blank: bool = False
    switches: Mapping[str, str] = field(default_factory=dict[str, str])
    missing: dict[MissingGlyph, None] = field(default_factory=dict[MissingGlyph, None])


@dataclass(frozen=True, slots=True)
class View:
    """The values at a place of a paper; `number` counts the rows from 1."""

    values: Nested
    env: Env
    outer: View | None = None
    number: int = 1

    def within(self, values: Nested, number: int) -> View:
        """The view of one row."""
        return View(values, self.env, self, number)


@dataclass(frozen=True, slots=True)
class Path:
    """A checked path: how many rows to step out of, the fields to follow, and the last one.

    `full`: the same from the record on. `given`: it leads over rows handed over at printing.
    """

    text: str
    up: int
    names: tuple[str, ...]
    kind: RecordType | None
    field: Field | None
    many: bool
    full: tuple[str, ...] = ()
    given: bool = False

    @property
    def label(self) -> str:
        """What the value is called, for messages."""
        return self.field.label if self.field else ""

    def value(self, view: View) -> object:
        """The value in this view; a list when the path leads over rows or several links."""
        if self.text == TODAY:
            return None if view.env.blank else view.env.today
        start = view
        for _ in range(self.up):
            if start.outer is not None:
                start = start.outer
        found: list[object] = [start.values]
        for name in self.names:
            found = [inner for one in found for inner in _inner(one, name)]
        found = [one for one in found if one is not None]
        if self.many:
            return found
        return found[0] if found else None


def _inner(value: object, name: str) -> Iterable[object]:
    if not isinstance(value, Mapping):
        return ()
    inner = cast(Nested, value).get(name)
    if isinstance(inner, list):
        return cast(list[object], inner)
    return (inner,)


def read_path(text: str, scope: Scope) -> Path:
    """The path, checked against the record types; `ValueError` says what does not exist."""
    if text == TODAY:
        return Path(text, 0, (), None, None, many=False)
    body = text.lstrip("^")
    up = len(text) - len(body)
    for _ in range(up):
        if scope.outer is None:
            raise ValueError(f"“{text}”向外跳出的层数太多")
        scope = scope.outer
    names = body.split(".")
    if names[0] in scope.given and len(names) == 1:
        return Path(text, up, (names[0],), scope.given[names[0]], None, many=True, given=True)
    kind, many = scope.kind, False
    found: Field | None = None
    if kind is None and scope.subjects is not None and names[0] == SUBJECTS:
        kind, many = scope.subjects, True
        names = names[1:]
        if not names:
            return Path(text, up, (SUBJECTS,), kind, None, many=True)
    inside = (SUBJECTS,) if many else ()
    full = (*scope.base, *names)
    scope.note(full)
    for position, name in enumerate(names):
        found, kind, several = _step(kind, name, text, last=position == len(names) - 1)
        many = many or several
    return Path(text, up, (*inside, *names), kind, found, many, full)


def _step(
    kind: RecordType | None, name: str, text: str, *, last: bool
) -> tuple[Field | None, RecordType | None, bool]:
    """The field of a name, the type it leads to, and whether it gives several values."""
    if kind is None:
        raise ValueError(f"“{text}”中“{name}”之前的字段没有下一级")
    if name in {"title", "id"} and last:
        return None, None, False
    found = kind.by_name.get(name)
    if found is None:
        raise ValueError(f"“{text}”：{kind.label}没有字段“{name}”")
    if isinstance(found.kind, Link | Links | Rows):
        return found, record_type(found.kind.target), not isinstance(found.kind, Link)
    return found, None, False


def rows_of(value: object) -> list[Nested]:
    """The records in a value of a path: none, one or several."""
    found = cast(list[object], value) if isinstance(value, list) else [value]
    return [cast(Nested, one) for one in found if isinstance(one, Mapping)]


def shown(value: object, of: Field | None) -> str:
    """The value as a paper writes it; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _code_label(of, value) if of and isinstance(of.kind, Code) else _tidy(value)
    if isinstance(value, YearOnly):
        return f"{value.year}年"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return of.kind.show(value) if of else str(value)
    if isinstance(value, Mapping):
        return str(cast(Nested, value).get("title") or "")
    if isinstance(value, list | tuple):
        parts = cast(Sequence[object], value)
        if of and isinstance(of.kind, Codes):
            return "、".join(_code_label(of, str(part)) for part in parts)
        return "、".join(text for part in parts if (text := shown(part, of)))
    return str(value)


def _code_label(of: Field, value: str) -> str:
    """The everyday wording of a code (男, not 男性), or its label."""
    if of.list_name is None:
        return value
    entry = code_list(of.list_name).entry(value)
    return value if entry is None else entry.more.get("short", entry.label)


def _tidy(text: str) -> str:
    """The text without outer blanks, tabs, and different line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(line.strip(" \u3000") for line in lines).strip("\n")
