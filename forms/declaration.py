"""Papers as declared in TOML: read, checked against the record types, compiled once.

The language is described in `resources/papers/README.md`. Nothing in a paper is code; whatever is
written wrongly raises `PaperFault`, which names the file and the block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from db.declare import BASICS, Field, RecordType
from db.kinds import Text
from db.records import record_type
from forms.blocks import (
    MM,
    Condition,
    Context,
    PaperFault,
    Part,
    Words,
    part_strips,
    read_conditions,
    read_parts,
)
from forms.code_mark import LEAST_BOTTOM
from forms.layout import Sheet, Strip, Style
from forms.paper_text import paper_digest, paper_names, paper_source, whole_table
from forms.plan import A4_HEIGHT, A4_WIDTH
from forms.profiles import Profile
from forms.templates import Slot, Template
from forms.values import Scope, View

__all__ = [
    "Footer", "Paper", "compile_paper", "paper_digest", "paper_names", "paper_source",
    "shipped_paper",
]  # fmt: skip

ROLES = ("SONG", "HEI", "FANG", "KAI", "TITLE")
MARGINS = (37.0, 34.0, 28.0, 26.0)
TYPEFACES: dict[str, dict[str, Any]] = {
    "body": {"role": "FANG", "size": 12, "pitch": 30},
    "title": {"role": "HEI", "size": 22, "pitch": 36, "align": "center"},
    "table": {"role": "SONG", "size": 10.5, "pitch": 15},
    "table_head": {"role": "HEI", "size": 10.5, "pitch": 15, "align": "center"},
    "small": {"role": "SONG", "size": 9, "pitch": 14},
}


@dataclass(frozen=True, slots=True)
class Footer:
    """The page number: `form` outer, centre or none; `always`: also on a single page.

    `frame`: a double line around the page. `code`: the page's code in the bottom margin.
    """

    form: str
    always: bool
    frame: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A compiled paper.

    `per`: one document per row of this path. `group`: with `many`, one document per set of
    subjects that agree in all of these. `given`: names of the rows handed over at printing.
    `reads`: every path of the record that decides what is printed. `alone`: when it is made of
    the record itself that has no such rows; never when there are no conditions.
    """

    name: str
    label: str
    kind: RecordType
    many: bool
    order: float
    per: Slot | None
    group: tuple[Slot, ...]
    sheet: Sheet
    footer: Footer
    title: Template
    parts: tuple[Part, ...]
    given: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    alone: tuple[Condition, ...] = ()

    def strips(self, view: View) -> list[Strip]:
        """The strips of one document."""
        return part_strips(self.parts, view, self.sheet.measure)


def compile_paper(name: str, content: str, profile: Profile, place: str = "") -> Paper:
    """The paper written in a TOML text, as a profile prints it.

    `place`: what a fault calls the text, `name.toml` if nothing is given.
    """
    where = Context(Scope(None), {}, place or f"{name}.toml")
    table = whole_table(content, where.where, profile)
    words = Words(table, where)
    kind = _record_type(words)
    many = words.flag("many")
    read: set[str] = set()
    given = _given(table.get("given", {}), where.at("given"))
    outer = Scope(None, kind, read=read) if many else Scope(kind, given=given, read=read)
    words.context = Context(outer, _styles(words, profile), where.where)
    per, scope = words.rows("per")
    one = Words({}, Context(Scope(kind, read=read), {}, where.where))
    alone = read_conditions(Words({"when": words.texts("alone")}, one.context))
    group = [one.read_template("{" + text + "}") for text in words.texts("group")]
    blocks = words.tables("block")
    for block in blocks:
        block.context = block.context.inside(scope)
    for section in ("page", "typefaces", "given"):
        words.tables(section)
    paper = Paper(
        name,
        words.text("label"),
        kind,
        many,
        words.number("order", 99),
        per,
        tuple(slot for template in group for slot in template.slots()),
        *_page(table.get("page", {}), where.at("page")),
        Template(()) if many else one.read_template(words.text("name_from", "{title}")),
        read_parts(blocks),
        tuple(given),
        tuple(sorted(read)),
        alone,
    )
    if many and paper.footer.code:
        raise words.fail("名册（many = true）不属于一条记录，不能写 code = true")
    words.done()
    return paper


