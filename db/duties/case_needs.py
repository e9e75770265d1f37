"""What each step of a mediation case still lacks, and which papers the case calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

__all__ = [
    "NEEDS", "Lack", "day_of", "is_called_for", "is_oral", "papers_called_for", "why_idle",
]  # fmt: skip

_APPLIED = frozenset({None, "1", "3", "4", "5", "6", "7", "8", "9"})
_HANDED_OVER = frozenset({"3", "4", "5", "6", "7"})
_SUCCESS, _FAILURE, _ORAL, _WRITTEN = "1", "2", "1", "2"
_ENDED = frozenset({"05", "06", "07", "08"})
"""Refused, withdrawn, handed on, voided: what was to come is not called for any more."""
_PEOPLE = frozenset({None, "01"})
_EVIDENCE = "07"

_FORM: Final = "人民调解受理登记表"
_APPLICATION: Final = "人民调解申请书"
_TOLD: Final = "《人民调解工作若干规定》第三十条"
_LAW19: Final = "《人民调解法》第十九条"
_LAW26: Final = "《人民调解法》第二十六条"
_LAW27: Final = "《人民调解法》第二十七条"
_LAW28: Final = "《人民调解法》第二十八条"
_LAW29: Final = "《人民调解法》第二十九条"
_LAW31: Final = "《人民调解法》第三十一条"
_COVER: Final = "调解卷宗封面"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing still to fill in: the path of its field, what it is, why it is wanted."""

    field: str
    what: str
    source: str


def is_oral(case: Any) -> bool:
    """Say whether a case was settled by an oral agreement, or is entered as such a case."""
    forms = {one.form for one in case.agreements if one.form}
    return case.form == _ORAL or (not case.form and forms == {_ORAL})


def _lacking(owner: Any, prefix: str, rule: str, **wanted: str) -> Iterator[Lack]:
    """Give a lack for each of these fields that is empty; the value is what to call it."""
    for name, what in wanted.items():
        if getattr(owner, name) in (None, ()):
            yield Lack(f"{prefix}{name}", what, rule)


def _register(case: Any) -> Iterator[Lack]:
    sides = {party.side for party in case.parties if party.name}
    if len(case.parties) < 2 or not {"1", "2"} <= sides:
        yield Lack("parties", "双方当事人", _FORM)
    for place, party in enumerate(case.parties):
        name = party.name or f"第 {place + 1} 名当事人"
        yield from _lacking(
            party, f"parties[{place}].", "当事人栏（人民调解文书格式）",
            name="当事人姓名或名称", contact=f"{name}的联系方式", address=f"{name}的单位或住址",
        )  # fmt: skip
        if party.kind in _PEOPLE:
            yield from _lacking(
                party, f"parties[{place}].", "当事人栏（人民调解文书格式）",
                sex=f"{name}的性别", nation=f"{name}的民族",
            )  # fmt: skip
            if party.born_on is None and party.age is None:
                yield Lack(f"parties[{place}].born_on", f"{name}的年龄或出生日期", "当事人栏")
    yield from _lacking(case, "", _FORM, dispute_type="纠纷类型", source="案件来源",
                        summary="纠纷简要情况")  # fmt: skip
    if case.source in _APPLIED - {None} and not is_oral(case):
        yield from _lacking(
            case, "", _APPLICATION, applied_on="申请日期", requests="当事人申请事项"
        )


def _accept(case: Any) -> Iterator[Lack]:
    yield from _lacking(case, "", _FORM, committee="人民调解委员会", accepted_on="受理日期")
    if case.refusal_reason:
        yield from _lacking(case, "", "不予受理通知书", refused_on="不予受理日期")
        return
    yield from _lacking(case, "", _LAW19, mediators="人民调解员")
    if not is_oral(case):
        yield from _lacking(case, "", _FORM, registrar="登记人")
        yield from _lacking(case, "", _TOLD, rights_told_on="告知权利义务日期")


def _inquire(case: Any) -> Iterator[Lack]:
    for place, one in enumerate(case.inquiries):
        yield from _lacking(
            one, f"inquiries[{place}].", "人民调解调查记录", held_on="调查时间", place="调查地点",
            subject="被调查人", content="调查内容", recorder="记录人",
        )  # fmt: skip


def _mediate(case: Any) -> Iterator[Lack]:
    if not is_oral(case):
        if not case.sessions and (case.mediated_on is None or not case.minutes):
            yield Lack("sessions", "调解记录", _LAW27)
        for place, one in enumerate(case.sessions):
            yield from _lacking(
                one, f"sessions[{place}].", "人民调解记录", held_on="调解时间", place="调解地点",
                minutes="调解记录", result="本次调解结果", recorder="记录人",
            )  # fmt: skip
    yield from _lacking(case, "", "人民调解记录", result="调解结果")
    if case.result == _FAILURE:
        yield from _lacking(
            case, "", _LAW26, termination_reason="终止调解的原因",
            remedies_told_on="告知其他救济途径日期",
        )  # fmt: skip


def _agree(case: Any) -> Iterator[Lack]:
    if not case.agreements:
        yield Lack("agreements", "调解协议", _LAW28)
    for place, one in enumerate(case.agreements):
        prefix = f"agreements[{place}]."
        yield from _lacking(one, prefix, _LAW28, form="协议形式", terms="协议内容",
                            performance="履行方式、时限", agreed_on="协议日期")  # fmt: skip
        if one.form == _WRITTEN:
            yield from _lacking(
                one, prefix, _LAW29, number="协议编号", facts="纠纷主要事实、争议事项",
                copies="协议份数", parties_signed_on="当事人签名日期",
                mediator_signed_on="人民调解员签名日期", sealed_on="调委会盖章日期",
                effective_on="生效日期",
            )  # fmt: skip


