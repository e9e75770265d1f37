"""For every rule a record that breaks it: a change of the valid example of its type."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.db.memory_look import TODAY
from tests.examples import EXAMPLES

Given = dict[str, Any]


@dataclass(frozen=True)
class Failure:
    """``given`` of ``checked`` type breaks rule ``number`` of type ``rule_type``.

    ``without``: a type whose example is left out, because ``instead`` would make it wrong.
    """

    number: str
    rule_type: str
    given: Given
    checked: str = ""
    instead: dict[str, Given] = field(default_factory=dict[str, Given])
    as_new: bool = False
    without: str = ""
    today: date = TODAY

    @property
    def type_name(self) -> str:
        """The type whose draft is checked: the rule's own, or the owner of its rows."""
        return self.checked or self.rule_type


CASE = EXAMPLES["mediation_case"]
PARTIES: list[Given] = CASE["当事人"]
AGREEMENT: Given = CASE["调解协议"][0]
EDITION: Given = EXAMPLES["paper_profile"]["自有文书"][0]
MEMBERS: list[Given] = EXAMPLES["committee_term"]["委员"]
MAN = {"姓名": "王建设", "职务": "调委会委员"}
CHAIR = {"姓名": "陈国栋", "职务": "主任"}
ELSEWHERE = [{**one, "单位或住址": "外县"} for one in PARTIES]
UNFINISHED: Given = {
    "受理日期": "2028-01-13", "申请日期": "", "调解日期": "", "各次调解记录": [], "调解结果": "",
    "协议形式": "", "结案日期": "", "调解协议": [], "回访记录": [], "立卷日期": "",
}  # fmt: skip
THIRD = {"一方": "被申请人", "姓名": "周三"}


def case(number: str, **changes: Any) -> Failure:
    """A failing case of rule ``number``."""
    return Failure(number, "mediation_case", changes)


def party(number: str, **changes: Any) -> Failure:
    """A failing first party."""
    given = {"当事人": [{**PARTIES[0], **changes}, PARTIES[1]]}
    return Failure(number, "party", given, "mediation_case")


def agent(number: str, **changes: Any) -> Failure:
    """A failing agent."""
    given = {"代理人": [{**CASE["代理人"][0], **changes}]}
    return Failure(number, "agent", given, "mediation_case")


def agreement(number: str, *, today: date = TODAY, **changes: Any) -> Failure:
    """A failing agreement."""
    given = {"调解协议": [{**AGREEMENT, **changes}]}
    return Failure(number, "agreement", given, "mediation_case", today=today)


def term(number: str, *, instead: dict[str, Given] | None = None, **changes: Any) -> Failure:
    """A failing term."""
    return Failure(number, "committee_term", changes, instead=instead or {})


def mediator(number: str, *, instead: dict[str, Given] | None = None, **changes: Any) -> Failure:
    """A failing engagement."""
    return Failure(number, "mediator", changes, instead=instead or {})


NO_TERM_FOR_LI: dict[str, Given] = {
    "孙明理": {"身份证号": "", "性别": "女"},
    "mediator": {"产生方式": "聘用"},
    "committee_term": {"委员": [CHAIR, MAN, {"姓名": "孙明理", "职务": "委员"}]},
}
OF_TOWNSHIP = {"committee": {"调委会类型": "乡镇调委会"}}

