"""Checks C1–C7, C10–C13 on committees and their terms (人民调解法 8–10, 34).

C8, C9 and C14–C16 concern one mediator and stand in ``db.rules.mediator``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Final

from db.codes import code_list
from db.records.committee import Committee, CommitteeMember, CommitteeTerm
from db.rules.parameters import (
    FILING_DAYS,
    FULL_TIME_TOWNSHIP,
    FULL_TIME_TRADE,
    FULL_TIME_VILLAGE,
    MEDIATORS_LEAST,
    MEMBERS_LEAST,
    MEMBERS_MOST,
    TERM_REMINDER,
    TERM_YEARS,
    Parameter,
)
from db.rules.problem import Look, Rule, rule
from db.rules.spans import filing_problem, in_post, years_later

Found = Iterable[tuple[str, str]]

_LAW8 = "《人民调解法》第八条"
_LAW9 = "《人民调解法》第九条"
_CHAIR = "03"
_TOWNSHIP_KINDS = ("03", "04")
_ELECTED: Final = {
    "01": (("01", "02"), "村民会议或者村民代表会议推选"),
    "02": (("03",), "居民会议推选"),
    "05": (("04", "05", "06"), "职工大会、职工代表大会或者工会组织推选"),
}
_FULL_TIME: Final[dict[str, Parameter]] = {
    "01": FULL_TIME_VILLAGE,
    "02": FULL_TIME_VILLAGE,
    "03": FULL_TIME_TOWNSHIP,
    "04": FULL_TIME_TOWNSHIP,
    "06": FULL_TIME_TRADE,
}


def _serving(term: CommitteeTerm, look: Look) -> list[CommitteeMember]:
    """Give who serves today; of a term that ended, who served on its last day."""
    day = min(look.today, term.ends_on)
    return [member for member in term.members if member.until is None or member.until >= day]


def _people(term: CommitteeTerm, look: Look) -> Iterator[Any]:
    for member in _serving(term, look):
        person = look.get("person", member.person)
        if person is not None:
            yield person


@rule("C1", "committee_term", "error", _LAW8)
def member_count(term: CommitteeTerm, look: Look) -> Found:
    """A committee has three to nine members."""
    count = len({member.person for member in _serving(term, look)})
    least, most = look.number(MEMBERS_LEAST), look.number(MEMBERS_MOST)
    if 0 < count < least:
        yield "members", f"委员现有 {count} 人，少于 {least} 人，请补足后再保存。"
    elif count > most:
        yield "members", f"委员现有 {count} 人，多于 {most} 人，请调整后再保存。"


@rule("C1.1", "committee_term", "warning", _LAW8)
def members_listed(term: CommitteeTerm, look: Look) -> Found:
    """A term lists its members."""
    if not _serving(term, look):
        yield "members", "委员名单还没有填，请登记本届委员（三至九人，设主任一人）。"


@rule("C2", "committee_term", "error", _LAW8)
def one_chair(term: CommitteeTerm, look: Look) -> Found:
    """A committee has exactly one chair."""
    members = _serving(term, look)
    chairs = sum(member.post == _CHAIR for member in members)
    if members and chairs != 1:
        now = "没有主任" if chairs == 0 else f"有 {chairs} 名主任"
        yield "members", f"调委会设主任一人，名单里{now}，请改正职务。"


@rule("C3", "committee_term", "error", _LAW8)
def has_woman(term: CommitteeTerm, look: Look) -> Found:
    """A committee has at least one woman among its members."""
    sexes = [person.sex for person in _people(term, look)]
    if sexes and len(sexes) == len(_serving(term, look)) and all(sex == "1" for sex in sexes):
        yield "members", "调委会应当有妇女成员，名单里没有，请补充女性委员。"


@rule("C3.1", "committee_term", "warning", _LAW8)
def sexes_known(term: CommitteeTerm, look: Look) -> Found:
    """The sex of members is recorded, so that C3 can be decided."""
    sexes = [person.sex for person in _people(term, look)]
    if "2" not in sexes and any(sex not in {"1", "2"} for sex in sexes):
        yield "members", "有委员的性别没有登记，无法核对是否有妇女成员，请到人员中补填性别。"


@rule("C4", "committee_term", "warning", _LAW8)
def has_smaller_nation(term: CommitteeTerm, look: Look) -> Found:
    """Where several nations live, a member of a smaller one sits in the committee."""
    committee = look.get("committee", term.committee)
    village = look.get("village", committee.village) if committee is not None else None
    if village is None or not village.several_nations:
        return
    nations = [person.nation for person in _people(term, look)]
    if nations and all(nation in {None, "01"} for nation in nations):
        yield "members", "多民族居住地区的调委会应当有人数较少民族的成员，请补充或核对委员的民族。"


@rule("C5", "committee_term", "error", _LAW9)
def term_length(term: CommitteeTerm, look: Look) -> Found:
    """A term lasts at most three years, and ends after it starts."""
    years = look.number(TERM_YEARS, term.starts_on)
    if term.ends_on < term.starts_on:
        yield "ends_on", "任期届满日期早于开始日期，请核对。"
    elif term.ends_on > years_later(term.starts_on, years):
        yield "ends_on", f"委员每届任期 {years} 年，现超过 {years} 年，请核对起止日期。"


@rule("C5.2", "committee_term", "warning", _LAW9)
def term_not_shorter(term: CommitteeTerm, look: Look) -> Found:
    """A term lasts no less than three years, its first day counted."""
    years = look.number(TERM_YEARS, term.starts_on)
    if term.starts_on <= term.ends_on < years_later(term.starts_on, years) - timedelta(days=1):
        yield "ends_on", f"委员每届任期 {years} 年，现不足 {years} 年，请核对起止日期。"


@rule("C5.1", "committee_term", "warning", _LAW9)
def term_ending(term: CommitteeTerm, look: Look) -> Found:
    """A term that ends soon, or has ended, is followed by a new one."""
    left = (term.ends_on - look.today).days
    if left > look.number(TERM_REMINDER, term.ends_on):
        return
    others = look.find("committee_term", committee=term.committee)
    if any(other.starts_on > term.starts_on for other in others):
        return
    state = f"还有 {left} 天届满" if left >= 0 else "已经届满"
    yield "ends_on", f"本届任期{state}，请组织换届并登记新一届。"


@rule("C6", "committee_term", "error", _LAW9)
def election_fits(term: CommitteeTerm, look: Look) -> Found:
    """Members come to office in the way the law has for the kind of committee."""
    committee = look.get("committee", term.committee)
    if term.election_way is None or committee is None:
        return
    allowed = _ELECTED.get(committee.kind)
    if allowed is not None and term.election_way not in allowed[0]:
        kind = code_list("committee_kind").label(committee.kind)
        yield "election_way", f"{kind}委员由{allowed[1]}产生，请改正产生方式。"


@rule("C7", "committee", "note", "《人民调解法》第三十四条")
def founder_named(committee: Committee, look: Look) -> Found:  # noqa: ARG001
    """A committee set up by reference to the law names who set it up."""
    if committee.kind in {"03", "04", "06", "99"} and not committee.founder:
        yield "founder", "参照人民调解法设立的调委会应记明设立单位，请补填。"


@rule("C10", "committee_term", "warning", "《人民调解工作若干规定》第十四条")
def schooling(term: CommitteeTerm, look: Look) -> Found:
    """Members of township and street committees went to senior secondary school."""
    committee = look.get("committee", term.committee)
    if committee is None or committee.kind not in _TOWNSHIP_KINDS:
        return
    levels = code_list("education")
    least = _schooling_rank("61")
    serving = _serving(term, look)
    for place, member in enumerate(term.members):
        person = look.get("person", member.person)
        if person is None or person.education is None or member not in serving:
            continue
        rank = _schooling_rank(person.education)
        if rank is not None and least is not None and rank < least:
            label = levels.label(person.education)
            message = (
                f"乡镇（街道）调委会委员应具有高中以上文化程度，{person.name}为{label}，请核对。"
            )
            yield f"members[{place}].person", message


def _schooling_rank(code: str) -> int | None:
    entry = code_list("education").entry(code)
    rank = entry.more.get("rank") if entry is not None else None
    return int(rank) if rank else None


@rule("C11", "committee", "warning", "司发〔2018〕2号《关于加强人民调解员队伍建设的意见》")
def full_time_mediators(committee: Committee, look: Look) -> Found:
    """A committee has its number of full-time mediators."""
    asked = _FULL_TIME.get(committee.kind)
    if asked is None or committee.state not in {None, "1"}:
        return
    needed = look.number(asked)
    full_time = look.find("mediator", committee=committee.id, full_part_time="01")
    count = sum(in_post(one, look.today) for one in full_time)
    if count < needed:
        yield "", f"{asked.label}应有 {needed} 人以上，台账里现有 {count} 人，请聘任或补登记。"


@rule("C11.1", "committee", "warning", MEDIATORS_LEAST)
def mediators_enough(committee: Committee, look: Look) -> Found:
    """A committee has three mediators or more."""
    if committee.state not in {None, "1"}:
        return
    mediators = look.find("mediator", committee=committee.id)
    count = sum(in_post(one, look.today) for one in mediators)
    least = look.number(MEDIATORS_LEAST)
    if count < least:
        yield "", f"每个调委会应有 {least} 名以上调解员，台账里现有 {count} 人，请聘任或补登记。"


@rule("C12", "committee", "warning", FILING_DAYS)
def committee_filed(committee: Committee, look: Look) -> Found:
    """Setting up, changing or ending a committee is filed in time."""
    return filing_problem(committee.changed_on, committee.filed_on, look)


@rule("C12", "committee_term", "warning", FILING_DAYS)
def term_filed(term: CommitteeTerm, look: Look) -> Found:
    """A change of members is filed in time."""
    return filing_problem(term.changed_on, term.filed_on, look)


@rule("C13", "committee", "note", "《人民调解法》第十条")
def court_told(committee: Committee, look: Look) -> Found:  # noqa: ARG001
    """The county bureau tells the local court of the committee and its changes."""
    if committee.filed_on is not None and committee.court_told_on is None:
        yield "court_told_on", "备案后由县级司法行政部门通报所在地基层人民法院，通报后请补填日期。"


@rule("TW1", "committee", "warning", "备案登记表（同名调委会核对）")
def name_once(committee: Committee, look: Look) -> Found:
    """Two committees do not have the same name."""
    if any(other.id != committee.id for other in look.find("committee", name=committee.name)):
        yield "name", "已有同名的调委会，请核对是否重复登记。"


@rule("TW2", "committee", "warning", "备案登记表（日期核对）")
def ended_after_founded(committee: Committee, look: Look) -> Found:  # noqa: ARG001
    """A committee ends after it was founded."""
    if committee.founded_on and committee.ended_on and committee.ended_on < committee.founded_on:
        yield "ended_on", "撤销日期早于成立日期，请核对。"


@rule("TW3", "committee_term", "warning", "委员名单（重复核对）")
def members_once(term: CommitteeTerm, look: Look) -> Found:  # noqa: ARG001
    """A person sits in a term once."""
    seen: set[str] = set()
    for place, member in enumerate(term.members):
        if member.until is None and member.person in seen:
            yield f"members[{place}].person", "这名委员在名单里出现了两次，请删去一行。"
        seen.add(member.person)


RULES: Final[tuple[Rule, ...]] = (
    member_count,
    members_listed,
    one_chair,
    has_woman,
    sexes_known,
    has_smaller_nation,
    term_length,
    term_not_shorter,
    term_ending,
    election_fits,
    founder_named,
    schooling,
    full_time_mediators,
    mediators_enough,
    committee_filed,
    term_filed,
    court_told,
    name_once,
    ended_after_founded,
    members_once,
)
