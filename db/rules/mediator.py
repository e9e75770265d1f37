"""Checks C8, C9, C12, C14–C16 on one mediator's engagement (人民调解法 13–16)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from db.identity import age_on, birth_date_of
from db.records.mediator import Mediator
from db.rules.parameters import (
    ADULT_AGE,
    FILING_DAYS,
    INDUCTION_HOURS,
    TERM_YEARS,
    TRAINING_HOURS,
)
from db.rules.problem import Look, Rule, rule
from db.rules.spans import filing_problem, years_later

Found = Iterable[tuple[str, str]]

_LAW13 = "《人民调解法》第十三条"
_LAW14 = "《人民调解法》第十四条"
_LAW15 = "《人民调解法》第十五条"
_LAWFUL_GROUNDS = ("01", "02", "03", "04")


def _born_on(mediator: Mediator, look: Look) -> date | None:
    person = look.get("person", mediator.person)
    if person is None:
        return None
    born: date | None = person.born_on
    return born or (birth_date_of(person.id_number) if person.id_number else None)


@rule("C8", "mediator", "error", _LAW13)
def elected_is_member(mediator: Mediator, look: Look) -> Found:
    """A mediator by election (推选) is a member in the committee's term of that day."""
    if mediator.origin != "01":
        return
    day = mediator.engaged_on
    terms = [
        term
        for term in look.find("committee_term", committee=mediator.committee)
        if term.starts_on <= day <= term.ends_on and term.members
    ]
    listed = {member.person for term in terms for member in term.members}
    if terms and mediator.person not in listed:
        yield (
            "origin",
            "人民调解员由委员或者聘任的人员担任；此人不在本届委员名单里，"
            "请把产生方式改为聘用，或先在届次中登记为委员。",
        )


@rule("C8.1", "mediator", "warning", _LAW13)
def origin_known(mediator: Mediator, look: Look) -> Found:  # noqa: ARG001
    """It is known whether a mediator is a member or appointed."""
    if mediator.origin is None:
        yield "origin", "没有填产生方式，请选推选（委员）或聘用。"


@rule("C9", "mediator", "error", _LAW14)
def is_adult(mediator: Mediator, look: Look) -> Found:
    """A mediator is an adult on the day of engagement."""
    born = _born_on(mediator, look)
    if born is None:
        return
    age = age_on(born, mediator.engaged_on)
    adult = look.number(ADULT_AGE, mediator.engaged_on)
    if age < adult:
        yield (
            "person",
            f"人民调解员应当由成年公民担任，聘用时年龄为 {max(age, 0)} 周岁，"
            f"未满 {adult} 周岁，请核对出生日期或聘用日期。",
        )


@rule("C9.1", "mediator", "warning", _LAW14)
def age_known(mediator: Mediator, look: Look) -> Found:
    """The age of a mediator can be checked."""
    if _born_on(mediator, look) is None:
        yield "person", "没有登记出生日期，无法核对是否成年，请到人员中补填身份证号或出生日期。"


@rule("C5", "mediator", "warning", "《人民调解法》第九条；聘期与委员任期一致")
def engagement_length(mediator: Mediator, look: Look) -> Found:
    """An engagement ends after it began and lasts at most one term."""
    if mediator.ends_on is None:
        return
    years = look.number(TERM_YEARS, mediator.engaged_on)
    if mediator.ends_on < mediator.engaged_on:
        yield "ends_on", "聘用截止日期早于起始日期，请核对。"
    elif mediator.ends_on > years_later(mediator.engaged_on, years):
        yield "ends_on", f"聘期超过一届任期（{years} 年），请核对，续聘请另行登记。"


@rule("C12", "mediator", "warning", FILING_DAYS)
def mediator_filed(mediator: Mediator, look: Look) -> Found:
    """Engaging and dismissing a mediator is filed in time."""
    return filing_problem(mediator.changed_on, mediator.filed_on, look)


@rule("C14", "mediator", "warning", _LAW15)
def lawful_ground(mediator: Mediator, look: Look) -> Found:  # noqa: ARG001
    """A mediator is removed from office on one of the four grounds of the law."""
    if mediator.state == "3" and mediator.dismissal_ground not in _LAWFUL_GROUNDS:
        yield (
            "dismissal_ground",
            "罢免应有法定情形（偏袒当事人、侮辱当事人、索取收受财物、泄露隐私或商业秘密），"
            "请改选原因，或把聘任状态改为解聘、辞职等。",
        )


@rule("C15", "mediator", "warning", _LAW14)
def trained(mediator: Mediator, look: Look) -> Found:
    """A mediator had the hours of training asked for."""
    for name, hours, asked in (
        ("induction_hours", mediator.induction_hours, INDUCTION_HOURS),
        ("training_hours", mediator.training_hours, TRAINING_HOURS),
    ):
        least = look.number(asked)
        if hours is not None and hours < least:
            yield name, f"{asked.label}为 {hours}，少于 {least} 学时，请安排补训。"


@rule("C16", "mediator", "note", "《人民调解法》第十六条")
def injured_is_helped(mediator: Mediator, look: Look) -> Found:  # noqa: ARG001
    """A mediator hurt at work is entitled to help; dead at work, the family is."""
    if mediator.injury is not None:
        yield (
            "injury",
            "因从事调解工作伤亡的，当地人民政府应提供医疗、生活救助，"
            "牺牲的其配偶、子女享受抚恤优待，请协助办理。",
        )


@rule("TW4", "mediator", "warning", "人民调解员名册（重复核对）")
def engaged_once(mediator: Mediator, look: Look) -> Found:
    """A person is engaged by one committee once at a time."""
    others = look.find("mediator", person=mediator.person, committee=mediator.committee)
    if mediator.state in {None, "1"} and any(
        other.id != mediator.id
        and other.state in {None, "1"}
        and (other.ends_on is None or other.ends_on >= mediator.engaged_on)
        and (mediator.ends_on is None or mediator.ends_on >= other.engaged_on)
        for other in others
    ):
        yield "person", "此人在这个调委会已有聘期重叠的在任聘任，请核对是否重复登记。"


@rule("TW5", "mediator", "warning", "人民调解员名册（日期核对）")
def left_after_engaged(mediator: Mediator, look: Look) -> Found:  # noqa: ARG001
    """A mediator leaves after the engagement began."""
    if mediator.left_on is not None and mediator.left_on < mediator.engaged_on:
        yield "left_on", "离任日期早于聘用起始日期，请核对。"


RULES: Final[tuple[Rule, ...]] = (
    elected_is_member,
    origin_known,
    is_adult,
    age_known,
    engagement_length,
    mediator_filed,
    lawful_ground,
    trained,
    injured_is_helped,
    engaged_once,
    left_after_engaged,
)
