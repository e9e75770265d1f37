"""Fictional people: names, identity numbers of a reserved area, telephones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

AREA = "410199"
"""An area code that no real identity number starts with."""

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
)
RARE_SURNAMES = ("单", "解", "仇", "翟", "查", "盖", "朴", "区", "尉迟", "欧阳", "上官", "诸葛")
GIVEN_FIRST = "建国志文春秋永长德玉桂秀金保福海清明立新小红光庆学家景俊世东晓振洪兆克少伯广"
GIVEN_LAST = "华平军民生强林峰勇刚杰伟斌涛辉英兰芳梅霞云娟琴荣珍香莲花凤萍河山田水旺贵有成义顺满"
RARE_GIVEN = ("䶮", "喆", "堃", "玥", "昉", "翀", "赟", "𬭎", "㛃", "垚", "珺", "璟")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Someone:
    """One invented person; ``sex`` is the code 1 (male) or 2 (female)."""

    name: str
    sex: str
    born: date
    id_number: str
    phone: str


def identity_number(born: date, serial: int) -> str:
    """Give a valid 18-digit number of the reserved area (GB 11643-1999)."""
    body = f"{AREA}{born:%Y%m%d}{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def someone(rng: Random, today: date, *, youngest: int = 22, oldest: int = 78) -> Someone:
    """Give an invented person of an age between the two bounds."""
    sex = rng.choice("12")
    days = rng.randrange(youngest * 366, oldest * 365)
    born = today - timedelta(days=days)
    serial = rng.randrange(0, 499) * 2 + (1 if sex == "1" else 0)
    surname = rng.choice(RARE_SURNAMES) if rng.random() < 0.04 else rng.choice(SURNAMES)
    given = rng.choice(GIVEN_LAST)
    if rng.random() < 0.75:
        given = rng.choice(GIVEN_FIRST) + given
    if rng.random() < 0.03:
        given = rng.choice(RARE_GIVEN)
    phone = f"1{rng.choice('35789')}{rng.randrange(10**9):09d}"
    return Someone(surname + given, sex, born, identity_number(born, serial), phone)
