"""Every paper of sixty whole case files, in both profiles: all words in order, inside the margins."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.conftest import Dossiered
from tests.acceptance.dossier_letters import LETTERS, letters
from tests.acceptance.dossier_words import FORMS, Content
from tests.acceptance.reading import (
    first_missing,
    squeezed,
    without_page_numbers,
    words_by_poppler,
    words_of,
)
from tests.acceptance.test_papers import assert_within, printed

SIGNED_PAGES = {
    "mediation_record": "当事人（签名盖章或按指印）",
    "inquiry_record": "被调查人（签名）",
}
"""Papers whose text runs on around the signatures at the foot of each page."""


def dealt(form: str) -> Callable[[Content], bool]:
    return lambda case: any(one["协议形式"] == form for one in case.get("调解协议", []))


HAVE: dict[str, Callable[[Content], bool]] = {
    "inquiry_record": lambda case: "调查记录" in case,
    "mediation_record": lambda case: "各次调解记录" in case or "调解记录" in case,
    "agreement": dealt("书面协议"),
    "oral_agreement": dealt("口头协议"),
    "follow_up_record": lambda case: "回访记录" in case,
    "confirmation_application": lambda case: "确认法院" in case.get("调解协议", [{}])[0],
    "power_of_attorney": lambda case: any(
        one["代理人类型"] != "法定代理人" for one in case.get("代理人", [])
    ),
    "acceptance_notice": lambda case: bool(letters(case, "受理通知书")),
    "refusal_notice": lambda case: bool(letters(case, "不予受理通知书")),
    "termination_letter": lambda case: bool(letters(case, "终止调解函")),
    "transfer_reply": lambda case: bool(letters(case, "移送回执")),
    "closing_report": lambda case: "结案日期" in case,
}
PAPERS = FORMS | LETTERS
GATE = {"application": "local", "mediation_record": "national", "agreement": "local",
        "power_of_attorney": "national"}  # fmt: skip
"""What the gate looks at each time; the heavy run looks at every paper in both profiles."""

EVERY = [
    pytest.param(paper, profile, marks=() if GATE.get(paper) == profile else pytest.mark.heavy)
    for paper in PAPERS
    for profile in ("national", "local")
]


@pytest.mark.parametrize(("paper", "profile"), EVERY)
def test_a_paper_of_all_case_files_says_everything_in_order(
    dossiered: Dossiered, tmp_path: Path, paper: str, profile: str
):
    wanted = HAVE.get(paper, lambda _: True)
    chosen = [
        (ref, case)
        for ref, case in zip(dossiered.ids, dossiered.cases, strict=True)
        if wanted(case)
    ]
    assert len(chosen) >= 5
    out = tmp_path / "全部.pdf"
    ids = [ref for ref, _ in chosen]
    printed(dossiered.made.program, paper, ids, out, "--profile", profile)
    foot = SIGNED_PAGES.get(paper, "\0")
    words = [
        squeezed(word).replace(foot, "")
        for _, case in chosen
        for word in PAPERS[paper](case, dossiered.form(case, profile))
    ]
    for text in (words_of(out), words_by_poppler(out)):
        assert first_missing(without_page_numbers(text).replace(foot, ""), words) is None
    assert_within(out, 28, 20 if paper == "closing_report" else 26)


FIXED = {
    "application": "人民调解申请书|申请人姓名|性别|民族|年龄|职业或职务|联系方式|单位或住址|"
    "被申请人姓名|性别|民族|年龄|职业或职务|联系方式|单位或住址|纠纷简要情况：|"
    "当事人申请事项：1、|2、|3、|人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会"
    "进行调解。|申请人（签名盖章或按指印）|年月日",
    "inquiry_record": "人民调解调查记录|时间|地点|参加人|被调查人|记录：|被调查人（签名）|"
    "调查人（签名）|被调查人（签名）|记录人（签名）",
    "evidence_list": "证据清单|序号|证据名称|证明内容|原件/复印件|页数|提供人",
    "mediation_record": "人民调解记录|时间|地点|当事人|参加人|人民调解委员会已将人民调解的相关规定告知"
    "各方当事人。|调解记录：|当事人（签名盖章或按指印）|当事人（签名盖章或按指印）|调解结果：|"
    "1、调解成功；2、调解不成；3、有待继续调解|当事人（签名盖章或按指印）|当事人（签名盖章或按指印）|"
    "人民调解员（签名）|记录人（签名）|年月日",
    "oral_agreement": "人民调解口头协议登记表|编号|当事人姓名|性别|民族|年龄|当事人姓名|"
    "纠纷主要事实、争议事项：|经调解，自愿达成如下协议：|履行方式、时限：|人民调解员（签名）|"
    "（人民调解委员会印章）|年月日",
    "follow_up_record": "人民调解回访记录|当事人|调解协议编号|回访事由|回访时间|回访情况：|"
    "回访人（签名）|人民调解委员会|年月日",
    "power_of_attorney": "授权委托书|委托人：|受委托人：|代理人姓名|性别|年龄|民族|身份证号|联系方式|地址|"
    "工作单位/职务|律师证件号|律师|法律工作者|单位工作人员|近亲属|公民|"
    "代为申请调解或者要求终止调解；|代为收集、提供证据；|代为选择或者接受人民调解员；|"
    "代为承认、变更和放弃调解请求；|代为参加调解，签署调查记录、调解记录、权利义务告知书、人民调解协议书等"
    "法律文书；|代为领取相关法律文书等；|其他委托事项|委托期限：|委托人（签名盖章或按指印）：",
    "confirmation_application": "司法确认申请书|当事人（自然人姓名、性别、年龄、民族、职业、单位或住址，"
    "法人及社会组织的名称、地址、法定代表人姓名和职务）：|申请人：|族，|出生，身份证号码：|，住|。|住所地：|"
    "法定代表人：|职务：|委托代理人：|纠纷简要情况：|，现双方自愿达成共识，并签署|《人民调解协议书》。|"
    "当事人申请事项：|请求|对|《人民调解协议书》进行司法确认。|申请人（签名）|登记日期",
    "acceptance_notice": "受理通知书|（存根）|受〔|〕|号|受理通知书|受〔|〕|号|：|经审查，您与|的|纠纷，符合|"
    "人民调解委员会受理调解条件。根据《中华人民共和国人民调解法》的规定，现决定于年月日受理本纠纷。|"
    "特此通知。|人民调解委员会|（公章）|年月日",
    "termination_letter": "终止调解函|：|关于你方与|（纠纷）案件，经调解后无法达成一致意见，现终止调解并建议"
    "你方走其他途径解决。|特此函告。|你方可以依法通过仲裁、行政、司法等途径维护自己的权利。|年月日",
    "volume_statement": "卷宗情况说明|立卷人",
    "back_cover": "案卷封底|立卷人：|审核人：|立卷日期：年月日",
    "closing_report": "卷号|填表时间|承办单位|承办人|受案时间|结案时间|当事人信息|案件来源|当事人申请|"
    "调委会主动调解|公安机关移交|审判机关委托|政府部门指定|纠纷简要事实|调解结果|履行情况|承办人意见|审核意见",
    "committee_filing": "人民调解委员会备案表|类型|设立单位|设立日期|地址|联系电话|邮编|委员人数|其中妇女|"
    "少数民族|专职|兼职|主任|副主任|序号|姓名|性别|民族|出生年月|政治面貌|文化程度|职务|专/兼职|任职日期|"
    "联系电话|备案事由|设立|变更|撤销|设立单位意见（盖章）|司法所意见（盖章）|县（市、区）司法局意见（盖章）",
    "mediator_registration": "人民调解员登记表|姓名|性别|民族|照片|出生年月|身份证号|政治面貌|文化程度|"
    "工作单位及职务|住址|联系电话|类别|专长领域|等级|任期至|调解员证号|工作简历|培训记录|时间|内容|学时|考核|"
    "奖惩情况|调委会意见|司法所意见|司法局意见",
    "subsidy_application": "补贴申报表|调委会|调解员|调解员等级|卷号|当事人|纠纷类型|案件来源|受理日期|"
    "结案日期|协议形式|涉及人数|涉及金额|履行情况|申报等级|申报金额|调委会意见|初审意见|复核意见",
    "subsidy_sheet": "人民调解案件补贴发放表（|年第|季度）|序号|调解员姓名|所属调委会|案件数（件）|合计|"
    "制表人|审核人|负责人|日期",
    "transfer_reply": "移送回执|编号|受理时间：|调解结果：|协议编号：|终止原因：|年月日",
}  # fmt: skip

SOME = [
    pytest.param(paper, marks=[pytest.mark.heavy] if at % 4 else [])
    for at, paper in enumerate(FIXED)
]


@pytest.mark.parametrize("paper", SOME)
def test_a_blank_form_of_the_set_has_its_fixed_words(
    dossiered: Dossiered, tmp_path: Path, paper: str
):
    for profile in ("national", "local"):
        out = tmp_path / f"{profile}.pdf"
        printed(dossiered.made.program, paper, [], out, "--blank", "--profile", profile)
        words = FIXED[paper].split("|")
        if profile == "local":
            words = ["出生年月" if one == "年龄" and with_parties(paper) else one
                     for one in words]  # fmt: skip
        assert first_missing(words_of(out), words) is None


def with_parties(paper: str) -> bool:
    """Say whether a paper has the party block, whose birth column is the profile's."""
    return bool(re.search("application$|agreement$", paper))
