"""The numbers rules compare with: each named, with its shipped value, unit and source.

Places differ in most of them, so an office may set its own value (record type
``rule_setting``). What holds is asked of ``Look.number`` or ``Terms.number``; nothing but
``db.rules.terms`` reads ``shipped``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number: ``shipped`` counts ``unit``s; ``source`` says who set it.

    least: the least an office may set. by_law: a statute fixes it, so no office sets it.
    """

    name: str
    label: str
    shipped: int
    unit: str
    source: str
    least: int = 0
    by_law: bool = False


MEMBERS_LEAST: Final = Parameter(
    "members_least", "调委会委员最少人数", 3, "人", "《人民调解法》第八条", by_law=True
)
MEMBERS_MOST: Final = Parameter(
    "members_most", "调委会委员最多人数", 9, "人", "《人民调解法》第八条", by_law=True
)
TERM_YEARS: Final = Parameter(
    "term_years", "调委会委员任期", 3, "年", "《人民调解法》第九条", by_law=True
)
TERM_REMINDER: Final = Parameter(
    "term_reminder", "届满提醒提前天数", 90, "天", "本软件默认（台账要点R19）"
)
ADULT_AGE: Final = Parameter(
    "adult_age", "人民调解员最低年龄", 18, "周岁", "《人民调解法》第十四条", by_law=True
)
FILING_DAYS: Final = Parameter(
    "filing_days", "调委会及调解员变动备案期限", 30, "天", "广州市南沙区报备工作指引（各地可调整）"
)
FULL_TIME_VILLAGE: Final = Parameter(
    "full_time_village", "村（居）调委会专职调解员", 1, "人", "司发〔2018〕2号（各地可调整）"
)
FULL_TIME_TOWNSHIP: Final = Parameter(
    "full_time_township", "乡镇（街道）调委会专职调解员", 2, "人", "司发〔2018〕2号（各地可调整）"
)
FULL_TIME_TRADE: Final = Parameter(
    "full_time_trade", "行业性专业性调委会专职调解员", 3, "人", "司发〔2018〕2号（各地可调整）"
)
MEDIATORS_LEAST: Final = Parameter(
    "mediators_least", "每个调委会调解员人数", 3, "人", "司法所工作要求004-09"
)
INDUCTION_HOURS: Final = Parameter(
    "induction_hours", "岗前培训学时", 10, "学时", "《人民调解法》第十四条；学时数取雅安市规定"
)
TRAINING_HOURS: Final = Parameter(
    "training_hours", "年度培训学时", 20, "学时", "《人民调解法》第十四条；学时数取雅安市规定"
)
MEDIATION_MONTHS: Final = Parameter(
    "mediation_months",
    "调解期限（按月计）",
    1,
    "个月",
    "《人民调解工作若干规定》第三十三条",
    least=1,
)
MEDIATION_DAYS: Final = Parameter(
    "mediation_days", "调解期限（按日计，0 为按月计）", 0, "天", "各地规定（可调整）"
)
MEDIATION_REMINDER: Final = Parameter(
    "mediation_reminder", "调解期限到期提醒提前天数", 15, "天", "本软件默认（可调整）"
)
CONFIRMATION_DAYS: Final = Parameter(
    "confirmation_days", "申请司法确认期限", 30, "天", "《人民调解法》第三十三条", by_law=True
)
CONFIRMATION_REMINDER: Final = Parameter(
    "confirmation_reminder", "司法确认到期提醒提前天数", 7, "天", "本软件默认"
)
PERFORMANCE_REMINDER: Final = Parameter(
    "performance_reminder", "协议履行到期提醒提前天数", 10, "天", "本软件默认（可调整）"
)
FOLLOW_UP_DAYS: Final = Parameter(
    "follow_up_days", "履行后回访期限", 15, "天", "本软件默认（可调整）"
)
VOLUME_DAYS: Final = Parameter("volume_days", "结案后立卷期限", 30, "天", "本软件默认（可调整）")
VOLUME_REMINDER: Final = Parameter(
    "volume_reminder", "立卷到期提醒提前天数", 10, "天", "本软件默认（可调整）"
)
REPLY_DAYS: Final = Parameter(
    "reply_days", "移送（委托）案件回复期限", 30, "天", "本软件默认（可调整）"
)
RISK_DAYS: Final = Parameter(
    "risk_days", "有激化可能的案件填写防范措施期限", 1, "天", "本软件默认（可调整）"
)
AGENTS_MOST: Final = Parameter(
    "agents_most", "每名当事人代理人数上限", 2, "人", "授权委托书（地方平台做法）", least=1
)
CONSULTANT_VILLAGES: Final = Parameter(
    "consultant_villages",
    "一名法律顾问服务村（社区）上限",
    5,
    "个",
    "杭州市2024年规定（各地可调整）",
    least=1,
)
CONTRACT_REMINDER: Final = Parameter(
    "contract_reminder", "合同到期提醒提前天数", 60, "天", "法律顾问台账要求（各地可调整）"
)
CONTRACT_URGENT: Final = Parameter(
    "contract_urgent", "合同到期再次提醒提前天数", 30, "天", "法律顾问台账要求（各地可调整）"
)
SERVICE_HOURS_MOST: Final = Parameter(
    "service_hours_most", "一次服务时长上限", 12, "小时", "法律顾问台账要求", least=1
)
LOG_DAYS: Final = Parameter("log_days", "工作日志补记期限", 15, "天", "本软件默认（可调整）")
MONTH_HOURS: Final = Parameter(
    "month_hours", "每月现场服务时长", 4, "小时", "河南省2018年村（居）法律顾问工作要求"
)
ELECTION_REMINDER: Final = Parameter(
    "election_reminder", "两委换届提醒提前天数", 90, "天", "本软件默认（台账要点R19）"
)
SAME_DISPUTE_DAYS: Final = Parameter(
    "same_dispute_days", "相同当事人、相同纠纷的核对期间", 90, "天", "本软件默认（可调整）"
)
RETENTION_SHORT: Final = Parameter(
    "retention_short", "短期卷宗保管年限", 30, "年", "地方做法，短期15至30年不等（可调整）", least=1
)
RETENTION_LONG: Final = Parameter(
    "retention_long", "长期卷宗保管年限", 60, "年", "地方做法，长期30至60年不等（可调整）", least=1
)
OLDEST_AGE: Final = Parameter("oldest_age", "年龄提示上限", 120, "周岁", "本软件默认", least=1)