CASE_FAILURES = (
    case("M1", parties_agree="否"),
    case("M2", settled_elsewhere="是"),
    case("M3", village="山口村", parties=ELSEWHERE),
    case("M4", rights_told_on="2026-01-25"),
    case("M5", mediators=[]),
    case("M6", participants_agreed="否"),
    case("M7", closed_on="2026-02-20"),
    case("M8", result="2", agreements=[]),
    case("M9", forecast="2"),
    case("M9.1", forecast="3", precautions="劝离现场"),
    Failure("M7.1", "mediation_case", UNFINISHED, today=date(2028, 1, 20)),
    case("M15.1", follow_ups=[]),
    case("M12", agreements=[{**AGREEMENT, "协议份数": 2}]),
    case("M12.1", parties=[*PARTIES, THIRD]),
    case("M16", fee="50"),
    case("M17", applied_on="2026-01-14"),
    case("M17.1", agreements=[{**AGREEMENT, "协议日期": "2026-01-12"}]),
    case("M18", attachments=[]),
    case("M19", parties=[{"一方": "1", "姓名": "李惠民", "身份证号": "410199198203080240"}, THIRD]),
    case("K1", parties=PARTIES[:1], agents=[]),
    case("K2", agents=[{"被代理当事人": "没有这个人", "姓名": "吴静"}]),
    case("K3", agents=[{"被代理当事人": "赵长河", "姓名": f"吴{n}"} for n in "一二三"]),
    case("K4", people_involved=0),
    case("K5", summary=""),
    case("K6", form="", agreements=[]),
    case("K7", result="2"),
    case("K8", form="口头协议"),
    case("K9", parties=[PARTIES[0], {**PARTIES[0], "一方": "2"}], agents=[]),
    agreement("M10", 调委会盖章日期="2026-01-25"),
    agreement("M10.1", 人民调解员签名日期="2026-01-20", 生效日期="2026-01-22"),
    agreement("M11", 协议形式="口头协议", 生效日期="2026-01-25"),
    agreement("M13", 司法确认="已申请", 司法确认申请日期="2026-03-02"),
    agreement("M13.1", today=date(2026, 2, 24), 协议履行情况="", 履行日期=""),
    agreement("M14", 司法确认="已申请", confirms_status="是"),
    agreement("M15", 协议履行情况=""),
    agreement("M17", 履行日期="2026-01-19"),
    party("P1", 出生日期="1969-09-29"),
    party("P2", 性别="女"),
    party("P3", 身份证号="410199690930013"),
    party("P4", 身份证号="", 出生日期="1900-01-01"),
    party("P6", 当事人类型="02"),
    agent("P1", 身份证号="410199196909300138", 出生日期="1969-09-29"),
    agent("P2", 身份证号="410199196909300138", 性别="女"),
    agent("P3", 身份证号="410199690930013"),
    agent("P4", 出生日期="2030-01-01"),
)

COMMITTEE_FAILURES = (
    term("C1", members=MEMBERS[:2]),
    term("C1.1", members=[]),
    term("C2", members=[{**one, "职务": "委员"} for one in MEMBERS]),
    term("C3", members=[CHAIR, MAN, {"姓名": "孙明理", "职务": "委员"}]),
    term(
        "C3.1",
        members=[CHAIR, MAN, {"姓名": "孙明理", "职务": "委员"}],
        instead={"孙明理": {"身份证号": ""}},
    ),
    term("C4", instead={"village": {"多民族居住地区": "是"}}),
    term("C5", ends_on="2028-06-30"),
    term("C5.2", ends_on="2027-01-08"),
    Failure("C5.1", "committee_term", {}, today=date(2027, 12, 1)),
    term("C6", election_way="居民会议推选"),
    Failure("C7", "committee", {"kind": "03", "founder": ""}),
    term("C10", election_way="07", instead=OF_TOWNSHIP),
    Failure("C11", "committee", {}, instead={"mediator": {"专兼职": "兼职"}}),
    Failure("C11.1", "committee", {}, instead={"mediator": {"聘任状态": "辞职"}}),
    Failure("C12", "committee", {"filed_on": "2025-02-10"}),
    term("C12", filed_on=""),
    Failure("C13", "committee", {"court_told_on": ""}),
    Failure("TW1", "committee", {}, as_new=True),
    Failure("TW2", "committee", {"ended_on": "1990-01-01"}),
    term("TW3", members=[*MEMBERS, MEMBERS[2]]),
    mediator("C8", instead=NO_TERM_FOR_LI),
    mediator("C8.1", origin=""),
    mediator("C9", engaged_on="2000-03-07", ends_on="", origin="聘用"),
    mediator("C9.1", instead={"李惠民": {"身份证号": ""}}),
    mediator("C5", ends_on="2030-01-09"),
    mediator("C12", filed_on="2025-06-01"),
    mediator("C14", state="罢免", dismissal_ground="身体原因不能履行职责"),
    mediator("C15", training_hours="6"),
    mediator("C16", injury="残疾"),
    Failure("TW4", "mediator", {}, as_new=True),
    mediator("TW5", left_on="2024-01-01"),
)

