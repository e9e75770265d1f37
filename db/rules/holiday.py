"""Checks H1 and H2 on 节假日: one entry a day, and one that changes something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.records.holiday import Holiday
from db.rules.problem import Look, Rule, rule
from db.rules.terms import HOLIDAY

Found = Iterable[tuple[str, str]]

_WORKED = "2"
_OURS = "节假日台账（数据一致性核对）"


@rule("H1", HOLIDAY, "warning", _OURS)
def entered_once(holiday: Holiday, look: Look) -> Found:
    """A day is entered once; of two entries the later would hold."""
    if any(other.id != holiday.id for other in look.find(HOLIDAY, day=holiday.day)):
        yield "day", "这一天已经登记过，请改原来的记录，不要重复登记。"


@rule("H2", HOLIDAY, "warning", "国务院办公厅关于部分节假日安排的通知")
def worked_on_a_weekend(holiday: Holiday, look: Look) -> Found:  # noqa: ARG001
    """Only a Saturday or Sunday is made a working day; others are worked anyway."""
    if holiday.kind == _WORKED and holiday.day.weekday() < 5:
        yield "kind", "这一天不是周末，本来就上班；平日放假的请改为休假。"


RULES: Final[tuple[Rule, ...]] = (entered_once, worked_on_a_weekend)
