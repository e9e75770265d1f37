"""以案定补申报: one case, one payment, from the application to the money paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    count,
    link,
    links,
    money,
    on_date,
    record,
    text,
    when,
)

WHAT = FieldGroup("what", "申报案件", "atomic")
PERIOD = FieldGroup("period", "申报期", "atomic")
GRADING = FieldGroup("grading", "等级与金额", "atomic")
OPINIONS = FieldGroup("opinions", "审核意见")
PAYMENT = FieldGroup("payment", "审核与发放", "atomic")
_LAW16 = "《人民调解法》第十六条"
_BASE = "财行〔2007〕179号"


@record("以案定补申报", title=("case",), menu="人民调解", rank="claimed_on", short="以案定补")
class Subsidy:
    """The application for paying one settled case to who mediated it (一案一补)."""

    id: RecordId
    case: RecordId = link(
        "调解案件",
        "mediation_case",
        required=True,
        in_list=True,
        searchable=True,
        group=WHAT,
        source=_BASE,
        also=("案件", "案号"),
    )
    mediators: tuple[RecordId, ...] = links(
        "承办人民调解员", "mediator", group=WHAT, also=("调解员", "人民调解员")
    )
    payee: RecordId = link(
        "领取人",
        "mediator",
        required=True,
        in_list=True,
        searchable=True,
        group=WHAT,
        source=_LAW16,
        help="谁调解，补助谁",
        also=("补助对象",),
    )
    year: int = count(
        "申报年度", least=2000, most=2999, required=True, in_list=True, group=PERIOD, also=("年度",)
    )
    quarter: int = count(
        "申报季度", least=1, most=4, required=True, in_list=True, group=PERIOD, also=("季度",)
    )
    claimed_on: date | None = on_date("申报日期", in_list=True, group=PERIOD)
    grade: str = code(
        "申报等级",
        "subsidy_grade",
        required=True,
        in_list=True,
        group=GRADING,
        also=("申报补贴类别", "等级"),
    )
    amount: Decimal = money(
        "申报金额",
        required=True,
        in_list=True,
        group=GRADING,
        source=_BASE,
        also=("申报金额（元）", "金额"),
    )
    reasons: str | None = text("定级理由", long=True, group=GRADING, also=("难度认定理由",))
    state: str = code(
        "申报状态",
        "subsidy_state",
        required=True,
        default="1",
        in_list=True,
        group=PAYMENT,
        also=("状态",),
    )
    paid_on: date | None = on_date(
        "发放日期", in_list=True, group=PAYMENT, required_when=when("state", "4")
    )
    refused_reason: str | None = text(
        "不予发放的原因",
        group=PAYMENT,
        shown_when=when("state", "9"),
        required_when=when("state", "9"),
    )
    committee_opinion: str | None = text("调委会意见", long=True, group=OPINIONS)
    committee_opinion_on: date | None = on_date("调委会意见日期", group=OPINIONS)
    office_opinion: str | None = text(
        "司法所初审意见", long=True, group=OPINIONS, also=("司法所意见",)
    )
    office_opinion_on: date | None = on_date(
        "司法所初审日期", group=OPINIONS, also=("司法所意见日期", "初审日期")
    )
    bureau_opinion: str | None = text(
        "司法局复核意见", long=True, group=OPINIONS, also=("司法局意见",)
    )
    bureau_opinion_on: date | None = on_date(
        "司法局复核日期", group=OPINIONS, also=("司法局意见日期", "复核日期")
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
