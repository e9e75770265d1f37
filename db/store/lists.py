"""Lists: pages, counts and whole orders of one record type, sorted and filtered."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from db.declare import Field
from db.kinds import Codes, Link, Links, RecordId, Rows, canonical_id
from db.store import ddl, finding, rows, titles
from db.store.handle import Handle, Row
from db.store.schema import Table, column, quoted

_MANY_HITS = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """A filter value: from ``low`` to ``high``, both included; None leaves an end open."""

    low: object = None
    high: object = None


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows: filters, search words, order, live or removed records.

    where: (field, typed value) pairs that must all hold; a tuple of values means any of
    them, None means empty, a Span a range; ("id", ids) only these records. sort: a field,
    or None for the type's own rank. removed: the waste bin instead of the live records.
    aside: also the records another one stands for (``RecordType.aside``).
    """

    type_name: str
    where: tuple[tuple[str, object], ...] = ()
    search: str = ""
    sort: str | None = None
    descending: bool = False
    removed: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list: typed values and the texts people read, by field name."""

    id: RecordId
    rowid: int
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    shown: dict[str, str] = field(default_factory=dict[str, str])


def default_query(handle: Handle, type_name: str) -> ListQuery:
    """Give the list of all live records in the type's own order, newest dates first."""
    table = handle.tables[type_name]
    rank = table.type.rank
    newest_first = rank is None or table.type.by_name[rank].kind.name == "date"
    return ListQuery(type_name, sort=rank, descending=newest_first)


def page(handle: Handle, query: ListQuery, limit: int, offset: int) -> list[ListRow]:
    """Give ``limit`` rows of a list from ``offset`` on."""
    table, where, params = _where(handle, query)
    # Ids first: the sort index alone answers, however deep the page lies.
    found = handle.select(
        f"SELECT id FROM {_source(handle, table, query)} WHERE {where}"
        f" {_order(table, query)} LIMIT ? OFFSET ?",
        (*params, limit, offset),
    )
    return rows_by_rowid(handle, query, [int(row[0]) for row in found])


def count(handle: Handle, query: ListQuery) -> int:
    """Give how many records the list has."""
    table, where, params = _where(handle, query)
    row = handle.one(f"SELECT count(*) FROM {table.quoted} WHERE {where}", params)
    return int(row[0]) if row else 0


def rowids(handle: Handle, query: ListQuery) -> array[int]:
    """Give the row numbers of the whole list in its order, by one call into SQLite."""
    table, where, params = _where(handle, query)
    row = handle.one(
        f"SELECT json_group_array(id) FROM (SELECT id FROM {_source(handle, table, query)}"
        f" WHERE {where} {_order(table, query)})",
        params,
    )
    return array("q", json.loads(row[0]) if row else [])


def rows_by_rowid(handle: Handle, query: ListQuery, wanted: Sequence[int]) -> list[ListRow]:
    """Give the list rows of these row numbers, in the order given."""
    table = handle.tables[query.type_name]
    handle.notice_others()
    marks = ",".join("?" * len(wanted))
    found = handle.select(f"{table.list_select} WHERE id IN ({marks})", wanted)
    by_number = {int(row[0]): row for row in found}
    return _list_rows(handle, table, [by_number[one] for one in wanted if one in by_number])


def _where(handle: Handle, query: ListQuery) -> tuple[Table, str, list[object]]:
    table = handle.tables[query.type_name]
    handle.settle(table.name)
    parts, params = [f"dead = {int(query.removed)}"], list[object]()
    for name, value in query.where:
        text, more = condition(table, name, value)
        parts.append(text)
        params += more
    if not query.aside and not query.removed:
        parts += shown_sql(table, [name for name, _ in query.where])
    if query.search.strip():
        text, more = finding.match_sql(handle, table, query.search)
        parts.append(f"id IN ({text})")
        params += more
    return table, " AND ".join(parts), params


def shown_sql(table: Table, asked: Sequence[str] = ()) -> list[str]:
    """Give the condition that leaves out records set aside, unless they are asked for.

    One whose stand-in was removed is shown again, or neither would be.
    """
    name = table.type.aside
    if name is None or name in asked or "id" in asked:
        return []
    # Those few are looked up in their own index, so that the sort index still covers the list.
    aside = (
        f"SELECT a.id FROM {table.quoted} AS a JOIN {table.quoted} AS kept"
        f" ON kept.uid = a.{column(name)} WHERE a.{column(name)} IS NOT NULL AND kept.dead = 0"
    )
    return [f"id NOT IN ({aside})"]


