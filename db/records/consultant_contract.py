"""聘用合同: a consultant engaged for one or several villages, for a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    link,
    links,
    money,
    on_date,
    record,
    text,
    when,
)

SIDES = FieldGroup("sides", "合同各方", "atomic")
SPAN = FieldGroup("span", "签订与期限", "atomic")
SERVICE = FieldGroup("service", "服务与补贴")
ENDING = FieldGroup("ending", "解聘", "atomic")
_BOOK = "村（居）法律顾问聘用合同"


@record(
    "法律顾问聘用合同",
    title=("number", "consultant"),
    number="number",
    menu="法律服务",
    rank="starts_on",
)
class ConsultantContract:
    """One contract: who serves which villages, from when until when, for what pay."""

    id: RecordId
    number: str = text(
        "合同编号",
        length=100,
        required=True,
        in_list=True,
        searchable=True,
        source=_BOOK,
        also=("编号",),
    )
    kind: str = code(
        "合同类型", "contract_kind", required=True, in_list=True, source=_BOOK, also=("类型",)
    )
    consultant: RecordId = link(
        "法律顾问", "consultant", required=True, in_list=True, source=_BOOK, also=("顾问",)
    )
    villages: tuple[RecordId, ...] = links(
        "服务村（社区）",
        "village",
        required=True,
        in_list=True,
        source=_BOOK,
        also=("村（社区）", "服务村"),
    )
    party_a: str | None = text(
        "甲方", searchable=True, group=SIDES, help="村（居）民委员会", also=("甲方（村、居委会）",)
    )
    party_b: str | None = text(
        "乙方",
        searchable=True,
        group=SIDES,
        help="律师事务所或法律服务所",
        also=("乙方（律所或所）",),
    )
    party_c: str | None = text(
        "丙方或见证方",
        group=SIDES,
        help="司法所、乡镇政府",
        shown_when=when("kind", "2"),
        also=("丙方", "见证方", "丙方或见证（司法所、乡镇政府）"),
    )
    signed_on: date | None = on_date("签订日期", in_list=True, group=SPAN, source=_BOOK)
    starts_on: date = on_date(
        "服务期限开始日期",
        required=True,
        in_list=True,
        group=SPAN,
        source=_BOOK,
        also=("服务期限起", "开始日期", "合同开始日期"),
    )
    ends_on: date = on_date(
        "服务期限结束日期",
        required=True,
        in_list=True,
        group=SPAN,
        source=_BOOK,
        also=("服务期限止", "结束日期", "合同结束日期"),
    )
    content: str | None = text("服务内容", long=True, group=SERVICE)
    subsidy: Decimal | None = money("补贴标准", in_list=True, group=SERVICE)
    subsidy_unit: str | None = text("补贴计量", group=SERVICE, help="如 元/村/年、元/次")
    payment: str | None = text("支付方式", group=SERVICE)
    chat_group: str | None = text("微信群", group=SERVICE)
    board_on: date | None = on_date("公示牌更新日期", group=SERVICE)
    ended_on: date | None = on_date("解聘日期", in_list=True, group=ENDING)
    end_reason: str | None = code(
        "解聘原因", "contract_end_reason", group=ENDING, required_when=when("ended_on")
    )
    end_note: str | None = text("解聘说明", long=True, group=ENDING, shown_when=when("ended_on"))
    remarks: str | None = text("备注", long=True, group=REMARKS)
