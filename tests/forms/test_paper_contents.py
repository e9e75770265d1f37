"""What stands on a paper for particular records: organisations, agents, sources, figures."""

from __future__ import annotations

import time
from datetime import date

import pytest

from forms.catalogue import lay_out, paper_named, paper_version
from forms.pdf import draw_pdf
from forms.plan import TextRun
from forms.profiles import profile_names, read_profile
from tests.forms import subjects as make
from tests.forms.examples import EXAMPLES
from tests.forms.reading import TODAY, found_in_order, plan_of, text_of
from tests.forms.subjects import subject


def test_an_organisation_has_no_sex_nation_or_age_on_paper() -> None:
    firm = make.organisation("河阳县第三合作社", "2", nation=None)
    plan = lay_out(
        "agreement", [subject(make.case(parties=[firm, make.party("赵桂兰")]))], today=TODAY
    )
    assert "当事人姓名河阳县第三合作社性别民族年龄职业或职务周𣗋、总经理" in text_of(plan)


def test_an_agent_stands_under_the_party_he_speaks_for() -> None:
    agent = make.record("agent", "王㛃", name="王㛃", principal="孙𬭎", contact="13900000077")
    case = subject(make.case(agents=[agent]))
    local = text_of(lay_out("agreement", [case], profile="local", today=TODAY))
    assert (
        found_in_order(local, ["孙𬭎", "委托代理人王㛃联系方式13900000077", "纠纷主要事实"]) is None
    )
    assert local.count("委托代理人") == 1
    assert "委托代理人" not in text_of(lay_out("agreement", [case], today=TODAY))


def test_the_age_is_counted_on_the_day_of_the_agreement() -> None:
    born = make.party("赵桂兰", born_on=date(1990, 3, 19))
    case = make.case(parties=[born], agreements=[make.agreement(agreed_on=date(2026, 3, 18))])
    assert "年龄35" in text_of(lay_out("agreement", [subject(case)], today=TODAY))


@pytest.mark.parametrize("source", ["1", "3", "9"])
def test_a_case_handed_over_counts_as_applied_for(source: str) -> None:
    plan = lay_out("case_registration", [subject(make.case(source=source))], today=TODAY)
    assert "①当事人申请✓②人民调解委员会主动调解" in text_of(plan)


def test_a_case_taken_up_by_the_committee_ticks_the_second_choice() -> None:
    plan = lay_out("case_registration", [subject(make.case(source="2"))], today=TODAY)
    assert "②人民调解委员会主动调解✓" in text_of(plan)


def test_the_short_opening_is_printed_by_a_switch() -> None:
    short = read_profile("近", 'label = "近"\n[switches]\nopening = "short"\n')
    plan = lay_out(
        "case_registration", EXAMPLES["agreement"]["typical"], profile=short, today=TODAY
    )
    assert "日，本人民调解委员会经当事人同意，调解" in text_of(plan)


def test_the_signatures_stand_with_the_last_clause() -> None:
    for count in range(1, 60):
        long = make.agreement(terms="约定事项。" * count * 8)
        plan = lay_out("agreement", [subject(make.case(agreements=[long]))], today=TODAY)
        last = "".join(one.text for one in plan.pages[-1].items if isinstance(one, TextRun))
        assert last.find("本协议一式") > len("履行方式、时限：")


def test_the_print_number_stands_apart_from_the_page_number() -> None:
    plan = lay_out(
        "agreement", EXAMPLES["agreement"]["long"], print_number="P2026-000012", today=TODAY
    )
    for number, page in enumerate(plan.pages, 1):
        foot = [one for one in page.items if isinstance(one, TextRun) and one.y > 760]
        mark = [one for one in foot if f"— {number} —" in one.text]
        job = [one for one in foot if "P2026-000012" in one.text or "打印编号" in one.text]
        assert mark
        assert job
        assert (mark[0].x > 300) is (number % 2 == 1)
        assert (job[0].x > 300) is (number % 2 == 0)


def test_several_cases_each_begin_on_a_page_of_their_own() -> None:
    cases = EXAMPLES["agreement"]["typical"] * 3
    plan = lay_out("agreement", cases, today=TODAY)
    assert len(plan.bookmarks) == 3
    assert plan.bookmarks[1].page == len(plan.pages) // 3


def test_a_case_with_two_agreements_prints_both() -> None:
    two = [make.agreement(number="甲1号"), make.agreement(number="乙2号")]
    text = text_of(lay_out("agreement", [subject(make.case(agreements=two))], today=TODAY))
    assert "甲1号" in text
    assert "乙2号" in text


def test_month_figures_count_visits_on_the_spot_only() -> None:
    logs = [
        subject(make.log(3, way="01", kind="01", minutes=150)),
        subject(make.log(4, way="02", kind="01", minutes=600)),
        subject(make.log(5, way="01", kind="04", minutes=90)),
        subject(make.log(6, way="01", kind="05", minutes=45)),
    ]
    text = text_of(lay_out("service_log_month", logs, today=TODAY))
    assert "调解件数34.75211" in text


def test_a_month_lists_its_services_by_day() -> None:
    logs = [subject(make.log(day)) for day in (26, 3, 12)]
    text = text_of(lay_out("service_log_month", logs, today=TODAY))
    assert found_in_order(text, ["12026.03.03", "22026.03.12", "32026.03.26"]) is None


def test_a_page_is_laid_out_and_drawn_within_150_milliseconds() -> None:
    def seconds() -> float:
        started = time.process_time()
        draw_pdf(plan_of("agreement", "typical"))
        return time.process_time() - started

    assert min(seconds() for _ in range(4)) < 0.15


def test_each_village_and_month_has_its_own_summary() -> None:
    logs = [
        subject(make.log(3)),
        subject(make.log(4, village=make.village("西塘社区"))),
        subject(make.log(5, served_on=date(2026, 4, 1))),
    ]
    assert len(lay_out("service_log_month", logs, today=TODAY).pages) == 3


def test_a_character_without_a_glyph_is_told_and_not_lost_silently() -> None:
    odd = make.case(parties=[make.party("王\U0003ffff甲")])
    plan = lay_out("agreement", [subject(odd)], today=TODAY)
    assert [(lack.field, lack.char) for lack in plan.missing] == [("姓名或名称", "\U0003ffff")]


def test_a_paper_is_found_by_its_name_and_by_its_title() -> None:
    assert paper_named("agreement") is paper_named("人民调解协议书")
    with pytest.raises(KeyError):
        paper_named("no_such")


def test_the_version_changes_with_the_profile() -> None:
    assert paper_version("agreement", "national") != paper_version("agreement", "local")


def test_both_profiles_are_offered_with_their_names() -> None:
    assert profile_names() == {"national": "全国统一样式", "local": "本地样式"}


def test_a_record_without_most_values_is_still_printed() -> None:
    bare = make.record("mediation_case", "无", parties=[make.record("party", "甲", name="甲")])
    for paper in ("agreement", "case_cover", "case_registration"):
        assert lay_out(paper, [subject(bare)], today=TODAY).pages
