"""公共法律服务工作站（室）: the place, its equipment and who serves there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    codes,
    decimal,
    flag,
    link,
    links,
    on_date,
    person_name,
    record,
    text,
    when,
)
from db.declare import (
    phone as phone_number,
)

PLACE = FieldGroup("place", "场所", "atomic")
SIGNS = FieldGroup("signs", "标牌与制度")
EQUIPMENT = FieldGroup("equipment", "功能区与设备")
PEOPLE = FieldGroup("people", "人员与开放时间")
STATE = FieldGroup("state", "建设与状态", "atomic")

_BOOK = "公共法律服务平台建设实施方案（豫司文〔2017〕157号）"


@record(
    "公共法律服务工作站（室）",
    title=("name",),
    number="number",
    menu="法律服务",
    rank="name",
    short="工作站（室）",
)
class LegalServicePlace:
    """One public legal service station of a township, room of a village, or contact point."""

    id: RecordId
    name: str = text(
        "名称",
        required=True,
        in_list=True,
        searchable=True,
        source=_BOOK,
        also=("站（室）名称", "工作站名称", "工作室名称"),
    )
    number: str | None = text("编号", length=50, searchable=True)
    level: str = code("层级", "station_level", required=True, in_list=True, source=_BOOK)
    village: RecordId | None = link(
        "所在村（社区）", "village", in_list=True, required_when=when("level", "2")
    )
    host: str | None = code("依托场所", "station_host", in_list=True, group=PLACE, source=_BOOK)
    address: str | None = text("地址", in_list=True, searchable=True, group=PLACE)
    street_level: bool | None = flag("是否临街一层", group=PLACE)
    area: Decimal | None = decimal("面积（平方米）", group=PLACE, also=("面积", "面积(㎡)"))
    plate: bool | None = flag("标牌", group=SIGNS)
    logo: bool | None = flag("标识", group=SIGNS)
    board: bool | None = flag("公示牌", group=SIGNS, help="法律顾问身份、服务内容、联系方式")
    board_on: date | None = on_date("公示牌更新日期", group=SIGNS)
    rules: tuple[str, ...] = codes("制度上墙", "station_rules", group=SIGNS)
    areas: tuple[str, ...] = codes("功能区", "station_area", group=EQUIPMENT)
    equipment: tuple[str, ...] = codes("设备", "station_equipment", group=EQUIPMENT)
    points: tuple[str, ...] = codes("一所六站点", "six_points", group=EQUIPMENT)
    head: str | None = person_name("负责人", in_list=True, searchable=True, group=PEOPLE)
    phone: str | None = phone_number(
        "联系电话", in_list=True, searchable=True, group=PEOPLE, also=("电话",)
    )
    staff: tuple[RecordId, ...] = links("工作人员", "person", group=PEOPLE)
    law_firm: str | None = text("值班律师单位", group=PEOPLE)
    open_hours: str | None = text("开放时间", group=PEOPLE)
    built_on: date | None = on_date("建成日期", in_list=True, group=STATE)
    accepted_on: date | None = on_date("验收日期", group=STATE)
    state: str | None = code("状态", "station_state", default="1", in_list=True, group=STATE)
    remarks: str | None = text("备注", long=True, group=REMARKS)
