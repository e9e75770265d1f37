"""The sections of the case form, made from the steps the ledger declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.record_form import RowShape, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.declare import RecordType
    from db.duties.case_steps import Block, CaseStep

__all__ = ["oral_sections", "step_sections"]

ORAL = "oral"
"""The step of the short page."""


def step_sections(kind: RecordType, steps: Iterable[CaseStep]) -> tuple[Section, ...]:
    """Give the sections of the full dossier, step by step."""
    return tuple(_section(kind, block, step.name) for step in steps for block in step.blocks)


def oral_sections(kind: RecordType, page: Iterable[Block]) -> tuple[Section, ...]:
    """Give the sections of the one page an oral case takes; further fields fold away."""
    return tuple(_section(kind, block, ORAL) for block in page)


def _section(kind: RecordType, block: Block, step: str) -> Section:
    fields = tuple(kind.by_name[name] for name in block.fields)
    shapes = {
        name: RowShape(shown, folds=block.folds, fixed=block.fixed)
        for name, shown in block.rows.items()
    }
    return Section(block.label, fields, shapes, step)
