"""What follows from the rest of a case: state, form, days, the volume's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from db.codes import code_list
from db.declare import Values

Rows = Sequence[Mapping[str, object]]

_OF_SESSIONS = (("place", "place"), ("participants", "participants"), ("recorder", "recorder"))
"""Field of the case, and of its first session, where the case does not tell it itself."""


def derive_case(values: Values) -> Values:
    """Give the state, and what follows from the agreement and the sessions."""
    agreements = cast(Rows, values.get("agreements") or ())
    sessions = _by_day(cast(Rows, values.get("sessions") or ()))
    first: Mapping[str, object] = agreements[0] if agreements else {}
    found: dict[str, object] = {"form": first.get("form"), **_of_sessions(sessions)}
    result = values.get("result") or found.get("result")
    found["state"] = _state({**values, "result": result})
    if result in ("1", "2") and values.get("closed_on") is None:
        last = values.get("mediated_until") or found.get("mediated_until")
        last = last or values.get("mediated_on") or found.get("mediated_on")
        found["closed_on"] = first.get("agreed_on") or last
    if values.get("volume_name") is None:
        found["volume_name"] = _volume_name(values)
    return found


def _by_day(sessions: Rows) -> Rows:
    return sorted(sessions, key=lambda one: (str(one.get("held_on") or "9"), str(one.get("id"))))


def _of_sessions(sessions: Rows) -> dict[str, object]:
    """Give first and last day, place and company, and the result of the last session."""
    held = [one for one in sessions if one.get("held_on")]
    if not held:
        return {}
    found = {own: held[0].get(theirs) for own, theirs in _OF_SESSIONS}
    found["mediated_on"] = held[0]["held_on"]
    if len(held) > 1:
        found["mediated_until"] = held[-1]["held_on"]
    if held[-1].get("result") in ("1", "2"):
        found["result"] = held[-1]["result"]
    return found


def _state(values: Values) -> str:
    if values.get("voided"):
        return "08"
    for name, state in (
        ("refusal_reason", "05"),
        ("withdrawal_reason", "06"),
        ("handed_to", "07"),
    ):
        if values.get(name):
            return state
    return {"1": "03", "2": "04"}.get(str(values.get("result")), "02")


def _volume_name(values: Values) -> str | None:
    """Give 甲与乙邻里纠纷, with 等 where a side has several parties (SF/T 0018 卷名)."""
    parties = cast(Rows, values.get("parties") or ())
    sides: dict[object, list[str]] = {}
    for party in parties:
        if party.get("name"):
            sides.setdefault(party.get("side"), []).append(str(party["name"]))
    if len(sides) == 1:
        names = [[name] for name in next(iter(sides.values()))]
    else:
        names = list(sides.values())
    kind = values.get("dispute_type")
    if len(names) < 2 or not isinstance(kind, str):
        return None
    shown = [side[0] + ("等" if len(side) > 1 else "") for side in names[:2]]
    return f"{'与'.join(shown)}{code_list('dispute_type').label(kind)}"[:300]
