"""Ten years of fictional disputes: parties, course, agreement and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from db.ledger.demo.course import add_course
from db.ledger.demo.people import someone
from db.ledger.demo.stories import COMPANIES, STORIES, WEIGHTS
from db.ledger.demo.township import TOWN, VILLAGES, Township

YEARS = 10
OPEN_DAYS = 40
"""Cases accepted within so many days may still be open."""
_SOURCES = ("1", "2", "5", "6", "3", "7", "8", "9", "4")
_SOURCE_WEIGHTS = (62, 24, 5, 3, 2, 1, 1, 1, 1)


def case_contents(
    town: Township, rng: Random, total: int, course: Random
) -> Iterator[dict[str, Any]]:
    """Give ``total`` cases as JSON objects, oldest first, numbered per committee and year.

    ``course`` decides what happened in them beside the outcome.
    """
    span = YEARS * 365
    days = sorted(rng.randrange(1, span) for _ in range(total))
    counters: dict[tuple[int, int], int] = {}
    for order, ago in enumerate(reversed(days)):
        accepted = town.today - timedelta(days=ago)
        place = min(rng.randrange(28), 25)
        key = (place, accepted.year)
        counters[key] = counters.get(key, 0) + 1
        number = f"（{accepted.year}）{town.codes[place]}人调字第{counters[key]:03d}号"
        content = _case(town, rng, place=place, accepted=accepted, number=number)
        add_course(town, course, content, order)
        yield content


def _case(
    town: Township, rng: Random, *, place: int, accepted: date, number: str
) -> dict[str, Any]:
    committee = town.committees[place]
    kind = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    parties = _parties(town, rng, kind)
    village = town.villages[place] if place < 25 else rng.choice(town.villages)
    slots = _slots(rng, parties, accepted)
    story, terms, performance = (part.format(**slots) for part in STORIES[kind])
    source = rng.choices(_SOURCES, _SOURCE_WEIGHTS)[0]
    mediators = rng.sample(town.mediators[committee], 1 + (rng.random() < 0.4))
    content: dict[str, Any] = {
        "number": number,
        "committee": committee,
        "mediators": mediators,
        "village": village,
        "applied_on": None if source == "2" else accepted.isoformat(),
        "accepted_on": accepted.isoformat(),
        "rights_told_on": accepted.isoformat(),
        "parties_agree": True,
        "registrar": town.names[mediators[0]],
        "dispute_type": kind,
        "source": source,
        "difficulty": rng.choices("1234", (38, 52, 4, 6))[0],
        "forecast": rng.choices("123456", (92, 1, 3, 2, 1, 1))[0],
        "summary": story,
        "place": "村人民调解室",
        "people_involved": sum(p.get("people_on_side", 1) for p in parties),
        "amount": slots["钱"],
        "parties": parties,
    }
    if source in "34567":
        content["source_unit"] = {"3": "清河县人民法院", "4": "清河县人民检察院",
                                  "5": f"{TOWN}派出所", "6": f"{TOWN}信访办"}.get(source, "镇妇联")  # fmt: skip
    if rng.random() < 0.02:
        content["agents"] = [_agent(town, rng, parties[0]["name"])]
    _add_outcome(town, rng, content, terms=terms, performance=performance)
    return content


def _parties(town: Township, rng: Random, kind: str) -> list[dict[str, Any]]:
    shares = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (3, 3))
    first, second = rng.choices(shares, (86, 5, 4, 2, 2, 1))[0]
    parties = [_person(town, rng, "1") for _ in range(first)]
    firm = kind in ("5", "10", "11", "12", "14", "15", "17") or rng.random() < 0.02
    if firm:
        second = 1
    parties += [_company(town, rng) if firm else _person(town, rng, "2") for _ in range(second)]
    return parties


def _person(town: Township, rng: Random, side: str) -> dict[str, Any]:
    known = someone(rng, town.today - timedelta(days=365), youngest=20, oldest=80)
    village = rng.choice(VILLAGES)
    content: dict[str, Any] = {
        "side": side,
        "kind": "01",
        "name": known.name,
        "nation": "03" if rng.random() < 0.05 else "01",
        "occupation": rng.choice(("务农", "务工", "个体经营", "退休", "教师", "司机")),
        "contact": known.phone,
        "address": f"{TOWN}{village}{rng.randrange(1, 9)}组",
        "people_on_side": 1,
    }
    if rng.random() < 0.9:
        content["id_number"] = known.id_number
    else:
        content |= {"sex": known.sex, "born_on": known.born.isoformat()}
    return content


def _company(town: Township, rng: Random) -> dict[str, Any]:
    head = someone(rng, town.today, youngest=30, oldest=60)
    return {
        "side": "2",
        "kind": rng.choice(("02", "03")),
        "name": rng.choice(COMPANIES),
        "legal_head": head.name,
        "head_post": rng.choice(("经理", "理事长", "负责人")),
        "contact": head.phone,
        "address": f"{TOWN}{rng.choice(VILLAGES)}",
        "people_on_side": 1,
    }


def _agent(town: Township, rng: Random, principal: str) -> dict[str, Any]:
    known = someone(rng, town.today, youngest=28, oldest=60)
    return {
        "principal": principal,
        "name": known.name,
        "kind": "04",
        "id_number": known.id_number,
        "contact": known.phone,
        "powers": ["1", "4", "5"],
    }


def _slots(rng: Random, parties: list[dict[str, Any]], accepted: date) -> dict[str, Any]:
    sides = [[p["name"] for p in parties if p["side"] == side] for side in "12"]
    happened = accepted - timedelta(days=rng.randrange(1, 60))
    until = accepted + timedelta(days=rng.randrange(30, 120))
    return {
        "甲": "、".join(sides[0]),
        "乙": "、".join(sides[1]),
        "年": rng.randrange(3, 30),
        "月": happened.month,
        "日": happened.day,
        "厘": rng.randrange(10, 60),
        "零": rng.randrange(3, 40) * 10,
        "钱": rng.choice((300, 500, 800, 1200, 1500, 2600, 3000, 4800, 6000, 12500, 28000, 65000)),
        "期": f"{until.year}年{until.month}月{until.day}日",
    }


def _add_outcome(
    town: Township, rng: Random, content: dict[str, Any], *, terms: str, performance: str
) -> None:
    accepted = date.fromisoformat(content["accepted_on"])
    mediated = accepted + timedelta(days=int(rng.triangular(0, 34, 4)))
    recent = (town.today - accepted).days < OPEN_DAYS and rng.random() < 0.5
    if mediated > town.today or recent:
        return
    content["mediated_on"] = mediated.isoformat()
    content["closed_on"] = mediated.isoformat()
    content["minutes"] = (
        f"调解员听取双方陈述并核实情况。{content['summary']}经反复劝导，双方当场表态。"
    )
    if rng.random() < 0.025:
        content |= {
            "result": "2",
            "termination_reason": "3",
            "remedies_told_on": mediated.isoformat(),
        }
        return
    content["result"] = "1"
    content["satisfaction"] = "1" if rng.random() < 0.93 else "2"
    content["agreements"] = [_agreement(town, rng, content, terms=terms, performance=performance)]
    filed = mediated + timedelta(days=rng.randrange(3, 40))
    if filed < town.today:
        content |= {
            "filed_by": content["registrar"],
            "filed_on": filed.isoformat(),
            "retention": rng.choices("123", (30, 60, 10))[0],
        }
    if rng.random() < 0.004:
        content |= {"voided": True, "void_reason": "重复登记，以另一案为准。"}


def _agreement(
    town: Township, rng: Random, content: dict[str, Any], *, terms: str, performance: str
) -> dict[str, Any]:
    day = content["mediated_on"]
    written = rng.random() < 0.62
    money = content["amount"] if "元" in terms else 0
    old = (town.today - date.fromisoformat(day)).days > 60
    at_once = "当场" in performance or "当日" in performance
    agreement: dict[str, Any] = {
        "number": content["number"].replace("调字", "协字"),
        "form": "2" if written else "1",
        "facts": content["summary"],
        "terms": terms,
        "performance": performance,
        "methods": ["7" if money else "10"],
        "amount": f"{money}.00",
        "agreed_on": day,
        "effective_on": day,
        "recorder": content["registrar"],
        "performance_state": "1" if (old and rng.random() < 0.97) or at_once else None,
        "confirmation": "2" if old and rng.random() < 0.03 else "0",
    }
    if written:
        agreement |= {
            "copies": len(content["parties"]) + 1,
            "parties_signed_on": day,
            "mediator_signed_on": day,
            "sealed_on": day,
        }
    if agreement["confirmation"] == "2":
        asked = date.fromisoformat(day) + timedelta(days=9)
        agreement |= {"performance_state": "2",
                      "confirmation_asked_on": asked.isoformat(),
                      "ruled_on": (asked + timedelta(days=12)).isoformat(),
                      "confirmation_court": "清河县人民法院"}  # fmt: skip
    return {name: value for name, value in agreement.items() if value is not None}
