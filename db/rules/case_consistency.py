"""Checks K1–K9: the parts of a mediation case fit one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.records.mediation_case import MediationCase
from db.rules.parameters import AGENTS_MOST
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_OURS = "调解卷宗（数据一致性核对）"


@rule("K1", "mediation_case", "warning", _OURS)
def two_sides(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A dispute has two sides."""
    if len(case.parties) < 2:
        yield "parties", "纠纷应有双方当事人，现只有一名，请补填对方当事人。"
    elif len({party.side for party in case.parties} & {"1", "2"}) < 2:
        yield "parties", "当事人都在同一方，请核对申请人和被申请人。"


@rule("K2", "mediation_case", "error", "授权委托书")
def agents_have_principal(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """An agent acts for a party of this case."""
    if not case.agents:
        return
    names = {party.name for party in case.parties}
    for place, agent in enumerate(case.agents):
        if agent.principal not in names:
            yield (
                f"agents[{place}].principal",
                f"当事人里没有“{agent.principal[:30]}”，请填写本案当事人的姓名或名称。",
            )


@rule("K3", "mediation_case", "error", AGENTS_MOST)
def agents_not_too_many(case: MediationCase, look: Look) -> Found:
    """A party has at most two agents."""
    if not case.agents:
        return
    most = look.number(AGENTS_MOST, case.accepted_on)
    count: dict[str, int] = {}
    for place, agent in enumerate(case.agents):
        count[agent.principal] = count.get(agent.principal, 0) + 1
        if agent.kind != "06" and count[agent.principal] == most + 1:
            yield (
                f"agents[{place}].principal",
                f"每名当事人最多委托 {most} 名代理人，请删去多余的代理人。",
            )


@rule("K4", "mediation_case", "warning", "SF/T 0018 调解案件信息集")
def people_counted(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """The people involved are no fewer than the parties."""
    persons = sum(party.kind in {None, "01"} for party in case.parties)
    if case.people_involved is not None and case.people_involved < persons:
        yield "people_involved", f"涉及人数少于已登记的当事人 {persons} 人，请核对。"


@rule("K5", "mediation_case", "warning", "人民调解受理登记表")
def summary_written(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """The register of accepted disputes tells what the dispute is about."""
    if not case.summary:
        yield "summary", "受理登记表要写纠纷简要情况，请补填。"


@rule("K6", "mediation_case", "warning", "《人民调解法》第二十八条")
def success_has_form(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A success is an oral or a written agreement."""
    if case.result == "1" and case.form is None and not case.voided:
        yield "form", "调解成功的案件要填协议形式（口头或书面），报表才能计数，请补填。"


@rule("K7", "mediation_case", "warning", "SF/T 0018 清单8.5")
def outcome_fits(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """Result, agreement and closing day fit one another."""
    if case.result == "2" and case.agreements:
        yield "result", "调解不成功的案件登记了调解协议，请核对调解结果。"
    if case.closed_on is not None and case.result in {None, "3"} and case.state == "02":
        yield "result", "已填结案日期，调解结果应为调解成功或调解不成功，请改填。"
    if case.result in {"1", "2"} and case.closed_on is None and not case.voided:
        yield "closed_on", "已有调解结果，请填写结案日期，报表才能计数。"


@rule("K8", "mediation_case", "warning", _OURS)
def forms_agree(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """The form of the case is the form of its agreement."""
    for place, agreement in enumerate(case.agreements):
        if agreement.form and case.form and agreement.form != case.form:
            yield f"agreements[{place}].form", "协议形式与案件的协议形式不一致，请核对。"


@rule("K9", "mediation_case", "warning", _OURS)
def party_once(case: MediationCase, look: Look) -> Found:  # noqa: ARG001
    """A person is a party of a case once."""
    seen: set[str] = set()
    for place, party in enumerate(case.parties):
        number = party.id_number or party.credit_code
        if number is None:
            continue
        if number in seen:
            yield f"parties[{place}].id_number", "这名当事人登记了两次，请核对证件号码。"
        seen.add(number)


RULES: Final[tuple[Rule, ...]] = (
    two_sides,
    agents_have_principal,
    agents_not_too_many,
    people_counted,
    summary_written,
    success_has_form,
    outcome_fits,
    forms_agree,
    party_once,
)
