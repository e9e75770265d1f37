"""What happens in a case: inquiries, mediation sessions, follow-up visits, letters."""

from __future__ import annotations

from datetime import date, time

from db.declare import (
    REMARKS,
    FieldGroup,
    RecordId,
    at_time,
    code,
    codes,
    count,
    flag,
    links,
    on_date,
    owner,
    person_name,
    record,
    text,
    when,
)

WHEN = FieldGroup("when", "时间、地点", "atomic")
PEOPLE = FieldGroup("people", "在场人员")
CONTENT = FieldGroup("content", "内容")
RESULT = FieldGroup("result", "结果", "atomic")
LETTER = FieldGroup("letter", "函件", "atomic")
SENDING = FieldGroup("sending", "送达", "atomic")
_INQUIRY = "人民调解调查记录"
_SESSION = "人民调解记录"
_VISIT = "人民调解回访记录"
_RETURN = when("kind", "4")
_REFUSAL = when("kind", "2")


@record("调查记录", title=("subject",), rank="held_on")
class Inquiry:
    """One inquiry with a party, a witness or a unit (人民调解调查记录)."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    held_on: date | None = on_date(
        "调查日期", in_list=True, group=WHEN, source=_INQUIRY, also=("调查时间", "时间")
    )
    starts_at: time | None = at_time("调查开始时间", group=WHEN, also=("开始时间",))
    ends_at: time | None = at_time("调查结束时间", group=WHEN, also=("结束时间",))
    place: str | None = text("调查地点", in_list=True, group=WHEN, source=_INQUIRY, also=("地点",))
    participants: str | None = text("参加人", group=PEOPLE, source=_INQUIRY)
    subject: str | None = person_name(
        "被调查人", in_list=True, searchable=True, group=PEOPLE, source=_INQUIRY
    )
    subject_note: str | None = text(
        "被调查人基本情况", group=PEOPLE, help="性别、年龄、职业、住址、与当事人的关系等"
    )
    investigator: str | None = text("调查人", in_list=True, group=PEOPLE, source=_INQUIRY)
    recorder: str | None = person_name("记录人", group=PEOPLE, source=_INQUIRY)
    content: str | None = text(
        "调查内容", long=True, searchable=True, group=CONTENT, source=_INQUIRY, also=("记录",)
    )
    remarks: str | None = text("备注", group=REMARKS)


@record("各次调解记录", title=("held_on",), rank="held_on", name="mediation_session")
class MediationSession:
    """One mediation session and its record (人民调解记录): one record per session."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    held_on: date | None = on_date(
        "本次调解日期", in_list=True, group=WHEN, source=_SESSION, also=("调解日期", "时间", "日期")
    )
    starts_at: time | None = at_time("开始时间", group=WHEN, also=("调解开始时间",))
    ends_at: time | None = at_time("结束时间", group=WHEN, also=("调解结束时间",))
    place: str | None = text(
        "本次调解地点", in_list=True, group=WHEN, source=_SESSION, also=("调解地点", "地点")
    )
    parties_present: str | None = text(
        "到场当事人",
        group=PEOPLE,
        source=_SESSION,
        help="不填时打印全部当事人",
        also=("当事人",),
    )
    participants: str | None = text(
        "参加人", group=PEOPLE, source="《人民调解法》第二十条", help="调委会邀请参加的人"
    )
    participants_agreed: bool | None = flag(
        "邀请参加人已征得当事人同意", group=PEOPLE, source="《人民调解法》第二十条"
    )
    mediators: tuple[RecordId, ...] = links(
        "主持调解的人民调解员", "mediator", group=PEOPLE, also=("人民调解员", "调解员")
    )
    recorder: str | None = person_name("记录人", group=PEOPLE, source=_SESSION)
    interpreter: str | None = person_name("翻译人员", group=PEOPLE)
    minutes: str | None = text(
        "调解记录", long=True, searchable=True, group=CONTENT, source=_SESSION, also=("记录",)
    )
    result: str | None = code(
        "本次调解结果",
        "mediation_result",
        in_list=True,
        group=RESULT,
        source=_SESSION,
        also=("调解结果",),
    )
    next_on: date | None = on_date("下次调解日期", group=RESULT, shown_when=when("result", "3"))
    remarks: str | None = text("备注", group=REMARKS)


@record("回访记录", title=("visited_on",), rank="visited_on")
class FollowUp:
    """One follow-up visit after an agreement (人民调解回访记录; 人民调解法 31)."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    visited_on: date | None = on_date(
        "回访时间", in_list=True, group=WHEN, source=_VISIT, also=("回访日期",)
    )
    way: str | None = code("回访形式", "follow_up_way", in_list=True, group=WHEN)
    place: str | None = text("回访地点", group=WHEN, source="SF/T 0018 人民调解回访记录")
    person: str | None = person_name(
        "被回访当事人", in_list=True, group=PEOPLE, source=_VISIT, also=("当事人", "回访对象")
    )
    agreement_number: str | None = text(
        "调解协议编号", length=100, group=CONTENT, source=_VISIT, help="不填时取本案协议编号"
    )
    reason: str | None = text(
        "回访事由", group=CONTENT, source=_VISIT, help="纠纷名称；不填时取卷名"
    )
    findings: str | None = text(
        "回访情况", long=True, searchable=True, group=CONTENT, source=_VISIT
    )
    performance_state: str | None = code(
        "履行情况", "performance_state", in_list=True, group=RESULT, also=("协议履行情况",)
    )
    satisfaction: str | None = code("是否满意", "satisfaction", in_list=True, group=RESULT)
    visitor: str | None = person_name("回访人", in_list=True, group=PEOPLE, source=_VISIT)
    remarks: str | None = text("备注", group=REMARKS)


@record("通知函件", title=("kind", "number"), number="number", rank="issued_on")
class CaseNotice:
    """One letter of the committee in a case: acceptance, refusal, termination, return slip."""

    id: RecordId
    case: RecordId = owner("所属案件", "mediation_case")
    kind: str = code(
        "函件种类", "notice_kind", required=True, in_list=True, group=LETTER, also=("种类",)
    )
    number: str | None = text(
        "文号", length=100, in_list=True, searchable=True, group=LETTER, also=("编号",)
    )
    addressee: str | None = text(
        "致送对象",
        in_list=True,
        group=LETTER,
        help="不填时：受理、不予受理为申请人，终止函为各方当事人，移送回执为移送单位",
        also=("收件人", "受送达人"),
    )
    issued_on: date | None = on_date("发文日期", in_list=True, group=LETTER, also=("日期",))
    reasons: tuple[str, ...] = codes(
        "不予受理原因", "refusal_reason", group=LETTER, shown_when=_REFUSAL
    )
    reason_note: str | None = text(
        "其他原因", group=LETTER, shown_when=_REFUSAL, help="勾选“其他原因”时写明"
    )
    outcome: str | None = text(
        "办理结果", long=True, group=LETTER, shown_when=_RETURN, help="不填时取调解结果和协议编号"
    )
    copies: int | None = count("份数", least=1, most=99, group=SENDING)
    delivered_on: date | None = on_date("送达日期", group=SENDING)
    received_by: str | None = person_name("签收人", group=SENDING)
    remarks: str | None = text("备注", group=REMARKS)
