"""The filters of the paper language: `{born_on|age(^agreed_on)}`, `{amount|money_cn}`.

Each takes the value of a path and gives a value or a text; empty goes in, empty comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from db.declare import Field
from forms.chinese_money import chinese_money
from forms.date_filters import DATE_FILTERS
from forms.letter_filters import across, boxed, boxes, spread, within
from forms.row_filters import one_per, where
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


def _or(call: Call, value: object, view: View) -> object:
    """The value, or when it is empty that of the first path that has one; dates stay dates."""
    if value not in (None, "", []):
        return value
    for path in call.paths:
        found = path.value(view)
        text = shown(found, path.field)
        if text:
            return found if isinstance(found, date | time) else text
    return None


def _lone_or(call: Call, value: object, view: View) -> object:
    """The value, or when it is empty and the rows are one at most, that of the record.

    What the record says of the only session is true of it; of one session among several it
    need not be. The value is given as it is, a code as a code.
    """
    rows, instead = call.paths
    if value not in (None, "", []) or len(rows_of(rows.value(view))) > 1:
        return value
    return instead.value(view)


def _joining(call: Call, value: object, view: View) -> object:
    """The names with those of the paths before them that are not among them yet."""
    names = shown(value, call.of.field)
    added = [shown(path.value(view), path.field) for path in call.paths]
    apart = (one for text in added for one in text.split("、"))
    before = [one for one in dict.fromkeys(apart) if one and one not in names]
    return "、".join([*before, names] if names else before)


def _note(call: Call, value: object, view: View) -> object:
    """The value with a note behind it, 王秀兰（女，52岁）."""
    text = shown(value, call.of.field)
    note = shown(call.paths[0].value(view), call.paths[0].field)
    return f"{text}（{note}）" if text and note else text or note


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
    **{name: _Known(apply) for name, apply in DATE_FILTERS.items()},
    "age": _Known(DATE_FILTERS["age"], (0, 3), "here"),
    "until": _Known(DATE_FILTERS["until"], (1, 1), "here"),
    "until_cn": _Known(DATE_FILTERS["until_cn"], (1, 1), "here"),
    "held": _Known(DATE_FILTERS["held"], (1, 2), "here"),
    "join": _Known(_join, (0, 1)),
    "first": _Known(_first),
    "last": _Known(_last),
    "others": _Known(_others),
    "distinct": _Known(_distinct),
    "count": _Known(_count),
    "sum": _Known(_sum, (1, 1), "value"),
    "where": _Known(where, (1, 3), "value"),
    "or": _Known(_or, (1, 3), "here"),
    "with": _Known(_with, (1, 3), "here"),
    "lone_or": _Known(_lone_or, (2, 2), "here"),
    "joining": _Known(_joining, (1, 3), "here"),
    "note": _Known(_note, (1, 1), "here"),
    "without": _Known(_without, (1, 1)),
    "hours": _Known(_hours),
    "money": _Known(_money),
    "money_cn": _Known(_money_cn),
    "one_per": _Known(one_per, (1, 3), "value"),
    "sorted": _Known(_sorted, (1, 3), "value"),
    "of": _Known(_of, (1, 1), "value"),
    "boxes": _Known(boxes),
    "boxed": _Known(boxed, (1, 9)),
    "spread": _Known(spread, (1, 1), "value"),
    "within": _Known(within, (1, 2), "value"),
    "across": _Known(across, (1, 2), "value"),
}


_SAME_FIELD = {
    "first", "last", "others", "distinct", "where", "sorted", "spread", "within", "across",
}  # fmt: skip


def field_after(calls: Sequence[Call], of: Path) -> Field | None:
    """The field that says how to show what comes out of the filters."""
    found = of.field
    for call in calls:
        if call.name == "of":
            found = call.paths[0].field
        elif call.name not in _SAME_FIELD:
            return None
    return found
