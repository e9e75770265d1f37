"""Reads the tables of a paper's TOML with checks, so that a slip names its file and block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from db.faults import Fault
from forms.layout import Style
from forms.templates import Slot, Template, read_template
from forms.values import Path, Scope, read_path

__all__ = ["MM", "Context", "PaperFault", "Width", "Words", "mistake", "shared_widths"]

MM = 72 / 25.4
"""Points per millimetre."""

Width = float | None
"""A width in millimetres; None shares what the others leave."""


class PaperFault(Fault):
    """A paper or profile is written wrongly; the message names the file and the block."""

    def __init__(self, where: str, what: str) -> None:
        """`where`: the file and the block; `what`: what is wrong there."""
        super().__init__(
            f"文书声明有误：{where}：{what}。",
            "请更正该文件；如改过自带的文书，可恢复软件原来的文件。",
        )
        self.where = where


def mistake(where: str, error: Exception) -> PaperFault:
    """The fault for a value that could not be read."""
    return PaperFault(where, str(error).rstrip("。"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a block is read in: the scope of its paths, the typefaces, and its place."""

    scope: Scope
    styles: Mapping[str, Style]
    where: str

    def inside(self, scope: Scope) -> Context:
        """The context of blocks that are repeated over rows."""
        return replace(self, scope=scope)

    def at(self, place: str) -> Context:
        """The context of one block."""
        return replace(self, where=f"{self.where} {place}")


@dataclass(slots=True)
class Words:
    """A table of a paper's TOML; every word read is checked, and none may be left over."""

    table: Mapping[str, Any]
    context: Context
    _used: set[str] = field(default_factory=set[str])

    def fail(self, what: str) -> PaperFault:
        """The fault of this block."""
        return PaperFault(self.context.where, what)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        value = self._take(name, default)
        if not isinstance(value, str):
            raise self.fail(f"“{name}”要写文字")
        return value

    def number(self, name: str, default: float | None = None) -> float:
        """A number; required when there is no default."""
        value = self._take(name, default)
        return self._plain(name, value)

    def flag(self, name: str) -> bool:
        """A yes or no, no when it is not given."""
        value = self._take(name, default=False)
        if not isinstance(value, bool):
            raise self.fail(f"“{name}”要写 true 或 false")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts, or one text; empty when it is not given."""
        value = self._take(name, default=[])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(
            isinstance(one, str) for one in cast(list[object], listed)
        ):
            raise self.fail(f"“{name}”要写文字或文字的列表")
        return cast(list[str], listed)

    def tables(self, name: str) -> list[Words]:
        """A list of tables; empty when it is not given."""
        value = self._take(name, default=[])
        return [self._inner(one, f"{name} {number}") for number, one in _numbered(value)]

    def inner(self, name: str) -> Mapping[str, Any]:
        """A table of plain values; empty when it is not given."""
        value = self._take(name, default={})
        if not isinstance(value, Mapping):
            raise self.fail(f"“{name}”要写成表")
        return cast(Mapping[str, Any], value)

    def table_rows(self, name: str) -> list[list[Words]]:
        """A list of lists of tables; empty when it is not given."""
        value = self._take(name, default=[])
        return [
            [self._inner(one, f"{name} {row}-{number}") for number, one in _numbered(cells)]
            for row, cells in _numbered(value)
        ]

    def width(self, name: str) -> Width:
        """A width in millimetres, or None for `"*"`, a share of what is left."""
        value = self._take(name, "*")
        return None if value == "*" else self.number(name)

    def widths(self, name: str) -> tuple[Width, ...]:
        """A list of widths."""
        return tuple(None if one == "*" else self._plain(name, one) for one in self._list(name))

    def numbers(self, name: str) -> list[float]:
        """A list of numbers; empty when it is not given."""
        return [self._plain(name, one) for one in self._list(name)]

    def _list(self, name: str) -> list[object]:
        value = self._take(name, default=[])
        if not isinstance(value, list):
            raise self.fail(f"“{name}”要写成列表")
        return cast(list[object], value)

    def _plain(self, name: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"“{name}”要写数字")
        if not abs(value) <= 1000:
            raise self.fail(f"“{name}”的数字太大")
        return float(value)

    def template(self, name: str, default: str | None = None) -> Template:
        """A line with slots."""
        return self.read_template(self.text(name, default))

    def read_template(self, text: str) -> Template:
        """A line with slots that was read before."""
        try:
            return read_template(text, self.context.scope)
        except ValueError as error:
            raise mistake(self.context.where, error) from error

    def slot(self, name: str) -> Slot:
        """A path with filters, written without braces; an empty blank when not given."""
        text = self.text(name, "")
        slots = list(self.read_template("{" + text + "}").slots())
        return slots[0]

    def rows(self, name: str) -> tuple[Slot | None, Scope]:
        """The rows a block is repeated over, None when not given, and the scope of one row."""
        scope = self.context.scope
        if not self.text(name, ""):
            return None, scope
        slot = self.slot(name)
        if slot.path is None or slot.path.kind is None:
            raise self.fail(f"“{self.text(name)}”不是多行内容，不能用 {name}")
        return slot, scope.within(slot.path.kind, slot.path)

    def path(self, name: str) -> Path:
        """A path; required."""
        return self.read_path(self.text(name))

    def read_path(self, text: str) -> Path:
        """A path that was read before."""
        try:
            return read_path(text, self.context.scope)
        except ValueError as error:
            raise mistake(self.context.where, error) from error

    def named_style(self, word: str, default: str) -> Style:
        """The typeface that `word` names."""
        name = self.text(word, default)
        style = self.context.styles.get(name)
        if style is None:
            raise self.fail(f"没有字体“{name}”，可用的有：{'、'.join(self.context.styles)}")
        return style

    def style(self, default: str) -> Style:
        """The typeface named by `face`, aligned as `align` says."""
        style = self.named_style("face", default)
        align = self.text("align", style.align)
        if align not in {"left", "center", "right"}:
            raise self.fail("align 要写 left、center 或 right")
        return replace(style, align=cast(Literal["left", "center", "right"], align))

    def done(self) -> None:
        """Refuse words that nothing has read."""
        unknown = [name for name in self.table if name not in self._used]
        if unknown:
            raise self.fail(f"不认识的写法“{'、'.join(unknown)}”")

    def _take(self, name: str, default: object) -> object:
        self._used.add(name)
        value = self.table.get(name, default)
        if value is None:
            raise self.fail(f"缺少“{name}”")
        return value

    def _inner(self, table: object, place: str) -> Words:
        if not isinstance(table, Mapping):
            raise self.fail(f"{place} 要写成表")
        return Words(cast(Mapping[str, Any], table), self.context.at(place))


def _numbered(value: object) -> Iterator[tuple[int, object]]:
    return enumerate(cast(list[object], value) if isinstance(value, list) else [value], 1)


def shared_widths(given: Sequence[Width], measure: float) -> list[float]:
    """Widths in points from millimetres and stars; fixed ones are scaled to fit the measure."""
    fixed = sum(one for one in given if one is not None) * MM
    stars = sum(1 for one in given if one is None)
    rest = max(measure - fixed, 0.0) / stars if stars else 0.0
    scale = measure / fixed if not stars or fixed > measure else 1.0
    return [rest if one is None else one * MM * scale for one in given]
