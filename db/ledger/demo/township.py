"""The fictional township: office, villages, committees, mediators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from db.kinds import RecordId
from db.ledger.demo.people import Someone, someone

TOWN = "清河镇"
TOWN_CODE = "410199103"
VILLAGES = (
    "柳林村", "石桥村", "白沙村", "郑庄村", "东河村", "西河村", "张湾村", "李家洼村", "大王庄村",
    "小王庄村", "青龙沟村", "凤凰岭村", "古槐村", "马坡村", "杨树屯村", "三官庙村", "槐荫村",
    "前进村", "红旗村", "双井村", "赵家坟村", "南关村", "北关村", "清河社区", "新民社区",
)  # fmt: skip
LAST_RENEWED = 2
"""Years since the villages last elected their committees; a term has three."""

Enter = Callable[[str, dict[str, Any]], RecordId]
"""Enters one record of a type and gives its id."""


@dataclass(slots=True)
class Township:
    """What the other makers need of the township, by id."""

    today: date
    villages: list[RecordId] = field(default_factory=list[RecordId])
    committees: list[RecordId] = field(default_factory=list[RecordId])
    codes: list[str] = field(default_factory=list[str])
    mediators: dict[RecordId, list[RecordId]] = field(
        default_factory=dict[RecordId, "list[RecordId]"]
    )
    names: dict[RecordId, str] = field(default_factory=dict[RecordId, str])


def add_office(enter: Enter, today: date) -> None:
    """Enter the judicial office itself, with its funds, rules, awards and trainings."""
    last = today.year - 1
    rules = ("岗位责任制度", "矛盾纠纷排查制度", "人民调解回访制度", "档案管理制度")
    enter(
        "office",
        {
            "name": f"{TOWN}司法所",
            "number": TOWN_CODE,
            "funds": [
                {"year": year, "budgeted": True, "budget_level": "01", "amount": f"{amount}.00"}
                for year, amount in ((last - 1, 52_000), (last, 56_000))
            ],
            "rules": [{"name": name, "made_on": f"{last - 2}-03-01"} for name in rules],
            "awards": [
                {
                    "name": "人民调解工作先进集体",
                    "level": "04",
                    "awarded_on": f"{last}-12-20",
                }
            ],
            "trainings": [
                {
                    "course": "人民调解员年度培训",
                    "starts_on": f"{last}-05-12",
                    "ends_on": f"{last}-05-13",
                    "hours": "16",
                    "people": 78,
                    "place": f"{TOWN}政府会议室",
                    "content": "调解技巧、民法典、文书制作。",
                }
            ],
        },
    )


def add_villages(enter: Enter, town: Township, rng: Random) -> None:
    """Enter 23 villages and two communities."""
    for number, name in enumerate(VILLAGES):
        community = name.endswith("社区")
        place = 1 + number if community else 201 + number
        homes = rng.randrange(260, 1400)
        leader, director = (someone(rng, town.today, youngest=35, oldest=62) for _ in "ab")
        town.villages.append(
            enter(
                "village",
                {
                    "name": name,
                    "number": f"{TOWN_CODE}{place:03d}",
                    "kind": "城市社区" if community else "行政村",
                    "group_count": rng.randrange(3, 12),
                    "households": homes,
                    "registered_people": homes * 3 + rng.randrange(200),
                    "resident_people": homes * 2 + rng.randrange(300),
                    "counted_on": f"{town.today.year - 1}-12-31",
                    "secretary": leader.name,
                    "director": director.name,
                    "phone": director.phone,
                    "officer": someone(rng, town.today, youngest=25, oldest=50).name,
                    "elected_on": _renewed(town).isoformat(),
                },
            )
        )


def _renewed(town: Township) -> date:
    return date(town.today.year - LAST_RENEWED, 3, 15)


def add_committees(enter: Enter, town: Township, rng: Random) -> None:
    """Enter 25 village committees and the township's, each with its current term."""
    for place, village in enumerate([*town.villages, None]):
        name = VILLAGES[place] if village else TOWN
        kind = "03" if village is None else "02" if name.endswith("社区") else "01"
        short = "清" if village is None else name[0]
        people = [_member(enter, town, rng, village, number) for number in range(3 + place % 3)]
        committee = enter(
            "committee",
            {
                "name": f"{'' if village is None else TOWN}{name}人民调解委员会",
                "kind": kind,
                "number": f"4101991030{place + 1:04d}",
                "short_code": f"{short}{place + 1:02d}" if village else short,
                "village": village,
                "region": f"清河县{TOWN}",
                "founder": f"{name}人民政府"
                if village is None
                else f"{name}{'居' if kind == '02' else '村'}民委员会",
                "founded_on": f"{rng.randrange(1995, 2012)}-{rng.randrange(1, 13):02d}-01",
                "head": people[0][1].name,
                "phone": f"0371-6{rng.randrange(10**6):06d}0",
                "own_place": rng.random() < 0.8,
                "office_area": f"{rng.randrange(18, 60)}.0",
                "computers": rng.randrange(1, 4),
                "seal_in_use": "已启用",
            },
        )
        town.committees.append(committee)
        town.names[committee] = f"{name}人民调解委员会"
        town.codes.append(f"{short}{place + 1:02d}" if village else short)
        _add_term(enter, town, committee, kind, people)
        _add_engagements(enter, town, rng, committee, people)


