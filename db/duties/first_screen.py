"""The workbench computed: tiles, due items, the last months, gaps in the data."""

from __future__ import annotations

from datetime import date, timedelta

from db.duties.due import due_on
from db.duties.duty import LONG_OVERDUE_DAYS
from db.duties.workbench import DueItem, Gap, MonthCount, Tile, Workbench
from db.periods import Period
from db.store import ListQuery, Store

MONTHS = 6
_WEEKDAYS = "一二三四五六日"
_COUNTS = "k.dead = 0 AND coalesce(k.voided, 0) = 0"
"""A case ``k`` that is neither removed nor voided."""
_FIRST_STEPS = (
    ("village", "先登记村（社区）", "个"),
    ("person", "再登记人员", "人"),
    ("committee", "再登记人民调解委员会", "个"),
    ("mediator", "再登记人民调解员的聘任", "人"),
    ("mediation_case", "然后登记第一件调解案件", "件"),
)
"""What a new office enters first, in the order one needs the other."""


def workbench(reader: Store, today: date) -> Workbench:
    """Give the first screen of a day."""
    due = due_on(reader, today)
    months = _months(reader, today)
    return Workbench(
        date_label=(
            f"{today.year}年{today.month}月{today.day}日　星期{_WEEKDAYS[today.weekday()]}"
            f"　第{today.isocalendar().week}周"
        ),
        tiles=_tiles(reader, today, months, due_count=_urgent(due)),
        due=due,
        months=months,
        gaps=(*_first_steps(reader), *_gaps(reader, today)),
        entries=("mediation_case", "service_log"),
    )


def _urgent(due: tuple[DueItem, ...]) -> tuple[int, int]:
    states = [item.state for item in due]
    late = states.count("overdue")
    return late + states.count("today") + states.count("soon"), late


def _number(reader: Store, sql: str, *params: object) -> int:
    return int(reader.select(sql, params)[0][0] or 0)


def _tiles(
    reader: Store, today: date, months: tuple[MonthCount, ...], *, due_count: tuple[int, int]
) -> tuple[Tile, ...]:
    near, late = due_count
    opened = _number(reader, "SELECT count(*) FROM mediation_case WHERE dead = 0 AND state = '02'")
    hard = _number(
        reader,
        "SELECT count(*) FROM mediation_case WHERE dead = 0 AND state = '02'"
        " AND difficulty IN ('3', '4')",
    )
    villages, served = _served_villages(reader, today)
    open_cases = ListQuery("mediation_case", where=(("state", "02"),))
    last = f"上月受理 {months[-2].accepted} 件"
    return (
        Tile("本周到期", str(near), "件", f"其中 {late} 件已逾期" if late else "没有逾期",
             "danger" if late else "ok", "clock"),
        Tile("在调纠纷", str(opened), "件", f"疑难复杂 {hard} 件", "primary", "scale", open_cases),
        Tile("本月受理", str(months[-1].accepted), "件", last, "primary", "file-text",
             ListQuery("mediation_case", sort="accepted_on", descending=True)),
        Tile("本月法律顾问到村", f"{served}/{villages}", "村",
             f"{villages - served} 个村本月未到" if served < villages else "各村均已到村",
             "warn" if served < villages else "ok", "briefcase",
             ListQuery("service_log", sort="served_on", descending=True)),
    )  # fmt: skip


def _served_villages(reader: Store, today: date) -> tuple[int, int]:
    month = Period.containing(today, "month")
    villages = _number(
        reader, "SELECT count(*) FROM village WHERE dead = 0 AND coalesce(state, '1') = '1'"
    )
    served = _number(
        reader,
        "SELECT count(DISTINCT l.village) FROM service_log l JOIN village v ON v.uid = l.village"
        " WHERE l.dead = 0 AND l.way = '01' AND v.dead = 0 AND coalesce(v.state, '1') = '1'"
        " AND l.served_on BETWEEN ? AND ?",
        month.first.isoformat(),
        month.last.isoformat(),
    )
    return villages, served


