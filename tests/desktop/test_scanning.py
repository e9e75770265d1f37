"""Scans find their case in a real ledger and are kept there, each in its place, once."""

from __future__ import annotations

import random
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from db.ledger.demo import fill_demo
from desktop.printing import print_paper
from desktop.scan_places import item_of_paper
from desktop.scanning import Choice, SortedPage, file_scans, scan_files, sort_scans
from forms.catalogue import papers_for
from tests.conftest import NOW
from tests.forms import scanner

CASE = "mediation_case"


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with a few cases; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("township") / "ledger"
    made = Ledger.create(
        folder, kind="office", name="清河镇司法所", code="410199103", password=None,
        operator="周建民", clock=lambda: NOW,
    )  # fmt: skip
    fill_demo(made, cases=5)
    made.close()
    return folder


@pytest.fixture
def office(township: Path, tmp_path: Path) -> Generator[Ledger]:
    """The township's ledger, a copy for this test."""
    shutil.copytree(township, tmp_path / "office")
    opened = Ledger.open(tmp_path / "office", clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the scanner writes."""
    made = tmp_path / "scans"
    made.mkdir()
    return made


def cases_of(ledger: Ledger) -> list[RecordId]:
    return [row.id for row in ledger.page(ListQuery(CASE), 5, 0)]


def scan(ledger: Ledger, folder: Path, paper: str, case: RecordId, seed: int = 1) -> list[Path]:
    """Print a paper of a case and scan it; the files, page by page, all agreements in turn."""
    chance = random.Random(seed)
    files: list[Path] = []
    pdf = print_paper(ledger, paper, [case]).pdf
    for number, page in enumerate(scanner.printed_pages(pdf), 1):
        files.append(folder / f"{paper}-{case[-5:]}-{seed}-{number}.jpg")
        files[-1].write_bytes(scanner.as_jpeg(scanner.scanned(page, chance), chance))
    return files


def file_folder(ledger: Ledger, folder: Path, **more: Any) -> list[SortedPage]:
    """Sort and file everything in the folder; what was filed."""
    return file_scans(ledger, sort_scans(ledger, scan_files([folder])), **more).pages


def attachments(ledger: Ledger, case: RecordId) -> list[dict[str, Any]]:
    draft = ledger.draft(case, CASE)
    assert draft is not None
    return [row.values for row in draft.rows.get("attachments", [])]


def test_pages_of_several_cases_find_each_its_own(office: Ledger, folder: Path) -> None:
    cases = cases_of(office)
    for case in cases:
        scan(office, folder, "case_registration", case)
    found = sort_scans(office, scan_files([folder]))
    assert found.unknown == []
    assert {page.file.name.split("-")[1] for page in found.placed} == {one[-5:] for one in cases}
    for page in found.placed:
        assert page.place is not None
        assert page.place.case.endswith(page.file.name.split("-")[1])
        assert page.place.page_no == int(page.file.stem.split("-")[-1])
        assert page.place.row == ""


def test_a_filed_page_is_an_attachment_whose_bytes_come_back(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    (first, *_) = scan(office, folder, "case_registration", case)
    (filed, *_) = file_folder(office, folder)
    row = attachments(office, case)[0]
    assert (row["title"], row["item"]) == ("人民调解受理登记表第1页", "01")
    assert (row["paper"], row["page_no"], row["pages"]) == ("case_registration", 1, 1)
    assert row["source_name"] == first.name
    assert filed.picture is not None
    assert office.attachments.get(row["sha256"]) == filed.picture.content
    assert row["size"] == len(filed.picture.content)


def test_the_agreements_of_one_case_are_told_apart(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    draft = office.draft(case, CASE)
    assert draft is not None
    while len(draft.rows.get("agreements", [])) < 3:
        draft.add_row("agreements").give("number", f"补{len(draft.rows['agreements'])}")
    office.save(draft)
    scan(office, folder, "agreement", case)
    pages = sorted(file_folder(office, folder), key=lambda page: page.file.name)
    rows = list(dict.fromkeys(page.place.row for page in pages if page.place))
    assert rows == [row.id for row in draft.rows["agreements"]]


def test_the_same_scans_again_change_nothing(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    scan(office, folder, "case_registration", case)
    filed = file_folder(office, folder)
    before = office.history(case)
    found = sort_scans(office, scan_files([folder]))
    assert len(found.already) == len(filed)
    assert file_scans(office, found).changes == []
    assert office.history(case) == before


def test_another_scan_of_a_page_replaces_the_first_only_when_told(
    office: Ledger, folder: Path
) -> None:
    case = cases_of(office)[0]
    (first, *_) = scan(office, folder, "case_registration", case, seed=1)
    file_folder(office, folder)
    kept = attachments(office, case)
    first.unlink()
    scan(office, folder, "case_registration", case, seed=2)
    found = sort_scans(office, scan_files([folder]))
    assert [page.attachment is not None for page in found.instead] == [True] * len(kept)
    assert file_scans(office, found).pages == []
    assert attachments(office, case) == kept
    file_scans(office, found, replacing=[page.key for page in found.instead])
    after = attachments(office, case)
    assert len(after) == len(kept)
    assert after[0]["sha256"] != kept[0]["sha256"]
    assert office.attachments.get(kept[0]["sha256"])


def test_two_scans_of_one_page_in_one_run_are_asked_about(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    for seed in (1, 2):
        scan(office, folder, "case_registration", case, seed)
    found = sort_scans(office, scan_files([folder]))
    assert len(found.placed) == len(found.instead)
    assert "已经有这一页" in found.instead[0].why
    assert len(file_scans(office, found).pages) == len(found.placed)


def test_a_page_filed_meanwhile_is_not_filed_twice(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    scan(office, folder, "case_registration", case, seed=1)
    early = sort_scans(office, scan_files([folder]))
    for file in folder.iterdir():
        file.unlink()
    scan(office, folder, "case_registration", case, seed=2)
    file_folder(office, folder)
    late = file_scans(office, early)
    assert late.pages == []
    assert "刚刚" in late.refused[0].why


def test_pages_of_one_case_are_one_step_that_can_be_undone(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    scan(office, folder, "case_registration", case)
    scan(office, folder, "agreement", case)
    result = file_scans(office, sort_scans(office, scan_files([folder])))
    assert len(result.changes) == 1
    assert len(result.pages) > 1
    office.undo()
    assert attachments(office, case) == []


def test_a_page_of_another_office_is_not_guessed_at(
    office: Ledger, folder: Path, tmp_path: Path
) -> None:
    other = Ledger.create(
        tmp_path / "other", kind="office", name="柳河镇司法所", code="410199104", password=None,
        operator="李惠民", clock=lambda: NOW,
    )  # fmt: skip
    fill_demo(other, cases=2, seed=7)
    scan(other, folder, "case_registration", cases_of(other)[0])
    other.close()
    found = sort_scans(office, scan_files([folder]))
    assert found.placed == []
    assert "台账里没有" in found.unknown[0].why


def test_a_page_of_a_removed_agreement_is_asked_about(office: Ledger, folder: Path) -> None:
    case = next(
        one for one in cases_of(office) if (d := office.draft(one, CASE)) and d.rows["agreements"]
    )
    scan(office, folder, "agreement", case)
    draft = office.draft(case, CASE)
    assert draft is not None
    draft.remove_row("agreements", 0)
    draft.add_row("agreements").give("number", "另立")
    office.save(draft)
    found = sort_scans(office, scan_files([folder]))
    assert found.placed == []
    assert "已经删除" in found.unknown[0].why


def test_a_page_of_a_removed_case_is_asked_about(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    scan(office, folder, "case_registration", case)
    office.remove(case, "登记重复")
    assert "回收站" in sort_scans(office, scan_files([folder])).unknown[0].why


def test_an_unrecognised_page_goes_where_a_person_says_and_only_once(
    office: Ledger, folder: Path
) -> None:
    case = cases_of(office)[0]
    (file, *rest) = scan(office, folder, "case_registration", case)
    for one in rest:
        one.unlink()
    page = scanner.Image.open(file)
    page.crop((0, 0, page.width, page.height // 2)).save(folder / "身份证.png")
    file.unlink()
    found = sort_scans(office, scan_files([folder]))
    chosen = {found.unknown[0].key: Choice(CASE, case, "03")}
    assert len(file_scans(office, found, chosen).pages) == 1
    row = attachments(office, case)[0]
    assert (row["title"], row["item"], row.get("paper")) == ("身份证第1页", "03", None)
    again = file_scans(office, sort_scans(office, scan_files([folder])), chosen)
    assert (len(again.pages), len(again.already)) == (0, 1)


def test_a_disk_that_fails_keeps_nothing_by_halves_and_the_pages_can_be_filed_later(
    office: Ledger, folder: Path
) -> None:
    cases = cases_of(office)[:2]
    for case in cases:
        scan(office, folder, "case_registration", case)
    found = sort_scans(office, scan_files([folder]))
    shutil.rmtree(office.attachments.folder)
    office.attachments.folder.write_text("in the way")
    failed = file_scans(office, found)
    assert failed.pages == []
    assert [page.key for page in failed.refused] == [page.key for page in found.placed]
    assert all(page.why for page in failed.refused)
    assert not any(row.get("sha256") for case in cases for row in attachments(office, case))
    office.attachments.folder.unlink()
    assert len(file_scans(office, found).pages) == len(found.placed)


def test_a_damaged_file_does_not_stop_the_others(office: Ledger, folder: Path) -> None:
    case = cases_of(office)[0]
    files = scan(office, folder, "case_registration", case)
    (folder / "a-broken.pdf").write_bytes(b"%PDF-1.7")
    found = sort_scans(office, [folder / "a-broken.pdf", *files, folder / "gone.png"])
    assert [page.number for page in found.unknown] == [0, 0]
    assert len(found.placed) == len(files)


def test_every_paper_belongs_to_an_item_of_the_volume() -> None:
    labels = {paper.name: item_of_paper(paper.label) for paper in papers_for(CASE)}
    assert labels["agreement"] == "09"
    assert labels["case_registration"] == "01"
