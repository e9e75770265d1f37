"""The filters of dates and times: `{born_on|age(^agreed_on)}`, `{held_on|held(starts_at,ends_at)}`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING

from db.declare import age_on
from db.kinds import YearOnly
from forms.values import View, shown

if TYPE_CHECKING:
    from forms.filters import Call

__all__ = ["DATE_FILTERS"]

Filter = Callable[["Call", object, View], object]


def _dated(form: str) -> Filter:
    """What writes a date in a form; of a day that may not be told, its year only."""

    def write(_: Call, value: object, _view: View) -> object:
        if isinstance(value, YearOnly):
            return shown(value, None)
        return form.format(value) if isinstance(value, date) else None

    return write


_date_cn = _dated("{0.year}年{0.month}月{0.day}日")
_date_dot = _dated("{0.year}.{0.month:02d}.{0.day:02d}")


def _year(_: Call, value: object, _view: View) -> object:
    return str(value.year) if isinstance(value, date) else None


def _month(_: Call, value: object, _view: View) -> object:
    if isinstance(value, YearOnly):
        return None
    return str(value.month) if isinstance(value, date) else None


def _clock(_: Call, value: object, _view: View) -> object:
    return f"{value.hour}时{value.minute:02d}分" if isinstance(value, time) else None


def _age(call: Call, value: object, view: View) -> object:
    """Whole years on the day of the document. Source: party block, 年龄."""
    if not isinstance(value, date):
        return None
    days = (path.value(view) for path in call.paths)
    day = next((found for found in days if isinstance(found, date)), view.env.today)
    return str(age_on(value, day))


def _until(call: Call, value: object, view: View) -> object:
    """Two dates as a period, 2026.01.01—2026.12.31."""
    dates = [value, call.paths[0].value(view)]
    return "—".join(str(_date_dot(call, one, view)) for one in dates if isinstance(one, date))


def _until_cn(call: Call, value: object, view: View) -> object:
    """Two dates in words, 2026年3月12日至2026年3月18日; one of them when they are the same."""
    dates = dict.fromkeys([value, call.paths[0].value(view)])
    return "至".join(str(_date_cn(call, one, view)) for one in dates if isinstance(one, date))


def _held(call: Call, value: object, view: View) -> object:
    """A date with begin and end, 2026年1月20日14时30分至16时00分."""
    times = [_clock(call, path.value(view), view) for path in call.paths]
    return f"{_date_cn(call, value, view) or ''}{'至'.join(str(one) for one in times if one)}"


DATE_FILTERS: dict[str, Filter] = {
    "date_cn": _date_cn,
    "month_cn": _dated("{0.year}年{0.month}月"),
    "date_dot": _date_dot,
    "month_dot": _dated("{0.year}.{0.month:02d}"),
    "year": _year,
    "month": _month,
    "clock": _clock,
    "age": _age,
    "until": _until,
    "until_cn": _until_cn,
    "held": _held,
}
"""Filter name to what it does; how many arguments each takes stands in `forms.filters`."""
