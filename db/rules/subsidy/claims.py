"""Checks SB1–SB12 on the claim of a subsidy (财行〔2007〕179号; mediation forms, section 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final

from db.codes import code_list
from db.periods import Period
from db.records.mediation_case import MediationCase
from db.records.subsidy import Subsidy
from db.rules.problem import Look, Rule, rule
from db.rules.subsidy import entitlement
from db.rules.subsidy.entitlement import PAID, REFUSED, payee_objections
from db.rules.subsidy.grading import grade_of, rank_of, standard_for

Found = Iterable[tuple[str, str]]

_BASE = "财行〔2007〕179号；一案一补（双柏县、砚山县等补贴办法）"
_WHO = "谁调解，补助谁（砚山县等补贴办法）"
_ON_RECORD = "调解员须在司法局备案（双柏县、潮州市补贴办法）"
_OFFICIAL = "在职国家公职人员不领补贴（潮州市补贴办法）"
_CONDITIONS = "一案卷（登记）、调解成功、协议履行（各地补贴办法）"
_LOCAL = "当地补助标准和难度认定标准"
_FLOW = "申报、初审、复核、发放（永川区、重庆高新区补贴办法）"


@rule("SB1", "subsidy", "error", _BASE)
def paid_once(claim: Subsidy, look: Look) -> Found:
    """A case is paid once, however often and by however many it was mediated."""
    if claim.state == REFUSED:
        return
    for other in look.find("subsidy", case=claim.case):
        if other.id != claim.id and other.state not in {PAID, REFUSED}:
            when = f"{other.year}年第{other.quarter}季度"
            yield "case", f"这件案件已在{when}申报过；一案只补一次，请删去重复的申报。"
            return


@rule("SB2", "subsidy", "error", _BASE)
def not_after_payment(claim: Subsidy, look: Look) -> Found:
    """A case that was paid is not claimed again."""
    if claim.state == REFUSED:
        return
    for other in look.find("subsidy", case=claim.case, state=PAID):
        if other.id != claim.id:
            day = f"，发放日期 {other.paid_on}" if other.paid_on else ""
            yield "case", f"这件案件的补贴已经发放{day}，不能再次申报。"
            return


def _case_of(claim: Subsidy, look: Look) -> MediationCase | None:
    """Give the claim's case; None when it is not to be paid, for then nothing is asked of it."""
    return None if claim.state == REFUSED else look.get("mediation_case", claim.case)


def _of_payee(claim: Subsidy, look: Look, kind: str, field: str = "payee") -> Found:
    case = _case_of(claim, look)
    if case is None:
        return
    for which, sentence in payee_objections(case, claim.payee, look):
        if which == kind:
            yield field, f"领取人{sentence}，请核对。"


@rule("SB3", "subsidy", "error", _WHO)
def payee_mediated(claim: Subsidy, look: Look) -> Found:
    """Only who mediated the case is paid for it."""
    yield from _of_payee(claim, look, "other")


@rule("SB4", "subsidy", "error", _ON_RECORD)
def payee_on_record(claim: Subsidy, look: Look) -> Found:
    """The mediator was engaged when the case was mediated, and the bureau knows it."""
    yield from _of_payee(claim, look, "record")


@rule("SB5", "subsidy", "error", _OFFICIAL)
def payee_no_official(claim: Subsidy, look: Look) -> Found:
    """A serving state official is not paid."""
    yield from _of_payee(claim, look, "official")


@rule("SB6", "subsidy", "error", "人民调解受案范围（各地补贴办法）")
def case_in_scope(claim: Subsidy, look: Look) -> Found:
    """Administrative and judicial mediation and unclosed cases are not paid."""
    case = _case_of(claim, look)
    for sentence in () if case is None else entitlement.outside_scope(case):
        yield "case", f"{sentence}，不能申报。"


@rule("SB7", "subsidy", "error", _CONDITIONS)
def case_settled(claim: Subsidy, look: Look) -> Found:
    """The mediation succeeded, or a standard in force pays unsuccessful work."""
    case = _case_of(claim, look)
    for sentence in () if case is None else entitlement.not_settled(case, look):
        yield "case", f"{sentence}，不能申报。"


