"""What SQLite holds of a record type: columns, indexes and compiled statements.

Everything is worked out once per type from its declaration; machinery only, no
particular record type is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring
from typing import Any

from db.declare import Field, RecordType
from db.kinds import (
    CREDIT_CODE,
    ID_NUMBER,
    PERSON_NAME,
    PHONE,
    Code,
    Codes,
    Count,
    Date,
    Fixed,
    Kind,
    Link,
    Links,
    Rows,
    Text,
)
from db.store.changes import canonical

Turn = Callable[[Any], object] | None
"""How a typed value is turned; None: it stays as it is."""

OWN_COLUMNS = frozenset(
    {"id", "uid", "office", "place", "born_w", "born_n", "heads", "extra", "dead"}
)
"""Columns of every business table beside the declared fields.

A declared field of such a name is kept in a column with ``_`` behind it.
"""

_SAME_STORED = (Text, Code, Count)


def id_bytes(record_id: str) -> bytes:
    """Give the 16 bytes of a record id; ValueError when it is none."""
    return bytes.fromhex(record_id.replace("-", ""))


@dataclass(frozen=True)
class Table:
    """A record type as SQLite sees it."""

    type: RecordType

    @property
    def name(self) -> str:
        """Give the table's name: the type's English name."""
        return self.type.name

    @cached_property
    def quoted(self) -> str:
        """Give the quoted name."""
        return quoted(self.type.name)

    @cached_property
    def writers(self) -> Mapping[str, tuple[int, Turn, Turn]]:
        """Give, per stored field, its place among the fields, how to store and to send it."""
        return {
            f.name: (at, _turn_store(f.kind), _turn_wire(f.kind))
            for at, f in enumerate(self.type.stored)
        }

    @cached_property
    def birth_writers(self) -> Mapping[str, tuple[int, Turn, str, Callable[[Any], str]]]:
        """Give, per stored field: place, how to store it, its JSON key, its JSON value.

        The quick way for new rows; ``writers`` with a JSON encoder gives the same text.
        """
        return {
            f.name: (at, _turn_store(f.kind), f'"{f.name}":', _turn_json(f.kind))
            for at, f in enumerate(self.type.stored)
        }

    @cached_property
    def readers(self) -> tuple[tuple[str, Turn], ...]:
        """Give, per stored field in order, its name and how to load it."""
        return tuple((f.name, _turn_load(f.kind)) for f in self.type.stored)

    @cached_property
    def columns(self) -> str:
        """Give the quoted stored columns, in declared order."""
        return ", ".join(column(f.name) for f in self.type.stored)

    @cached_property
    def insert(self) -> str:
        """Give the INSERT of (id, uid, office, fields…, place, born_w, born_n)."""
        count = len(self.type.stored) + 6
        comma = ", " if self.type.stored else ""
        return (
            f"INSERT INTO {self.quoted}(id, uid, office{comma}{self.columns}, place, born_w, born_n)"
            f" VALUES ({', '.join('?' * count)})"
        )

    @cached_property
    def select(self) -> str:
        """Give ``SELECT id, uid, heads, born_w, born_n, dead, place, office, extra, fields…``."""
        comma = ", " if self.type.stored else ""
        return (
            "SELECT id, uid, heads, born_w, born_n, dead, place, office, extra"
            f"{comma}{self.columns} FROM {self.quoted}"
        )

    @cached_property
    def listed(self) -> tuple[Field, ...]:
        """Give the stored fields a list row has: its columns, all days, number and rank."""
        also = (*self.type.title, self.type.number, self.type.rank)
        return tuple(
            f for f in self.type.stored if f.in_list or f.name in also or f.kind.name == "date"
        )

    @cached_property
    def list_select(self) -> str:
        """Give ``SELECT id, uid, listed fields…``: long texts stay unread."""
        columns = "".join(f", {column(f.name)}" for f in self.listed)
        return f"SELECT id, uid{columns} FROM {self.quoted}"

    @cached_property
    def words_select(self) -> str:
        """Give ``SELECT id, uid, owner or NULL, searchable fields…``."""
        owner = "NULL" if self.owner_field is None else column(self.owner_field)
        columns = "".join(f", {column(f.name)}" for f in self.word_fields)
        return f"SELECT id, uid, {owner}{columns} FROM {self.quoted}"

    @cached_property
    def children(self) -> tuple[tuple[str, str], ...]:
        """Give (field, child type name) of each field of child rows."""
        return tuple(
            (f.name, f.kind.target) for f in self.type.row_fields if isinstance(f.kind, Rows)
        )

    @cached_property
    def owner_field(self) -> str | None:
        """Give the name of the field that links to the owner, for child types."""
        return None if self.type.owner is None else self.type.owner.name

    @cached_property
    def word_turns(self) -> tuple[tuple[str, Turn, Field], ...]:
        """Give, per searchable field, how its value is shown; None: it is text already."""
        return tuple(
            (f.name, None if _plain_text(f.kind) else f.kind.show, f) for f in self.word_fields
        )

    @cached_property
    def name_fields(self) -> tuple[str, ...]:
        """Give the fields whose pinyin is searched: names, and textual titles."""
        return tuple(f.name for f in self.word_fields if self._is_name(f))

    @cached_property
    def number_fields(self) -> tuple[str, ...]:
        """Give the fields found by their ending: official, identity and phone numbers."""
        kinds = (ID_NUMBER, CREDIT_CODE, PHONE)
        return tuple(
            f.name
            for f in self.word_fields
            if f.kind in kinds or (f.name == self.type.number and isinstance(f.kind, Text))
        )

    @cached_property
    def word_fields(self) -> tuple[Field, ...]:
        """Give the searchable fields, in declared order."""
        return tuple(f for f in self.type.stored if f.searchable)

    @cached_property
    def linked_names(self) -> tuple[tuple[str, str], ...]:
        """Give (field, target type) of searchable links that name the record: its person."""
        return tuple(
            (f.name, f.kind.target)
            for f in self.word_fields
            if f.name in self.type.title and isinstance(f.kind, Link)
        )

    @cached_property
    def key_fields(self) -> frozenset[str]:
        """Give the fields that have keys: names, linked names, numbers."""
        linked = (name for name, _ in self.linked_names)
        return frozenset((*self.name_fields, *self.number_fields, *linked))

    def _is_name(self, f: Field) -> bool:
        if f.kind == PERSON_NAME:
            return True
        # Only what a record is called first of all: a case goes by its number, and the
        # names in its volume title are those of its parties.
        is_title = f.name == self.type.title[0] and f.name != self.type.number
        return is_title and isinstance(f.kind, Text) and not f.kind.long


def quoted(name: str) -> str:
    """Give an SQL identifier in quotes; names come from declarations only."""
    return '"' + name.replace('"', '""') + '"'


def column(name: str) -> str:
    """Give the quoted column of a declared field."""
    return quoted(name + "_" if name in OWN_COLUMNS else name)


def tables_of(types: Iterable[RecordType]) -> dict[str, Table]:
    """Give the tables of these record types, by name."""
    return {kind.name: Table(kind) for kind in types}


def typed_values(table: Table, row: tuple[Any, ...], start: int) -> dict[str, Any]:
    """Give the typed values of a selected row whose fields begin at ``start``."""
    values: dict[str, Any] = {}
    for at, (name, load) in enumerate(table.readers, start):
        raw = row[at]
        if raw is not None:
            values[name] = raw if load is None else load(raw)
    return values


def _plain_text(kind: Kind) -> bool:
    return isinstance(kind, Text) or kind in (PERSON_NAME, ID_NUMBER, CREDIT_CODE, PHONE)


def _plain(kind: Kind) -> bool:
    return isinstance(kind, _SAME_STORED) or kind in (PERSON_NAME, ID_NUMBER, CREDIT_CODE, PHONE)


def _turn_store(kind: Kind) -> Turn:
    return None if _plain(kind) else kind.store


def _turn_json(kind: Kind) -> Callable[[Any], str]:
    if _plain_text(kind) or isinstance(kind, Code):
        return encode_basestring
    if isinstance(kind, Count):
        return str
    if isinstance(kind, Link):
        return '"{}"'.format
    if isinstance(kind, Date):
        return '"{}"'.format
    wire = kind.wire
    if isinstance(kind, Fixed):
        return lambda value: encode_basestring(str(wire(value)))
    return lambda value: canonical(wire(value))


def _turn_load(kind: Kind) -> Turn:
    return None if _plain(kind) else kind.load


def _turn_wire(kind: Kind) -> Turn:
    # Links and codes lists become JSON arrays, which tuples do as well; ids are text.
    return None if _plain(kind) or isinstance(kind, Link | Links | Codes) else kind.wire
