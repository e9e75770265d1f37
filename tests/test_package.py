"""The built program as an office gets it: away from the sources, on a ledger of its own.

`dev.py test --package` has just built it into dist; by hand it is `pyinstaller build.spec`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "dist" / "sifasuo"
PROGRAM = FOLDER / ("sifasuo-cli.exe" if sys.platform == "win32" else "sifasuo")
DAY = ["--now", "2026-03-16T09:30"]

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.package,
    pytest.mark.skipif(not PROGRAM.exists(), reason="not built: dev.py test --package builds it"),
]


def run(folder: Path, *arguments: str) -> str:
    """What the built program answers to a command given in a folder; it must end with 0."""
    password = folder / "password.txt"
    password.write_text("long enough 1", encoding="utf-8")
    env = {**os.environ, "SIFASUO_PASSWORD_FILE": str(password), "PYTHONUTF8": "1"}
    env.pop("PYTHONPATH", None)
    done = subprocess.run(
        [str(PROGRAM), *DAY, *arguments],
        cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def answer(folder: Path, *arguments: str) -> Any:
    """The JSON answer of the built program to a command given in a folder."""
    return json.loads(run(folder, *arguments, "--json"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger of a township, made by the built program."""
    folder = tmp_path_factory.mktemp("desk")
    run(folder, "--ledger", "office", "demo", "--cases", "3")
    return folder


def test_the_built_program_finds_people_by_pinyin(desk: Path) -> None:
    name = answer(desk, "--ledger", "office", "list", "person", "--limit", "1")["records"][0]
    assert answer(desk, "--ledger", "office", "find", str(name["name"]))["hits"]


def test_the_built_program_knows_every_paper(desk: Path) -> None:
    papers = Path(__file__).resolve().parent.parent / "resources" / "papers"
    known = {paper["name"] for paper in answer(desk, "papers")["papers"]}
    assert known == {path.stem for path in papers.glob("*.toml")}


def test_the_built_program_prints(desk: Path) -> None:
    cases = answer(desk, "--ledger", "office", "list", "mediation_case")["records"]
    run(desk, "--ledger", "office", "print", "agreement", cases[0]["id"], "--out", "paper.pdf")
    assert (desk / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_the_built_program_counts(desk: Path) -> None:
    run(desk, "--ledger", "office", "report", "RM-1", "--period", "2025", "--out", "year.xlsx")
    assert (desk / "year.xlsx").read_bytes().startswith(b"PK")


def test_the_built_program_exports_a_workbook(desk: Path) -> None:
    run(desk, "--ledger", "office", "export", "village", "villages.xlsx")
    assert (desk / "villages.xlsx").read_bytes().startswith(b"PK")


def test_the_built_program_carries_to_the_county_and_back(desk: Path) -> None:
    county = ["--kind", "county", "--name", "示例县司法局", "--code", "410199"]
    run(desk, "--ledger", "county", "init", *county)
    for mine in ("county", "office"):
        run(desk, "--ledger", mine, "card", "--out", f"{mine}.json")
    run(desk, "--ledger", "office", "enrol", "county.json")
    run(desk, "--ledger", "county", "enrol", "office.json")
    made = answer(
        desk, "--ledger", "office", "bundle", "make", "--to", "示例县司法局", "--out", "."
    )
    taken = answer(desk, "--ledger", "county", "bundle", "take", made["file"])
    assert taken["applied"] == made["changes"]
    run(desk, "--ledger", "office", "receipt", "take", taken["receipt"])


def test_the_built_program_keeps_and_restores_a_backup(desk: Path) -> None:
    kept = answer(desk, "--ledger", "office", "backup", "--to", "safe")
    run(desk, "--ledger", "again", "restore", kept["file"])
    found = answer(desk, "--ledger", "again", "list", "mediation_case")
    assert found["total"] == answer(desk, "--ledger", "office", "list", "mediation_case")["total"]


def test_the_built_program_finds_nothing_wrong_with_its_ledger(desk: Path) -> None:
    assert answer(desk, "--ledger", "office", "check")["findings"] == []
