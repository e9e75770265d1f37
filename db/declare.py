"""The declaration of a record type: what fields it has, grouped, and how they merge.

A record type is a frozen class whose annotated attributes are made by the typed
helpers below. A field says *what* it is, never how it looks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar, dataclass_transform

from db.kinds import (
    CLOCK_TIME,
    CREDIT_CODE,
    DATE,
    FLAG,
    ID_NUMBER,
    LONG,
    MONEY,
    PERSON_NAME,
    PHONE,
    POSTCODE,
    SHORT,
    Code,
    Codes,
    Count,
    Fixed,
    Kind,
    Link,
    Links,
    RecordId,
    Rows,
    Text,
)

MergePolicy = Literal["field", "atomic", "row", "append", "derived"]
RecordClass = Literal["office", "county", "shared", "local"]
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together on screen and, when ``atomic``, in a merge.

    ``field``: each field merges by itself. ``atomic``: the whole group is one unit
    (name + ID number; result + date + agreement). ``row``: any two edits of the
    record conflict. ``append``: child rows, each with its own id. ``derived``: never
    merged, computed again. Source: exchange design, section 3.
    """

    name: str
    label: str
    policy: MergePolicy = "field"


@dataclass(frozen=True, slots=True)
class Condition:
    """ "Field ``field`` has one of ``values``", as data; empty values: is filled in."""

    field: str
    values: tuple[object, ...] = ()

    def holds(self, values: Values) -> bool:
        """Say whether the condition is true of these typed values."""
        value = values.get(self.field)
        if not self.values:
            return value not in (None, (), False)
        if isinstance(value, tuple):
            return any(one in self.values for one in value)  # pyright: ignore[reportUnknownVariableType]
        return value in self.values


def when(field_name: str, *values: object) -> Condition:
    """Give the condition that ``field_name`` is one of ``values`` (or is filled in)."""
    return Condition(field_name, values)


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field, as the rest of the program sees it.

    ``computed``: ``derive`` always decides the value, so nobody types it. ``also``:
    other labels the same field has on paper, understood in input.
    """

    name: str
    label: str
    kind: Kind
    group: FieldGroup
    required: bool = False
    required_when: Condition | None = None
    shown_when: Condition | None = None
    source: str = ""
    help: str = ""
    in_list: bool = False
    searchable: bool = False
    owner: bool = False
    computed: bool = False
    also: tuple[str, ...] = ()
    default: object = None

    @property
    def unit(self) -> str:
        """Give the merge unit the field belongs to (exchange design, section 3)."""
        if self.group.policy in ("atomic", "row"):
            return self.group.name
        return self.name

    @property
    def list_name(self) -> str | None:
        """Give the code list the field's codes come from, if it has codes."""
        return self.kind.list_name if isinstance(self.kind, Code | Codes) else None


