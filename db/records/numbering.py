"""编号规则: how an office numbers its cases, agreements and letters."""

from __future__ import annotations

from datetime import date

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    count,
    flag,
    link,
    on_date,
    record,
    text,
    when,
)

PATTERN = FieldGroup("pattern_of", "编号格式", "atomic")
SPAN = FieldGroup("span", "启用与停用", "atomic")
_COVER = "调解卷宗封面、人民调解协议书“编号”"


@record("编号规则", title=("kind", "pattern"), menu="参数设置", rank="kind")
class Numbering:
    """One pattern of official numbers, for one committee or for all of them.

    Without any the program uses the patterns it ships (``db.numbering``). A number once
    issued is never given again, whatever becomes of its record.
    """

    id: RecordId
    kind: str = code(
        "编号种类", "numbering_kind", required=True, in_list=True, source=_COVER, also=("种类",)
    )
    committee: RecordId | None = link(
        "人民调解委员会",
        "committee",
        in_list=True,
        help="不填时对各调委会都适用；填了的优先",
        also=("调委会", "适用调委会"),
    )
    same_as_case: bool | None = flag(
        "与案号相同",
        in_list=True,
        group=PATTERN,
        help="卷号、协议编号直接用案号；同案第二份协议在案号后加“之二”",
    )
    pattern: str | None = text(
        "编号格式",
        length=60,
        in_list=True,
        searchable=True,
        group=PATTERN,
        required_when=when("same_as_case", None, False),
        source=_COVER,
        help="可以写 {年} {代字} {序号} {月} {村}，例如（{年}）{代字}人调字第{序号}号",
        also=("格式",),
    )
    digits: int | None = count(
        "序号位数", least=1, most=6, group=PATTERN, help="不足的前面补0；不填不补"
    )
    first: int | None = count("起始序号", least=1, most=999_999, group=PATTERN, help="不填从1开始")
    yearly: bool | None = flag(
        "每年重新编号", in_list=True, group=PATTERN, help="不填按每年重新编号"
    )
    since: date | None = on_date("启用日期", in_list=True, group=SPAN)
    until: date | None = on_date("停用日期", in_list=True, group=SPAN)
    remarks: str | None = text("备注", long=True, group=REMARKS)
