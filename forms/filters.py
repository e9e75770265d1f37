"""The filters of the paper language: `{born_on|age(^agreed_on)}`, `{amount|money_cn}`.

Each takes the value of a path and gives a value or a text; empty goes in, empty comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from db.codes import code_list
from db.declare import Field, age_on
from db.kinds import YearOnly
from forms.chinese_money import chinese_money
from forms.values import Nested, Path, Scope, View, read_path, rows_of, shown

__all__ = ["Call", "field_after", "is_date_form", "read_call"]

Apply = Callable[["Call", object, View], object]


@dataclass(frozen=True, slots=True)
class Call:
    """A filter with its arguments: words, paths, and the field the value comes from.

    `others`: for each word, the path outside the records that it is compared with, if any.
    """

    name: str
    words: tuple[str, ...]
    paths: tuple[Path, ...]
    others: tuple[Path | None, ...]
    of: Path
    apply: Apply

    def __call__(self, value: object, view: View) -> object:
        """The filtered value."""
        return self.apply(self, value, view)


def read_call(text: str, of: Path, scope: Scope) -> Call:
    """A filter as written in a paper; `ValueError` says what is wrong with it."""
    name, _, rest = text.partition("(")
    name = name.strip()
    if rest and not rest.endswith(")"):
        raise ValueError(f"过滤器“{text}”缺少右括号")
    words = tuple(word.strip() for word in rest[:-1].split(",")) if rest else ()
    known = FILTERS.get(name)
    if known is None:
        raise ValueError(f"没有过滤器“{name}”，可用的有：{'、'.join(sorted(FILTERS))}")
    least, most = known.words
    if not least <= len(words) <= most:
        raise ValueError(f"过滤器“{name}”的参数个数不对")
    paths: tuple[Path, ...] = ()
    others: tuple[Path | None, ...] = ()
    if known.paths == "here":
        paths = tuple(read_path(word, scope) for word in words)
    elif known.paths == "value":
        if of.kind is None:
            raise ValueError(f"过滤器“{name}”只能用在记录上，“{of.text}”不是")
        inner = Scope(of.kind, base=of.full, read=scope.read)
        paths = tuple(read_path(word.partition("=")[0].rstrip("!"), inner) for word in words)
        outside = [word.partition("=")[2] for word in words]
        others = tuple(read_path(one[1:], scope) if one[:1] == "@" else None for one in outside)
    return Call(name, words, paths, others, of, known.apply)


def is_date_form(call: Call) -> bool:
    """Whether an empty value leaves the words 年月日 standing for handwriting."""
    return call.name in {"date_cn", "month_cn"}


def _dated(form: str) -> Apply:
    """What writes a date in a form; of a day that may not be told, its year only."""

    def write(_: Call, value: object, _view: View) -> object:
        if isinstance(value, YearOnly):
            return shown(value, None)
        return form.format(value) if isinstance(value, date) else None

    return write


_date_dot = _dated("{0.year}.{0.month:02d}.{0.day:02d}")


def _year(_: Call, value: object, _view: View) -> object:
    return str(value.year) if isinstance(value, date) else None


def _month(_: Call, value: object, _view: View) -> object:
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


def _join(call: Call, value: object, _view: View) -> object:
    sign = call.words[0] if call.words else "、"
    return sign.join(text for one in _listed(value) if (text := shown(one, call.of.field)))


def _first(_: Call, value: object, _view: View) -> object:
    found = _listed(value)
    return found[0] if found else None


def _others(_: Call, value: object, _view: View) -> object:
    return _listed(value)[1:]


def _last(_: Call, value: object, _view: View) -> object:
    found = _listed(value)
    return found[-1] if found else None


def _distinct(_: Call, value: object, _view: View) -> object:
    return list({shown(one, None): one for one in _listed(value)}.values())


def _count(_: Call, value: object, view: View) -> object:
    return None if view.env.blank else str(len(_listed(value)))


def _sum(call: Call, value: object, view: View) -> object:
    """The sum of a number field over records."""
    if view.env.blank:
        return None
    numbers = (call.paths[0].value(View(one, view.env)) for one in rows_of(value))
    return sum((one for one in numbers if isinstance(one, int | Decimal)), Decimal(0))


def _of(call: Call, value: object, view: View) -> object:
    """The values of a path in each of the records."""
    return [
        inner
        for one in rows_of(value)
        for inner in _listed(call.paths[0].value(View(one, view.env)))
    ]


def _sorted(call: Call, value: object, view: View) -> object:
    """The records in the order of these fields; those without a value come last."""

    def key(one: Nested) -> list[tuple[bool, str]]:
        found = [path.value(View(one, view.env)) for path in call.paths]
        return [(item is None, str(item)) for item in found]

    return sorted(rows_of(value), key=key)


def _until(call: Call, value: object, view: View) -> object:
    """Two dates as a period, 2026.01.01—2026.12.31."""
    dates = [value, call.paths[0].value(view)]
    return "—".join(str(_date_dot(call, one, view)) for one in dates if isinstance(one, date))


def _boxes(call: Call, value: object, _view: View) -> object:
    """Every choice of the code list with its box, the chosen ones ticked."""
    of = call.of.field
    if of is None or of.list_name is None:
        return None
    chosen = {str(one) for one in _listed(list(value) if isinstance(value, tuple) else value)}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    entries = code_list(of.list_name).everyday_choices()
    return "　".join(
        ("☑" if entry.code in chosen else "☐") + entry.more.get("short", entry.label)
        for entry in entries
    )


def _where(call: Call, value: object, view: View) -> object:
    """The records whose fields have (`=`) or have not (`!=`) one of the codes joined by `+`.

    `=@path` compares with the value of a path where the paper stands.
    """
    found = rows_of(value)
    for word, path, other in zip(call.words, call.paths, call.others, strict=True):
        left, _, codes = word.partition("=")
        allowed, wanted = codes.split("+"), not left.endswith("!")
        if other is not None:
            allowed = [shown(other.value(view), other.field)]
        found = [one for one in found if _has(path.value(View(one, view.env)), allowed) is wanted]
    return found


def _has(value: object, allowed: Sequence[str]) -> bool:
    if isinstance(value, bool):
        return ("是" if value else "否") in allowed
    if isinstance(value, list | tuple):
        return any(str(one) in allowed for one in cast(Sequence[object], value))
    return ("" if value is None else str(value)) in allowed


def _or(call: Call, value: object, view: View) -> object:
    """The value, or when it is empty that of the first path that has one."""
    if value not in (None, "", []):
        return value
    for path in call.paths:
        text = shown(path.value(view), path.field)
        if text:
            return text
    return None


def _with(call: Call, value: object, view: View) -> object:
    """The value and those of the paths, those that are not empty, joined by 、."""
    parts = [shown(value, call.of.field)]
    parts += [shown(path.value(view), path.field) for path in call.paths]
    return "、".join(part for part in parts if part)


def _without(call: Call, value: object, _view: View) -> object:
    """The text without an ending that the paper prints itself."""
    return shown(value, call.of.field).removesuffix(call.words[0])


def _hours(_: Call, value: object, _view: View) -> object:
    """Minutes as hours, two decimals at most."""
    if not isinstance(value, int | Decimal):
        return None
    hours = (Decimal(value) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{hours.normalize():f}"


def _money(_: Call, value: object, _view: View) -> object:
    return f"{value:,.2f}" if isinstance(value, Decimal) else None


def _money_cn(_: Call, value: object, _view: View) -> object:
    return chinese_money(value) if isinstance(value, Decimal) else None


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return cast(list[object], value) if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class _Known:
    """A filter of the language: how many arguments, and what paths among them start from."""

    apply: Apply
    words: tuple[int, int] = (0, 0)
    paths: str = ""


FILTERS: dict[str, _Known] = {
    "date_cn": _Known(_dated("{0.year}年{0.month}月{0.day}日")),
    "month_cn": _Known(_dated("{0.year}年{0.month}月")),
    "date_dot": _Known(_date_dot),
    "month_dot": _Known(_dated("{0.year}.{0.month:02d}")),
    "year": _Known(_year),
    "month": _Known(_month),
    "clock": _Known(_clock),
    "age": _Known(_age, (0, 3), "here"),
    "join": _Known(_join, (0, 1)),
    "first": _Known(_first),
    "last": _Known(_last),
    "others": _Known(_others),
    "distinct": _Known(_distinct),
    "count": _Known(_count),
    "sum": _Known(_sum, (1, 1), "value"),
    "where": _Known(_where, (1, 3), "value"),
    "or": _Known(_or, (1, 3), "here"),
    "with": _Known(_with, (1, 3), "here"),
    "without": _Known(_without, (1, 1)),
    "hours": _Known(_hours),
    "money": _Known(_money),
    "money_cn": _Known(_money_cn),
    "sorted": _Known(_sorted, (1, 3), "value"),
    "of": _Known(_of, (1, 1), "value"),
    "until": _Known(_until, (1, 1), "here"),
    "boxes": _Known(_boxes),
}


def field_after(calls: Sequence[Call], of: Path) -> Field | None:
    """The field that says how to show what comes out of the filters."""
    found = of.field
    for call in calls:
        if call.name == "of":
            found = call.paths[0].field
        elif call.name not in {"first", "last", "others", "distinct", "where", "sorted"}:
            return None
    return found
