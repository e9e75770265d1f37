"""Which texts are alike: keys of texts, made as the change log grows, looked up at once.

Machinery: what is a text of a record and what its keys are is said by the caller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from db.kinds import RecordId, canonical_id
from db.store.handle import Handle
from db.store.schema import id_bytes

KeysOf = Callable[[Sequence[RecordId]], dict[RecordId, Iterable[str]]]
"""Gives the keys of the texts of these records; a record without text has none."""

_CHUNK: Final = 500
_MOST_IN_A_GROUP: Final = 40
_MOST_OF_A_KEY: Final = 200
SAME: Final = "="
"""Beginning of the key that only equal texts share."""


class Likeness:
    """The keys of the texts of one record type."""

    def __init__(self, handle: Handle, type_name: str, keys_of: KeysOf) -> None:
        self._handle = handle
        self._type = type_name
        self._keys_of = keys_of
        self._seen = f"likeness_seen_{type_name}"

    def catch_up(self, most: int | None = None, step: Callable[[int, int], None] | None = None) -> (
        bool
    ):  # fmt: skip
        """Make the keys of what was written since the last time; say whether none is left.

        most: records to do now, so that a save does not wait for a long import.
        """
        handle = self._handle
        if handle.scope is not None:
            return False
        newest = handle.one("SELECT coalesce(max(seq), 0) FROM change")
        until = int(newest[0]) if newest else 0
        while (known := int(handle.fact(self._seen) or 0)) < until:
            rows = handle.select(
                "SELECT seq, uid FROM change WHERE seq > ? AND type = ? ORDER BY seq LIMIT ?",
                (known, self._type, most or _CHUNK),
            )
            whole = len(rows) < (most or _CHUNK)
            self._make([canonical_id(uid) for _, uid in rows], until if whole else rows[-1][0])
            if step is not None:
                step(known, until)
            if most is not None:
                return whole
        return True

    def alike(self, keys: Sequence[str], but: RecordId, limit: int) -> list[RecordId]:
        """Give records that share these keys: equal texts first, then those that share most.

        Of a key that very many share only the newest are looked at.
        """
        found: dict[RecordId, None] = {}
        shared: Counter[RecordId] = Counter()
        for key in keys:
            rows = self._handle.select(
                "SELECT uid FROM likeness WHERE key = ? AND uid <> ? ORDER BY uid DESC LIMIT ?",
                (key, id_bytes(but), limit if key.startswith(SAME) else _MOST_OF_A_KEY),
            )
            ids = [canonical_id(row[0]) for row in rows]
            if key.startswith(SAME):
                found |= dict.fromkeys(ids)
            shared.update(ids)
            if len(found) >= limit:
                break
        found |= dict.fromkeys(one for one, _ in shared.most_common(limit))
        return list(found)[:limit]

    def groups(self, *, same: bool) -> list[list[RecordId]]:
        """Give the records that share a key; same: only that of equal texts.

        Other keys shared by very many tell nothing and are left out.
        """
        most = "" if same else f" AND count(*) <= {_MOST_IN_A_GROUP}"
        equal = "key >= '=' AND key < '>'" if same else "NOT (key >= '=' AND key < '>')"
        rows = self._handle.select(
            "SELECT key, uid FROM likeness WHERE key IN (SELECT key FROM likeness"
            f" WHERE {equal} GROUP BY key HAVING count(*) > 1{most}) ORDER BY key, uid"
        )
        found: dict[str, list[RecordId]] = {}
        for key, uid in rows:
            found.setdefault(key, []).append(canonical_id(uid))
        return list(found.values())

    def _make(self, ids: Sequence[RecordId], until: int) -> None:
        made = self._keys_of(ids)
        uids = [id_bytes(one) for one in ids]
        with self._handle.writing():
            self._handle.run_many("DELETE FROM likeness WHERE uid = ?", [(uid,) for uid in uids])
            self._handle.run_many(
                "INSERT OR IGNORE INTO likeness(key, uid) VALUES (?, ?)",
                sorted((key, id_bytes(one)) for one, keys in made.items() for key in keys),
            )
            self._handle.put_fact(self._seen, str(until))