LEGAL_SERVICE_FAILURES = (
    Failure("H1", "holiday", {}, as_new=True),
    Failure("S1", "rule_setting", {}, as_new=True),
    Failure("S2", "rule_setting", {"parameter": "retention_short", "value": 0}),
    Failure("S3", "rule_setting", {"source": ""}),
    Failure("H2", "holiday", {"kind": "调休上班"}),
    Failure("F1", "consultant", {"licence": ""}),
    Failure("F2", "consultant", {"punished": "是"}),
    Failure("F3", "consultant", {}, as_new=True),
    Failure("F4", "consultant_contract", {"ends_on": "2025-12-31"}),
    Failure("F5", "consultant_contract", {"villages": [f"第{n}村" for n in "一二三四五六"]}),
    Failure("F6", "consultant_contract", {"board_on": "2025-12-01"}),
    Failure("F7", "consultant_contract", {}, today=date(2026, 11, 15)),
    Failure("F8", "consultant_contract", {"ended_on": "2027-03-01", "end_reason": "99"}),
    Failure("F9", "consultant_contract", {}, as_new=True),
    Failure("F10", "consultant_contract", {"party_c": ""}),
    Failure("L1", "service_log", {"ends_at": "8:30"}),
    Failure("L2", "service_log", {"served_on": "2025-06-10"}),
    Failure("L3", "service_log", {"starts_at": "7:00", "ends_at": "21:00"}),
    Failure("L4", "service_log", {}, as_new=True),
    Failure("L5", "service_log", {"registered_on": "2026-04-10"}),
    Failure("L6", "service_log", {"ends_at": "9:30"}, today=date(2026, 3, 28)),
    Failure("L7", "service_log", {"outcome": ""}),
    Failure("L8", "service_log", {"served_on": "2026-03-20"}),
    Failure("G1", "legal_service_place", {"plate": "否"}),
    Failure("G2", "legal_service_place", {"rules": ["01"]}),
    Failure("G3", "legal_service_place", {"board_on": "2025-06-01"}),
    Failure("G4", "legal_service_place", {"accepted_on": "2018-01-01"}),
)

BASIC_FAILURES = (
    Failure("V1", "village", {}, as_new=True),
    Failure("V2", "village", {"households": 5000}),
    Failure("V3", "village", {"state": "已撤并"}),
    Failure("V4", "village", {}, instead={"legal_service_place": {"状态": "已撤销"}}),
    Failure("V5", "village", {}, today=date(2027, 3, 16)),
    Failure("V6", "village", {"next_election_on": "2026-05-01"}),
    Failure("O1", "office", {"funds": [{"年份": 2025}, {"年份": 2025}]}),
    Failure("O2", "office", {"villages_below": 25}),
    Failure("N1", "numbering", {"pattern": "（{年}）{村名}第{序号}号"}),
    Failure("N2", "numbering", {"pattern": "{代字}人调字第{序号}号"}),
    Failure("N3", "numbering", {"same_as_case": "是"}),
    Failure("N4", "numbering", {"until": "2025-12-31"}),
    Failure("N5", "numbering", {}, as_new=True),
    Failure("N6", "numbering", {"pattern": "（{年}）第{序号}号"}),
    Failure("P1", "person", {"born_on": "1975-05-11"}),
    Failure("P2", "person", {"sex": "女"}),
    Failure("P3", "person", {"id_number": "410199750512011"}),
    Failure("P4", "person", {"id_number": "", "born_on": "2030-01-01"}),
    Failure("P5", "person", {}, as_new=True),
    Failure(
        "W1", "paper_edition", {"自有文书": [{**EDITION, "文书": "没有这种"}]}, "paper_profile"
    ),
    Failure("W2", "paper_profile", {"自有文书": [EDITION, EDITION]}),
    Failure("W3", "paper_profile", {"样式名称": "另一种"}, as_new=True),
    Failure("W4", "paper_profile", {"样式名称": "全国统一样式"}),
    Failure("W5", "paper_profile", {"本所默认样式": "否"}, as_new=True),
    Failure("P7", "person", {"merged_into": "陈国栋"}),
)

IN_VOLUME: Given = {"cases": [CASE["案号"]]}

VOLUME_FAILURES = (
    Failure("J1", "volume", IN_VOLUME),
    Failure("J2", "volume", {**IN_VOLUME, "committee": "示范县青石镇人民调解委员会"}),
    Failure("J3", "volume", IN_VOLUME, instead={"volume": IN_VOLUME}, as_new=True),
    Failure("J4", "volume", {**IN_VOLUME, "filed_on": "2026-01-14"}),
)

FAILURES = (
    *CASE_FAILURES,
    *VOLUME_FAILURES,
    *COMMITTEE_FAILURES,
    *LEGAL_SERVICE_FAILURES,
    *BASIC_FAILURES,
)
