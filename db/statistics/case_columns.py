"""The columns of RM-1 人民调解案件情况统计表 and what each counts.

Source: 司发通〔2010〕239号 for the table; heading tree and order of columns 1–39 from a
county's working export; the groups after 39 are attested, their place is not (domain
notes, statistics-and-codes 2.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from db.statistics.table import Column

CASES = "调解情况"
SUBJECT = "不同主体调解情况"
SOURCE = "案件来源"
TYPE = "案件分类情况"
FORM = "协议形式"
PERFORMANCE = "协议履行情况"
PREVENTION = "排查预防纠纷"

COUNT = "1"
"""What a counting column adds up per case."""


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """One column: which of the closed cases count, and what each adds.

    where: SQL condition on the closed cases (table ``one``); adds: SQL expression
    added up over them; None where this ledger cannot know the number.
    """

    column: Column
    where: str | None
    adds: str = COUNT


def _count(key: str, label: str, where: str, *path: str) -> CaseColumn:
    return CaseColumn(Column(key, label, "件", path), where)


_TYPES = (
    "婚姻家庭纠纷", "邻里纠纷", "房屋宅基地纠纷", "合同纠纷", "生产经营纠纷", "损害赔偿纠纷",
    "山林土地纠纷", "征地拆迁纠纷", "环境污染纠纷", "拖欠农民工工资纠纷", "其他劳动争议纠纷",
    "旅游纠纷", "电子商务纠纷", "其他消费纠纷", "医疗纠纷", "道路交通事故纠纷", "物业纠纷",
    "其他纠纷",
)  # fmt: skip

_SUCCESS = "result = '1'"
_AGREED = f"{_SUCCESS} AND form IN ('1', '2')"

_MAIN = (
    _count("1", "调解案件总数", "1", CASES),
    CaseColumn(Column("2", "涉及当事人数", "人", (CASES,)), "1", "people"),
    _count("3", "调解成功", _SUCCESS, CASES),
    _count("4", "疑难复杂案件", "difficulty IN ('3', '4')", CASES),
    CaseColumn(Column("5", "协议涉及金额", "万元", (CASES,), 2), _AGREED, "amount"),
    _count("6", "村调委会", "committee_kind = '01'", SUBJECT),
    _count("7", "居调委会", "committee_kind = '02'", SUBJECT),
    _count("8", "乡镇调委会", "committee_kind = '03'", SUBJECT),
    _count("9", "街道调委会", "committee_kind = '04'", SUBJECT),
    _count("10", "企事业单位调委会", "committee_kind = '05'", SUBJECT),
    _count("11", "社会团体和其他组织调委会", "committee_kind IN ('06', '99')", SUBJECT),
    _count("12", "主动调解", "source = '2'", SOURCE),
    _count("13", "依申请调解", "source IN ('1', '8', '9')", SOURCE),
    _count("14", "接受委托移送调解", "source IN ('3', '4', '5', '6', '7')", SOURCE),
    _count("15", "法院", "source = '3'", SOURCE, "其中"),
    _count("16", "检察院", "source = '4'", SOURCE, "其中"),
    _count("17", "公安机关", "source = '5'", SOURCE, "其中"),
    _count("18", "信访部门", "source = '6'", SOURCE, "其中"),
    _count("19", "其他部门委托移送", "source = '7'", SOURCE, "其中"),
    *(
        _count(str(19 + code), label, f"dispute_type = '{code}'", TYPE)
        for code, label in enumerate(_TYPES, 1)
    ),
    _count("38", "口头协议", f"{_SUCCESS} AND form = '1'", FORM),
    _count("39", "书面协议", f"{_SUCCESS} AND form = '2'", FORM),
)

_AFTER = (
    _count("40", "履行", f"{_AGREED} AND performance_state = '1'", PERFORMANCE),
    _count(
        "41",
        "司法确认",
        f"{_AGREED} AND (performance_state = '2' OR taken_to_court)",
        PERFORMANCE,
    ),
    _count("42", "达成协议后起诉", f"{_AGREED} AND performance_state = '3'", PERFORMANCE),
    _count("43", "法院判决维持", f"{_AGREED} AND performance_state = '4'", PERFORMANCE),
    CaseColumn(Column("44", "排查纠纷", "次", (PREVENTION,)), None),
    CaseColumn(Column("45", "预防纠纷", "件", (PREVENTION,)), None),
)

_KEPT_FROM = (
    ("1", "防止民间纠纷引起自杀"),
    ("2", "防止民间纠纷转化为刑事案件"),
    ("3", "防止群体性上访"),
    ("4", "防止群体性械斗"),
)
"""Code of the list ``averted`` and the heading it is counted under."""


def _prevented() -> list[CaseColumn]:
    columns: list[CaseColumn] = []
    for place, (code, label) in enumerate(_KEPT_FROM):
        where = f"{_SUCCESS} AND averted LIKE '%\"{code}\"%'"
        path = (PREVENTION, label)
        columns.append(CaseColumn(Column(str(46 + 2 * place), "件", "件", path), where))
        people = "max(coalesce(averted_people, 1), 1)"
        columns.append(CaseColumn(Column(str(47 + 2 * place), "人", "人", path), where, people))
    return columns


CASE_COLUMNS: tuple[CaseColumn, ...] = (*_MAIN, *_AFTER, *_prevented())
"""All columns of RM-1, in printed order."""
