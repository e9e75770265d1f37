"""Checks of consultants, their contracts and their service log (office ledgers, L3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from db.periods import Period
from db.records.consultant import Consultant
from db.records.consultant_contract import ConsultantContract
from db.records.service_log import ServiceLog
from db.rules.parameters import (
    CONSULTANT_VILLAGES,
    CONTRACT_REMINDER,
    CONTRACT_URGENT,
    LOG_DAYS,
    MONTH_HOURS,
    SERVICE_HOURS_MOST,
)
from db.rules.problem import Look, Rule, rule
from db.rules.spans import in_force, last_day

Found = Iterable[tuple[str, str]]

_ROLL = "村（居）法律顾问名册与聘用合同"
_LOG = "村（居）法律顾问工作日志"
_NATIONAL = "司法部《关于进一步加强和规范村(居)法律顾问工作的意见》（司发〔2018〕5号）"
_ON_SITE = "01"
_MONTH_END_DAYS = 7
_LOOK_BACK_DAYS = 62


@rule("F1", "consultant", "error", _ROLL)
def licence_given(consultant: Consultant, look: Look) -> Found:  # noqa: ARG001
    """A lawyer or a legal worker has a practising licence."""
    if consultant.kind in {"01", "02"} and not consultant.licence:
        yield "licence", "律师和基层法律服务工作者要填执业证号，请补填。"


@rule("F2", "consultant", "warning", _ROLL)
def not_punished(consultant: Consultant, look: Look) -> Found:  # noqa: ARG001
    """A consultant was not punished in the last two years."""
    if consultant.punished:
        yield "punished", "近两年受过处罚处分的不宜担任法律顾问，请核对并说明情况。"


@rule("F3", "consultant", "warning", _ROLL)
def registered_once(consultant: Consultant, look: Look) -> Found:
    """A person is one consultant."""
    others = look.find("consultant", person=consultant.person)
    if any(other.id != consultant.id for other in others):
        yield "person", "此人已登记为法律顾问，请核对是否重复登记。"


@rule("F4", "consultant_contract", "error", _ROLL)
def ends_after_start(contract: ConsultantContract, look: Look) -> Found:  # noqa: ARG001
    """A contract ends after it starts."""
    if contract.ends_on < contract.starts_on:
        yield "ends_on", "服务期限结束日期早于开始日期，请改正。"


@rule("F5", "consultant_contract", "warning", CONSULTANT_VILLAGES)
def not_too_many_villages(contract: ConsultantContract, look: Look) -> Found:
    """A consultant serves at most five villages at a time."""
    villages = set(contract.villages)
    for other in look.find("consultant_contract", consultant=contract.consultant):
        if other.id != contract.id and (
            other.starts_on <= last_day(contract) and contract.starts_on <= last_day(other)
        ):
            villages.update(other.villages)
    most = look.number(CONSULTANT_VILLAGES, contract.starts_on)
    if len(villages) > most:
        yield (
            "villages",
            f"这名法律顾问同期服务 {len(villages)} 个村（社区），超过 {most} 个，请调整或说明。",
        )


@rule("F6", "consultant_contract", "warning", _ROLL)
def board_after_signing(contract: ConsultantContract, look: Look) -> Found:  # noqa: ARG001
    """The notice board is renewed after the contract was signed."""
    if contract.board_on and contract.signed_on and contract.board_on < contract.signed_on:
        yield "board_on", "公示牌更新日期早于合同签订日期，请更新公示牌后改填日期。"


@rule("F7", "consultant_contract", "warning", _ROLL)
def contract_ending(contract: ConsultantContract, look: Look) -> Found:
    """A contract that ends within sixty days is renewed."""
    left = (contract.ends_on - look.today).days
    ahead = look.number(CONTRACT_REMINDER, contract.ends_on)
    if contract.ended_on is not None or not 0 <= left <= ahead:
        return
    later = (c for c in look.find("consultant_contract") if c.starts_on > contract.starts_on)
    if set(contract.villages) <= {village for one in later for village in one.villages}:
        return
    haste = "请尽快" if left <= look.number(CONTRACT_URGENT, contract.ends_on) else "请准备"
    yield "ends_on", f"合同还有 {left} 天到期，{haste}续签或另聘。"


@rule("F8", "consultant_contract", "warning", _ROLL)
def ended_within_span(contract: ConsultantContract, look: Look) -> Found:  # noqa: ARG001
    """A consultant is dismissed while the contract runs."""
    if contract.ended_on and not contract.starts_on <= contract.ended_on <= contract.ends_on:
        yield "ended_on", "解聘日期不在服务期限内，请核对。"


@rule("F9", "consultant_contract", "warning", _ROLL)
def number_once(contract: ConsultantContract, look: Look) -> Found:
    """A contract number is used once."""
    others = look.find("consultant_contract", number=contract.number)
    if any(other.id != contract.id for other in others):
        yield "number", "合同编号已经用过，请核对编号。"


@rule("F10", "consultant_contract", "warning", _ROLL)
def sides_named(contract: ConsultantContract, look: Look) -> Found:  # noqa: ARG001
    """A contract names its sides and the day it was signed."""
    asked = [("party_a", "甲方"), ("party_b", "乙方"), ("signed_on", "签订日期")]
    if contract.kind == "2":
        asked.append(("party_c", "丙方或见证方"))
    for name, label in asked:
        if not getattr(contract, name):
            yield name, f"合同没有填{label}，请补填。"


@rule("L1", "service_log", "error", _LOG)
def log_times(log: ServiceLog, look: Look) -> Found:  # noqa: ARG001
    """A service ends after it starts."""
    if log.starts_at is not None and log.ends_at is not None and log.ends_at <= log.starts_at:
        yield "ends_at", "结束时间应晚于开始时间，请改正。"


@rule("L2", "service_log", "warning", _LOG)
def log_in_contract(log: ServiceLog, look: Look) -> Found:
    """A service is given under a valid contract with that village."""
    for contract in look.find("consultant_contract", consultant=log.consultant):
        if in_force(contract, log.served_on) and log.village in contract.villages:
            return
    yield (
        "village",
        "服务日期当天，这名法律顾问与该村（社区）没有有效的聘用合同，请核对或补登合同。",
    )


@rule("L3", "service_log", "warning", SERVICE_HOURS_MOST)
def log_not_too_long(log: ServiceLog, look: Look) -> Found:
    """One service lasts at most twelve hours."""
    most = look.number(SERVICE_HOURS_MOST, log.served_on)
    if log.minutes is not None and log.minutes > most * 60:
        yield "minutes", f"一次服务超过 {most} 小时，请核对起止时间。"


@rule("L4", "service_log", "warning", _LOG)
def log_not_copied(log: ServiceLog, look: Look) -> Found:
    """Two entries of one day do not have the same text."""
    same_day = look.find("service_log", consultant=log.consultant, served_on=log.served_on)
    if any(other.id != log.id and other.content == log.content for other in same_day):
        yield "content", "同一天有内容完全相同的日志，请按一事一记核对是否重复。"


@rule("L5", "service_log", "warning", LOG_DAYS)
def log_in_time(log: ServiceLog, look: Look) -> Found:
    """A service is entered within fifteen days."""
    if log.registered_on is None:
        return
    late = (log.registered_on - log.served_on).days
    days = look.number(LOG_DAYS, log.served_on)
    if late > days:
        yield "registered_on", f"服务后 {late} 天才登记，超过 {days} 天，请说明原因。"
    elif late < 0:
        yield "registered_on", "登记日期早于服务日期，请核对。"


@rule("L6", "service_log", "note", MONTH_HOURS)
def month_hours_reached(log: ServiceLog, look: Look) -> Found:
    """A village gets four hours on site in a month; looked at near the month's end."""
    month = Period.containing(log.served_on, "month")
    near_end = month.last - timedelta(days=_MONTH_END_DAYS)
    if look.today < near_end or (look.today - log.served_on).days > _LOOK_BACK_DAYS:
        return
    logs = look.find("service_log", village=log.village, way=_ON_SITE)
    total = sum(
        one.minutes or 0 for one in logs if one.id != log.id and month.contains(one.served_on)
    )
    total += (log.minutes or 0) if log.way == _ON_SITE else 0
    hours = look.number(MONTH_HOURS, log.served_on)
    if total < hours * 60:
        yield (
            "minutes",
            f"{month.label}该村（社区）现场服务共 {total // 60} 小时 {total % 60} 分，"
            f"不足 {hours} 小时，请安排补足。",
        )


@rule("L7", "service_log", "warning", _NATIONAL)
def log_complete(log: ServiceLog, look: Look) -> Found:  # noqa: ARG001
    """An entry tells time, person served, content and result."""
    for name, label in (
        ("starts_at", "开始时间"),
        ("ends_at", "结束时间"),
        ("target", "服务对象"),
        ("outcome", "处理结果、意见"),
    ):
        if getattr(log, name) is None:
            yield name, f"日志要写明时间、对象、内容和结果，还没有填{label}，请补填。"


@rule("L8", "service_log", "warning", _LOG)
def log_not_ahead(log: ServiceLog, look: Look) -> Found:
    """A service is entered after it was given."""
    if log.served_on > look.today:
        yield "served_on", "服务日期在今天之后，请核对。"


RULES: Final[tuple[Rule, ...]] = (
    licence_given,
    not_punished,
    registered_once,
    ends_after_start,
    not_too_many_villages,
    board_after_signing,
    contract_ending,
    ended_within_span,
    number_once,
    sides_named,
    log_times,
    log_in_contract,
    log_not_too_long,
    log_not_copied,
    log_in_time,
    month_hours_reached,
    log_complete,
    log_not_ahead,
)
