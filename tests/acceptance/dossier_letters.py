"""What covers, letters and court papers of a case file must say, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tests.acceptance.dossier_words import Content, Form, cn, company, names
from tests.acceptance.dossiers import POWERS
from tests.acceptance.neutral import age_on, born_of, sex_of


def topic(case: Content) -> str:
    return case["纠纷类型"].removesuffix("纠纷")


def facing(case: Content, one: str) -> str:
    """Give the names of those across from a party, or from the first side."""
    side = next(p["当事人一方"] for p in case["当事人"] if p["姓名或名称"] == one)
    other = "被申请人" if side == "申请人" else "申请人"
    return "、".join(names(case, other))


def letters(case: Content, kind: str) -> list[Content]:
    return [one for one in case.get("通知函件", []) if one["函件种类"] == kind]


def case_cover(case: Content, form: Form) -> Iterator[str]:
    yield form.body
    yield "调解卷宗卷名：" + case["卷名"]
    yield "卷号：" + case["卷号"]
    yield "人民调解员：" + "、".join(form.mediators)
    yield "调解日期：" + cn(case.get("调解日期"))
    if "调解日期（至）" in case:
        yield "至" + cn(case["调解日期（至）"])
    yield "立卷人：" + case["立卷人"] + "立卷日期：" + cn(case["立卷日期"])
    yield "保管期限：" + case["保管期限"]
    yield "备注：" + case.get("备注", "")


def volume_statement(case: Content, _form: Form) -> Iterator[str]:
    yield "卷宗情况说明" + case.get("卷宗情况说明", "")
    yield "立卷人" + case["立卷人"]


def back_cover(case: Content, _form: Form) -> Iterator[str]:
    yield f"案卷封底立卷人：{case['立卷人']}审核人：{case['审核人']}立卷日期：{cn(case['立卷日期'])}"


def confirmation_application(case: Content, _form: Form) -> Iterator[str]:
    deal = case["调解协议"][0]
    yield "司法确认申请书"
    yield "当事人（自然人姓名、性别、年龄、民族、职业、单位或住址，法人及社会组织的名称、地址、法定代表人姓名和职务）："
    for one in case["当事人"]:
        if company(one):
            yield f"申请人：{one['姓名或名称']}住所地：{one['单位或住址']}"
            yield f"法定代表人：{one['法定代表人（负责人）']}职务：{one['法定代表人职务']}"
        else:
            number = one["身份证号"]
            born = cn(born_of(number).isoformat())
            yield f"申请人：{one['姓名或名称']}，{sex_of(number)}，{one['民族']}，{born}出生，"
            yield f"身份证号码：{number}，住{one['单位或住址']}。"
    yield "委托代理人：" + "、".join(
        one["代理人姓名"] for one in case.get("代理人", []) if one["代理人类型"] != "法定代理人"
    )
    yield "纠纷简要情况："
    told = case.get("纠纷简要情况") or deal["纠纷主要事实、争议事项"]
    yield told.removesuffix("。") + "，现双方自愿达成共识，并签署"
    yield deal["协议编号"] + "《人民调解协议书》。当事人申请事项："
    yield f"请求{deal['确认法院']}对{deal['协议编号']}《人民调解协议书》进行司法确认。"
    yield "申请人（签名）登记日期" + cn(deal["司法确认申请日期"])


def power_of_attorney(case: Content, form: Form) -> Iterator[str]:
    people = {one["姓名或名称"]: one for one in case["当事人"]}
    for one in case.get("代理人", []):
        if one["代理人类型"] == "法定代理人":
            continue
        yield "授权委托书"
        giver = people[one["被代理当事人"]]
        yield "委托人：" + giver["姓名或名称"]
        if company(giver):
            yield "法定代表人（负责人）钱守信职务总经理统一社会信用代码" + giver["统一社会信用代码"]
        else:
            yield "身份证号" + giver["身份证号"]
        yield f"联系方式{giver['联系方式']}单位或住址{giver['单位或住址']}"
        age = age_on(one["身份证号"], date.fromisoformat(one["委托日期"]))
        yield f"受委托人：代理人姓名{one['代理人姓名']}性别{sex_of(one['身份证号'])}年龄{age}民族汉族"
        yield f"身份证号{one['身份证号']}联系方式{one['联系方式']}地址{one['地址']}"
        yield f"工作单位/职务{one.get('工作单位或职务', '')}律师证件号{one.get('律师证件号', '')}"
        kinds = ("律师", "法律工作者", "单位工作人员", "近亲属", "公民")
        yield "代理人类型：" + "".join("☐☑"[two == one["代理人类型"]] + two for two in kinds)
        yield f"委托人因与{facing(case, giver['姓名或名称'])}的{topic(case)}纠纷，由{form.body}调解，"
        for at, power in enumerate(POWERS, 1):
            yield f"{'☐☑'[power in one['委托权限']]}{at}、{power}"
        yield one.get("其他委托事项", "")
        yield f"委托期限：自{cn(one['委托日期'])}起至{cn(one['委托期限至'])}止。"
        yield "委托人（签名盖章或按指印）：" + cn(one["委托日期"])


def acceptance_notice(case: Content, form: Form) -> Iterator[str]:
    for one in letters(case, "受理通知书"):
        yield "受理通知书（存根）" + one["文号"]
        yield f"{one['签收人']}送达日期：{cn(one['送达日期'])}受理通知书{one['文号']}{one['致送对象']}："
        yield (
            f"经审查，您与{facing(case, one['致送对象'])}的{topic(case)}纠纷，符合{form.body}受理调解条件。"
            f"根据《中华人民共和国人民调解法》的规定，现决定于{cn(case['受理日期'])}受理本纠纷。特此通知。"
        )
        yield form.body + "（公章）" + cn(one["发文日期"])


REASONS = (
    "☐另一方当事人不同意调解（或经多次通知，无正当理由，不明确表示愿意调解的，视为不同意调解）",
    "☑没有明确的被申请人或调解请求", "☐未按要求提交材料和事实依据",
    "☐法律、法规规定只能由专门机关管辖处理，或者禁止采用民间调解方式解决的",
    "☐人民法院、公安机关或者其他行政机关已经受理或者解决的", "☑其他原因双方住所均不在本辖区",
)  # fmt: skip


def refusal_notice(case: Content, form: Form) -> Iterator[str]:
    for one in letters(case, "不予受理通知书"):
        yield "不予受理通知书（存根）" + one["文号"]
        yield f"不予受理通知书{one['文号']}{one['致送对象']}："
        yield (
            f"您与{facing(case, one['致送对象'])}的{topic(case)}纠纷，经审查，不符合{form.body}受理条件，"
            "现决定不予受理。原因如下："
        )
        yield from REASONS
        yield "特此通知。" + form.body + "（公章）" + cn(one["发文日期"])


def termination_letter(case: Content, form: Form) -> Iterator[str]:
    for one in letters(case, "终止调解函"):
        for name in names(case):
            yield f"终止调解函{one['文号']}{name}："
            yield (
                f"关于你方与{facing(case, name)}的{topic(case)}（纠纷）案件，经调解后无法达成一致意见，"
                "现终止调解并建议你方走其他途径解决。特此函告。"
            )
            yield "你方可以依法通过仲裁、行政、司法等途径维护自己的权利。"
            yield form.body + "（印章）" + cn(one["发文日期"])


def transfer_reply(case: Content, form: Form) -> Iterator[str]:
    for one in letters(case, "移送回执"):
        yield f"移送回执编号{one['文号']}{case['移送（委托）单位']}："
        yield cn(case["移送（委托）日期"])
        yield case["移送（委托）函号"]
        yield f"受理时间：{cn(case['受理日期'])}"
        yield "调解结果：" + case.get("调解结果", "").replace("成功", "")
        yield "办理情况说明：" + one["办理结果"]
        yield form.body + "（印章）" + cn(one["发文日期"])


def closing_report(case: Content, form: Form) -> Iterator[str]:
    yield f"人民调解结案报告表卷号{case['卷号']}填表时间{cn(case['立卷日期'])}"
    yield f"承办单位{form.body}承办人{'、'.join(form.mediators)}"
    yield f"受案时间{cn(case['受理日期'])}结案时间{cn(case['结案日期'])}当事人信息"
    for one in case["当事人"]:
        yield one["姓名或名称"]
        yield one["联系方式"]
    yield "案件来源"
    yield "纠纷简要事实" + case.get("纠纷简要情况", "")
    yield "调解结果调解"
    yield "履行情况"
    yield "承办人意见"
    yield case.get("承办人意见", "")
    yield "审核意见" + case.get("审核意见", "")


LETTERS: dict[str, Callable[[Content, Form], Iterator[str]]] = {
    one.__name__: one
    for one in (
        case_cover, volume_statement, back_cover, confirmation_application, power_of_attorney,
        acceptance_notice, refusal_notice, termination_letter, transfer_reply, closing_report,
    )
}  # fmt: skip
