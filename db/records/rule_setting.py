"""规则参数: an office's own value of a number the rules and reminders count by."""

from __future__ import annotations

from datetime import date

from db.codes import code_list
from db.declare import REMARKS, FieldGroup, RecordId, Values, code, count, on_date, record, text

SETTING = FieldGroup("setting", "参数与数值", "atomic")
_LIST = "rule_parameter"
_MOST = 999
"""No period, age or head count is longer; dates stay inside the calendar."""


def _derive(values: Values) -> Values:
    """Put the shipped value and the unit beside the choice."""
    entry = code_list(_LIST).entry(str(values.get("parameter")))
    if entry is None:
        return {"shipped": None, "unit": None}
    return {"shipped": int(entry.more["shipped"]), "unit": entry.more["unit"]}


@record(
    "规则参数",
    title=("parameter", "valid_from"),
    menu="参数设置",
    rank="valid_from",
    derive=_derive,
)
class RuleSetting:
    """One number an office sets for itself, in place of the one that ships.

    What a statute fixes is not on the list. Of two settings of one number the one whose
    day came last holds; periods that began before are counted by the one before.
    """

    id: RecordId
    parameter: str = code(
        "参数",
        _LIST,
        required=True,
        in_list=True,
        searchable=True,
        group=SETTING,
        source="本软件规则参数表",
        help="法律直接规定的数（如委员三至九人、司法确认三十日）不在此列，不能改",
        also=("参数名称",),
    )
    value: int = count(
        "本所数值",
        most=_MOST,
        required=True,
        in_list=True,
        group=SETTING,
        help="按所示单位填整数；人数、学时、时长填 0 表示不作要求",
        also=("数值",),
    )
    shipped: int | None = count(
        "内置数值", in_list=True, computed=True, group=SETTING, help="没有登记时按此数核对和提醒"
    )
    unit: str | None = text("单位", length=10, in_list=True, computed=True, group=SETTING)
    valid_from: date | None = on_date(
        "起用日期",
        in_list=True,
        group=SETTING,
        help="空着为一直如此；填了日期的，该日以前开始的期限仍按原来的数计算",
        also=("生效日期",),
    )
    source: str | None = text(
        "依据（文号）",
        length=100,
        in_list=True,
        searchable=True,
        group=SETTING,
        help="规定这个数的文件和条款，提醒和检查结果会一并显示",
        also=("依据", "文号", "来源"),
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
