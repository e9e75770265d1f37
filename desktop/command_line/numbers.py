"""Commands on official numbers: numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.session import Session

if TYPE_CHECKING:
    from db.ledger.number_gaps import Gap, SeriesReport


def numbers(session: Session) -> Answer:
    """Tell per series of a year the last number, gaps with why, and numbers used twice."""
    year = session.args.year or session.ledger.today.year
    found = session.ledger.numbers.gaps(year)
    lines: list[str] = []
    for one in found:
        lines.append(
            f"{one.label}　{one.committee}　最后一号 {one.last_number}　"
            f"用过 {one.issued} 个，在用 {one.used} 个"
        )
        lines += [f"  空号 {_shown(gap)}：{gap.why}" for gap in one.gaps]
        lines += [f"  重号 {twice.number}：{len(twice.ids)} 条记录" for twice in one.duplicates]
    data = {"year": year, "series": [_data(one) for one in found]}
    twice = any(one.duplicates for one in found)
    return Answer(data, lines or [f"{year} 年没有编过号。"], FINDINGS if twice else 0)


def _shown(gap: Gap) -> str:
    run = f" 等 {gap.until - gap.sequence + 1} 个" if gap.until > gap.sequence else ""
    return gap.number + run


def _data(one: SeriesReport) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "label": one.label,
        "type": one.type_name,
        "committee": one.committee,
        "pattern": one.pattern,
        "first": one.first,
        "last": one.last,
        "last_number": one.last_number,
        "issued": one.issued,
        "used": one.used,
        "gaps": [
            {"sequence": g.sequence, "until": g.until, "number": g.number, "why": g.why, "id": g.id}
            for g in one.gaps
        ],
        "duplicates": [
            {"sequence": d.sequence, "number": d.number, "ids": list(d.ids)} for d in one.duplicates
        ],
    }
