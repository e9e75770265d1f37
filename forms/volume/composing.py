"""What stands in a volume and in which order: documents, and scans in their places.

A scan that says which page of which document it is takes that page's place; any other stands in
the item of its code, behind the papers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from forms.catalogue import Document, PaperRun, lay_out_documents
from forms.declaration import paper_names
from forms.layout import Sheet
from forms.plan import Page
from forms.values import SubjectLike
from forms.volume.pictures import JPEG
from forms.volume_items import ItemPaper, VolumeForm, VolumeItem

__all__ = ["CaseMaterial", "Leaf", "Piece", "Scan", "is_photo", "pieces_of", "volume_front"]


SCAN_SHEET = Sheet()
"""Where the number of a scanned page stands from left to right: as on a paper."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A kept attachment: what it is, where it belongs, and how its bytes are had.

    `code`: its item in the code list `volume_item`. `paper`, `row`, `page_no`: the page of a
    printed document it is a scan of; `page_no` counts from 1.
    """

    title: str
    media: str
    pages: int
    load: Callable[[], bytes]
    code: str = ""
    paper: str = ""
    row: str = ""
    page_no: int = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the volume: laid out, or page `scan_page` (from 0) of a scan."""

    page: Page | None = None
    sheet: Sheet = SCAN_SHEET
    scan: Scan | None = None
    scan_page: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of the volume; `scanned` of its pages are scans."""

    title: str
    leaves: tuple[Leaf, ...]
    paper: str = ""
    row: str = ""

    @property
    def scanned(self) -> int:
        """How many of its pages are scans."""
        return sum(1 for leaf in self.leaves if leaf.scan is not None)


@dataclass(slots=True)
class CaseMaterial:
    """A case and its scans; a scan is taken out when it has found its place."""

    subject: SubjectLike
    scans: Sequence[Scan]
    _placed: set[int] = field(default_factory=set[int])

    def take(self, chosen: Callable[[Scan], bool]) -> list[Scan]:
        """The scans that are chosen and have no place yet; they have one from now on."""
        found = [
            (number, scan)
            for number, scan in enumerate(self.scans)
            if number not in self._placed and chosen(scan)
        ]
        self._placed.update(number for number, _ in found)
        return [scan for _, scan in found]


def volume_front(paper: str, subject: SubjectLike, run: PaperRun) -> list[Leaf]:
    """The pages of a cover or a list of contents."""
    return [leaf for piece in _printed(paper, subject, run) for leaf in piece.leaves]


def pieces_of(
    item: VolumeItem, form: VolumeForm, material: CaseMaterial, run: PaperRun
) -> list[Piece]:
    """The documents of an item, in order: its papers, then what else belongs there."""
    made: list[Piece] = []
    for paper in item.papers:
        made += _paper_pieces(paper, material, run)
    made += [_loose(scan) for scan in material.take(lambda scan: _home(form, scan) is item)]
    return made


def _home(form: VolumeForm, scan: Scan) -> VolumeItem:
    """The item of a scan that took no page's place."""
    of_paper = form.item_of_paper(scan.paper) if scan.paper else None
    return of_paper or form.item_of_code(scan.code)


def _paper_pieces(paper: ItemPaper, material: CaseMaterial, run: PaperRun) -> list[Piece]:
    view = run.view(material.subject)
    if not all(condition.holds(view) for condition in paper.when):
        return []
    return [
        _with_scans(piece, material)
        for piece in _printed(paper.name, material.subject, run, paper.rows)
    ]


def _printed(
    paper: str, subject: SubjectLike, run: PaperRun, rows: Sequence[str] = ()
) -> list[Piece]:
    # A volume may name a paper that an office's edition leaves out; the conformance test
    # holds the shipped volumes to the shipped papers.
    if paper not in paper_names():
        return []
    documents = lay_out_documents(paper, subject, run, rows)
    return [_piece(paper, document) for document in documents]


def _piece(paper: str, document: Document) -> Piece:
    leaves = tuple(Leaf(page, document.sheet) for page in document.pages)
    return Piece(document.title, leaves, paper, document.row)


def _with_scans(piece: Piece, material: CaseMaterial) -> Piece:
    """The document with every page that came back signed in the place of the printed one.

    Of two scans of a page the later one stands. A scan of further pages follows at the end.
    """
    own = material.take(
        lambda scan: scan.paper == piece.paper and (not piece.row or scan.row in {"", piece.row})
    )
    places: dict[int, Leaf] = dict(enumerate(piece.leaves, 1))
    for scan in own:
        for page in range(scan.pages):
            places[scan.page_no + page] = Leaf(scan=scan, scan_page=page)
    leaves = tuple(places[number] for number in sorted(places))
    return Piece(piece.title, leaves, piece.paper, piece.row)


def _loose(scan: Scan) -> Piece:
    leaves = tuple(Leaf(scan=scan, scan_page=page) for page in range(scan.pages))
    return Piece(scan.title, leaves, scan.paper, scan.row)


def is_photo(scan: Scan) -> bool:
    """Whether a scan is one picture, not a PDF."""
    return scan.media == JPEG
