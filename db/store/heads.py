"""The heads column: which changes are the newest of each merge unit of a row.

Kept as JSON ``{"unit": ["<local writer number>:<n>", …]}``; a unit that is not named
has the row's birth as its only head, so an untouched row holds NULL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable


def read_heads(text: str | None) -> dict[str, list[str]]:
    """Give the heads per unit, as ``number:n``."""
    return {} if text is None else json.loads(text)


def write_heads(heads: dict[str, list[str]]) -> str | None:
    """Give the column's text; NULL when every unit is still at its birth."""
    return json.dumps(heads, separators=(",", ":"), sort_keys=True) if heads else None


def after(current: Iterable[str], parents: Iterable[str], new: str) -> list[str]:
    """Give the heads of a unit after a change: its parents go, it comes.

    Two or more left are an open conflict. Source: exchange design, section 3.
    """
    gone = set(parents)
    return [*(one for one in current if one not in gone and one != new), new]
