"""What a case volume lacks, from the data alone: nothing is laid out, so it is quick.

This is check M18 of the mediation forms (the volume is complete), with what follows from how the
case went: an oral agreement, a failure, a letter that sent the case. A gap names the item of the
list of contents (a code of `volume_item`, "" for cover and back cover), and what would fill it: a
field of the record, and the paper that is printed from it where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.records.mediation_case import MediationCase
from db.records.volume import Volume
from db.rules.parameters import RETENTION_LONG, RETENTION_SHORT
from db.rules.terms import Terms

__all__ = ["Gap", "gaps_of_case", "gaps_of_volume", "kept_until"]

_FORMS = "卷内目录（必须件）"
_COVER = "调解卷宗封面"
_BACK = "案卷封底"
_ORAL, _WRITTEN = "1", "2"
_SENT_BY_OTHERS = ("3", "4", "5", "6", "7")
_LEGAL_REPRESENTATIVE = "06"
_STATEMENT = "13"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing a volume lacks: what, why it should be there, and what would bring it.

    severity: a warning is a piece that must be there; a note is one that is usual.
    """

    item: str
    what: str
    why: str
    field: str
    paper: str
    source: str
    severity: Literal["warning", "note"] = "warning"

    @property
    def sentence(self) -> str:
        """What is told to a person."""
        return f"{self.what}：{self.why}"


def gaps_of_case(case: MediationCase) -> tuple[Gap, ...]:
    """Give what the volume of a case lacks, in the order of the volume."""
    if case.voided:
        return ()
    found = [*_cover_gaps(case), *_opening_gaps(case), *_course_gaps(case), *_outcome_gaps(case)]
    if any(gap.item and gap.severity == "warning" for gap in found) and not case.volume_note:
        found.append(
            Gap(
                "13",
                "卷宗情况说明",
                "缺少必须的材料时，应在卷宗情况说明中写明原因",
                "volume_note",
                "volume_statement",
                "卷宗情况说明",
                "note",
            )
        )
    return tuple(found)


def gaps_of_volume(volume: Volume, cases: Sequence[MediationCase]) -> tuple[Gap, ...]:
    """Give what a volume of several cases lacks on its cover, and in each of its cases."""
    found = list(_filing_gaps(volume, "number"))
    if not cases:
        found.append(Gap("", "卷内案件", "卷内还没有案件", "cases", "", _COVER))
    for case in cases:
        name = case.number or case.volume_name or "未编号案件"
        found += [
            Gap(
                gap.item, f"{name}　{gap.what}", gap.why, gap.field, gap.paper, gap.source,
                gap.severity,
            )
            for gap in gaps_of_case(case)
            # One statement serves the whole volume.
            if gap.item and (gap.item, gap.severity) != (_STATEMENT, "note")
        ]  # fmt: skip
    return tuple(found)


def kept_until(terms: Terms, filed_on: date | None, retention: str | None) -> date | None:
    """Give the day on which a volume need no longer be kept; None: for ever, or not known.

    Counted in whole years from the year after filing, as archives count.
    """
    years = {"1": RETENTION_SHORT, "2": RETENTION_LONG}.get(retention or "")
    if filed_on is None or years is None:
        return None
    return date(min(filed_on.year + terms.number(years, filed_on), date.max.year), 12, 31)


def _cover_gaps(case: MediationCase) -> Iterator[Gap]:
    if not (case.volume_number or case.number):
        yield Gap("", "封面卷号", "案件还没有编号", "number", "case_cover", _COVER)
    if not case.mediators:
        yield Gap("", "封面人民调解员", "没有填人民调解员", "mediators", "case_cover", _COVER)
    yield from _filing_gaps(case, "")


def _filing_gaps(record: MediationCase | Volume, number: str) -> Iterator[Gap]:
    """What is filled in when a volume is filed."""
    if number and not getattr(record, number):
        yield Gap("", "封面卷号", "卷宗还没有编号", number, "case_cover", _COVER)
    for name, label in (
        ("filed_by", "立卷人"),
        ("filed_on", "立卷日期"),
        ("retention", "保管期限"),
    ):
        if not getattr(record, name):
            yield Gap("", f"封面{label}", f"没有填{label}", name, "case_cover", _COVER)
    if not record.reviewed_by:
        yield Gap("", "封底审核人", "没有填审核人", "reviewed_by", "back_cover", _BACK, "note")


def _has(case: MediationCase, code: str) -> bool:
    return any(one.item == code for one in case.attachments)


def _scan_of(case: MediationCase, *papers: str) -> bool:
    return any(one.paper in papers for one in case.attachments)


