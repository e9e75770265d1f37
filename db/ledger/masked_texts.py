"""How numbers, addresses, days and villages look in a copy that may be published. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

_HAN: Final = r"[\u4e00-\u9fff]"
_BELOW_TOWNSHIP = re.compile(r"^(.*?(?:镇|乡(?!市)|街道(?:办事处)?))(.+)$")
_BELOW_COUNTY = re.compile(r"^(.*(?:县|(?<![小社])区|市))(.+)$")
_PARTS: Final = (
    ("某村", re.compile(r"村|屯|庄")),
    ("某社区", re.compile(r"社区|小区")),
    ("某路", re.compile(r"路|街|巷|大道")),
    ("某组", re.compile(r"组|队")),
    ("某号", re.compile(r"号|室|楼|栋|幢|单元|户")),
)
_VILLAGE = re.compile(rf"(?:镇|乡|街道|办事处|县|区|市)({_HAN}{{1,8}}?(?:村|社区|屯|庄))(?!民)")
_COMMITTEE = re.compile(
    rf"(^|镇|乡|街道|[^\u4e00-\u9fff])({_HAN}{{1,8}}?)(村|社区)"
    r"(?=人民调解|村民委员会|居民委员会|村委会|居委会|调委会|调解室|两委|党支部)"
)
_YEAR_IN_BRACKETS = re.compile(r"[（(〔\[【]\s*(\d{4})\s*[）)〕\]】]")
_CASE_NUMBER = re.compile(
    rf"([（(〔\[【]\s*\d{{4}}\s*[）)〕\]】])\s*({_HAN}|\w){{0,12}}?(人调协?|民特|民初|民终|调确)?字?\s*第?\s*[\d-]{{1,8}}\s*号"
)
_LETTER_NUMBER = re.compile(
    rf"{_HAN}{{1,6}}?([受不终回聘函])([〔\[（(]\s*\d{{4}}\s*[〕\]）)])\s*第?\s*\d{{1,6}}\s*号"
)
_CREDIT = re.compile(r"(?<![0-9A-Z])(?=[0-9A-Z]*\d)[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")
_ID = re.compile(r"(?<!\d)(?<!\d\s)\d(?:\s?\d){13,16}\s?[\dXx×](?!\s?\d)")
_GROUPED = re.compile(r"(?<!\d)\d{3,4}(?:[ \u3000\-－—]\d{3,8}){2,6}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)[（(]?0\d{2,3}[）)]?\s*[-－—]?\s*\d{7,8}(?:[-－—转]\d{1,6})?(?!\d)")
_LONG = re.compile(r"(?<![\d.])\d{7,}(?!\d)(?!\.?\d*\s*(?:元|万|亿))")
_PAPER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,3}\d{6,10}(?!\d)")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-Z]\s?[·•.]?\s?"
    r"(?=[A-Z0-9]*\d)[A-Z0-9]{4,6}[A-Z0-9挂学警港澳领]?"
)
_GROUP = re.compile(r"第?(?:[〇零一二三四五六七八九十百]{1,4}|\d{1,3})(?:村民)?(?:小组|组)")
_HOUSE = re.compile(
    r"(?<![\d第月年.])\d{1,4}(?:-\d{1,4})*\s*(?:号楼|号院|号|栋|幢|单元|室|弄|楼|层|户)(?!线|令|文|字)"
)
_BIRTH = re.compile(
    r"(\d{4})\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)(?=\s*(?:出生|生于|生[，。,；]))"
)
_BORN_ON = re.compile(
    r"((?:出生于|生于|出生日期|出生年月|出生)[：:为是]?\s*)(\d{4})\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)"
)
_PEOPLE = re.compile(r"[、，,；;。\s/和及与]+")
_ASIDE = re.compile(r"[（(][^）)]*[）)]")
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}+·{_HAN}[\u4e00-\u9fff·]*")
_NOT_NAMES: Final = frozenset(
    [
        "双方",
        "当事人",
        "申请人",
        "被申请人",
        "代理人",
        "调解员",
        "记录人",
        "村干部",
        "邻居",
        "群众",
        "民警",
        "律师",
        "双方当事人",
        "村委会",
        "村民代表",
        "证人",
    ]
)


def stars(value: str) -> str:
    """Give as many stars as a number has signs."""
    return "*" * len(value)


def official_number(value: str) -> str:
    """Give a case, agreement or letter number with its year only: （2026）某人调字第某号."""
    masked = _numbers(value)
    if masked != value:
        return masked
    year = _YEAR_IN_BRACKETS.search(value) or re.search(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)", value)
    return f"（{year[1]}）某字第某号" if year else "某号"


def address(value: str) -> str:
    """Give an address down to the township; below it 某村某组某号."""
    found = _BELOW_TOWNSHIP.match(value) or _BELOW_COUNTY.match(value)
    above, below = (found[1], found[2]) if found else ("", value)
    told = "".join(words for words, form in _PARTS if form.search(below))
    return above + (told or "某处")


def villages_in(value: str) -> dict[str, str]:
    """Give village → 某村 for the village an address names."""
    found: dict[str, str] = {}
    for name in _VILLAGE.findall(value):
        found |= village_names(name)
    return found


def village_names(name: str) -> dict[str, str]:
    """Give name → 某村 of a village or community, without its township too."""
    if not name:
        return {}
    ending = "社区" if name.endswith("社区") else "村"
    local = re.sub(r"^.*(?:镇|乡|街道)", "", name)
    return {one: f"某{ending}" for one in (name, local) if len(one) > 1}


def written_days(day: date) -> Iterator[str]:
    """Give the ways a day is written."""
    year, month, number = day.year, day.month, day.day
    yield f"{year}年{month}月{number}日"
    yield f"{year}年{month:02d}月{number:02d}日"
    for sign in "-./":
        yield f"{year}{sign}{month:02d}{sign}{number:02d}"
        yield f"{year}{sign}{month}{sign}{number}"
    yield f"{year}{month:02d}{number:02d}"


def people_in(value: str) -> Iterator[str]:
    """Give the names in a list of people such as 参加人：刘德厚（邻居）、村干部王建设."""
    for part in _PEOPLE.split(_ASIDE.sub("", value)):
        if _NAME.fullmatch(part) and part not in _NOT_NAMES:
            yield part


def by_form(text: str) -> str:
    """Give a text with what has the form of a number, address or birth day masked."""
    text = _BIRTH.sub(r"\1年", text)
    text = _BORN_ON.sub(r"\1\2年", text)
    text = _numbers(text)
    for form in (_CREDIT, _ID, _LANDLINE, _GROUPED, _LONG, _PAPER):
        text = form.sub(_hidden, text)
    text = _PLATE.sub(lambda found: found[0][0] + "*" * (len(found[0]) - 1), text)
    text = _COMMITTEE.sub(r"\1某\3", text)
    text = _GROUP.sub("某组", text)
    return _HOUSE.sub(lambda found: "某" + re.sub(r"[\d\s-]", "", found[0]), text)


def _numbers(text: str) -> str:
    text = _LETTER_NUMBER.sub(lambda f: f"某{f[1]}{f[2]}某号", text)
    return _CASE_NUMBER.sub(lambda f: f"{f[1]}某{f[3] or ''}字第某号", text)


def _hidden(found: re.Match[str]) -> str:
    return re.sub(r"[0-9A-Za-z０-９×]", "*", found[0])
