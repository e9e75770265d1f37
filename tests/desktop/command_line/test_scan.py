"""The command scan: what is placed is filed, what is not is told, and the status says so."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from db.kinds import RecordId
from db.ledger import Ledger, ListQuery
from db.ledger.demo import fill_demo
from desktop.printing import print_paper
from tests.desktop.command_line.conftest import CommandLine
from tests.forms import scanner


@pytest.fixture
def case(office_ledger: Ledger) -> str:
    """The first case of a small township."""
    fill_demo(office_ledger, cases=3)
    return office_ledger.page(ListQuery("mediation_case"), 1, 0)[0].id


@pytest.fixture
def folder(office_ledger: Ledger, case: str, tmp_path: Path) -> Path:
    """A folder with a registration form from the scanner and a page without a code."""
    made = tmp_path / "scans"
    made.mkdir()
    pdf = print_paper(office_ledger, "case_registration", [RecordId(case)]).pdf
    chance = random.Random(1)
    for number, page in enumerate(scanner.printed_pages(pdf), 1):
        content = scanner.as_jpeg(scanner.scanned(page, chance), chance)
        (made / f"{number}.jpg").write_bytes(content)
    scanner.Image.new("L", (600, 800), 255).save(made / "blank.png")
    (made / "notes.txt").write_text("no scan", encoding="utf-8")
    return made


def test_a_folder_is_sorted_and_filed(run: CommandLine, folder: Path, case: str) -> None:
    ran = run("scan", str(folder))
    assert ran.status == 1
    (placed,) = ran.data["placed"]
    assert (placed["case"], placed["paper"], placed["page_no"]) == (case, "case_registration", 1)
    assert Path(placed["file"]).name == "1.jpg"
    (unknown,) = ran.data["unknown"]
    assert Path(unknown["file"]).name == "blank.png"
    assert "识别码" in unknown["why"]
    assert ran.data["filed"] == 1
    shown = run("show", case).data
    assert [one["id"] for one in shown["attachments"]] == [placed["attachment"]]


def test_the_second_time_everything_is_there_already(run: CommandLine, folder: Path) -> None:
    run("scan", str(folder))
    (folder / "blank.png").unlink()
    ran = run("scan", str(folder))
    assert ran.status == 0
    assert (len(ran.data["placed"]), len(ran.data["already"])) == (0, 1)


def test_a_dry_run_says_where_pages_go_and_files_none(
    run: CommandLine, folder: Path, case: str
) -> None:
    ran = run("scan", str(folder), "--dry-run")
    assert (len(ran.data["placed"]), ran.data["filed"]) == (1, 0)
    assert run("show", case).data["attachments"] == []


def test_what_is_not_recognised_goes_to_the_named_case(
    run: CommandLine, folder: Path, case: str
) -> None:
    ran = run("scan", str(folder), "--case", case, "--item", "当事人身份证明")
    assert ran.status == 0
    assert [one.get("item") for one in ran.data["placed"]].count("03") == 1
    assert len(run("show", case).data["attachments"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--item", "03"], "--case"),
        (["--case", "没有这一案"], "找不到"),
        (["--case", "{case}", "--item", "照片"], "卷内项目"),
    ],
)
def test_wrong_use_is_said_before_anything_is_read(
    run: CommandLine, folder: Path, case: str, words: list[str], said: str
) -> None:
    ran = run("scan", str(folder), *(word.format(case=case) for word in words))
    assert ran.status == 2
    assert said in ran.err


def test_a_folder_without_scans_is_wrong_use(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("scan", str(tmp_path / "empty")).status == 2
