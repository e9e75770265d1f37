"""Example claims of subsidies for papers: one, a quarter of one village, forty mediators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.forms import subjects as make
from tests.forms.subjects import Example, subject
from tests.forms.words import FACTS, RARE_NAMES

AMOUNTS = {"2": 80, "3": 150, "4": 300, "5": 30}


def payee(name: str, place: int, **more: Any) -> dict[str, Any]:
    """A mediator with a bank account, different from all others by ``place``."""
    values = make.mediator(name, **more)
    return {
        **values,
        "id": f"example-payee-{place}",
        "number": f"TJY{place:05d}",
        "bank_account": f"河阳农商银行枫桥支行 62284101990000{place:05d}",
    }


def claim(number: int, who: dict[str, Any], grade: str = "2", **more: Any) -> dict[str, Any]:
    """A claim of a case, in the first quarter of 2026."""
    case = make.case(number=f"（2026）枫东人调字第{number:03d}号", people_involved=4)
    values: dict[str, Any] = {
        "case": {**case, "volume_number": None, "closed_on": date(2026, 3, 18)},
        "mediators": [who],
        "payee": who,
        "year": 2026,
        "quarter": 1,
        "claimed_on": date(2026, 3, 26),
        "grade": grade,
        "amount": Decimal(AMOUNTS[grade]),
        "reasons": "未达到疑难、重大案件的认定标准",
        "state": "1",
        "paid_on": None,
        **dict.fromkeys(("committee_opinion", "office_opinion", "bureau_opinion")),
        **dict.fromkeys(("committee_opinion_on", "office_opinion_on", "bureau_opinion_on")),
        "remarks": None,
        **more,
    }
    return make.record("subsidy", f"{number}", **values)


TYPICAL: list[Example] = [
    subject(claim(number, payee(name, place), grade))
    for number, (name, place, grade) in enumerate(
        [
            ("刘玉珍", 1, "2"),
            ("陈国栋", 2, "4"),
            ("刘玉珍", 1, "5"),
            ("刘玉珍", 1, "2"),
            ("王㛃", 3, "3"),
        ],
        1,
    )
]
_LONG_NAME = "枫桥镇东河村、西塘村、南岭村、北坡村联合物业管理区域性行业性专业性人民调解委员会"
FORTY: list[Example] = [
    subject(
        claim(
            40 * turn + place,
            payee(
                f"{RARE_NAMES[place % len(RARE_NAMES)]}",
                place,
                committee=make.committee(
                    name=_LONG_NAME if place % 7 == 0 else f"枫桥镇第{place}村人民调解委员会"
                ),
            ),
            ("2", "3", "5")[(place + turn) % 3],
            reasons=FACTS[:200],
            office_opinion="案卷完整，同意。",
            office_opinion_on=date(2026, 4, 1),
        )
    )
    for turn in range(3)
    for place in range(1, 41)
]
