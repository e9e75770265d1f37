"""人民调解委员会, its terms (届) and the members of each term."""

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
    owner,
    person_name,
    postcode,
    record,
    rows,
    text,
    when,
)
from db.declare import (
    phone as phone_number,
)

NAME = FieldGroup("naming", "名称与类型", "atomic")
CONTACT = FieldGroup("contact", "联系方式")
FACILITIES = FieldGroup("facilities", "基础设施")
FILING = FieldGroup("filing", "备案")
OPINIONS = FieldGroup("opinions", "审核意见", "row")
STATE = FieldGroup("state", "状态", "atomic")
SPAN = FieldGroup("span", "任期", "atomic")
ELECTION = FieldGroup("election", "推选", "atomic")
MEMBERS = FieldGroup("members", "委员名单", "append")
SERVICE = FieldGroup("service", "任职", "atomic")

_SET = "SF/T 0018 人民调解委员会基本情况信息集"
_PLACE = "SF/T 0018 人民调解委员会基础设施信息表"
_LAW8 = "《人民调解法》第八条"
_LAW9 = "《人民调解法》第九条"


@record("人民调解委员会", title=("name",), number="number", menu="人民调解", rank="name")
class Committee:
    """One people's mediation committee, from setting up to withdrawal."""

    id: RecordId
    name: str = text(
        "调委会名称",
        required=True,
        in_list=True,
        searchable=True,
        group=NAME,
        source=_SET,
        also=("名称", "人民调解委员会名称"),
    )
    kind: str = code(
        "调委会类型",
        "committee_kind",
        required=True,
        in_list=True,
        group=NAME,
        source="SF/T 0018 清单8.9",
        also=("类型",),
    )
    trade_kind: str | None = code(
        "行专调委会类型",
        "committee_trade_kind",
        group=NAME,
        shown_when=when("kind", "06"),
        source="SF/T 0018 清单8.9",
    )
    number: str | None = text(
        "调委会编码",
        length=36,
        in_list=True,
        searchable=True,
        source=_SET,
        help="由县（市、区）司法局统一编发",
        also=("编码",),
    )
    short_code: str | None = text(
        "代字", length=20, help="编在案号里的简称，例如（2026）枫人调字第1号中的“枫”"
    )
    village: RecordId | None = link("所在村（社区）", "village", in_list=True)
    region: str | None = text("所属区域", source=_SET)
    founder: str | None = text("设立单位", source="备案登记表")
    founded_on: date | None = on_date("成立日期", in_list=True, source=_SET, also=("设立日期",))
    head: str | None = person_name(
        "负责人", in_list=True, searchable=True, source=_SET, also=("主任",)
    )
    collected_on: date | None = on_date("信息采集日期", source=_SET)
    star: str | None = code("星级", "committee_star", also=("星级人民调解委员会",))
    phone: str | None = phone_number(
        "联系电话", in_list=True, searchable=True, group=CONTACT, source=_SET
    )
    fax: str | None = phone_number("传真号码", group=CONTACT, source=_SET)
    address: str | None = text(
        "联系地址", searchable=True, group=CONTACT, source=_SET, also=("地址",)
    )
    postcode: str | None = postcode("邮政编码", group=CONTACT, source=_SET, also=("邮编",))
    email: str | None = text("电子邮箱", length=100, group=CONTACT, source=_SET)
    own_place: bool | None = flag("是否拥有独立调解场所", group=FACILITIES, source=_PLACE)
    place: str | None = text("调解场所", group=FACILITIES)
    office_area: Decimal | None = decimal(
        "办公场所面积（平方米）", group=FACILITIES, source=_PLACE, also=("办公场所面积",)
    )
    telephones: int | None = count("工作电话数量", group=FACILITIES, source=_PLACE)
    computers: int | None = count("办公电脑数量", group=FACILITIES, source=_PLACE)
    printers: int | None = count(
        "打印机、复印机、传真机数量",
        group=FACILITIES,
        source=_PLACE,
        also=("打印机/复印机/传真机数量",),
    )
    recorders: int | None = count("录音录像设备数量", group=FACILITIES, source=_PLACE)
    seal_in_use: str | None = text("印章启用情况", group=FILING, source="备案登记表")
    filing_event: str | None = code("备案事由", "committee_event", group=FILING)
    changed_on: date | None = on_date("变更日期", group=FILING, help="设立、变更、撤销发生的日期")
    filed_on: date | None = on_date(
        "备案日期", group=FILING, help="设立、变更、撤销后30日内备案（可按当地规定调整）"
    )
    court_told_on: date | None = on_date(
        "通报人民法院日期", group=FILING, source="《人民调解法》第十条"
    )
    founder_opinion: str | None = text("设立单位意见", long=True, group=OPINIONS)
    founder_opinion_on: date | None = on_date("设立单位意见日期", group=OPINIONS)
    office_opinion: str | None = text("司法所意见", long=True, group=OPINIONS)
    office_opinion_on: date | None = on_date("司法所意见日期", group=OPINIONS)
    bureau_opinion: str | None = text(
        "司法局意见", long=True, group=OPINIONS, also=("县（市、区）司法局意见",)
    )
    bureau_opinion_on: date | None = on_date("司法局意见日期", group=OPINIONS)
    state: str | None = code("状态", "committee_state", default="1", in_list=True, group=STATE)
    ended_on: date | None = on_date(
        "撤销日期", group=STATE, shown_when=when("state", "2", "3"), also=("撤并日期",)
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)


