"""Checks M1–M6, M8, M9, M12, M16 and M19 on a mediation case.

M7, M15.1 and M17 concern its days and stand in ``db.rules.case_dates``; M10, M11, M13–M15
concern one agreement and stand in ``db.rules.agreement``; M18 (the volume is complete)
stands in ``db.rules.volume`` and, piece by piece, in ``db.rules.volume_gaps``. That the parts of a case fit one another
is checked in ``db.rules.case_consistency``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from db.records.mediation_case import MediationCase
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_HANDED_OVER = ("3", "4", "5", "6", "7")
_RISKS = ("2", "3", "4", "5")
_CRIMES = ("3", "5")
_WRITTEN = "2"


@rule("M1", "mediation_case", "error", "《人民调解法》第十七条")
def not_after_refusal(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """No mediation once a party has clearly refused."""
    mediated = case.mediated_on is not None or case.result == "1" or bool(case.agreements)
    if case.parties_agree is False and mediated:
        yield (
            "parties_agree",
            "当事人明确拒绝调解的，不得调解；这里又有调解日期、调解成功或调解协议，"
            "请核对其中一项。",
        )


@rule("M2", "mediation_case", "error", "《人民调解工作若干规定》第二十二条")
def not_settled_elsewhere(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """What a court or an authority has taken up is not accepted, unless it entrusts it.

    Whether the law reserves a matter to a special body or forbids private mediation, no
    field can tell; such a case gets its reason of refusal (不予受理的原因).
    """
    if (
        case.settled_elsewhere
        and case.source not in _HANDED_OVER
        and case.refusal_reason is None
        and not case.voided
    ):
        yield (
            "settled_elsewhere",
            "法院、公安机关或者其他行政机关已受理或解决的纠纷不得受理，"
            "请填写不予受理的原因，或把案件来源改为委托移送。",
        )


@rule("M3", "mediation_case", "warning", "《人民调解工作若干规定》（管辖）")
def competent_committee(case: MediationCase, look: Look) -> Found:
    """A village committee mediates what happened in its village, or whose parties live there.

    An address that names the village is taken for living or working there.
    """
    if case.village is None:
        return
    committee = look.get("committee", case.committee)
    if (
        committee is not None
        and committee.kind in {"01", "02"}
        and committee.village is not None
        and committee.village != case.village
        and not _has_party_of(case, look.get("village", committee.village))
    ):
        yield (
            "committee",
            "纠纷发生地不在这个村（居）调委会所在的村（社区），当事人的地址也不在，"
            "跨区域的纠纷由乡镇（街道）调委会调解或共同调解，请核对。",
        )


def _has_party_of(case: MediationCase, village: Any) -> bool:
    name = village.name if village is not None else ""
    return bool(name) and any(name in (party.address or "") for party in case.parties)


@rule("M4", "mediation_case", "warning", "《人民调解工作若干规定》第三十条")
def told_before_mediating(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """The parties are told their rights and duties before mediation."""
    told, mediated = case.rights_told_on, case.mediated_on
    if told is not None and mediated is not None and told > mediated:
        yield "rights_told_on", "告知权利义务应在调解之前，现晚于调解日期，请核对。"


@rule("M5", "mediation_case", "warning", "《人民调解法》第十九条")
def has_mediator(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A case that was mediated has a mediator."""
    if not case.mediators and (case.mediated_on is not None or case.result is not None):
        yield "mediators", "没有填人民调解员，请选指定或当事人选择的一名或几名调解员。"


