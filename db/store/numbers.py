"""Numbers given out, kept beside the records: what was once used stays used.

A place is ``type.field``. The change log says which numbers were ever written; it is
read on from where it was read last, so that numbers typed, imported or received count
as used without slowing the entry of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.kinds import Link, RecordId, canonical_id
from db.numbering import tidy_number
from db.store.handle import Handle, Row
from db.store.schema import Table, column, id_bytes, quoted

_PAST_ALL = "\U0010ffff"
_SEEN: Final = "numbers_seen"
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Used:
    """One number that is used: by which record, and whether the program issued it."""

    key: str
    number: str
    id: RecordId
    how: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A record that has or had a number: is it live, is it voided, what does it bear now."""

    live: bool
    voided: bool
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One number as it is given out: its series, its place in it, its record."""

    place: str
    kind: str
    committee: RecordId | None
    year: int
    series: str
    sequence: int
    number: str
    id: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of running numbers lent to a laptop, the ends included."""

    place: str
    kind: str
    committee: RecordId | None
    year: int
    series: str
    first: int
    last: int
    lent_to: str
    returned: bool = False


class NumberBook:
    """The numbers used in one file. Writing belongs to the open transaction, if any."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._ahead: dict[str, list[Used]] = {}
        self._ahead_of = (0, 0)

    def catch_up(self, places: Iterable[tuple[str, str]]) -> None:
        """Note every number written since the last time, at ``(type, field)`` places."""
        known, until = self._behind()
        self._ahead, self._ahead_of = {}, (0, 0)
        if known >= until:
            return
        with self._handle.writing():
            for place, found in self._written(places, known, until):
                self._put_typed(place, found)
            self._handle.put_fact(_SEEN, str(until))

    def look_ahead(self, places: Iterable[tuple[str, str]], most: int) -> bool:
        """Have ``used`` tell what is not noted yet, too, without writing; for hints.

        False when more than ``most`` changes wait: reading them would take too long. What was
        read is kept until something is written.
        """
        known, until = self._behind()
        if until - known > most:
            return False
        if self._ahead_of == (known, until):
            return True
        self._ahead, self._ahead_of = {}, (known, until)
        for place, found in self._written(places, known, until) if known < until else ():
            self._ahead.setdefault(place, []).extend(
                Used(tidy_number(str(number)), str(number), canonical_id(uid), "typed")
                for uid, number in found
            )
        return True

    def _behind(self) -> tuple[int, int]:
        newest = self._handle.one("SELECT coalesce(max(seq), 0) FROM change")
        return int(self._handle.fact(_SEEN) or 0), int(newest[0]) if newest else 0

    def _written(
        self, places: Iterable[tuple[str, str]], known: int, until: int
    ) -> Iterator[tuple[str, list[Row]]]:
        wanted = [(self._handle.tables[name], field) for name, field in places]
        edits = self._has_edits(known, until)
        for table, field in wanted:
            yield f"{table.name}.{field}", self._born(table, field, known, until)
            if edits:
                yield f"{table.name}.{field}", self._edited(table, field, known, until)

    def note_typed(self, place: str, number: str, record_id: RecordId) -> None:
        """Note a number as used by a record that is only queued in the open scope."""
        self._put_typed(place, [(id_bytes(record_id), number)])

    def used(self, place: str, prefix: str) -> list[Used]:
        """Give the used numbers of a place whose tidied text begins like this."""
        rows = self._handle.select(
            "SELECT key, number, uid, how FROM issued_number"
            " WHERE place = ? AND key >= ? AND key < ? ORDER BY key, at",
            (place, prefix, prefix + _PAST_ALL),
        )
        noted = [Used(key, number, canonical_id(uid), how) for key, number, uid, how in rows]
        known = {(one.key, one.id) for one in noted}
        ahead = (one for one in self._ahead.get(place, ()) if one.key.startswith(prefix))
        return noted + [one for one in ahead if (one.key, one.id) not in known]

    def used_before(self, place: str, number: str, but: RecordId) -> bool:
        """Say whether another record than ``but`` ever had a number, as far as noted."""
        found = self._handle.one(
            "SELECT 1 FROM issued_number WHERE place = ? AND key = ? AND uid <> ?",
            (place, tidy_number(number), id_bytes(but)),
        )
        return found is not None

    def issue(self, one: Issue) -> None:
        """Note a number as given out; the file refuses to give it out twice."""
        committee = None if one.committee is None else id_bytes(one.committee)
        self._handle.run(
            "INSERT INTO issued_number(place, key, uid, number, kind, committee, year, series,"
            " sequence, at, how) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued')",
            (one.place, tidy_number(one.number), id_bytes(one.id), one.number, one.kind, committee,
             one.year, one.series, one.sequence, self._now()),
        )  # fmt: skip

    def bearers(self, place: str, ids: Sequence[RecordId]) -> dict[RecordId, Bearer]:
        """Give what became of records: live, voided, and the number they bear now.

        A child row is live and voided as its owner is.
        """
        type_name, _, field = place.partition(".")
        table = self._handle.tables[type_name]
        owner = table.type.owner
        above, join, dead = "own", "", "own.dead"
        if owner is not None and isinstance(owner.kind, Link):
            above, dead = "above", "max(own.dead, above.dead)"
            join = f" JOIN {quoted(owner.kind.target)} AS above ON above.uid = own.{column(owner.name)}"
            table_above = self._handle.tables[owner.kind.target]
        else:
            table_above = table
        voided = f"{above}.voided" if "voided" in table_above.type.by_name else "0"
        sql = (
            f"SELECT own.uid, {dead}, {voided}, own.{column(field)} FROM {table.quoted} AS own{join}"
            " WHERE own.uid IN "
        )
        self._handle.settle(type_name)
        found: dict[RecordId, Bearer] = {}
        for start in range(0, len(ids), _AT_ONCE):
            uids = [id_bytes(one) for one in ids[start : start + _AT_ONCE]]
            for uid, gone, void, number in self._handle.select(
                f"{sql}({','.join('?' * len(uids))})", uids
            ):
                found[canonical_id(uid)] = Bearer(not gone, bool(void), number or "")
        return found

    def lend(self, block: Block) -> None:
        """Note a stretch of numbers as lent; the office does not issue from it."""
        committee = None if block.committee is None else id_bytes(block.committee)
        with self._handle.writing():
            self._handle.run(
                "INSERT INTO number_block(place, kind, committee, year, series, first, last,"
                " lent_to, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (block.place, block.kind, committee, block.year, block.series, block.first,
                 block.last, block.lent_to, self._now()),
            )  # fmt: skip

    def blocks(self, place: str, series: str) -> list[Block]:
        """Give the stretches of a series that were ever lent, lowest first."""
        rows = self._handle.select(
            "SELECT place, kind, committee, year, series, first, last, lent_to, returned"
            " FROM number_block WHERE place = ? AND series = ? ORDER BY first",
            (place, series),
        )
        return [_block(row) for row in rows]

    def _born(self, table: Table, field: str, after: int, until: int) -> list[Row]:
        """What rows born since bear now, removed ones included."""
        handle, name = self._handle, column(field)
        handle.settle(table.name)
        rows = f"SELECT uid, {name} FROM {table.quoted} WHERE {name} IS NOT NULL"
        if not after:
            return handle.select(rows)
        return handle.select(
            f"{rows} AND uid IN (SELECT uid FROM change WHERE seq > ? AND seq <= ? AND type = ?"
            " AND act = 'born')",
            (after, until, table.name),
        )

    def _has_edits(self, after: int, until: int) -> bool:
        found = self._handle.one(
            "SELECT 1 FROM change WHERE seq > ? AND seq <= ? AND act = 'edit' LIMIT 1",
            (after, until),
        )
        return found is not None

    def _edited(self, table: Table, field: str, after: int, until: int) -> list[Row]:
        """What edits since put in, and what they took out."""
        path = f"$.units.{table.type.by_name[field].unit}."
        rows = self._handle.select(
            "SELECT uid, json_extract(body, ?), json_extract(body, ?) FROM change"
            " WHERE seq > ? AND seq <= ? AND act = 'edit' AND type = ?",
            (f"{path}new.{field}", f"{path}old.{field}", after, until, table.name),
        )
        return [(uid, one) for uid, *both in rows for one in both if one is not None]

    def _put_typed(self, place: str, found: Iterable[Row]) -> None:
        now = self._now()
        rows = [(place, tidy_number(str(number)), uid, str(number), now) for uid, number in found]
        with self._handle.writing():
            # In the order of the key: a hundred thousand in any other take four times as long.
            self._handle.run_many(
                "INSERT OR IGNORE INTO issued_number(place, key, uid, number, at, how)"
                " VALUES (?, ?, ?, ?, ?, 'typed')",
                sorted(rows),
            )

    def _now(self) -> str:
        return self._handle.clock().isoformat(timespec="seconds")


def _block(row: Row) -> Block:
    place, kind, committee, year, series, first, last, lent_to, returned = row
    return Block(
        place=place,
        kind=kind,
        committee=None if committee is None else canonical_id(committee),
        year=year or 0,
        series=series,
        first=first,
        last=last,
        lent_to=lent_to,
        returned=returned is not None,
    )
