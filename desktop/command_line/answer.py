"""What a command gives back: a JSON document, a text for people, and a status."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from db.declare import RecordType
from db.kinds import Rows
from db.records import record_type

DONE = 0
FINDINGS = 1
WRONG_USE = 2
WORLD_FAILED = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one command.

    data: the JSON document of the contract. lines: the same for people, in Chinese.
    status: DONE or FINDINGS (the other two are raised, not answered).
    """

    data: dict[str, Any]
    lines: list[str] = field(default_factory=list[str])
    status: int = DONE

    def text(self, *, as_json: bool) -> str:
        """Give what standard output shows."""
        if as_json:
            return json.dumps(self.data, ensure_ascii=False, indent=1, default=str)
        return "\n".join(self.lines)


def problem_data(problem: Any) -> dict[str, Any]:
    """Give one Problem as the contract's JSON object."""
    return {
        "field": problem.field,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "source": problem.source,
    }


_MARK = {"error": "✗", "warning": "！", "note": "·"}


def problem_line(problem: Any, kind: RecordType) -> str:
    """Give one Problem as a line for people, with the field's label."""
    source = f"（{problem.source}）" if problem.source else ""
    where = place_in(kind, problem.field)
    mark = _MARK.get(problem.severity, "·")
    return f"  {mark} {where}{'：' if where else ''}{problem.message}{source}"


def place_in(kind: RecordType, path: str) -> str:
    """Give a problem's path in labels: ``parties[1].name`` → 当事人 2·姓名或名称."""
    parts: list[str] = []
    for step in filter(None, path.split(".")):
        name, _, place = step.partition("[")
        field = kind.by_name.get(name)
        if field is None:
            parts.append(step)
            continue
        parts.append(field.label + (f" {int(place[:-1]) + 1}" if place else ""))
        if isinstance(field.kind, Rows):
            kind = record_type(field.kind.target)
    return "·".join(parts)
