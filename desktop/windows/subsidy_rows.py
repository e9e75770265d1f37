"""The cases of a quarter as rows of the subsidy page: state, reason, amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.windows.plain_table import PlainColumn, PlainRow

if TYPE_CHECKING:
    from db.ledger import Candidate

__all__ = ["COLUMNS", "FILTERS", "key_of", "rows_of", "summary_of"]

COLUMNS: Final = (
    PlainColumn("案号", 206, 1),
    PlainColumn("案件", 70, 5),
    PlainColumn("结案日期", 98),
    PlainColumn("领取人", 66, 1),
    PlainColumn("等级", 74),
    PlainColumn("金额", 70, 1),
    PlainColumn("情况", 86, 0, pill=True),
    PlainColumn("理由", 138, 7),
)
"""Least widths that leave the reason in sight on a screen of 1366 pixels with large type."""
FILTERS: Final = ("全部", "可申报", "不能申报", "已申报")
_TONES: Final = {"1": "warn", "2": "info", "3": "info", "4": "ok", "9": "danger"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A candidate in words."""

    group: str
    state: str
    tone: str
    reason: str


def _shown(one: Candidate, quarter: str) -> _Shown:
    why = "；".join(one.why)
    if one.claim is not None:
        told = why if one.claimed_in == quarter else f"{one.claimed_in}申报；{why}"
        return _Shown("已申报", one.state_label, _TONES.get(one.state, ""), told)
    if not one.eligible:
        return _Shown("不能申报", "不能申报", "", "；".join(one.objections))
    before = f"{one.claimed_in}不予发放，可重新申报；" if one.state else ""
    late = "以前季度结案，补报；" if one.late else ""
    return _Shown("可申报", "可申报", "ok", f"{before}{late}{why}")


def _amount(one: Candidate) -> str:
    if one.amount is None or not (one.eligible or one.claim):
        return ""
    return f"{one.amount:,.2f}" if one.most is None else f"{one.amount:,.0f}—{one.most:,.0f}"


def key_of(what: object) -> str | None:
    """Give what names the row of a candidate, None when nothing can be done with it."""
    claimable = getattr(what, "claimable", False)
    claim: str | None = getattr(what, "claim", None)
    if claim is not None and getattr(what, "state", "") in ("1", "2", "3"):
        return claim
    return str(getattr(what, "id", "")) if claimable else None


def rows_of(found: Sequence[Candidate], group: str, quarter: str) -> list[PlainRow]:
    """Give the rows of those candidates that belong to a filter; quarter: the one shown."""
    rows: list[PlainRow] = []
    for one in found:
        shown = _shown(one, quarter)
        if group not in (FILTERS[0], shown.group):
            continue
        day = one.closed_on.isoformat()
        texts = (one.number, one.name, day, one.payee_name or one.mediators, one.grade_label)
        rows.append(PlainRow((*texts, _amount(one), shown.state, shown.reason), shown.tone, one))
    return rows


def summary_of(found: Sequence[Candidate]) -> str:
    """Give how many cases of the quarter are payable, claimed, paid, and how much money."""
    own = [one for one in found if not one.late]
    payable = [one for one in found if one.claimable]
    claimed = [one for one in found if one.claim is not None]
    money = sum(one.amount or 0 for one in payable)
    paid = sum(one.state == "4" for one in claimed)
    return (
        f"本季度结案 {len(own)} 件　可申报 {len(payable)} 件，{money:,.0f} 元　"
        f"已申报 {len(claimed)} 件，其中已发放 {paid} 件"
    )
