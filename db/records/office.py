"""司法所: the office that keeps this ledger, with its means and yearly funds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    codes,
    count,
    credit_code,
    decimal,
    flag,
    money,
    on_date,
    owner,
    person_name,
    postcode,
    record,
    rows,
    text,
)
from db.declare import (
    phone as phone_number,
)

STANDING = FieldGroup("standing", "机构属性")
CONTACT = FieldGroup("contact", "联系方式")
PREMISES = FieldGroup("premises", "业务用房", "atomic")
VEHICLES = FieldGroup("vehicles", "交通工具", "atomic")
EQUIPMENT = FieldGroup("equipment", "装备设备", "atomic")
EXTENSION = FieldGroup("extension", "向村（社区）延伸", "atomic")
FUNDS = FieldGroup("funds", "工作经费", "append")
AWARDS = FieldGroup("awards", "受表彰情况", "append")
RULES = FieldGroup("rules", "制度建设", "append")
TRAININGS = FieldGroup("trainings", "组织培训", "append")
SPAN = FieldGroup("span", "时间", "atomic")

_BASE = "SF/T 0017 司法行政机关基本信息"
_PREMISES = "SF/T 0017 司法所业务用房信息表"
_VEHICLES = "SF/T 0017 司法所交通工具信息表"
_EQUIPMENT = "SF/T 0017 司法所装备设备信息表"
_FUNDS = "SF/T 0017 司法所工作经费来源信息表"
_EXTENSION = "SF/T 0017 司法所工作向村社区延伸情况信息表"


@record("司法所工作经费", title=("year",))
class OfficeFund:
    """The office's funds of one year (SF/T 0017)."""

    id: RecordId
    office: RecordId = owner("所属司法所", "office")
    year: int = count("年份", least=1980, most=2100, required=True, in_list=True, source=_FUNDS)
    budgeted: bool | None = flag("列入预算情况", in_list=True, source=_FUNDS)
    budget_level: str | None = code("列入预算级别", "budget_level", in_list=True, source=_FUNDS)
    amount: Decimal | None = money("经费数额", in_list=True, source=_FUNDS)
    central_transfer: Decimal | None = money("中央政法转移支付资金", in_list=True, source=_FUNDS)
    other_sources: str | None = text("其他资金来源", length=600, source=_FUNDS)
    remarks: str | None = text("备注", group=REMARKS)


@record("司法所受表彰情况", title=("name",))
class OfficeAward:
    """One commendation of the office (SF/T 0017)."""

    id: RecordId
    office: RecordId = owner("所属司法所", "office")
    name: str = text("表彰名称", required=True, in_list=True, searchable=True)
    level: str | None = code("表彰级别", "office_award_level", in_list=True)
    awarded_on: date | None = on_date("表彰时间", in_list=True)
    content: str | None = text("表彰内容", long=True)


@record("司法所制度", title=("name",))
class OfficeRule:
    """One set of working rules of the office (SF/T 0017)."""

    id: RecordId
    office: RecordId = owner("所属司法所", "office")
    name: str = text("制度名称", required=True, in_list=True, searchable=True)
    made_on: date | None = on_date("制度建立时间", in_list=True)
    content: str | None = text("制度内容", long=True)
    remarks: str | None = text("备注", length=900, group=REMARKS)


@record("司法所组织培训", title=("course",))
class OfficeTraining:
    """One training the office held (SF/T 0017)."""

    id: RecordId
    office: RecordId = owner("所属司法所", "office")
    course: str = text("培训课程名称", required=True, in_list=True, searchable=True)
    level: str | None = text("培训级别", in_list=True)
    starts_on: date | None = on_date("培训开始时间", in_list=True, group=SPAN)
    ends_on: date | None = on_date("培训结束时间", in_list=True, group=SPAN)
    hours: Decimal | None = decimal("培训学时", places=1, in_list=True)
    people: int | None = count("培训人数", in_list=True)
    place: str | None = text("培训地点")
    content: str | None = text("培训内容", long=True)


