"""Grading: how hard a case was, by the criteria the office keeps, and what it is paid.

Source: mediation forms, section 8 (财行〔2007〕179号; grades and amounts are local).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from db.codes import code_list
from db.records.mediation_case import MediationCase
from db.records.subsidy import GradingCriterion, SubsidyStandard
from db.rules.problem import Look

USUAL: Final = "2"
ORAL: Final = "5"
FAILED: Final = "6"
_PETITION_OFFICE: Final = "6"
_ORAL_FORM: Final = "1"


@dataclass(frozen=True, slots=True)
class Grading:
    """The grade of a case and why: one sentence per criterion that made it so."""

    grade: str
    reasons: tuple[str, ...]

    @property
    def label(self) -> str:
        """Give the grade's name."""
        return code_list("subsidy_grade").label(self.grade)


def grade_of(case: MediationCase, look: Look) -> Grading:
    """Give the highest grade that a criterion in use gives the case; 一般 when none does.

    A case settled orally is 口头 where that is paid for itself and the case was no harder
    than usual. A case that failed is 调解不成.
    """
    met = [
        (criterion, told)
        for criterion in look.find("grading_criterion", active=True)
        if (told := how_met(criterion, case)) is not None
    ]
    if case.result == "2":
        return Grading(FAILED, tuple(told for one, told in met if one.grade == FAILED))
    on_scale = [one.grade for one, _ in met if rank_of(one.grade)]
    grade = max(on_scale, key=rank_of, default=USUAL)
    reasons = tuple(told for one, told in met if one.grade == grade)
    if case.form == _ORAL_FORM and rank_of(grade) <= rank_of(USUAL) and _oral_is_paid(case, look):
        return Grading(ORAL, ("口头协议案件",))
    return Grading(grade, reasons or ("未达到疑难、重大案件的认定标准",))


def rank_of(grade: str) -> int:
    """Give how high a grade is: 简单 1 … 重大 4; those beside the scale 0."""
    entry = code_list("subsidy_grade").entry(grade)
    return 0 if entry is None else int(entry.more.get("rank", "0"))


def standard_for(
    case: MediationCase, grade: str, look: Look, payee: Any = None
) -> SubsidyStandard | None:
    """Give the narrowest standard in force on the closing day, or None."""
    level = level_of(look.get("committee", case.committee))
    fitting = [
        one
        for one in look.find("subsidy_standard", grade=grade)
        if in_force(one, case.closed_on)
        and one.level in {"0", level}
        and one.form in {None, case.form}
        and one.mediator_grade in {None, getattr(payee, "grade", None)}
        and bool(one.unsuccessful) is (case.result == "2")
    ]
    return max(fitting, key=_narrowness, default=None)


def in_force(standard: SubsidyStandard, day: date | None) -> bool:
    """Say whether a standard applies to what was closed on a day."""
    if day is None or day < standard.valid_from:
        return False
    return standard.valid_until is None or day <= standard.valid_until


def level_of(committee: Any) -> str:
    """Give the level a committee is paid by: 村（居）, 乡镇（街道） or 其他."""
    kind = getattr(committee, "kind", "99")
    for entry in code_list("committee_level").entries:
        if kind in entry.more.get("kinds", "").split("|"):
            return entry.code
    return "3"


def _narrowness(standard: SubsidyStandard) -> tuple[bool, bool, bool, date]:
    return (
        standard.mediator_grade is not None,
        standard.form is not None,
        standard.level != "0",
        standard.valid_from,
    )


def _oral_is_paid(case: MediationCase, look: Look) -> bool:
    return standard_for(case, ORAL, look) is not None


def how_met(criterion: GradingCriterion, case: MediationCase) -> str | None:
    """Give in what the case meets a criterion, as a sentence, or None when it does not."""
    return _HOW[criterion.measure](criterion, case)


def _counted(label: str, value: int | Decimal | None, least: int | None, unit: str) -> str | None:
    if value is None or least is None or value < least:
        return None
    shown = f"{value:,.2f}".removesuffix(".00") if isinstance(value, Decimal) else str(value)
    return f"{label} {shown} {unit}，达到 {least:,} {unit}"


def _people(one: GradingCriterion, case: MediationCase) -> str | None:
    return _counted("涉及人数", case.people_involved, one.least, "人")


def _amount(one: GradingCriterion, case: MediationCase) -> str | None:
    return _counted("涉案金额", case.amount, one.least, "元")


def _agreed(one: GradingCriterion, case: MediationCase) -> str | None:
    total = sum((paper.amount for paper in case.agreements if paper.amount), Decimal(0))
    return _counted("协议金额", total, one.least, "元")


def _by_type(one: GradingCriterion, case: MediationCase) -> str | None:
    if case.dispute_type not in one.dispute_types:
        return None
    label = code_list("dispute_type").label(case.dispute_type)
    return _counted(f"{label}，涉及", case.people_involved, one.least, "人")


def _injured(one: GradingCriterion, case: MediationCase) -> str | None:
    if one.dispute_types and case.dispute_type not in one.dispute_types:
        return None
    return _counted("伤亡", case.injured, one.least, "人")


def _death(_: GradingCriterion, case: MediationCase) -> str | None:
    return "有非正常死亡" if case.death else None


def _forecast(one: GradingCriterion, case: MediationCase) -> str | None:
    if case.forecast is None or case.forecast not in one.forecasts:
        return None
    return f"案件预测为“{code_list('case_forecast').label(case.forecast)}”"


def _averted(one: GradingCriterion, case: MediationCase) -> str | None:
    found = [code for code in case.averted if code in one.averted]
    labels = "、".join(code_list("averted").label(code) for code in found)
    return f"成功{labels}" if found else None


def _assigned(_: GradingCriterion, case: MediationCase) -> str | None:
    if case.assigned_by:
        return f"由{case.assigned_by}交办"
    return "由信访部门委托移送" if case.source == _PETITION_OFFICE else None


def _difficulty(one: GradingCriterion, case: MediationCase) -> str | None:
    if case.difficulty is None or case.difficulty not in one.difficulties:
        return None
    return f"案件难度级别为“{code_list('case_difficulty').label(case.difficulty)}”"


_HOW: Final[dict[str, Callable[[GradingCriterion, MediationCase], str | None]]] = {
    "01": _people,
    "02": _amount,
    "03": _agreed,
    "04": _by_type,
    "05": _injured,
    "06": _death,
    "07": _forecast,
    "08": _averted,
    "09": _assigned,
    "10": _difficulty,
}
"""How each measure of the code list ``criterion_measure`` is taken."""
