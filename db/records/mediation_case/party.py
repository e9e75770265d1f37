"""当事人 and 代理人: who stands in a mediation case."""

from __future__ import annotations

from datetime import date

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    Values,
    code,
    codes,
    count,
    credit_code,
    id_number,
    on_date,
    owner,
    person_name,
    phone,
    record,
    text,
    when,
)
from db.identity import birth_date_of, sex_of

IDENTITY = FieldGroup("identity", "身份", "atomic")
CONTACT = FieldGroup("contact", "联系方式")
UNIT = FieldGroup("unit", "单位信息")
_PARTY = "SF/T 0018 案件当事人信息集"
_LETTER = "授权委托书"
_ORGANISATION = when("kind", "02", "03", "99")
_PERSON = when("kind", "01", None)


def derive_party(values: Values) -> Values:
    """Give sex, birth date and kind of paper from the ID number (GB 11643-1999)."""
    number = values.get("id_number")
    if not isinstance(number, str):
        return {}
    return {"sex": sex_of(number), "born_on": birth_date_of(number), "id_kind": "111"}


@record("当事人", title=("name",), derive=derive_party)
class Party:
    """One party of a dispute: a natural person or an organisation."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    side: str = code(
        "当事人一方", "party_side", required=True, in_list=True, also=("一方", "角色", "身份")
    )
    kind: str | None = code(
        "当事人类型",
        "party_kind",
        default="01",
        in_list=True,
        group=IDENTITY,
        source="SF/T 0018 清单8.8",
    )
    name: str = person_name(
        "姓名或名称",
        required=True,
        in_list=True,
        searchable=True,
        group=IDENTITY,
        source=_PARTY,
        also=("姓名", "名称", "当事人姓名", "当事单位名称", "单位名称"),
    )
    id_number: str | None = id_number(
        "身份证号",
        in_list=True,
        searchable=True,
        group=IDENTITY,
        shown_when=_PERSON,
        source="GB 11643-1999",
        also=("身份证号码", "当事人证件号码", "公民身份号码"),
    )
    id_kind: str | None = code(
        "证件类型", "identity_paper", group=IDENTITY, source="GA/T 517", also=("当事人证件类型",)
    )
    other_paper: str | None = text("其他证件号码", length=50, searchable=True, group=IDENTITY)
    credit_code: str | None = credit_code(
        "统一社会信用代码",
        searchable=True,
        group=IDENTITY,
        shown_when=_ORGANISATION,
        source="GB 32100-2015",
    )
    sex: str | None = code("性别", "sex", in_list=True, shown_when=_PERSON, source="GB/T 2261.1")
    nation: str | None = code(
        "民族", "nation", in_list=True, shown_when=_PERSON, source="GB/T 3304"
    )
    born_on: date | None = on_date("出生日期", in_list=True, shown_when=_PERSON, also=("出生年月",))
    age: int | None = count(
        "年龄",
        most=150,
        shown_when=when("born_on", None, also=_PERSON),
        help="出生日期不详时填写，按受理日计算的周岁",
    )
    occupation: str | None = text("职业或职务", also=("职业", "职务"))
    contact: str | None = phone(
        "联系方式",
        in_list=True,
        searchable=True,
        group=CONTACT,
        source=_PARTY,
        also=("联系电话", "电话", "当事人联系电话"),
    )
    address: str | None = text(
        "单位或住址",
        in_list=True,
        searchable=True,
        group=CONTACT,
        source=_PARTY,
        also=("住址", "地址", "家庭住址", "当事单位地址"),
    )
    service_address: str | None = text(
        "送达地址", group=CONTACT, source="法释〔2011〕5号第三条", help="申请司法确认时提交"
    )
    legal_head: str | None = person_name(
        "法定代表人（负责人）",
        searchable=True,
        group=UNIT,
        shown_when=_ORGANISATION,
        also=("法定代表人", "负责人", "当事单位负责人"),
    )
    head_post: str | None = text(
        "法定代表人职务", group=UNIT, shown_when=_ORGANISATION, also=("法定代表人（负责人）职务",)
    )
    people_on_side: int | None = count(
        "本方当事人数量",
        least=1,
        source=_PARTY,
        help="这一方共有多少人，同一方填一次即可；不填按登记的当事人计",
    )
    remarks: str | None = text("备注", group=REMARKS)


@record("代理人", title=("name",), derive=derive_party)
class Agent:
    """One agent or legal representative of a party."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    principal: str = person_name(
        "被代理当事人", required=True, in_list=True, source=_LETTER, also=("委托人",)
    )
    name: str = person_name(
        "代理人姓名",
        required=True,
        in_list=True,
        searchable=True,
        group=IDENTITY,
        source=_LETTER,
        also=("姓名",),
    )
    id_number: str | None = id_number(
        "身份证号", searchable=True, group=IDENTITY, source=_LETTER, also=("身份证号码",)
    )
    id_kind: str | None = code("证件类型", "identity_paper", group=IDENTITY)
    other_paper: str | None = text("其他证件号码", length=50, group=IDENTITY)
    kind: str | None = code("代理人类型", "agent_kind", in_list=True, source=_LETTER)
    relation: str | None = code(
        "与当事人关系",
        "party_relation",
        shown_when=when("kind", "04", "06"),
        also=("法定代理人与当事人的关系",),
    )
    sex: str | None = code("性别", "sex")
    nation: str | None = code("民族", "nation")
    born_on: date | None = on_date("出生日期", also=("出生年月",))
    contact: str | None = phone(
        "联系方式", in_list=True, searchable=True, group=CONTACT, also=("联系电话",)
    )
    address: str | None = text("地址", group=CONTACT, also=("住址", "单位或住址"))
    workplace: str | None = text("工作单位或职务", group=CONTACT, also=("工作单位/职务",))
    licence: str | None = text(
        "律师证件号", length=50, shown_when=when("kind", "01", "02"), also=("执业证号",)
    )
    powers: tuple[str, ...] = codes(
        "委托权限", "agent_power", in_list=True, source=_LETTER, also=("权限", "代理权限")
    )
    other_powers: str | None = text("其他委托事项", shown_when=when("powers", "7"))
    since: date | None = on_date("委托日期")
    until: date | None = on_date("委托期限至", also=("委托期限",))
    remarks: str | None = text("备注", group=REMARKS)
