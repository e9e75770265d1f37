"""Sixty invented cases of an invented township: every topic, channel, outcome and hard name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.acceptance.neutral import (
    CHANNELS,
    PERFORMED,
    TOPICS,
    WEIGHTS,
    Body,
    Deal,
    Mediator,
    Party,
    Quarrel,
    credit_code,
    id_number,
)

VILLAGES = ("柳树湾村", "石门村", "清河社区")

BODIES = (
    Body("b1", "清河镇柳树湾村人民调解委员会", "村调委会", village="柳树湾村"),
    Body("b2", "清河镇石门村人民调解委员会", "村调委会", village="石门村",
         ended=date(2025, 7, 1)),
    Body("b3", "清河镇清河社区人民调解委员会", "居（社区）调委会", village="清河社区"),
    Body("b4", "清河镇人民调解委员会", "乡镇调委会"),
    Body("b5", "清河街道人民调解委员会", "街道调委会"),
    Body("b6", "清河县永丰纺织厂人民调解委员会", "企事业单位调委会"),
    Body("b7", "清河县医疗纠纷人民调解委员会", "行业性专业性调委会", trade="医疗纠纷调委会"),
    Body("b8", "清河县商会人民调解委员会", "其他调委会"),
)  # fmt: skip

RARE = "䶮𬭎㛃𠅤𫖯𣗋𬀩"
NAMES = (
    "张䶮", "李𬭎", "王㛃", "赵𠅤", "钱𫖯", "孙𣗋", "周𬀩", "欧阳𬭎𫖯", "买买提·吐尔逊",
    "阿依努尔·阿卜杜热合曼", "扎西·次仁", "司马䶮㛃", "吴玉兰", "郑守田", "冯㛃", "陈𠅤山",
    "迪丽娜尔·艾则孜", "褚卫国", "卫秀英", "蒋满仓",
)  # fmt: skip
NATIONS = {"买": "维吾尔族", "阿": "维吾尔族", "迪": "维吾尔族", "扎": "藏族", "郑": "回族"}
FIRMS = (
    "清河县永丰纺织有限公司", "清河县𬭎运物流有限责任公司", "河清（示范）网络科技有限公司",
    "清河县第二人民医院",
)  # fmt: skip
SENTENCES = (
    "双方于2024年12月31日23时59分许因排水沟（宽0.45米、深1.2米）堵塞发生争执；",
    "甲方称：“水漫进堂屋，泡坏了3袋小麦、1台电视机（型号TCL-55V6E）！”，乙方不予认可。",
    "经查，微信转账记录（订单号WX20250228-00731）显示已付￥1,250.50元，尚欠3,749.50元；",
    "现场有《收条》《承诺书》各一份——落款日期均为2025年2月28日，加盖“永丰”字样印章。",
    "邻居证实：当晚约22:40，二人先后三次互相推搡，未造成轻微伤以上后果……",
    "调解员问：“是否愿意各让一步？”答：“愿意，但院墙必须恢复到A4号界桩处。”",
    "车辆豫A·D12345（示范牌）与电动车刮擦，修理费报价为8,860.00元/辆，含税13%；",
    "村民小组（三组、四组）对0.8亩林地、1.5亩水塘的承包期限（1998—2028年）存在不同理解。",
)
EDGES = (
    date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1),
    date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), date(2025, 3, 31), date(2025, 4, 1),
    date(2025, 2, 28), date(2025, 3, 1), date(2024, 6, 30), date(2025, 10, 1), date(2025, 9, 30),
)  # fmt: skip


@dataclass(frozen=True)
class Township:
    """Everything the examiner brings."""

    villages: tuple[str, ...]
    bodies: tuple[Body, ...]
    mediators: tuple[Mediator, ...]
    quarrels: tuple[Quarrel, ...]

    def body(self, ref: str) -> Body:
        """Give a committee."""
        return next(one for one in self.bodies if one.ref == ref)

    def mediator(self, ref: str) -> Mediator:
        """Give a mediator."""
        return next(one for one in self.mediators if one.ref == ref)


def narrative(dice: Random, length: int) -> str:
    """Give a story of about this many characters, dense with marks, figures and Latin words."""
    told = ""
    while len(told) < length:
        told += dice.choice(SENTENCES)
    return told[: length - 1].rstrip("（“《—…·￥") + "。"


def the_township(seed: int = 20260331, size: int = 60) -> Township:
    """Give the township; the same seed gives the same one."""
    dice = Random(seed)
    mediators = tuple(_mediator(at, body) for body in BODIES for at in (0, 1))
    quarrels = tuple(_quarrel(dice, at, mediators) for at in range(size))
    return Township(VILLAGES, BODIES, mediators, quarrels)


def _mediator(at: int, body: Body) -> Mediator:
    place = int(body.ref[1:]) * 2 + at
    name = ("宋", "唐", "许", "韩")[place % 4] + ("惠民", "𬀩", "春兰", "㛃清")[(place // 2) % 4]
    born = date(1962 + place, 3, 1 + place)
    return Mediator(
        ref=f"{body.ref}m{at}",
        name=name + "一二三四五六七八九十甲乙丙丁戊己庚辛壬"[place % 19],
        number=id_number(born, 100 + place),
        nation="回族" if place % 5 == 0 else "汉族",
        body=body.ref,
        phone=f"138000{place:05d}",
        full_time=at == 0,
    )


def _party(dice: Random, at: int, claims: bool, company: bool) -> Party:
    phone = f"139{at:04d}{dice.randrange(10**4):04d}"
    if company:
        name = FIRMS[at % len(FIRMS)]
        return Party(
            claims=claims,
            name=name,
            number=credit_code(1000 + FIRMS.index(name)),
            phone=f"0371-6{dice.randrange(10**7):07d}",
            home=f"清河县工业路{dice.randrange(1, 200)}号（B座{dice.randrange(1, 9)}层）",
            company=True,
            head="钱守信",
            head_post="总经理",
        )
    name = NAMES[at % len(NAMES)]
    born = date(1940, 1, 1) + timedelta(days=dice.randrange(23_000))
    return Party(
        claims=claims,
        name=name,
        number=id_number(born, dice.randrange(100, 999)),
        phone=phone,
        home=f"清河镇{dice.choice(VILLAGES)}{dice.randrange(1, 9)}组{dice.randrange(1, 99)}号",
        nation=NATIONS.get(name[0], "汉族"),
        job=dice.choice(("务农", "个体工商户", "教师", "货车司机", "退休职工")),
    )


def _parties(dice: Random, at: int) -> tuple[Party, ...]:
    shapes = ((1, 1), (1, 1), (2, 1), (1, 3), (3, 3), (1, 0), (2, 4), (2, 0), (1, 2))
    claiming, against = shapes[at % len(shapes)]
    people = [
        _party(dice, at * 7 + place, place < claiming, company=against > 0 and place == claiming
               and at % 3 == 0)
        for place in range(claiming + against)
    ]  # fmt: skip
    # Wage claims of a whole gang: the first of the side tells how many stand behind it.
    if at % 10 == 3:
        people[0] = _with_heads(people[0], 12)
    if at % 12 == 5 and against:
        people[claiming] = _with_heads(people[claiming], against + 4)
    return tuple(people)


def _with_heads(party: Party, heads: int) -> Party:
    return replace(party, heads=heads)


def _quarrel(dice: Random, at: int, mediators: tuple[Mediator, ...]) -> Quarrel:
    body = BODIES[at % len(BODIES)]
    own = tuple(one.ref for one in mediators if one.body == body.ref)
    ended = EDGES[at % len(EDGES)] if at % 2 == 0 else _any_day(dice)
    if body.ended is not None and ended >= body.ended:
        ended = date(2025, 6, 30) if at % 4 else date(2024, 2, 29)
    outcome = ("settled", "settled", "settled", "failed", "settled", "open", "settled")[at % 7]
    people = _parties(dice, at)
    day = ended - timedelta(days=dice.randrange(3))
    came = day - timedelta(days=dice.randrange(1, 20))
    story = narrative(dice, 3000 if at % 6 == 0 else dice.randrange(60, 400))
    deal = _deal(dice, at, day, people) if outcome == "settled" else None
    first, second = people[0].name, people[-1].name
    number = f"（{ended.year}）{'柳石社镇街企医商'[at % 8]}人调字第{at + 1:03d}号"
    return Quarrel(
        ref=number,
        body=body.ref,
        mediators=own if at % 4 == 1 else own[:1],
        topic=TOPICS[at % len(TOPICS)],
        channel=CHANNELS[(at * 5 + at // 9) % len(CHANNELS)],
        weight=WEIGHTS[(at // 2) % 4],
        parties=people,
        story=story,
        came=came,
        sat=None if outcome == "open" else day,
        ended=None if outcome == "open" else ended,
        outcome=outcome,
        deal=deal,
        void=at in (16, 37, 44),
        claimed_cents=dice.randrange(10**8) if at % 3 == 0 else None,
        volume=f"{first}与{second}{TOPICS[at % len(TOPICS)]}",
        keeper="许春兰",
        kept_on=ended + timedelta(days=5) if outcome != "open" else None,
        kept_for=("短期", "长期", "永久")[at % 3],
        remark=f"第{at + 1}卷，含附件{at % 5}份。",
    )


def _any_day(dice: Random) -> date:
    return date(2024, 1, 1) + timedelta(
        days=dice.randrange((date(2026, 3, 31) - date(2024, 1, 1)).days)
    )


def _deal(dice: Random, at: int, day: date, people: tuple[Party, ...]) -> Deal:
    on_paper = at % 5 != 2
    cents = (0, 1, 99, 49_999, 125_000, 3_000_000, dice.randrange(10**9), None)[at % 8]
    clauses = "\n".join(
        f"{'一二三四五'[place]}、{narrative(dice, 700 if at % 6 == 0 else 60)}"
        for place in range(4)
    )
    return Deal(
        ref=f"（{day.year}）协议第{at + 1:03d}号",
        on_paper=on_paper,
        cents=cents,
        facts=narrative(dice, 3000 if at % 12 == 0 else 120),
        clauses=clauses,
        manner=f"{day.year}年12月31日前以银行转账方式一次付清；逾期每日按0.05%计。",
        on=day,
        copies=len(people) + 1,
        performed=PERFORMED[at % len(PERFORMED)],
        registered=at % 11 != 8,
    )
