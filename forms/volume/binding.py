"""A volume bound: everything in order, numbered, with its list of contents and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from forms.blocks import MM
from forms.catalogue import PaperRun
from forms.furniture import public_mark, volume_number
from forms.pdf import draw_pdf
from forms.plan import A4_HEIGHT, A4_WIDTH, Bookmark, MissingGlyph, Page, Picture, Plan
from forms.profiles import Profile, shipped_profile
from forms.values import SubjectLike
from forms.volume.composing import (
    CaseMaterial,
    Leaf,
    Piece,
    Scan,
    is_photo,
    pieces_of,
    volume_front,
)
from forms.volume.imposing import Inset, pages_set_in
from forms.volume.pictures import picture_size
from forms.volume_items import (
    SWITCH,
    VolumeForm,
    VolumeItem,
    catalogue_row,
    printed_items,
    shipped_volume,
)

__all__ = ["Bound", "BoundItem", "BoundPiece", "VolumeContent", "bind_volume"]

MARGIN = 10 * MM
"""White around a photo. The number stands in it."""
COVER, CONTENTS = "封面", "卷内目录"


@dataclass(frozen=True, slots=True)
class VolumeContent:
    """What is bound: `front` is what cover, statement and back cover are printed from.

    With one case the front is the case itself; several cases make a 多案一卷.
    """

    title: str
    front: SubjectLike
    cases: tuple[tuple[SubjectLike, tuple[Scan, ...]], ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class BoundPiece:
    """A document as bound: its first page number in the volume, None where pages have none."""

    title: str
    paper: str
    row: str
    first_page: int | None
    pages: int
    scanned: int


@dataclass(frozen=True, slots=True)
class BoundItem:
    """A line of the list of contents: the item of the declaration it stands for, and its pages.

    `case`: place of the case in a volume of several, from 0, None otherwise. `required`: whether the list of
    contents says it must be there; `codes` are the attachment codes that belong to it.
    """

    title: str
    first_page: int | None
    pages: int
    pieces: tuple[BoundPiece, ...]
    required: bool = False
    codes: tuple[str, ...] = ()
    case: int | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound volume; `unnumbered` sheets stand before page 1."""

    pdf: bytes
    pages: int
    unnumbered: int
    items: tuple[BoundItem, ...]
    missing: tuple[MissingGlyph, ...]


@dataclass(slots=True)
class _Section:
    """A line of the list of contents while the volume is put together."""

    title: str
    pieces: list[Piece]
    numbered: bool = True
    required: bool = False
    codes: tuple[str, ...] = ()
    case: int | None = None


def bind_volume(
    content: VolumeContent, *, profile: str | Profile | None = None, today: date
) -> Bound:
    """One PDF of the whole volume, in the order of its list of contents.

    The same content gives the same bytes. A scan whose bytes cannot be had is left out by the
    caller; what `Scan.load` raises comes through.
    """
    used = profile if isinstance(profile, Profile) else shipped_profile(profile)
    form = shipped_volume(used.switch_values[SWITCH])
    coded = not content.mark
    run = PaperRun(used, today, coded=coded)
    sections = list(_sections(content, form, run))
    items = list(_numbered(sections))
    rows = _catalogue_rows(sections, items, run, several=len(content.cases) > 1)
    press = _Press(content.mark)
    press.add_front(COVER, volume_front(form.cover, content.front, run))
    given = PaperRun(used, today, {"volume_items": rows}, coded, run.missing)
    press.add_front(CONTENTS, volume_front(form.catalogue, content.front, given))
    unnumbered = len(press.pages)
    for section in sections:
        press.add_section(section)
    plan = Plan(tuple(press.pages), content.title, tuple(press.marks))
    pdf = pages_set_in(draw_pdf(plan), press.insets)
    return Bound(pdf, len(press.pages), unnumbered, tuple(items), tuple(run.missing))


def _sections(content: VolumeContent, form: VolumeForm, run: PaperRun) -> Iterator[_Section]:
    """The lines of the list of contents with their documents."""
    materials = [CaseMaterial(subject, scans) for subject, scans in content.cases]
    if len(materials) == 1:
        yield from _items(form.items, form, materials[0], run)
        return
    inner = [item for item in form.items if not item.last]
    codes = tuple(code for item in inner for code in item.codes)
    for number, material in enumerate(materials):
        pieces = [one for item in inner for one in pieces_of(item, form, material, run)]
        title = str(material.subject.values.get("title") or "")
        yield _Section(title, pieces, codes=codes, case=number)
    once = [item for item in form.items if item.once]
    yield from _items(once, form, CaseMaterial(content.front, ()), run)


