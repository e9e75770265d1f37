"""The places that the codes of scanned pages name: which case, paper, row and page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.codes import code_list
from db.kinds import RecordId
from forms.catalogue import PaperInfo, papers_for, row_field
from forms.page_code import NO_ROW, PageCode, paper_key, row_tail

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger import Ledger

__all__ = [
    "ATTACHMENTS",
    "OTHER",
    "Place",
    "PlaceFinder",
    "attachments_in",
    "item_of_paper",
    "takes_scans",
]

ATTACHMENTS = "attachments"
"""The child rows that scans are kept as; a record without them takes none."""

OTHER = "99"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page belongs: `page_no` of the paper of a case, or of one of its rows.

    pages: how many the printed document had. title: of the attachment.
    """

    type_name: str
    case: RecordId
    paper: str
    row: str
    page_no: int
    pages: int = field(compare=False)
    title: str = field(compare=False)
    case_title: str = field(compare=False)

    @property
    def label(self) -> str:
        """The whole place in words."""
        return f"{self.case_title}　{self.title}"


class PlaceFinder:
    """Finds the places that codes name, each record read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._papers = {paper_key(paper.name): paper for paper in papers_for()}
        self._drafts: dict[tuple[RecordId, str], Draft | None] = {}

    def place_of(self, code: PageCode) -> Place | str:
        """The place a code names, or in Chinese why there is none."""
        paper = self._papers.get(code.paper)
        if paper is None:
            return "识别码上的文书种类不认识，可能是更新的版本打印的"
        draft = self.draft(code.record, paper.type_name)
        if draft is None:
            return f"台账里没有这份{paper.label}所属的记录，可能在回收站里，或属于别的单位"
        if ATTACHMENTS not in draft.type.by_name:
            return f"{draft.type.label}没有附件一栏，{paper.label}不归入案卷"
        row, title = "", ""
        if code.row != NO_ROW:
            rows = _rows(draft, paper)
            named = [one for one in rows if row_tail(one.id) == code.row]
            if len(named) != 1:
                return f"这份{paper.label}所属的一项记录已经删除，或不能确定是哪一项"
            row = named[0].id
            title = f"（{self._ledger.title(named[0].type.name, row)}）" if len(rows) > 1 else ""
        case_title = self._ledger.title(draft.type.name, draft.id)
        return Place(
            draft.type.name, draft.id, paper.name, row, code.page, code.pages,
            f"{paper.label}{title}第{code.page}页", case_title,
        )  # fmt: skip

    def kept_in(self, place: Place) -> list[Draft]:
        """The attachments of the ledger that stand in a place."""
        draft = self.draft(place.case, place.type_name)
        return [] if draft is None else attachments_in(draft, place)

    def draft(self, record: RecordId, type_name: str) -> Draft | None:
        """The record as it was when it was first asked for, None when there is none."""
        key = record, type_name
        if key not in self._drafts:
            self._drafts[key] = self._ledger.draft(record, type_name)
        return self._drafts[key]


def _rows(draft: Draft, paper: PaperInfo) -> list[Draft]:
    name = row_field(paper.name)
    return draft.rows.get(name, []) if name else []


def attachments_in(draft: Draft, place: Place) -> list[Draft]:
    """The attachments of a record that stand in a place, the newest last."""
    wanted = (place.paper, place.row or None, place.page_no)
    return [
        one
        for one in draft.rows.get(ATTACHMENTS, [])
        if tuple(one.values.get(name) for name in ("paper", "row", "page_no")) == wanted
    ]


def takes_scans(ledger: Ledger) -> list[str]:
    """The names of the record types that keep scans."""
    return [kind.name for kind in ledger.types() if ATTACHMENTS in kind.by_name]


def item_of_paper(label: str) -> str:
    """The item of the volume a paper is filed under, by the titles the code list knows."""
    items = code_list("volume_item")
    exact = items.code_of(label)
    if exact is not None:
        return exact
    named = {
        entry.code for entry in items.entries if any(alias in label for alias in entry.aliases)
    }
    return named.pop() if len(named) == 1 else OTHER
