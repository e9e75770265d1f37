"""What the fictional township pays by the case: standards, criteria, the claims of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from db.kinds import RecordId
from db.ledger.subsidy_cases import claim_content
from db.periods import Period

if TYPE_CHECKING:
    from db.ledger.door import Ledger

QUARTERS = 3
"""How many quarters before the present one were claimed."""
LEFT_OUT = 11
"""One case in so many was not claimed in its quarter and is offered late."""
_SOURCE = "清财行〔2023〕18号（虚构）"
_AMOUNTS = {
    "1": {"2": 80, "3": 150, "4": 300, "5": 30},
    "2": {"2": 100, "3": 200, "4": 400, "5": 50},
}
_CRITERIA: tuple[dict[str, Any], ...] = (
    {"grade": "4", "measure": "01", "least": 10},
    {"grade": "4", "measure": "02", "least": 100_000},
    {"grade": "4", "measure": "04", "least": 5, "dispute_types": ["10"]},
    {"grade": "4", "measure": "05", "least": 3, "dispute_types": ["6", "11"]},
    {"grade": "4", "measure": "06"},
    {"grade": "4", "measure": "07", "forecasts": ["3", "4", "5"]},
    {"grade": "4", "measure": "09"},
    {"grade": "4", "measure": "10", "difficulties": ["3"]},
    {"grade": "3", "measure": "02", "least": 20_000},
    {"grade": "3", "measure": "10", "difficulties": ["4"]},
)


def add_standards(enter: Callable[[str, dict[str, Any]], RecordId], today: date) -> None:
    """Enter what a case of each grade is paid, and what makes a case one."""
    since = _quarter(today, QUARTERS).first.isoformat()
    for level, amounts in _AMOUNTS.items():
        for grade, amount in amounts.items():
            enter(
                "subsidy_standard",
                {
                    "grade": grade,
                    "level": level,
                    "amount": f"{amount}.00",
                    "valid_from": since,
                    "source": _SOURCE,
                },
            )
    for criterion in _CRITERIA:
        enter("grading_criterion", {**criterion, "source": _SOURCE})


def claim_contents(ledger: Ledger, back: int) -> Iterator[dict[str, Any]]:
    """Give the claims made ``back`` quarters ago, most of them paid by now."""
    period, first = (_quarter(ledger.today, one) for one in (back, QUARTERS))
    day = period.last - timedelta(days=5)
    found = [one for one in ledger.subsidies.candidates(period) if one.claimable]
    # What was closed before the first of these quarters was paid under the rules before.
    known = [one for one in found if first.first <= one.closed_on <= day]
    for number, candidate in enumerate(known):
        if number % LEFT_OUT == LEFT_OUT - 1:
            continue
        yield {
            **claim_content(candidate, period, day),
            "committee_opinion_on": day.isoformat(),
            **_progress(ledger.today, day, back, number),
        }


def _quarter(today: date, back: int) -> Period:
    period = Period.containing(today, "quarter")
    for _ in range(back):
        period = period.previous()
    return period


def _progress(today: date, day: date, back: int, number: int) -> dict[str, Any]:
    """Give how far a claim has come: older quarters are paid, the last one is on its way."""
    checked, reviewed, paid = (day + timedelta(days=days) for days in (9, 20, 34))
    if checked > today or (back == 1 and number % 10 == 9):
        return {}
    steps = {"state": "2", "office_opinion": "案卷完整，同意。"}
    steps["office_opinion_on"] = checked.isoformat()
    if reviewed > today or (back == 1 and number % 10 == 8):
        return steps
    steps |= {"state": "3", "bureau_opinion": "同意。", "bureau_opinion_on": reviewed.isoformat()}
    if back == 1 or paid > today:
        return steps
    return {**steps, "state": "4", "paid_on": paid.isoformat()}
