"""Texts as the search sees them: one token per Chinese character, words of letters whole.

The tokens are parted by spaces for FTS5's ascii tokenizer. Keys of names are Chinese,
initials and full pinyin; keys of numbers are their digits from the end, after ``#``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from db.kinds import half_width

BETWEEN = " x0 "
"""Put between two fields: a token of its own, so that no phrase reaches over it."""
NUMBER_MARK = "#"
_ENOUGH_DIGITS = 3
_NO_SIGN = re.compile(r"[^0-9A-Za-z]+")
# Full-width digits and letters; full-width punctuation is left out as it is.
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
# Words of letters and digits, runs of common Chinese characters (named by themselves since
# that is a single comparison), runs of other characters. The ranges left out are ASCII,
# punctuation and symbols; everything else counts as a character, also one that is newer
# than this Python's Unicode tables.
_RUNS = re.compile(
    "[0-9A-Za-z]+|[\u4e00-\u9fff]+|[^\x00-\x7f\x80-\xbf\xd7\xf7\u2000-\u2bff\u2e00-\u2e7f\u2ff0-\u3004"
    "\u3008-\u3020\u3030\u303d-\u303f\ufe10-\ufe6f\uff01-\uff65\ufff0-\uffff]+"
)


def spaced(text: str) -> str:
    """Give the text as tokens parted by spaces, punctuation left out."""
    if _WIDE.search(text):
        text = half_width(text)
    runs: list[str] = _RUNS.findall(text)
    return " ".join([run.lower() if run.isascii() else " ".join(run) for run in runs])


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
    if not (number.isascii() and number.isalnum()):
        number = _NO_SIGN.sub("", half_width(number))
    if len(number) < _ENOUGH_DIGITS:
        return None
    return NUMBER_MARK + number[::-1].lower()


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
