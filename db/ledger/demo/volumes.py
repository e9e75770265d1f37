"""Volumes of several oral cases, as offices bind them at the end of a year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from db.kinds import RecordId, canonical_id
from db.ledger.demo.township import Township

if TYPE_CHECKING:
    from db.store import Store

MOST_IN_ONE = 12
_ORAL = """SELECT uid, committee, substr(closed_on, 1, 4) FROM mediation_case
 WHERE dead = 0 AND form = '1' AND closed_on IS NOT NULL AND coalesce(voided, 0) = 0
 ORDER BY closed_on, id"""


def volume_contents(store: Store, town: Township) -> Iterator[dict[str, Any]]:
    """Give a volume for each committee and past year in which it had oral cases to share one."""
    held: dict[tuple[RecordId, int], list[RecordId]] = {}
    for uid, committee, year in store.select(_ORAL):
        if int(year) < town.today.year:
            held.setdefault((canonical_id(committee), int(year)), []).append(canonical_id(uid))
    for (committee, year), cases in held.items():
        if len(cases) < 2:
            continue
        names = [town.names[one] for one in town.mediators[committee]]
        yield {
            "number": f"（{year}）{town.codes[town.committees.index(committee)]}人调合字第1号",
            "name": f"{year}年度口头调解案件",
            "committee": committee,
            "kind": "2",
            "opened_on": f"{year}-01-01",
            "closed_on": f"{year}-12-31",
            "cases": cases[:MOST_IN_ONE],
            "filed_by": names[0],
            "filed_on": f"{year}-12-31",
            "reviewed_by": names[-1],
            "retention": "1",
        }