def _opening_gaps(case: MediationCase) -> Iterator[Gap]:
    """Items 1 to 5: acceptance, notice of rights, identity papers, agents."""
    if case.source in _SENT_BY_OTHERS and not _has(case, "14"):
        unit = case.source_unit or "移送（委托）单位"
        why = f"案件由{unit}移送（委托），应附来函"
        yield Gap(
            "14", "移送（委托）函", why, "attachments", "", "人民调解移送、委托（5.6）", "note"
        )
    if case.refusal_reason:
        if not any(one.kind == "2" for one in case.notices):
            why = "不予受理的案件应告知申请人"
            yield Gap(
                "14", "不予受理通知书", why, "notices", "refusal_notice", "人民调解工作若干规定"
            )
        return
    if case.rights_told_on is None and not _scan_of(case, "rights_notice") and not _has(case, "02"):
        yield Gap(
            "02",
            "权利义务告知书",
            "没有填告知权利义务日期",
            "rights_told_on",
            "rights_notice",
            _FORMS,
        )
    if not _has(case, "03"):
        why = "没有当事人身份证件（营业执照）复印件"
        yield Gap("03", "当事人身份证明", why, "attachments", "", _FORMS)
    if case.agents:
        yield from _agent_gaps(case)


def _agent_gaps(case: MediationCase) -> Iterator[Gap]:
    for agent in case.agents:
        if agent.kind == _LEGAL_REPRESENTATIVE and not _has(case, "04"):
            why = f"{agent.name}是法定代理人，应附关系证明"
            yield Gap("04", "法定代理人证明材料", why, "attachments", "", "卷内目录（S1 第三项）")
        elif agent.kind != _LEGAL_REPRESENTATIVE and not agent.powers:
            why = f"{agent.name}的委托权限没有填"
            yield Gap("04", "授权委托书", why, "agents", "power_of_attorney", "授权委托书")
    if not _has(case, "05"):
        why = "有代理人，没有代理人身份证件复印件"
        yield Gap("05", "代理人身份证明", why, "attachments", "", "卷内目录（S1 第四项）", "note")


def _course_gaps(case: MediationCase) -> Iterator[Gap]:
    """Items 6 to 8: exhibits that exist on paper only, and the record of mediation."""
    for one in case.attachments:
        if one.sha256 is None:
            why = "已登记，没有扫描件，装订时放入纸质件"
            yield Gap(one.item or "99", one.title, why, "attachments", "", "证据和附件", "note")
    if case.refusal_reason or case.withdrawal_reason or case.handed_to:
        return
    recorded = (
        case.sessions or case.minutes or _has(case, "08") or _scan_of(case, "mediation_record")
    )
    if not recorded and (case.result or case.mediated_on):
        yield Gap(
            "08", "人民调解记录", "没有登记各次调解记录", "sessions", "mediation_record",
            "《人民调解法》第二十七条；卷内目录（必须件）",
        )  # fmt: skip


def _outcome_gaps(case: MediationCase) -> Iterator[Gap]:
    """Items 9 to 13: what the outcome asks for."""
    if case.result == "1":
        yield from _success_gaps(case)
    elif case.result == "2":
        yield from _failure_gaps(case)
    if case.handed_to and not any(one.kind == "4" for one in case.notices):
        why = f"案件已移送{case.handed_to}，没有移送回执"
        yield Gap("14", "移送回执", why, "notices", "transfer_reply", "人民调解移送、委托", "note")
    ended = case.refusal_reason or case.withdrawal_reason or case.handed_to
    if ended and not case.volume_note:
        why = "没有达成协议的原因应写明"
        yield Gap(
            "13", "卷宗情况说明", why, "volume_note", "volume_statement", "卷宗情况说明", "note"
        )


def _success_gaps(case: MediationCase) -> Iterator[Gap]:
    papers = ("agreement", "oral_agreement")
    if not case.agreements and not _has(case, "09") and not _scan_of(case, *papers):
        oral = case.form == _ORAL
        what = "人民调解口头协议登记表" if oral else "人民调解协议书"
        law = "《人民调解法》第二十八条" + ("、第三十条" if oral else "、第二十九条")
        why = "调解成功，没有登记协议"
        yield Gap("09", what, why, "agreements", papers[oral], f"{law}；{_FORMS}")
    for agreement in case.agreements:
        later = agreement.due_on is not None and (
            agreement.agreed_on is None or agreement.due_on > agreement.agreed_on
        )
        if later and not case.follow_ups and not _has(case, "11"):
            why = "协议约定了履行期限，没有回访记录"
            yield Gap(
                "11", "人民调解回访记录", why, "follow_ups", "follow_up_record",
                "《人民调解法》第三十一条", "note",
            )  # fmt: skip
        if agreement.confirmation in {"2", "3"} and not _has(case, "12"):
            why = "法院已裁定，没有附裁定书"
            yield Gap("12", "司法确认裁定书", why, "attachments", "", "《人民调解法》第三十三条")


def _failure_gaps(case: MediationCase) -> Iterator[Gap]:
    if not any(one.kind == "3" for one in case.notices) and case.remedies_told_on is None:
        why = "调解不成应终止调解并告知其他救济途径"
        yield Gap(
            "08",
            "终止调解函",
            why,
            "notices",
            "termination_letter",
            "《人民调解法》第二十六条",
            "note",
        )
    if not case.volume_note:
        why = "调解不成，没有协议书，应在卷宗情况说明中写明"
        yield Gap("13", "卷宗情况说明", why, "volume_note", "volume_statement", "卷宗情况说明")
