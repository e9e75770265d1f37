"""What is missing in a case's volume, judged from the data: nothing is payable without it."""

from __future__ import annotations

from collections.abc import Iterator

from db.records.mediation_case import MediationCase


def volume_gaps(case: MediationCase) -> list[str]:
    """Give the required pieces the volume lacks, as words; empty when it is complete.

    The required pieces of the catalogue (mediation forms 3.2, variant A) as far as the
    ledger knows them. The one place to change when volumes are judged elsewhere.
    """
    return list(_gaps(case))


def _gaps(case: MediationCase) -> Iterator[str]:
    if not case.summary:
        yield "受理登记表的纠纷简要情况"
    if case.rights_told_on is None:
        yield "权利义务告知书（告知日期）"
    if not case.minutes and not any(one.minutes for one in case.sessions):
        yield "调解记录"
    if case.result == "1":
        yield from _of_agreement(case)
    if case.filed_on is None:
        yield "立卷日期"


def _of_agreement(case: MediationCase) -> Iterator[str]:
    if not case.agreements:
        yield "调解协议书或口头协议登记表"
    for paper in case.agreements:
        if not paper.terms:
            yield "协议内容"
        if paper.form != "1" and (paper.parties_signed_on is None or paper.sealed_on is None):
            yield "协议书的当事人签名日期、调委会盖章日期"
