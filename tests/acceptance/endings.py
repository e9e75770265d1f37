"""How the examiner's case files end: agreements, failures, refusals, letters and follow-ups."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.acceptance.township import narrative

Content = dict[str, Any]

LENGTHS = (0, 40, 150, 600, 3000, 1, 900, 260, 1800, 80)


def on(day: date, after: int) -> str:
    """Give the day so many days after another, as ISO."""
    return (day + timedelta(days=after)).isoformat()


def told(dice: Random, at: int) -> str:
    """Give a narrative of nothing to three thousand characters, some in paragraphs."""
    length = LENGTHS[at % len(LENGTHS)]
    if length < 2:
        return "略。"[: length * 2]
    text = narrative(dice, length)
    cut = length // 2
    return text if at % 3 else f"{text[:cut]}\n{text[cut:]}"


def ended(dice: Random, at: int, ending: str, came: date, made: Content) -> Content:
    """Give what the ending of a case adds to it."""
    notices = list(made.get("通知函件", []))
    if ending == "refused":
        return {
            "不予受理的原因": "没有明确的被申请人或调解请求",
            "不予受理日期": on(came, 2),
            "调解日期": "",
            "调解日期（至）": "",
            "通知函件": [*notices, _refusal(at, came, made)],
        }
    accepted = {
        "函件种类": "受理通知书",
        "文号": f"清受〔2025〕{at}号",
        "致送对象": made["当事人"][-1]["姓名或名称"],
        "发文日期": on(came, 1),
        "送达日期": on(came, 2),
        "签收人": made["当事人"][-1].get("法定代表人（负责人）", made["当事人"][-1]["姓名或名称"]),
    }
    shared: Content = {"通知函件": [*notices, *[accepted] * (at % 2)]}
    if ending == "withdrawn":
        return shared | {"撤回申请的原因": "本人个人原因", "撤回申请日期": on(came, 5)}
    if ending == "handed on":
        return shared | {
            "移送有关部门": "清河县劳动人事争议仲裁委员会",
            "移送日期": on(came, 6),
            "移送函号": f"清转〔2025〕{at}号",
            "移送原因": "属于劳动争议仲裁前置事项",
        }
    sessions = [_session(dice, at + one, came, made, one) for one in range(at % 4)]
    shared["各次调解记录"] = sessions
    if not sessions:
        shared["调解记录"] = "经主持，双方陈述：" + told(dice, at + 2)
    if ending == "open":
        return shared | {
            "调解结果": "有待继续调解",
            "经同意延长至": on(came, 60),
            "同意延长日期": on(came, 20),
            "延长原因": "等待鉴定意见",
        }
    if ending == "failed":
        return shared | _failed(at, came, shared)
    return shared | _settled(dice, at, ending, came, made)


def _refusal(at: int, came: date, made: Content) -> Content:
    return {
        "函件种类": "不予受理通知书",
        "文号": f"清不〔2025〕{at}号",
        "致送对象": made["当事人"][0]["姓名或名称"],
        "发文日期": on(came, 2),
        "不予受理原因": ["没有明确的被申请人或调解请求", "其他原因"],
        "其他原因": "双方住所均不在本辖区",
    }


def _session(dice: Random, at: int, came: date, made: Content, place: int) -> Content:
    names = [one["姓名或名称"] for one in made["当事人"]]
    return {
        "本次调解日期": on(came, 4 + place * 3),
        "开始时间": "14:30",
        "结束时间": "16:00",
        "本次调解地点": f"清河镇人民调解委员会第{place + 1}调解室",
        "到场当事人": "、".join(names) if at % 2 else "",
        "参加人": ("", "村支书田有根、网格员李𬭎")[place % 2],
        "邀请参加人已征得当事人同意": bool(place % 2),
        "记录人": "韩惠民",
        "调解记录": "调解员告知权利义务后，双方陈述：" + told(dice, at),
        "本次调解结果": "有待继续调解" if place < at % 4 else "调解成功",
    }


def _failed(at: int, came: date, shared: Content) -> Content:
    letter = {"函件种类": "终止调解函", "文号": f"清终〔2025〕{at}号", "发文日期": on(came, 10)}
    return {
        "通知函件": [*shared["通知函件"], letter],
        "调解结果": "调解不成功",
        "结案日期": on(came, 10),
        "终止调解的原因": "双方分歧较大且难以达成调解协议",
        "终止说明": "对赔偿数额差距过大",
        "终止调解日期": on(came, 10),
        "告知其他救济途径日期": on(came, 10),
    }


def _settled(dice: Random, at: int, ending: str, came: date, made: Content) -> Content:
    oral = ending == "oral"
    day = came + timedelta(days=12)
    clauses = "\n".join(
        f"{'一二三四五'[one]}、{narrative(dice, (60, 700)[at % 6 == 4])}" for one in range(3)
    )
    deal: Content = {
        "协议编号": f"清协〔2025〕第{at + 1:03d}号",
        "协议形式": "口头协议" if oral else "书面协议",
        "纠纷主要事实、争议事项": narrative(dice, 120),
        "协议内容": clauses,
        "履行方式、时限": f"{on(day, 30)}前以银行转账方式一次付清；逾期每日按0.05%计。",
        "履行期限": on(day, 30),
        "协议涉及金额": "12500.50" if at % 2 else "",
        "协议份数": "" if oral else len(made["当事人"]) + 1,
        "协议日期": day.isoformat(),
        "生效日期": day.isoformat(),
        "当事人签名日期": "" if oral else day.isoformat(),
        "人民调解员签名日期": day.isoformat(),
        "调委会盖章日期": day.isoformat(),
        "协议履行情况": "协议已履行" if at % 2 else "",
        "履行说明": "转账凭证已附卷" if at % 2 else "",
    }
    if ending == "confirmed":
        deal |= {
            "司法确认": "已申请",
            "司法确认申请日期": on(day, 5),
            "确认法院": "清河县人民法院",
        }
    visits = [_visit(dice, at, day, one, made) for one in range(1 + at % 2)]
    return {
        "调解结果": "调解成功",
        "协议形式": deal["协议形式"],
        "结案日期": on(day, 1),
        "调解协议": [{label: value for label, value in deal.items() if value != ""}],
        "回访记录": visits,
        "承办人意见": "协议合法自愿，建议结案。",
        "承办人意见日期": on(day, 1),
        "审核意见": "同意结案。",
        "审核意见日期": on(day, 2),
    }


def _visit(dice: Random, at: int, day: date, place: int, made: Content) -> Content:
    people = made["当事人"]
    return {
        "回访时间": on(day, 35 + place),
        "回访形式": "上门回访" if place else "电话回访",
        "被回访当事人": people[(at + place) % len(people)]["姓名或名称"],
        "回访情况": "已按约付清。" + told(dice, at + place + 1),
        "是否满意": "满意",
        "回访人": "唐𬀩",
    }
