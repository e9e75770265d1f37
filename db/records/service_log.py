"""法律顾问工作日志: one service given by a consultant."""

from __future__ import annotations

from datetime import date, datetime, time

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    Values,
    at_time,
    code,
    codes,
    count,
    link,
    on_date,
    person_name,
    record,
    text,
)

WHEN = FieldGroup("when", "服务时间", "atomic")
WHOM = FieldGroup("whom", "服务对象")
WORK = FieldGroup("work", "事项与结果")
_BOOK = "村（居）法律顾问工作日志"


def derive_log(values: Values) -> Values:
    """Give the minutes between start and end on the same day; none with one time alone.

    Without both times the minutes stay as they were given: other books know only them.
    """
    start, end = values.get("starts_at"), values.get("ends_at")
    if start is None and end is None:
        return {}
    if not (isinstance(start, time) and isinstance(end, time)) or end < start:
        return {"minutes": None}
    day = date(2000, 1, 1)
    seconds = (datetime.combine(day, end) - datetime.combine(day, start)).total_seconds()
    return {"minutes": int(seconds) // 60}


@record(
    "法律顾问工作日志",
    title=("served_on", "content"),
    number="number",
    menu="法律服务",
    derive=derive_log,
    rank="served_on",
)
class ServiceLog:
    """One service: when, where, for whom, what was asked and what came of it."""

    id: RecordId
    number: str | None = text("编号", length=50, searchable=True, also=("日志编号",))
    consultant: RecordId = link("法律顾问", "consultant", required=True, in_list=True, source=_BOOK)
    village: RecordId = link(
        "村（社区）", "village", required=True, in_list=True, source=_BOOK, also=("服务村（社区）",)
    )
    served_on: date = on_date(
        "服务日期", required=True, in_list=True, group=WHEN, source=_BOOK, also=("日期",)
    )
    starts_at: time | None = at_time("开始时间", in_list=True, group=WHEN, source=_BOOK)
    ends_at: time | None = at_time("结束时间", group=WHEN, source=_BOOK)
    minutes: int | None = count(
        "服务时长（分钟）", most=10_000, in_list=True, group=WHEN, computed=True, also=("时长",)
    )
    way: str = code(
        "服务方式",
        "service_way",
        required=True,
        in_list=True,
        source=_BOOK,
        help="只有现场服务计入每月服务时长",
    )
    kind: str = code("服务类型", "service_kind", required=True, in_list=True, source=_BOOK)
    place: str | None = text("服务地点")
    target: str | None = text(
        "服务对象", in_list=True, searchable=True, group=WHOM, help="姓名或单位"
    )
    people: int | None = count("服务人数", group=WHOM, also=("人数",))
    target_kinds: tuple[str, ...] = codes(
        "服务对象类别", "service_target", group=WHOM, also=("类别",)
    )
    content: str = text(
        "事项内容", long=True, required=True, searchable=True, group=WORK, source=_BOOK
    )
    outcome: str | None = text(
        "处理结果、意见",
        long=True,
        searchable=True,
        group=WORK,
        source=_BOOK,
        also=("处理结果", "意见"),
    )
    materials: int | None = count("发放资料份数", group=WORK)
    mediator: RecordId | None = link("联络调解员", "mediator", group=WORK)
    related: str | None = text(
        "关联编号", length=100, searchable=True, group=WORK, help="咨询、讲座、法律意见书编号"
    )
    related_case: RecordId | None = link("关联调解案件", "mediation_case", group=WORK)
    registered_on: date | None = on_date("登记日期")
    registered_by: str | None = person_name("登记人")
    remarks: str | None = text("备注", long=True, group=REMARKS)
