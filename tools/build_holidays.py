"""Builds resources/calendar/holidays.csv, the days off and working weekends of 2010 to 2026.

    python -m tools.build_holidays

The facts are those of the State Council's yearly notices as the package chinesecalendar
(MIT) tells them; it is needed only here (``pip install chinesecalendar``). Weekend days
inside a holiday are listed too, so that the list reads as the notices do.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 2010, 2026
TARGET = Path(__file__).parents[1] / "resources/calendar/holidays.csv"
_NOTICE = "国务院办公厅关于{}年部分节假日安排的通知"
_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
_OTHER_NOTICES = {
    (date(2020, 1, 31), date(2020, 2, 2)): "国务院办公厅关于延长2020年春节假期的通知",
    (date(2015, 9, 3), date(2015, 9, 6)): "国务院关于中国人民抗日战争暨世界反法西斯战争胜利"
    "70周年纪念日调休放假的通知",
    (date(2019, 4, 28), date(2019, 5, 5)): "国务院办公厅关于调整2019年劳动节假期安排的通知",
}
"""Days that a notice of their own changed after the yearly one."""


def rows() -> list[tuple[str, str, str, str]]:
    """Give (day, 休 or 班, name, notice), in the order of the days."""
    known = import_module("chinese_calendar.constants")
    names: dict[str, str] = {one.value: one.chinese for one in known.Holiday}
    found = [
        (str(day), mark, _FULL_NAMES.get(names[english], names[english]), _notice(day))
        for mark, days in (("休", known.holidays), ("班", known.workdays))
        for day, english in days.items()
        if FIRST_YEAR <= day.year <= LAST_YEAR
    ]
    return sorted(found)


def _notice(day: date) -> str:
    for (first, last), notice in _OTHER_NOTICES.items():
        if first <= day <= last:
            return notice
    # New Year's Day is arranged by the notice of its own year, with days of December.
    return _NOTICE.format(day.year + (day.month == 12))


def main() -> None:
    """Write the list."""
    made = rows()
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("day", "kind", "name", "source"))
        writer.writerows(made)
    sys.stdout.write(f"{len(made)} days\n")


if __name__ == "__main__":
    main()
