"""Cases made up at random from a seed: many parties, organisations, rare characters, gaps."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Any

from tests.forms import case_subjects as course
from tests.forms import subjects as make
from tests.forms.subjects import identity_number

SURNAMES = "赵钱孙李周吴郑王䶮𬭎㛃𠅤欧"
GIVEN = "䶮𬭎㛃𠅤堃昉玥翀旻喆赟垚珺璟旸志强秀英建国桂兰"
PIECES = (
    "双方因宅基地通道的使用发生争执", "，", "。", "；", "（见宅字〔1987〕第1164号证）", "“谁也不能独占”",
    "赔偿人民币1200.50元", "2026年3月2日", "《民法典》第二百八十八条", "张䶮在场", "——", "，𠅤某称", "：",
    "ABC12号合同", "、", "要求恢复原状并赔礼道歉", "%", "㛃", "\n",
)  # fmt: skip


def random_case(seed: int) -> dict[str, Any]:
    """A case in which anything may be long, rare, many or missing."""
    rng = Random(seed)
    accepted = date(2026, 1, 5) + timedelta(days=rng.randrange(300))
    count = rng.choice((1, 2, 2, 2, 3, 4, 6))
    parties = [random_party(rng, "1" if n == 0 else rng.choice("1223")) for n in range(count)]
    mediated = accepted + timedelta(days=rng.randrange(20))
    agreements = [_agreement(rng, mediated, "12"[n % 2]) for n in range(rng.choice((0, 1, 2, 2)))]
    agents = [
        make.record("agent", "代", name=name(rng), principal=one["name"], contact="13900000099")
        for one in parties
        if rng.random() < 0.2
    ]
    return course.full_case(
        number=maybe(rng, f"（2026）枫东人调字第{seed:03d}号"),
        committee=make.committee(),
        mediators=[make.mediator(name(rng)) for _ in range(rng.choice((1, 1, 2, 4)))],
        applied_on=maybe(rng, accepted - timedelta(days=1)),
        accepted_on=accepted,
        rights_told_on=maybe(rng, accepted),
        parties=parties,
        agents=agents,
        source=rng.choice("1123456"),
        summary=narrative(rng),
        requests=rng.choice((None, "返还押金", _requests(rng))),
        mediated_on=maybe(rng, mediated),
        mediated_until=maybe(rng, mediated + timedelta(days=3)),
        place=maybe(rng, "东河村人民调解室"),
        participants=maybe(rng, f"东河村组长{name(rng)}"),
        minutes=narrative(rng),
        result=rng.choice((None, "1", "2")),
        inquiries=[_inquiry(rng, mediated) for _ in range(rng.choice((0, 1, 2)))],
        sessions=[_session(rng, mediated) for _ in range(rng.choice((0, 1, 1, 3)))],
        agreements=agreements,
        follow_ups=[_follow_up(rng, mediated) for _ in range(rng.choice((0, 1, 2)))],
        attachments=[_exhibit(rng, n) for n in range(rng.choice((0, 2, 9, 30)))],
        volume_name=maybe(rng, f"{parties[0]['name']}等{rng.choice(('邻里', '合同'))}纠纷"),
        volume_note=narrative(rng),
        filed_by=maybe(rng, name(rng)),
        filed_on=maybe(rng, mediated + timedelta(days=30)),
        reviewed_by=maybe(rng, name(rng)),
        retention=rng.choice((None, "1", "2", "3")),
        remarks=maybe(rng, "与2025年第3号卷有关"),
    )


def maybe(rng: Random, value: Any) -> Any:
    """The value, or now and then nothing."""
    return value if rng.random() < 0.8 else None


def name(rng: Random) -> str:
    """A person's name, often with rare characters."""
    return rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2))))


def narrative(rng: Random) -> str | None:
    """A text of nothing to 3,000 characters with marks in any order."""
    length = rng.choice((0, 12, 60, 200, 400, 600, 900, 3000))
    text = ""
    while len(text) < length:
        text += rng.choice(PIECES)
    return "\n".join(line for line in text.split("\n") if line)[:length].strip("\n") or None


