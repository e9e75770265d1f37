"""Number kinds: counts, decimals with fixed places, money in 元, and yes/no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from db.kinds.text import half_width, plain_text

# Commas only between thousands: 12,50 and 1.250,00 are slips or foreign, and a guess
# would be wrong by a factor of hundreds.
_WRITTEN = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?", re.ASCII)


def _ungrouped(text: str, unit: str = "") -> str:
    """Give the digits of a number as people write it; "" when it is none."""
    tidy = half_width(text).replace(" ", "").removesuffix(unit)
    return tidy.replace(",", "") if _WRITTEN.fullmatch(tidy) else ""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number between ``least`` and ``most``."""

    least: int = 0
    most: int = 9_999_999
    name: str = "count"
    column: str = "INTEGER"

    def read(self, given: object) -> int | None:
        """Give the number; ValueError when it is not whole or out of range."""
        if isinstance(given, float) and given.is_integer():
            given = int(given)
        if isinstance(given, bool | float):
            raise ValueError("这里要填整数，请核对。")
        if not isinstance(given, int):
            text = plain_text(given, long=False)
            if text is None:
                return None
            digits = _ungrouped(text)
            unsigned = digits.removeprefix("-")
            if not unsigned.isdigit() or len(unsigned) > 15:
                raise ValueError(f"“{text[:20]}”不是整数，请只填数字。")
            given = int(digits)
        if not self.least <= given <= self.most:
            raise ValueError(f"应在 {self.least} 到 {self.most} 之间，请核对。")
        return given

    def show(self, value: object) -> str:
        """Give the digits."""
        return "" if value is None else str(value)

    def store(self, value: object) -> object:
        """Give the number itself."""
        return value

    def load(self, raw: object) -> object:
        """Give the number itself."""
        return raw

    def wire(self, value: object) -> object:
        """Give the number itself."""
        return value


@dataclass(frozen=True, slots=True)
class Fixed:
    """A decimal with ``places`` digits after the point, held as a whole number.

    Money is 元 with two places, so SQLite holds whole 分 and sums are exact.
    """

    places: int = 2
    most: Decimal = Decimal("9999999999.99")
    name: str = "decimal"
    column: str = "INTEGER"

    def read(self, given: object) -> Decimal | None:
        """Give the exact decimal; ValueError when it has too many places."""
        if isinstance(given, bool):
            raise ValueError("这里要填数字，请核对。")
        if isinstance(given, Decimal | float):
            value = Decimal(repr(given)) if isinstance(given, float) else given
        else:
            text = plain_text(given, long=False)
            if text is None:
                return None
            try:
                value = Decimal(_ungrouped(text, "元"))
            except InvalidOperation:
                raise ValueError(f"“{text[:20]}”不是数字，请只填数字，如 1250.00。") from None
        if not value.is_finite() or value < 0 or value > self.most:
            raise ValueError(f"应在 0 到 {self.most} 之间，请核对。")
        exact = value.quantize(Decimal(1).scaleb(-self.places))
        if exact != value:
            raise ValueError(f"小数点后最多 {self.places} 位，请核对。")
        return exact

    def show(self, value: object) -> str:
        """Give the digits with all places, e.g. 1250.00."""
        return "" if value is None else f"{value:.{self.places}f}"

    def store(self, value: object) -> object:
        """Give the whole number of the smallest unit (分 for money)."""
        return int(value.scaleb(self.places)) if isinstance(value, Decimal) else None

    def load(self, raw: object) -> object:
        """Give the decimal back from the smallest unit."""
        return Decimal(raw).scaleb(-self.places) if isinstance(raw, int) else None

    def wire(self, value: object) -> object:
        """Give the digits as text, since JSON numbers lose exactness."""
        return None if value is None else self.show(value)


_YES = {"是", "有", "1", "true", "y", "yes", "√", "☑"}
_NO = {"否", "无", "没有", "0", "false", "n", "no", "×", "☐"}


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; None is "not asked yet", which is a third, honest answer."""

    name: str = "flag"
    column: str = "INTEGER"

    def read(self, given: object) -> bool | None:
        """Give True, False or None; ValueError for anything else."""
        if isinstance(given, bool):
            return given
        text = plain_text(given, long=False)
        if text is None:
            return None
        word = half_width(text).lower()
        if word in _YES:
            return True
        if word in _NO:
            return False
        raise ValueError("这里只能填“是”或“否”。")

    def show(self, value: object) -> str:
        """Give 是 or 否."""
        return "" if value is None else "是" if value else "否"

    def store(self, value: object) -> object:
        """Give 1 or 0."""
        return None if value is None else int(bool(value))

    def load(self, raw: object) -> object:
        """Give True or False back."""
        return None if raw is None else bool(raw)

    def wire(self, value: object) -> object:
        """Give true or false."""
        return value


MONEY = Fixed(name="money")
FLAG = Flag()
