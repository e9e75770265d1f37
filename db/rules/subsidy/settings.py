"""Checks SB20–SB24 on what an office keeps as standards and grading criteria."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.records.subsidy import GradingCriterion, SubsidyStandard
from db.rules.problem import Look, Rule, rule
from db.rules.subsidy.grading import FAILED

Found = Iterable[tuple[str, str]]

_LOCAL = "补助标准由当地制定（财行〔2007〕179号）"


@rule("SB20", "subsidy_standard", "error", _LOCAL)
def span_in_order(standard: SubsidyStandard, look: Look) -> Found:  # noqa: ARG001
    """A standard ends after it began."""
    if standard.valid_until is not None and standard.valid_until < standard.valid_from:
        yield "valid_until", "停止执行日期早于执行日期，请改正。"


@rule("SB21", "subsidy_standard", "error", _LOCAL)
def range_in_order(standard: SubsidyStandard, look: Look) -> Found:  # noqa: ARG001
    """The upper end of a range is not below its lower end."""
    if standard.most is not None and standard.most < standard.amount:
        yield "most", "最高金额低于补助金额，请改正。"


@rule("SB22", "subsidy_standard", "warning", _LOCAL)
def one_at_a_time(standard: SubsidyStandard, look: Look) -> Found:
    """No two standards for the same cases are in force at once."""
    same = ("level", "mediator_grade", "form")
    for other in look.find("subsidy_standard", grade=standard.grade):
        if other.id == standard.id or bool(other.unsuccessful) != bool(standard.unsuccessful):
            continue
        alike = all(getattr(other, name) == getattr(standard, name) for name in same)
        if alike and _overlap(standard, other):
            yield (
                "valid_from",
                "同一等级、同一范围已有时间重叠的补助标准，请给旧标准填写停止执行日期。",
            )
            return


def _overlap(one: SubsidyStandard, other: SubsidyStandard) -> bool:
    return (one.valid_until is None or one.valid_until >= other.valid_from) and (
        other.valid_until is None or other.valid_until >= one.valid_from
    )


@rule("SB23", "subsidy_standard", "error", _LOCAL)
def failure_is_said(standard: SubsidyStandard, look: Look) -> Found:  # noqa: ARG001
    """A standard for failed cases says that it is one."""
    if (standard.grade == FAILED) != bool(standard.unsuccessful):
        yield "unsuccessful", "“调解不成”等级与“适用于调解不成的案件”应一致，请核对。"


@rule("SB24", "grading_criterion", "warning", "难度认定标准由当地制定（各地补贴办法）")
def criterion_once(criterion: GradingCriterion, look: Look) -> Found:
    """A thing is measured for a grade once."""
    if not criterion.active:
        return
    others = look.find("grading_criterion", grade=criterion.grade, measure=criterion.measure)
    if any(
        one.id != criterion.id
        and one.active
        and set(one.dispute_types) == set(criterion.dispute_types)
        and (criterion.least is not None or _codes(one) == _codes(criterion))
        for one in others
    ):
        yield "measure", "同一等级已有衡量内容相同的认定标准，请核对是否重复登记。"


def _codes(one: GradingCriterion) -> frozenset[str]:
    return frozenset((*one.forecasts, *one.averted, *one.difficulties))


RULES: Final[tuple[Rule, ...]] = (
    span_in_order,
    range_in_order,
    one_at_a_time,
    failure_is_said,
    criterion_once,
)
