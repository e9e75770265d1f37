"""RM-1 against a recount in plain Python over the records as they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from db.ledger import Ledger, ListQuery
from db.ledger.demo import fill_demo
from db.periods import Period


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A demo ledger of 240 cases."""
    folder: Path = tmp_path_factory.mktemp("township") / "ledger"
    ledger = Ledger.create(
        folder, kind="office", name="清河镇司法所", code="410199103", password=None, operator="所长"
    )
    fill_demo(ledger, cases=240, seed=7)
    yield ledger
    ledger.close()


def recount(ledger: Ledger, first: date, last: date) -> dict[str, Counter[str]]:
    """Count the closed cases of a period by committee name and column, from the records."""
    found: dict[str, Counter[str]] = {}
    query = ListQuery("mediation_case")
    for row in ledger.page(query, ledger.count(query), 0):
        case = ledger.record(row.id, "mediation_case")
        basis = case.closed_on or case.mediated_until or case.mediated_on
        if case.voided or case.result not in ("1", "2") or not basis or not first <= basis <= last:
            continue
        committee = ledger.record(case.committee, "committee")
        counts = found.setdefault(committee.name, Counter())
        counts.update(columns_of(case, committee))
    return found


def people_of(parties: Any) -> int:
    """Give the people of both sides: told for the side, or row by row, else its parties."""
    sides: dict[str, list[Any]] = {}
    for party in parties:
        sides.setdefault(party.side, []).append(party)
    return sum(_people_of_side([p.people_on_side for p in side]) for side in sides.values())


def _people_of_side(told: list[int | None]) -> int:
    numbers = {n for n in told if n is not None}
    if len(numbers) > 1:
        return sum(n or 1 for n in told)
    return max(len(told), *numbers, 0)


def columns_of(case: Any, committee: Any) -> Counter[str]:
    """Give what one case adds to each column; column 5 in 分."""
    adds = Counter({"1": 1, "2": people_of(case.parties)})
    adds[{"01": "6", "02": "7", "03": "8", "04": "9", "05": "10"}.get(committee.kind, "11")] += 1
    adds["4"] += case.difficulty in ("3", "4")
    handed_over = {"3": "15", "4": "16", "5": "17", "6": "18", "7": "19"}
    if case.source in handed_over:
        adds["14"] += 1
        adds[handed_over[case.source]] += 1
    else:
        adds["12" if case.source == "2" else "13"] += 1
    adds[str(19 + int(case.dispute_type))] += 1
    if case.result == "1":
        adds["3"] += 1
        for agreement in case.agreements[:1]:
            adds["38" if agreement.form == "1" else "39"] += 1
            adds["5"] += int((agreement.amount or Decimal(0)) * 100)
            adds["40"] += agreement.performance_state == "1"
            confirmed = agreement.confirmation in ("1", "2", "3")
            adds["41"] += agreement.performance_state == "2" or confirmed
    return adds


@pytest.mark.parametrize(
    "text", ["2026-03", "2025-11", "2026Q1", "2024Q4", "2025H1", "2025H2", "2025", "2019"]
)
def test_every_cell_equals_a_recount_of_the_records(township: Ledger, text: str):
    period = Period.parse(text)
    expected = recount(township, period.first, period.last)
    table = township.report("RM-1", period)
    seen: set[str] = set()
    for row in table.rows:
        if row.kind != "unit":
            continue
        counts = expected.get(row.label, Counter())
        seen.add(row.label)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if int(column.key) > 43:
                continue
            exact: Any = counts[column.key]
            if column.key == "5":
                exact = (Decimal(exact) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert cell.value == exact, (row.label, column.key)
    assert set(expected) <= seen