@dataclass(frozen=True)
class RecordType:
    """A record type seen from outside: names, fields, and how it behaves."""

    name: str
    label: str
    cls: type
    fields: tuple[Field, ...]
    title: tuple[str, ...]
    number: str | None = None
    menu: str = ""
    record_class: RecordClass = "office"
    derive: Callable[[Values], Values] | None = None
    rank: str | None = None

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Give the fields by their English name."""
        return {f.name: f for f in self.fields}

    @cached_property
    def by_label(self) -> dict[str, Field]:
        """Give the fields by their Chinese label."""
        return {f.label: f for f in self.fields}

    @cached_property
    def stored(self) -> tuple[Field, ...]:
        """Give the fields that have a column, in declared order."""
        return tuple(f for f in self.fields if f.kind.column)

    @cached_property
    def row_fields(self) -> tuple[Field, ...]:
        """Give the fields that hold child rows."""
        return tuple(f for f in self.fields if isinstance(f.kind, Rows))

    @cached_property
    def owner(self) -> Field | None:
        """Give the field that names the owning record, if this is a child type."""
        return next((f for f in self.fields if f.owner), None)

    @cached_property
    def groups(self) -> tuple[FieldGroup, ...]:
        """Give the field groups in the order they first appear."""
        return tuple(dict.fromkeys(f.group for f in self.fields))

    @cached_property
    def units(self) -> dict[str, tuple[Field, ...]]:
        """Give the stored fields of each merge unit, by unit name."""
        units: dict[str, tuple[Field, ...]] = {}
        for f in self.stored:
            units[f.unit] = (*units.get(f.unit, ()), f)
        return units

    @cached_property
    def list_fields(self) -> tuple[Field, ...]:
        """Give the fields shown as columns of a list."""
        return tuple(f for f in self.fields if f.in_list)

    def build(self, record_id: RecordId, values: Values, children: Values) -> Any:
        """Give the frozen record of these typed values and child records."""
        # Past __init__, which would set 70 attributes one by one: an import builds
        # thousands of records a second.
        made = self.cls.__new__(self.cls)
        content: dict[str, object] = made.__dict__
        content.update(self._blank)
        content.update(values)
        content.update(children)
        for name in self._plural:
            if content[name] is None:
                content[name] = ()
        content["id"] = record_id
        return made

    @cached_property
    def _blank(self) -> dict[str, object]:
        blank: dict[str, object] = {f.name: None for f in self.fields}
        return blank | dict.fromkeys(self._plural, ())

    @cached_property
    def _plural(self) -> tuple[str, ...]:
        return tuple(f.name for f in self.fields if isinstance(f.kind, Codes | Links | Rows))

    @cached_property
    def words(self) -> dict[str, Field]:
        """Give the fields by every name, label and other label, tidied."""
        words: dict[str, Field] = {}
        for f in self.fields:
            for word in f.also:
                words.setdefault(_same_word(word), f)
        for f in self.fields:
            words[_same_word(f.label)] = words[f.label] = words[f.name] = f
        return words

    def field_named(self, text: str) -> Field | None:
        """Give the field of this English name or Chinese label, or None.

        Other labels of the field (``also``) and brackets, quotes or spaces written
        in the other width are understood too.
        """
        return self.words.get(text) or self.words.get(_same_word(text))


BASICS = FieldGroup("basics", "基本信息")
REMARKS = FieldGroup("remarks", "备注")

T = TypeVar("T")
_TYPE_MARK = "__record_type__"


class _Pending:
    """What a helper returns: everything of a Field except its name."""

    def __init__(self, kind: Kind, label: str, words: dict[str, Any]) -> None:
        self.kind = kind
        self.label = label
        self.words = words


def _pending(kind: Kind, label: str, words: dict[str, Any]) -> Any:
    return _Pending(kind, label, words)


def text(label: str, *, long: bool = False, length: int | None = None, **words: Any) -> Any:
    """Declare plain text; ``long`` allows many lines, ``length`` is in characters."""
    return _pending(Text(length or (LONG if long else SHORT), long), label, words)


def person_name(label: str, **words: Any) -> Any:
    """Declare a person's name as on the identity paper; never normalised."""
    return _pending(PERSON_NAME, label, words)


def id_number(label: str, **words: Any) -> Any:
    """Declare a citizen identity number (GB 11643-1999)."""
    return _pending(ID_NUMBER, label, words)


def credit_code(label: str, **words: Any) -> Any:
    """Declare a unified social credit code (GB 32100-2015)."""
    return _pending(CREDIT_CODE, label, words)


def phone(label: str, **words: Any) -> Any:
    """Declare a telephone number, mobile or 区号-号码."""
    return _pending(PHONE, label, words)


def postcode(label: str, **words: Any) -> Any:
    """Declare a six-digit postcode."""
    return _pending(POSTCODE, label, words)


def on_date(label: str, **words: Any) -> Any:
    """Declare a calendar day."""
    return _pending(DATE, label, words)


def at_time(label: str, **words: Any) -> Any:
    """Declare a time of day, to the minute."""
    return _pending(CLOCK_TIME, label, words)


def count(label: str, *, least: int = 0, most: int = 9_999_999, **words: Any) -> Any:
    """Declare a whole number."""
    return _pending(Count(least, most), label, words)


