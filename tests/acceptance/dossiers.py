"""Sixty whole case files of the examiner: every kind of party, step, ending and paper, by labels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.acceptance.endings import ended, on, told
from tests.acceptance.neutral import TOPICS, credit_code, id_number
from tests.acceptance.township import FIRMS, NATIONS

Content = dict[str, Any]

NAMES = (
    "张䶮", "欧阳𬭎𫖯", "买买提·吐尔逊", "阿依努尔·阿卜杜热合曼", "司马䶮㛃", "王㛃", "赵𠅤",
    "扎西·次仁", "孙𣗋", "周𬀩", "吴玉兰", "郑守田", "褚卫国", "卫秀英", "蒋满仓", "迪丽娜尔·艾则孜",
    "陈𠅤山", "钱𫖯", "史进粮", "冯㛃", "沈巧云", "尤大江", "秦守礼", "许小满", "何首乌",
)  # fmt: skip
SIDES = ((1, 1), (2, 1), (1, 3), (3, 3), (1, 0), (2, 4), (1, 5), (1, 2), (4, 1), (1, 1))
ENDINGS = (
    "written", "oral", "failed", "written", "confirmed", "refused", "written", "withdrawn",
    "handed on", "open", "written", "oral",
)  # fmt: skip
POWERS = (
    "代为申请调解或者要求终止调解", "代为收集、提供证据", "代为选择或者接受人民调解员",
    "代为承认、变更和放弃调解请求",
    "代为参加调解，签署调查记录、调解记录、权利义务告知书、人民调解协议书等法律文书",
    "代为领取相关法律文书等", "其他委托事项",
)  # fmt: skip


def the_dossiers(mediators: Mapping[str, list[str]], size: int = 60) -> list[Content]:
    """Give the case files; ``mediators`` are committee id → ids of its mediators."""
    dice = Random(20261130)
    bodies = list(mediators.items())
    return [_dossier(dice, at, *bodies[at % len(bodies)]) for at in range(size)]


def _dossier(dice: Random, at: int, body: str, own: list[str]) -> Content:
    came = date(2025, 1, 6) + timedelta(days=at * 5)
    ending = ENDINGS[at % len(ENDINGS)]
    parties = _parties(dice, at)
    first, last = parties[0]["姓名或名称"], parties[-1]["姓名或名称"]
    topic = TOPICS[at % len(TOPICS)].replace("房产宅基地", "房屋宅基地")
    made: Content = {
        "案号": f"（2025）考{at % 7}人调字第{at + 1:03d}号",
        "卷号": f"（2025）考卷人调字第{at + 1:03d}号",
        "卷名": f"{first}与{last}{topic}",
        "人民调解委员会": body,
        "人民调解员": own if at % 3 else own[:1],
        "申请日期": on(came, -1),
        "受理日期": on(came, 0),
        "登记人": "许春兰",
        "记录人": "韩惠民",
        "当事人": parties,
        "代理人": _agents(parties, came, at),
        "案件来源": ("当事人申请", "人民调解委员会主动调解", "法院委托移送", "公安机关委托移送",
                  "信访部门委托移送")[at % 5],
        "纠纷类型": topic,
        "纠纷简要情况": told(dice, at),
        "当事人申请事项": ("", "1、返还借款12,000元；\n2、赔礼道歉；", "恢复通行；", "一、赔偿误工费；\n"
                    "二、修复院墙；\n三、承担鉴定费；\n四、保证不再发生。")[at % 4],
        "当事人同意调解": ending != "refused",
        "告知权利义务日期": on(came, 1),
        "调解日期": on(came, 4),
        "调解日期（至）": on(came, 9) if at % 2 else "",
        "调解地点": "清河镇人民调解委员会调解室",
        "翻译人员": "古丽·买买提" if at % 8 == 2 else "",
        "证据和附件": _evidence(at, came),
        "调查记录": [_inquiry(dice, at + one, came, parties) for one in range(at % 3)],
        "立卷人": "许春兰",
        "立卷日期": on(came, 40),
        "审核人": "周建民",
        "保管期限": ("短期", "长期", "永久")[at % 3],
        "卷宗情况说明": ("", "证据原件已退还提供人。", told(dice, 3))[at % 3],
        "备注": ("", "含照片2张。")[at % 2],
    }  # fmt: skip
    made |= _transfer(at, came)
    made |= ended(dice, at, ending, came, made)
    return {label: value for label, value in made.items() if value not in ("", [], None)}


def _parties(dice: Random, at: int) -> list[Content]:
    claiming, against = SIDES[at % len(SIDES)]
    return [_party(dice, at * 3 + one, one < claiming) for one in range(claiming + against)]


def _party(dice: Random, at: int, claims: bool) -> Content:
    made: Content = {
        "当事人一方": "申请人" if claims else "被申请人",
        "联系方式": f"139{at:04d}{dice.randrange(10**4):04d}",
        "单位或住址": f"清河镇石门村{at % 9 + 1}组{at % 90 + 1}号"
        + "（老学校北侧巷内）" * (at % 4 == 0),
    }
    if at % 7 == 5:
        return made | {
            "当事人类型": "法人" if at % 2 else "其他组织",
            "姓名或名称": FIRMS[at % len(FIRMS)],
            "统一社会信用代码": credit_code(2000 + at),
            "法定代表人（负责人）": "钱守信",
            "法定代表人职务": "总经理",
        }
    name = NAMES[at % len(NAMES)]
    born = date(1950, 1, 1) + timedelta(days=dice.randrange(18_000))
    if at % 11 == 4:
        born = date(2013, 3, 18)
    return made | {
        "当事人类型": "自然人",
        "姓名或名称": name,
        "身份证号": id_number(born, 100 + at % 800),
        "民族": NATIONS.get(name[0], "汉族"),
        "职业或职务": ("务农", "个体工商户", "学生", "货车司机")[at % 4],
        "送达地址": "清河镇邮政所转" if at % 2 else "",
    }


def _agents(parties: list[Content], came: date, at: int) -> list[Content]:
    made: list[Content] = []
    for place, party in enumerate(parties):
        minor = party.get("身份证号", "")[6:10] == "2013"
        if not (minor or (at + place) % 4 == 0):
            continue
        kind = (
            "法定代理人"
            if minor
            else ("律师", "法律工作者", "单位工作人员", "近亲属", "公民")[at % 5]
        )
        agent = {
            "被代理当事人": party["姓名或名称"],
            "代理人姓名": ("古丽·买买提", "冯㛃", "程立言", "何𬭎")[(at + place) % 4],
            "身份证号": id_number(date(1975, 6, 1 + at % 28), 301 + 2 * place),
            "代理人类型": kind,
            "与当事人关系": "父亲" if minor else "",
            "民族": "汉族",
            "联系方式": f"137{at:04d}{place:04d}",
            "地址": "清河县城关镇法治路8号",
            "工作单位或职务": "清河律师事务所律师" if kind == "律师" else "",
            "律师证件号": "14101202010123456" if kind == "律师" else "",
            "委托权限": [] if minor else [*POWERS[: at % 6 + 1], *POWERS[6:][: at % 2]],
            "其他委托事项": "代收款项" if at % 2 and not minor else "",
            "委托日期": "" if minor else on(came, 1),
            "委托期限至": "" if minor else on(came, 60),
        }
        made.append({label: value for label, value in agent.items() if value not in ("", [])})
    return made


def _evidence(at: int, came: date) -> list[Content]:
    return [
        {
            "卷内项目": "证据材料",
            "材料名称": ("收条", "微信转账记录", "现场照片", "《承包合同》")[one % 4]
            + f"之{one + 1}",
            "证明内容": "证明双方于当日发生的事实及其经过" * (one % 3 + 1),
            "原件/复印件": ("原件", "复印件", "照片", "电子数据")[one % 4],
            "页数": one + 1,
            "提供人": ("张䶮", "买买提·吐尔逊")[one % 2],
            "取得日期": on(came, 2),
        }
        for one in range(at % 5 * 4)
    ]


def _inquiry(dice: Random, at: int, came: date, parties: list[Content]) -> Content:
    return {
        "调查日期": on(came, 2),
        "调查开始时间": "9:05",
        "调查结束时间": "10:40",
        "调查地点": "石门村村委会",
        "参加人": "村治保主任田有根",
        "被调查人": parties[at % len(parties)]["姓名或名称"],
        "被调查人基本情况": "女，52岁，石门村村民",
        "调查人": "唐𬀩",
        "记录人": "韩惠民",
        "调查内容": "问：当时情况如何？\n答：" + (told(dice, at) or "不清楚。"),
    }


def _transfer(at: int, came: date) -> Content:
    if at % 5 < 2:
        return {}
    return {
        "移送（委托）单位": ("清河县人民法院", "清河县公安局清河派出所", "清河县信访局")[at % 5 - 2],
        "移送（委托）函号": f"清移函〔2025〕{at}号",
        "移送（委托）日期": on(came, -2),
        "回复日期": on(came, 30),
        "通知函件": [
            {"函件种类": "移送回执", "文号": f"清回〔2025〕{at}号", "发文日期": on(came, 30),
             "办理结果": "已按程序办理完毕，现予回复。"}
        ],
    }  # fmt: skip
