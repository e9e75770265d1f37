"""Files taken in as attachments: all or none, each with its bytes on disk before its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.kinds import RecordId
from db.ledger import Ledger
from desktop.attaching import CaseNotSaved, NotACase, attach
from forms.volume.pictures import UnreadablePicture
from tests.desktop.volume_world import photo, scanned_pdf, the_case, written


@pytest.fixture
def case(office_ledger: Ledger) -> RecordId:
    """A case with one exhibit on paper only."""
    return the_case(office_ledger)


def test_files_become_rows_with_their_bytes(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    files = written(tmp_path, receipt_jpg=photo(), contract_pdf=scanned_pdf(4))
    made = attach(office_ledger, case, files, "07")
    assert [(one.title, one.pages, one.media) for one in made] == [
        ("receipt", 1, "image/jpeg"),
        ("contract", 4, "application/pdf"),
    ]
    rows = office_ledger.record(case).attachments[-2:]
    for row, one, file in zip(rows, made, files, strict=True):
        assert (row.item, row.sha256, row.pages) == ("07", one.sha256, one.pages)
        assert (row.source_name, row.size) == (file.name, one.size)
        assert office_ledger.attachments.get(one.sha256) == file.read_bytes()


def test_several_under_one_title_are_numbered(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    files = written(tmp_path, a_jpg=photo(mark="a"), b_jpg=photo(mark="b"))
    made = attach(office_ledger, case, files, "03", title="身份证复印件")
    assert [one.title for one in made] == ["身份证复印件（1）", "身份证复印件（2）"]


def test_one_unreadable_file_leaves_the_case_as_it_was(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    before = office_ledger.record(case)
    files = written(tmp_path, good_jpg=photo(), bad_jpg=b"nothing")
    with pytest.raises(UnreadablePicture, match=r"bad\.jpg"):
        attach(office_ledger, case, files, "07")
    assert office_ledger.record(case) == before
    assert list(office_ledger.attachments.folder.iterdir()) == []


def test_a_file_that_is_not_there_is_told(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    with pytest.raises(UnreadablePicture, match="读不出来"):
        attach(office_ledger, case, [tmp_path / "none.jpg"], "07")


def test_only_a_case_takes_attachments(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    with pytest.raises(NotACase):
        attach(
            office_ledger,
            office_ledger.record(case).committee,
            written(tmp_path, a_jpg=photo()),
            "07",
        )


def test_taking_back_the_step_keeps_the_bytes(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    (made,) = attach(office_ledger, case, written(tmp_path, a_jpg=photo()), "07")
    office_ledger.undo()
    assert made.id not in {row.id for row in office_ledger.record(case).attachments}
    office_ledger.undo()
    assert office_ledger.attachments.has(made.sha256)
    assert office_ledger.check_everything() == []


def test_a_case_that_may_not_be_saved_says_why_nothing_was_added(
    office_ledger: Ledger, case: RecordId, tmp_path: Path
) -> None:
    draft = office_ledger.draft(case)
    assert draft is not None
    draft.give("fee", "50")
    with office_ledger.store.change() as scope:  # as a bundle or an older edition may bring it
        scope.save(draft)
    before = office_ledger.record(case)
    with pytest.raises(CaseNotSaved, match="不收取任何费用"):
        attach(office_ledger, case, written(tmp_path, a_jpg=photo()), "07")
    assert office_ledger.record(case) == before
