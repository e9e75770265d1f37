"""What stands on the papers around a case: letters for everyone, agents, confirmations, registers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.codes import code_list
from forms.catalogue import lay_out
from forms.plan import Plan, Rule, TextRun
from forms.profiles import Profile, own_profile
from tests.forms import around
from tests.forms import subjects as make
from tests.forms.around_words import COURT
from tests.forms.reading import TODAY, found_in_order, text_of
from tests.forms.subjects import subject


def switched(**switches: str) -> Profile:
    return own_profile("1", "试", switches=switches, editions={})


def printed(paper: str, profile: Profile | None = None, /, **more: Any) -> str:
    return text_of(plan(paper, profile, **more))


def plan(paper: str, profile: Profile | None = None, /, **more: Any) -> Plan:
    return lay_out(paper, [subject(around.closed_case(**more))], profile=profile, today=TODAY)


THREE = [make.party("赵桂兰"), make.party("钱大壮", "1"), make.party("孙𬭎", "2")]


def test_a_notice_is_addressed_to_the_applicants_when_no_addressee_is_given() -> None:
    text = printed("acceptance_notice", parties=THREE)
    assert found_in_order(text, ["赵桂兰、钱大壮：", "您与孙𬭎的邻里纠纷，符合"]) is None


def test_a_notice_to_one_of_two_applicants_names_the_other_side_only() -> None:
    text = printed(
        "acceptance_notice", parties=THREE, notices=[around.notice("1", addressee="钱大壮")]
    )
    assert found_in_order(text, ["钱大壮：经审查，您与孙𬭎的"]) is None


def test_a_notice_to_both_applicants_names_the_other_side() -> None:
    both = around.notice("1", addressee="赵桂兰、钱大壮")
    assert "您与孙𬭎的邻里纠纷" in printed("acceptance_notice", parties=THREE, notices=[both])


def test_a_case_without_applicant_is_told_to_the_first_party() -> None:
    parties = [make.party("赵桂兰", "3"), make.party("孙𬭎", "3")]
    text = printed("acceptance_notice", parties=parties, source="2")
    assert "赵桂兰：经审查，您与孙𬭎的" in text


def test_stub_and_notice_have_the_same_number() -> None:
    for paper, kind in (("acceptance_notice", "1"), ("refusal_notice", "2")):
        own = around.notice(kind)
        assert printed(paper, notices=[own]).count(own["number"]) == 2
        assert printed(paper).count("枫东") == 2  # the pattern


def test_a_notice_of_another_kind_is_not_printed() -> None:
    other = around.notice("2", number="枫东不〔2026〕9号", addressee="不相干")
    text = printed("acceptance_notice", notices=[other])
    assert "枫东不" not in text
    assert "不相干" not in text


@pytest.mark.parametrize("number", range(6))
def test_each_reason_of_a_refusal_is_ticked(number: int) -> None:
    reason = code_list("refusal_reason").entries[number]
    from_case = printed("refusal_notice", refusal_reason=reason.code, refused_on=date(2026, 3, 4))
    from_row = printed("refusal_notice", notices=[around.notice("2", reasons=(reason.code,))])
    for text in (from_case, from_row):
        assert text.count("☑") == 1
        assert f"☑{reason.label}" in text
    assert "2026年3月4日" in from_case


def test_the_reason_of_the_case_does_not_add_to_those_of_the_notice() -> None:
    row = around.notice("2", reasons=("02", "99"), reason_note="案由不明")
    text = printed("refusal_notice", notices=[row], refusal_reason="05", refusal_note="别的")
    assert "☑没有明确的被申请人或调解请求" in text
    assert "☑其他原因案由不明" in text
    assert "☐人民法院" in text


def test_every_party_gets_a_termination_letter_of_his_own() -> None:
    own = plan("termination_letter", parties=THREE, result="2", terminated_on=date(2026, 3, 30))
    text = text_of(own)
    assert len(own.pages) == 3
    assert (
        found_in_order(
            text,
            [
                "赵桂兰：关于你方与孙𬭎的",
                "钱大壮：关于你方与孙𬭎的",
                "孙𬭎：关于你方与赵桂兰、钱大壮的",
            ],
        )
        is None
    )
    assert text.count("2026年3月30日") == 3


def test_a_letter_with_an_addressee_goes_to_him_only() -> None:
    letter = around.notice("3", number="终1号", addressee="孙𬭎")
    own = plan("termination_letter", parties=THREE, notices=[letter])
    assert len(own.pages) == 1
    assert "终1号孙𬭎：关于你方与赵桂兰、钱大壮的" in text_of(own)


def test_a_letter_to_several_parties_is_one_for_each() -> None:
    letter = around.notice("3", addressee="赵桂兰、孙𬭎")
    assert len(plan("termination_letter", parties=THREE, notices=[letter]).pages) == 2


def test_a_return_slip_of_a_failed_case_tells_why_it_ended() -> None:
    text = printed(
        "transfer_reply", result="2", agreements=[], termination_reason="03",
        termination_note="差距太大", source_reply_on=date(2026, 4, 1),
    )  # fmt: skip
    expected = [
        "河阳县公安局枫桥派出所：", "2026年3月9日", "枫派移〔2026〕7号", "调解结果：调解不成功",
        "终止原因：双方分歧较大且难以达成调解协议、差距太大", "2026年4月1日",
    ]  # fmt: skip
    assert found_in_order(text, expected) is None


def test_a_legal_representative_needs_no_power_of_attorney() -> None:
    agents = [around.agent("赵大山", "赵桂兰", "06"), around.agent("王㛃", "孙𬭎")]
    own = plan("power_of_attorney", agents=agents)
    assert len(own.pages) == 1
    assert "赵大山" not in text_of(own)


@pytest.mark.parametrize("power", [entry.code for entry in code_list("agent_power").entries])
def test_each_power_is_ticked_before_its_words(power: str) -> None:
    text = printed("power_of_attorney", agents=[around.agent("王㛃", "孙𬭎", powers=(power,))])
    label = code_list("agent_power").label(power)
    assert f"☑{power}、{label}" in text
    assert text.count("☑") == 2  # the power and the kind of agent


def test_the_agent_of_a_unit_has_its_legal_head_above() -> None:
    unit = around.unit()
    agents = [around.agent("王㛃", unit["name"], "03", other_powers="代为收款", powers=("7",))]
    text = printed("power_of_attorney", parties=[make.party("赵桂兰"), unit], agents=agents)
    expected = [
        f"委托人：{unit['name']}", "周𣗋", "总经理", unit["credit_code"], "代理人姓名王㛃",
        "☑单位工作人员", "委托人因与赵桂兰的邻里纠纷", "☑7、其他委托事项代为收款", "2026年6月30日",
    ]  # fmt: skip
    assert found_in_order(text, expected) is None


def test_a_confirmation_calls_both_parties_applicants_unless_the_court_wants_otherwise() -> None:
    joint = printed("confirmation_application")
    assert "被申请人" not in joint
    assert joint.count("申请人：") == 2
    opposed = printed("confirmation_application", switched(confirmation_parties="opposed"))
    assert found_in_order(opposed, ["申请人：赵桂兰", "被申请人：孙𬭎"]) is None


def test_layout_b_has_the_words_of_the_court_with_the_agreement() -> None:
    blank = lay_out(
        "confirmation_application", [], blank=True, profile=switched(confirmation="B"), today=TODAY
    )
    assert found_in_order(text_of(blank), COURT.split("|")) is None
    text = printed("confirmation_application", switched(confirmation="B"))
    words = [one for one in COURT.split("|") if one not in {"一、", "人民法院"}]
    assert found_in_order(text, words) is None
    assert "当事人（自然人姓名" not in text
    assert "于2026年3月18日经枫桥镇东河村人民调解委员会主持调解" in text
    assert "四、本纠纷就此了结" in text


def test_a_minor_has_his_legal_representative_named_in_the_application() -> None:
    agents = [around.agent("赵大山", "赵桂兰", "06"), around.agent("王㛃", "孙𬭎")]
    text = printed("confirmation_application", agents=agents)
    assert found_in_order(text, ["申请人：赵桂兰", "法定代理人：赵大山", "申请人：孙𬭎"]) is None
    assert "委托代理人：王㛃" in text


def test_an_age_stands_where_the_day_of_birth_is_not_known() -> None:
    old = make.party("赵桂兰", born_on=None, age=57, id_number=None)
    assert "，57岁，身份证号码：" in printed("confirmation_application", parties=[old])


@pytest.mark.parametrize(
    ("source", "words"),
    [("1", "当事人申请"), ("2", "调委会主动调解"), ("3", "审判机关委托"), ("5", "公安机关移交"),
     ("6", "政府部门指定"), ("9", "当事人申请")],
)  # fmt: skip
def test_a_closing_report_ticks_one_of_the_five_sources(source: str, words: str) -> None:
    text = printed("closing_report", source=source)
    assert f"☑{words}" in text
    assert text.count("☑") == 1


def test_a_paper_like_another_differs_in_its_title_only() -> None:
    term = [subject(make.term())]
    filing = text_of(lay_out("committee_filing", term, today=TODAY))
    registration = text_of(lay_out("committee_registration", term, today=TODAY))
    assert filing == registration.replace("登记表", "备案表", 1)


def test_trainings_stand_in_the_order_of_their_days() -> None:
    text = text_of(lay_out("mediator_registration", [subject(around.mediator())], today=TODAY))
    assert found_in_order(text, ["培训记录", "2024.06.12岗前培训12.0优秀", "2025.09.10"]) is None
    assert "☑委员☐聘任；☐专职☑兼职" in text


def test_a_sheet_is_cut_along_a_dashed_line() -> None:
    page = plan("acceptance_notice").pages[0]
    dashes = [one for one in page.items if isinstance(one, Rule) and 5 < one.x2 - one.x1 < 7]
    assert len(dashes) > 40
    cut = dashes[0].y1
    numbers = [one.y for one in page.items if isinstance(one, TextRun) and "号" in one.text]
    assert min(numbers) < cut < max(numbers)
