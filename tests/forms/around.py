"""Subjects of the papers around a case: letters, agents, confirmations, registers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.forms import subjects as make
from tests.forms.subjects import Example, record, subject
from tests.forms.words import FACTS, RARE_NAMES, TERMS

LONG = (FACTS * 30)[:3000]
UNIT = "河南省黄淮海现代农业科技发展集团有限公司枫桥镇东河村项目部"


def notice(kind: str, **more: Any) -> dict[str, Any]:
    """A letter of the committee."""
    values: dict[str, Any] = {
        "kind": kind,
        "number": {"1": "枫东受〔2026〕12号", "2": "枫东不〔2026〕3号"}.get(kind),
        "issued_on": date(2026, 3, 11),
        "delivered_on": date(2026, 3, 12),
        "received_by": "赵桂兰",
        "reasons": (),
        **more,
    }
    return record("case_notice", f"{kind} {values['number']}", **values)


def agent(name: str, principal: str, kind: str = "01", **more: Any) -> dict[str, Any]:
    """An agent of a party."""
    values: dict[str, Any] = {
        "name": name,
        "principal": principal,
        "kind": kind,
        "sex": "1",
        "nation": "01",
        "born_on": date(1985, 7, 2),
        "id_number": make.identity_number(date(1985, 7, 2), 53),
        "contact": "13900000078",
        "address": "河阳县城关镇文化路16号",
        "workplace": "河南枫桥律师事务所律师",
        "licence": "14101202010000077" if kind in {"01", "02"} else None,
        "powers": ("1", "2", "4", "5", "6"),
        "since": date(2026, 3, 11),
        "until": date(2026, 6, 30),
        **more,
    }
    return record("agent", name, **values)


def closed_case(**more: Any) -> dict[str, Any]:
    """A case with everything the papers around it print."""
    values: dict[str, Any] = {
        "source": "5",
        "source_unit": "河阳县公安局枫桥派出所",
        "source_letter": "枫派移〔2026〕7号",
        "source_letter_on": date(2026, 3, 9),
        "result": "1",
        "closed_on": date(2026, 3, 31),
        "termination_reason": None,
        "agents": [agent("王㛃", "孙𬭎")],
        "notices": [],
        "refusal_reason": None,
        "handler_opinion": "协议已履行完毕，建议结案。",
        "handler_opinion_on": date(2026, 4, 1),
        "review_opinion": "同意结案归档。",
        "review_opinion_on": date(2026, 4, 2),
        "agreements": [confirmed()],
        **more,
    }
    return make.case(**values)


def confirmed(**more: Any) -> dict[str, Any]:
    """An agreement the parties want confirmed."""
    values: dict[str, Any] = {
        "confirmation": "1",
        "confirmation_court": "河阳县人民法院",
        "confirmation_asked_on": date(2026, 4, 2),
        "performance_state": "1",
        "performance_note": "3月31日当场验收。",
        **more,
    }
    return make.agreement(**values)


def unit(name: str = UNIT, side: str = "2", **more: Any) -> dict[str, Any]:
    """A unit that has given its address for service."""
    return make.organisation(name, side, service_address="河阳县城关镇文化路1号传达室", **more)


def several() -> list[dict[str, Any]]:
    """Six parties on two sides and a third one."""
    return [
        make.party("赵桂兰", "1"),
        make.party("买买提·艾合买提", "1", nation="05"),
        unit("河阳县枫桥镇第三农机服务专业合作社联合社"),
        make.party("孙𬭎", "2"),
        unit(),
        make.party("诸葛明月", "3", born_on=None, age=41),
    ]


def rare() -> list[dict[str, Any]]:
    """Parties with rare names, on the two sides in turn."""
    return [make.party(name, str(1 + number % 2)) for number, name in enumerate(RARE_NAMES)]


def mediator(**more: Any) -> dict[str, Any]:
    """A mediator with training and opinions."""
    who = make.person(
        "王㛃",
        school="河阳师范学校",
        major="中文",
        workplace="枫桥镇东河村村民委员会",
        expertise="婚姻家庭",
        history="1990年7月毕业；1990年9月至2010年8月任村小学教师；2010年9月起任村妇联主席。",
        honours="2024年获县优秀人民调解员。",
    )
    trainings = [
        training(date(2025, 9, 10), "民法典婚姻家庭编与调解技巧", "8.0", "合格"),
        training(date(2024, 6, 12), "岗前培训", "12.0", "优秀"),
    ]
    values: dict[str, Any] = {
        "person": who,
        "expertise": "婚姻家庭、邻里纠纷",
        "grade": "03",
        "trainings": trainings,
        "committee_opinion": "同意。",
        "committee_opinion_on": date(2024, 6, 1),
        "office_opinion": "同意。",
        "office_opinion_on": date(2024, 6, 5),
        "bureau_opinion": "同意备案。",
        "bureau_opinion_on": date(2024, 6, 20),
        **more,
    }
    return make.mediator("王㛃", **values)


def training(day: date, content: str, hours: str, mark: str) -> dict[str, Any]:
    """A training of a mediator."""
    return record(
        "mediator_training",
        content,
        trained_on=day,
        content=content,
        hours=Decimal(hours),
        assessment=mark,
    )


def _letters(*notices: dict[str, Any], **more: Any) -> dict[str, list[Example]]:
    """A letter with its row, and of a case that has none; with many and rare parties."""
    return {
        "typical": [subject(closed_case(notices=list(notices), **more))],
        "bare": [subject(closed_case(**more))],
        "six": [subject(closed_case(notices=list(notices), parties=several(), **more))],
        "rare": [subject(closed_case(parties=rare(), **more))],
        "long": [subject(closed_case(parties=[*several(), unit("乙" * 100)], **more))],
    }


_TERMS = "\n".join([TERMS] * 4)
_FAILED: dict[str, Any] = {
    "result": "2",
    "termination_reason": "03",
    "termination_note": "双方对赔偿数额分歧较大。",
    "terminated_on": date(2026, 3, 30),
    "agreements": [],
}

EXAMPLES: dict[str, dict[str, list[Example]]] = {
    "acceptance_notice": _letters(notice("1", addressee="赵桂兰")),
    "refusal_notice": _letters(
        notice("2", addressee="赵桂兰", reasons=("04", "99"), reason_note="不属于民间纠纷"),
        refusal_reason="05",
        refused_on=date(2026, 3, 11),
        refusal_note="法院已立案",
    ),
    "termination_letter": _letters(notice("3", number="枫东终〔2026〕1号"), **_FAILED),
    "transfer_reply": {
        **_letters(notice("4", number="枫东回〔2026〕2号", outcome="双方已当场履行。")),
        "long": [subject(closed_case(notices=[notice("4", outcome=LONG)], **_FAILED))],
    },
    "power_of_attorney": {
        "typical": [subject(closed_case())],
        "two": [
            subject(
                closed_case(
                    parties=[make.party("赵桂兰"), unit()],
                    agents=[
                        agent("诸葛明月", UNIT, "03", powers=("5", "7"), other_powers="代为收款"),
                        agent("赵𠅤", "赵桂兰", "04", relation="08", workplace=None),
                        agent("赵大山", "赵桂兰", "06", relation="01"),
                    ],
                )
            )
        ],
        "six": [subject(closed_case(parties=several()))],
        "long": [subject(closed_case(agents=[agent("王㛃" * 20, "孙𬭎", other_powers=FACTS)]))],
    },
    "confirmation_application": {
        "typical": [subject(closed_case())],
        "unit": [subject(closed_case(parties=[make.party("赵桂兰"), unit()]))],
        "six": [subject(closed_case(parties=several()))],
        "rare": [subject(closed_case(parties=rare()))],
        "long": [
            subject(
                closed_case(
                    summary=LONG,
                    parties=[make.party("赵桂兰"), unit()],
                    agreements=[confirmed(terms=_TERMS)],
                )
            )
        ],
    },
    "closing_report": {
        "typical": [subject(closed_case())],
        "six": [subject(closed_case(parties=several()))],
        "rare": [subject(closed_case(parties=rare()))],
        "long": [subject(closed_case(summary=LONG, handler_opinion=FACTS * 2))],
    },
    "mediator_registration": {
        "typical": [subject(mediator())],
        "long": [
            subject(
                mediator(
                    person=make.person("王㛃", history=LONG[:900], honours=FACTS[:200]),
                    trainings=[
                        training(date(2020, 1 + n % 12, 5), f"第{n}期培训", "4.0", "合格")
                        for n in range(30)
                    ],
                )
            )
        ],
    },
}
"""Paper name to label to subjects, of the papers around a case."""
