"""What a case's volume lacks is told from the data, with the field or paper that would bring it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.rules.terms import shipped_terms
from db.rules.volume_gaps import Gap, gaps_of_case, gaps_of_volume, kept_until
from tests.db.memory_look import sample_look
from tests.examples import EXAMPLES

IDENTITY = {"item": "03", "title": "身份证", "pages": 1, "sha256": "0" * 64}
AGENT_IDENTITY = {"item": "05", "title": "代理人身份证", "pages": 1, "sha256": "1" * 64}
WHOLE = {
    "证据和附件": [IDENTITY, AGENT_IDENTITY],
    "审核人": "王建设",
}
NO_SESSION: dict[str, Any] = {"各次调解记录": []}
FAILED: dict[str, Any] = {
    "调解结果": "调解不成",
    "协议形式": None,
    "调解协议": [],
    "回访记录": [],
    "各次调解记录": [{"时间": "2026-01-20", "调解记录": "双方分歧较大。", "调解结果": "调解不成"}],
}


def case(**changes: Any) -> Any:
    """The valid case, with everything its volume needs, changed."""
    look = sample_look()
    given = {**EXAMPLES["mediation_case"], **WHOLE, **changes}
    draft, problems = look.checked("mediation_case", given, look.example_ids["mediation_case"])
    assert [one for one in problems if one.severity == "error"] == []
    return draft.build()


def gaps(**changes: Any) -> list[Gap]:
    return list(gaps_of_case(case(**changes)))


def test_a_complete_volume_lacks_nothing() -> None:
    assert gaps() == []


@pytest.mark.parametrize(
    ("changes", "item", "field", "paper"),
    [
        ({"证据和附件": [AGENT_IDENTITY]}, "03", "attachments", ""),
        ({"告知权利义务日期": None}, "02", "rights_told_on", "rights_notice"),
        (NO_SESSION, "08", "sessions", "mediation_record"),
        ({"调解协议": []}, "09", "agreements", "agreement"),
        ({"立卷人": None}, "", "filed_by", "case_cover"),
        ({"立卷日期": None}, "", "filed_on", "case_cover"),
        ({"保管期限": None}, "", "retention", "case_cover"),
        (FAILED, "13", "volume_note", "volume_statement"),
    ],
)
def test_what_must_be_there_is_missed(
    changes: dict[str, Any], item: str, field: str, paper: str
) -> None:
    found = [one for one in gaps(**changes) if one.severity == "warning"]
    assert [(one.item, one.field, one.paper) for one in found] == [(item, field, paper)]
    assert all(one.why and one.source for one in found)


@pytest.mark.parametrize(
    ("changes", "item", "field", "paper"),
    [
        ({"审核人": None}, "", "reviewed_by", "back_cover"),
        ({"回访记录": []}, "11", "follow_ups", "follow_up_record"),
        ({"案件来源": "公安机关委托移送"}, "14", "attachments", ""),
        ({"证据和附件": [IDENTITY]}, "05", "attachments", ""),
        (
            {"证据和附件": [IDENTITY, AGENT_IDENTITY, {"item": "07", "title": "合同"}]},
            "07",
            "attachments",
            "",
        ),
        (
            {"移送有关部门": "示范县公安局", "卷宗情况说明": "已移送。"},
            "14",
            "notices",
            "transfer_reply",
        ),
        ({**FAILED, "卷宗情况说明": "调解不成。"}, "08", "notices", "termination_letter"),
    ],
)
def test_what_is_usual_is_a_note(
    changes: dict[str, Any], item: str, field: str, paper: str
) -> None:
    found = gaps(**changes)
    assert [(one.item, one.field, one.paper, one.severity) for one in found] == [
        (item, field, paper, "note")
    ]


def test_an_oral_case_wants_the_register_of_oral_agreements() -> None:
    (gap, *_) = [one for one in gaps(调解协议=[], 协议形式="口头协议") if one.item == "09"]
    assert (gap.what, gap.paper) == ("人民调解口头协议登记表", "oral_agreement")


def test_a_failed_case_wants_no_agreement() -> None:
    assert "09" not in {one.item for one in gaps(**FAILED)}


def test_a_missing_piece_wants_a_word_in_the_statement() -> None:
    found = gaps(**NO_SESSION)
    assert [(one.item, one.severity) for one in found] == [("08", "warning"), ("13", "note")]
    assert [one.item for one in gaps(**NO_SESSION, 卷宗情况说明="调解记录原件在法院。")] == ["08"]


def test_a_ruling_of_the_court_belongs_into_the_volume() -> None:
    agreement = {**EXAMPLES["mediation_case"]["调解协议"][0], "司法确认": "确认有效"}
    assert [one.item for one in gaps(调解协议=[agreement]) if one.severity == "warning"] == ["12"]


def test_a_scan_stands_for_the_data() -> None:
    scan = {"item": "08", "title": "调解记录", "sha256": "2" * 64}
    whole = [IDENTITY, AGENT_IDENTITY, scan]
    assert gaps(**NO_SESSION, 证据和附件=whole) == []


def test_a_voided_case_lacks_nothing() -> None:
    assert gaps(已作废="是", 作废原因="重复登记", **NO_SESSION) == []


def test_a_volume_of_several_tells_which_case_lacks_what() -> None:
    look = sample_look()
    volume = look.get("volume", look.example_ids["volume"])
    assert [one.field for one in gaps_of_volume(volume, [])] == ["cases"]
    found = gaps_of_volume(volume, [case(**NO_SESSION)])
    assert [one.what for one in found] == ["（2026）柳人调字第3号　人民调解记录"]


def test_a_volume_is_kept_as_long_as_its_class_says() -> None:
    filed = date(2026, 2, 20)
    assert kept_until(shipped_terms(), filed, "1") == date(2056, 12, 31)
    assert kept_until(shipped_terms(), filed, "2") == date(2086, 12, 31)
    assert kept_until(shipped_terms(), filed, "3") is None
    assert kept_until(shipped_terms(), None, "1") is None
