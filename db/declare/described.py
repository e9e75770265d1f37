"""A record type seen from outside: its fields, their groups, and how it behaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, cast

from db.kinds import Code, Codes, Kind, Links, RecordId, Rows

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
    """That ``field`` has one of ``values``, as data; without values: that it is filled in.

    None among the values: that nothing is filled in. ``also``: a second condition to hold.
    """

    field: str
    values: tuple[object, ...] = ()
    also: Condition | None = None

    def holds(self, values: Values) -> bool:
        """Say whether the condition is true of these typed values."""
        return self._holds(values) and (self.also is None or self.also.holds(values))

    def _holds(self, values: Values) -> bool:
        value = values.get(self.field)
        if not self.values:
            return value not in (None, (), False)
        if isinstance(value, tuple):
            return any(one in self.values for one in value)  # pyright: ignore[reportUnknownVariableType]
        return value in self.values


def when(field_name: str, *values: object, also: Condition | None = None) -> Condition:
    """Give the condition that ``field_name`` is one of ``values`` (or is filled in)."""
    return Condition(field_name, values, also)


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field, as the rest of the program sees it.

    ``computed``: ``derive`` always decides the value, so nobody types it. ``also``:
    other labels the same field has on paper, understood in input. ``deadline``: a period
    starts or ends on this day, so what is owed is found by it.
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
    deadline: bool = False
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
    short: str = ""
    aside: str | None = None

    @property
    def short_label(self) -> str:
        """Give the label where there is little room, as in the navigation."""
        return self.short or self.label

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Give the fields by their English name."""
        return {f.name: f for f in self.fields}

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
        cls: Any = self.cls
        made = cls.__new__(cls)
        content = cast(dict[str, object], made.__dict__)
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


_SIGNS = str.maketrans("（）：", "():", "“”\"‘’' \u3000\n")


def _same_word(text: str) -> str:
    return text.translate(_SIGNS).rstrip(":")
