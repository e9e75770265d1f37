"""Checks of who somebody is: persons of the register, parties and agents of a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from db.identity import age_on, birth_date_of, id_number_warning, sex_of
from db.records.mediation_case import Party
from db.records.person import Person
from db.rules.parameters import OLDEST_AGE
from db.rules.problem import Look, Rule, rule

Found = Iterable[tuple[str, str]]

_NUMBERS = "GB 11643-1999"
_NAMED = ("person", "party", "agent")


def _birth_agrees(person: Any, look: Look) -> Found:  # noqa: ARG001
    number = person.id_number
    if number is None or person.born_on is None:
        return
    told = birth_date_of(number)
    if told is not None and told != person.born_on:
        yield "born_on", f"出生日期与身份证号中的 {told.isoformat()} 不一致，请核对是哪一个写错。"


def _sex_agrees(person: Any, look: Look) -> Found:  # noqa: ARG001
    number = person.id_number
    if number is None or person.sex is None:
        return
    told = sex_of(number)
    if told is not None and person.sex in {"1", "2"} and told != person.sex:
        shown = "男" if told == "1" else "女"
        yield "sex", f"性别与身份证号不一致（身份证号为{shown}），请核对是哪一个写错。"


def _old_number(person: Any, look: Look) -> Found:  # noqa: ARG001
    if person.id_number is not None and len(person.id_number) != 18:
        advice = id_number_warning(person.id_number)
        if advice:
            yield "id_number", advice


def _born_sensibly(person: Any, look: Look) -> Found:
    born = person.born_on
    if born is None:
        return
    if born > look.today:
        yield "born_on", "出生日期在今天之后，请核对。"
    elif age_on(born, look.today) > (oldest := look.number(OLDEST_AGE)):
        yield "born_on", f"年龄超过 {oldest} 周岁，请核对出生日期。"


_FOR_ALL: Final = tuple(
    made
    for kind in _NAMED
    for made in (
        rule("P1", kind, "warning", _NUMBERS)(_birth_agrees),
        rule("P2", kind, "warning", _NUMBERS)(_sex_agrees),
        rule("P3", kind, "warning", _NUMBERS)(_old_number),
        rule("P4", kind, "warning", "出生日期核对")(_born_sensibly),
    )
)


_ONE_ENTRY = "人员台账（一人一条，可兼多种身份）"


@rule("P5", "person", "warning", _ONE_ENTRY)
def number_once(person: Person, look: Look) -> Found:
    """One identity number belongs to one person of the register."""
    if person.id_number is None:
        return
    for other in look.find("person", id_number=person.id_number):
        if other.id != person.id and not {person.id, other.id} & {
            person.merged_into,
            other.merged_into,
        }:
            yield (
                "id_number",
                f"人员“{other.name}”已登记了这个身份证号，请核对是否同一人；"
                "同一人只登记一次，可兼多种身份。",
            )
            return


@rule("P7", "person", "error", _ONE_ENTRY)
def merged_into_one(person: Person, look: Look) -> Found:
    """A person is merged into one that is not merged itself, and nothing is merged into it."""
    if person.merged_into is None:
        return
    if person.merged_into == person.id:
        yield "merged_into", "不能合并到自己，请选另一条登记。"
        return
    kept = look.get("person", person.merged_into)
    if kept is not None and kept.merged_into is not None:
        yield "merged_into", f"“{kept.name}”那一条已合并到别的登记，请合并到最后保留的那一条。"
    if look.find("person", merged_into=person.id):
        yield "merged_into", "已有别的登记合并到这一条，请先把它们拆开，或反过来合并。"


@rule("P6", "party", "warning", "SF/T 0018 案件当事人信息集")
def organisation_has_no_sex(party: Party, look: Look) -> Found:  # noqa: ARG001
    """Sex, nation and birth date are for natural persons only."""
    if party.kind in {"02", "03"} and (party.sex or party.nation or party.born_on):
        yield "kind", "单位没有性别、民族和出生日期，请核对当事人类型，或清空这几栏。"


RULES: Final[tuple[Rule, ...]] = (
    *_FOR_ALL,
    number_once,
    organisation_has_no_sex,
    merged_into_one,
)
