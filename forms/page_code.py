"""The code on a printed page: which record, paper, row and page it is, checked by itself.

47 characters that a QR code holds as letters and digits in version 3 with level Q (a quarter of
it may be lost). Layout: mark 2, record 26, paper 4, row 5, page 2, pages 2, check 6. Signs are
those of Crockford's base 32, which no two eyes confuse. The paper is named by a hash and the row
by the end of its id: who reads a code compares them with the papers and rows there are.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from db.kinds import RecordId

__all__ = [
    "MOST_PAGES",
    "NO_ROW",
    "PageCode",
    "code_of_page",
    "paper_key",
    "read_page_code",
    "row_tail",
]

MARK = "S1"
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(SIGNS)}
_WIDTHS = (26, 4, 5, 2, 2)
_CHECK = 6
_LENGTH = len(MARK) + sum(_WIDTHS) + _CHECK

MOST_PAGES = 1023
"""A document with more pages carries no code: two signs hold no more."""

NO_ROW = "00000"
"""The row of a document that is printed of the whole record."""


@dataclass(frozen=True, slots=True)
class PageCode:
    """One page of one document: `paper` is a `paper_key`, `row` a `row_tail` or `NO_ROW`."""

    record: RecordId
    paper: str
    row: str
    page: int
    pages: int

    def encoded(self) -> str:
        """The code's characters; `ValueError` when a part is not what it should be."""
        if not 1 <= self.page <= self.pages <= MOST_PAGES:
            raise ValueError(f"page {self.page} of {self.pages}")
        numbers = (UUID(self.record).int, _number(self.paper), _number(self.row))
        parts = (*numbers, self.page, self.pages)
        body = MARK + "".join(_signs(n, width) for n, width in zip(parts, _WIDTHS, strict=True))
        return body + _check(body)


def code_of_page(record: str, paper: str, row: str | None, page: int, pages: int) -> PageCode:
    """The code of a page of the paper of this name; `row` is the row's id, if it has one."""
    tail = row_tail(row) if row else NO_ROW
    return PageCode(RecordId(record), paper_key(paper), tail, page, pages)


def read_page_code(text: str) -> PageCode | None:
    """The page a code names; None for anything that is not wholly one of our codes."""
    if len(text) != _LENGTH or not text.startswith(MARK):
        return None
    body, check = text[:-_CHECK], text[-_CHECK:]
    if check != _check(body) or any(sign not in _VALUES for sign in body[len(MARK) :]):
        return None
    parts: list[str] = []
    place = len(MARK)
    for width in _WIDTHS:
        parts.append(body[place : place + width])
        place += width
    record = _number(parts[0])
    page, pages = _number(parts[3]), _number(parts[4])
    if record >= 1 << 128 or not 1 <= page <= pages:
        return None
    return PageCode(RecordId(str(UUID(int=record))), parts[1], parts[2], page, pages)


def paper_key(name: str) -> str:
    """Four signs that name a paper; a conformance test holds those of all papers apart."""
    digest = hashlib.sha256(f"paper {name}".encode()).digest()
    return _signs(int.from_bytes(digest[:3], "big") >> 4, 4)


def row_tail(row: str) -> str:
    """The end of a row's id, which is random: 25 of its bits, never `NO_ROW`."""
    return _signs(UUID(row).int & (1 << 25) - 1 or 1, 5)


def _check(body: str) -> str:
    digest = hashlib.sha256(f"sifasuo page {body}".encode()).digest()
    return _signs(int.from_bytes(digest[:4], "big") >> 2, _CHECK)


def _signs(number: int, width: int) -> str:
    return "".join(SIGNS[number >> 5 * place & 31] for place in reversed(range(width)))


def _number(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number << 5 | _VALUES[sign]
    return number
