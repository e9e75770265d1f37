"""A plain print of any record: all its fields in order, made from the declaration alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.declare import Field, RecordType
from db.kinds import Rows
from db.records import record_type
from forms.declaration import Footer
from forms.furniture import page_furniture
from forms.layout import (
    Cell,
    Sheet,
    Span,
    Strip,
    Style,
    can_draw,
    paginate,
    table_strips,
    text_strips,
)
from forms.plan import MissingGlyph, Plan
from forms.values import Nested, SubjectLike, rows_of, shown

__all__ = ["lay_out_record"]

SHEET = Sheet(top=62.4, bottom=56.7, left=70.9, right=56.7)
TITLE = Style("HEI", 18, 32, "center", justify=False)
SUBTITLE = Style("SONG", 10.5, 20, "center", justify=False)
HEADING = Style("HEI", 11, 22, justify=False)
LABEL = Style("HEI", 9.5, 14, justify=False)
VALUE = Style("SONG", 10.5, 15)
LABEL_WIDTH = 82.0
# A value longer than this takes the whole width; shorter ones stand two to a row.
LONG = 22

Missing = dict[MissingGlyph, None]


def lay_out_record(subject: SubjectLike, *, print_number: str = "") -> Plan:
    """The pages of a record: its groups of fields, then its child rows, each as a small table.

    Fields that do not apply and are empty (`shown_when`) are left out; other empty ones stay,
    so that the print shows what is not known.
    """
    kind = record_type(subject.type_name)
    missing: Missing = {}
    title = str(subject.values.get("title") or "")
    strips = text_strips([Span(kind.label)], TITLE, SHEET.measure)
    if title:
        strips += text_strips([Span(title)], SUBTITLE, SHEET.measure)
    strips += _record_strips(kind, subject.values, missing)
    furniture = page_furniture(SHEET, Footer("centre", always=True), print_number)
    pages, _ = paginate(strips, SHEET, furniture)
    whole = f"{kind.label}（{title}）" if title else kind.label
    return Plan(tuple(pages), whole, (), tuple(missing))


def _record_strips(kind: RecordType, values: Nested, missing: Missing) -> list[Strip]:
    strips: list[Strip] = []
    for group in kind.groups:
        listed = [one for one in kind.fields if one.group == group]
        plain = [one for one in listed if not isinstance(one.kind, Rows) and _applies(one, values)]
        if plain:
            strips += _block(group.label, plain, values, missing)
        for one in listed:
            if isinstance(one.kind, Rows):
                strips += _child_strips(one, values, missing)
    return strips


def _child_strips(of: Field, values: Nested, missing: Missing) -> list[Strip]:
    if not isinstance(of.kind, Rows):
        return []
    kind = record_type(of.kind.target)
    rows = rows_of(values.get(of.name))
    if not rows:
        return _heading(f"{of.label}：无")
    strips: list[Strip] = []
    for number, row in enumerate(rows, 1):
        fields = [one for one in kind.fields if not one.owner and _applies(one, row)]
        strips += _block(f"{of.label} {number}", fields, row, missing)
    return strips


def _applies(of: Field, values: Nested) -> bool:
    """Whether a field has a value, or could have one."""
    if values.get(of.name) not in (None, "", (), []):
        return True
    return not of.owner and (of.shown_when is None or of.shown_when.holds(values))


def _block(label: str, fields: Iterable[Field], values: Nested, missing: Missing) -> list[Strip]:
    half = (SHEET.measure - 2 * LABEL_WIDTH) / 2
    rows: list[list[Cell]] = []
    waiting: list[Cell] = []
    for of in fields:
        text = shown(values.get(of.name), of)
        for char in dict.fromkeys(text):
            if not can_draw(char, VALUE.role):
                missing.setdefault(MissingGlyph(of.label, char))
        pair = [Cell((Span(of.label),), LABEL), _value(text, of)]
        if len(text) > LONG or "\n" in text:
            rows += _finished(waiting)
            waiting = []
            rows.append([pair[0], replace(pair[1], columns=3)])
        else:
            waiting += pair
            if len(waiting) == 4:
                rows.append(waiting)
                waiting = []
    rows += _finished(waiting)
    table = table_strips(rows, [LABEL_WIDTH, half, LABEL_WIDTH, half], least_height=20.0)
    return [*_heading(label), *table]


def _value(text: str, of: Field) -> Cell:
    return Cell((Span(text, as_name=of.kind.name == "name"),), VALUE)


def _finished(waiting: Sequence[Cell]) -> list[list[Cell]]:
    """The last row of a block when only half of it is taken."""
    return [[waiting[0], replace(waiting[1], columns=3)]] if waiting else []


def _heading(text: str) -> list[Strip]:
    strips = text_strips([Span(text)], HEADING, SHEET.measure)
    space = Strip(6.0, vanishes=True, keep=True)
    return [space, *(replace(strip, keep=True) for strip in strips)]
