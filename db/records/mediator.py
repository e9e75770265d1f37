"""人民调解员聘任: one person's engagement as mediator of one committee, and the training."""

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
    on_date,
    owner,
    record,
    rows,
    text,
    when,
)

ENGAGEMENT = FieldGroup("engagement", "聘任", "atomic")
CARD = FieldGroup("card", "聘书与证件")
WORK = FieldGroup("work", "工作情况")
TRAINING = FieldGroup("training", "培训")
LEAVING = FieldGroup("leaving", "离任", "atomic")
FILING = FieldGroup("filing", "备案与意见")
TRAININGS = FieldGroup("trainings", "培训记录", "append")

_SET = "SF/T 0018 人民调解员基本情况信息集"
_TERM = "SF/T 0018 人民调解员聘用信息集"
_LAW14 = "《人民调解法》第十四条"
_LAW15 = "《人民调解法》第十五条"
_GONE = when("state", "2", "3", "4", "5", "6")
_FORM = "人民调解员登记表"


@record("培训记录", title=("content",), rank="trained_on")
class MediatorTraining:
    """One training a mediator took: when, what, how many hours, with what mark."""

    id: RecordId
    mediator: RecordId = owner("所属调解员", "mediator")
    trained_on: date | None = on_date(
        "培训时间", in_list=True, source=_FORM, also=("时间", "培训日期")
    )
    content: str = text(
        "培训内容", required=True, in_list=True, searchable=True, source=_FORM, also=("内容",)
    )
    hours: Decimal | None = decimal("学时", places=1, in_list=True, source=_LAW14)
    assessment: str | None = text(
        "考核", length=100, in_list=True, source=_FORM, also=("考核结果",), help="成绩或等次"
    )
    remarks: str | None = text("备注", group=REMARKS)


@record(
    "人民调解员",
    title=("person", "committee"),
    number="number",
    menu="人民调解",
    rank="engaged_on",
)
class Mediator:
    """One engagement: who mediates for which committee, how, since and until when."""

    id: RecordId
    person: RecordId = link(
        "人员", "person", required=True, in_list=True, searchable=True, also=("姓名", "调解员")
    )
    committee: RecordId = link(
        "所属人民调解委员会",
        "committee",
        required=True,
        in_list=True,
        source=_SET,
        also=("人民调解委员会", "所属调委会", "调委会"),
    )
    number: str | None = text(
        "调解员编码",
        length=36,
        in_list=True,
        searchable=True,
        source=_SET,
        help="由县（市、区）司法局统一编发",
    )
    room: str | None = text("所属调解工作室", source=_SET)
    post: str | None = code(
        "调委会职位", "committee_post", in_list=True, source="SF/T 0018 清单8.11", also=("职务",)
    )
    full_part_time: str | None = code(
        "专兼职", "full_part_time", in_list=True, source="SF/T 0018 清单8.13", also=("专/兼职",)
    )
    grade: str | None = code("等级", "mediator_grade", in_list=True, also=("调解员等级",))
    sources: tuple[str, ...] = codes("人员来源", "mediator_source")
    purchased: bool | None = flag("是否政府购买服务", source=_SET)
    prepared: bool | None = flag("是否从事过相关方面工作或具有相关知识储备", source=_SET)
    origin: str | None = code(
        "产生方式", "origin", in_list=True, group=ENGAGEMENT, source="《人民调解法》第十三条"
    )
    engaged_on: date = on_date(
        "聘用起始日期",
        required=True,
        in_list=True,
        group=ENGAGEMENT,
        source=_TERM,
        also=("推选或聘任时间", "聘任日期", "聘期自"),
    )
    ends_on: date | None = on_date(
        "聘用截止日期",
        in_list=True,
        group=ENGAGEMENT,
        source=_TERM,
        also=("任期至", "聘期至"),
    )
    letter_number: str | None = text("聘书编号", length=100, searchable=True, group=CARD)
    letter_on: date | None = on_date("聘书日期", group=CARD)
    card_number: str | None = text("调解员证号", length=100, searchable=True, group=CARD)
    card_issuer: str | None = text("发证机关", group=CARD)
    card_on: date | None = on_date("发证日期", group=CARD)
    card_until: date | None = on_date("证件有效期至", group=CARD, also=("有效期",))
    bank_account: str | None = text("开户行及账号", length=100, group=CARD)
    mediating_since: date | None = on_date(
        "从事人民调解工作起始日期", group=WORK, source=_SET, help="从事人民调解工作年限由此计算"
    )
    expertise: str | None = text("擅长纠纷", group=WORK, also=("专长领域",))
    injury: str | None = code("因公伤亡情况", "injury", group=WORK, source="SF/T 0018 清单8.14")
    induction_hours: Decimal | None = decimal(
        "岗前培训学时", places=1, group=TRAINING, source=_LAW14
    )
    training_hours: Decimal | None = decimal(
        "本年度培训学时", places=1, group=TRAINING, source=_LAW14
    )
    training_counted_on: date | None = on_date("学时统计日期", group=TRAINING)
    trainings: tuple[MediatorTraining, ...] = rows(
        "培训记录", "mediator_training", group=TRAININGS, source=_FORM, most=200
    )
    state: str | None = code("聘任状态", "mediator_state", default="1", group=LEAVING)
    left_on: date | None = on_date("离任日期", group=LEAVING, shown_when=_GONE, also=("解聘日期",))
    dismissal_ground: str | None = code(
        "罢免（解聘）原因",
        "dismissal_ground",
        group=LEAVING,
        shown_when=_GONE,
        required_when=when("state", "3", "4"),
        source=_LAW15,
        also=("解聘原因",),
    )
    dismissal_note: str | None = text("离任说明", long=True, group=LEAVING, shown_when=_GONE)
    changed_on: date | None = on_date("变动日期", group=FILING, help="聘任、罢免、解聘发生的日期")
    filed_on: date | None = on_date("备案日期", group=FILING)
    committee_opinion: str | None = text("调委会意见", long=True, group=FILING)
    committee_opinion_on: date | None = on_date("调委会意见日期", group=FILING)
    office_opinion: str | None = text("司法所意见", long=True, group=FILING)
    office_opinion_on: date | None = on_date("司法所意见日期", group=FILING)
    bureau_opinion: str | None = text("司法局意见", long=True, group=FILING)
    bureau_opinion_on: date | None = on_date("司法局意见日期", group=FILING)
    remarks: str | None = text("备注", long=True, group=REMARKS)
