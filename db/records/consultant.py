"""法律顾问: a person who serves villages as legal consultant."""

from __future__ import annotations

from datetime import date

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    flag,
    link,
    on_date,
    record,
    text,
    when,
)
from db.declare import (
    phone as phone_number,
)

PRACTICE = FieldGroup("practice", "执业", "atomic")
PUBLIC = FieldGroup("public", "公示内容")
_PRACTISES = when("kind", "01", "02")
_BOOK = "村（居）法律顾问名册"


@record(
    "法律顾问", title=("person", "firm"), number="licence", menu="法律服务", rank="registered_on"
)
class Consultant:
    """One legal consultant: who, of which kind, practising where."""

    id: RecordId
    person: RecordId = link(
        "人员", "person", required=True, in_list=True, searchable=True, also=("姓名", "法律顾问")
    )
    kind: str = code(
        "类别",
        "consultant_kind",
        required=True,
        in_list=True,
        group=PRACTICE,
        source=_BOOK,
        also=("法律顾问类别", "类型"),
    )
    firm: str | None = text(
        "执业机构",
        in_list=True,
        searchable=True,
        group=PRACTICE,
        required_when=_PRACTISES,
        source=_BOOK,
        also=("律师事务所",),
    )
    licence: str | None = text(
        "执业证号",
        length=50,
        in_list=True,
        searchable=True,
        group=PRACTICE,
        source=_BOOK,
        also=("律师执业证号",),
    )
    phone: str | None = phone_number(
        "联系电话", in_list=True, searchable=True, source=_BOOK, also=("电话", "联系方式")
    )
    punished: bool | None = flag("近两年是否受处罚处分", in_list=True)
    punishment_note: str | None = text("处罚处分情况", long=True, shown_when=when("punished"))
    registered_on: date | None = on_date("登记日期", in_list=True)
    service_hours: str | None = text("服务时间", group=PUBLIC)
    service_content: str | None = text("服务内容", long=True, group=PUBLIC)
    complaints_phone: str | None = phone_number("监督电话", group=PUBLIC)
    expertise: str | None = text("专长领域", group=PUBLIC)
    profile: str | None = text("个人简介", long=True, group=PUBLIC)
    remarks: str | None = text("备注", long=True, group=REMARKS)
