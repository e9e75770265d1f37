"""When a block is printed: the closed list of predicates a paper may use.

`blank`, `filled` (the form is printed empty, or with values), `has:path`, `lacks:path`,
`is:path=code+code`, `not:path=code+code`, `switch:name=value+value`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from forms.blocks.reader import Words
from forms.values import Path, View

__all__ = ["SWITCHES", "Condition", "read_conditions"]

SWITCHES: dict[str, tuple[str, ...]] = {
    "birth": ("age", "month"),
    "id_number": ("no", "yes"),
    "agent": ("no", "yes"),
    "opening": ("long", "short"),
    "cover_date": ("range", "one"),
    "catalogue": ("A", "B", "national"),
    "catalogue_remarks": ("printed", "empty"),
    "back_cover_title": ("yes", "no"),
    "confirmation": ("A", "B"),
    "confirmation_parties": ("joint", "opposed"),
    "closing_report": ("no", "yes"),
}
"""Every switch of a profile with its values; the first is used when a profile says nothing.

Source: mediation forms, 0.3 and 5.1 (all of them occur in real copies of the forms).
"""

KINDS = ("blank", "filled", "has", "lacks", "is", "not", "switch")


@dataclass(frozen=True, slots=True)
class Condition:
    """One predicate; several on a block must all hold."""

    kind: str
    path: Path | None = None
    name: str = ""
    values: tuple[str, ...] = ()

    def holds(self, view: View) -> bool:
        """Whether it is true here. In a blank form no value stands in any field."""
        if self.kind in {"blank", "filled"}:
            return view.env.blank is (self.kind == "blank")
        if self.kind == "switch":
            return view.env.switches.get(self.name, "") in self.values
        value = None if view.env.blank or self.path is None else self.path.value(view)
        if self.kind in {"has", "lacks"}:
            return (value not in (None, "", [], ())) is (self.kind == "has")
        found = {str(one) for one in _each(value)}
        return bool(found.intersection(self.values)) is (self.kind == "is")


def _each(value: object) -> Sequence[object]:
    return cast(Sequence[object], value) if isinstance(value, list | tuple) else (value,)


def read_conditions(words: Words) -> tuple[Condition, ...]:
    """The predicates under `when`."""
    return tuple(_read(text, words) for text in words.texts("when"))


def _read(text: str, words: Words) -> Condition:
    kind, _, rest = text.partition(":")
    if kind not in KINDS:
        raise words.fail(f"没有条件“{kind}”，可用的有：{'、'.join(KINDS)}")
    name, _, values = rest.partition("=")
    allowed = tuple(values.split("+"))
    if kind in {"blank", "filled"}:
        return Condition(kind)
    if kind == "switch":
        if name not in SWITCHES:
            raise words.fail(f"没有开关“{name}”，可用的有：{'、'.join(SWITCHES)}")
        if not set(allowed) <= set(SWITCHES[name]):
            raise words.fail(f"开关“{name}”只能是：{'、'.join(SWITCHES[name])}")
        return Condition(kind, None, name, allowed)
    return Condition(kind, words.read_path(name), "", allowed)
