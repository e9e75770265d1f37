"""Checks M10, M11, M13–M15 and M17 on one agreement (人民调解法 28–33)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from db.records.mediation_case import Agreement
from db.rules.deadlines import (
    confirmation_reminded_on,
    confirmation_until,
    in_force_on,
    performance_told,
    wants_confirmation,
)
from db.rules.parameters import CONFIRMATION_DAYS
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_ORAL = "1"
_WRITTEN = "2"
_ASKED = ("1", "2", "3")
_LAW33 = "《人民调解法》第三十三条、《民事诉讼法》第二百零五条"


def _last_signed_on(agreement: Agreement) -> tuple[date | None, bool]:
    """Give the last day of signing or sealing, and whether all three days are told."""
    days = (agreement.parties_signed_on, agreement.mediator_signed_on, agreement.sealed_on)
    told = [day for day in days if day is not None]
    return max(told, default=None), len(told) == len(days)


@rule("M10", "agreement", "error", "《人民调解法》第二十九条")
def in_force_when_sealed(agreement: Agreement, look: Look) -> Found:  # noqa: ARG001
    """A written agreement is in force when the last signature and the seal are on it."""
    if agreement.form != _WRITTEN or agreement.effective_on is None:
        return
    last, _ = _last_signed_on(agreement)
    if last is not None and agreement.effective_on < last:
        yield (
            "effective_on",
            f"书面协议自当事人、调解员签名并加盖印章之日起生效，最后一项在 {last.isoformat()}，"
            "生效日期不能更早，请改正。",
        )


@rule("M10.1", "agreement", "warning", "《人民调解法》第二十九条")
def in_force_on_the_last_day(agreement: Agreement, look: Look) -> Found:  # noqa: ARG001
    """A written agreement is in force on the very day of the last signature or seal.

    A warning only: the parties may have agreed that it takes effect later.
    """
    last, all_told = _last_signed_on(agreement)
    effective = agreement.effective_on
    if agreement.form == _WRITTEN and all_told and last and effective and effective > last:
        yield (
            "effective_on",
            f"签名盖章最后一项在 {last.isoformat()}，书面协议自该日起生效，生效日期晚于该日，请核对。",
        )


@rule("M11", "agreement", "error", "《人民调解法》第三十条")
def oral_in_force_at_once(agreement: Agreement, look: Look) -> Found:  # noqa: ARG001
    """An oral agreement is in force on the day it is reached."""
    agreed, effective = agreement.agreed_on, agreement.effective_on
    if agreement.form == _ORAL and agreed and effective and agreed != effective:
        yield "effective_on", "口头协议自达成之日起生效，生效日期应与协议日期相同，请改正。"


@rule("M13", "agreement", "warning", _LAW33)
def asked_in_time(agreement: Agreement, look: Look) -> Found:
    """The court is asked to confirm within thirty days of the agreement's effect."""
    start = in_force_on(agreement.effective_on, agreement.agreed_on)
    asked = agreement.confirmation_asked_on
    if start is None or asked is None:
        return
    days = look.number(CONFIRMATION_DAYS, start)
    if (asked - start).days <= days:
        return
    until = confirmation_until(look.terms, start)
    if asked > until:
        yield (
            "confirmation_asked_on",
            f"申请司法确认应在协议生效之日起 {days} 日内（至"
            f" {until.isoformat()}）共同提出，现已超过，请核对日期。",
        )


@rule("M13.1", "agreement", "note", _LAW33)
def ask_soon(agreement: Agreement, look: Look) -> Found:
    """The last days for asking the court are near, and asking may still matter."""
    start = in_force_on(agreement.effective_on, agreement.agreed_on)
    told = (agreement.confirmation, agreement.performance_state, agreement.performed_on)
    if start is None or agreement.confirms_status or not wants_confirmation(*told):
        return
    # Old agreements come by the thousand; no holiday is as long as that.
    if not 0 <= (look.today - start).days <= 2 * look.number(CONFIRMATION_DAYS, start):
        return
    until = confirmation_until(look.terms, start)
    if confirmation_reminded_on(look.terms, until) <= look.today <= until:
        left = (until - look.today).days
        yield "confirmation", f"申请司法确认还剩 {left} 天，当事人需要的请提醒共同申请。"


@rule("M14", "agreement", "warning", "法释〔2011〕5号第四条")
def status_is_not_confirmed(agreement: Agreement, look: Look) -> Found:  # noqa: ARG001
    """Courts do not confirm status, adoption or marriage."""
    if agreement.confirms_status and agreement.confirmation in _ASKED:
        yield "confirmation", "确认身份、收养、婚姻关系的协议，法院不受理司法确认申请，请核对。"


@rule("M15", "agreement", "warning", "《人民调解法》第三十一条")
def performance_watched(agreement: Agreement, look: Look) -> Found:
    """The committee watches that an agreement is performed."""
    due = agreement.due_on
    told = performance_told(agreement.performance_state, agreement.performed_on)
    if due is not None and due < look.today and not told:
        yield "performance_state", "履行期限已过，请督促并回访，填写协议履行情况。"


@rule("M17", "agreement", "warning", "人民调解文书日期顺序")
def dates_in_order(agreement: Agreement, look: Look) -> Found:  # noqa: ARG001
    """Agreement, application for confirmation and ruling follow one another."""
    agreed = agreement.agreed_on
    asked, ruled = agreement.confirmation_asked_on, agreement.ruled_on
    if agreed and asked and asked < agreed:
        yield "confirmation_asked_on", "司法确认申请日期早于协议日期，请核对。"
    if asked and ruled and ruled < asked:
        yield "ruled_on", "裁定日期早于司法确认申请日期，请核对。"
    if agreed and agreement.performed_on and agreement.performed_on < agreed:
        yield "performed_on", "履行日期早于协议日期，请核对。"


RULES: Final[tuple[Rule, ...]] = (
    in_force_when_sealed,
    in_force_on_the_last_day,
    oral_in_force_at_once,
    asked_in_time,
    ask_soon,
    status_is_not_confirmed,
    performance_watched,
    dates_in_order,
)
