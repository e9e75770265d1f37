"""卷宗: several short cases bound into one volume, or one case's volume kept as a record."""

from __future__ import annotations

from datetime import date

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    link,
    links,
    on_date,
    person_name,
    record,
    text,
)

CASES = FieldGroup("cases", "卷内案件")
FILING = FieldGroup("filing", "立卷归档")
_COVER = "调解卷宗封面"
_MANY = "人民调解立卷（多案一卷）"


@record(
    "卷宗",
    title=("number", "name"),
    number="number",
    menu="人民调解",
    rank="filed_on",
)
class Volume:
    """One bound volume that is a record of its own, because it holds several cases.

    An ordinary case needs none: its cover, filing and statement stand in the case itself.
    """

    id: RecordId
    number: str | None = text(
        "卷号", length=100, in_list=True, searchable=True, source=_COVER, also=("编号",)
    )
    name: str = text(
        "卷名",
        required=True,
        in_list=True,
        searchable=True,
        source=_COVER,
        help="如：2026年第一季度口头调解案件",
        also=("案件名称",),
    )
    committee: RecordId = link(
        "人民调解委员会", "committee", required=True, in_list=True, source=_COVER, also=("调委会",)
    )
    kind: str | None = code("立卷方式", "volume_kind", default="2", in_list=True, source=_MANY)
    opened_on: date | None = on_date("起始日期", group=CASES, also=("起",))
    closed_on: date | None = on_date("截止日期", group=CASES, also=("止",))
    cases: tuple[RecordId, ...] = links(
        "卷内案件", "mediation_case", group=CASES, source=_MANY, also=("案件",)
    )
    filed_by: str | None = person_name("立卷人", in_list=True, group=FILING, source=_COVER)
    filed_on: date | None = on_date("立卷日期", in_list=True, group=FILING, source=_COVER)
    reviewed_by: str | None = person_name("审核人", group=FILING, source="案卷封底")
    retention: str | None = code("保管期限", "retention", in_list=True, group=FILING, source=_COVER)
    note: str | None = text(
        "卷宗情况说明", long=True, group=FILING, source="卷宗情况说明", also=("卷宗说明",)
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