ALL_PARAMETERS: Final = (
    MEMBERS_LEAST,
    MEMBERS_MOST,
    TERM_YEARS,
    TERM_REMINDER,
    ADULT_AGE,
    FILING_DAYS,
    FULL_TIME_VILLAGE,
    FULL_TIME_TOWNSHIP,
    FULL_TIME_TRADE,
    MEDIATORS_LEAST,
    INDUCTION_HOURS,
    TRAINING_HOURS,
    MEDIATION_MONTHS,
    MEDIATION_DAYS,
    MEDIATION_REMINDER,
    CONFIRMATION_DAYS,
    CONFIRMATION_REMINDER,
    PERFORMANCE_REMINDER,
    FOLLOW_UP_DAYS,
    VOLUME_DAYS,
    VOLUME_REMINDER,
    REPLY_DAYS,
    RISK_DAYS,
    AGENTS_MOST,
    CONSULTANT_VILLAGES,
    CONTRACT_REMINDER,
    CONTRACT_URGENT,
    SERVICE_HOURS_MOST,
    LOG_DAYS,
    MONTH_HOURS,
    ELECTION_REMINDER,
    SAME_DISPUTE_DAYS,
    RETENTION_SHORT,
    RETENTION_LONG,
    OLDEST_AGE,
)
