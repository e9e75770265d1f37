"""Code kinds: one code of a list, or several of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from db.codes import code_list
from db.kinds.text import plain_text


def _one(list_name: str, given: object) -> str | None:
    if type(given) is str:
        return _one_text(list_name, given)
    return _read_one(list_name, given)


@lru_cache(maxsize=4096)  # an import says the same few words in every row
def _one_text(list_name: str, given: str) -> str | None:
    return _read_one(list_name, given)


@lru_cache(maxsize=4096)
def _several(list_name: str, text: str) -> tuple[str, ...] | None:
    return code_list(list_name).codes_of(text)


def _read_one(list_name: str, given: object) -> str | None:
    text = plain_text(given, long=False)
    if text is None:
        return None
    found = code_list(list_name).code_of(text)
    if found is None:
        some = "、".join(entry.label for entry in code_list(list_name).choices()[:6])
        raise ValueError(f"“{text[:30]}”不在可选项内，请从列表中选择（如 {some}）。")
    return found


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a code list; read from the code, its label or an alias."""

    list_name: str
    name: str = "code"
    column: str = "TEXT"

    def read(self, given: object) -> str | None:
        """Give the code; ValueError when the list does not have it."""
        return _one(self.list_name, given)

    def show(self, value: object) -> str:
        """Give the label; a code that ended still has one."""
        return "" if value is None else code_list(self.list_name).label(str(value))

    def store(self, value: object) -> object:
        """Give the code itself."""
        return value

    def load(self, raw: object) -> object:
        """Give the code itself."""
        return raw

    def wire(self, value: object) -> object:
        """Give the code itself."""
        return value


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of one list, kept in the order given, without repeats."""

    list_name: str
    name: str = "codes"
    column: str = "TEXT"

    def read(self, given: object) -> tuple[str, ...] | None:
        """Give the codes from a list, or from text parted by 、 or commas."""
        parts: Iterable[object]
        if isinstance(given, list | tuple):
            parts = cast(Iterable[object], given)
        else:
            text = plain_text(given, long=False)
            if text is None:
                return None
            several = _several(self.list_name, text)
            if several is not None:
                return several or None
            parts = re.split("[、，,；;]", text)
        codes = [code for part in parts if (code := _one(self.list_name, part)) is not None]
        return tuple(dict.fromkeys(codes)) or None

    def show(self, value: object) -> str:
        """Give the labels joined by 、."""
        codes = code_list(self.list_name)
        return "、".join(codes.label(code) for code in cast(tuple[str, ...], value or ()))

    def store(self, value: object) -> object:
        """Give a JSON array as text."""
        return json.dumps(value) if value else None

    def load(self, raw: object) -> object:
        """Give the codes back."""
        return tuple(json.loads(raw)) if isinstance(raw, str) else None

    def wire(self, value: object) -> object:
        """Give a JSON array."""
        return list(cast(tuple[str, ...], value)) if value else None