def condition(table: Table, name: str, value: object) -> tuple[str, list[object]]:
    """Give the SQL of one filter, with its parameters."""
    if name == "id":
        ids = [one.replace("-", "") for one in cast(tuple[RecordId, ...], value)]
        return "uid IN (SELECT unhex(value) FROM json_each(?))", [json.dumps(ids)]
    if isinstance(value, Span):
        return _span(table, name, value)
    if isinstance(table.type.by_name[name].kind, Codes) and isinstance(value, str):
        return f"instr({column(name)}, ?) > 0", [json.dumps(value)]
    if isinstance(value, tuple) and value:
        any_of = cast(tuple[object, ...], value)
        parts = [condition(table, name, one) for one in any_of]
        return f"({' OR '.join(p for p, _ in parts)})", [x for _, more in parts for x in more]
    return rows.equal_sql(table, name, cast(object, value))


def _span(table: Table, name: str, span: Span) -> tuple[str, list[object]]:
    parts, params = list[str](), list[object]()
    store = table.writers[name][1]
    for sign, end in ((">=", span.low), ("<=", span.high)):
        if end is not None:
            parts.append(f"{column(name)} {sign} ?")
            params.append(end if store is None else store(end))
    return " AND ".join(parts) or "1", params


def _source(handle: Handle, table: Table, query: ListQuery) -> str:
    """The table, read along the sort index when a search finds very much.

    Few hits are looked up and sorted. With many, reading the sort field of each hit
    costs more than walking the whole index, which holds field and row number.
    """
    if not query.search.strip() or query.removed or query.sort not in sort_fields(table):
        return table.quoted
    text, params = finding.match_sql(handle, table, query.search)
    found = handle.one(f"SELECT count(*) FROM ({text} LIMIT {_MANY_HITS})", params)
    if not found or found[0] < _MANY_HITS:
        return table.quoted
    return f"{table.quoted} INDEXED BY {quoted(f'{table.name}_by_{query.sort}')}"


def sort_fields(table: Table) -> frozenset[str]:
    """Give the fields a list of this type sorts by at once, whatever its length."""
    return frozenset(name for name, condition in ddl.indexed(table) if condition == ddl.LIVE)


def _order(table: Table, query: ListQuery) -> str:
    way = "DESC" if query.descending else "ASC"
    f = table.type.by_name.get(query.sort or "")
    if f is None or f.name not in table.writers or isinstance(f.kind, Links | Codes):
        return f"ORDER BY id {way}"
    return f"ORDER BY {column(f.name)} {way}, id {way}"


def _list_rows(handle: Handle, table: Table, found: Sequence[Row]) -> list[ListRow]:
    values = [_typed(table, row) for row in found]
    linked: dict[str, dict[RecordId, str]] = {}
    own: dict[str, dict[bytes, tuple[str, ...]]] = {}
    for f in table.type.list_fields:
        if isinstance(f.kind, Link | Links):
            linked[f.name] = titles.titles(handle, f.kind.target, _targets(f, values))
        elif isinstance(f.kind, Rows):
            own[f.name] = _child_titles(handle, f.kind.target, [row[1] for row in found])
    made: list[ListRow] = []
    for row, known in zip(found, values, strict=True):
        shown = {
            f.name: _shown(f, known.get(f.name), linked)
            for f in table.type.list_fields
            if f.name not in own
        }
        for name, by_owner in own.items():
            shown[name] = "、".join(by_owner.get(row[1], ()))
        made.append(ListRow(canonical_id(row[1]), int(row[0]), known, shown))
    return made


def _typed(table: Table, row: Row) -> dict[str, Any]:
    return {
        f.name: f.kind.load(raw)
        for f, raw in zip(table.listed, row[2:], strict=True)
        if raw is not None
    }


def _targets(f: Field, values: list[dict[str, Any]]) -> list[RecordId]:
    found: list[RecordId] = []
    for known in values:
        value = known.get(f.name)
        if value:
            found += [value] if isinstance(f.kind, Link) else value
    return found


def _shown(f: Field, value: Any, linked: dict[str, dict[RecordId, str]]) -> str:
    if value is None:
        return ""
    names = linked.get(f.name)
    if names is None:
        return f.kind.show(value)
    if isinstance(f.kind, Link):
        return names.get(value, "")
    return "、".join(names.get(one, "") for one in value)


def _child_titles(
    handle: Handle, target: str, owners: Sequence[bytes]
) -> dict[bytes, tuple[str, ...]]:
    child = handle.tables[target]
    handle.settle(target)
    owner = column(child.owner_field or "")
    marks = ",".join("?" * len(owners))
    found = handle.select(
        f"SELECT {owner}, uid FROM {child.quoted} WHERE {owner} IN ({marks}) AND dead = 0"
        " ORDER BY place, id",
        owners,
    )
    names = titles.titles(handle, target, [canonical_id(row[1]) for row in found])
    by_owner: dict[bytes, tuple[str, ...]] = {}
    for above, uid in found:
        by_owner[above] = (*by_owner.get(above, ()), names[canonical_id(uid)])
    return by_owner
