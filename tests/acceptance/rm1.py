"""RM-1 counted by hand from neutral cases, after statistics-and-codes 1.1, 1.2, 2.1 and 8.1–8.9.

Nothing here is taken from the program; columns are numbered as in section 2.1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.acceptance.neutral import CHANNELS, TOPICS, Party, Quarrel
from tests.acceptance.township import Township

KINDS = {
    "村调委会": 6,
    "居（社区）调委会": 7,
    "乡镇调委会": 8,
    "街道调委会": 9,
    "企事业单位调委会": 10,
    "行业性专业性调委会": 11,
    "其他调委会": 11,
}
OWN_LEVEL = ("乡镇调委会", "街道调委会")
"""Whose cases the office reports as 本级; all others are reported from below."""

APPLIED = ("当事人申请", "直接申请", "网上申请")
HANDED_OVER = {
    "法院委托移送": 15,
    "检察院委托移送": 16,
    "公安机关委托移送": 17,
    "信访部门委托移送": 18,
    "其他部门委托移送": 19,
}
PERFORMED = {"协议已履行": 40, "司法确认": 41, "达成协议后起诉": 42, "法院判决维持": 43}

Figures = dict[int, int | Decimal]


def days_of(period: str) -> tuple[date, date]:
    """Give first and last day of 2026-W01, 2026-10, 2026Q4, 2026H2 or 2026."""
    year = int(period[:4])
    if "W" in period:
        first = date.fromisocalendar(year, int(period[6:]), 1)
        return first, first + timedelta(days=6)
    start, months = 1, 12
    if "Q" in period:
        start, months = int(period[5]) * 3 - 2, 3
    elif "H" in period:
        start, months = int(period[5]) * 6 - 5, 6
    elif "-" in period:
        start, months = int(period[5:]), 1
    end = start + months
    after = date(year + 1, 1, 1) if end == 13 else date(year, end, 1)
    return date(year, start, 1), after - timedelta(days=1)


def counted(case: Quarrel, period: str) -> bool:
    """Say whether a case belongs to base set K of a period."""
    first, last = days_of(period)
    closed = case.outcome in ("settled", "failed") and not case.void
    return closed and case.ended is not None and first <= case.ended <= last


def marks(case: Quarrel, kind: str) -> Counter[int]:
    """Give what one case of K adds to each column; column 5 in 分."""
    assert case.channel in CHANNELS
    adds = Counter({1: 1, 2: heads(case.parties), KINDS[kind]: 1})
    adds[20 + TOPICS.index(case.topic)] += 1
    adds[4] += case.weight in ("重大纠纷", "疑难纠纷")
    if case.channel in HANDED_OVER:
        adds.update((14, HANDED_OVER[case.channel]))
    else:
        adds[13 if case.channel in APPLIED else 12] += 1
    adds[3] += case.outcome == "settled"
    if case.deal is not None:
        adds[39 if case.deal.on_paper else 38] += 1
        adds[5] += (case.deal.cents or 0) if case.deal.registered else 0
        if case.deal.registered and case.deal.performed in PERFORMED:
            adds[PERFORMED[case.deal.performed]] += 1
    return adds


def heads(parties: Iterable[Party]) -> int:
    """Give the people on both sides: the number told for a side, else its party rows."""
    total = 0
    for claims in (True, False):
        side = [one for one in parties if one.claims is claims]
        told = [one.heads for one in side if one.heads is not None]
        total += max(told) if told else len(side)
    return total


def figures(cases: Iterable[Quarrel], township: Township) -> Figures:
    """Give the columns 1–43 over these cases of K."""
    sums: Counter[int] = Counter()
    for case in cases:
        sums.update(marks(case, township.body(case.body).kind))
    made: Figures = {column: sums[column] for column in range(1, 44)}
    made[5] = (Decimal(sums[5]) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return made


def table(township: Township, period: str) -> dict[str, Figures]:
    """Give row label → columns: the units with cases, and the three totals."""
    inside = [case for case in township.quarrels if counted(case, period)]
    rows = {
        body.name: figures([case for case in inside if case.body == body.ref], township)
        for body in township.bodies
    }
    own = {body.ref for body in township.bodies if body.kind in OWN_LEVEL}
    rows["下级上报总计"] = figures([one for one in inside if one.body not in own], township)
    rows["本级上报总计"] = figures([one for one in inside if one.body in own], township)
    rows["合计"] = figures(inside, township)
    return rows
