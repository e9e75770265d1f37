"""What a print was made of: a fingerprint of the values its paper reads, per record.

It is kept with the print, so that later anyone can tell whether what the paper shows has changed.
The paths are kept beside it: another edition of the paper does not make old prints look changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from db.kinds import RecordId
from db.ledger.subjects import Subject

MOST_RECORDS = 200
"""A roster of more records keeps no fingerprints: what stands on it changes every day."""


def made_of(subjects: Sequence[Subject], paths: Sequence[str]) -> str:
    """Give the text to keep with a print of these subjects; "" when there is nothing to tell."""
    if not paths or not subjects or len(subjects) > MOST_RECORDS:
        return ""
    prints = {str(one.values["id"]): fingerprint(one, paths) for one in subjects}
    return json.dumps({"paths": list(paths), "of": prints}, ensure_ascii=False, sort_keys=True)


def changed_since(kept: str | None, record_id: RecordId, now: Subject | None) -> bool | None:
    """Say whether a record differs from what was printed; None when it was not kept."""
    told: Any = json.loads(kept) if kept else {}
    was = told.get("of", {}).get(str(record_id))
    if was is None:
        return None
    return now is None or fingerprint(now, cast(list[str], told["paths"])) != was


def fingerprint(subject: Subject, paths: Sequence[str]) -> str:
    """Give a hash of the values at these paths."""
    values = [[path, [_plain(one) for one in _at(subject.values, path)]] for path in paths]
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _at(values: Mapping[str, Any], path: str) -> list[Any]:
    """The values a path leads to, over rows and links."""
    found: list[Any] = [values]
    for name in path.split("."):
        found = [inner for one in found for inner in _inner(one, name)]
    return [one for one in found if one is not None]


def _inner(value: Any, name: str) -> Iterable[Any]:
    if not isinstance(value, Mapping):
        return ()
    inner = cast(Mapping[str, Any], value).get(name)
    return cast(list[Any], inner) if isinstance(inner, list) else (inner,)


def _plain(value: Any) -> Any:
    """A record counts by what people call it; everything else as it is written."""
    if isinstance(value, Mapping):
        return str(cast(Mapping[str, Any], value).get("title") or "")
    if isinstance(value, list | tuple):
        return [_plain(one) for one in cast(Sequence[Any], value)]
    return str(value)
