"""From scanned files to their places in the cases, and into the ledger; no Qt, no terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.faults import Fault
from db.kinds import RecordId
from db.ledger import Refused
from desktop.scan_places import ATTACHMENTS, Place, PlaceFinder, attachments_in, item_of_paper
from forms.catalogue import paper_named
from forms.scanned import FiledPicture, filed_picture, find_code, is_scan, scanned_pages

if TYPE_CHECKING:
    from db.drafts import Draft
    from db.ledger import Changes, Ledger

__all__ = [
    "Choice",
    "Filed",
    "PageKey",
    "Sorted",
    "SortedPage",
    "file_scans",
    "scan_files",
    "sort_scans",
]  # fmt: skip

PageKey = tuple[Path, int]
"""A file and the number of a page in it; 0 for a file of which no page could be read."""

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SortedPage:
    """One page of a file: its picture, and its place or in Chinese why there is none.

    attachment: what stands in the place already, if the ledger has it.
    """

    file: Path
    number: int
    picture: FiledPicture | None
    place: Place | None = None
    why: str = ""
    attachment: RecordId | None = None

    @property
    def key(self) -> PageKey:
        """File and number, by which choices name the page."""
        return self.file, self.number


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of every page.

    already: the same scan is in its place. instead: another scan is in its place, or came
    before it in the same run; it is kept unless a person says that this one replaces it.
    """

    placed: list[SortedPage] = field(default_factory=list[SortedPage])
    already: list[SortedPage] = field(default_factory=list[SortedPage])
    instead: list[SortedPage] = field(default_factory=list[SortedPage])
    unknown: list[SortedPage] = field(default_factory=list[SortedPage])

    @property
    def all_pages(self) -> list[SortedPage]:
        """Every page, those that a person must look at first."""
        return [page for _, page in self.by_kind()]

    def by_kind(self) -> Iterator[tuple[str, SortedPage]]:
        """Every page with the name of the list it is in, in the order of `all_pages`."""
        for kind in ("unknown", "instead", "placed", "already"):
            for page in getattr(self, kind):
                yield kind, page

    def and_also(self, other: Sorted) -> Sorted:
        """These pages and those of a later run."""
        return Sorted(
            self.placed + other.placed, self.already + other.already,
            self.instead + other.instead, self.unknown + other.unknown,
        )  # fmt: skip


def scan_files(given: Iterable[Path]) -> list[Path]:
    """The files themselves, and in place of a folder all scans in and below it."""
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if is_scan(one) and one.is_file())
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def sort_scans(
    ledger: Ledger,
    files: Sequence[Path],
    step: Step | None = None,
    before: Sorted | None = None,
) -> Sorted:
    """Find the place of every page of these files; nothing is written.

    before: pages of an earlier run that are not filed yet; they are not given again.
    """
    finder = PlaceFinder(ledger)
    result = Sorted()
    earlier = before.placed if before is not None else []
    taken = {page.place: page for page in earlier if page.place is not None}
    for count, file in enumerate(files):
        for page in _read(file, finder):
            if step is not None:
                step(count, len(files))
            _put(page, finder, taken, result)
    return result


def _put(page: SortedPage, finder: PlaceFinder, taken: dict[Place, SortedPage], to: Sorted) -> None:
    if page.place is None or page.picture is None:
        to.unknown.append(page)
        return
    first = taken.setdefault(page.place, page)
    kept = finder.kept_in(page.place)
    before = {one.values.get("sha256") for one in kept}
    if first is not page and first.picture is not None:
        before.add(first.picture.sha256)
    if page.picture.sha256 in before:
        to.already.append(page)
    elif before:
        which = "台账里" if first is page else f"“{first.file.name}”里"
        why = f"{which}已经有这一页，内容不同，要替换才归入"
        to.instead.append(replace(page, why=why, attachment=kept[0].id if kept else None))
    else:
        to.placed.append(page)