def _items(
    items: Iterable[VolumeItem], form: VolumeForm, material: CaseMaterial, run: PaperRun
) -> Iterator[_Section]:
    for item in items:
        pieces = pieces_of(item, form, material, run)
        yield _Section(item.name, pieces, not item.last, item.required, item.codes)


def _numbered(sections: Iterable[_Section]) -> Iterator[BoundItem]:
    """The sections with the page numbers they get; the first page after the contents is 1."""
    page = 1
    for section in sections:
        first, pieces = page, list[BoundPiece]()
        for piece in section.pieces:
            own = page if section.numbered and piece.leaves else None
            pieces.append(
                BoundPiece(
                    piece.title, piece.paper, piece.row, own, len(piece.leaves), piece.scanned
                )
            )
            page += len(piece.leaves) if section.numbered else 0
        count = sum(piece.pages for piece in pieces)
        begins = first if section.numbered and count else None
        yield BoundItem(
            section.title, begins, count, tuple(pieces), section.required, section.codes,
            section.case,
        )  # fmt: skip


def _catalogue_rows(
    sections: Sequence[_Section], items: Sequence[BoundItem], run: PaperRun, *, several: bool
) -> list[dict[str, str]]:
    """The list of contents: the printed items, or with several cases a line per document."""
    if not several:
        pages = [_range(item.first_page, item.pages) for item in items]
        return printed_items(run.profile.switch_values, pages)
    rows: list[dict[str, str]] = []
    for number, (section, item) in enumerate(zip(sections, items, strict=True), 1):
        rows.append(catalogue_row(number, item.title, _range(item.first_page, item.pages)))
        if section.case is not None:
            rows += [
                catalogue_row("", f"　{one.title}", _range(one.first_page, one.pages))
                for one in item.pieces
            ]
    return rows


def _range(first: int | None, pages: int) -> str:
    if first is None:
        return ""
    return str(first) if pages == 1 else f"{first}-{first + pages - 1}"


class _Press:
    """The pages of the volume so far, with bookmarks and what is to be set into them."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.pages: list[Page] = []
        self.marks: list[Bookmark] = []
        self.insets: list[Inset] = []
        self._number = 0

    def add_front(self, title: str, leaves: Iterable[Leaf]) -> None:
        """Add sheets without a number."""
        self._mark(title, 0)
        for leaf in leaves:
            self._add(leaf, 0)
        if self.marks[-1].page == len(self.pages):
            self.marks.pop()

    def add_section(self, section: _Section) -> None:
        """Add the documents of an item: its bookmark, and one below it for each of them."""
        if any(piece.leaves for piece in section.pieces):
            self._mark(section.title, 0)
        for piece in section.pieces:
            if section.numbered and piece.leaves:
                self._mark(piece.title, 1)
            for leaf in piece.leaves:
                self._number += 1 if section.numbered else 0
                self._add(leaf, self._number if section.numbered else 0)

    def _mark(self, title: str, level: int) -> None:
        self.marks.append(Bookmark(title, len(self.pages), level))

    def _add(self, leaf: Leaf, number: int) -> None:
        foot = volume_number(number, leaf.sheet, scanned=leaf.scan is not None) if number else []
        if self.mark:
            foot += public_mark(self.mark, leaf.sheet)
        page = leaf.page or Page()
        if leaf.scan is not None and is_photo(leaf.scan):
            page = Page(items=(photo_on_a4(leaf.scan.load()),))
        elif leaf.scan is not None:
            scan = leaf.scan
            self.insets.append(Inset(len(self.pages), scan.title, scan.load, leaf.scan_page))
        self.pages.append(replace(page, items=(*page.items, *foot)))


def photo_on_a4(jpeg: bytes) -> Picture:
    """A photo as large as the page allows inside its margins.

    One that lies is turned so that its top is at the left edge, the binding edge of a right
    hand page: GB/T 9704-2012, 7.4, tables that lie.
    """
    width, height = picture_size(jpeg)
    turned = width > height
    if turned:
        width, height = height, width
    room_x, room_y = A4_WIDTH - 2 * MARGIN, A4_HEIGHT - 2 * MARGIN
    scale = min(room_x / width, room_y / height)
    width, height = width * scale, height * scale
    x, y = (A4_WIDTH - width) / 2, (A4_HEIGHT - height) / 2
    return Picture(round(x, 2), round(y, 2), round(width, 2), round(height, 2), jpeg, turned)
