"""Texts compared without what differs from case to case: names, numbers, dates. Pure.

Alike: equal after that, or nine tenths alike by ``difflib``. Keys make it quick: the hash of
the text, and four least hashes of its runs of three characters, of which alike texts share
most (A. Z. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

LIKE_ENOUGH: Final = 0.9
SHORTEST: Final = 20
"""Shorter texts are alike by chance and have no keys."""
SAME: Final = "="

_NUMBER = re.compile(
    r"[0-9]+(?:[.,:/-][0-9]+)*|[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]{1,}"
)
_NOISE = re.compile(r"[\W_]+")
_RUN: Final = 3
_SALTS: Final = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_MASK: Final = 0xFFFFFFFF


def plain(text: str, names: Iterable[str]) -> str:
    """Give a text without names, numbers and punctuation."""
    tidy = unicodedata.normalize("NFKC", text)
    for name in sorted({one for one in names if one}, key=len, reverse=True):
        tidy = tidy.replace(name, "某")
    return _NOISE.sub("", _NUMBER.sub("0", tidy))


def keys(text: str) -> list[str]:
    """Give the keys of a plain text: that of the whole, then those of its parts."""
    if len(text) < SHORTEST:
        return []
    whole = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
    runs = {zlib.crc32(text[at : at + _RUN].encode()) for at in range(len(text) - _RUN + 1)}
    least = [min((run ^ salt) * salt & _MASK for run in runs) for salt in _SALTS]
    return [f"{SAME}{whole}", *(f"{n}{one:08x}" for n, one in enumerate(least))]


def likeness(one: str, other: str) -> float:
    """Give how alike two plain texts are, 0 when less than enough."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or shorter / longer < LIKE_ENOUGH**2:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= LIKE_ENOUGH else 0.0
