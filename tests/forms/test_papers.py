"""Every shipped paper: its wording, its values in full, its margins, its blank form."""

from __future__ import annotations

from itertools import product

import pytest

from forms.catalogue import papers_for
from forms.declaration import shipped_paper
from forms.fonts import run_width
from forms.plan import Page, Rule, TextRun
from forms.profiles import shipped_profile
from tests.forms import around_words
from tests.forms.examples import EXAMPLES, LONG, SIX
from tests.forms.reading import found_in_order, plan_of, squeezed, text_of
from tests.forms.words import FACTS, RARE_NAMES, TERMS

PAPERS = [paper.name for paper in papers_for()]
PROFILES = ["national", "local"]
CASES = [
    (paper, label, profile)
    for paper, profile in product(PAPERS, PROFILES)
    for label in ("blank", *EXAMPLES[paper])
]

_PARTY = "姓名|性别|民族|年龄|职业或职务|联系方式|单位或住址"
_TWO_PARTIES = f"当事人{_PARTY}|当事人{_PARTY}"
_AGREED = "纠纷主要事实、争议事项：|经调解，自愿达成如下协议：|履行方式、时限："
_SIGNED = "当事人（签名盖章或按指印）"

# The words of the forms in their order. Source: mediation forms 3.1 to 3.13, 5.3, 7.1, 7.3 and
# office ledgers 2.1, 3.2, 3.3.
WORDING = {
    **around_words.WORDING,
    "application": f"人民调解申请书|申请人{_PARTY}|被申请人{_PARTY}|纠纷简要情况：|当事人申请事项：1、|2、|3、"
    "|人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。|申请人（签名盖章或按指印）|年|月|日",
    "rights_notice": "人民调解当事人权利义务告知书|根据有关法律、法规的要求，现将人民调解委员会的性质、调解原则和法律效果，"
    "以及在调解中各方当事人享有的权利和应当承担的义务告知如下：|一、人民调解委员会是调解民间纠纷的群众性组织。"
    "|人民调解委员会是依法设立的调解民间纠纷的群众性组织。|人民调解委员会调解民间纠纷，不收取任何费用。"
    "|（一）在当事人自愿、平等的基础上进行调解；（二）不违背法律、法规和国家政策；（三）尊重当事人的权利，不得因调解而阻止"
    "当事人依法通过仲裁、行政、司法等途径维护自己的权利。|（一）选择或者接受人民调解员；（二）接受调解、拒绝调解或者要求终止调解；"
    "（三）要求调解公开进行或者不公开进行；（四）自主表达意愿、自愿达成调解协议。|（一）如实陈述纠纷事实；（二）遵守调解现场秩序，"
    "尊重人民调解员；（三）尊重对方当事人行使权利。|经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。"
    "|经人民调解委员会调解达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认，"
    f"人民法院应当及时对调解协议进行审查，依法确认调解协议的效力。|{_SIGNED}：|{_SIGNED}：|年|月|日",
    "inquiry_record": "人民调解调查记录|时  间|地  点|参加人|被调查人|记  录：|被调查人（签名）|调 查 人（签名）|被调查人（签名）"
    "|记 录 人（签名）",
    "evidence_list": "证据清单|案件名称：|序号|证据名称|证明内容|原件/复印件|页数|提供人",
    "mediation_record": "人民调解记录|时  间|地  点|当事人|参加人|人民调解委员会已将人民调解的相关规定告知各方当事人。|调解记录："
    f"|{_SIGNED}|{_SIGNED}|调解结果：|1、调解成功|；2、调解不成|；3、有待继续调解|{_SIGNED}|{_SIGNED}|人  民  调  解  员（签名）"
    "|记      录      人（签名）|年|月|日",
    "oral_agreement": f"人民调解口头协议登记表|编号|{_TWO_PARTIES}|{_AGREED}|人民调解员（签名）|（人民调解委员会印章）|年|月|日",
    "follow_up_record": "人民调解回访记录|当 事 人|调解协议编号|回访事由|回访时间|回访情况：|回访人（签名）|人民调解委员会|年|月|日",
    "volume_statement": "卷宗情况说明|立卷人",
    "back_cover": "案卷封底|立 卷 人：|审 核 人：|立卷日期：|年|月|日",
    "case_cover": "人民调解委员会|调解卷宗|卷    名：|卷    号：|人民调解员：|调解日期：|立卷人：|立卷日期：|保管期限：|备    注：",
    "case_catalogue": "卷 内 目 录|序号|文书名称|页号|备注|人民调解申请书或人民调解受理登记表|必须|人民调解当事人权利义务告知书|当事人身份证明"
    "|授权委托书|按需|人民调解调查记录|人民调解证据材料|人民调解记录|人民调解协议书|收条或汇款单等履行凭证|人民调解回访记录"
    "|司法确认有关材料|卷宗情况说明|封底|必须",
    "case_registration": "人民调解受理登记表|，人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，调解|、|之间的纠纷。"
    "|纠纷类型：|案件来源：|①当事人申请|②人民调解委员会主动调解|纠纷简要情况：|当事人（签名）|登记人（签名）|人民调解委员会"
    "|备注：此表由人民调解委员会填写",
    "agreement": f"人民调解协议书|编号|{_TWO_PARTIES}|{_AGREED}|本协议一式|份，当事人、人民调解委员会各持一份。"
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
    "subsidy_application": "人民调解案件补贴申报表|调委会|调解员|调解员等级|卷号|当事人|纠纷类型|案件来源|受理日期|结案日期|协议形式"
    "|（书面/口头）|涉及人数|涉及金额|履行情况|申报等级|申报金额|调委会意见|（盖章）|司法所|初审意见|（盖章）|司法局|复核意见|（盖章）",
    "subsidy_list": "人民调解案件补贴申报汇总表（|年第|季度）|申报单位（盖章）|序号|卷号|当事人|纠纷类型|调解员|受理日期|结案日期"
    "|协议形式|涉及|人数|涉及金额|履行情况|申报|等级|申报金额|备注|合计|填表人|审核人|负责人",
    "subsidy_sheet": "人民调解案件补贴发放表（|年第|季度）|序号|调解员姓名|所属调委会|案件数（件）|一般|疑难|重大|口头|补贴标准"
    "|金额（元）|开户行及账号|领取人签名|备注|合计|（大写）|制表人|审核人|负责人|年|月|日",
}  # fmt: skip