def decimal(label: str, *, places: int = 2, **words: Any) -> Any:
    """Declare a decimal with ``places`` digits after the point (areas, hours)."""
    return _pending(Fixed(places), label, words)


def money(label: str, **words: Any) -> Any:
    """Declare an amount in 元, exact to 分."""
    return _pending(MONEY, label, words)


def flag(label: str, **words: Any) -> Any:
    """Declare a yes/no question that may be unanswered."""
    return _pending(FLAG, label, words)


def code(label: str, list_name: str, **words: Any) -> Any:
    """Declare one code of the list ``list_name``."""
    return _pending(Code(list_name), label, words)


def codes(label: str, list_name: str, **words: Any) -> Any:
    """Declare several codes of the list ``list_name``."""
    return _pending(Codes(list_name), label, words)


def link(label: str, target: str, **words: Any) -> Any:
    """Declare a link to one record of type ``target``."""
    return _pending(Link(target), label, words)


def links(label: str, target: str, **words: Any) -> Any:
    """Declare links to several records of type ``target``."""
    return _pending(Links(target), label, words)


def rows(label: str, target: str, *, most: int = 200, **words: Any) -> Any:
    """Declare child rows of type ``target``, whose ``owner`` field names this type."""
    return _pending(Rows(target, most), label, words)


def owner(label: str, target: str, **words: Any) -> Any:
    """Declare the link from a child row to the record that owns it."""
    return _pending(Link(target), label, {"required": True, "owner": True, **words})


_HELPERS = (
    text, person_name, id_number, credit_code, phone, postcode, on_date, at_time,
    count, decimal, money, flag, code, codes, link, links, rows, owner,
)  # fmt: skip


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=_HELPERS)
def record(
    label: str,
    *,
    title: tuple[str, ...],
    number: str | None = None,
    menu: str = "",
    record_class: RecordClass = "office",
    derive: Callable[[Values], Values] | None = None,
    rank: str | None = None,
    name: str | None = None,
) -> Callable[[type[T]], type[T]]:
    """Make a class a record type.

    label: Chinese name. title: fields that name a record to people. number: field
    with the official number. menu: navigation group label, "" for child rows.
    derive: fills empty fields from filled ones (sex from the ID number). rank: the
    field lists sort by, newest first. name: English name, else from the class.
    """

    def make(cls: type[T]) -> type[T]:
        own = name or _snake(cls.__name__)
        fields = tuple(_fields_of(cls))
        made: Any = dataclasses.make_dataclass(
            cls.__name__,
            [("id", RecordId), *((f.name, object, _default(f)) for f in fields)],
            bases=cls.__bases__,
            namespace={
                key: value
                for key, value in vars(cls).items()
                if key not in ("__dict__", "__weakref__") and not isinstance(value, _Pending)
            },
            frozen=True,
            kw_only=True,
        )
        made.__module__ = cls.__module__
        described = RecordType(
            own, label, made, fields, title, number, menu, record_class, derive, rank
        )
        setattr(made, _TYPE_MARK, described)
        return made

    return make


def record_type_of(cls: type) -> RecordType:
    """Give the RecordType of a class made by ``record``."""
    found: RecordType = getattr(cls, _TYPE_MARK)
    return found


def _default(f: Field) -> Any:
    return field(default=() if isinstance(f.kind, Rows | Codes | Links) else None)


def _fields_of(cls: type) -> list[Field]:
    found: list[Field] = []
    for name in cls.__dict__.get("__annotations__", {}):
        made = cls.__dict__.get(name)
        if isinstance(made, _Pending):
            words = dict(made.words)
            group = words.pop("group", BASICS)
            found.append(Field(name, made.label, made.kind, group, **words))
    return found


_SIGNS = str.maketrans("（）：", "():", "“”\"‘’' \u3000\n")


def _same_word(text: str) -> str:
    return text.translate(_SIGNS).rstrip(":")


def _snake(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


def age_on(born: date, day: date) -> int:
    """Give whole years of age on ``day`` (周岁: the birthday itself counts)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
