"""Blocks made of blocks written elsewhere: a shared piece, and what stands at the foot of pages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from forms.blocks.reader import Words, mistake
from forms.blocks.repeated import Part, part_strips
from forms.layout import Strip
from forms.values import View
from resources import shipped_file

__all__ = ["Included", "PageFoot", "included_names", "included_source", "included_tables"]

_MARK = re.compile(r"<([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Included:
    """The blocks of a shared piece, as if they stood in the paper itself."""

    parts: tuple[Part, ...]

    def strips(self, view: View, measure: float) -> list[Strip]:
        """The strips of its blocks."""
        return part_strips(self.parts, view, measure)


@dataclass(frozen=True, slots=True)
class PageFoot:
    """Blocks that stand at the foot of every page but the last, such as page signatures."""

    parts: tuple[Part, ...]

    def strips(self, view: View, measure: float) -> list[Strip]:
        """One strip without height that brings them."""
        return [Strip(0.0, foot=tuple(part_strips(self.parts, view, measure)))]


def included_tables(words: Words) -> list[Words]:
    """The blocks of the shared piece `file`, its `<words>` replaced by those of `words`."""
    name = words.text("file")
    given = {str(key): str(value) for key, value in words.inner("words").items()}
    try:
        content = included_source(name)
    except KeyError:
        raise words.fail(f"没有共用的文书片段“{name}”") from None
    lacking = sorted(set(_MARK.findall(content)) - set(given))
    if lacking:
        raise words.fail(f"共用片段“{name}”还要在 words 里写：{'、'.join(lacking)}")
    try:
        table = tomllib.loads(_MARK.sub(lambda mark: given[mark[1]], content))
    except tomllib.TOMLDecodeError as error:
        raise mistake(f"shared/{name}.toml", error) from error
    where = words.context.at(f"{name}.toml")
    return Words(table, where).tables("block")


def included_source(name: str) -> str:
    """The TOML text of a shared piece; `KeyError` when there is none of this name."""
    try:
        return shipped_file(f"papers/shared/{name}.toml").read_text(encoding="utf-8")
    except (FileNotFoundError, ValueError, IsADirectoryError) as error:
        raise KeyError(name) from error


def included_names(table: object) -> Iterator[str]:
    """The shared pieces that a paper's TOML asks for, in order."""
    if isinstance(table, list):
        for one in cast(list[object], table):
            yield from included_names(one)
    elif isinstance(table, Mapping):
        words = cast(Mapping[str, Any], table)
        if words.get("kind") == "include":
            yield str(words.get("file", ""))
        yield from included_names(words.get("block", []))
