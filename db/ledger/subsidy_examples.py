"""The subsidy standards of example places, and adding one of them to a ledger."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.drafts import Draft
from db.faults import Fault
from db.ledger.entry import read_draft, refuse_errors
from db.records import record_type
from db.rules.problem import Look
from db.rules.subsidy.grading import in_force
from db.store import Changes, Store
from resources import shipped_file

_TYPICAL = "typical"


class StandardsInForce(Fault):
    """The ledger has standards already; two sets at once would make amounts a matter of chance."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"台账里已有 {day} 起仍在执行的补助标准，没有加入示例。",
            "请先给旧标准填写停止执行日期，或者直接修改现有的补助标准。",
        )


@dataclass(frozen=True, slots=True)
class SubsidyExample:
    """A place whose standards may be taken over: its words and its records as given."""

    name: str
    label: str
    source: str
    note: str
    standards: tuple[dict[str, Any], ...]
    criteria: tuple[dict[str, Any], ...]


def examples() -> tuple[SubsidyExample, ...]:
    """Give the shipped examples, by the order of their file names."""
    found = sorted(shipped_file("subsidy").glob("*.toml"))
    return tuple(_read(path.stem) for path in found if path.stem != _TYPICAL)


def example_named(name: str) -> SubsidyExample:
    """Give the example of this label or file name; KeyError when there is none."""
    for one in examples():
        if name in (one.name, one.label):
            return one
    raise KeyError(name)


def _read(name: str) -> SubsidyExample:
    table = tomllib.loads(shipped_file(f"subsidy/{name}.toml").read_text(encoding="utf-8"))
    return SubsidyExample(
        name,
        table["label"],
        table["source"],
        table.get("note", ""),
        tuple(table.get("standard", ())),
        tuple(table.get("criterion", ())),
    )


def start(store: Store, look: Look, name: str, since: date) -> Changes:
    """Add an example's standards and criteria, applying from ``since``; one transaction.

    StandardsInForce when the ledger has standards that apply on that day or later.
    """
    example = example_named(name)
    for standard in look.find("subsidy_standard"):
        if in_force(standard, max(since, standard.valid_from)):
            raise StandardsInForce(since)
    drafts = list(_drafts(store, look, example, since))
    with store.change(reason=f"加入“{example.label}”的补助标准") as scope:
        for draft in drafts:
            scope.save(draft)
    return scope.changes


def _drafts(store: Store, look: Look, example: SubsidyExample, since: date) -> Iterator[Draft]:
    given = [
        ("subsidy_standard", {**one, "valid_from": since.isoformat(), "source": example.source})
        for one in example.standards
    ]
    typical = _read(_TYPICAL)
    for origin in (example, typical):
        given += [
            ("grading_criterion", {**one, "source": origin.source}) for one in origin.criteria
        ]
    for type_name, content in given:
        if type_name == "grading_criterion" and _known(look, content):
            continue
        draft, problems = read_draft(store, record_type(type_name), content, look=look)
        refuse_errors(problems)
        yield draft


def _known(look: Look, content: dict[str, Any]) -> bool:
    """Say whether the ledger measures this already for the grade; its own words stay."""
    wanted = {"grade": content["grade"], "measure": content["measure"]}
    return bool(look.find("grading_criterion", **wanted))
