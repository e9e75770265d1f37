"""调解协议: what the parties agreed, and what became of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    Values,
    code,
    codes,
    count,
    flag,
    money,
    on_date,
    owner,
    person_name,
    record,
    text,
    when,
)

CONTENT = FieldGroup("content", "协议内容")
PERFORMANCE = FieldGroup("performance", "协议履行", "atomic")
SIGNING = FieldGroup("signing", "签名盖章", "atomic")
CONFIRMATION = FieldGroup("confirmation", "司法确认", "atomic")
_SIGNED = ("parties_signed_on", "mediator_signed_on", "sealed_on")
_CASE = "SF/T 0018 调解案件信息集"
_AGREEMENT = "SF/T 0018 人民调解协议书"
_APPLIED = when("confirmation", "1", "2", "3")


def derive_agreement(values: Values) -> Values:
    """Give the effective day: oral, when reached (人民调解法30); written, when all is signed (29)."""
    if values.get("form") == "1":
        return {"effective_on": values.get("agreed_on")}
    signed = [values.get(one) for one in _SIGNED]
    if values.get("form") == "2" and all(isinstance(one, date) for one in signed):
        return {"effective_on": max(one for one in signed if isinstance(one, date))}
    return {}


@record("调解协议", title=("number",), number="number", derive=derive_agreement)
class Agreement:
    """One agreement, written or oral, and what became of it."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    number: str | None = text(
        "协议编号",
        length=100,
        in_list=True,
        searchable=True,
        source=_AGREEMENT,
        also=("编号", "调解协议编号", "协议书编码"),
    )
    form: str | None = code(
        "协议形式", "agreement_form", in_list=True, source=_CASE, also=("调解类型", "协议类型")
    )
    facts: str | None = text(
        "纠纷主要事实、争议事项",
        long=True,
        searchable=True,
        group=CONTENT,
        source=_AGREEMENT,
        also=("纠纷事实", "纠纷主要事实"),
    )
    terms: str | None = text(
        "协议内容",
        long=True,
        searchable=True,
        group=CONTENT,
        source=_AGREEMENT,
        also=("经调解，自愿达成如下协议", "达成协议"),
    )
    performance: str | None = text(
        "履行方式、时限", long=True, group=CONTENT, source="人民调解协议书", also=("履行方式时限",)
    )
    methods: tuple[str, ...] = codes(
        "履行方式", "performance_method", group=CONTENT, source="SF/T 0018 清单8.6"
    )
    due_on: date | None = on_date("履行期限", deadline=True, group=CONTENT)
    amount: Decimal | None = money(
        "协议涉及金额", in_list=True, group=CONTENT, source=_AGREEMENT, also=("涉及金额",)
    )
    copies: int | None = count(
        "协议份数", least=1, most=99, group=SIGNING, source="《人民调解法》第二十九条"
    )
    agreed_on: date | None = on_date(
        "协议日期", in_list=True, deadline=True, group=SIGNING, source=_AGREEMENT
    )
    parties_signed_on: date | None = on_date("当事人签名日期", group=SIGNING)
    mediator_signed_on: date | None = on_date("人民调解员签名日期", group=SIGNING)
    sealed_on: date | None = on_date("调委会盖章日期", group=SIGNING)
    effective_on: date | None = on_date(
        "生效日期",
        in_list=True,
        deadline=True,
        group=SIGNING,
        source="《人民调解法》第二十九条、第三十条",
    )
    recorder: str | None = person_name("记录人", group=SIGNING, source=_AGREEMENT)
    performance_state: str | None = code(
        "协议履行情况",
        "performance_state",
        in_list=True,
        group=PERFORMANCE,
        source="SF/T 0018 清单8.7",
        also=("履行情况",),
    )
    performed_on: date | None = on_date("履行日期", deadline=True, group=PERFORMANCE)
    performance_note: str | None = text("履行说明", long=True, group=PERFORMANCE)
    confirmation: str | None = code(
        "司法确认",
        "judicial_confirmation",
        in_list=True,
        group=CONFIRMATION,
        source="《人民调解法》第三十三条",
        also=("司法确认情况", "是否司法确认"),
    )
    confirms_status: bool | None = flag(
        "涉及确认身份、收养、婚姻关系", group=CONFIRMATION, source="法释〔2011〕5号第四条"
    )
    confirmation_asked_on: date | None = on_date(
        "司法确认申请日期", group=CONFIRMATION, shown_when=_APPLIED
    )
    confirmation_court: str | None = text("确认法院", group=CONFIRMATION, shown_when=_APPLIED)
    ruling_number: str | None = text(
        "裁定书文号", length=100, searchable=True, group=CONFIRMATION, shown_when=_APPLIED
    )
    ruled_on: date | None = on_date("裁定日期", group=CONFIRMATION, shown_when=_APPLIED)
    remarks: str | None = text("备注", group=REMARKS)