@rule("M6", "mediation_case", "warning", "《人民调解法》第二十条")
def invited_by_consent(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """Others are invited to take part only with the parties' consent."""
    if case.participants and case.participants_agreed is False:
        yield "participants_agreed", "邀请他人参加调解须征得当事人同意，请补征同意或删去参加人。"


@rule("M8", "mediation_case", "warning", "《人民调解法》第二十六条")
def failure_told(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """When mediation fails the parties are told their other remedies.

    The law demands it, but a day not entered does not prove that nobody was told, and the
    failed case must be kept before the telling: hence a warning and a duty, no error.
    """
    if case.result == "2" and case.remedies_told_on is None and not case.voided:
        yield (
            "remedies_told_on",
            "调解不成的应终止调解，并告知当事人可通过仲裁、行政、司法等途径维权，"
            "告知后请填写日期。",
        )


@rule("M9", "mediation_case", "warning", "《人民调解法》第二十五条")
def risk_is_met(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A dispute that may escalate has precautions or was reported."""
    if case.forecast in _RISKS and not case.precautions and case.reported_on is None:
        yield "precautions", "纠纷有激化可能，请采取防范措施并记录，必要时报告公安机关等部门。"


@rule("M9.1", "mediation_case", "warning", "《人民调解法》第二十五条")
def crime_is_reported(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A dispute that may become a matter of public order or crime is reported in time."""
    if case.forecast in _CRIMES and case.reported_on is None and not case.voided:
        yield (
            "reported_on",
            "可能引起治安案件、刑事案件的纠纷，应当及时向当地公安机关或者其他有关部门报告，"
            "报告后请填写日期。",
        )


def _copies_least(case: MediationCase) -> int:
    """Give the least copies: two sides (a third party may share) and the committee.

    The law speaks of 各方当事人; fewer copies than sides break it for certain (M12, error),
    fewer than parties may be one household's choice (M12.1, warning).
    """
    return min(len({party.side for party in case.parties}), 2) + 1


@rule("M12", "mediation_case", "error", "《人民调解法》第二十九条")
def copies_for_all_sides(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A written agreement has a copy for each side and one for the committee."""
    least = _copies_least(case)
    for place, agreement in enumerate(case.agreements):
        copies = agreement.copies
        if copies is not None and agreement.form == _WRITTEN and copies < least:
            yield (
                f"agreements[{place}].copies",
                f"协议由各方当事人和调委会各持一份，至少 {least} 份，现为 {copies} 份，请改正。",
            )


@rule("M12.1", "mediation_case", "warning", "《人民调解法》第二十九条")
def copies_for_all_parties(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A written agreement should have a copy for each party and one for the committee."""
    least = _copies_least(case)
    needed = len(case.parties) + 1
    for place, agreement in enumerate(case.agreements):
        copies = agreement.copies
        if copies is not None and agreement.form == _WRITTEN and least <= copies < needed:
            yield (
                f"agreements[{place}].copies",
                f"每名当事人和调委会各持一份应为 {needed} 份，现为 {copies} 份，请核对。",
            )


@rule("M16", "mediation_case", "error", "《人民调解法》第四条")
def no_fee(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """Mediation costs nothing."""
    if case.fee:
        yield "fee", "人民调解委员会调解民间纠纷不收取任何费用，请退还已收费用并清空这一栏。"


@rule("M19", "mediation_case", "warning", "人民调解回避（当事人不得调解自己的纠纷）")
def mediator_is_no_party(case: MediationCase, look: Look) -> Found:
    """A party of the case does not mediate it; who is a near relative, no field tells."""
    numbers = {party.id_number for party in case.parties if party.id_number}
    names = {(party.name, party.born_on) for party in case.parties if party.born_on}
    for mediator_id in case.mediators:
        mediator = look.get("mediator", mediator_id)
        person = look.get("person", mediator.person) if mediator is not None else None
        if person is not None and (
            person.id_number in numbers or (person.name, person.born_on) in names
        ):
            yield "mediators", f"调解员“{person.name}”同时是本案当事人，请更换调解员。"


RULES: Final[tuple[Rule, ...]] = (
    not_after_refusal,
    not_settled_elsewhere,
    competent_committee,
    told_before_mediating,
    has_mediator,
    invited_by_consent,
    failure_told,
    risk_is_met,
    crime_is_reported,
    copies_for_all_sides,
    copies_for_all_parties,
    no_fee,
    mediator_is_no_party,
)
