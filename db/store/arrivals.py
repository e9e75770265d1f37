"""Search entries of received records, made in bulk once their rows are in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from db.kinds import RecordId
from db.store import rows, search
from db.store.ddl import has_keys, has_words
from db.store.schema import Table
from db.store.writing import Scope

Root = tuple[str, RecordId]
Born = Mapping[str, list[tuple[int, RecordId]]]
"""Type → row number and id of each row born in this import."""

_AT_ONCE = 500


def index_births(scope: Scope, born: Born, roots: Mapping[Root, Root]) -> None:
    """Queue keys of new rows and words of the whole records they are part of."""
    handle = scope.handle
    for name, found in born.items():
        table = handle.tables[name]
        if has_keys(table):
            keys = scope.pending.keys.setdefault(name, [])
            keys += _keys(scope, table, [rowid for rowid, _ in found])
        if table.owner_field is not None:
            for root, root_id in {roots[name, one] for _, one in found} - set(roots):
                at = search.rowid_of(handle, root, root_id)
                scope.pending.stale.setdefault(root, set()).add(at)
        elif has_words(table, handle.tables):
            stale = scope.pending.stale.get(name, set())
            words = scope.pending.words.setdefault(name, [])
            for rowid, one in found:
                draft = None if rowid in stale else rows.draft(handle, name, one)
                if draft is not None:
                    words.append((rowid, search.words_of(handle, draft)))


def _keys(scope: Scope, table: Table, rowids: list[int]) -> Iterable[tuple[str, int]]:
    handle = scope.handle
    for start in range(0, len(rowids), _AT_ONCE):
        some = rowids[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for row in handle.select(f"{table.select} WHERE id IN ({marks})", some):
            values = rows.typed_values(table, row, rows.FIELDS_FROM)
            for key in search.keys_of(handle, table, values):
                yield key, row[0]
