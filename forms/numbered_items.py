"""A text that lists things as its items, without the numbers it was written with."""

from __future__ import annotations

import re

__all__ = ["split_items"]

_DIGITS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HEAD = re.compile(
    r"\s*(?:[（(]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?:[）)]\s*[、.\uff0e]?|[、\uff0e]|\.(?!\d))|(?P<circled>[①-⑳]))\s*"
)
_ENDS = "；;。，,、 \u3000"


def split_items(text: str) -> list[str]:
    """The items of a text: one per line, or one per number where the text is numbered.

    Numbers count only in their order from 1, so that 3、5 inside a sentence stays there.
    """
    lines = [line.strip(" \u3000") for line in text.split("\n")]
    lines = [line for line in lines if line]
    if not lines or _number_at(lines[0], 0)[0] != 1:
        return lines
    items: list[str] = []
    for line in lines:
        pieces = _numbered(line, len(items) + 1)
        if pieces[0] and items:
            items[-1] += pieces[0]
        items += pieces[1:]
    return items


def _numbered(line: str, wanted: int) -> list[str]:
    """What stands in a line before the wanted number, and what behind it and the next ones."""
    pieces: list[str] = []
    start = 0
    for place in range(len(line)):
        begins = place == 0 or line[place - 1] in _ENDS or line[place] in _CIRCLED
        if place < start or not begins:
            continue
        number, end = _number_at(line, place)
        if number == wanted and end < len(line):
            pieces.append(line[start:place].strip(" \u3000"))
            start, wanted = end, wanted + 1
    return [*pieces, line[start:].strip(" \u3000")]


def _number_at(line: str, place: int) -> tuple[int, int]:
    """The number that an item begins with here and where its words begin; 0 for none."""
    match = _HEAD.match(line, place)
    if match is None:
        return 0, place
    circled, number = match["circled"], match["number"]
    if circled:
        return _CIRCLED.index(circled) + 1, match.end()
    return int(number) if number.isdecimal() else _chinese(number), match.end()


def _chinese(number: str) -> int:
    """一 to 九十九 as a number; 0 for what is none."""
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _DIGITS.index(number) + 1 if len(number) == 1 else 0
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)
