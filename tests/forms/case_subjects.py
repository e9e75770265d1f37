"""Example rows of what happens in a case: inquiries, sessions, visits, exhibits."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from tests.forms.subjects import case, record
from tests.forms.words import FACTS

MINUTES = (
    "调解员：今天就你们两家通道的事情进行调解，先请赵桂兰说说情况。\n"
    "赵桂兰：这条通道用了三十多年，他砌墙之后我家三轮车进不去，要求拆除并赔偿误工损失。\n"
    "孙𬭎：砖是临时放的，墙我可以拆，但请给我一点时间，赔偿数额希望少一些。\n"
    "调解员：宅基地登记图上通道为共用，法律也规定相邻方应当提供通行便利。\n"
    "双方表示愿意按登记图处理，并就拆除期限、赔偿数额达成一致意见。"
)
REQUESTS = "1、请求孙𬭎拆除围墙，恢复通道；2、请求赔偿误工费、交通费1500元"


def inquiry(**more: Any) -> dict[str, Any]:
    """An inquiry with a neighbour."""
    values: dict[str, Any] = {
        "held_on": date(2026, 3, 11),
        "starts_at": time(9, 30),
        "ends_at": time(10, 15),
        "place": "东河村3组马志强家",
        "participants": "陈国栋",
        "subject": "马志强",
        "subject_note": "男，57岁，东河村3组村民，与双方均为邻居",
        "investigator": "刘玉珍",
        "recorder": "陈国栋",
        "content": "问：你了解两家通道的情况吗？\n答：了解，这条路建村时就有，两家一直共用。\n"
        "问：围墙是什么时候砌的？\n答：今年三月初，砌的时候赵桂兰不在家。",
        **more,
    }
    return record("inquiry", str(values["subject"]), **values)


def session(**more: Any) -> dict[str, Any]:
    """A mediation session that ended with an agreement."""
    values: dict[str, Any] = {
        "held_on": date(2026, 3, 18),
        "starts_at": time(14, 30),
        "ends_at": time(16, 0),
        "place": "东河村人民调解室",
        "parties_present": None,
        "participants": "东河村3组组长李秀英",
        "mediators": [],
        "recorder": "陈国栋",
        "minutes": MINUTES,
        "result": "1",
        **more,
    }
    return record("mediation_session", str(values["held_on"]), **values)


def follow_up(**more: Any) -> dict[str, Any]:
    """A visit after the agreement."""
    values: dict[str, Any] = {
        "visited_on": date(2026, 4, 20),
        "way": "1",
        "place": "东河村3组27号",
        "person": "赵桂兰",
        "agreement_number": None,
        "reason": None,
        "findings": "围墙已于3月29日拆除，通道恢复通行；赔偿款1200元已付清。当事人对调解结果满意，"
        "双方关系缓和，未发现新的矛盾。",
        "visitor": "刘玉珍",
        **more,
    }
    return record("follow_up", str(values["visited_on"]), **values)


def exhibit(title: str, **more: Any) -> dict[str, Any]:
    """An exhibit of a case."""
    values: dict[str, Any] = {
        "title": title,
        "item": "07",
        "proves": "通道自1987年起由两户共用",
        "original": "2",
        "pages": 2,
        "provided_by": "赵桂兰",
        **more,
    }
    return record("attachment", title, **values)


def full_case(**more: Any) -> dict[str, Any]:
    """A neighbours' dispute with everything that the papers of a case print."""
    values: dict[str, Any] = {
        "applied_on": date(2026, 3, 9),
        "rights_told_on": date(2026, 3, 12),
        "requests": REQUESTS,
        "place": "东河村人民调解室",
        "participants": None,
        "recorder": "陈国栋",
        "minutes": MINUTES,
        "result": "1",
        "inquiries": [inquiry()],
        "sessions": [session()],
        "follow_ups": [follow_up()],
        "attachments": [
            exhibit("宅字〔1987〕第1164号土地证"),
            exhibit("现场照片", proves="围墙砌筑的位置和高度", original="3", pages=4),
            exhibit("误工证明", proves=FACTS[:60], original="1", pages=1, provided_by="孙𬭎"),
            record("attachment", "收条", title="收条", item="10"),
        ],
        "volume_note": "土地证原件由赵桂兰保管，卷内为复印件；现场照片4张贴于附页。",
        "reviewed_by": "陈国栋",
        **more,
    }
    return case(**values)
