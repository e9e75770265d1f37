"""The fictional township: every record type filled, from a seed, no real person."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from db.drafts import IdMaker
from db.kinds import RecordId
from db.ledger.demo.bound import (
    holiday_contents,
    numbering_contents,
    profile_contents,
    volume_contents,
)
from db.ledger.demo.cases import YEARS, case_contents
from db.ledger.demo.services import add_consultants, add_places, visit_contents
from db.ledger.demo.subsidies import QUARTERS, add_standards, claim_contents
from db.ledger.demo.township import (
    Township,
    add_committees,
    add_office,
    add_villages,
    training_setting,
)
from db.ledger.entry import Added, add_many
from db.records import ALL_RECORD_TYPES, record_type
from db.store import ListQuery

if TYPE_CHECKING:
    from db.ledger.door import Ledger


def fill_demo(ledger: Ledger, *, cases: int = 3000, seed: int = 1) -> dict[str, int]:
    """Fill a new ledger; the same seed and day give the same records, ids included.

    Gives the number of records per record type.
    """
    rng = Random(seed)
    maker = _Maker(ledger, _ids(seed, ledger))
    town = Township(ledger.today)
    add_office(maker.enter, ledger.today)
    add_villages(maker.enter, town, rng)
    add_committees(maker.enter, town, rng)
    add_places(maker.enter, town, rng)
    engaged = add_consultants(maker.enter, town, rng)
    add_standards(maker.enter, ledger.today)
    maker.flush()
    maker.enter_all("service_log", visit_contents(town, rng, engaged))
    course = Random(seed * 7919 + 2)
    maker.enter_all("mediation_case", case_contents(town, rng, cases, course))
    maker.enter_all("volume", list(volume_contents(ledger)))
    maker.enter_all("holiday", holiday_contents(ledger.today))
    maker.enter_all("numbering", numbering_contents(ledger.today))
    maker.enter_all("paper_profile", profile_contents())
    for back in range(QUARTERS, 0, -1):
        maker.enter_all("subsidy", list(claim_contents(ledger, back)))
    maker.enter_all("rule_setting", [training_setting(town.today.year)])
    counts = {kind.name: ledger.count(ListQuery(kind.name)) for kind in ALL_RECORD_TYPES}
    return {name: number for name, number in counts.items() if number}


class _Maker:
    """Enters records in order, as a clerk's command would, many to a transaction."""

    def __init__(self, ledger: Ledger, make_id: IdMaker) -> None:
        self._ledger = ledger
        self._make_id = make_id
        self._waiting: list[tuple[str, dict[str, Any]]] = []

    def enter(self, type_name: str, content: dict[str, Any]) -> RecordId:
        """Note a record for entry and give the id it will have."""
        record_id = self._make_id()
        self._waiting.append((type_name, {"id": record_id, **content}))
        return record_id

    def flush(self) -> None:
        """Enter what waits, a run of the same type at a time, in order."""
        waiting, self._waiting = self._waiting, []
        order = dict.fromkeys(name for name, _ in waiting)
        for wanted in sorted(order, key=_PLACE.__getitem__):
            self.enter_all(wanted, (content for name, content in waiting if name == wanted))

    def enter_all(self, type_name: str, contents: Iterable[dict[str, Any]]) -> None:
        """Enter many records of one type; a refusal is a fault of the demo itself."""
        store = self._ledger.store
        given = ((n, _without_empty(c)) for n, c in enumerate(contents, 1))
        look = store.look(self._ledger.today)
        kind = record_type(type_name)
        for result in add_many(store, kind, given, look=look, make_id=self._make_id):
            if not isinstance(result, Added):
                raise AssertionError(f"demo {type_name} {result.line}: {result.problems}")


_PLACE = {
    name: place
    for place, name in enumerate(
        ("office", "village", "person", "committee", "committee_term", "mediator",
         "legal_service_place", "consultant", "consultant_contract",
         "subsidy_standard", "grading_criterion", "rule_setting")
    )
}  # fmt: skip
"""Order of entry: what others link to comes first."""


def _without_empty(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if value is not None}


def _ids(seed: int, ledger: Ledger) -> IdMaker:
    rng = Random(seed * 7919 + 1)
    start = datetime.combine(ledger.today, datetime.min.time()) - timedelta(days=YEARS * 366)
    moment = [int(start.timestamp() * 1000)]

    def make() -> RecordId:
        moment[0] += 1
        bits = (moment[0] << 80) | (7 << 76) | (rng.getrandbits(12) << 64)
        bits |= (2 << 62) | rng.getrandbits(62)
        return RecordId(str(uuid.UUID(int=bits)))

    return make
