"""What each paper of a case file must say, in order: labels and fixed sentences of the forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.acceptance.neutral import age_on, born_of, sex_of

Content = dict[str, Any]
GENERIC = "人民调解委员会"


@dataclass(frozen=True)
class Form:
    """A profile's switches, and what the case is told of by links."""

    local: bool
    body: str
    mediators: tuple[str, ...]


def cn(day: str | None) -> str:
    """Give an ISO day in words; without one the printed blank."""
    if not day:
        return "年月日"
    year, month, number = day.split("-")
    return f"{year}年{int(month)}月{int(number)}日"


def names(case: Content, side: str = "") -> list[str]:
    """Give the names of the parties, or of those on one side."""
    return [one["姓名或名称"] for one in case["当事人"] if side in ("", one["当事人一方"])]


def company(one: Content) -> bool:
    """Say whether a party is an organisation."""
    return one["当事人类型"] != "自然人"


def party(role: str, one: Content, case: Content, form: Form, day: str) -> Iterator[str]:
    """Give the party block (2.3)."""
    yield role + "姓名" + one["姓名或名称"]
    number = one.get("身份证号", "")
    yield "性别" + (sex_of(number) if number else "")
    yield "民族" + one.get("民族", "")
    if form.local:
        yield "出生年月" + (
            f"{born_of(number).year}年{born_of(number).month}月" if number else "年月"
        )
    else:
        yield "年龄" + (str(age_on(number, date.fromisoformat(day))) if number else "")
    post = (
        [one["法定代表人（负责人）"], one["法定代表人职务"]]
        if company(one)
        else [one["职业或职务"]]
    )
    yield "职业或职务" + "、".join(post)
    yield "联系方式" + one["联系方式"]
    yield "单位或住址" + one["单位或住址"]
    if form.local:
        yield "身份证号：" + (number or one["统一社会信用代码"])
        for agent in case.get("代理人", []):
            if agent["被代理当事人"] == one["姓名或名称"]:
                legal = agent["代理人类型"] == "法定代理人"
                yield ("法定代理人" if legal else "委托代理人") + agent["代理人姓名"]
                yield "联系方式" + agent["联系方式"]


def application(case: Content, form: Form) -> Iterator[str]:
    yield "人民调解申请书"
    day = case["申请日期"]
    for role in ("申请人", "被申请人"):
        own = [one for one in case["当事人"] if one["当事人一方"] == role]
        for one in own:
            yield from party(role, one, case, form, day)
        if not own:
            yield role + "姓名性别民族"
    yield "纠纷简要情况：" + case.get("纠纷简要情况", "")
    asked = re.sub(r"(?m)^[1-9一二三四]、", "", case.get("当事人申请事项", "")).split("\n")
    yield "当事人申请事项：1、"
    for at, one in enumerate([*asked, "", ""][: max(3, len(asked))], 1):
        yield (f"{at}、" if at > 1 else "") + one
    yield "人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。"
    yield from ["申请人（签名盖章或按指印）"] * len(names(case, "申请人"))
    yield cn(day)


def case_registration(case: Content, form: Form) -> Iterator[str]:
    day = cn(case["受理日期"])
    yield "人民调解受理登记表"
    yield day + "，人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，调解"
    yield "、".join(names(case)) + ("、" if len(names(case)) == 1 else "")
    yield "之间的纠纷。"
    yield "纠纷类型：" + case["纠纷类型"]
    own = case["案件来源"] == "人民调解委员会主动调解"
    yield "案件来源：①当事人申请" + ("" if own else "✓")
    yield "②人民调解委员会主动调解" + ("✓" if own else "")
    yield "纠纷简要情况：" + case.get("纠纷简要情况", "")
    yield from ["当事人（签名）"] * max(2, len(names(case)))
    yield "登记人（签名）"
    yield form.body
    yield day
    yield "备注：此表由人民调解委员会填写"


def rights_notice(case: Content, _form: Form) -> Iterator[str]:
    yield "人民调解当事人权利义务告知书"
    yield "根据有关法律、法规的要求，现将人民调解委员会的性质、调解原则和法律效果，以及在调解中各方当事人享有的权利和应当承担的义务告知如下："
    yield "一、人民调解委员会是调解民间纠纷的群众性组织。"
    yield "人民调解委员会是依法设立的调解民间纠纷的群众性组织。"
    yield "人民调解委员会调解民间纠纷，不收取任何费用。"
    yield "（一）在当事人自愿、平等的基础上进行调解；（二）不违背法律、法规和国家政策；（三）尊重当事人的权利，不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利。"
    yield "（一）选择或者接受人民调解员；（二）接受调解、拒绝调解或者要求终止调解；（三）要求调解公开进行或者不公开进行；（四）自主表达意愿、自愿达成调解协议。"
    yield "（一）如实陈述纠纷事实；（二）遵守调解现场秩序，尊重人民调解员；（三）尊重对方当事人行使权利。"
    yield "经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。"
    yield from ["当事人（签名盖章或按指印）："] * max(2, len(names(case)))
    yield cn(case["告知权利义务日期"])


