"""Link kinds: to one record, to several, and child rows of a record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from db.kinds.kind import RecordId
from db.kinds.text import plain_text


@dataclass(frozen=True, slots=True)
class Link:
    """A link to one record of type ``target``, by id.

    ``read`` only tidies the text: that it names a record (by id, official number or
    title) is resolved by the draft, which can look at the ledger.
    """

    target: str
    name: str = "link"
    column: str = "BLOB"

    def read(self, given: object) -> RecordId | None:
        """Give the tidied text of an id or official number."""
        text = plain_text(given, long=False)
        return None if text is None else RecordId(text)

    def show(self, value: object) -> str:
        """Give the id; screens and papers show the title of the record instead."""
        return "" if value is None else str(value)

    def store(self, value: object) -> object:
        """Give the 16 bytes of the id."""
        return bytes.fromhex(value.replace("-", "")) if isinstance(value, str) else None

    def load(self, raw: object) -> object:
        """Give the id back as canonical text."""
        if not isinstance(raw, bytes):
            return None
        return canonical_id(raw)

    def wire(self, value: object) -> object:
        """Give the id as text."""
        return value


@dataclass(frozen=True, slots=True)
class Links:
    """Links to several records of type ``target``, in the order given."""

    target: str
    name: str = "links"
    column: str = "TEXT"

    def read(self, given: object) -> tuple[RecordId, ...] | None:
        """Give the tidied ids or official numbers, without repeats."""
        parts: Iterable[object]
        if isinstance(given, list | tuple):
            parts = cast(Iterable[object], given)
        else:
            text = plain_text(given, long=False)
            parts = () if text is None else text.replace("，", "、").split("、")
        ids = [RecordId(t) for part in parts if (t := plain_text(part, long=False))]
        return tuple(dict.fromkeys(ids)) or None

    def show(self, value: object) -> str:
        """Give the ids joined by 、."""
        return "、".join(cast(tuple[str, ...], value or ()))

    def store(self, value: object) -> object:
        """Give a JSON array as text."""
        return json.dumps(value) if value else None

    def load(self, raw: object) -> object:
        """Give the ids back."""
        return tuple(RecordId(t) for t in json.loads(raw)) if isinstance(raw, str) else None

    def wire(self, value: object) -> object:
        """Give a JSON array of ids."""
        return list(cast(tuple[str, ...], value)) if value else None


@dataclass(frozen=True, slots=True)
class Rows:
    """Child rows of type ``target``: records of their own, owned by this one."""

    target: str
    most: int = 200
    name: str = "rows"
    column: str = ""

    def read(self, given: object) -> object:
        """Refuse: drafts read child rows one by one."""
        raise TypeError("child rows are read by the draft, row by row")

    def show(self, value: object) -> str:
        """Give how many rows there are."""
        return f"{len(cast(tuple[object, ...], value or ()))} 项"

    def store(self, value: object) -> object:
        """Give nothing: the rows have a table of their own."""
        return None

    def load(self, raw: object) -> object:
        """Give nothing: the store loads the rows itself."""
        return ()

    def wire(self, value: object) -> object:
        """Give nothing: each row travels as a record."""
        return None


def canonical_id(raw: bytes) -> RecordId:
    """Give the canonical text of a 16-byte id."""
    h = raw.hex()
    return RecordId(f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}")
