"""RM-1 人民调解案件情况统计表: from closed cases to the finished table.

Source: 司发通〔2010〕239号; cell rules and balance rules from statistics-and-codes 2.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from db.kinds import RecordId, canonical_id
from db.periods import Period
from db.statistics.case_columns import CASE_COLUMNS, CaseColumn
from db.statistics.table import Balance, Cell, Number, ReportRow, ReportTable
from db.store import Store

NAME = "RM-1"
TITLE = "人民调解案件情况统计表"
BELOW, OWN, ALL = "below", "own", "all"
TEN_THOUSAND_YUAN_IN_FEN = 1_000_000

# Base set K of statistics-and-codes 1.1: closed, not voided, basis date in the period.
# A case without its own closing date falls back to the day it was mediated. The people
# of a side (本方当事人数量) are told once, or alike on each of its parties; where not told,
# its parties are counted; different numbers on one side are each party's own, and add up.
# What was claimed (涉案金额) is never taken for what was agreed.
_CLOSED = """
WITH one AS (
 SELECT k.uid AS uid, k.committee AS committee, k.office AS office, k.result AS result,
  k.source AS source, k.dispute_type AS dispute_type, k.difficulty AS difficulty,
  c.kind AS committee_kind, k.averted AS averted, k.averted_people AS averted_people,
  coalesce((SELECT a.form FROM agreement a WHERE a."case" = k.uid AND a.dead = 0
    AND a.form IS NOT NULL ORDER BY a.place LIMIT 1), k.form) AS form,
  coalesce((SELECT sum(coalesce(a.amount, 0)) FROM agreement a
    WHERE a."case" = k.uid AND a.dead = 0), 0) AS amount,
  (SELECT a.performance_state FROM agreement a WHERE a."case" = k.uid AND a.dead = 0
    AND a.performance_state IS NOT NULL ORDER BY a.place LIMIT 1) AS performance_state,
  EXISTS (SELECT 1 FROM agreement a WHERE a."case" = k.uid AND a.dead = 0
    AND a.confirmation IN ('1', '2', '3')) AS taken_to_court,
  coalesce((SELECT sum(side.people) FROM (
    SELECT CASE WHEN min(p.people_on_side) < max(p.people_on_side)
      THEN sum(coalesce(p.people_on_side, 1))
      ELSE max(count(*), coalesce(max(p.people_on_side), 0)) END AS people
    FROM party p WHERE p."case" = k.uid AND p.dead = 0 GROUP BY p.side) side), 0) AS people
 FROM mediation_case k LEFT JOIN committee c ON c.uid = k.committee
 WHERE k.dead = 0 AND coalesce(k.voided, 0) = 0 AND k.result IN ('1', '2')
  AND coalesce(k.closed_on, k.mediated_until, k.mediated_on) BETWEEN ? AND ?
)
"""


@dataclass(frozen=True, slots=True)
class _Unit:
    key: str
    label: str
    own: bool


def compute(reader: Store, period: Period) -> ReportTable:
    """Compute RM-1 of a period: a row per unit, then the totals below, own and all."""
    column = "office" if reader.kind == "county" else "committee"
    sums = _sums(reader, period, column)
    units = _units(reader, period, set(sums))
    rows = [_row(u.key, u.label, "unit", sums.get(u.key)) for u in units]
    below = [sums[u.key] for u in units if not u.own and u.key in sums]
    own = [sums[u.key] for u in units if u.own and u.key in sums]
    rows.append(_row(BELOW, "下级上报总计", "total", _added(below)))
    rows.append(_row(OWN, "本级上报总计", "total", _added(own)))
    rows.append(_row(ALL, "合计", "total", _added([*below, *own])))
    return ReportTable(
        name=NAME,
        title=TITLE,
        period_label=period.label,
        unit_name=reader.name,
        first_heading="单位",
        columns=tuple(c.column for c in CASE_COLUMNS),
        rows=tuple(rows),
        balance=_balances(rows),
        head=("表　　号：", "制定机关：", "文　　号：", "有效期至："),
        foot=("单位负责人：", "统计负责人：", "填表人：", "联系电话：", "报出日期：　　年　月　日"),
        footnotes=(*_FOOTNOTES, _rates(rows[-1])),
    )


_FOOTNOTES = (
    "统计口径：按结案日期（未填结案日期的按调解日期）归入本期，只计调解成功、调解不成功的案件，"
    "已作废和有待继续调解的案件不计。",
    "协议涉及金额以元累计后折合万元，保留两位小数。",
    "排查纠纷、预防纠纷尚无台账数据，留空待填。",
)


def _rates(total: ReportRow) -> str:
    """Give the rates printed with the table, with numerator and denominator."""
    v = _values(total)
    agreed = v[38] + v[39]
    return f"调解成功率（3÷1）{_percent(v[3], v[1])}；协议履行率（40÷（38＋39））{_percent(v[40], agreed)}。"


def _percent(part: int, whole: int) -> str:
    if not whole:
        return "—"
    share = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{part}/{whole}＝{share}%"


def trace(reader: Store, period: Period, row: str, column: str) -> list[tuple[str, RecordId]]:
    """Give the cases behind one cell, by acceptance day."""
    found = next((c for c in CASE_COLUMNS if c.column.key == column), None)
    if found is None or found.where is None:
        return []
    by = "office" if reader.kind == "county" else "committee"
    sql = (
        f"{_CLOSED}, hit AS (SELECT * FROM one WHERE {found.where})"
        f" SELECT hit.uid, hit.{by}, hit.committee_kind FROM hit"
        " JOIN mediation_case k ON k.uid = hit.uid ORDER BY k.accepted_on, k.id"
    )
    return [
        ("mediation_case", canonical_id(uid))
        for uid, unit, kind in reader.select(sql, _bounds(period))
        if row in (_key(unit), ALL, OWN if _is_own(reader, kind) else BELOW)
    ]


def _is_own(reader: Store, kind: Any) -> bool:
    """Say whether a committee is of the reporter's own level: the township's.

    At the county every office is below. Inferred; the printed form only names the rows.
    """
    return reader.kind != "county" and kind in ("03", "04")


def _bounds(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


def _key(unit: object) -> str:
    if isinstance(unit, bytes):
        return str(canonical_id(unit))
    return "" if unit is None else str(unit)


def _sums(reader: Store, period: Period, by: str) -> dict[str, tuple[Number, ...]]:
    parts = ", ".join(_sum_of(c) for c in CASE_COLUMNS)
    sql = f"{_CLOSED} SELECT {by}, {parts} FROM one GROUP BY {by}"
    return {_key(row[0]): tuple(row[1:]) for row in reader.select(sql, _bounds(period))}


def _sum_of(column: CaseColumn) -> str:
    if column.where is None:
        return "NULL"
    return f"coalesce(sum(CASE WHEN {column.where} THEN {column.adds} END), 0)"


def _units(reader: Store, period: Period, used: set[str]) -> list[_Unit]:
    if reader.kind == "county":
        cards = (note.body for note in reader.local.notes("card"))
        named = {str(card["code"]): str(card["name"]) for card in cards}
        return [_Unit(code, named.get(code, code), False) for code in sorted({*named, *used})]
    sql = (
        "SELECT uid, name, kind, founded_on, ended_on, dead FROM committee"
        " ORDER BY kind IN ('03', '04') DESC, number, id"
    )
    last = period.last.isoformat()
    units: list[_Unit] = []
    for uid, name, kind, founded, ended, dead in reader.select(sql):
        alive = not dead and (founded or "") <= last and (not ended or ended > last)
        if alive or _key(uid) in used:
            label = "（已删除的调委会）" if dead else str(name)
            units.append(_Unit(_key(uid), label, _is_own(reader, kind)))
    known = {unit.key for unit in units}
    units += [_Unit(key, "（没有登记的调委会）", False) for key in sorted(used - known)]
    return units


def _added(parts: Iterable[tuple[Number, ...]]) -> tuple[Number, ...] | None:
    total: tuple[Number, ...] | None = None
    for part in parts:
        total = (
            part if total is None else tuple(_plus(a, b) for a, b in zip(total, part, strict=True))
        )
    return total


def _plus(a: Number, b: Number) -> Number:
    return None if a is None or b is None else a + b


def _row(key: str, label: str, kind: Any, sums: tuple[Number, ...] | None) -> ReportRow:
    cells: list[Cell] = []
    for place, one in enumerate(CASE_COLUMNS):
        value: Number = None if one.where is None else 0 if sums is None else sums[place]
        if one.column.places and value is not None:
            value = in_ten_thousand_yuan(int(value))
        cells.append(Cell(value, one.column.text(value)))
    return ReportRow(key, label, kind, tuple(cells))


def in_ten_thousand_yuan(fen: int) -> Decimal:
    """Give 分 as 万元 with two places, half up, divided at the very end (1.2)."""
    exact = Decimal(fen) / TEN_THOUSAND_YUAN_IN_FEN
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


Values = dict[int, Any]


def _between(first: int, last: int) -> Callable[[Values], Any]:
    return lambda v: sum(v[k] for k in range(first, last + 1))


_RULES: tuple[tuple[str, str, Any, Callable[[Values], bool]], ...] = (
    ("B1", "1＝6＋7＋8＋9＋10＋11", "error", lambda v: v[1] == _between(6, 11)(v)),
    ("B2", "1＝12＋13＋14", "error", lambda v: v[1] == _between(12, 14)(v)),
    ("B3", "14＝15＋16＋17＋18＋19", "error", lambda v: v[14] == _between(15, 19)(v)),
    ("B4", "1＝20＋21＋…＋37", "error", lambda v: v[1] == _between(20, 37)(v)),
    ("B5", "3≤1", "error", lambda v: v[3] <= v[1]),
    ("B6", "4≤1", "error", lambda v: v[4] <= v[1]),
    ("B7", "38＋39≤3", "warning", lambda v: v[38] + v[39] <= v[3]),
    ("B8", "40＋41＋42＋43≤38＋39", "warning", lambda v: _between(40, 43)(v) <= v[38] + v[39]),
    (
        "B9",
        "各项防止：人≥件，件为0则人为0",
        "error",
        lambda v: all(
            v[k + 1] >= v[k] and (v[k] == 0) == (v[k + 1] == 0) for k in (46, 48, 50, 52)
        ),
    ),
    ("B10", "5＞0时38＋39＞0", "warning", lambda v: v[5] == 0 or v[38] + v[39] > 0),
    ("B11", "2≥2×1", "warning", lambda v: v[2] >= 2 * v[1]),
)


def _balances(rows: list[ReportRow]) -> tuple[Balance, ...]:
    results = [
        Balance(rule, text, severity, tuple(r.label for r in rows if not keeps(_values(r))))
        for rule, text, severity, keeps in _RULES
    ]
    return (*results, _total_balance(rows))


def _values(row: ReportRow) -> Values:
    return {
        int(c.column.key): cell.value or 0 for c, cell in zip(CASE_COLUMNS, row.cells, strict=True)
    }


def _total_balance(rows: list[ReportRow]) -> Balance:
    """B12: the total equals the sum of the units, column by column.

    The amount is compared within the rounding of each unit's two places.
    """
    units = [_values(r) for r in rows if r.kind == "unit"]
    total = _values(rows[-1])
    off = [
        key
        for key, value in total.items()
        if abs(value - sum(u[key] for u in units))
        > (len(units) * Decimal("0.005") if key == 5 else 0)
    ]
    return Balance("B12", "合计＝各单位之和", "error", ("合计",) if off else ())