def _given(tables: Mapping[str, Any], where: Context) -> dict[str, RecordType]:
    """The rows that are handed over at printing, each as a type with its columns."""
    found: dict[str, RecordType] = {}
    for name, columns in tables.items():
        words = Words(columns, where.at(name))
        fields = [Field(one, words.text(one), Text(), BASICS) for one in columns]
        found[name] = RecordType(name, name, dict, tuple(fields), ())
    return found


def _record_type(words: Words) -> RecordType:
    name = words.text("type")
    try:
        return record_type(name)
    except KeyError as error:
        raise words.fail(f"没有记录类型“{name}”") from error


def _page(table: Mapping[str, Any], where: Context) -> tuple[Sheet, Footer]:
    words = Words(table, where)
    margins = words.numbers("margins") or list(MARGINS)
    if len(margins) != 4:
        raise words.fail("margins 要写上、下、左、右四个毫米数")
    top, bottom, left, right = (round(one * MM, 2) for one in margins)
    width, height = A4_WIDTH, A4_HEIGHT
    if words.flag("landscape"):
        width, height = height, width
    if min(top, bottom, left, right) < 0 or min(width - left - right, height - top - bottom) < 100:
        raise words.fail("margins 不能小于 0，也不能大到没有地方印字")
    form, numbers = words.text("footer", "outer"), words.text("numbers", "several")
    if form not in {"outer", "centre", "none"} or numbers not in {"several", "always"}:
        raise words.fail("footer 要写 outer、centre 或 none，numbers 要写 several 或 always")
    footer = Footer(form, numbers == "always", words.flag("frame"), words.flag("code"))
    if footer.code and (bottom < LEAST_BOTTOM or footer.frame):
        least = f"{LEAST_BOTTOM / MM:.0f}"
        raise words.fail(f"code = true 要求下边距不小于 {least} 毫米，且没有边框")
    words.done()
    return Sheet(width, height, top, bottom, left, right), footer


def _styles(words: Words, profile: Profile) -> dict[str, Style]:
    own = cast(dict[str, dict[str, Any]], words.table.get("typefaces", {}))
    if not isinstance(own, dict) or not all(isinstance(one, dict) for one in own.values()):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise words.fail("typefaces 要写成表")
    changed = profile.typeface_tables
    styles: dict[str, Style] = {}
    for name in dict.fromkeys([*TYPEFACES, *own]):
        merged = {**TYPEFACES.get(name, {}), **own.get(name, {}), **changed.get(name, {})}
        face = Words(merged, words.context.at(f"typefaces.{name}"))
        role, size = face.text("role", "FANG"), face.number("size", 12)
        if role not in ROLES:
            raise face.fail(f"没有字体角色“{role}”，可用的有：{'、'.join(ROLES)}")
        plain = Style(role, size, face.number("pitch", size * 1.5), justify=face.flag("justify"))
        if not (4 <= size <= 100 and size / 2 <= plain.pitch <= 200):
            raise face.fail("size 要在 4 到 100 之间，pitch 要在 size 的一半到 200 之间")
        if "justify" not in merged:
            plain = Style(role, size, plain.pitch, justify=not name.startswith("table"))
        holder = Context(words.context.scope, {name: plain}, face.context.where)
        face.context = holder
        styles[name] = face.style(name)
        face.done()
    return styles


@lru_cache(maxsize=400)
def shipped_paper(name: str, profile: Profile) -> Paper:
    """A paper as a profile prints it: by the profile's own edition, else as shipped.

    `KeyError` when there is no paper of this name, `PaperFault` when the profile's edition
    is written wrongly or is of another record type than the shipped paper.
    """
    own = profile.edition(name)
    if own is None:
        return compile_paper(name, paper_source(name), profile)
    place = f"样式“{profile.label}”的 {name}.toml" if profile.label else f"{name}.toml"
    paper = compile_paper(name, own, profile, place)
    shipped = compile_paper(name, paper_source(name), profile)
    if (paper.kind, paper.many) != (shipped.kind, shipped.many):
        many = "，many = true" if shipped.many else "，不能写 many"
        raise PaperFault(place, f'type 和 many 不能改，应为 type = "{shipped.kind.name}"{many}')
    return paper
