"""Texts as the search sees them: one token per Chinese character, words of letters whole.

The tokens are parted by spaces for FTS5's ascii tokenizer. Keys of names are Chinese,
initials and full pinyin; keys of numbers are their digits from the end, after ``#``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib import import_module

from db.kinds import half_width

BETWEEN = " x0 "
"""A token between two fields, so that no phrase reaches from one into the next."""
NUMBER_MARK = "#"
_ENOUGH_DIGITS = 3


class _Spacing(dict[int, str]):
    """Character → itself or with spaces around; filled as characters are met."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        if point < 0x80:
            made = sign.lower() if sign.isalnum() else " "
        elif unicodedata.category(sign)[0] in "PZSM" or unicodedata.category(sign) in "Cc Cf Cs":
            made = " "
        else:
            # Also characters newer than this Python's Unicode tables, and private ones.
            made = f" {sign} "
        self[point] = made
        return made


_SPACING = _Spacing()


def spaced(text: str) -> str:
    """Give the text as tokens parted by spaces, punctuation left out."""
    return half_width(text).translate(_SPACING)


def phrases(text: str) -> str | None:
    """Give the FTS5 expression for what a person typed; None when nothing is left.

    Words parted by spaces must all occur; each is a phrase; a last word of letters or
    digits may be the beginning of one. Nothing typed can be an operator.
    """
    made: list[str] = []
    for word in text.split():
        tokens = spaced(word).split()
        if tokens:
            open_end = "*" if tokens[-1].isascii() else ""
            made.append(f'"{" ".join(tokens)}"{open_end}')
    return " AND ".join(made) or None


def name_keys_of(name: str) -> frozenset[str]:
    """Give the keys of a name: itself, its initials in all readings, its full pinyin."""
    return _name_keys(name)


def number_key(number: str) -> str | None:
    """Give the key of a number: its letters and digits from the end; None if too short."""
    signs = [s for s in half_width(number).lower() if s.isascii() and s.isalnum()]
    if len(signs) < _ENOUGH_DIGITS:
        return None
    return NUMBER_MARK + "".join(reversed(signs))


def typed_key(text: str) -> list[str]:
    """Give the key beginnings that a typed text may mean; [] when no key can match.

    One letter alone would match nearly every name and is left to the words.
    """
    typed = half_width(text).strip().lower().replace(" ", "")
    if not typed:
        return []
    keys: list[str] = []
    if typed.isascii():
        ending = number_key(typed)
        if ending is not None and any(s.isdigit() for s in typed):
            keys.append(ending)
        if typed.isalpha():
            keys.append(typed.replace("'", ""))
    else:
        keys.append(typed)
    return keys


@lru_cache(maxsize=20_000)
def _name_keys(name: str) -> frozenset[str]:
    pinyin = import_module("db.pinyin")
    found: frozenset[str] = pinyin.name_keys(name)
    return found | {half_width(name).lower().replace(" ", "")}
