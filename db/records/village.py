"""村（社区）: the basic facts every ledger refers to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    code,
    count,
    decimal,
    flag,
    link,
    on_date,
    person_name,
    record,
    text,
    when,
)
from db.declare import (
    phone as phone_number,
)

PEOPLE = FieldGroup("people", "户数与人口", "atomic")
LEADERS = FieldGroup("leaders", "负责人与联系人")
SELF_RULE = FieldGroup("self_rule", "换届与自治规章")
STATE = FieldGroup("state", "状态", "atomic")

_BOOK = "村(社区)基本情况台账"


@record("村（社区）", title=("name",), number="number", menu="基础台账", rank="name")
class Village:
    """One village or residents' community; merged ones stay for old periods."""

    id: RecordId
    name: str = text(
        "村（社区）名称",
        length=100,
        required=True,
        in_list=True,
        searchable=True,
        source=_BOOK,
        also=("名称", "村名", "村名称", "社区名称"),
    )
    number: str | None = text(
        "统计用区划代码",
        length=20,
        searchable=True,
        source="GB/T 2260",
        help="12 位：6 位县代码、3 位乡镇代码、3 位村代码",
        also=("编码", "区划代码"),
    )
    kind: str = code(
        "类别", "village_kind", required=True, in_list=True, source=_BOOK, also=("类型",)
    )
    urban_rural: str | None = code("城乡分类", "urban_rural", also=("城乡分类代码",))
    several_nations: bool | None = flag(
        "多民族居住地区", source="《人民调解法》第八条", help="调委会应有人数较少民族的成员"
    )
    address: str | None = text("村（居）委会地址", searchable=True, also=("地址",))
    group_count: int | None = count(
        "村民小组数",
        in_list=True,
        group=PEOPLE,
        source=_BOOK,
        also=("村(居)民小组数", "居民小组数"),
    )
    households: int | None = count("户数", in_list=True, group=PEOPLE, source=_BOOK)
    registered_people: int | None = count("户籍人口", in_list=True, group=PEOPLE, source=_BOOK)
    resident_people: int | None = count("常住人口", in_list=True, group=PEOPLE, source=_BOOK)
    counted_on: date | None = on_date("数据日期", group=PEOPLE, source=_BOOK)
    area: Decimal | None = decimal("面积（平方公里）", places=2, group=PEOPLE)
    secretary: str | None = person_name("党组织书记", in_list=True, searchable=True, group=LEADERS)
    director: str | None = person_name(
        "村（居）委会主任", in_list=True, searchable=True, group=LEADERS
    )
    phone: str | None = phone_number("联系电话", in_list=True, searchable=True, group=LEADERS)
    officer: str | None = person_name(
        "驻村民警", searchable=True, group=LEADERS, source=_BOOK, help="“四个一”之一"
    )
    officer_phone: str | None = phone_number("驻村民警电话", group=LEADERS)
    elected_on: date | None = on_date("两委换届日期", group=SELF_RULE, source=_BOOK)
    next_election_on: date | None = on_date("下次换届日期", group=SELF_RULE)
    rules_reviewed_on: date | None = on_date("村规民约审查日期", group=SELF_RULE, source=_BOOK)
    charter_reviewed_on: date | None = on_date("自治章程审查日期", group=SELF_RULE, source=_BOOK)
    state: str | None = code(
        "状态", "village_state", default="1", in_list=True, group=STATE, source=_BOOK
    )
    merged_on: date | None = on_date("撤并日期", group=STATE, shown_when=when("state", "2"))
    merged_into: RecordId | None = link(
        "并入村（社区）", "village", group=STATE, shown_when=when("state", "2")
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