@record("调委会委员", title=("person", "post"))
class CommitteeMember:
    """One member of a committee during one term."""

    id: RecordId
    term: RecordId = owner("所属届次", "committee_term")
    person: RecordId = link(
        "委员", "person", required=True, in_list=True, searchable=True, also=("姓名",)
    )
    post: str = code(
        "职务",
        "committee_post",
        required=True,
        in_list=True,
        source="SF/T 0018 清单8.11",
        also=("调委会职位",),
    )
    full_part_time: str | None = code(
        "专兼职", "full_part_time", in_list=True, source="SF/T 0018 清单8.13", also=("专/兼职",)
    )
    origin: str | None = code("产生方式", "origin", in_list=True, source="SF/T 0018 清单8.15")
    since: date | None = on_date("任职日期", in_list=True, group=SERVICE)
    until: date | None = on_date("离任日期", group=SERVICE)
    leaving_reason: str | None = text("离任原因", group=SERVICE)
    remarks: str | None = text("备注", group=REMARKS)


@record(
    "调委会届次",
    title=("committee", "ordinal"),
    number="number",
    menu="人民调解",
    rank="starts_on",
)
class CommitteeTerm:
    """One term of a committee: how it was elected, how long, and who sits in it."""

    id: RecordId
    committee: RecordId = link(
        "人民调解委员会", "committee", required=True, in_list=True, also=("调委会", "所属调委会")
    )
    ordinal: int | None = count("第几届", least=1, most=200, in_list=True, also=("届次",))
    number: str | None = text("届次编号", length=50, searchable=True)
    starts_on: date = on_date(
        "任期开始日期", required=True, in_list=True, group=SPAN, source=_LAW9, also=("任期起",)
    )
    ends_on: date = on_date(
        "任期届满日期",
        required=True,
        in_list=True,
        group=SPAN,
        source=_LAW9,
        also=("任期至", "任期止"),
    )
    election_way: str | None = code(
        "委员产生方式",
        "election_way",
        in_list=True,
        group=ELECTION,
        source=_LAW9,
        also=("选举方式", "推选方式"),
    )
    elected_on: date | None = on_date("推选日期", group=ELECTION, also=("选举日期",))
    election_note: str | None = text("推选情况", long=True, group=ELECTION)
    changed_on: date | None = on_date("变更日期", group=FILING, help="委员或人民调解员有变动的日期")
    filed_on: date | None = on_date("备案日期", group=FILING)
    members: tuple[CommitteeMember, ...] = rows(
        "委员", "committee_member", group=MEMBERS, source=_LAW8, most=50
    )
    remarks: str | None = text("备注", long=True, group=REMARKS)
