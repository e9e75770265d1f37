"""人员: one person, who may hold many roles."""

from __future__ import annotations

from datetime import date

from db.declare import (
    BASICS,
    REMARKS,
    FieldGroup,
    RecordId,
    Values,
    code,
    codes,
    flag,
    id_number,
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
from db.identity import birth_date_of, sex_of

IDENTITY = FieldGroup("identity", "身份", "atomic")
ADDRESS = FieldGroup("address", "住址", "atomic")
CONTACT = FieldGroup("contact", "联系方式")
SCHOOLING = FieldGroup("schooling", "学历与专长")
STAFF = FieldGroup("staff", "司法所工作人员信息")
MERGE = FieldGroup("merge", "合并", "atomic")

_MEDIATOR = "SF/T 0018 人民调解员基本情况信息集"
_STAFF = "SF/T 0017 司法行政机关工作人员基本信息"
_IS_STAFF = when("roles", "07")


def derive_person(values: Values) -> Values:
    """Give sex, birth date and kind of paper from the ID number (GB 11643-1999)."""
    number = values.get("id_number")
    if not isinstance(number, str):
        return {}
    return {"sex": sex_of(number), "born_on": birth_date_of(number), "id_kind": "111"}


@record(
    "人员",
    title=("name",),
    number="id_number",
    menu="基础台账",
    derive=derive_person,
    rank="name",
    aside="merged_into",
)
class Person:
    """One person: identity, contact, schooling and, for office staff, the post."""

    id: RecordId
    name: str = person_name(
        "姓名", required=True, in_list=True, searchable=True, group=IDENTITY, source=_MEDIATOR
    )
    id_number: str | None = id_number(
        "身份证号",
        in_list=True,
        searchable=True,
        group=IDENTITY,
        source="GB 11643-1999",
        also=("身份证号码", "公民身份号码"),
    )
    id_kind: str | None = code("证件类型", "identity_paper", group=IDENTITY, source="GA/T 517")
    other_paper: str | None = text(
        "其他证件号码", length=50, searchable=True, group=IDENTITY, help="没有居民身份证时填写"
    )
    former_name: str | None = person_name("曾用名", searchable=True)
    sex: str | None = code("性别", "sex", in_list=True, source="GB/T 2261.1")
    born_on: date | None = on_date("出生日期", in_list=True, also=("出生年月",))
    nation: str | None = code("民族", "nation", in_list=True, source="GB/T 3304")
    politics: str | None = code("政治面貌", "politics", source="GB/T 4762")
    marital: str | None = code("婚姻状况", "marital", source="GB/T 2261.2")
    roles: tuple[str, ...] = codes("人员身份", "person_role", in_list=True)
    occupation: str | None = text("职业或职务", also=("职务", "职业", "职务/职业"))
    occupation_identity: str | None = code("身份职业", "occupation_identity", source=_MEDIATOR)
    other_identities: tuple[str, ...] = codes("兼备其他身份", "other_identity", source=_MEDIATOR)
    workplace: str | None = text(
        "工作单位", searchable=True, source=_MEDIATOR, also=("所属单位", "工作单位及职务")
    )
    phone: str | None = phone_number(
        "联系电话",
        in_list=True,
        searchable=True,
        group=CONTACT,
        source=_MEDIATOR,
        also=("联系方式", "电话"),
    )
    mobile: str | None = phone_number(
        "手机", searchable=True, group=CONTACT, source=_MEDIATOR, also=("手机号码",)
    )
    email: str | None = text("电子邮箱", length=100, group=CONTACT)
    village: RecordId | None = link("所在村（社区）", "village", in_list=True, group=ADDRESS)
    address: str | None = text(
        "住址", searchable=True, group=ADDRESS, source=_MEDIATOR, also=("联系地址", "单位或住址")
    )
    education: str | None = code(
        "文化程度",
        "education",
        in_list=True,
        group=SCHOOLING,
        source="GB/T 4658",
        also=("学历",),
    )
    degree: str | None = text("最高学位", length=50, group=SCHOOLING, source="GB/T 6864")
    school: str | None = text("毕业院校", group=SCHOOLING, also=("毕业院校及专业",))
    major: str | None = text("所学专业", group=SCHOOLING, source="GB/T 13745", also=("专业",))
    qualifications: str | None = text("资格职称", group=SCHOOLING, source=_MEDIATOR)
    expertise: str | None = text("专长领域", group=SCHOOLING)
    history: str | None = text("工作简历", long=True, group=SCHOOLING)
    profile: str | None = text("个人简介", long=True, group=SCHOOLING, source=_MEDIATOR)
    honours: str | None = text("奖惩情况", long=True, group=SCHOOLING)
    staff_code: str | None = text(
        "人员编码", length=22, group=STAFF, shown_when=_IS_STAFF, source=_STAFF
    )
    staffing: str | None = code(
        "人员编制", "staffing", group=STAFF, shown_when=_IS_STAFF, source=_STAFF
    )
    office_post: str | None = code(
        "行政职务", "office_post", group=STAFF, shown_when=_IS_STAFF, source="SF/T 0017 清单8.37"
    )
    post_from: date | None = on_date("任职开始时间", group=STAFF, shown_when=_IS_STAFF)
    post_until: date | None = on_date("任职结束时间", group=STAFF, shown_when=_IS_STAFF)
    rank: str | None = code(
        "职级", "office_rank", group=STAFF, shown_when=_IS_STAFF, source="SF/T 0017 清单8.28"
    )
    other_post: str | None = code(
        "兼任其他党政职务情况", "other_post", group=STAFF, shown_when=_IS_STAFF
    )
    works_since: date | None = on_date("参加工作时间", group=STAFF, shown_when=_IS_STAFF)
    in_service: bool | None = flag(
        "是否在职", group=STAFF, shown_when=_IS_STAFF, also=("在职状态",)
    )
    merged_into: RecordId | None = link(
        "已合并到", "person", group=MERGE, help="与另一条是同一个人；清空即拆开，原来的登记都在"
    )
    died_on: date | None = on_date("去世日期", group=BASICS)
    remarks: str | None = text("备注", long=True, group=REMARKS)
