"""A statistical table as a value: headings, rows, cells, balance; no layout, no SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

RowKind = Literal["unit", "total"]
Number = int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """One number column.

    key: its number in the form, as text. path: headings above it, outermost first.
    places: decimals shown.
    """

    key: str
    label: str
    unit: str
    path: tuple[str, ...] = ()
    places: int = 0

    def text(self, value: Number) -> str:
        """Give the printed form of a value; a computed zero is 0, unknown is blank."""
        if value is None:
            return ""
        return f"{value:.{self.places}f}" if self.places else str(value)


def heading_runs(columns: Sequence[Column], level: int) -> list[tuple[int, int]]:
    """Give (first, last) of each run of columns under one heading of a level.

    level: 0 is the outermost. Columns without a heading there are in no run.
    """
    found: list[tuple[int, int]] = []
    for place, column in enumerate(columns):
        if len(column.path) <= level:
            continue
        joined = found and found[-1][1] == place - 1
        if joined and columns[place - 1].path[: level + 1] == column.path[: level + 1]:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


@dataclass(frozen=True, slots=True)
class Cell:
    """One number and its printed form; None where the office cannot know it."""

    value: Number
    text: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row: key (stable), label as printed, and one cell per column."""

    key: str
    label: str
    kind: RowKind
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """One 审核关系: its rule number and text, and whether the table keeps it.

    broken: the labels of the rows that break it.
    """

    rule: str
    text: str
    severity: Literal["error", "warning"]
    broken: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether every row keeps the rule."""
        return not self.broken


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A finished table: the window, paper and Excel all take this same value.

    first_heading: heading of the label column. head: lines above the table at the
    left. foot: signature lines below. footnotes: remarks, numbered when printed.
    """

    name: str
    title: str
    period_label: str
    unit_name: str
    first_heading: str
    columns: tuple[Column, ...]
    rows: tuple[ReportRow, ...]
    balance: tuple[Balance, ...]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()

    def cell(self, row: str, column: str) -> tuple[str, str, Number] | None:
        """Give (row key, column key, value) of a cell named by key, label or number."""
        found = self._row(row.strip())
        column = column.strip()
        for place, one in enumerate(self.columns):
            if found is not None and column in (one.key, one.label):
                return found.key, one.key, found.cells[place].value
        return None

    def _row(self, text: str) -> ReportRow | None:
        for row in self.rows:
            if text in (row.key, row.label):
                return row
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(self.rows):
            return self.rows[int(text) - 1]
        return None

    def to_data(self) -> dict[str, Any]:
        """Give the table as JSON: decimals as numbers with their two places."""
        return {
            "report": self.name,
            "title": self.title,
            "period": self.period_label,
            "unit": self.unit_name,
            "columns": [
                {"key": c.key, "label": c.label, "unit": c.unit, "path": list(c.path)}
                for c in self.columns
            ],
            "rows": [self._row_data(row) for row in self.rows],
            "balance": [
                {"rule": b.rule, "text": b.text, "holds": b.holds, "severity": b.severity,
                 "rows": list(b.broken)}
                for b in self.balance
            ],
            "footnotes": list(self.footnotes),
        }  # fmt: skip

    def _row_data(self, row: ReportRow) -> dict[str, Any]:
        cells = {c.key: _plain(cell.value) for c, cell in zip(self.columns, row.cells, strict=True)}
        return {"key": row.key, "label": row.label, "kind": row.kind, "cells": cells}


def _plain(value: Number) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
