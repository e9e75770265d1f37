"""Numbers and names that say who somebody is: how to tidy, check and read them.

A fault is one Chinese sentence that says what is wrong and what to do next, or None.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

REMEMBERED = 256
"""Numbers whose facts are remembered: entering a record asks for each of them some
seven times (reading, deriving, rules), the next record hardly ever."""

_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_DIGITS = frozenset("0123456789")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63]+")
_MOBILE = re.compile(r"(?:\+?86-?)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}-[1-9]\d{6,7}(?:-\d{1,6})?")
_SERVICE = re.compile(
    r"110|119|12[02]|123\d{2}|12110|116\d{3}|100\d{2}|9[56]\d{3,6}|[48]00-?\d{3}-?\d{4}"
)
# Signs found in place of the separation dot (U+00B7) of names of ethnic minorities.
_FALSE_DOTS = frozenset(".。\u2022\u2027\u30fb\uff65\u2219\u22c5\u25cf\uff0e\u318d\u1427")


@lru_cache(maxsize=REMEMBERED)
def tidy_id_number(text: str) -> str:
    """Give the number without spaces, in half-width signs, with a capital X."""
    tidy = _half_width(text).upper()
    return tidy[:-1] + "X" if tidy.endswith("×") else tidy


@lru_cache(maxsize=REMEMBERED)
def id_number_fault(text: str, *, today: date | None = None) -> str | None:
    """Give what is wrong with a citizen identity number, or None.

    Source: GB 11643-1999. The area part never rejects (abolished and new areas exist;
    810000, 820000, 830000 and numbers that begin with 9 are residence cards). Numbers of
    15 digits pass; see `id_number_warning`. With `today`, births after it are refused.
    """
    number = tidy_id_number(text)
    if len(number) not in {15, 18}:
        return f"身份证号码应为18位，现有{len(number)}位，请对照证件补齐或删去多余的字符。"
    for place, sign in enumerate(number[:17], 1):
        if sign not in _DIGITS:
            return f"身份证号码第{place}位是“{sign}”，应为数字，请对照证件改正。"
    if len(number) == 18 and number[17] not in _DIGITS and number[17] != "X":
        return f"身份证号码第18位是“{number[17]}”，应为“{_id_check(number)}”，请对照证件改正。"
    return _birth_fault(number, today) or _id_check_fault(number)


def id_number_warning(text: str) -> str | None:
    """Give the advice for a number that is accepted but out of use, or None."""
    number = tidy_id_number(text)
    if len(number) == 15 and id_number_fault(number) is None:
        return "这是15位的第一代身份证号码，已停止使用，无法核对对错；请尽量补录18位号码。"
    return None


@lru_cache(maxsize=REMEMBERED)
def birth_date_of(text: str) -> date | None:
    """Give the birth date in an identity number; None if there is no such date."""
    number = tidy_id_number(text)
    if len(number) not in {15, 18}:
        return None
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    return _date_of(digits)


@lru_cache(maxsize=REMEMBERED)
def sex_of(text: str) -> str | None:
    """Give the code of the sex in an identity number: "1" male, "2" female (GB/T 2261.1)."""
    number = tidy_id_number(text)
    if len(number) not in {15, 18}:
        return None
    sign = number[16] if len(number) == 18 else number[14]
    return ("2", "1")[int(sign) % 2] if sign in _DIGITS else None


def eighteen_digits(text: str) -> str:
    """Give the number as one of 18 signs; one of 15 gets its century and check sign.

    Source: GB 11643-1999; numbers of 15 digits were given out for births of 19xx.
    """
    number = tidy_id_number(text)
    if len(number) != 15 or not set(number) <= _DIGITS:
        return number
    longer = f"{number[:6]}19{number[6:]}"
    return longer + _id_check(longer)


def fifteen_digits(text: str) -> str | None:
    """Give the number a citizen had before 1999, or None: born in another century."""
    number = eighteen_digits(text)
    return number[:6] + number[8:17] if len(number) == 18 and number[6:8] == "19" else None


def masked_id_number(text: str) -> str:
    """Give the number with all but the first six and last four signs as stars."""
    if len(text) <= 10:
        return "*" * len(text)
    return text[:6] + "*" * (len(text) - 10) + text[-4:]


def age_on(birth: date, day: date) -> int:
    """Give the full years of age on `day`; negative before birth.

    Who was born on 29 February is a year older from 1 March in common years.
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def tidy_credit_code(text: str) -> str:
    """Give the code without spaces, in half-width capitals."""
    return _half_width(text).upper()


