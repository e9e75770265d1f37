"""What is missing in a case's volume, judged from the data: nothing is payable without it."""

from __future__ import annotations

from collections.abc import Iterator

from db.records.mediation_case import MediationCase
from db.rules.problem import Look
from db.rules.volume_gaps import gaps_of_case

_JUDGED_HERE = ("01", "02", "08", "09")
"""Pieces told in words of their own below: registration, notice, record, agreement."""


def volume_gaps(case: MediationCase, look: Look) -> list[str]:
    """Give the required pieces the volume lacks, as words; empty when it is complete.

    The required pieces of the catalogue (check M18), unless the statement of the volume
    says why one is missing; beside them what makes an agreement one that was signed, and
    that the volume was filed at all.
    """
    return [*_pieces(case), *_gaps(case, look)]


def _pieces(case: MediationCase) -> Iterator[str]:
    if case.volume_note:
        return
    for gap in gaps_of_case(case):
        if gap.item and gap.severity == "warning" and gap.item not in _JUDGED_HERE:
            yield gap.what


def _gaps(case: MediationCase, look: Look) -> Iterator[str]:
    there = {one.item for one in case.attachments}
    if not case.summary and "01" not in there:
        yield "受理登记表的纠纷简要情况"
    if case.rights_told_on is None and "02" not in there:
        yield "权利义务告知书（告知日期）"
    told = bool(case.minutes) or any(one.minutes for one in case.sessions)
    if not told and "08" not in there:
        yield "调解记录"
    if case.result == "1":
        yield from _of_agreement(case, signed="09" in there)
    if case.filed_on is None and not _is_bound(case, look):
        yield "立卷日期"


def _is_bound(case: MediationCase, look: Look) -> bool:
    """Say whether the case was filed in a volume of several cases."""
    return any(volume.filed_on for volume in look.find("volume") if case.id in volume.cases)


def _of_agreement(case: MediationCase, *, signed: bool) -> Iterator[str]:
    if not case.agreements and not signed:
        yield "调解协议书或口头协议登记表"
    for paper in () if signed else case.agreements:
        if not paper.terms:
            yield "协议内容"
        if paper.form != "1" and (paper.parties_signed_on is None or paper.sealed_on is None):
            yield "协议书的当事人签名日期、调委会盖章日期"
