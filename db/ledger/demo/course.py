"""What happened in a fictional case: inquiries, sessions, visits and exhibits."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from db.ledger.demo.people import someone
from db.ledger.demo.township import Township

RECENT_DAYS = 540
"""Written cases of so many days tell each session; older ones, only what the case itself says."""
INQUIRED = 17
EXHIBITED = 16
"""In one case out of so many there is an inquiry, are exhibits."""
_EXHIBITS: dict[str, tuple[str, str]] = {
    "1": ("结婚证", "双方系夫妻关系"),
    "2": ("现场照片", "滴水线外移和院墙受损的情况"),
    "3": ("宅基地登记图", "宅基地的四至和夹道的位置"),
    "4": ("欠条", "欠付货款的数额和还款期限"),
    "6": ("门诊病历和收费票据", "受伤的经过和医疗费数额"),
    "7": ("土地承包经营权证", "承包地的四至"),
    "10": ("工资结算单", "拖欠工资的数额"),
    "16": ("道路交通事故认定书", "事故责任的划分"),
}
_OTHER_EXHIBIT = ("微信聊天记录截图", "双方协商的经过")
_FOUND = (
    "协议约定的事项已经履行完毕，双方关系缓和，未发现新的矛盾。",
    "款项已按约定支付，当事人对调解结果满意，未再发生争执。",
    "约定的工程已经完工，村委会到场验收，双方均无异议。",
)


def add_course(town: Township, rng: Random, content: dict[str, Any], order: int) -> None:
    """Add to a case, as it stands after its outcome, what a volume holds beside the forms.

    ``order`` counts the cases from 0: inquiries and exhibits come at even distances, so that
    a small township has them too.
    """
    accepted = date.fromisoformat(content["accepted_on"])
    until = date.fromisoformat(content.get("mediated_on") or content["accepted_on"])
    if content.get("applied_on"):
        content["requests"] = _requests(content)
    if order % INQUIRED == 0:
        content["inquiries"] = [_inquiry(town, rng, content, (accepted, until))]
    if order % EXHIBITED == 1:
        content["attachments"] = _exhibits(rng, content)
    if content.get("result") is None:
        return
    content["notices"] = _notices(content, until)
    days = (until - accepted).days
    several = days > 3 and rng.random() < 0.08
    agreements: list[dict[str, Any]] = content.get("agreements", [])
    written = not agreements or agreements[0]["form"] == "2"
    if several or (written and (town.today - until).days < RECENT_DAYS):
        content["sessions"] = _sessions(rng, content, (accepted, until) if several else (until,))
    if several:
        content |= {"mediated_on": accepted.isoformat(), "mediated_until": until.isoformat()}
    if "filed_on" in content and (town.today - until).days < RECENT_DAYS:
        content.setdefault("attachments", []).append(
            {"item": "03", "title": "当事人身份证明复印件", "pages": len(content["parties"])}
        )
    if agreements and "filed_on" in content and rng.random() < 0.14:
        content["follow_ups"] = [_follow_up(rng, content)]


def _notices(content: dict[str, Any], day: date) -> list[dict[str, Any]] | None:
    """Give the letters of a case: the return slip of one handed over, the end of a failed one."""
    kinds = ["4"] if content.get("source_unit") else []
    kinds += ["3"] if content["result"] == "2" else []
    return [{"kind": kind, "issued_on": day.isoformat()} for kind in kinds] or None


def _requests(content: dict[str, Any]) -> str:
    names = [party["name"] for party in content["parties"] if party["side"] == "2"]
    other = "、".join(names) or "对方"
    return f"1、请求{other}停止侵害、承担责任；2、请求依法处理损失{content['amount']}元"


def _inquiry(
    town: Township, rng: Random, content: dict[str, Any], days: tuple[date, date]
) -> dict[str, Any]:
    known = someone(rng, town.today, youngest=25, oldest=75)
    held = min(days[0] + timedelta(days=1), days[1])
    hour = rng.randrange(8, 17)
    return {
        "held_on": held.isoformat(),
        "starts_at": f"{hour:02d}:00",
        "ends_at": f"{hour:02d}:40",
        "place": "村委会办公室",
        "subject": known.name,
        "subject_note": f"{'男' if known.sex == '1' else '女'}，同村村民，与双方均相识",
        "investigator": content["registrar"],
        "recorder": content["registrar"],
        "content": (
            f"问：你与双方是什么关系？\n答：我们是同村，平时都有来往。\n"
            f"问：请把你知道的情况讲一下。\n答：{content['summary']}\n"
            "问：你说的是否属实？\n答：属实，以上记录看过，与我讲的相符。"
        ),
    }


def _sessions(rng: Random, content: dict[str, Any], days: tuple[date, ...]) -> list[dict[str, Any]]:
    """One session per day; all but the last are to be continued."""
    made: list[dict[str, Any]] = []
    for day in days:
        hour = rng.choice((8, 9, 14, 15))
        last = day == days[-1]
        session: dict[str, Any] = {
            "held_on": day.isoformat(),
            "starts_at": f"{hour:02d}:30",
            "ends_at": f"{hour + 2:02d}:00",
            "place": content["place"],
            "mediators": content["mediators"],
            "recorder": content["registrar"],
            "minutes": content["minutes"] if last else "双方各执一词，未能达成一致，约定改日再谈。",
            "result": content["result"] if last else "3",
        }
        made.append(session if last else {**session, "next_on": days[-1].isoformat()})
    return made


def _exhibits(rng: Random, content: dict[str, Any]) -> list[dict[str, Any]]:
    first = content["parties"][0]["name"]
    kinds = [_EXHIBITS.get(content["dispute_type"], _OTHER_EXHIBIT)]
    if rng.random() < 0.5:
        kinds.append(
            ("现场照片", "纠纷现场的情况") if kinds[0][0] != "现场照片" else _OTHER_EXHIBIT
        )
    return [
        {
            "item": "07",
            "title": title,
            "proves": proves,
            "original": "3" if "照片" in title else rng.choice("12"),
            "pages": rng.randrange(1, 5),
            "provided_by": first,
            "taken_on": content["accepted_on"],
        }
        for title, proves in kinds
    ]


def _follow_up(rng: Random, content: dict[str, Any]) -> dict[str, Any]:
    """A visit half way between the agreement and the closing of the volume."""
    agreed = date.fromisoformat(content["closed_on"])
    filed = date.fromisoformat(content["filed_on"])
    return {
        "visited_on": (agreed + (filed - agreed) // 2).isoformat(),
        "way": rng.choice("112"),
        "place": content["parties"][0].get("address"),
        "person": content["parties"][0]["name"],
        "findings": rng.choice(_FOUND),
        "performance_state": "1",
        "satisfaction": content.get("satisfaction"),
        "visitor": content["registrar"],
    }
