"""调解案件: one dispute, from application to the bound volume."""

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
    flag,
    link,
    links,
    money,
    on_date,
    person_name,
    record,
    rows,
    text,
    when,
)
from db.records.mediation_case.agreement import Agreement
from db.records.mediation_case.attachment import Attachment
from db.records.mediation_case.course import CaseNotice, FollowUp, Inquiry, MediationSession
from db.records.mediation_case.derived import derive_case
from db.records.mediation_case.party import Agent, Party

ORIGIN = FieldGroup("origin", "案件来源", "atomic")
DISPUTE = FieldGroup("dispute", "纠纷情况")
WHERE = FieldGroup("where", "纠纷发生地", "atomic")
AMOUNTS = FieldGroup("amounts", "人数与金额", "atomic")
RISKS = FieldGroup("risks", "风险与防范")
DUTIES = FieldGroup("duties", "受理与告知")
MEDIATION = FieldGroup("mediation", "调解过程")
OUTCOME = FieldGroup("outcome", "调解结果", "atomic")
PARTIES = FieldGroup("parties", "当事人", "append")
AGENTS = FieldGroup("agents", "代理人", "append")
AGREEMENTS = FieldGroup("agreements", "调解协议", "append")
INQUIRIES = FieldGroup("inquiries", "调查记录", "append")
SESSIONS = FieldGroup("sessions", "各次调解记录", "append")
FOLLOW_UPS = FieldGroup("follow_ups", "回访记录", "append")
NOTICES = FieldGroup("notices", "通知函件", "append")
ATTACHMENTS = FieldGroup("attachments", "证据和附件", "append")
VOLUME = FieldGroup("volume", "立卷归档")
OPINIONS = FieldGroup("opinions", "结案报告意见")
_CASE = "SF/T 0018 调解案件信息集"
_VOLUME = "SF/T 0018 人民调解调查卷宗"
_HANDED_OVER = when("source", "3", "4", "5", "6", "7")
_REFUSED = when("refusal_reason")
_HANDED_ON = when("handed_to")
_TOLD_LAW = "《人民调解工作若干规定》第三十条"


