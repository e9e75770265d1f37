"""Who is who: whether two entries mean the same person or organisation. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.identity import eighteen_digits, fifteen_digits
from db.kinds import half_width

PARTICULARS = ("name", "kind", "id_number", "credit_code", "born_on", "side")
"""Fields of a party that say who it is; an agent has the first and some of the others."""
_NATURAL = (None, "01")


@dataclass(frozen=True, slots=True)
class Who:
    """What is known of one person or organisation."""

    name: str
    number: str
    born: date | None
    natural: bool
    side: str = ""

    @staticmethod
    def of(values: Mapping[str, Any]) -> Who:
        """Give who a party, agent or person is, from its typed values."""
        natural = values.get("kind") in _NATURAL or values.get("credit_code") is None
        number = str(values.get("id_number") or values.get("credit_code") or "")
        return Who(
            name=half_width(str(values.get("name") or "")).replace(" ", ""),
            number=eighteen_digits(number) if number else "",
            born=values.get("born_on"),
            natural=natural and values.get("kind") not in ("02", "03"),
            side=str(values.get("side") or ""),
        )

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the numbers an entry of the same may have: of 18 signs, and of 15."""
        older = fifteen_digits(self.number) if self.natural and self.number else None
        return tuple(one for one in (self.number, older) if one)

    def is_same(self, other: Who) -> bool:
        """Say whether both surely are the same: by number, else by name and birth day."""
        if self.number and other.number:
            return self.number == other.number
        if self.name != other.name:
            return False
        if not self.natural or not other.natural:
            return self.natural == other.natural
        return self.born is not None and self.born == other.born

    def may_be(self, other: Who) -> bool:
        """Say whether both may be the same: nothing known of them differs."""
        if self.number and other.number:
            return self.number == other.number
        if self.name != other.name or self.natural != other.natural:
            return False
        return self.born is None or other.born is None or self.born == other.born
