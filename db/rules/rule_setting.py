"""Checks S1–S3 on 规则参数: one value a day, one that means something, and its document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.records.rule_setting import RuleSetting
from db.rules.parameters import ALL_PARAMETERS
from db.rules.problem import Look, Rule, rule
from db.rules.terms import SETTING

Found = Iterable[tuple[str, str]]

_OURS = "规则参数台账（数据一致性核对）"


@rule("S1", SETTING, "warning", _OURS)
def set_once(setting: RuleSetting, look: Look) -> Found:
    """A number has one value for a day; of two the one entered later holds."""
    for other in look.find(SETTING, parameter=setting.parameter):
        if other.id != setting.id and other.valid_from == setting.valid_from:
            yield (
                "valid_from",
                f"同一起用日期已登记过这个参数（{other.value}），以后登记的为准，"
                "请改原来的记录，或另填起用日期。",
            )
            return


@rule("S2", SETTING, "error", _OURS)
def means_something(setting: RuleSetting, look: Look) -> Found:  # noqa: ARG001
    """A number is not less than what the check can work with."""
    for parameter in ALL_PARAMETERS:
        if parameter.name == setting.parameter and setting.value < parameter.least:
            least = f"{parameter.least} {parameter.unit}"
            yield "value", f"“{parameter.label}”不能少于 {least}，请改正数值。"


@rule("S3", SETTING, "warning", "各地规定（可调整）")
def document_named(setting: RuleSetting, look: Look) -> Found:  # noqa: ARG001
    """An office's own number rests on a document."""
    if not setting.source:
        yield "source", "没有填依据，请填写规定这个数的文件和条款，提醒和检查结果会一并显示。"


RULES: Final[tuple[Rule, ...]] = (set_once, means_something, document_named)
