"""The words a declaration is written in: one helper per kind of field, and ``record``."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any, TypeVar, dataclass_transform

from db.declare.described import Field, FieldGroup, RecordClass, RecordType, Values
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
    Rows,
    Text,
)

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


class Record:
    """What every record is: values under their field names, set once and never changed.

    Made by ``RecordType.build`` only. Not a dataclass, because making 19 of them takes
    longer than the rest of the declarations together, at every start.
    """

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"a record never changes: {name}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"a record never changes: {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash(vars(self)["id"])

    def __repr__(self) -> str:
        told = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if v not in (None, ()))
        return f"{type(self).__name__}({told})"


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
    short: str = "",
    name: str | None = None,
    aside: str | None = None,
) -> Callable[[type[T]], type[T]]:
    """Make a class a record type.

    label: Chinese name. title: fields that name a record to people. number: field
    with the official number. menu: navigation group label, "" for child rows. short: label where room is scarce.
    derive: fills empty fields from filled ones (sex from the ID number). rank: the
    field lists sort by, newest first. name: English name, else from the class. aside:
    link to the record that stands for this one; filled, it is neither listed nor offered.
    """

    def make(cls: type[T]) -> type[T]:
        own = name or _snake(cls.__name__)
        fields = tuple(_fields_of(cls))
        content = {
            key: value
            for key, value in vars(cls).items()
            if key not in ("__dict__", "__weakref__") and not isinstance(value, _Pending)
        }
        made: Any = type(cls.__name__, (Record,), content)
        described = RecordType(
            own,
            label,
            made,
            fields,
            title,
            number,
            menu,
            record_class,
            derive,
            rank,
            short,
            aside,
        )
        setattr(made, _TYPE_MARK, described)
        return made

    return make


def kind_of(one: object) -> RecordType:
    """Give the RecordType of a record."""
    found: RecordType = getattr(type(one), _TYPE_MARK)
    return found


def record_type_of(cls: type) -> RecordType:
    """Give the RecordType of a class made by ``record``."""
    found: RecordType = getattr(cls, _TYPE_MARK)
    return found


def _fields_of(cls: type) -> list[Field]:
    found: list[Field] = []
    for name in inspect.get_annotations(cls):
        made = cls.__dict__.get(name)
        if isinstance(made, _Pending):
            words = dict(made.words)
            group = words.pop("group", BASICS)
            found.append(Field(name, made.label, made.kind, group, **words))
    return found


def _snake(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")