def inquiry_record(case: Content, _form: Form) -> Iterator[str]:
    for one in case["调查记录"]:
        yield "人民调解调查记录"
        yield "时间" + cn(one["调查日期"])
        yield "9时05分至10时40分"
        yield "地点" + one["调查地点"]
        yield "参加人唐𬀩、" + one["参加人"]
        yield f"被调查人{one['被调查人']}（{one['被调查人基本情况']}）"
        yield "记录：" + one["调查内容"]
        yield "被调查人（签名）"
        yield "调查人（签名）被调查人（签名）记录人（签名）"


def evidence_list(case: Content, _form: Form) -> Iterator[str]:
    yield "证据清单"
    yield "案件名称：" + case["卷名"]
    yield "序号证据名称证明内容原件/复印件页数提供人"
    for at, one in enumerate(case.get("证据和附件", []), 1):
        yield str(at)
        yield one["材料名称"]


def mediation_record(case: Content, _form: Form) -> Iterator[str]:
    sittings: list[Content] = case.get("各次调解记录") or [{}]
    for one in sittings:
        yield "人民调解记录"
        yield "时间" + cn(one.get("本次调解日期", case["调解日期"]))
        if one:
            yield "14时30分至16时00分"
        yield "地点" + one.get("本次调解地点", case["调解地点"])
        yield "当事人"
        yield from names(case)
        yield "参加人" + one.get("参加人", "")
        yield "人民调解委员会已将人民调解的相关规定告知各方当事人。"
        yield "调解记录：" + (one["调解记录"] if one else case["调解记录"])
        yield from ["当事人（签名盖章或按指印）"] * max(2, len(names(case)))
        result: str = one.get("本次调解结果", case["调解结果"])
        yield "调解结果：1、调解成功" + "✓" * (result == "调解成功") + "；"
        yield "2、调解不成" + "✓" * (result == "调解不成功") + "；"
        yield "3、有待继续调解" + "✓" * (result == "有待继续调解")
        yield from ["当事人（签名盖章或按指印）"] * max(2, len(names(case)))
        yield "人民调解员（签名）记录人（签名）"
        yield cn(one.get("本次调解日期", case["调解日期"]))


def _agreed(case: Content, form: Form, title: str) -> Iterator[str]:
    deal = case["调解协议"][0]
    yield title
    yield "编号" + deal["协议编号"]
    for one in case["当事人"]:
        yield from party("当事人", one, case, form, deal["协议日期"])
    yield "纠纷主要事实、争议事项：" + deal["纠纷主要事实、争议事项"]
    yield "经调解，自愿达成如下协议：" + deal["协议内容"]
    yield "履行方式、时限：" + deal["履行方式、时限"]


def agreement(case: Content, form: Form) -> Iterator[str]:
    deal = case["调解协议"][0]
    yield from _agreed(case, form, "人民调解协议书")
    yield f"本协议一式{deal['协议份数']}份，当事人、人民调解委员会各持一份。"
    for at in range(max(2, len(names(case)))):
        yield (
            "当事人（签名盖章或按指印）" + ("人民调解员（签名）", "记录人（签名）", "")[min(at, 2)]
        )
    yield "（人民调解委员会印章）" + cn(deal["协议日期"])


def oral_agreement(case: Content, form: Form) -> Iterator[str]:
    yield from _agreed(case, form, "人民调解口头协议登记表")
    yield "人民调解员（签名）（人民调解委员会印章）" + cn(case["调解协议"][0]["协议日期"])


def follow_up_record(case: Content, form: Form) -> Iterator[str]:
    for one in case["回访记录"]:
        yield "人民调解回访记录当事人" + one["被回访当事人"]
        yield "调解协议编号" + case["调解协议"][0]["协议编号"]
        yield "回访事由" + case["卷名"]
        yield "回访时间" + cn(one["回访时间"])
        yield "回访情况：" + one["回访情况"]
        yield "回访人（签名）" + form.body + cn(one["回访时间"])


FORMS: dict[str, Callable[[Content, Form], Iterator[str]]] = {
    one.__name__: one
    for one in (
        application, case_registration, rights_notice, inquiry_record, evidence_list,
        mediation_record, agreement, oral_agreement, follow_up_record,
    )
}  # fmt: skip
