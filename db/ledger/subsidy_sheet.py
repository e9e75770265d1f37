"""The pay sheet of a quarter as values: a row per mediator, counted by grade, with totals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from db.codes import code_list
from db.kinds import RecordId
from db.periods import Period
from db.rules.problem import Look

COLUMNS = ("一般", "疑难", "重大", "口头")
"""The columns of 案件补贴发放表; each grade counts in the column its code list names."""


@dataclass(slots=True)
class SheetRow:
    """One mediator: cases by column, the amounts per case paid, the sum, the account."""

    payee: RecordId
    name: str
    committee: str
    account: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))
    standards: list[Decimal] = field(default_factory=list[Decimal])
    amount: Decimal = Decimal(0)

    def add(self, claim: Any) -> None:
        """Count one claim in."""
        entry = code_list("subsidy_grade").entry(claim.grade)
        column = "" if entry is None else entry.more.get("group", "")
        self.counts[column if column in self.counts else COLUMNS[0]] += 1
        if claim.amount not in self.standards:
            self.standards.append(claim.amount)
        self.amount += claim.amount


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a quarter in the order of committees and mediators, and the claims behind."""

    period: Period
    rows: tuple[SheetRow, ...]
    claims: tuple[RecordId, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Give the cases of all mediators by column."""
        return {name: sum(row.counts[name] for row in self.rows) for name in COLUMNS}

    @property
    def total(self) -> Decimal:
        """Give the sum of all amounts."""
        return sum((row.amount for row in self.rows), Decimal(0))


def sheet_of(look: Look, claims: Iterable[RecordId], period: Period) -> Sheet:
    """Give the sheet of these claims, a row where each mediator first appears."""
    ids = tuple(claims)
    rows: dict[RecordId, SheetRow] = {}
    for one in ids:
        claim = look.get("subsidy", one)
        if claim.payee not in rows:
            rows[claim.payee] = _row(look, claim.payee)
        rows[claim.payee].add(claim)
    return Sheet(period, tuple(rows.values()), ids)


def _row(look: Look, payee: RecordId) -> SheetRow:
    mediator = look.get("mediator", payee)
    person = None if mediator is None else look.get("person", mediator.person)
    committee = None if mediator is None else look.get("committee", mediator.committee)
    return SheetRow(
        payee,
        str(getattr(person, "name", "") or ""),
        str(getattr(committee, "name", "") or ""),
        str(getattr(mediator, "bank_account", None) or ""),
    )
