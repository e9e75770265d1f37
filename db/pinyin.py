"""Pinyin keys of names: initials in every reading, and the joined full pinyin.

The readings come from `resources/pinyin/readings.bin`, built by `tools/build_pinyin.py`:
deflated; a line with the blocks of code points (`3400-4dbf 4e00-9fff …`, hexadecimal), a
line with all distinct sets of readings (`a,e` parted by spaces), then for each code point of
the blocks a little-endian 16-bit number: 0 = no reading, n = the n-th set. It is read at the
first use, not at import. The readings a character has only as a surname (单 shan, 黑 he) are
among its readings, so a name needs no list of surnames to be found.
"""

import sys
import unicodedata
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from resources import shipped_file

READINGS_FILE = "pinyin/readings.bin"
MOST_INITIALS = 8
"""Keys of initials one name may have."""
MOST_FULL = 4
"""Keys of full pinyin one name may have: one for each reading of its first character."""
CHARACTERS_READ = 12
"""Characters from the start that count; more only in names of organisations."""


def name_keys(name: str) -> frozenset[str]:
    """Give the search keys of a name, lower-case: 曾小明 → zxm, cxm, zengxiaoming, ….

    Initials come in all readings (at most eight, the likeliest); every reading of the
    surname is among them and among the full pinyin. Latin letters and digits stand as they
    are, other signs are left out. Empty for a name without any of these.
    """
    syllables = _syllables(name)
    if not syllables:
        return frozenset()
    initials = [_letters(choice) for choice in syllables]
    rest = "".join(choice[0] for choice in syllables[1:])
    full = (first + rest for first in syllables[0][:MOST_FULL])
    return frozenset((*_likeliest(initials), *full))


def _syllables(name: str) -> list[tuple[str, ...]]:
    """The readings of the first characters that have any, likeliest first."""
    of = _table().of
    choices: list[tuple[str, ...]] = []
    for sign in name:
        if readings := of(sign) or _other_sign(sign):
            choices.append(readings)
            if len(choices) == CHARACTERS_READ:
                break
    return choices


@cache
def _letters(choice: tuple[str, ...]) -> tuple[str, ...]:
    """The first letters of some syllables, each once; there are a few thousand such sets."""
    return tuple(dict.fromkeys(syllable[0] for syllable in choice))


def _other_sign(sign: str) -> tuple[str, ...]:
    """What stands for a sign without a reading: a letter or digit itself, else nothing."""
    plain = unicodedata.normalize("NFKC", sign)
    if plain != sign and (readings := _table().of(plain)):
        return readings
    plain = plain.lower()
    return (plain,) if plain.isascii() and plain.isalnum() else ()


def _likeliest(choices: Sequence[tuple[str, ...]]) -> list[str]:
    """The likeliest strings with one letter of each choice; each first letter at least once."""
    if all(len(choice) == 1 for choice in choices):
        return ["".join(choice[0] for choice in choices)]
    given = _beam(choices[1:])
    foremost = [(0, first + given[0][1]) for first in choices[0][:MOST_INITIALS]]
    others = sorted(
        (cost + rank, first + text)
        for rank, first in enumerate(choices[0])
        for cost, text in given[1:]
    )
    return [text for _, text in (*foremost, *others)][:MOST_INITIALS]


def _beam(choices: Sequence[tuple[str, ...]]) -> list[tuple[int, str]]:
    """The best strings over the choices, with the sum of their ranks, cheapest first."""
    best = [(0, "")]
    for letters in choices:
        if len(letters) == 1:
            best = [(cost, text + letters[0]) for cost, text in best]
            continue
        longer = [(c + rank, t + letter) for c, t in best for rank, letter in enumerate(letters)]
        best = sorted(longer)[:MOST_INITIALS]
    return best


@dataclass(frozen=True, slots=True)
class _Table:
    """The readings of all characters, in as few objects as possible."""

    blocks: tuple[tuple[int, int, int], ...]  # first and last code point, place in numbers
    kinds: tuple[tuple[str, ...], ...]
    numbers: "array[int]"  # array takes no [int] when run by Python 3.11

    def of(self, sign: str) -> tuple[str, ...]:
        """The readings of one character, likeliest first; empty if there are none."""
        point = ord(sign) if len(sign) == 1 else 0
        for first, last, place in self.blocks:
            if first <= point <= last:
                return self.kinds[self.numbers[place + point - first]]
        return ()


@cache
def _table() -> _Table:
    heading, kinds, raw = zlib.decompress(shipped_file(READINGS_FILE).read_bytes()).split(b"\n", 2)
    blocks: list[tuple[int, int, int]] = []
    place = 0
    for block in heading.decode("ascii").split():
        first, last = (int(text, 16) for text in block.split("-"))
        blocks.append((first, last, place))
        place += last - first + 1
    numbers = array("H")
    numbers.frombytes(raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    # Most names are written with the basic block, so it is looked at first.
    blocks.sort(key=lambda block: not block[0] <= ord("王") <= block[1])
    sets = tuple(tuple(map(sys.intern, s.split(","))) for s in kinds.decode("ascii").split())
    return _Table(tuple(blocks), ((), *sets), numbers)