def _read(file: Path, finder: PlaceFinder) -> Iterator[SortedPage]:
    """The pages of a file with their places; a page that is a Fault ends the file."""
    number = 0
    try:
        for page in scanned_pages(file):
            number = page.number
            found = find_code(page)
            picture = filed_picture(page, found.angle)
            place = found.why if found.code is None else finder.place_of(found.code)
            if isinstance(place, str):
                yield SortedPage(file, number, picture, why=place)
            else:
                yield SortedPage(file, number, picture, place)
        if not number:
            yield SortedPage(file, 0, None, why="文件里没有一页")
    except Fault as fault:
        yield SortedPage(
            file, number + 1 if number else 0, None, why=f"{fault.what}{fault.advice}".rstrip("。")
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a person puts a page that was not recognised."""

    type_name: str
    case: RecordId
    item: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """What was filed: the pages, what changed per case, and what a case refused and why.

    already: the case has the very same scan.
    """

    pages: list[SortedPage] = field(default_factory=list[SortedPage])
    changes: list[Changes] = field(default_factory=list["Changes"])
    already: list[SortedPage] = field(default_factory=list[SortedPage])
    refused: list[SortedPage] = field(default_factory=list[SortedPage])

    def add(self, other: Filed) -> None:
        """Add what was filed in another case."""
        self.pages.extend(other.pages)
        self.changes.extend(other.changes)
        self.already.extend(other.already)
        self.refused.extend(other.refused)


def file_scans(
    ledger: Ledger,
    found: Sorted,
    choices: Mapping[PageKey, Choice] | None = None,
    replacing: Collection[PageKey] = (),
    step: Step | None = None,
) -> Filed:
    """Keep the placed pages, those a person placed, and those said to replace others.

    Each case is one transaction. A case that has meanwhile gone, has a scan in the place
    now, or cannot be saved keeps its pages in `refused`, with why.
    """
    chosen = choices or {}
    cases: dict[tuple[RecordId, str], list[SortedPage]] = {}
    for page in found.placed + [one for one in found.instead if one.key in replacing]:
        if page.place is not None:
            cases.setdefault((page.place.case, page.place.type_name), []).append(page)
    for page in found.unknown:
        choice = chosen.get(page.key)
        if choice is not None and page.picture is not None:
            cases.setdefault((choice.case, choice.type_name), []).append(page)
    filed = Filed()
    for count, ((case, type_name), pages) in enumerate(cases.items()):
        if step is not None:
            step(count, len(cases))
        _file_case(ledger, ledger.draft(case, type_name), pages, (chosen, replacing), filed)
    return filed


def _file_case(
    ledger: Ledger,
    draft: Draft | None,
    pages: list[SortedPage],
    said: tuple[Mapping[PageKey, Choice], Collection[PageKey]],
    filed: Filed,
) -> None:
    """Keep the pages of one case, all or none of them; the other cases go on."""
    if draft is None:
        filed.refused.extend(replace(page, why="案件已不在台账里") for page in pages)
        return
    there = _fingerprints(draft)
    new: list[SortedPage] = []
    for page in pages:
        is_new = page.picture is not None and page.picture.sha256 not in there
        (new if is_new else filed.already).append(page)
    made = Filed()
    try:
        _keep(ledger, draft, new, said, made)
    except Refused as refused:
        why = f"案件不能保存：{refused}"
        filed.refused.extend(replace(page, why=why) for page in new)
    except Fault as fault:
        why = f"{fault.what}{fault.advice}".rstrip("。")
        filed.refused.extend(replace(page, why=why) for page in new)
    else:
        filed.add(made)


def _keep(
    ledger: Ledger,
    draft: Draft,
    pages: list[SortedPage],
    said: tuple[Mapping[PageKey, Choice], Collection[PageKey]],
    made: Filed,
) -> None:
    """Put the pages' bytes away and save their rows in one transaction."""
    for page in pages:
        if page.picture is None or page.picture.sha256 in _fingerprints(draft):
            made.already.append(page)
            continue
        row = _row_for(draft, page, said[0].get(page.key), again=page.key in said[1])
        if row is None:
            made.refused.append(replace(page, why="这一页刚刚有了另一份扫描件"))
            continue
        row.give("sha256", ledger.attachments.put(page.picture.content))
        row.give("media", page.picture.media)
        row.give("size", len(page.picture.content))
        row.give("source_name", page.file.name[-200:])
        made.pages.append(replace(page, attachment=row.id))
    if made.pages:
        made.changes.append(ledger.save(draft, reason="扫描件归入案卷"))


def _fingerprints(draft: Draft) -> set[object]:
    return {one.values.get("sha256") for one in draft.rows.get(ATTACHMENTS, [])}


def _row_for(draft: Draft, page: SortedPage, choice: Choice | None, *, again: bool) -> Draft | None:
    """The attachment a page is kept as: a new one, or the one it replaces."""
    place = page.place
    if place is not None:
        there = attachments_in(draft, place)
        if there:
            return there[-1] if again else None
    row = draft.add_row(ATTACHMENTS)
    row.give("pages", 1)
    if place is not None:
        row.give("title", place.title)
        row.give("item", item_of_paper(paper_named(place.paper).label))
        row.give("paper", place.paper)
        row.give("row", place.row)
        row.give("page_no", place.page_no)
    elif choice is not None:
        row.give("title", choice.title or f"{page.file.stem[:60]}第{page.number}页")
        row.give("item", choice.item)
    return row