@record(
    "调解案件",
    title=("number", "volume_name"),
    number="number",
    menu="人民调解",
    derive=derive_case,
    rank="accepted_on",
)
class MediationCase:
    """One dispute taken up by a committee, from application to the bound volume."""

    id: RecordId
    number: str | None = text(
        "案号", length=100, in_list=True, searchable=True, source=_CASE, also=("案件编号", "编号")
    )
    county_code: str | None = text(
        "案件编码", length=36, searchable=True, source=_CASE, help="由上级系统编发"
    )
    committee: RecordId = link(
        "人民调解委员会",
        "committee",
        required=True,
        in_list=True,
        source=_CASE,
        also=("调委会", "受理单位", "承办单位", "所属人民调解委员会"),
    )
    room: str | None = text("调解工作室", source=_CASE)
    mediators: tuple[RecordId, ...] = links(
        "人民调解员", "mediator", in_list=True, source=_CASE, also=("调解员", "承办人")
    )
    applied_on: date | None = on_date("申请日期", also=("申请时间",))
    accepted_on: date = on_date(
        "受理日期",
        required=True,
        in_list=True,
        source=_CASE,
        help="登记之日；不予受理的填写登记日期",
        also=("受案时间", "受理时间"),
    )
    registrar: str | None = person_name("登记人", source="人民调解受理登记表", also=("受理人",))
    recorder: str | None = person_name("记录人")
    across_committees: bool | None = flag("是否跨调委会")
    parties: tuple[Party, ...] = rows(
        "当事人", "party", required=True, group=PARTIES, source=_CASE, most=500
    )
    agents: tuple[Agent, ...] = rows("代理人", "agent", group=AGENTS)
    source: str = code(
        "案件来源",
        "case_source",
        required=True,
        in_list=True,
        group=ORIGIN,
        source="SF/T 0018 清单8.2",
        also=("纠纷来源",),
    )
    source_unit: str | None = text(
        "移送（委托）单位", group=ORIGIN, shown_when=_HANDED_OVER, also=("移送单位", "委托单位")
    )
    source_letter: str | None = text("移送（委托）函号", group=ORIGIN, shown_when=_HANDED_OVER)
    source_letter_on: date | None = on_date(
        "移送（委托）日期", deadline=True, group=ORIGIN, shown_when=_HANDED_OVER
    )
    source_reply_on: date | None = on_date("回复日期", group=ORIGIN, shown_when=_HANDED_OVER)
    dispute_type: str = code(
        "纠纷类型",
        "dispute_type",
        required=True,
        in_list=True,
        group=DISPUTE,
        source="SF/T 0018 清单8.1",
        also=("纠纷类别",),
    )
    assigned_by: str | None = text(
        "交办单位", group=ORIGIN, help="上级领导或信访部门交办的纠纷，填写交办单位"
    )
    summary: str | None = text(
        "纠纷简要情况",
        long=True,
        searchable=True,
        group=DISPUTE,
        source=_CASE,
        also=("纠纷简要情况陈述", "纠纷简介", "纠纷简要事实"),
    )
    requests: str | None = text(
        "当事人申请事项", long=True, group=DISPUTE, source="人民调解申请书", also=("申请事项",)
    )
    focus: str | None = text("争议焦点", long=True, group=DISPUTE)
    difficulty: str | None = code(
        "案件难度级别", "case_difficulty", group=DISPUTE, source="SF/T 0018 清单8.3"
    )
    special_groups: tuple[str, ...] = codes("涉及特殊群体情况", "special_group", group=DISPUTE)
    migrant: str | None = code("涉及农民工纠纷情况", "migrant_worker", group=DISPUTE)
    occurred_on: date | None = on_date("纠纷发生日期", group=WHERE, also=("发生日期",))
    village: RecordId | None = link(
        "纠纷发生地村（社区）", "village", group=WHERE, also=("所在村（社区）", "村（社区）")
    )
    occurred_at: str | None = text("纠纷发生地点", group=WHERE)
    people_involved: int | None = count(
        "涉及人数", group=AMOUNTS, source=_CASE, also=("涉案当事人数量", "涉及人员数量")
    )
    amount: Decimal | None = money("涉案金额", group=AMOUNTS, source=_CASE)
    forecast: str | None = code(
        "案件预测", "case_forecast", group=RISKS, source="SF/T 0018 清单8.4"
    )
    precautions: str | None = text(
        "防范措施", long=True, group=RISKS, source="《人民调解法》第二十五条"
    )
    reported_on: date | None = on_date(
        "报告公安等部门日期", group=RISKS, source="《人民调解法》第二十五条"
    )
    death: bool | None = flag("有无非正常死亡", group=RISKS, also=("有无死亡",))
    injured: int | None = count("伤亡人数", group=RISKS)
    reported_to: str | None = text("报告部门", group=RISKS)
    parties_agree: bool | None = flag(
        "当事人同意调解", group=DUTIES, source="《人民调解法》第十七条"
    )
    settled_elsewhere: bool | None = flag(
        "法院、公安或其他行政机关已受理或解决",
        group=DUTIES,
        source="《人民调解工作若干规定》第二十二条",
    )
    rights_told_on: date | None = on_date("告知权利义务日期", group=DUTIES, source=_TOLD_LAW)
    refusal_reason: str | None = code("不予受理的原因", "refusal_reason", group=DUTIES)
    refused_on: date | None = on_date("不予受理日期", group=DUTIES, shown_when=_REFUSED)
    refusal_note: str | None = text("不予受理说明", group=DUTIES, shown_when=_REFUSED)
    fee: Decimal | None = money(
        "收取费用", group=DUTIES, source="《人民调解法》第四条", help="人民调解不收取任何费用"
    )
    mediated_on: date | None = on_date("调解日期", group=MEDIATION, source=_CASE)
    mediated_until: date | None = on_date("调解日期（至）", group=MEDIATION, source="卷宗封面")
    place: str | None = text("调解地点", group=MEDIATION, source=_CASE)
    participants: str | None = text("参加人", group=MEDIATION, source="人民调解记录")
    participants_agreed: bool | None = flag(
        "邀请参加人已征得当事人同意", group=MEDIATION, source="《人民调解法》第二十条"
    )
    interpreter: str | None = person_name("翻译人员", group=MEDIATION)
    extended_until: date | None = on_date(
        "经同意延长至", group=MEDIATION, source="《人民调解工作若干规定》第三十三条"
    )
    extension_agreed_on: date | None = on_date("同意延长日期", group=MEDIATION)
    extension_reason: str | None = text("延长原因", group=MEDIATION)
    minutes: str | None = text(
        "调解记录", long=True, searchable=True, group=MEDIATION, source="人民调解记录"
    )
    result: str | None = code(
        "调解结果", "mediation_result", in_list=True, group=OUTCOME, source="SF/T 0018 清单8.5"
    )
    form: str | None = code(
        "协议形式", "agreement_form", group=OUTCOME, source=_CASE, also=("调解类型", "协议类型")
    )
    closed_on: date | None = on_date("结案日期", in_list=True, group=OUTCOME, also=("结案时间",))
    state: str | None = code(
        "案件状态", "case_state", in_list=True, group=OUTCOME, computed=True, also=("办理状态",)
    )
    termination_reason: str | None = code(
        "终止调解的原因", "termination_reason", group=OUTCOME, shown_when=when("result", "2")
    )
    termination_note: str | None = text(
        "终止说明", long=True, group=OUTCOME, shown_when=when("result", "2")
    )
    terminated_on: date | None = on_date(
        "终止调解日期", group=OUTCOME, shown_when=when("result", "2")
    )
    remedies_told_on: date | None = on_date(
        "告知其他救济途径日期",
        group=OUTCOME,
        shown_when=when("result", "2"),
        source="《人民调解法》第二十六条",
    )
    withdrawal_reason: str | None = code("撤回申请的原因", "withdrawal_reason", group=OUTCOME)
    withdrawn_on: date | None = on_date(
        "撤回申请日期", group=OUTCOME, shown_when=when("withdrawal_reason")
    )
    handed_to: str | None = text("移送有关部门", group=OUTCOME, also=("移送单位名称",))
    handed_on: date | None = on_date("移送日期", group=OUTCOME, shown_when=_HANDED_ON)
    handed_letter: str | None = text("移送函号", group=OUTCOME, shown_when=_HANDED_ON)
    handed_reason: str | None = text("移送原因", group=OUTCOME, shown_when=_HANDED_ON)
    voided: bool | None = flag("已作废", group=OUTCOME)
    void_reason: str | None = text(
        "作废原因", group=OUTCOME, shown_when=when("voided"), required_when=when("voided")
    )
    averted: tuple[str, ...] = codes("纠纷转化情况", "averted", group=RISKS, source="排查预防纠纷")
    averted_people: int | None = count("防止转化涉及人数", group=RISKS)
    satisfaction: str | None = code("是否满意", "satisfaction", group=MEDIATION, source=_CASE)
    inquiries: tuple[Inquiry, ...] = rows(
        "调查记录", "inquiry", group=INQUIRIES, source="人民调解调查记录", most=100
    )
    sessions: tuple[MediationSession, ...] = rows(
        "各次调解记录", "mediation_session", group=SESSIONS, source="人民调解记录", most=100
    )
    agreements: tuple[Agreement, ...] = rows("调解协议", "agreement", group=AGREEMENTS, most=20)
    follow_ups: tuple[FollowUp, ...] = rows(
        "回访记录", "follow_up", group=FOLLOW_UPS, source="《人民调解法》第三十一条", most=100
    )
    notices: tuple[CaseNotice, ...] = rows("通知函件", "case_notice", group=NOTICES, most=100)
    attachments: tuple[Attachment, ...] = rows(
        "证据和附件", "attachment", group=ATTACHMENTS, source="人民调解证据材料", most=2000
    )
    volume_number: str | None = text(
        "卷号", length=100, searchable=True, group=VOLUME, source=_VOLUME, help="不填时与案号相同"
    )
    volume_name: str | None = text(
        "卷名", in_list=True, searchable=True, group=VOLUME, source=_VOLUME, also=("案件名称",)
    )
    filed_by: str | None = person_name("立卷人", group=VOLUME, source=_VOLUME)
    filed_on: date | None = on_date("立卷日期", group=VOLUME, source=_VOLUME)
    reviewed_by: str | None = person_name("审核人", group=VOLUME, source=_VOLUME)
    retention: str | None = code("保管期限", "retention", group=VOLUME, source=_VOLUME)
    volume_note: str | None = text(
        "卷宗情况说明", long=True, group=VOLUME, source=_VOLUME, also=("卷宗说明",)
    )
    handler_opinion: str | None = text("承办人意见", long=True, group=OPINIONS)
    handler_opinion_on: date | None = on_date("承办人意见日期", group=OPINIONS)
    review_opinion: str | None = text("审核意见", long=True, group=OPINIONS)
    review_opinion_on: date | None = on_date("审核意见日期", group=OPINIONS)
    remarks: str | None = text("备注", long=True, group=REMARKS)
