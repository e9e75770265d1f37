"""Checks of villages, legal service places and the office itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.codes import code_list
from db.records.legal_service_place import LegalServicePlace
from db.records.office import Office
from db.records.village import Village
from db.rules.parameters import ELECTION_REMINDER
from db.rules.problem import Look, Rule, rule
from db.rules.spans import in_force

Found = Iterable[tuple[str, str]]

_BOOK = "村(社区)基本情况台账"
_ROOMS = "《公共法律服务平台建设实施方案》（豫司文〔2017〕157号）"


@rule("V1", "village", "warning", _BOOK)
def name_once(village: Village, look: Look) -> Found:
    """A village's name is unique inside the office."""
    if any(other.id != village.id for other in look.find("village", name=village.name)):
        yield "name", "已有同名的村（社区），请核对是否重复登记。"


@rule("V2", "village", "warning", _BOOK)
def counts_agree(village: Village, look: Look) -> Found:  # noqa: ARG001
    """There are no more households than people."""
    people = max(village.registered_people or 0, village.resident_people or 0)
    if people and village.households is not None and village.households > people:
        yield "households", "户数多于人口数，请核对是否填反。"


@rule("V3", "village", "warning", _BOOK)
def merged_is_dated(village: Village, look: Look) -> Found:  # noqa: ARG001
    """A merged village says since when, so that old periods count it rightly."""
    if village.state == "2" and village.merged_on is None:
        yield "merged_on", "已撤并的村（社区）要填撤并日期，报表才能按期末计数，请补填。"
    if village.merged_into is not None and village.merged_into == village.id:
        yield "merged_into", "不能并入自己，请改选并入的村（社区）。"


@rule("V4", "village", "note", "公共法律服务工作室应覆盖每个村（社区）（004-38）")
def has_room(village: Village, look: Look) -> Found:
    """Every village has a legal service room."""
    if village.state == "2":
        return
    rooms = look.find("legal_service_place", village=village.id)
    if not any(room.state in {None, "1"} for room in rooms):
        yield "", "还没有登记在用的公共法律服务工作室，建成后请在“法律服务”中登记。"


@rule("V5", "village", "note", "司发〔2018〕5号；村（居）法律顾问应覆盖每个村（社区）")
def has_consultant(village: Village, look: Look) -> Found:
    """Every village has a consultant with a contract in force."""
    if village.state == "2":
        return
    for contract in look.find("consultant_contract"):
        if in_force(contract, look.today) and village.id in contract.villages:
            return
    yield "", "今天没有有效的法律顾问聘用合同，请签订后在“法律服务”中登记。"


@rule("V6", "village", "warning", ELECTION_REMINDER)
def election_ahead(village: Village, look: Look) -> Found:
    """An election that comes soon is prepared."""
    if village.next_election_on is None:
        return
    left = (village.next_election_on - look.today).days
    if 0 <= left <= look.number(ELECTION_REMINDER, village.next_election_on):
        yield "next_election_on", f"距两委换届还有 {left} 天，请准备换届法治宣传和调委会换届。"


@rule("G1", "legal_service_place", "warning", _ROOMS)
def shows_signs(place: LegalServicePlace, look: Look) -> Found:  # noqa: ARG001
    """A place in use shows its plate, its notice board and its rules."""
    if place.state not in {None, "1"}:
        return
    if place.plate is False:
        yield "plate", "还没有挂标牌，请安装后改为“是”。"
    if place.board is False:
        yield "board", "还没有公示牌，请公示法律顾问身份、服务内容和联系方式。"


@rule("G2", "legal_service_place", "note", _ROOMS)
def rules_shown(place: LegalServicePlace, look: Look) -> Found:  # noqa: ARG001
    """All working rules hang on the wall."""
    shown = set(place.rules)
    missing = [e.label for e in code_list("station_rules").entries if e.code not in shown]
    if shown and missing:
        yield "rules", f"制度上墙还缺：{'、'.join(missing)}，请补齐。"


@rule("G3", "legal_service_place", "warning", _ROOMS)
def board_is_new(place: LegalServicePlace, look: Look) -> Found:
    """The notice board is renewed after the consultant changed."""
    if place.board_on is None or place.village is None:
        return
    for contract in look.find("consultant_contract"):
        if (
            place.village in contract.villages
            and in_force(contract, look.today)
            and place.board_on < (contract.signed_on or contract.starts_on)
        ):
            yield "board_on", "签订新的法律顾问合同后公示牌还没有更新，请更新并填写日期。"
            return


@rule("G4", "legal_service_place", "warning", _ROOMS)
def built_before_accepted(place: LegalServicePlace, look: Look) -> Found:  # noqa: ARG001
    """A place is accepted after it was built."""
    if place.built_on and place.accepted_on and place.accepted_on < place.built_on:
        yield "accepted_on", "验收日期早于建成日期，请核对。"


@rule("O1", "office", "warning", "SF/T 0017 司法所工作经费来源信息表")
def one_fund_a_year(office: Office, look: Look) -> Found:  # noqa: ARG001
    """The funds of a year are recorded once."""
    seen: set[int] = set()
    for place, fund in enumerate(office.funds):
        if fund.year in seen:
            yield f"funds[{place}].year", f"{fund.year} 年的工作经费登记了两次，请合并。"
        seen.add(fund.year)


@rule("O2", "office", "note", "SF/T 0017 司法所工作向村社区延伸情况信息表")
def villages_agree(office: Office, look: Look) -> Found:
    """The number of villages agrees with the villages of the ledger."""
    if office.villages_below is None:
        return
    count = sum(v.state != "2" for v in look.find("village"))
    if count and count != office.villages_below:
        yield (
            "villages_below",
            f"台账里在用的村（社区）有 {count} 个，这里填 {office.villages_below} 个，请核对。",
        )


RULES: Final[tuple[Rule, ...]] = (
    name_once,
    counts_agree,
    merged_is_dated,
    has_room,
    has_consultant,
    election_ahead,
    shows_signs,
    rules_shown,
    board_is_new,
    built_before_accepted,
    one_fund_a_year,
    villages_agree,
)
