"""Official statistical tables, computed from the rows; each cell can name its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from db.kinds import RecordId
from db.periods import Period
from db.statistics import cases
from db.statistics.table import ReportTable
from db.store import Store


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its name and label, the kinds of period it has, how it is computed."""

    name: str
    label: str
    period_kinds: tuple[str, ...]
    compute: Callable[[Store, Period], ReportTable]
    trace: Callable[[Store, Period, str, str], list[tuple[str, RecordId]]]


ALL_REPORTS: tuple[Report, ...] = (
    Report(
        cases.NAME,
        cases.TITLE,
        ("month", "quarter", "half_year", "year", "week"),
        cases.compute,
        cases.trace,
    ),
)
"""Every report, in menu order."""


def report_named(name: str) -> Report:
    """Give the report of this name; KeyError when there is none."""
    return _BY_NAME[name]


_BY_NAME = {report.name: report for report in ALL_REPORTS}
