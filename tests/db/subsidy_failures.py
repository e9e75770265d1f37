"""For every rule of subsidies a claim, standard or criterion that breaks it."""

from __future__ import annotations

from typing import Any

from tests.db.rule_failures import Failure, Given
from tests.examples import EXAMPLES

AGREEMENT: Given = EXAMPLES["mediation_case"]["调解协议"][0]
NOT_YET_PAID: Given = {"申报状态": "申报", "发放日期": ""}


def claim(number: str, **changes: Any) -> Failure:
    """A failing claim."""
    return Failure(number, "subsidy", changes)


def beside(number: str, type_name: str, **changes: Any) -> Failure:
    """A claim that fails because of what another record says."""
    return Failure(
        number, "subsidy", {}, instead={type_name: changes}, without="subsidy", as_new=True
    )


def standard(number: str, **changes: Any) -> Failure:
    """A failing standard."""
    return Failure(number, "subsidy_standard", changes)


SUBSIDY_FAILURES = (
    Failure("SB1", "subsidy", {}, instead={"subsidy": NOT_YET_PAID}, as_new=True),
    Failure("SB2", "subsidy", NOT_YET_PAID, as_new=True),
    claim("SB3", 领取人="410199000000200"),
    beside(
        "SB4", "mediator", 聘用起始日期="2026-01-21", 变动日期="2026-01-21", 备案日期="2026-01-25"
    ),
    beside("SB5", "李惠民", 身份职业="公务员"),
    beside("SB6", "mediation_case", 已作废="是", 作废原因="重复登记"),
    beside("SB7", "mediation_case", 调解结果="调解不成功", 调解协议=[], 各次调解记录=[]),
    beside("SB8", "mediation_case", 调解协议=[{**AGREEMENT, "协议履行情况": "其他"}]),
    beside("SB9", "mediation_case", 立卷日期=""),
    claim("SB10", 申报金额="500.00"),
    claim("SB10.1", 申报等级="重大", 定级理由=""),
    claim("SB11", 申报年度=2025, 申报季度=4),
    claim("SB12", 司法局复核日期="2026-03-01"),
    standard("SB20", 停止执行日期="2024-12-31"),
    standard("SB21", 最高金额="50.00"),
    Failure("SB22", "subsidy_standard", {}, as_new=True),
    standard("SB23", 适用于调解不成的案件="是"),
    Failure("SB24", "grading_criterion", {}, as_new=True),
)
