"""节假日: days off and working weekends beyond the shipped list, for counting periods."""

from __future__ import annotations

from datetime import date

from db.declare import REMARKS, FieldGroup, RecordId, code, on_date, record, text

DAY = FieldGroup("day", "日期与类别", "atomic")
_LAW85 = "《民事诉讼法》第八十五条"


@record("节假日", title=("day", "name"), menu="参数设置", rank="day")
class Holiday:
    """One day that is off although it is a weekday, or worked although it is a weekend.

    An entry wins over the shipped list; the last day of a period that falls on a day
    off moves to the first day after it.
    """

    id: RecordId
    day: date = on_date(
        "日期",
        required=True,
        in_list=True,
        group=DAY,
        source=_LAW85,
        help="2010—2026 年国家放假安排已内置，只登记以后年度和本地变动",
        also=("放假日期",),
    )
    kind: str = code(
        "类别",
        "holiday_kind",
        required=True,
        in_list=True,
        group=DAY,
        source="国务院办公厅关于部分节假日安排的通知",
        help="平日放假填休假，周末调休上班填调休上班；一天一条",
    )
    name: str | None = text(
        "名称", length=50, in_list=True, searchable=True, help="节日名称，如春节", also=("节日",)
    )
    source: str | None = text(
        "依据（文号）",
        length=100,
        in_list=True,
        searchable=True,
        help="放假通知的文号",
        also=("来源", "文号", "依据"),
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
