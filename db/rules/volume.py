"""Checks J1–J4 on several cases in one volume (mediation forms 4.2), and M18 on a filed case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from db.records.mediation_case import MediationCase
from db.records.volume import Volume
from db.rules.problem import Look, Rule, rule
from db.rules.volume_gaps import gaps_of_case

Found = Iterable[tuple[str, str]]

MANY = "2"
"""Code of 多案一卷."""
_ORAL = "1"
_SOURCE = "人民调解立卷（一案一卷；简易、口头案件可多案一卷）"


def _cases(volume: Volume, look: Look) -> list[Any]:
    found = (look.get("mediation_case", one) for one in volume.cases)
    return [case for case in found if case is not None]


def _called(case: Any) -> str:
    return f"“{case.number or case.volume_name or '未编号案件'}”"


@rule("J1", "volume", "warning", _SOURCE)
def many_cases_are_oral(volume: Volume, look: Look) -> Found:
    """Only cases settled by an oral agreement share a volume; others have their own."""
    if volume.kind != MANY:
        if len(volume.cases) > 1:
            yield "cases", "一案一卷只装一个案件，几案合订请把立卷方式改为“多案一卷”。"
        return
    wrong = [_called(case) for case in _cases(volume, look) if case.form != _ORAL]
    if wrong:
        yield (
            "cases",
            f"{'、'.join(wrong[:5])}不是口头协议案件，应一案一卷单独立卷，请从本卷移出。",
        )


@rule("J2", "volume", "error", _SOURCE)
def cases_of_one_committee(volume: Volume, look: Look) -> Found:
    """The cases of a volume were mediated by the committee on its cover."""
    wrong = [_called(case) for case in _cases(volume, look) if case.committee != volume.committee]
    if wrong:
        yield "cases", f"{'、'.join(wrong[:5])}不是本卷封面上的调委会调解的，请从本卷移出。"


@rule("J3", "volume", "error", _SOURCE)
def case_in_one_volume(volume: Volume, look: Look) -> Found:
    """A case is bound once."""
    for other in look.find("volume", committee=volume.committee):
        if other.id == volume.id:
            continue
        twice = set(other.cases) & set(volume.cases)
        wrong = [_called(case) for case in _cases(volume, look) if case.id in twice]
        if wrong:
            name = other.number or other.name
            yield "cases", f"{'、'.join(wrong[:5])}已装入卷宗“{name}”，一个案件只能装入一卷。"


@rule("J4", "volume", "warning", "人民调解文书日期顺序（立卷在结案之后）")
def filed_after_closing(volume: Volume, look: Look) -> Found:
    """A volume is filed after the last of its cases was closed."""
    if volume.filed_on is None:
        return
    for case in _cases(volume, look):
        if case.closed_on is None:
            yield "filed_on", f"{_called(case)}尚未结案，结案后再立卷。"
        elif case.closed_on > volume.filed_on:
            yield "filed_on", f"立卷日期早于{_called(case)}的结案日期，请核对。"


@rule("M18", "mediation_case", "warning", "卷内目录（必须件）")
def volume_is_complete(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A filed volume holds every required piece, or its statement says why one is missing."""
    if case.filed_on is None or case.volume_note:
        return
    lacking = [gap.what for gap in gaps_of_case(case) if gap.item and gap.severity == "warning"]
    if lacking:
        yield (
            "volume_note",
            f"已立卷，卷内还缺{'、'.join(lacking)}，请补齐，或在卷宗情况说明中写明原因。",
        )


RULES: Final[tuple[Rule, ...]] = (
    many_cases_are_oral,
    cases_of_one_committee,
    case_in_one_volume,
    filed_after_closing,
    volume_is_complete,
)
