"""The examiner's own cases, in a format that knows nothing of the program's fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Body:
    """A committee: who mediates."""

    ref: str
    name: str
    kind: str
    trade: str = ""
    village: str = ""
    founded: date = date(2015, 3, 1)
    ended: date | None = None


@dataclass(frozen=True)
class Mediator:
    """A person who mediates for one committee."""

    ref: str
    name: str
    number: str
    nation: str
    body: str
    phone: str
    full_time: bool = False
    since: date = date(2023, 6, 1)
    until: date = date(2026, 5, 31)


@dataclass(frozen=True)
class Party:
    """A person or an organisation on one side of a quarrel."""

    claims: bool
    name: str
    number: str
    phone: str
    home: str
    company: bool = False
    nation: str = ""
    job: str = ""
    head: str = ""
    head_post: str = ""
    heads: int | None = None


@dataclass(frozen=True)
class Deal:
    """What was agreed."""

    ref: str
    on_paper: bool
    cents: int | None
    facts: str
    clauses: str
    manner: str
    on: date
    copies: int
    performed: str = ""
    registered: bool = True  # False: only the form of the agreement is noted on the case


@dataclass(frozen=True)
class Quarrel:
    """One case as an examiner writes it down."""

    ref: str
    body: str
    mediators: tuple[str, ...]
    topic: str
    channel: str
    weight: str
    parties: tuple[Party, ...]
    story: str
    came: date
    sat: date | None
    ended: date | None
    outcome: str  # "settled", "failed" or "open"
    deal: Deal | None
    void: bool = False
    claimed_cents: int | None = None
    volume: str = ""
    keeper: str = ""
    kept_on: date | None = None
    kept_for: str = ""
    remark: str = ""


TOPICS = (
    "婚姻家庭纠纷", "邻里纠纷", "房产宅基地纠纷", "合同纠纷", "生产经营纠纷", "损害赔偿纠纷",
    "山林土地纠纷", "征地拆迁纠纷", "环境污染纠纷", "拖欠农民工工资纠纷", "其他劳动争议纠纷",
    "旅游纠纷", "电子商务纠纷", "其他消费纠纷", "医疗纠纷", "道路交通事故纠纷", "物业纠纷",
    "其他纠纷",
)  # fmt: skip

CHANNELS = (
    "当事人申请", "人民调解委员会主动调解", "法院委托移送", "检察院委托移送", "公安机关委托移送",
    "信访部门委托移送", "其他部门委托移送", "直接申请", "网上申请",
)  # fmt: skip

WEIGHTS = ("简单纠纷", "一般纠纷", "重大纠纷", "疑难纠纷")

PERFORMED = ("协议已履行", "司法确认", "达成协议后起诉", "法院判决维持", "其他", "")


def id_number(born: date, sequence: int) -> str:
    """Give an invented citizen number of area 410199 with its check digit (GB 11643)."""
    body = f"410199{born:%Y%m%d}{sequence:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    left = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    return body + "10X98765432"[left]


def credit_code(serial: int) -> str:
    """Give an invented credit code of area 410199 with its check sign (GB 32100)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    body = f"91410199MA{serial:07d}"
    left = sum(signs.index(sign) * weight for sign, weight in zip(body, weights, strict=True)) % 31
    return body + signs[(31 - left) % 31]


def born_of(number: str) -> date:
    """Give the birth date a citizen number tells."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """Give the sex a citizen number tells."""
    return "男" if int(number[16]) % 2 else "女"


def age_on(number: str, day: date) -> int:
    """Give the whole years of a person on a day."""
    born = born_of(number)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
