"""Text kinds: plain text, names, and numbers that are text (ID card, phone, …)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from db.identity import (
    credit_code_fault,
    id_number_fault,
    name_fault,
    phone_fault,
    postcode_fault,
    tidy_id_number,
    tidy_phone,
)

SHORT = 300
"""Characters a short text may have (SF/T 0018 stores names with up to 300)."""
LONG = 20_000
"""Characters a narrative may have: far above any real record, below a memory risk."""


def plain_text(given: object, *, long: bool) -> str | None:
    """Give tidy text or None; ValueError for NUL, control signs and half characters."""
    if type(given) is str:  # nearly always, and much faster
        tidy = given.strip()
        if tidy.isprintable():
            return tidy or None
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise ValueError("这里要填文字，收到的不是文字。请改成文字再试。")
    if isinstance(given, int) and abs(given) >= 10**40:
        raise ValueError("这个数字太长，请核对。")
    text = str(given).replace("\r\n", "\n").replace("\r", "\n").strip()
    if text.isprintable():
        return text or None
    if not long and "\n" in text:
        raise ValueError("这一栏只能填一行文字，请去掉换行。")
    for sign in text:
        if sign in "\n\t\u3000" or sign.isprintable():
            continue
        code = ord(sign)
        if 0xD800 <= code <= 0xDFFF:
            raise ValueError("文字里有不完整的字符，请重新输入这一栏。")
        if code < 0x20 or 0x7F <= code < 0xA0:
            raise ValueError(f"文字里有看不见的控制字符（U+{code:04X}），请删除后再试。")
    return text or None


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of one line, or of many lines when ``long``; length in characters."""

    length: int = SHORT
    long: bool = False
    name: str = "text"
    column: str = "TEXT"

    def read(self, given: object) -> str | None:
        """Give the tidy text; ValueError when too long or with control characters."""
        if type(given) is str:  # nearly always, and much faster
            tidy = given.strip()
            if tidy.isprintable() and len(tidy) <= self.length:
                return tidy or None
        text = plain_text(given, long=self.long)
        if text is not None and len(text) > self.length:
            raise ValueError(f"最多 {self.length} 个字，现有 {len(text)} 个字，请缩短后再保存。")
        return text

    def show(self, value: object) -> str:
        """Give the text itself."""
        return "" if value is None else str(value)

    def store(self, value: object) -> object:
        """Give the text itself: SQLite holds it as it is."""
        return value

    def load(self, raw: object) -> object:
        """Give the text itself."""
        return raw

    def wire(self, value: object) -> object:
        """Give the text itself."""
        return value


@dataclass(frozen=True, slots=True)
class CheckedText:
    """One-line text with a form of its own, checked by ``fault`` after ``tidy``."""

    name: str
    fault: Callable[[str], str | None]
    tidy: Callable[[str], str]
    length: int = SHORT
    column: str = "TEXT"

    def read(self, given: object) -> str | None:
        """Give the tidied text; ValueError with the sentence ``fault`` gives."""
        text = plain_text(given, long=False)
        if text is None:
            return None
        if len(text) > self.length:
            raise ValueError(f"最多 {self.length} 个字，现有 {len(text)} 个字，请核对。")
        text = self.tidy(text)
        wrong = self.fault(text)
        if wrong:
            raise ValueError(wrong)
        return text

    def show(self, value: object) -> str:
        """Give the text itself."""
        return "" if value is None else str(value)

    def store(self, value: object) -> object:
        """Give the text itself: SQLite holds it as it is."""
        return value

    def load(self, raw: object) -> object:
        """Give the text itself."""
        return raw

    def wire(self, value: object) -> object:
        """Give the text itself."""
        return value


_FULL_TO_HALF = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}


def half_width(text: str) -> str:
    """Give the text with full-width digits, letters and signs made half-width."""
    return text.translate(_FULL_TO_HALF)


def _tidy_number(text: str) -> str:
    return half_width(text).replace(" ", "")


def _tidy_credit(text: str) -> str:
    return _tidy_number(text).upper()


def _same(text: str) -> str:
    return text


PERSON_NAME = CheckedText("name", name_fault, _same)
ID_NUMBER = CheckedText("id_number", id_number_fault, tidy_id_number, 40)
CREDIT_CODE = CheckedText("credit_code", credit_code_fault, _tidy_credit, 40)
PHONE = CheckedText("phone", phone_fault, tidy_phone, 40)
POSTCODE = CheckedText("postcode", postcode_fault, _tidy_number, 20)