@record("司法所", title=("name",), number="number", menu="基础台账", rank="name")
class Office:
    """The judicial office itself (SF/T 0017, sets 8.1 to 8.9)."""

    id: RecordId
    name: str = text(
        "机构名称",
        required=True,
        in_list=True,
        searchable=True,
        source=_BASE,
        also=("名称", "司法所名称"),
    )
    short_name: str | None = text("机构简称", searchable=True, source=_BASE)
    english_name: str | None = text("英文名称", source=_BASE)
    number: str | None = text(
        "机构编码",
        length=36,
        in_list=True,
        searchable=True,
        source=_BASE,
        also=("司法所编码", "编码"),
    )
    credit_code: str | None = credit_code("统一社会信用代码", source=_BASE, also=("机构代码",))
    head: str | None = person_name("负责人", in_list=True, searchable=True, source=_BASE)
    kind: str | None = code("机构类别", "office_kind", group=STANDING, source=_BASE)
    level: str | None = code(
        "机构隶属层级", "office_level", in_list=True, group=STANDING, source=_BASE
    )
    rank: str | None = code("机构行政级别", "office_rank", group=STANDING, source=_BASE)
    superior: str | None = text("上级司法行政主管机关", in_list=True, group=STANDING, source=_BASE)
    superior_section: str | None = text("上级司法行政主管部门", group=STANDING, source=_BASE)
    region: str | None = text(
        "行政区划代码", group=STANDING, source="GB/T 2260", also=("行政区划ID",)
    )
    township: str | None = text("所在乡镇（街道）", in_list=True, group=STANDING)
    phone: str | None = phone_number(
        "联系电话", in_list=True, searchable=True, group=CONTACT, source=_BASE
    )
    fax: str | None = phone_number("传真号码", group=CONTACT, source=_BASE)
    email: str | None = text("电子邮箱", length=100, group=CONTACT, source=_BASE)
    postcode: str | None = postcode("邮政编码", group=CONTACT, source=_BASE, also=("邮编",))
    address: str | None = text("地址", in_list=True, searchable=True, group=CONTACT, source=_BASE)
    own_premises: bool | None = flag("独立业务用房", group=PREMISES, source=_PREMISES)
    premises_owner: str | None = text("业务用房产权归属", group=PREMISES, source=_PREMISES)
    premises_investor: str | None = text("业务用房投资方", group=PREMISES, source=_PREMISES)
    premises_kind: str | None = code(
        "业务用房性质", "premises_kind", group=PREMISES, source=_PREMISES
    )
    premises_area: Decimal | None = decimal(
        "业务用房面积（平方米）", group=PREMISES, source=_PREMISES, also=("业务用房面积",)
    )
    premises_cost: Decimal | None = money("业务用房投资金额", group=PREMISES, source=_PREMISES)
    premises_built_on: date | None = on_date("建成时间", group=PREMISES, source=_PREMISES)
    cars: int | None = count("汽车数量", group=VEHICLES, source=_VEHICLES)
    motorcycles: int | None = count("摩托车数量", group=VEHICLES, source=_VEHICLES)
    electric_bikes: int | None = count("电动车数量", group=VEHICLES, source=_VEHICLES)
    other_vehicles: int | None = count("其他交通工具数量", group=VEHICLES, source=_VEHICLES)
    vehicles_cost: Decimal | None = money("交通工具投资金额", group=VEHICLES, source=_VEHICLES)
    computers: int | None = count("电脑数量", group=EQUIPMENT, source=_EQUIPMENT)
    telephones: int | None = count("工作电话数量", group=EQUIPMENT, source=_EQUIPMENT)
    printers: int | None = count(
        "传真机、打印机、复印机数量",
        group=EQUIPMENT,
        source=_EQUIPMENT,
        also=("传真机/打印机/复印机数量",),
    )
    recorders: int | None = count("录音录像设备数量", group=EQUIPMENT, source=_EQUIPMENT)
    signature_pads: int | None = count(
        "指纹、签名采集设备数量",
        group=EQUIPMENT,
        source=_EQUIPMENT,
        also=("指纹/签名采集设备数量",),
    )
    body_cameras: int | None = count("执法记录仪数量", group=EQUIPMENT, source=_EQUIPMENT)
    police_gear: int | None = count("警用器械数量", group=EQUIPMENT, source=_EQUIPMENT)
    equipment_cost: Decimal | None = money("装备设备投资金额", group=EQUIPMENT, source=_EQUIPMENT)
    extension_form: str | None = code(
        "延伸形式", "extension_form", group=EXTENSION, source=_EXTENSION
    )
    extension_ways: tuple[str, ...] = codes(
        "工作方式", "extension_way", group=EXTENSION, source=_EXTENSION
    )
    extension_since: date | None = on_date("延伸起始时间", group=EXTENSION, source=_EXTENSION)
    villages_below: int | None = count("下辖村（居）数量", group=EXTENSION, source=_EXTENSION)
    communities_below: int | None = count("下辖社区数量", group=EXTENSION, source=_EXTENSION)
    stations_below: int | None = count("下设实体工作站点数量", group=EXTENSION, source=_EXTENSION)
    funds: tuple[OfficeFund, ...] = rows("工作经费", "office_fund", group=FUNDS)
    awards: tuple[OfficeAward, ...] = rows("受表彰情况", "office_award", group=AWARDS)
    rules: tuple[OfficeRule, ...] = rows("制度建设", "office_rule", group=RULES)
    trainings: tuple[OfficeTraining, ...] = rows("组织培训", "office_training", group=TRAININGS)
    remarks: str | None = text("备注", long=True, group=REMARKS)
