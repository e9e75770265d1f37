"""Builds resources/pinyin/readings.bin, the pinyin readings of single characters.

    python -m tools.build_pinyin

The readings are those of pypinyin (MIT), without tones, likeliest first. The program reads
only the built file: importing pypinyin costs 0.2 s at every start. `db.pinyin` tells how
the file is laid out.
"""

import sys
import unicodedata
import zlib
from array import array
from pathlib import Path

from pypinyin import pinyin_dict

from db.pinyin import READINGS_FILE

WIDEST_GAP = 512
"""Characters without a reading that may lie inside one block before a new one begins."""

SURNAMES_ONLY = {"贠": "yun", "黑": "he", "谌": "shen", "费": "bi", "厘": "xi"}
"""Readings that characters have as surnames and pypinyin's table of characters lacks."""


def plain(syllable: str) -> str:
    """Give a syllable without tone marks, ü as v: lǜ becomes lv."""
    parts = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(sign for sign in parts if sign.isascii() and sign.isalpha())


def without_tones(readings: str) -> str:
    """Give readings parted by commas without tone marks, each once."""
    syllables = [plain(syllable) for syllable in readings.split(",")]
    return ",".join(dict.fromkeys(syllable for syllable in syllables if syllable))


def readings_of_all() -> dict[int, str]:
    """Give code point → readings without tones, parted by commas, likeliest first."""
    tables = pinyin_dict.pinyin_dict
    plains = {point: without_tones(text) for point, text in tables.items()}
    for sign, reading in SURNAMES_ONLY.items():
        plains[ord(sign)] += f",{reading}"
    return {point: text for point, text in sorted(plains.items()) if text}


def blocks_of(points: list[int]) -> list[tuple[int, int]]:
    """Give first and last code point of each stretch without a wide gap."""
    blocks = [(points[0], points[0])]
    for point in points[1:]:
        first, last = blocks[-1]
        if point - last > WIDEST_GAP:
            blocks.append((point, point))
        else:
            blocks[-1] = (first, point)
    return blocks


def built_file() -> bytes:
    """Give the bytes of the file: two lines of text, then 16-bit numbers; deflated."""
    readings = readings_of_all()
    kinds = ["", *dict.fromkeys(readings.values())]
    place = {text: number for number, text in enumerate(kinds)}
    blocks = blocks_of(list(readings))
    numbers = array("H")
    for first, last in blocks:
        numbers.extend(place[readings.get(point, "")] for point in range(first, last + 1))
    if sys.byteorder == "big":
        numbers.byteswap()
    heading = " ".join(f"{first:x}-{last:x}" for first, last in blocks)
    lines = f"{heading}\n{' '.join(kinds[1:])}\n".encode("ascii")
    return zlib.compress(lines + numbers.tobytes(), 9)


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "resources" / READINGS_FILE
    target.write_bytes(built_file())
    sys.stdout.write(f"{target.name}: {target.stat().st_size:,} bytes\n")
