"""化名: consistent other names for persons and organisations, and what hides in free text. Pure.

A person is the surname with 某 (赵某), several of one surname are told apart (赵某甲、赵某乙);
an organisation is what its ending says it is (某公司、某合作社、某村委会). Source: the ways of
最高人民法院关于人民法院在互联网公布裁判文书的规定 (法释〔2016〕19号), articles 8–10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

COMPOUND: Final = frozenset(
    [
        "欧阳",
        "太史",
        "端木",
        "上官",
        "司马",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "诸葛",
        "尉迟",
        "公羊",
        "赫连",
        "澹台",
        "皇甫",
        "宗政",
        "濮阳",
        "公冶",
        "太叔",
        "申屠",
        "公孙",
        "慕容",
        "仲孙",
        "钟离",
        "长孙",
        "宇文",
        "司徒",
        "鲜于",
        "司空",
        "闾丘",
        "子车",
        "亓官",
        "司寇",
        "巫马",
        "公西",
        "颛孙",
        "壤驷",
        "公良",
        "漆雕",
        "乐正",
        "宰父",
        "谷梁",
        "拓跋",
        "夹谷",
        "轩辕",
        "令狐",
        "段干",
        "百里",
        "呼延",
        "东郭",
        "南门",
        "羊舌",
        "微生",
        "公户",
        "公玉",
        "公仪",
        "梁丘",
        "公仲",
        "公上",
        "公门",
        "公山",
        "公坚",
        "左丘",
        "公伯",
        "西门",
        "公祖",
        "第五",
        "公乘",
        "贯丘",
        "公皙",
        "南荣",
        "东里",
        "东宫",
        "仲长",
        "子书",
        "子桑",
        "即墨",
        "达奚",
    ]
)
STEMS: Final = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_ENDINGS: Final = (
    ("某村人民调解委员会", r"村人民调解委员会"),
    ("某人民调解委员会", r"人民调解委员会|调委会"),
    ("某村委会", r"村民委员会|村委会|村民小组"),
    ("某居委会", r"居民委员会|居委会|社区"),
    ("某合作社", r"合作社|专业社"),
    ("某公司", r"公司|集团"),
    ("某学校", r"小学|中学|学校|学院|幼儿园|大学"),
    ("某医院", r"医院|卫生院|卫生室|诊所"),
    ("某银行", r"银行|信用社"),
    ("某工程队", r"工程队|施工队|建筑队"),
    ("某厂", r"厂|车间|矿"),
    ("某店", r"店|超市|饭馆|餐馆|商行|经营部|门市部|商场|中心"),
)
_LIKE_AN_ORGANISATION = re.compile(
    "(?:"
    + "|".join(words for _, words in _ENDINGS)
    + r"|委员会|政府|法院|派出所|事务所|局|所|站|部)$"
)
_REGION = re.compile(r"^(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|自治州|县|区|镇|乡|街道))+")
_KIN_BEFORE = "其父|其母|其子|其女|其妻|其夫|其兄|其弟|父亲|母亲|儿子|女儿|妻子|丈夫|哥哥|弟弟|姐姐|妹妹|老伴|儿媳|女婿|侄子|孙子"
_KIN_AFTER = "哥|姐|叔|婶|伯|嫂|姨|舅|爷|奶|大爷|大娘|的父亲|的母亲|的儿子|的女儿|的妻子|的丈夫"


def is_organisation(name: str, kind: object = None) -> bool:
    """Say whether a name is that of an organisation, by the kind of party or its ending."""
    if kind in ("02", "03"):
        return True
    return len(name) > 4 and "·" not in name and bool(_LIKE_AN_ORGANISATION.search(name))


def surname_of(name: str) -> str:
    """Give the surname, two signs of a compound one; of a name with dots the first sign."""
    if "·" not in name and len(name) > 2 and name[:2] in COMPOUND:
        return name[:2]
    return name[0] if name and not name[0].isascii() else ""


def person_aliases(names: Iterable[str]) -> dict[str, str]:
    """Give name → 化名, in the order in which the names come."""
    by_surname: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        by_surname.setdefault(surname_of(name), []).append(name)
    found: dict[str, str] = {}
    for surname, all_of_it in by_surname.items():
        for nth, name in enumerate(all_of_it):
            told = f"{surname}某" + (_nth(nth) if len(all_of_it) > 1 else "")
            found[name] = told
    return found


def organisation_aliases(names: Iterable[str]) -> dict[str, str]:
    """Give name → 化名 of organisations, and of the short forms people use of them."""
    by_ending: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        ending = next(
            (told for told, words in _ENDINGS if re.search(f"(?:{words})$", name)), "某单位"
        )
        by_ending.setdefault(ending, []).append(name)
    found: dict[str, str] = {}
    for ending, all_of_it in by_ending.items():
        for nth, name in enumerate(all_of_it):
            told = ending + (_nth(nth) if len(all_of_it) > 1 else "")
            found[name] = told
            for short in short_forms(name):
                found.setdefault(short, told)
    return found


def short_forms(name: str) -> list[str]:
    """Give what is left of an organisation's name without its region, and without its form."""
    local = _REGION.sub("", name)
    core = re.sub(r"(?:有限责任公司|股份有限公司|有限公司|公司|专业合作社|合作社)$", "", local)
    ending = name[len(name) - (len(local) - len(core)) :] if len(core) < len(local) else ""
    forms = [local, core] + ([core + "公司"] if "公司" in ending else [])
    return [one for one in dict.fromkeys(forms) if len(one) >= 3 and one != name]


def given_names(aliases: dict[str, str]) -> re.Pattern[str] | None:
    """Give the expression for given names said alone beside a word of kinship.

    Two signs or more, and only there: 建设 or 国强 are also words, and a text in which every
    such word is struck out says nothing any more.
    """
    given = {name[len(surname_of(name)) :] for name in aliases if "·" not in name}
    known = "|".join(
        sorted(map(re.escape, (g for g in given if len(g) > 1)), key=len, reverse=True)
    )
    if not known:
        return None
    return re.compile(f"(?P<kin>{_KIN_BEFORE})(?:{known})|(?:{known})(?={_KIN_AFTER})")


def _nth(nth: int) -> str:
    return STEMS[nth] if nth < len(STEMS) else str(nth + 1)
