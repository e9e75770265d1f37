"""RM-1 against a calculation of the examiner's own: cells, traces, and the three files."""

# The libraries used to read files back are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.acceptance import rm1
from tests.acceptance.conftest import Examined
from tests.acceptance.reading import words_of

PERIODS = ("2024-02", "2025Q3", "2025H2", "2025")
MORE_PERIODS = (
    "2025-12", "2026-01", "2024H1", "2024-12", "2025-01", "2025-02", "2025-06", "2026-03", "2026-W01", "2025-W27", "2024Q1",
    "2024Q4", "2025Q1", "2025Q2", "2025Q4", "2026Q1", "2024H2", "2025H1", "2026H1", "2024", "2026",
    "2023",
)  # fmt: skip


def report(examined: Examined, period: str, *words: object) -> Any:
    ran = examined.program("report", "RM-1", "--period", period, *words)
    assert ran.status == 0, (ran.err, ran.out[-2000:])
    return ran.data


def number(value: Any) -> Decimal:
    """Give a cell's number; an empty cell is none."""
    return Decimal(str(value))


def differences(data: Any, expected: dict[str, rm1.Figures]) -> list[str]:
    """Give every cell that is not as expected, by row and column."""
    found: list[str] = []
    shown = {row["label"]: row for row in data["rows"]}
    for label, columns in expected.items():
        if label not in shown:
            if any(columns.values()):
                found.append(f"row {label} is missing")
            continue
        cells = shown[label]["cells"]
        for column, value in columns.items():
            if number(cells[str(column)]) != value:
                found.append(f"{label} column {column}: {cells[str(column)]} for {value}")
    unknown = set(shown) - set(expected)
    return found + [f"row {label} is not expected" for label in unknown]


@pytest.mark.parametrize(
    "period", [*PERIODS, *(pytest.param(one, marks=pytest.mark.heavy) for one in MORE_PERIODS)]
)
def test_every_cell_equals_the_independent_calculation(examined: Examined, period: str):
    data = report(examined, period)
    assert differences(data, rm1.table(examined.township, period)) == []
    broken = [one for one in data["balance"] if not one["holds"] and one["severity"] == "error"]
    assert broken == []


def test_the_calculation_itself_counts_most_of_the_cases(examined: Examined):
    years = [rm1.table(examined.township, year)["合计"] for year in ("2024", "2025", "2026")]
    assert sum(int(one[1]) for one in years) > 40
    for column in range(1, 44):
        assert sum(one[column] for one in years) > 0, f"no case reaches column {column}"


def records_behind(examined: Examined, period: str, row: str, column: int) -> set[str]:
    """Give the ids of the cases the examiner finds behind one cell."""
    chosen: set[str] = set()
    for case in examined.township.quarrels:
        body = examined.township.body(case.body)
        level = "本级上报总计" if body.kind in rm1.OWN_LEVEL else "下级上报总计"
        if rm1.counted(case, period) and row in (body.name, level, "合计"):
            adds = rm1.marks(case, body.kind)
            has_amount = column == 5 and case.deal is not None
            if adds[column] or has_amount:
                chosen.add(examined.ids[case.ref])
    return chosen


def assert_traced(examined: Examined, period: str, cells: Iterable[tuple[Any, int]]) -> None:
    for row, column in cells:
        words = ("report", "RM-1", "--period", period, "--trace", f"{row['label']},{column}")
        ran = examined.program(*words)
        assert ran.status == 0, ran.err
        found = [one["id"] for one in ran.data["records"]]
        assert len(found) == len(set(found))
        behind = records_behind(examined, period, row["label"], column)
        assert set(found) == behind, (row["label"], column)
        assert number(ran.data["value"]) == number(row["cells"][str(column)])


def filled(data: Any) -> list[tuple[Any, int]]:
    """Give the cells of the columns 1–43 that are not zero."""
    return [
        (row, column)
        for row in data["rows"]
        for column in range(1, 44)
        if number(row["cells"][str(column)])
    ]


def test_a_cell_is_traced_to_exactly_its_records(examined: Examined):
    cells = filled(report(examined, "2025H1"))
    assert len(cells) > 60
    assert_traced(examined, "2025H1", cells[:: len(cells) // 3])


@pytest.mark.heavy
@pytest.mark.parametrize("period", ["2025", "2024Q1"])
def test_every_cell_is_traced_to_exactly_its_records(examined: Examined, period: str):
    assert_traced(examined, period, filled(report(examined, period)))


@pytest.mark.parametrize("period", ["2025", pytest.param("2026-01", marks=pytest.mark.heavy)])
def test_the_three_files_say_the_same(examined: Examined, tmp_path: Path, period: str):
    data = report(examined, period)
    for ending in ("json", "xlsx", "pdf"):
        report(examined, period, "--out", tmp_path / f"表.{ending}")
    written = json.loads((tmp_path / "表.json").read_text(encoding="utf-8"))
    assert written["rows"] == data["rows"]
    assert written["columns"] == data["columns"]
    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx").worksheets[0]
    lines = {line[0]: line[1:] for line in sheet.iter_rows(values_only=True) if line[0]}
    printed = words_of(tmp_path / "表.pdf")
    for row in data["rows"]:
        values = [row["cells"][column["key"]] for column in data["columns"]]
        assert list(lines[row["label"]])[: len(values)] == values, row["label"]
        assert row["label"] in printed
    for column in data["columns"]:
        assert column["label"] in printed, column