def test_every_paper_of_the_release_is_on_offer() -> None:
    assert set(WORDING) == set(PAPERS)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_blank_form_has_the_printed_words_in_their_order(paper: str, profile: str) -> None:
    words = WORDING[paper].split("|")
    if profile == "local":
        with_parties = paper in {"agreement", "oral_agreement", "application"}
        words = ["出生年月" if with_parties and one == "年龄" else one for one in words]
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
    return run.y > page.height * 0.85 and len(run.text) < 45


# The notice is only signed; the back cover has no rules (mediation forms 3.13).
PLACES = {"rights_notice": 2, "back_cover": 0}
# The records go on over a second page with rules only (mediation forms 3.5, 3.7).
PAGES = {"inquiry_record": 2, "mediation_record": 2}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_blank_form_has_places_to_write(paper: str) -> None:
    plan = plan_of(paper, "blank")
    rules = [one for page in plan.pages for one in page.items if isinstance(one, Rule)]
    long = [one for one in rules if one.x2 - one.x1 > 40 and one.y1 == one.y2]
    assert len(long) >= PLACES.get(paper, 4)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_blank_form_takes_as_many_pages_as_the_printed_one(paper: str) -> None:
    assert len(plan_of(paper, "blank").pages) == PAGES.get(paper, 1)


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
    for paragraph in (FACTS, *TERMS.split("\n")):
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
    for name in RARE_NAMES:
        assert name in text


@pytest.mark.parametrize("paper", ["mediator_roster", "consultant_roster", "place_roster"])
def test_a_long_roster_lists_every_row(paper: str) -> None:
    text = text_of(plan_of(paper, "long"))
    for one in EXAMPLES[paper]["long"]:
        values = one.values
        who = values.get("person") or values.get("consultant", {}).get("person") or values
        assert squeezed(who["name"]) in text