@rule("SB8", "subsidy", "error", _CONDITIONS)
def agreement_performed(claim: Subsidy, look: Look) -> Found:
    """The agreement was performed."""
    case = _case_of(claim, look)
    for sentence in () if case is None else entitlement.not_performed(case):
        yield "case", f"{sentence}，请在案件里登记履行情况后再申报。"


@rule("SB9", "subsidy", "error", _CONDITIONS)
def volume_complete(claim: Subsidy, look: Look) -> Found:
    """Nothing is payable without a complete volume."""
    case = _case_of(claim, look)
    for sentence in () if case is None else entitlement.incomplete(case, look):
        yield "case", f"{sentence}。请补齐后再申报。"


@rule("SB10", "subsidy", "error", _LOCAL)
def amount_in_standard(claim: Subsidy, look: Look) -> Found:
    """The amount is that of the standard in force when the case was closed."""
    case = _case_of(claim, look)
    if case is None:
        return
    standard = standard_for(case, claim.grade, look, look.get("mediator", claim.payee))
    if standard is None:
        label = code_list("subsidy_grade").label(claim.grade)
        yield "grade", f"结案时没有“{label}”等级的补助标准，请核对等级，或先登记补助标准。"
        return
    most = max(standard.amount, standard.most or standard.amount)
    if not standard.amount <= claim.amount <= most:
        range_words = f"{standard.amount}" if most == standard.amount else (
            f"{standard.amount}至{most}"
        )  # fmt: skip
        yield "amount", f"金额与补助标准不符，这一等级每件 {range_words} 元，请改正。"


@rule("SB10.1", "subsidy", "warning", _LOCAL)
def grade_fits_criteria(claim: Subsidy, look: Look) -> Found:
    """The grade claimed is not above what the criteria give."""
    case = _case_of(claim, look)
    if case is None:
        return
    found = grade_of(case, look)
    if rank_of(claim.grade) > max(rank_of(found.grade), 2) and not claim.reasons:
        yield "grade", f"按难度认定标准这件案件为“{found.label}”，请写明定级理由或改正等级。"


@rule("SB11", "subsidy", "error", _FLOW)
def claimed_after_closing(claim: Subsidy, look: Look) -> Found:
    """A case is claimed in the quarter of its closing or later."""
    case = _case_of(claim, look)
    if case is None or case.closed_on is None:
        return
    if Period("quarter", claim.year, claim.quarter).last < case.closed_on:
        quarter = Period.containing(case.closed_on, "quarter").label
        yield "quarter", f"案件在{quarter}结案，不能在更早的季度申报，请改正。"


@rule("SB12", "subsidy", "warning", _FLOW)
def steps_in_order(claim: Subsidy, look: Look) -> Found:  # noqa: ARG001
    """Claim, first check, review and payment follow one another."""
    steps: list[tuple[str, str, date | None]] = [
        ("claimed_on", "申报日期", claim.claimed_on),
        ("committee_opinion_on", "调委会意见日期", claim.committee_opinion_on),
        ("office_opinion_on", "司法所初审日期", claim.office_opinion_on),
        ("bureau_opinion_on", "司法局复核日期", claim.bureau_opinion_on),
        ("paid_on", "发放日期", claim.paid_on),
    ]
    known = [(name, label, day) for name, label, day in steps if day is not None]
    for (_, before, first), (name, label, day) in pairwise(known):
        if day < first:
            yield name, f"{label}早于{before}，请核对。"
    if claim.paid_on is not None and claim.state != PAID:
        yield "state", "已填发放日期，申报状态应为已发放，请核对。"


RULES: Final[tuple[Rule, ...]] = (
    paid_once,
    not_after_payment,
    payee_mediated,
    payee_on_record,
    payee_no_official,
    case_in_scope,
    case_settled,
    agreement_performed,
    volume_complete,
    amount_in_standard,
    grade_fits_criteria,
    claimed_after_closing,
    steps_in_order,
)
