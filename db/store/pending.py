"""What an open scope has queued: rows per table, log lines, search entries.

Rows go in by ``executemany`` per table, search rows after all base rows: interleaving
them halved the speed of a long entry (storage design, section 2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from db.store import search
from db.store.handle import Handle, Row
from db.store.schema import Table


@dataclass(slots=True)
class Pending:
    """Rows of one scope that are not in the file yet."""

    handle: Handle
    rows: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    changes: list[Row] = field(default_factory=list[Row])
    lines: list[str] = field(default_factory=list[str])
    words: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    keys: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    stale: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    next_ids: dict[str, int] = field(default_factory=dict[str, int])

    def next_id(self, table: Table) -> int:
        """Give the next row number of a table; the write lock is held."""
        known = self.next_ids.get(table.name)
        if known is None:
            row = self.handle.one(f"SELECT max(id) FROM {table.quoted}")
            known = ((row[0] if row else None) or 0) + 1
        self.next_ids[table.name] = known + 1
        return known

    def show(self, type_names: Iterable[str]) -> None:
        """Write the queued rows of these types, so that reading sees them."""
        for name in type_names:
            queued = self.rows.pop(name, None)
            if queued:
                self.handle.run_many(self.handle.tables[name].insert, queued)

    def flush(self) -> None:
        """Write everything queued: rows, log, then search."""
        handle = self.handle
        self.show(tuple(self.rows))
        handle.run_many(
            "INSERT INTO change(writer, n, tx, type, uid, act, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            self.changes,
        )
        self.changes.clear()
        for name, entries in self.words.items():
            handle.run_many(search.insert_words(name), entries)
        for name, keys in self.keys.items():
            handle.run_many(search.insert_keys(name), sorted(keys))
        self.words.clear()
        self.keys.clear()
        for name, rowids in self.stale.items():
            search.index_again(handle, name, sorted(rowids))
        self.stale.clear()