def random_party(rng: Random, side: str) -> dict[str, Any]:
    """A natural person or an organisation with gaps."""
    if rng.random() < 0.25:
        return make.organisation(
            f"河阳县{name(rng)}农机服务专业合作社" + "联合社" * rng.randrange(4),
            side,
            legal_head=maybe(rng, name(rng)),
            head_post=maybe(rng, "总经理"),
            contact=maybe(rng, "0371-60000055"),
        )
    born = date(1950, 1, 1) + timedelta(days=rng.randrange(18000))
    return make.party(
        name(rng),
        side,
        sex=rng.choice("12"),
        nation=rng.choice(("01", "03", "05")),
        born_on=maybe(rng, born),
        age=None,
        id_number=maybe(rng, identity_number(born, rng.randrange(100, 900))),
        occupation=maybe(rng, rng.choice(("务农", "个体工商户（餐饮）", "退休教师"))),
        contact=maybe(rng, f"139{rng.randrange(10**8):08d}"),
        address=maybe(rng, "河阳县枫桥镇东河村" + "新村路" * rng.randrange(9) + "3组27号"),
    )


def _agreement(rng: Random, day: date, form: str) -> dict[str, Any]:
    return make.agreement(
        form=form,
        number=maybe(rng, f"（2026）枫东协字第{rng.randrange(999):03d}号"),
        facts=narrative(rng),
        terms=narrative(rng),
        performance=narrative(rng),
        copies=maybe(rng, rng.randrange(2, 9)),
        agreed_on=maybe(rng, day),
    )


def _inquiry(rng: Random, day: date) -> dict[str, Any]:
    return course.inquiry(
        held_on=maybe(rng, day),
        starts_at=maybe(rng, time(rng.randrange(8, 12), rng.randrange(60))),
        ends_at=maybe(rng, time(rng.randrange(14, 18), rng.randrange(60))),
        place=maybe(rng, "枫桥镇东河村" + "第三居民小组" * rng.randrange(8) + "马志强家"),
        participants=maybe(rng, f"{name(rng)}、{name(rng)}"),
        subject=maybe(rng, name(rng)),
        subject_note=maybe(rng, "男，57岁，" + "与双方均为邻居，" * rng.randrange(6) + "村民"),
        investigator=maybe(rng, name(rng)),
        content=narrative(rng),
    )


def _session(rng: Random, day: date) -> dict[str, Any]:
    return course.session(
        held_on=maybe(rng, day),
        starts_at=maybe(rng, time(rng.randrange(8, 12), rng.randrange(60))),
        ends_at=maybe(rng, time(rng.randrange(14, 18), rng.randrange(60))),
        place=maybe(rng, "东河村调解室"),
        parties_present=rng.choice((None, "、".join(name(rng) for _ in range(20)))),
        participants=maybe(rng, name(rng)),
        minutes=narrative(rng),
        result=rng.choice((None, "1", "2", "3")),
    )


def _follow_up(rng: Random, day: date) -> dict[str, Any]:
    return course.follow_up(
        visited_on=maybe(rng, day + timedelta(days=40)),
        person=maybe(rng, name(rng)),
        agreement_number=rng.choice((None, "（2026）旧字第9号")),
        reason=rng.choice((None, "相邻通道纠纷回访")),
        findings=narrative(rng),
    )


def _exhibit(rng: Random, number: int) -> dict[str, Any]:
    return course.exhibit(
        f"证据{number}号{name(rng)}书证",
        proves=maybe(rng, "证明通道共用" * rng.randrange(1, 20)),
        original=rng.choice((None, "1", "2", "3", "4")),
        pages=maybe(rng, rng.randrange(1, 99)),
        provided_by=maybe(rng, name(rng)),
    )


def _requests(rng: Random) -> str:
    items = [
        f"请求{name(rng)}赔偿{rng.randrange(9999)}元" + "，并恢复通道原状" * rng.randrange(8)
        for _ in range(rng.randrange(1, 6))
    ]
    if rng.random() < 0.5:
        return "\n".join(items)
    return "；".join(f"{n}、{one}" for n, one in enumerate(items, 1))
