"""Scans in a volume: signed pages in their places, lost files told, several cases in one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.volume import BoundVolume, NoVolume, bound_volume
from tests.desktop.volume_reading import numbers, texts
from tests.desktop.volume_world import a_full_case, scanned_pdf


@pytest.fixture
def case(office_ledger: Ledger, tmp_path: Path) -> RecordId:
    """A case with photos, lying and standing, and PDFs of every shape."""
    return a_full_case(office_ledger, tmp_path)


def signed(ledger: Ledger, case_id: RecordId, page_no: int, content: bytes, pages: int = 1) -> None:
    """Add a scan of a page of the case's agreement, as the scanner's codes tell it."""
    draft = ledger.draft(case_id)
    assert draft is not None
    is_pdf = content.startswith(b"%PDF")
    row = {
        "title": "协议书（签字件）",
        "item": "09",
        "paper": "agreement",
        "row": ledger.record(case_id).agreements[0].id,
        "page_no": page_no,
        "pages": pages,
        "sha256": ledger.attachments.put(content),
        "media": "application/pdf" if is_pdf else "image/jpeg",
    }
    assert draft.add_row("attachments").take(row) == []
    ledger.save(draft)


def agreement_pages(made: BoundVolume) -> tuple[list[str], int]:
    """The texts of the agreement's pages, and how many of them are scans."""
    item = next(line.item for line in made.lines if "协议书" in line.item.title)
    assert item.first_page is not None
    start = made.unnumbered + item.first_page - 1
    return texts(made.pdf)[start : start + item.pages], item.pieces[0].scanned


def test_a_signed_page_stands_in_the_place_of_the_printed_one(
    office_ledger: Ledger, case: RecordId
) -> None:
    before, _ = agreement_pages(bound_volume(office_ledger, case))
    signed(office_ledger, case, 2, scanned_pdf(1, mark="signed"))
    after, scanned = agreement_pages(bound_volume(office_ledger, case))
    assert (len(before), len(after), scanned) == (2, 2, 1)
    assert "经调解，自愿达成如下协议" in after[0]
    assert "signed page 1" in after[1]
    assert "记录人" not in after[1]


def test_a_signed_document_replaces_all_its_pages(office_ledger: Ledger, case: RecordId) -> None:
    signed(office_ledger, case, 1, scanned_pdf(3, mark="signed"), pages=3)
    after, scanned = agreement_pages(bound_volume(office_ledger, case))
    assert ([f"signed page {n}" in text for n, text in enumerate(after, 1)], scanned) == (
        [True] * 3, 3,
    )  # fmt: skip


def test_the_later_of_two_scans_of_a_page_stands(office_ledger: Ledger, case: RecordId) -> None:
    signed(office_ledger, case, 1, scanned_pdf(1, mark="blurred"))
    signed(office_ledger, case, 1, scanned_pdf(1, mark="better"))
    after, _ = agreement_pages(bound_volume(office_ledger, case))
    assert "better page 1" in after[0]
    assert not any("blurred" in text for text in after)


def test_an_attachment_whose_file_is_lost_is_left_out_and_told(
    office_ledger: Ledger, case: RecordId
) -> None:
    whole = bound_volume(office_ledger, case)
    for file in office_ledger.attachments.folder.iterdir():
        file.unlink()
        break
    made = bound_volume(office_ledger, case)
    assert made.pages in range(whole.pages - 3, whole.pages)
    (warning,) = made.warnings
    assert "没有装入" in warning
    assert [one.what for one in office_ledger.check_everything()] == ["attachment"]


def test_a_record_without_a_volume_says_so(office_ledger: Ledger, case: RecordId) -> None:
    committee = office_ledger.record(case).committee
    with pytest.raises(NoVolume):
        bound_volume(office_ledger, committee)


def test_several_oral_cases_are_bound_in_one(office_ledger: Ledger, case: RecordId) -> None:
    oral = [oral_case(office_ledger, case, number) for number in (7, 8, 9)]
    draft = office_ledger.new_draft("volume")
    assert draft.take(
        {
            "number": "（2026）柳人调合字第2号",
            "name": "2026年第一季度口头调解案件",
            "committee": office_ledger.record(case).committee,
            "kind": "2",
            "cases": oral,
            "filed_by": "李惠民",
            "filed_on": date(2026, 3, 10),
            "retention": "1",
        }
    ) == []  # fmt: skip
    office_ledger.save(draft)
    made = bound_volume(office_ledger, draft.id)
    assert [line.item.title.split()[0] for line in made.lines[:3]] == [
        f"（2026）柳人调字第{n}号" for n in (7, 8, 9)
    ]
    first = 1
    for line in made.lines[:3]:
        assert line.item.first_page == first
        first += line.item.pages
    pages = texts(made.pdf)
    assert "2026年第一季度口头调解案件" in pages[0]
    assert "短期" in pages[0]
    assert pages[1].count("人民调解受理登记表") == 3
    assert numbers(made.pdf)[made.unnumbered : made.unnumbered + first - 1] == [
        [n] for n in range(1, first)
    ]
    assert made.keep_until == date(2056, 12, 31)


def oral_case(ledger: Ledger, like: RecordId, number: int) -> RecordId:
    """Save a case settled by an oral agreement."""
    first = ledger.record(like)
    draft = ledger.new_draft("mediation_case")
    content: dict[str, Any] = {
        "number": f"（2026）柳人调字第{number}号",
        "committee": first.committee,
        "mediators": list(first.mediators),
        "accepted_on": "2026-03-02",
        "mediated_on": "2026-03-03",
        "dispute_type": "2",
        "source": "2",
        "summary": "鸡进了菜地。",
        "result": "1",
        "parties": [{"side": "1", "name": "周一川"}, {"side": "2", "name": f"吴{number}"}],
        "agreements": [{"form": "1", "agreed_on": "2026-03-03", "terms": "各自看好。"}],
    }
    assert draft.take(content) == []
    ledger.save(draft)
    return draft.id


def test_pages_entered_wrongly_neither_stop_binding_nor_repeat_a_photo(
    office_ledger: Ledger, case: RecordId
) -> None:
    before = bound_volume(office_ledger, case)
    draft = office_ledger.draft(case)
    assert draft is not None
    for row in draft.rows["attachments"]:
        row.give("pages", 7)
    office_ledger.save(draft)
    after = bound_volume(office_ledger, case)
    assert numbers(after.pdf) == numbers(before.pdf)
    assert after.warnings == ()
