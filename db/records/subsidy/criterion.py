"""难度认定标准: what makes a case one of a grade."""

from __future__ import annotations

from db.declare import REMARKS, FieldGroup, RecordId, code, codes, count, flag, record, text, when

CRITERION = FieldGroup("criterion", "认定条件", "atomic")
_COUNTED = when("measure", "01", "02", "03", "04", "05")
_BY_TYPE = when("measure", "04", "05")


@record("难度认定标准", title=("grade", "measure"), menu="参数设置", rank="grade")
class GradingCriterion:
    """One thing that by itself makes a case one of this grade; the highest grade found wins."""

    id: RecordId
    grade: str = code(
        "认定等级", "subsidy_grade", required=True, in_list=True, group=CRITERION, also=("等级",)
    )
    measure: str = code(
        "衡量内容", "criterion_measure", required=True, in_list=True, group=CRITERION
    )
    least: int | None = count(
        "达到数值（人、元）",
        in_list=True,
        group=CRITERION,
        shown_when=_COUNTED,
        required_when=_COUNTED,
        help="含本数",
        also=("达到数值", "最低值"),
    )
    dispute_types: tuple[str, ...] = codes(
        "限于纠纷类型",
        "dispute_type",
        in_list=True,
        group=CRITERION,
        shown_when=_BY_TYPE,
        required_when=when("measure", "04"),
        also=("纠纷类型",),
    )
    forecasts: tuple[str, ...] = codes(
        "案件预测为",
        "case_forecast",
        group=CRITERION,
        shown_when=when("measure", "07"),
        required_when=when("measure", "07"),
        also=("案件预测",),
    )
    averted: tuple[str, ...] = codes(
        "纠纷转化情况为",
        "averted",
        group=CRITERION,
        shown_when=when("measure", "08"),
        required_when=when("measure", "08"),
        also=("纠纷转化情况",),
    )
    difficulties: tuple[str, ...] = codes(
        "案件难度级别为",
        "case_difficulty",
        group=CRITERION,
        shown_when=when("measure", "10"),
        required_when=when("measure", "10"),
        also=("案件难度级别",),
    )
    active: bool | None = flag("启用", default=True, in_list=True, also=("是否启用",))
    source: str | None = text(
        "依据（文号）", in_list=True, searchable=True, also=("来源", "依据", "文号")
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