def _member(
    enter: Enter, town: Township, rng: Random, village: RecordId | None, number: int
) -> tuple[RecordId, Someone]:
    person = someone(rng, town.today, youngest=28, oldest=64)
    while number == 1 and person.sex != "2":
        person = someone(rng, town.today, youngest=28, oldest=64)
    made = enter(
        "person",
        {
            "name": person.name,
            "id_number": person.id_number,
            "nation": "03" if rng.random() < 0.06 else "01",
            "politics": "01" if rng.random() < 0.6 else "13",
            "education": rng.choice(("61", "61", "31", "71", "21")) if village else "31",
            "roles": ["01"],
            "occupation": rng.choice(("村委会委员", "村民小组长", "妇联主席", "退休教师", "务农")),
            "phone": person.phone,
            "village": village,
        },
    )
    return made, person


def _add_term(
    enter: Enter,
    town: Township,
    committee: RecordId,
    kind: str,
    people: Sequence[tuple[RecordId, Someone]],
) -> None:
    since = _renewed(town)
    ends = date(since.year + 3, since.month, since.day) - timedelta(days=1)
    posts = ("03", "04", *("02" for _ in people))
    way = {"01": "村民代表会议", "02": "居民会议"}.get(kind)
    enter(
        "committee_term",
        {
            "committee": committee,
            "ordinal": 9,
            "starts_on": since.isoformat(),
            "ends_on": ends.isoformat(),
            **({"election_way": way, "elected_on": since.isoformat()} if way else {}),
            "filed_on": (since + timedelta(days=20)).isoformat(),
            "members": [
                {"person": person, "post": post, "full_part_time": "01" if post == "03" else "02",
                 "origin": "01", "since": since.isoformat()}
                for (person, _), post in zip(people, posts, strict=False)
            ],
        },
    )  # fmt: skip


def _add_engagements(
    enter: Enter,
    town: Township,
    rng: Random,
    committee: RecordId,
    people: Sequence[tuple[RecordId, Someone]],
) -> None:
    since = _renewed(town)
    ends = date(since.year + 3, since.month, since.day) - timedelta(days=1)
    crowd = len(town.committees) - 1
    for number, (person, known) in enumerate(people[: 3 + (crowd % 8 == 0)]):
        mediator = enter(
            "mediator",
            {
                "person": person,
                "committee": committee,
                "number": f"410199103{crowd:03d}{number + 1:03d}",
                "post": ("03", "04", "02", "01")[number],
                "full_part_time": "01" if number == 0 or crowd == 25 else "02",
                "grade": rng.choice(("一级人民调解员", "二级人民调解员", "三级人民调解员")),
                "origin": "01",
                "engaged_on": since.isoformat(),
                "ends_on": ends.isoformat(),
                "letter_number": f"清司聘〔{since.year}〕{crowd * 4 + number + 1:03d}号",
                "letter_on": since.isoformat(),
                "bank_account": f"清河农商银行 6228410199{crowd:03d}{number + 1:06d}",
                "prepared": True,
                "purchased": number == 0,
                "trainings": _trainings(since) if number == 0 else None,
            },
        )
        town.mediators.setdefault(committee, []).append(mediator)
        town.names[mediator] = known.name


def _trainings(since: date) -> list[dict[str, Any]]:
    """Give what the full-time mediator of a committee was taught on taking up the work."""
    return [
        {"trained_on": (since + timedelta(days=20)).isoformat(), "content": "岗前培训",
         "hours": "10", "assessment": "合格"},
        {"trained_on": (since + timedelta(days=200)).isoformat(),
         "content": "调解技能与卷宗制作", "hours": "8", "assessment": "良好"},
    ]  # fmt: skip


def training_setting(year: int) -> dict[str, Any]:
    """Give the number of its own that the office has set: hours of training in a year."""
    return {
        "parameter": "training_hours",
        "value": 16,
        "valid_from": f"{year}-01-01",
        "source": f"清河县司法局{year}年人民调解员培训计划",
    }
