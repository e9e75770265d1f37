"""Sixty invented cases through every paper around a case: all values there, all inside."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from db.codes import code_list
from forms.catalogue import lay_out
from forms.declaration import shipped_paper
from forms.fonts import run_width
from forms.plan import Plan, Rule, TextRun
from forms.profiles import Profile, own_profile, shipped_profile
from tests.forms import around
from tests.forms import subjects as make
from tests.forms.around_words import WORDING
from tests.forms.reading import TODAY, squeezed, text_of
from tests.forms.subjects import subject
from tests.forms.words import FACTS, TERMS

CASE_PAPERS = [
    name for name in WORDING if name not in {"committee_filing", "mediator_registration"}
]
RARE = "䶮𬭎㛃𠅤𫖯𣗋𬀩"
PROFILES = [
    shipped_profile("national"),
    shipped_profile("local"),
    own_profile("b", "法院", switches={"confirmation": "B"}, editions={}),
    own_profile(
        "o", "对立", switches={"confirmation": "B", "confirmation_parties": "opposed"},
        body_size=14, editions={},
    ),
]  # fmt: skip

Chance = random.Random


def name_of(chance: Chance) -> str:
    first = chance.choice("赵钱孙李欧阳诸葛")
    return first + "".join(
        chance.choice(RARE + "国栋玉珍明月") for _ in range(chance.randint(1, 2))
    )


def some_party(chance: Chance, side: str) -> dict[str, Any]:
    day = date(1940, 1, 1) + timedelta(days=chance.randrange(25000))
    if chance.random() < 0.3:
        return make.organisation(
            f"河阳县{name_of(chance)}{'农机' * chance.randint(1, 9)}有限公司",
            side,
            legal_head=name_of(chance),
            service_address=chance.choice([None, "河阳县文化路1号传达室"]),
            address="" if chance.random() < 0.2 else f"河阳县纬三路{chance.randrange(900)}号",
        )
    known = chance.random() < 0.8
    return make.party(
        name_of(chance) + ("·艾合买提" if chance.random() < 0.1 else ""),
        side,
        born_on=day if known else None,
        age=None if known else chance.randint(18, 90),
        id_number=make.identity_number(day, chance.randrange(1, 900)) if known else None,
        contact=chance.choice([None, f"139{chance.randrange(10**8):08d}"]),
        address=f"河阳县枫桥镇{name_of(chance)}村{chance.randrange(99)}号" * chance.randint(1, 2),
    )


def some_case(seed: int) -> dict[str, Any]:
    chance = Chance(seed)
    sides = ["1", "2", *chance.choices("123", k=4)][: chance.randint(1, 6)]
    parties = [some_party(chance, side) for side in sides]
    agents = [
        around.agent(
            name_of(chance),
            chance.choice(parties)["name"],
            chance.choice(["01", "02", "03", "04", "05", "06"]),
            powers=tuple(chance.sample("1234567", chance.randint(0, 7))),
            other_powers=chance.choice([None, "代为收取款项"]),
            relation="08",
        )
        for _ in range(chance.randint(0, 3))
    ]
    long = (FACTS * 12)[: chance.choice([0, 40, 900, 3000])] or None
    notices = [
        around.notice(
            kind,
            number=chance.choice([None, f"枫东{kind}〔2026〕{seed}号"]),
            addressee=chance.choice(
                [None, parties[0]["name"], "、".join(p["name"] for p in parties)]
            ),
            reasons=tuple(chance.sample(["01", "02", "03", "04", "05", "99"], 2)),
            reason_note="说明" if kind == "2" else None,
            outcome=long if kind == "4" else None,
        )
        for kind in chance.sample("1234", chance.randint(0, 4))
    ]
    agreement = around.confirmed(
        number=f"（2026）枫东人调字第{seed:03d}号",
        terms=chance.choice([TERMS, TERMS * 5, None]),
        facts=chance.choice([FACTS, None]),
    )
    return around.closed_case(
        parties=parties, agents=agents, notices=notices, summary=long,
        agreements=[agreement] * chance.randint(0, 2), source=chance.choice("123456789"),
        dispute_type=chance.choice([one.code for one in code_list("dispute_type").entries]),
        termination_reason=chance.choice([None, "03", "99"]), handler_opinion=long,
        termination_note=chance.choice([None, "差距太大"]), result=chance.choice("12"),
    )  # fmt: skip


def expected(paper: str, case: dict[str, Any], profile: Profile) -> Iterator[object]:
    """The values a paper must print, told apart from how it prints them."""
    names = [one["name"] for one in case["parties"]]
    kinds = {"acceptance_notice": "1", "refusal_notice": "2", "termination_letter": "3"}
    rows = [one for one in case["notices"] if one["kind"] == kinds.get(paper, "4")]
    if paper in {*kinds, "transfer_reply"}:
        yield from (one["number"] for one in rows)
        yield from names if paper == "transfer_reply" else named_in_letters(case, rows)
        yield code_list("dispute_type").label(case["dispute_type"]).removesuffix("纠纷")
    if paper == "transfer_reply":
        yield from (one["outcome"] for one in rows)
        yield from (one["number"] for one in case["agreements"])
        yield case["termination_note"] if case["termination_reason"] else None
    if paper == "power_of_attorney":
        for agent in case["agents"]:
            if agent["kind"] != "06":
                yield from (agent[key] for key in ("name", "principal", "id_number", "address"))
                yield agent["other_powers"]
    if paper == "confirmation_application" and case["agreements"]:
        court = profile.switch_values["confirmation"] == "B"
        yield case["agreements"][0]["terms"] if court else case["summary"]
        yield None if court else case["agreements"][0]["number"]
        for party in case["parties"]:
            keys = ("name", "address", "legal_head", "credit_code", "contact", "service_address")
            yield from (party.get(key) for key in (*keys, "id_number"))
    if paper == "closing_report":
        yield from names
        yield from (one["contact"] for one in case["parties"])
        yield from (one["address"] for one in case["parties"])
        yield case["summary"]
        yield case["handler_opinion"]


def named_in_letters(case: dict[str, Any], rows: list[dict[str, Any]]) -> set[str]:
    """Who is surely named: whoever is written to, and all who stand on other sides than he."""
    sides = {one["name"]: one["side"] for one in case["parties"]}
    written = {name for row in rows for name in (row["addressee"] or "").split("、")} - {""}
    against = {
        other
        for name in written
        for other in sides
        if all(sides[one] != sides[other] for one in (*written, name))
    }
    return written | against


def outside(plan: Plan, paper: str, profile: Profile) -> list[object]:
    """What stands outside the margins; the foot may have page and print number."""
    sheet = shipped_paper(paper, profile).sheet
    found: list[object] = []
    for page in plan.pages:
        for item in page.items:
            if isinstance(item, TextRun):
                width = run_width([(item.face, item.text)], item.size)
                end = item.x + width + item.char_space * (len(item.text) - 1)
                inside = sheet.left - 0.1 <= item.x
                inside = inside and end <= sheet.width - sheet.right + item.size / 2 + 0.1
                foot = item.y > page.height * 0.85 and len(item.text) < 20
                if not (inside and (foot or sheet.top < item.y < sheet.height - sheet.bottom)):
                    found.append(item)
            elif isinstance(item, Rule) and not (
                sheet.left - 0.1 <= item.x1 and item.x2 <= sheet.width - sheet.right + 0.1
            ):
                found.append(item)
    return found


@pytest.mark.parametrize("seed", range(60))
def test_every_value_of_a_random_case_is_on_its_papers(seed: int) -> None:
    case, profile = some_case(seed), PROFILES[seed % len(PROFILES)]
    for paper in CASE_PAPERS:
        plan = lay_out(paper, [subject(case)], profile=profile, today=TODAY)
        text = text_of(plan)
        assert plan.missing == (), paper
        assert outside(plan, paper, profile) == [], paper
        for value in expected(paper, case, profile):
            for line in squeezed_lines(value):
                assert line in text, (paper, line)


def squeezed_lines(value: object) -> list[str]:
    text = "" if value is None else str(value)
    return [squeezed(line).removesuffix("。") for line in text.split("\n")]


@pytest.mark.parametrize("seed", range(60))
def test_no_signature_stands_alone_on_a_page(seed: int) -> None:
    """The last page of a paper that is signed has more than the names of those who sign."""
    case, profile = some_case(seed), PROFILES[seed % len(PROFILES)]
    signed = {"power_of_attorney": "委托期限", "confirmation_application": "司法确认|人民法院"}
    for paper, words in signed.items():
        plan = lay_out(paper, [subject(case)], profile=profile, today=TODAY)
        runs = [item.text for item in plan.pages[-1].items if isinstance(item, TextRun)]
        assert any(word in "".join(runs) for word in words.split("|")), paper
