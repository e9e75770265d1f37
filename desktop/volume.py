"""From a case, or a volume of several, to the bound volume; no Qt, no terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from db.faults import Fault
from db.ledger.masking import MARK, masked_together
from desktop.own_papers import profile_for
from forms.profiles import Profile
from forms.volume.binding import BoundItem, VolumeContent, bind_volume
from forms.volume.composing import Scan
from forms.volume.pictures import pages_in

if TYPE_CHECKING:
    from datetime import date

    from db.kinds import RecordId
    from db.ledger import Ledger, PrintMark, Subject
    from db.rules.volume_gaps import Gap

__all__ = ["BoundVolume", "NoVolume", "VolumeLine", "bound_volume"]


@dataclass(frozen=True, slots=True)
class VolumeLine:
    """A line of the list of contents: where it begins, what it lacks, earlier prints of it."""

    item: BoundItem
    gaps: tuple[Gap, ...] = ()
    prints: tuple[PrintMark, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether something that must stand here does not."""
        return any(gap.severity == "warning" for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class BoundVolume:
    """A bound volume and what to tell of it; `unnumbered` sheets stand before page 1."""

    pdf: bytes
    title: str
    pages: int
    unnumbered: int
    lines: tuple[VolumeLine, ...]
    gaps: tuple[Gap, ...]
    warnings: tuple[str, ...] = ()
    keep_until: date | None = None


class NoVolume(Fault):
    """The record is neither a case nor a volume of several."""

    def __init__(self) -> None:
        super().__init__("这条记录没有卷宗。", "请选择一个调解案件，或一个多案一卷的卷宗。")


@dataclass(slots=True)
class _Files:
    """The attachments of a ledger; what cannot be had is noted instead of raised."""

    ledger: Ledger
    read: dict[str, bytes] = field(default_factory=dict[str, bytes])
    lost: list[str] = field(default_factory=list[str])

    def pages(self, title: str, sha256: str, media: str) -> int:
        """How many pages can be had; they are read now, so that binding cannot fail on them.

        The pages entered (页数) are what is on paper, and anybody may correct them.
        """
        try:
            content = self.read.get(sha256) or self.ledger.attachments.get(sha256)
            count = pages_in(media, content, title)
        except Fault as fault:
            self.lost.append(f"附件“{title}”没有装入：{fault}")
            return 0
        self.read[sha256] = content
        return count

    def content(self, sha256: str) -> bytes:
        """Give the bytes that were read."""
        return self.read[sha256]


def bound_volume(
    ledger: Ledger,
    record_id: RecordId,
    *,
    profile: str | Profile | None = None,
    public: bool = False,
) -> BoundVolume:
    """Bind the volume of a case, or of several: in order, numbered, with what is missing.

    An attachment whose file is lost or damaged is left out and told. Raises NoVolume.
    public: as it may be published, names and numbers masked and without what was scanned.
    """
    parts = ledger.volumes.parts(record_id)
    if parts is None:
        raise NoVolume
    used = (
        profile if isinstance(profile, Profile) else profile_for(ledger, profile, ids=[record_id])
    )
    files = _Files(ledger)
    title, front, subjects = parts.title, parts.front, parts.cases
    if public:
        front, *others = masked_together([front, *subjects])
        title, subjects = str(front.values["title"]), tuple(others)
    cases = tuple((case, tuple(_scans(case, files))) for case in subjects)
    content = VolumeContent(title, front, cases, MARK if public else "")
    bound = bind_volume(content, profile=used, today=ledger.today)
    marks = [mark for case in parts.cases for mark in ledger.papers.marks_of(case.values["id"])]
    glyphs = (
        f"“{miss.char}”（U+{ord(miss.char):04X}）没有字形，{miss.field or '文中'}留空，请手写补上。"
        for miss in bound.missing
    )
    return BoundVolume(
        bound.pdf,
        title,
        bound.pages,
        bound.unnumbered,
        tuple(_line(item, parts.gaps, marks) for item in bound.items),
        parts.gaps,
        (*files.lost, *glyphs),
        parts.keep_until,
    )


def _scans(case: Subject, files: _Files) -> Iterator[Scan]:
    """The attachments of a case that have a file, in the order they were entered."""
    rows: Sequence[Mapping[str, Any]] = case.values["attachments"]
    for row in rows:
        sha256, media = row["sha256"], row["media"]
        if not sha256 or not media or not (pages := files.pages(row["title"], sha256, media)):
            continue
        yield Scan(
            title=row["title"],
            media=media,
            pages=pages,
            load=partial(files.content, sha256),
            code=row["item"] or "",
            paper=row["paper"] or "",
            row=row["row"] or "",
            page_no=row["page_no"] or 1,
        )


def _line(item: BoundItem, gaps: Sequence[Gap], marks: Sequence[PrintMark]) -> VolumeLine:
    papers = {piece.paper for piece in item.pieces if piece.paper}
    own = tuple(gap for gap in gaps if gap.item and gap.item in item.codes)
    newest = {mark.job.paper: mark for mark in reversed(marks)}
    prints = tuple(mark for paper, mark in newest.items() if paper in papers)
    # In a volume of several cases a gap names its case; it is told with the volume.
    return VolumeLine(item, own if item.case is None else (), prints)
