"""Patterns of official numbers: filled in, read back, and what is wrong with one.

A pattern is a text such as （{年}）{代字}人调字第{序号}号 (mediation forms, section 2.6). All
numbers that differ only in what is left open (the running number, and month and village)
form one **series**; within a series a running number is given once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

YEAR, CODE, SEQUENCE, MONTH, VILLAGE = "{年}", "{代字}", "{序号}", "{月}", "{村}"
PLACEHOLDERS: Final = (YEAR, CODE, SEQUENCE, MONTH, VILLAGE)
"""What a pattern may leave open, in the order it is told to people."""

CASE_PATTERN: Final = "（{年}）{代字}人调字第{序号}号"
"""Source: 卷宗封面 「（　）人调字第　号」, mediation forms 2.6."""

DEFAULT_PATTERNS: Final = {
    "01": CASE_PATTERN,
    "02": CASE_PATTERN,
    "03": "（{年}）{代字}人调协字第{序号}号",
    "04": "{代字}受〔{年}〕{序号}号",
    "05": "{代字}不〔{年}〕{序号}号",
    "06": "{代字}终〔{年}〕{序号}号",
    "07": "{代字}回〔{年}〕{序号}号",
    "08": "{代字}聘〔{年}〕{序号}号",
}
"""Code of ``numbering_kind`` → the pattern of an office that has no rule of its own."""

_OPEN: Final = {
    SEQUENCE: r"(?P<n>\d{1,9})",
    YEAR: r"\d{4}",
    # One sign only where no other digit stands before it: “{序号}{月}” would be read wrongly.
    MONTH: r"(?:0[1-9]|1[0-2]|(?<!\d)[1-9])",
    # A case need not name its village, and then nothing stands there.
    VILLAGE: r".*?",
}
_BRACES = re.compile(r"\{[^{}]*\}")
_STRAY = re.compile(r"[{}]")
_BRACKETS = str.maketrans("〔[【〈】〕]〉", "((((" + "))))")
# NFKC has made the full-width ones half-width before.
_COMMITTEE_WORDS = ("人民调解委员会", "调解委员会", "调委会")


def pattern_fault(text: str) -> str | None:
    """Give what is wrong with a pattern, in a sentence that says what is allowed, or None."""
    allowed = " ".join(PLACEHOLDERS)
    for word in _BRACES.findall(text):
        if word not in PLACEHOLDERS:
            return f"不认识“{word[:20]}”，花括号里可以写的有 {allowed}，请改正。"
    if _STRAY.search(_BRACES.sub("", text)):
        return f"花括号没有成对，花括号里可以写的有 {allowed}，请改正。"
    if text.count(SEQUENCE) != 1:
        return f"编号格式里要有一处 {SEQUENCE}，且只有一处，请改正。"
    return None


def tidy_number(number: str) -> str:
    """Give a number as it is compared: half-width signs, one kind of bracket, no spaces."""
    tidy = unicodedata.normalize("NFKC", number).translate(_BRACKETS)
    return "".join(tidy.split())


def code_of_committee(short_code: str | None, name: str) -> str:
    """Give the 代字 of a committee: its short code, else its name without 人民调解委员会."""
    if short_code and short_code.strip():
        return short_code.strip()
    for words in _COMMITTEE_WORDS:
        name = name.removesuffix(words)
    return name.strip()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern with how its running number is written and where it begins.

    yearly: the running number begins again with every year.
    """

    text: str
    digits: int = 1
    first: int = 1
    yearly: bool = True

    def series(self, year: int, code: str) -> Series:
        """Give the series of a committee and year."""
        stem = self.text.replace(CODE, code)
        return Series(stem.replace(YEAR, f"{year:04d}") if self.yearly else stem)

    def number(self, sequence: int, *, year: int, month: int, code: str, village: str = "") -> str:
        """Give the number of this running number."""
        filled = {
            YEAR: f"{year:04d}",
            CODE: code,
            SEQUENCE: f"{sequence:0{self.digits}d}",
            MONTH: f"{month:02d}",
            VILLAGE: village,
        }
        return _BRACES.sub(lambda found: filled.get(found[0], found[0]), self.text)


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers that differ only in the running number, month and village."""

    stem: str

    @property
    def key(self) -> str:
        """Give the text that names the series, however its brackets were typed."""
        return tidy_number(self.stem)

    @property
    def prefix(self) -> str:
        """Give the tidied beginning all numbers of the series share."""
        return tidy_number(_BRACES.split(self.stem, maxsplit=1)[0])

    def reader(self) -> re.Pattern[str]:
        """Give the expression whose group ``n`` is the running number of a tidied number."""
        parts: list[str] = []
        at = 0
        for found in _BRACES.finditer(self.stem):
            parts.append(re.escape(tidy_number(self.stem[at : found.start()])))
            parts.append(_OPEN.get(found[0], re.escape(found[0])))
            at = found.end()
        parts.append(re.escape(tidy_number(self.stem[at:])))
        return re.compile("".join(parts))

    def sequence_of(self, number: str) -> int | None:
        """Give the running number of a number as typed, or None: not of this series."""
        found = self.reader().fullmatch(tidy_number(number))
        return None if found is None else int(found["n"])
