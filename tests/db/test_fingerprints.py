"""A print tells whether what it shows has changed, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.kinds import RecordId
from db.ledger import Subject
from db.ledger.fingerprints import changed_since, made_of

ID = RecordId("0195a000-0000-7000-8000-000000000001")
PATHS = ["accepted_on", "parties.name", "committee", "summary"]


def subject(**more: Any) -> Subject:
    values: dict[str, Any] = {
        "id": ID,
        "accepted_on": date(2026, 3, 1),
        "parties": [{"id": "a", "name": "赵长河"}, {"id": "b", "name": "钱有余"}],
        "committee": {"id": "c", "title": "柳河村调委会", "phone": "1"},
        "summary": None,
        "result": None,
        **more,
    }
    return Subject("mediation_case", values)


KEPT = made_of([subject()], PATHS)


def test_the_same_data_have_not_changed() -> None:
    assert changed_since(KEPT, ID, subject()) is False


def test_what_the_paper_shows_counts() -> None:
    assert changed_since(KEPT, ID, subject(summary="院墙滴水")) is True
    assert changed_since(KEPT, ID, subject(parties=[{"id": "a", "name": "赵长河"}])) is True
    assert changed_since(KEPT, ID, subject(committee={"id": "c", "title": "东河村调委会"})) is True


def test_what_the_paper_does_not_show_does_not_count() -> None:
    assert changed_since(KEPT, ID, subject(result="1")) is False
    other = {"id": "c", "title": "柳河村调委会", "phone": "2"}
    assert changed_since(KEPT, ID, subject(committee=other)) is False


def test_a_record_that_is_gone_has_changed() -> None:
    assert changed_since(KEPT, ID, None) is True


def test_an_older_print_cannot_tell() -> None:
    assert changed_since("", ID, subject()) is None
    assert changed_since(None, ID, subject()) is None
    assert changed_since(KEPT, RecordId("0195a000-0000-7000-8000-000000000002"), subject()) is None


def test_a_large_roster_keeps_nothing() -> None:
    assert made_of([subject()] * 201, PATHS) == ""
