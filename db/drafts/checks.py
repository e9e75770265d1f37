"""What every draft of a record type is checked for, worked out once per type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.codes import code_list
from db.declare import Field, RecordType
from db.kinds import Code, Link, Links
from db.rules.problem import Look, Problem


@dataclass(frozen=True, slots=True)
class Checks:
    """What the checks of one record type need to look at, worked out once."""

    defaults: dict[str, Any]
    readers: dict[str, tuple[str, Callable[[object], object]]]
    needed: tuple[Field, ...]
    links: tuple[Field, ...]
    ending_codes: tuple[Field, ...]


_CHECKS: dict[str, Checks] = {}


def checks_of(kind: RecordType) -> Checks:
    """Give the checks of a record type; the first call works them out."""
    found = _CHECKS.get(kind.name)
    if found is None:
        fields = kind.fields
        found = _CHECKS[kind.name] = Checks(
            {f.name: f.kind.read(f.default) for f in fields if f.default is not None},
            {word: (f.name, f.kind.read) for word, f in kind.words.items() if f.kind.column},
            tuple(f for f in fields if f.required or f.required_when is not None),
            tuple(f for f in fields if isinstance(f.kind, Link | Links)),
            tuple(f for f in fields if isinstance(f.kind, Code) and _has_ended(f.kind)),
        )
    return found


def _has_ended(kind: Code) -> bool:
    return any(e.valid_from or e.valid_to for e in code_list(kind.list_name).entries)


def given_twice(kind: RecordType, name: str) -> Problem:
    """Give the problem of a field given by its name and by its label at once."""
    label = kind.by_name[name].label
    message = f"“{label}”给了两次（栏目名称和英文名各一次），请只留一个。"
    return Problem(name, "F-TWICE", "error", message)


def unknown_field(kind: RecordType, key: str) -> Problem:
    """Give the finding that a record type has no field of this name."""
    message = f"{kind.label}没有“{key[:40]}”这一栏，请用 types 命令核对栏目名称。"
    return Problem(key[:40], "F-FIELD", "error", message)


def ended_code(f: Field, value: str, look: Look) -> list[Problem]:
    """Give a finding when a chosen code is no longer to be chosen today."""
    if code_list(f.list_name or "").valid_on(look.today, value):
        return []
    message = f"“{f.label}”选的“{f.kind.show(value)}”已停用，请改选现行的一项。"
    return [Problem(f.name, "F-CODE", "warning", message, f.source)]
