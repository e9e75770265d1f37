"""Every shipped paper: its wording, its values in full, its margins, its blank form."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pypdfium2
import pytest

from forms.catalogue import lay_out, paper_named, paper_version, papers_for
from forms.declaration import shipped_paper
from forms.fonts import run_width
from forms.pdf import draw_pdf
from forms.plan import Page, Plan, Rule, TextRun
from forms.profiles import profile_names, read_profile, shipped_profile
from tests.forms import subjects as make
from tests.forms.examples import EXAMPLES, LONG, SIX
from tests.forms.subjects import subject

TODAY = date(2026, 4, 2)
PAPERS = [paper.name for paper in papers_for()]
PROFILES = ["national", "local"]
CASES = [
    (paper, label, profile)
    for paper, profile in product(PAPERS, PROFILES)
    for label in ("blank", *EXAMPLES[paper])
]

# The words of the forms in their order. Source: mediation forms 3.1, 3.4, 3.8, 7.1, 7.3 and
# office ledgers 2.1, 3.2, 3.3.
WORDING = {
    "case_cover": "人民调解委员会|调解卷宗|卷    名：|卷    号：|人民调解员：|调解日期：|立卷人：|立卷日期：|保管期限：|备    注：",
    "case_registration": "人民调解受理登记表|，人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，调解|、|之间的纠纷。"
    "|纠纷类型：|案件来源：|①当事人申请|②人民调解委员会主动调解|纠纷简要情况：|当事人（签名）|登记人（签名）|人民调解委员会"
    "|备注：此表由人民调解委员会填写",
    "agreement": "人民调解协议书|编号|当事人姓名|性别|民族|年龄|职业或职务|联系方式|单位或住址|当事人姓名|单位或住址"
    "|纠纷主要事实、争议事项：|经调解，自愿达成如下协议：|履行方式、时限：|本协议一式|份，当事人、人民调解委员会各持一份。"
    "|当事人（签名盖章或按指印）|人民调解员（签名）|当事人（签名盖章或按指印）|记录人（签名）|（人民调解委员会印章）|年|月|日",
    "committee_registration": "人民调解委员会登记表|人民调解委员会名称|类型|设立单位|设立日期|地址|联系电话|邮编|印章启用情况|调解场所"
    "|委员人数|其中妇女|少数民族|专职|兼职|主任|副主任|序号|姓名|性别|民族|出生年月|政治面貌|文化程度|职务|专/兼职|产生方式|任职日期"
    "|联系电话|备案事由|设立|变更|撤销|设立单位意见（盖章）|司法所意见（盖章）|县（市、区）司法局意见（盖章）",
    "appointment_letter": "聘书|兹聘请|同志为|人民调解委员会（专职/兼职）人民调解员，聘期自|至|。|人民调解委员会|编号",
    "mediator_roster": "人民调解员名册（花名册）|序号|姓名|性别|民族|出生年月|政治面貌|文化程度|职务|专/兼职|产生方式|任职日期|联系电话",
    "service_log_cover": "村（居）法律顾问工作日志|年度|村（社区）|法律顾问|执业机构",
    "service_log_page": "村（居）法律顾问工作日志|服务日期|时长|开始时间|结束时间|村（社区）|法律顾问|服务方式|现场|电话|微信|视频|书面"
    "|服务类型|服务对象|人数|类别|事项内容|处理结果、意见|联络调解员|关联编号|村（居）委会确认|法律顾问签字",
    "service_log_month": "村（居）法律顾问工作日志|现场服务次数|时长|咨询件数|讲座次数|调解件数",
    "consultant_roster": "村（居）法律顾问名册|序号|村（社区）|法律顾问|类别|执业机构|执业证号|电话|合同期限|微信群|备注",
    "place_roster": "公共法律服务工作站（室）名册|名称|层级|依托场所|地址|面积|负责人|工作人员|值班律师单位|建成日期",
}  # fmt: skip


def plan_of(paper: str, label: str, profile: str = "national") -> Plan:
    subjects = [] if label == "blank" else EXAMPLES[paper][label]
    return lay_out(paper, subjects, blank=label == "blank", profile=profile, today=TODAY)


def text_of(plan: Plan) -> str:
    """The text a reader of the PDF gets, without blanks and page numbers."""
    document = pypdfium2.PdfDocument(draw_pdf(plan))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    pages = [re.sub(r"— \d+ —|第 \d+ 页 共 \d+ 页", "", page) for page in pages]
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    # PDFium marks a line end inside a word with U+FFFE or U+0002.
    return re.sub(r"[\s\ufffe\u0002]", "", text)


def found_in_order(text: str, words: list[str]) -> str | None:
    """The first word that does not follow the one before it, None when all do."""
    place = 0
    for word in map(squeezed, words):
        place = text.find(word, place)
        if place < 0:
            return word
        place += len(word)
    return None


def test_every_paper_of_the_release_is_on_offer() -> None:
    assert set(WORDING) == set(PAPERS)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_blank_form_has_the_printed_words_in_their_order(paper: str, profile: str) -> None:
    words = WORDING[paper].split("|")
    if profile == "local":
        words = ["出生年月" if paper == "agreement" and one == "年龄" else one for one in words]
    assert found_in_order(text_of(plan_of(paper, "blank", profile)), words) is None


@pytest.mark.parametrize("paper", [one for one in PAPERS if one != "appointment_letter"])
def test_a_filled_form_keeps_the_printed_words(paper: str) -> None:
    text = text_of(plan_of(paper, "long"))
    assert found_in_order(text, WORDING[paper].split("|")) is None


@pytest.mark.parametrize(("paper", "label", "profile"), CASES)
def test_nothing_stands_outside_the_margins(paper: str, label: str, profile: str) -> None:
    sheet = shipped_paper(paper, shipped_profile(profile)).sheet
    for page in plan_of(paper, label, profile).pages:
        for item in page.items:
            if isinstance(item, TextRun):
                width = run_width([(item.face, item.text)], item.size)
                end = item.x + width + item.char_space * (len(item.text) - 1)
                assert item.x >= sheet.left - 0.1
                assert end <= sheet.width - sheet.right + item.size / 2 + 0.1
                assert sheet.top < item.y < sheet.height - sheet.bottom or _in_foot(item, page)
            elif isinstance(item, Rule):
                assert sheet.left - 0.1 <= item.x1 <= item.x2
                assert item.x2 <= sheet.width - sheet.right + 0.1


def _in_foot(run: TextRun, page: Page) -> bool:
    return run.y > page.height * 0.85 and len(run.text) < 20


@pytest.mark.parametrize("paper", PAPERS)
def test_a_blank_form_has_places_to_write(paper: str) -> None:
    plan = plan_of(paper, "blank")
    rules = [one for page in plan.pages for one in page.items if isinstance(one, Rule)]
    assert len([one for one in rules if one.x2 - one.x1 > 40 and one.y1 == one.y2]) >= 4


@pytest.mark.parametrize("paper", PAPERS)
def test_a_blank_form_takes_one_page(paper: str) -> None:
    assert len(plan_of(paper, "blank").pages) == 1


@pytest.mark.parametrize("profile", PROFILES)
def test_every_party_and_every_word_of_an_agreement_is_printed(profile: str) -> None:
    text = text_of(plan_of("agreement", "six", profile))
    for party in SIX:
        expected = [party["name"], party["contact"], party["address"]]
        expected += [party["legal_head"], party["head_post"]] if party["kind"] == "02" else []
        if profile == "local":
            expected.append(party["id_number"] or party["credit_code"])
        for value in filter(None, expected):
            assert squeezed(value) in text
    for paragraph in (make.FACTS, *make.TERMS.split("\n")):
        assert squeezed(paragraph) in text


@pytest.mark.parametrize("paper", ["agreement", "case_registration"])
def test_a_narrative_of_3000_characters_is_printed_in_full(paper: str) -> None:
    plan = plan_of(paper, "long")
    assert len(plan.pages) > 3
    assert squeezed(LONG) in text_of(plan)


@pytest.mark.parametrize(("paper", "label"), [("agreement", "rare"), ("case_registration", "rare")])
def test_rare_names_can_be_read_back_from_the_file(paper: str, label: str) -> None:
    plan = plan_of(paper, label)
    text = text_of(plan)
    assert plan.missing == ()
    for name in make.RARE_NAMES:
        assert name in text


@pytest.mark.parametrize("paper", ["mediator_roster", "consultant_roster", "place_roster"])
def test_a_long_roster_lists_every_row(paper: str) -> None:
    text = text_of(plan_of(paper, "long"))
    for one in EXAMPLES[paper]["long"]:
        values = one.values
        who = values.get("person") or values.get("consultant", {}).get("person") or values
        assert squeezed(who["name"]) in text


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
    assert "调解件数34.8211" in text


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
