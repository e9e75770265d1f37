"""Legal service in the fictional township: rooms, consultants, contracts, visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from db.kinds import RecordId
from db.ledger.demo.people import someone
from db.ledger.demo.township import TOWN, VILLAGES, Enter, Township

FIRMS = ("河南清正律师事务所", "河南明衡律师事务所", "清河镇法律服务所")
MONTHS = 30
"""Months of visits on record."""

Engaged = list[tuple[RecordId, RecordId]]
"""Consultant and village, a pair per village."""

_MATTERS = (
    ("01", "村民咨询{事}，当面解答并告知办理途径。", "已解答，咨询人表示清楚。"),
    ("01", "解答{事}方面的法律问题，提供书面要点。", "已解答。"),
    ("02", "就村委会{事}事项提出法律意见。", "出具意见一份，村委会采纳。"),
    ("03", "帮助村民起草{事}的文书。", "代拟文书一份。"),
    ("05", "参与{事}纠纷的调解，讲解相关规定。", "双方达成口头协议。"),
    ("06", "引导符合条件的村民就{事}申请法律援助。", "已转镇工作站初审。"),
    ("09", "审查村集体{事}合同。", "提出修改意见三条。"),
)
_THINGS = (
    "土地流转",
    "赡养老人",
    "民间借贷",
    "劳务报酬",
    "宅基地",
    "婚姻财产",
    "相邻排水",
    "人身损害",
)
_TALKS = ("民法典与婚姻家庭", "防范电信诈骗", "土地承包与流转", "老年人权益保障", "换届选举纪律")


def add_places(enter: Enter, town: Township, rng: Random) -> None:
    """Enter the township's station and a room in each village."""
    common: dict[str, Any] = {
        "plate": True,
        "logo": True,
        "board": True,
        "board_on": f"{town.today.year}-01-05",
        "open_hours": "工作日 8:30—17:30",
    }
    station = {"name": f"{TOWN}公共法律服务工作站", "level": "1", "host": "01", "area": "120",
               "address": f"{TOWN}司法所一楼", "street_level": True,
               "head": someone(rng, town.today, youngest=30, oldest=50).name,
               "built_on": "2017-09-30", "accepted_on": "2017-12-10",
               "rules": ["工作制度", "值班制度"]}  # fmt: skip
    enter("legal_service_place", {**station, **common})
    for name, village in zip(VILLAGES, town.villages, strict=True):
        head = someone(rng, town.today, youngest=35, oldest=60)
        enter(
            "legal_service_place",
            {
                **common,
                "name": f"{name}公共法律服务工作室",
                "level": "2",
                "village": village,
                "host": "03",
                "address": f"{TOWN}{name}党群服务中心",
                "area": str(rng.randrange(15, 40)),
                "head": head.name,
                "phone": head.phone,
                "built_on": f"2018-{rng.randrange(3, 12):02d}-20",
            },
        )


def add_consultants(enter: Enter, town: Township, rng: Random) -> Engaged:
    """Enter seven consultants with a contract each; give who serves which village."""
    engaged: Engaged = []
    year = town.today.year
    for number in range(7):
        known = someone(rng, town.today, youngest=28, oldest=58)
        person = enter(
            "person",
            {"name": known.name, "id_number": known.id_number, "nation": "01", "education": "21",
             "phone": known.phone, "roles": ["02"], "occupation": "律师"},
        )  # fmt: skip
        firm = FIRMS[number % 3]
        consultant = enter(
            "consultant",
            {
                "person": person,
                "kind": "02" if firm.endswith("服务所") else "01",
                "firm": firm,
                "licence": f"14101{2010 + number}1{rng.randrange(10**6):06d}",
                "phone": known.phone,
                "registered_on": f"{year}-01-04",
            },
        )
        served = town.villages[number * 4 : number * 4 + 4]
        if not served:
            break
        ends = date(year, 12, 31) if number % 3 else town.today + timedelta(days=24 + number)
        enter(
            "consultant_contract",
            {
                "number": f"清法顾〔{year}〕{number + 1:02d}号",
                "kind": "2",
                "consultant": consultant,
                "villages": served,
                "party_a": "、".join(f"{VILLAGES[town.villages.index(v)]}委员会" for v in served),
                "party_b": firm,
                "party_c": f"{TOWN}司法所",
                "signed_on": f"{year - 3}-01-04",
                "starts_on": f"{year - 3}-01-05",
                "ends_on": ends.isoformat(),
                "subsidy": "3000.00",
                "subsidy_unit": "元/村/年",
                "board_on": f"{year - 3}-01-10",
            },
        )
        engaged += [(consultant, village) for village in served]
    return engaged


def visit_contents(town: Township, rng: Random, engaged: Engaged) -> Iterator[dict[str, Any]]:
    """Give the service log: a visit or two per village and month, a talk per quarter."""
    for back in range(MONTHS, -1, -1):
        month = town.today.year * 12 + town.today.month - 1 - back
        first = date(month // 12, month % 12 + 1, 1)
        for consultant, village in engaged:
            if rng.random() < 0.06:
                continue
            for visit in range(1 + (rng.random() < 0.35)):
                day = first + timedelta(days=rng.randrange(0, 28))
                if day > town.today:
                    continue
                talk = visit == 0 and first.month % 3 == 2 and rng.random() < 0.9
                yield _visit(rng, consultant, village, day=day, talk=talk)


def _visit(
    rng: Random, consultant: RecordId, village: RecordId, *, day: date, talk: bool
) -> dict[str, Any]:
    if talk:
        kind, content = "04", f"举办法治讲座“{rng.choice(_TALKS)}”，结合本村事例讲解。"
        outcome, people = "现场解答提问，发放宣传资料。", rng.randrange(18, 70)
    else:
        kind, content, outcome = rng.choice(_MATTERS)
        content, people = content.format(事=rng.choice(_THINGS)), rng.randrange(1, 4)
    hour = rng.randrange(8, 15)
    on_site = talk or rng.random() < 0.8
    return {
        "consultant": consultant,
        "village": village,
        "served_on": day.isoformat(),
        "starts_at": f"{hour:02d}:{rng.choice(('00', '15', '30'))}",
        "ends_at": f"{hour + rng.randrange(2, 5):02d}:30",
        "way": "01" if on_site else rng.choice(("02", "03", "04")),
        "kind": kind,
        "target": "村两委干部和村民" if talk else "村民",
        "people": people,
        "target_kinds": ["一般群众"],
        "content": content,
        "outcome": outcome,
        "registered_on": (day + timedelta(days=rng.randrange(0, 5))).isoformat(),
    }
