"""Checks N1–N6: a numbering rule can be read, does not repeat itself, and stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from db.numbering import CODE, YEAR, pattern_fault
from db.records.numbering import Numbering
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_OURS = "调解卷宗封面卷号、协议书编号（一号一用）"
_CAN_FOLLOW_CASE = ("02", "03")


@rule("N1", "numbering", "error", _OURS)
def pattern_can_be_read(one: Numbering, look: Look) -> Found:  # noqa: ARG001
    """A pattern has known placeholders only, and one running number."""
    if one.pattern and (fault := pattern_fault(one.pattern)):
        yield "pattern", fault


@rule("N2", "numbering", "error", _OURS)
def a_new_year_shows(one: Numbering, look: Look) -> Found:  # noqa: ARG001
    """What begins again every year has the year in it, or numbers would repeat."""
    if one.pattern and one.yearly is not False and YEAR not in one.pattern:
        yield "pattern", f"每年重新编号的格式里要有 {YEAR}，否则明年的号会重复，请补上。"


@rule("N3", "numbering", "error", _OURS)
def only_volume_and_agreement_follow_the_case(one: Numbering, look: Look) -> Found:  # noqa: ARG001
    """Only volumes and agreements may bear the number of their case."""
    if one.same_as_case and one.kind not in _CAN_FOLLOW_CASE:
        yield "same_as_case", "只有卷号和协议编号可以与案号相同，请改填编号格式。"


@rule("N4", "numbering", "error", "日期顺序")
def ends_after_it_begins(one: Numbering, look: Look) -> Found:  # noqa: ARG001
    """A rule ends after it begins."""
    if one.since and one.until and one.until < one.since:
        yield "until", "停用日期早于启用日期，请核对。"


@rule("N5", "numbering", "warning", _OURS)
def one_rule_at_a_time(one: Numbering, look: Look) -> Found:
    """For a kind, a committee and a day there is one rule."""
    for other in look.find("numbering", kind=one.kind):
        if other.id != one.id and other.committee == one.committee and _overlap(one, other):
            yield "since", "同一种类、同一范围在这段日期已有编号规则，请先给原来的规则填停用日期。"
            return


@rule("N6", "numbering", "note", _OURS)
def committees_share_a_row(one: Numbering, look: Look) -> Found:  # noqa: ARG001
    """Without the committee's code all committees number in one row."""
    if one.pattern and one.committee is None and CODE not in one.pattern:
        yield "pattern", f"格式里没有 {CODE}，各调委会将共用一串序号。"


def _overlap(one: Numbering, other: Numbering) -> bool:
    begins = max(one.since or date.min, other.since or date.min)
    return begins <= min(one.until or date.max, other.until or date.max)


RULES: Final[tuple[Rule, ...]] = (
    pattern_can_be_read,
    a_new_year_shows,
    only_volume_and_agreement_follow_the_case,
    ends_after_it_begins,
    one_rule_at_a_time,
    committees_share_a_row,
)