def _perform(case: Any) -> Iterator[Lack]:
    for place, one in enumerate(case.agreements):
        yield from _lacking(one, f"agreements[{place}].", _LAW31,
                            performance_state="协议履行情况")  # fmt: skip


def _visit(case: Any) -> Iterator[Lack]:
    if not case.follow_ups:
        yield Lack("follow_ups", "回访记录", _LAW31)
    for place, one in enumerate(case.follow_ups):
        yield from _lacking(one, f"follow_ups[{place}].", "人民调解回访记录", visited_on="回访时间",
                            findings="回访情况", visitor="回访人")  # fmt: skip


def _confirm(case: Any) -> Iterator[Lack]:
    for place, one in enumerate(case.agreements):
        if one.confirmation in {"1", "2", "3"}:
            yield from _lacking(
                one, f"agreements[{place}].", "司法确认申请书",
                confirmation_asked_on="司法确认申请日期", confirmation_court="确认法院",
            )  # fmt: skip


def _file(case: Any) -> Iterator[Lack]:
    yield from _lacking(case, "", _COVER, filed_by="立卷人", filed_on="立卷日期",
                        retention="保管期限")  # fmt: skip
    if not is_oral(case):
        yield from _lacking(case, "", "案卷封底", reviewed_by="审核人")


NEEDS: Final[dict[str, Callable[[Any], Iterator[Lack]]]] = {
    "register": _register,
    "accept": _accept,
    "inquire": _inquire,
    "mediate": _mediate,
    "agree": _agree,
    "perform": _perform,
    "visit": _visit,
    "confirm": _confirm,
    "file": _file,
}
"""Step → what the case lacks at it."""


def _is_over(case: Any) -> bool:
    return case.state in _ENDED or bool(case.refusal_reason)


def is_called_for(name: str, case: Any) -> bool:
    """Say whether a step is to be done in this case at all."""
    if name in {"register", "accept"}:
        return True
    if _is_over(case):
        return name == "file" and case.state != "08"
    agreed = bool(case.agreements) or case.result == _SUCCESS
    if name == "inquire":
        return bool(case.inquiries) or any(one.item == _EVIDENCE for one in case.attachments)
    if name == "agree":
        return case.result != _FAILURE
    if name == "perform":
        return agreed and case.result != _FAILURE
    if name == "visit":
        later = any(one.due_on and one.due_on != one.agreed_on for one in case.agreements)
        return bool(case.follow_ups) or later
    if name == "confirm":
        return any(one.effective_on or one.confirmation for one in case.agreements)
    return True


def why_idle(name: str, case: Any) -> str:
    """Say in a word why a step is not called for."""
    if _is_over(case):
        return {"05": "不予受理", "06": "已撤回", "07": "已移送", "08": "已作废"}.get(
            str(case.state), "不予受理"
        )
    if name in {"agree", "perform"}:
        return "调解不成" if case.result == _FAILURE else "尚无协议"
    return {"inquire": "按需", "visit": "按需", "confirm": "按需"}.get(name, "")


def day_of(name: str, case: Any) -> date | None:
    """Give the day a step was done, for the word beside it."""
    agreements = case.agreements
    first: Any = agreements[0] if agreements else None
    visits = [one.visited_on for one in case.follow_ups if one.visited_on]
    days: dict[str, date | None] = {
        "register": case.applied_on or case.accepted_on,
        "accept": case.refused_on or case.accepted_on,
        "inquire": max((one.held_on for one in case.inquiries if one.held_on), default=None),
        "mediate": case.mediated_until or case.mediated_on or case.closed_on,
        "agree": first.agreed_on if first else None,
        "perform": first.performed_on if first else None,
        "visit": max(visits, default=None),
        "confirm": first.confirmation_asked_on if first else None,
        "file": case.filed_on,
    }
    return days[name]


def papers_called_for(case: Any) -> tuple[str, ...]:
    """Give the papers a case has a use for, in the order of its life.

    A paper that exists only when something happened (an application, a refusal, a failed
    mediation) is left out of every other case.
    """
    kinds = {one.kind for one in case.notices}
    failed, agreed = case.result == _FAILURE, case.result != _FAILURE
    forms = {one.form for one in case.agreements}
    wanted = (
        ("application", case.source in _APPLIED),
        ("power_of_attorney", any(one.kind != "06" for one in case.agents)),
        ("case_registration", not case.refusal_reason),
        ("rights_notice", not case.refusal_reason),
        ("acceptance_notice", "1" in kinds),
        ("refusal_notice", bool(case.refusal_reason) or "2" in kinds),
        ("inquiry_record", bool(case.inquiries)),
        ("evidence_list", any(one.item == _EVIDENCE for one in case.attachments)),
        ("mediation_record", not case.refusal_reason and not is_oral(case)),
        ("termination_letter", failed or "3" in kinds),
        ("transfer_reply", case.source in _HANDED_OVER or "4" in kinds),
        ("agreement", agreed and not case.refusal_reason and not is_oral(case)),
        ("oral_agreement", is_oral(case) or _ORAL in forms),
        ("follow_up_record", bool(case.follow_ups) or bool(case.agreements)),
        ("confirmation_application", any(one.effective_on for one in case.agreements)),
        ("case_cover", True),
        ("case_catalogue", True),
        ("closing_report", bool(case.result)),
        ("volume_statement", bool(case.volume_note) or failed),
        ("back_cover", True),
    )
    return tuple(name for name, is_wanted in wanted if is_wanted)
