"""The block kinds of the paper language: what a paper can be put together from.

A kind is a function that reads its words from the paper's TOML and gives a compiled block. What
the kinds cannot express gets a new kind here, never a special case in a paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.blocks.checklist import read_checklist
from forms.blocks.composed import Included, PageFoot, included_tables
from forms.blocks.conditions import SWITCHES, Condition, read_conditions
from forms.blocks.reader import MM, Context, PaperFault, Words
from forms.blocks.repeated import Each, Part, part_strips, read_signatures
from forms.blocks.ruled_tables import read_grid, read_table
from forms.blocks.ruled_text import read_listed, read_ruled
from forms.blocks.text import (
    Block,
    read_choices,
    read_line,
    read_page_break,
    read_rule,
    read_seal,
    read_space,
)

__all__ = [
    "BLOCK_KINDS", "MM", "SWITCHES", "Condition", "Context", "PaperFault", "Part", "Words",
    "part_strips", "read_conditions", "read_parts",
]  # fmt: skip


def read_parts(tables: Sequence[Words]) -> tuple[Part, ...]:
    """The compiled blocks of a paper; `PaperFault` names the block that is written wrongly."""
    return tuple(_read_part(words) for words in tables)


def _read_part(words: Words) -> Part:
    kind = words.text("kind")
    read = BLOCK_KINDS.get(kind)
    if read is None:
        raise words.fail(f"没有“{kind}”这种块，可用的有：{'、'.join(sorted(BLOCK_KINDS))}")
    words.context = words.context.at(f"（{kind}）")
    block = read(words)
    bookmark = words.template("bookmark", "")
    part = Part(
        block,
        read_conditions(words),
        words.flag("keep"),
        words.flag("together"),
        words.number("before", 0) * MM,
        bookmark if bookmark.parts else None,
    )
    words.done()
    return part


def _read_each(words: Words) -> Block:
    """`kind = "each"`: `over` rows, `least` times, with blocks of its own."""
    over, scope = words.rows("over")
    if over is None:
        raise words.fail("缺少“over”")
    inner = words.tables("block")
    for one in inner:
        one.context = one.context.inside(scope)
    parts = read_parts(inner)
    return Each(over, parts, int(words.number("least", 0)), words.flag("whole"))


def _read_include(words: Words) -> Block:
    """`kind = "include"`: the blocks of the shared piece `file`, with `words` put in."""
    return Included(read_parts(included_tables(words)))


def _read_page_foot(words: Words) -> Block:
    """`kind = "page_foot"`: blocks at the foot of every page but the last."""
    return PageFoot(read_parts(words.tables("block")))


BLOCK_KINDS: dict[str, Callable[[Words], Block]] = {
    "title": read_line,
    "line": read_line,
    "ruled": read_ruled,
    "listed": read_listed,
    "choices": read_choices,
    "checklist": read_checklist,
    "each": _read_each,
    "table": read_table,
    "grid": read_grid,
    "signatures": read_signatures,
    "seal": read_seal,
    "space": read_space,
    "rule": read_rule,
    "page_break": read_page_break,
    "page_foot": _read_page_foot,
    "include": _read_include,
}