def credit_code_fault(text: str) -> str | None:
    """Give what is wrong with a unified social credit code, or None.

    Source: GB 32100-2015; the check value is (31 - sum mod 31) mod 31.
    """
    code = tidy_credit_code(text)
    if len(code) != 18:
        return f"统一社会信用代码应为18位，现有{len(code)}位，请对照证照改正。"
    for place, sign in enumerate(code, 1):
        if sign not in _CREDIT_SIGNS:
            return (
                f"统一社会信用代码第{place}位是“{sign}”，代码只用数字和除I、O、S、V、Z以外的"
                "大写字母，请对照证照改正。"
            )
    total = sum(_CREDIT_SIGNS.index(s) * w for s, w in zip(code, _CREDIT_WEIGHTS, strict=False))
    check = _CREDIT_SIGNS[(31 - total % 31) % 31]
    if code[17] != check:
        return (
            f"统一社会信用代码第18位是“{code[17]}”，按前17位计算应为“{check}”，请对照证照逐位核对。"
        )
    return None


def tidy_phone(text: str) -> str:
    """Give the number without spaces, in half-width signs, dashes as hyphens."""
    return _DASHES.sub("-", _half_width(text))


def phone_fault(text: str) -> str | None:
    """Give what is wrong with a telephone number, or None.

    Accepted: mobile numbers, landlines as 区号-号码 (with an extension, if any) and
    service numbers (12348, 12345, 95xxx, 400-xxx-xxxx).
    """
    number = tidy_phone(text)
    for form in (_MOBILE, _LANDLINE, _SERVICE):
        if form.fullmatch(number):
            return None
    if wrong := sorted(set(number) - _DIGITS - {"-", "+"}):
        return f"电话号码里有“{wrong[0]}”，只能填一个号码，用数字和“-”，请改正。"
    digits = number.replace("-", "")
    if digits.startswith("0") and 10 <= len(digits) <= 12:
        return "固定电话请填成“区号-号码”，例如0371-61234567。"
    if len(digits) in {7, 8}:
        return "固定电话缺少区号，请填成“区号-号码”，例如0371-61234567。"
    if digits.startswith("1") and len(digits) == 11:
        return f"手机号码第2位是“{digits[1]}”，应为3至9，请核对。"
    if digits.startswith("1"):
        return f"手机号码应为11位，现有{len(digits)}位，请核对。"
    return "电话号码不完整，请填11位手机号，或“区号-号码”的固定电话，例如0371-61234567。"


def postcode_fault(text: str) -> str | None:
    """Give what is wrong with a postcode, or None."""
    code = _half_width(text)
    if len(code) == 6 and set(code) <= _DIGITS:
        return None
    return f"邮政编码应为6位数字，现为“{code[:20]}”，请改正。"


def name_fault(text: str) -> str | None:
    """Give what is wrong with a person's name, or None; rare characters are all right.

    The separation dot of names of ethnic minorities is U+00B7 as on identity cards.
    """
    if text.isalnum() and _FALSE_DOTS.isdisjoint(text):  # nearly always, and much faster
        return None
    for place, sign in enumerate(text, 1):
        kind = unicodedata.category(sign)
        if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            return f"姓名第{place}个字符看不见（U+{ord(sign):04X}），请删去后重新输入。"
    for place in range(1, len(text) - 1):
        if text[place] in _FALSE_DOTS and _is_han(text[place - 1]) and _is_han(text[place + 1]):
            return f"姓名中的间隔号请用“·”，现在用的是“{text[place]}”，请改正后再保存。"
    return None


def _half_width(text: str) -> str:
    """The text without spaces and unseen signs, full-width signs made half-width."""
    if text.isascii() and text.isprintable():  # nearly always, and much faster
        return text.replace(" ", "")
    seen = (s for s in text.translate(_FULL_WIDTH) if not s.isspace())
    return "".join(s for s in seen if unicodedata.category(s) != "Cf")


def _id_check(number: str) -> str:
    """The check sign that belongs to the first 17 digits."""
    total = sum(int(s) * w for s, w in zip(number, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11]


def _id_check_fault(number: str) -> str | None:
    if len(number) == 15 or number[17] == (check := _id_check(number)):
        return None
    return (
        f"身份证号码第18位（校验码）是“{number[17]}”，按前17位计算应为“{check}”，"
        "请对照证件逐位核对，多半有一位输错或两位颠倒。"
    )


def _birth_fault(number: str, today: date | None) -> str | None:
    # How the new cards of foreigners (first digit 9) are built inside is not published.
    if len(number) == 18 and number[0] == "9":
        return None
    born = birth_date_of(number)
    if born is not None and (today is None or born <= today):
        return None
    digits = number[6:14] if len(number) == 18 else number[6:12]
    places = f"第7至{6 + len(digits)}位"
    if born is not None:
        return f"身份证号码{places}“{digits}”是今天以后的日期，请对照证件改正。"
    return f"身份证号码{places}“{digits}”不是真实的出生日期，请对照证件改正。"


def _date_of(digits: str) -> date | None:
    """The date of eight digits yyyymmdd; None if the calendar has no such day."""
    if not (len(digits) == 8 and set(digits) <= _DIGITS):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign >= "\U00020000"
