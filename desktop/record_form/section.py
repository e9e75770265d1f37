"""What a form is made of: sections, each one card, with the child rows they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.declare import Field, RecordType
from db.kinds import Rows
from db.records import record_type
from desktop.record_form.entry import editable

__all__ = ["RowShape", "Section", "sections_of"]


@dataclass(frozen=True, slots=True)
class RowShape:
    """How child rows stand in a section.

    shown: names of their fields, in order; empty: all of them. folds: the other fields
    are there too, behind 更多栏目. fixed: rows neither come nor go here, because another
    section is where they are made.
    """

    shown: tuple[str, ...] = ()
    folds: bool = False
    fixed: bool = False

    def fields(self, kind: RecordType) -> list[Field]:
        """Give the fields of the rows' type that have a place, the folded ones last."""
        every = editable(kind)
        if not self.shown:
            return every
        first = [kind.by_name[name] for name in self.shown]
        return first + [f for f in every if f not in first] if self.folds else first

    def is_folded(self, f: Field) -> bool:
        """Say whether a field stands behind 更多栏目."""
        return bool(self.shown) and f.name not in self.shown


@dataclass(frozen=True, slots=True)
class Section:
    """One card: heading, fields in order, shapes of its child rows, the step it belongs to."""

    label: str
    fields: tuple[Field, ...]
    rows: Mapping[str, RowShape] = field(default_factory=dict[str, RowShape])
    step: str = ""

    def shape_of(self, f: Field) -> RowShape:
        """Give how the child rows of a field stand here."""
        return self.rows.get(f.name, RowShape())


def sections_of(kind: RecordType) -> tuple[Section, ...]:
    """Give a section for each field group of a record type, in declared order."""
    fields = editable(kind)
    groups = dict.fromkeys(f.group for f in fields)
    return tuple(
        Section(group.label, tuple(f for f in fields if f.group == group)) for group in groups
    )


def rows_type(f: Field) -> RecordType:
    """Give the record type of the child rows of a field."""
    return record_type(f.kind.target if isinstance(f.kind, Rows) else "")
