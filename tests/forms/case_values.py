"""What the papers of a case have to print of it: paper by paper, every value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from forms.numbered_items import split_items

Row = dict[str, Any]
NO_SESSION: list[Row] = [{}]


def values_of(case: Row, *, local: bool) -> Iterator[tuple[str, str]]:
    """Paper and value, for everything that the papers of a case have to print."""
    for name, value in _values(case, local=local):
        if value:
            yield name, value


def _values(case: Row, *, local: bool) -> Iterator[tuple[str, str | None]]:
    yield "case_cover", case["committee"]["name"]
    for field in ("volume_name", "number", "filed_by", "remarks"):
        yield "case_cover", case[field]
    yield "case_cover", "、".join(one["title"] for one in case["mediators"])
    for field in ("mediated_on", "filed_on"):
        yield "case_cover", _day(case[field])
    yield "application", _lines(case["summary"])
    yield from (("application", one) for one in split_items(case["requests"] or ""))
    yield "application", _day(case["applied_on"])
    yield "case_registration", _lines(case["summary"])
    yield "case_registration", _day(case["accepted_on"])
    yield "case_registration", "、".join(one["name"] for one in case["parties"][1:])
    yield "rights_notice", _day(case["rights_told_on"])
    yield from _of_parties(case, local=local)
    yield from _of_records(case)
    yield from _of_agreements(case)
    yield from _of_exhibits(case)
    yield "volume_statement", _lines(case["volume_note"])
    yield "volume_statement", case["filed_by"]
    yield from (("back_cover", case[one]) for one in ("filed_by", "reviewed_by"))
    yield "back_cover", _day(case["filed_on"])


def _of_parties(case: Row, *, local: bool) -> Iterator[tuple[str, str | None]]:
    agreed = {one["form"] for one in case["agreements"]}
    papers = ["application", *(["agreement"] if "2" in agreed else [])]
    papers += ["oral_agreement"] if "1" in agreed else []
    for paper in papers:
        for one in case["parties"]:
            for field in ("name", "contact", "address", "legal_head", "head_post"):
                yield paper, one.get(field)
            yield paper, (one["id_number"] or one.get("credit_code")) if local else None
        for one in case["agents"]:
            yield paper, one["name"] if local else None


def _of_records(case: Row) -> Iterator[tuple[str, str | None]]:
    for one in case["inquiries"]:
        yield "inquiry_record", _held(one)
        for field in ("place", "participants", "subject", "subject_note", "investigator"):
            yield "inquiry_record", one[field]
        yield "inquiry_record", _lines(one["content"])
    sessions: list[Row] = case["sessions"]
    alone = len(sessions) < 2
    for one in sessions or NO_SESSION:
        if one.get("held_on"):
            yield "mediation_record", _held(one)
        for field in ("place", "participants", "minutes"):
            yield "mediation_record", _lines(one.get(field) or (case[field] if alone else None))
        present = one.get("parties_present")
        names = [present] if present else [party["name"] for party in case["parties"]]
        yield from (("mediation_record", name) for name in names)
        result = one.get("result") or (case["result"] if alone else None)
        marks = {"1": "成功✓；", "2": "不成✓；", "3": "继续调解✓", None: None}
        yield "mediation_record", marks[result]
    for one in case["follow_ups"]:
        numbers = "、".join(row["number"] for row in case["agreements"] if row["number"])
        yield "follow_up_record", one["person"]
        yield "follow_up_record", one["agreement_number"] or numbers
        yield "follow_up_record", one["reason"] or case["volume_name"]
        yield "follow_up_record", _day(one["visited_on"])
        yield "follow_up_record", _lines(one["findings"])


def _of_agreements(case: Row) -> Iterator[tuple[str, str | None]]:
    for one in case["agreements"]:
        paper = "oral_agreement" if one["form"] == "1" else "agreement"
        yield paper, one["number"]
        for field in ("facts", "terms", "performance"):
            yield paper, _lines(one[field])
        yield paper, _day(one["agreed_on"])
        if paper == "agreement" and one["copies"]:
            yield paper, f"一式{one['copies']}份"


def _of_exhibits(case: Row) -> Iterator[tuple[str, str | None]]:
    for one in case["attachments"]:
        for field in ("title", "proves", "provided_by"):
            yield "evidence_list", one[field]


def _day(day: date | None) -> str | None:
    return f"{day.year}年{day.month}月{day.day}日" if day else None


def _held(row: Row) -> str:
    times: list[time] = [row[one] for one in ("starts_at", "ends_at") if row[one]]
    return (_day(row["held_on"]) or "") + "至".join(
        f"{one.hour}时{one.minute:02d}分" for one in times
    )


def _lines(text: str | None) -> str | None:
    return text and "".join(line.strip() for line in text.split("\n"))
