"""What a change rests on: its shape, and the changes that must be here before it."""

from __future__ import annotations

import json
from typing import Any, cast

from db.store.changes import Change
from db.store.outgoing import Packed, Vector


def body_of(change: Change) -> dict[str, Any]:
    """Give a change's body; ValueError when it has not the shape of its act."""
    body: dict[str, Any] = json.loads(change.body)
    if change.act == "born":
        ok = isinstance(body.get("values"), dict) and isinstance(body.get("office"), str)
        place = body.get("place")
        ok = ok and (place is None or type(place) is int)
    elif change.act == "edit":
        units: Any = body.get("units")
        ok = isinstance(units, dict) and all(map(_is_unit, cast(dict[str, Any], units).values()))
    else:
        ok = isinstance(body.get("dead"), bool) and _are_parents(body.get("parents"))
    if not ok:
        raise ValueError(change.body[:80])
    return body


def missing(packed: Packed, have: Vector) -> dict[str, int]:
    """Give, per writer, the change a transaction rests on that is not here yet."""
    lacking: dict[str, int] = {}
    tx = packed.tx
    if have.get(tx.writer, 0) != tx.first - 1:
        lacking[tx.writer] = tx.first - 1
    for change in packed.changes:
        if change.act == "born":
            continue
        body = body_of(change)
        units = body["units"].values() if change.act == "edit" else (body,)
        for parent in (one for content in units for one in content["parents"]):
            writer, _, n = parent.partition(":")
            inside = writer == tx.writer and int(n) < change.n
            if not inside and have.get(writer, 0) < int(n):
                lacking[writer] = max(lacking.get(writer, 0), int(n))
    return lacking


def _is_unit(content: Any) -> bool:
    return (
        isinstance(content, dict)
        and isinstance(cast(dict[str, Any], content).get("new"), dict)
        and _are_parents(cast(dict[str, Any], content).get("parents"))
    )


def _are_parents(given: Any) -> bool:
    if not isinstance(given, list):
        return False
    for one in cast(list[Any], given):
        writer, colon, n = one.partition(":") if isinstance(one, str) else ("", "", "")
        if not colon or len(writer) != 32 or not n.isdecimal() or len(n) > 18:
            return False
    return True
