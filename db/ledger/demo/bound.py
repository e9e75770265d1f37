"""What an office keeps beside the cases of the demo: bound volumes of short cases, days off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from db.store import ListQuery
from resources import shipped_file

if TYPE_CHECKING:
    from db.ledger.door import Ledger

_ORAL, _SUCCESS = "1", "1"
_MOST_VOLUMES = 3
_ENOUGH = 4
_LOOKED_AT = 600


def holiday_contents(today: date) -> Iterator[dict[str, Any]]:
    """Give days off of the office's own, as a local notice may add them."""
    next_year = today.year + 1
    for number in range(2):
        yield {
            "day": (date(next_year, 8, 9) + timedelta(days=number)).isoformat(),
            "kind": "1",
            "name": "本县传统节日（演示）",
            "source": f"清河政办〔{next_year}〕示例号",
        }


def numbering_contents(today: date) -> Iterator[dict[str, Any]]:
    """Give how the office numbers its cases: as the numbers of the demo's cases read."""
    yield {
        "kind": "案号",
        "pattern": "（{年}）{代字}人调字第{序号}号",
        "digits": 3,
        "yearly": True,
        "since": f"{today.year - 10}-01-01",
    }


def profile_contents() -> Iterator[dict[str, Any]]:
    """Give a way of printing of the office's own, offered beside the shipped ones."""
    source = paper_text()
    yield {
        "name": "本所样式（演示）",
        "based_on": "本地样式",
        "editions": [
            {"paper": "back_cover", "content": source, "note": "与自带文书相同，可在此修改"}
        ],
    }


def paper_text() -> str:
    """Give the shipped text of the paper the demo has an edition of."""
    return shipped_file("papers/back_cover.toml").read_text(encoding="utf-8")


def volume_contents(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Give volumes that hold the oral cases one committee closed in one year.

    Source: mediation forms 4.2 (多案一卷: simple and oral cases, closed at intervals).
    """
    query = ListQuery("mediation_case", where=(("state", "03"),))
    groups: dict[tuple[str, int], list[Any]] = {}
    for row in ledger.page(query, _LOOKED_AT, 0):
        case = ledger.record(row.id, "mediation_case")
        if case is None or case.form != _ORAL or case.result != _SUCCESS or case.closed_on is None:
            continue
        groups.setdefault((case.committee, case.closed_on.year), []).append(case)
    full = sorted(groups.items(), key=lambda pair: -min(len(pair[1]), _ENOUGH))
    for number, ((committee, year), held) in enumerate(full[:_MOST_VOLUMES], 1):
        last = max(case.closed_on for case in held)
        filed = last + timedelta(days=10)
        yield {
            "number": f"（{year}）调合字第{number:03d}号",
            "name": f"{year}年口头调解案件",
            "committee": committee,
            "kind": "2",
            "opened_on": min(case.closed_on for case in held).isoformat(),
            "closed_on": last.isoformat(),
            "cases": [case.id for case in held],
            "filed_by": held[0].registrar,
            "filed_on": min(filed, ledger.today).isoformat(),
            "retention": "1",
            "note": "卷内为口头协议案件，没有书面协议书。",
        }
