"""Filters that choose among records: those that match, one of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from forms.letter_filters import named
from forms.values import Nested, View, rows_of, shown

if TYPE_CHECKING:
    from db.declare import Field
    from forms.filters import Call

__all__ = ["one_per", "where"]


def where(call: Call, value: object, view: View) -> object:
    """The records whose fields have (`=`) or have not (`!=`) one of the codes joined by `+`.

    `=@path` compares with the value of a path where the paper stands, or with its values.
    """
    found = rows_of(value)
    for word, path, other in zip(call.words, call.paths, call.others, strict=True):
        left, _, codes = word.partition("=")
        allowed, wanted = codes.split("+"), not left.endswith("!")
        if other is not None:
            allowed = _texts(other.value(view), other.field)
        found = [one for one in found if _has(path.value(View(one, view.env)), allowed) is wanted]
    return found


def _texts(value: object, of: Field | None) -> list[str]:
    parts = cast(list[object], value) if isinstance(value, list) else [value]
    return [name for part in parts for name in named(shown(part, of))]


def _has(value: object, allowed: Sequence[str]) -> bool:
    if isinstance(value, bool):
        return ("是" if value else "否") in allowed
    if isinstance(value, list | tuple):
        return any(str(one) in allowed for one in cast(Sequence[object], value))
    return ("" if value is None else str(value)) in allowed


def one_per(call: Call, value: object, view: View) -> object:
    """The first of the records that agree in these fields: a row per mediator, per committee."""
    first: dict[tuple[str, ...], Nested] = {}
    for one in rows_of(value):
        inner = View(one, view.env)
        key = tuple(shown(path.value(inner), path.field) for path in call.paths)
        first.setdefault(key, one)
    return list(first.values())
