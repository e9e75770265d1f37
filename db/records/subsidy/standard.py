"""补助标准: how much a case of a grade is paid, by whom it was mediated, since when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import REMARKS, FieldGroup, RecordId, code, flag, money, on_date, record, text

SCOPE = FieldGroup("scope", "适用范围", "atomic")
AMOUNT = FieldGroup("amount", "补助金额", "atomic")
SPAN = FieldGroup("span", "有效期", "atomic")
_BASE = "财行〔2007〕179号"


@record("补助标准", title=("grade", "level"), menu="参数设置", rank="valid_from")
class SubsidyStandard:
    """What one case of a grade is paid, as an office or its county has fixed it.

    The narrowest standard that fits a case applies: one for the mediator's own grade
    before one for the form of the agreement, before one for the level of the committee.
    """

    id: RecordId
    grade: str = code(
        "案件等级", "subsidy_grade", required=True, in_list=True, group=SCOPE, also=("等级",)
    )
    level: str = code(
        "适用调委会",
        "committee_level",
        required=True,
        default="0",
        in_list=True,
        group=SCOPE,
        also=("调委会层级", "适用层级"),
    )
    mediator_grade: str | None = code(
        "适用调解员等级",
        "mediator_grade",
        in_list=True,
        group=SCOPE,
        help="不填为不分等级",
        also=("调解员等级",),
    )
    form: str | None = code(
        "适用协议形式", "agreement_form", group=SCOPE, help="不填为不分", also=("协议形式",)
    )
    unsuccessful: bool | None = flag(
        "适用于调解不成的案件", group=SCOPE, help="只有当地规定调解不成也补助时选“是”"
    )
    amount: Decimal = money(
        "补助金额",
        required=True,
        in_list=True,
        group=AMOUNT,
        source=_BASE,
        help="每件，元",
        also=("补助金额（元/件）", "金额"),
    )
    most: Decimal | None = money(
        "最高金额",
        in_list=True,
        group=AMOUNT,
        help="标准是幅度时填写上限；申报时先按下限，可在幅度内改",
        also=("最高金额（元/件）", "上限"),
    )
    valid_from: date = on_date(
        "执行日期", required=True, in_list=True, group=SPAN, help="按案件结案日期适用"
    )
    valid_until: date | None = on_date("停止执行日期", in_list=True, group=SPAN)
    source: str | None = text(
        "依据（文号）", in_list=True, searchable=True, also=("来源", "依据", "文号")
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