def _months(reader: Store, today: date) -> tuple[MonthCount, ...]:
    periods: list[Period] = [Period.containing(today, "month")]
    while len(periods) < MONTHS:
        periods.append(periods[-1].previous())
    sql = f"SELECT count(*) FROM mediation_case k WHERE {_COUNTS} AND k.{{}} BETWEEN ? AND ?"
    return tuple(
        MonthCount(
            f"{p.number}月",
            _number(reader, sql.format("accepted_on"), p.first.isoformat(), p.last.isoformat()),
            _number(reader, sql.format("closed_on"), p.first.isoformat(), p.last.isoformat()),
        )
        for p in reversed(periods)
    )


def _first_steps(reader: Store) -> tuple[Gap, ...]:
    """Give what an office that has just begun has nothing of yet; nothing once it has cases."""
    if reader.select("SELECT 1 FROM mediation_case LIMIT 1"):
        return ()
    return tuple(
        Gap(words, 0, unit, ListQuery(name))
        for name, words, unit in _FIRST_STEPS
        if not reader.select(f"SELECT 1 FROM {name} WHERE dead = 0 LIMIT 1")
    )


def _gaps(reader: Store, today: date) -> tuple[Gap, ...]:
    year = f"{today.year}-01-01"
    unsigned = _number(
        reader,
        f"SELECT count(*) FROM mediation_case k WHERE {_COUNTS} AND k.result = '1' AND"
        ' k.accepted_on >= ? AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a."case" = k.uid'
        " AND a.dead = 0)",
        year,
    )
    unfiled = _number(
        reader,
        "SELECT count(*) FROM mediation_case k WHERE k.dead = 0 AND +k.state IN ('03', '04')"
        " AND k.filed_on IS NULL AND k.closed_on >= ?",
        (today - timedelta(days=LONG_OVERDUE_DAYS)).isoformat(),
    )
    no_phone = _number(
        reader,
        'SELECT count(DISTINCT p."case") FROM party p JOIN mediation_case k ON k.uid = p."case"'
        f" WHERE p.dead = 0 AND {_COUNTS} AND p.contact IS NULL AND k.accepted_on >= ?",
        year,
    )
    uncontracted = _number(
        reader,
        "SELECT count(*) FROM village v WHERE v.dead = 0 AND coalesce(v.state, '1') = '1' AND NOT EXISTS"
        " (SELECT 1 FROM consultant_contract c, json_each(c.villages) e WHERE c.dead = 0"
        " AND e.value = lower(substr(hex(v.uid), 1, 8) || '-' || substr(hex(v.uid), 9, 4) || '-'"
        " || substr(hex(v.uid), 13, 4) || '-' || substr(hex(v.uid), 17, 4) || '-'"
        " || substr(hex(v.uid), 21)) AND ? BETWEEN c.starts_on"
        " AND min(c.ends_on, coalesce(c.ended_on, c.ends_on)))",
        today.isoformat(),
    )
    closed = ListQuery("mediation_case", sort="closed_on", descending=True)
    gaps = (
        *_unknown_holidays(reader, today),
        Gap("调解成功缺协议登记", unsigned, "件", closed),
        Gap("已结案未立卷", unfiled, "件", closed),
        Gap("当事人缺联系方式", no_phone, "件", ListQuery("mediation_case")),
        Gap("没有有效法律顾问合同", uncontracted, "村", ListQuery("village")),
    )
    return tuple(gap for gap in gaps if gap.number)


def _unknown_holidays(reader: Store, today: date) -> tuple[Gap, ...]:
    """Give the year whose holidays are missing, as soon as a month from today ends in it."""
    year = (today + timedelta(days=31)).year
    if reader.look(today).terms.calendar.covers(year):
        return ()
    return (Gap(f"{year}年的放假安排还没有录入", 1, "年", ListQuery("holiday")),)
