"""What a list tells beside its rows: how many per state, which years, which deadlines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from db.codes import code_list
from db.ledger import ListQuery, Span
from desktop.record_list.columns import state_field
from desktop.record_list.filters import year_field

if TYPE_CHECKING:
    from db.declare import RecordType
    from db.ledger import Ledger

__all__ = ["ListFacts", "facts_of"]


@dataclass(frozen=True, slots=True)
class ListFacts:
    """states: number of records per code. years: first and last, or None. due: per record id."""

    states: dict[object, int] = field(default_factory=dict[object, int])
    years: tuple[int, int] | None = None
    due: dict[str, date] = field(default_factory=dict[str, date])
    total: int = 0


def facts_of(ledger: Ledger, kind: RecordType, without_state: ListQuery) -> ListFacts:
    """The facts of a list whose filters, but for the state, are those of the query."""
    state, states = state_field(kind), dict[object, int]()
    if state is not None:
        for entry in code_list(state.list_name or "").entries:
            where = (*without_state.where, (state.name, entry.code))
            states[entry.code] = ledger.count(replace(without_state, where=where))
    due: dict[str, date] = {}
    for item in ledger.due(ledger.today):
        if item.type_name == kind.name:
            due.setdefault(item.id, item.until)
    return ListFacts(states, _years(ledger, kind), due, ledger.count(ListQuery(kind.name)))


def _years(ledger: Ledger, kind: RecordType) -> tuple[int, int] | None:
    f = year_field(kind)
    if f is None:
        return None
    dated = ListQuery(kind.name, where=((f.name, Span(date(1900, 1, 1), None)),), sort=f.name)
    ends = [ledger.page(replace(dated, descending=way), 1, 0) for way in (False, True)]
    days = [rows[0].values.get(f.name) for rows in ends if rows]
    found = [day.year for day in days if isinstance(day, date)]
    return (min(found), max(found)) if found else None
