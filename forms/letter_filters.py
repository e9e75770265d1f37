"""Filters of letters and forms: who stands against whom, a letter for everyone, choices in boxes.

`across` and `within` tell who stands against whom; `spread` makes a letter for everyone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from db.codes import code_list
from forms.values import Nested, View, rows_of, shown

if TYPE_CHECKING:
    from forms.filters import Call

__all__ = ["across", "boxed", "boxes", "named", "spread", "within"]


def named(text: str) -> list[str]:
    """A text that may name several, as a whole and in its parts: 甲、乙."""
    return list(dict.fromkeys([text, *text.split("、")]))


def boxes(call: Call, value: object, _view: View) -> object:
    """Every choice of the code list with its box, the chosen one ticked."""
    of = call.of.field
    if of is None or of.list_name is None:
        return None
    chosen = _codes(value)
    entries = code_list(of.list_name).everyday_choices()
    return "　".join(
        _box(entry.code in chosen) + entry.more.get("short", entry.label) for entry in entries
    )


def boxed(call: Call, value: object, _view: View) -> object:
    """The choices a paper prints (`text=code+code`) with their boxes, the chosen one ticked."""
    chosen = _codes(value)
    parts: list[str] = []
    for word in call.words:
        text, _, codes = word.partition("=")
        parts.append(_box(bool(chosen.intersection(codes.split("+")))) + text)
    return "　".join(parts)


def _box(chosen: bool) -> str:
    return "☑" if chosen else "☐"


def _codes(value: object) -> set[str]:
    listed = cast(Sequence[object], value) if isinstance(value, list | tuple) else [value]
    return {str(one) for one in listed}


def spread(call: Call, value: object, view: View) -> object:
    """The records with a field filled: where it is empty, one for each value of the other path.

    Without records there is one for each value all the same. A field that names several of
    the values (甲、乙) gives one for each of them. So everyone gets a letter of his own.
    """
    field, other = call.paths[0].names[-1], call.others[0]
    found = None if other is None else other.value(view)
    values = [text for one in _listed(found) if (text := shown(one, None))]
    made: list[Nested] = []
    for one in rows_of(value) or ([{}] if values else []):
        own = shown(one.get(field), None)
        parts = own.split("、")
        if not own:
            made += [{**one, field: text} for text in values] or [one]
        elif len(parts) > 1 and set(parts) <= set(values):
            made += [{**one, field: text} for text in parts]
        else:
            made.append(one)
    return made


def within(call: Call, value: object, view: View) -> object:
    """The records whose second path is the named one; without any, those of the first side.

    `parties|within(side,name=@addressee)`; when all are of one side, the first record.
    """
    return _sides(call, value, view)[0]


def across(call: Call, value: object, view: View) -> object:
    """The records of the other sides than those `within` gives; of one side, all others."""
    return _sides(call, value, view)[1]


def _sides(call: Call, value: object, view: View) -> tuple[list[Nested], list[Nested]]:
    found = rows_of(value)
    sides = [shown(call.paths[0].value(View(one, view.env)), None) for one in found]
    own = _matching(call, found, view)
    if not own and found:
        first = min(sides)
        own = [place for place, side in enumerate(sides) if side == first]
        own = own if len(own) < len(found) else [0]
    taken = {sides[place] for place in own}
    against = [place for place, side in enumerate(sides) if side not in taken]
    against = against or [place for place in range(len(found)) if place not in own]
    return [found[place] for place in own], [found[place] for place in against]


def _matching(call: Call, found: Sequence[Nested], view: View) -> list[int]:
    other = call.others[1] if len(call.others) > 1 else None
    wanted = "" if other is None else shown(other.value(view), None)
    if not wanted:
        return []
    names = named(wanted)
    path = call.paths[1]
    texts = [shown(path.value(View(one, view.env)), None) for one in found]
    return [place for place, text in enumerate(texts) if text in names]


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return cast(list[object], value) if isinstance(value, list) else [value]
