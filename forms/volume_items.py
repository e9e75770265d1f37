"""What a case volume holds, item by item, as declared in `resources/volumes`.

Three lists of contents are in use; the profile's switch `catalogue` chooses one. Their names are
printed as the sources have them; which papers and which attachments belong to an item is ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from db.declare import RecordType
from db.records import record_type
from forms.blocks import SWITCHES, Condition, Context, PaperFault, Words, read_conditions
from forms.values import Scope
from resources import shipped_file

__all__ = [
    "ItemPaper", "VolumeForm", "VolumeItem", "catalogue_row", "printed_items", "shipped_volume",
    "volume_names",
]  # fmt: skip

SWITCH = "catalogue"
_REMARKS = "catalogue_remarks"


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """A paper that may stand in an item: when, and for which of its rows."""

    name: str
    when: tuple[Condition, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VolumeItem:
    """One line of the list of contents.

    `codes`: attachments of these codes (list `volume_item`) stand here. `last`: it closes the
    volume and has no page number. `once`: it stands once in a volume of several cases.
    """

    name: str
    remark: str
    required: bool
    last: bool
    once: bool
    codes: tuple[str, ...]
    papers: tuple[ItemPaper, ...]


@dataclass(frozen=True, slots=True)
class VolumeForm:
    """A list of contents with what belongs to it; `cover` and `catalogue` are papers."""

    name: str
    label: str
    kind: RecordType
    cover: str
    catalogue: str
    items: tuple[VolumeItem, ...]

    def paper_names(self) -> list[str]:
        """Every paper the volume may hold, in order."""
        inner = [paper.name for item in self.items for paper in item.papers]
        return list(dict.fromkeys([self.cover, self.catalogue, *inner]))

    def item_of_code(self, code: str) -> VolumeItem:
        """The item in which attachments of a code stand; the last but one takes unknown ones."""
        found = (item for item in self.items if code in item.codes)
        return next(found, [item for item in self.items if not item.last][-1])

    def item_of_paper(self, paper: str) -> VolumeItem | None:
        """The item a paper stands in, or None."""
        found = (item for item in self.items if paper in {one.name for one in item.papers})
        return next(found, None)


def volume_names() -> tuple[str, ...]:
    """The values of the switch, each with a declaration of its own."""
    return SWITCHES[SWITCH]


@cache
def shipped_volume(catalogue: str) -> VolumeForm:
    """The volume of a value of the switch `catalogue`: A, B or national."""
    name = catalogue.lower()
    return read_volume(name, shipped_file(f"volumes/{name}.toml").read_text(encoding="utf-8"))


def read_volume(name: str, content: str) -> VolumeForm:
    """The volume written in a TOML text; `PaperFault` says what is wrong with it."""
    where = f"volumes/{name}.toml"
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise PaperFault(where, f"不是正确的 TOML（{error}）") from error
    kind = record_type(str(table.get("type")))
    words = Words(table, Context(Scope(kind), {}, where))
    words.text("type")
    form = VolumeForm(
        name,
        words.text("label"),
        kind,
        words.text("cover"),
        words.text("catalogue"),
        tuple(_read_item(one) for one in words.tables("item")),
    )
    words.done()
    return form


def _read_item(words: Words) -> VolumeItem:
    item = VolumeItem(
        words.text("name"),
        words.text("remark", ""),
        words.flag("required"),
        words.flag("last"),
        words.flag("once") or words.flag("last"),
        tuple(words.texts("codes")),
        tuple(_read_paper(one) for one in words.tables("paper")),
    )
    words.done()
    return item


def _read_paper(words: Words) -> ItemPaper:
    paper = ItemPaper(words.text("name"), read_conditions(words), tuple(words.texts("rows")))
    words.done()
    return paper


def catalogue_row(number: object, title: str, pages: str = "", remark: str = "") -> dict[str, str]:
    """One line of the list of contents, as the paper is given it."""
    return {"number": str(number), "title": title, "pages": pages, "remark": remark}


def printed_items(
    switches: Mapping[str, str], pages: Iterable[str] | None = None
) -> list[dict[str, str]]:
    """The lines of the list of contents, without page numbers unless they are given."""
    form = shipped_volume(switches[SWITCH])
    numbers = [""] * len(form.items) if pages is None else list(pages)
    shown = switches[_REMARKS] == "printed"
    return [
        catalogue_row(number, item.name, page, item.remark if shown else "")
        for number, (item, page) in enumerate(zip(form.items, numbers, strict=True), 1)
    ]
