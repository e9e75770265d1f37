"""The papers a record offers, and a paper with its subjects laid out to a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from forms.blocks import Context, PaperFault, Words, read_conditions
from forms.code_mark import code_mark
from forms.declaration import Paper, paper_digest, paper_names, shipped_paper
from forms.furniture import page_furniture
from forms.layout import Sheet, paginate
from forms.layout.pages import Furniture
from forms.page_code import MOST_PAGES, code_of_page
from forms.plan import Bookmark, Item, MissingGlyph, Page, Plan
from forms.profiles import Profile, own_profile, shipped_profile
from forms.values import SUBJECTS, Env, Nested, Scope, SubjectLike, View, rows_of, shown
from forms.volume_items import printed_items

__all__ = [
    "Document", "Given", "PaperInfo", "PaperRun", "lay_out", "lay_out_documents", "paper_fault",
    "paper_named",    "paper_reads", "paper_version", "papers_for", "row_field",
]  # fmt: skip

EMPTY: dict[str, object] = {}
Given = Mapping[str, Sequence[Nested]]
"""Rows handed to a paper at printing, by the name the paper declares them under."""


@dataclass(frozen=True, slots=True)
class PaperInfo:
    """A paper on offer: `many` papers take any number of records onto one paper."""

    name: str
    label: str
    type_name: str
    many: bool


@cache
def _all_papers() -> tuple[PaperInfo, ...]:
    papers = [shipped_paper(name, shipped_profile(None)) for name in paper_names()]
    papers.sort(key=lambda paper: (paper.order, paper.name))
    return tuple(
        PaperInfo(paper.name, paper.label, paper.kind.name, paper.many) for paper in papers
    )


def papers_for(type_name: str | None = None) -> list[PaperInfo]:
    """The papers of a record type, or all of them, in the order of a case's life."""
    return [paper for paper in _all_papers() if type_name in (None, paper.type_name)]


def paper_named(name: str) -> PaperInfo:
    """The paper of this English name or Chinese title; `KeyError` when there is none."""
    for paper in _all_papers():
        if name in (paper.name, paper.label):
            return paper
    raise KeyError(name)


def paper_fault(name: str, content: str) -> str | None:
    """What is wrong with an office's own edition of a paper, one sentence; None when nothing is.

    `name`: English name or Chinese title of the shipped paper it stands for.
    """
    try:
        info = paper_named(name)
    except KeyError:
        return f"没有“{name[:40]}”这种文书，请写自带文书的名称，如“人民调解协议书”。"
    trial = own_profile("", "", switches={}, editions={info.name: content})
    try:
        shipped_paper(info.name, trial)
    except PaperFault as fault:
        return fault.what
    return None


def row_field(name: str) -> str | None:
    """The field whose rows a paper prints one document each of, None for the whole record."""
    per = shipped_paper(paper_named(name).name, shipped_profile(None)).per
    return per.path.names[0] if per is not None and per.path is not None else None


def paper_version(name: str, profile: str | Profile | None = None) -> str:
    """A short hash of the paper's and the profile's declaration, kept with each print."""
    return paper_digest(paper_named(name).name, _profile(profile))


def paper_reads(name: str, profile: str | Profile | None = None) -> tuple[str, ...]:
    """Every path of the record that decides what the paper prints."""
    return shipped_paper(paper_named(name).name, _profile(profile)).reads


def lay_out(
    paper_name: str,
    subjects: Sequence[SubjectLike],
    *,
    blank: bool = False,
    profile: str | Profile | None = None,
    print_number: str = "",
    mark: str = "",
    today: date,
) -> Plan:
    """The pages of a paper: one document per subject, or one of all of them for a roster.

    `blank`: an empty form for handwriting; the subjects are not looked at. `print_number` is
    printed at the foot of every page; `mark` is printed in its place on a copy for others, which
    bears no page code either. Raises `KeyError` for an unknown paper, `ValueError`
    when there is nothing to print, `PaperFault` for an unknown profile.
    """
    used = _profile(profile)
    paper = shipped_paper(paper_named(paper_name).name, used)
    env = Env(today, blank, used.switch_values)
    pages: list[Page] = []
    marks: list[Bookmark] = []
    documents = list(_documents(paper, subjects, env))
    if not documents:
        raise ValueError("nothing to print: no subjects")
    for title, view in documents:
        centred = paper.footer.form != "centre"
        codes = None if mark else _page_codes(paper, view, centred=centred)
        furniture = page_furniture(paper.sheet, paper.footer, print_number, codes, mark)
        own, inner = paginate(paper.strips(view), paper.sheet, furniture)
        if len(documents) > 1:
            marks.append(Bookmark(title or paper.label, len(pages)))
        marks += [
            Bookmark(mark.title, mark.page + len(pages), 1 if len(documents) > 1 else 0)
            for mark in inner
        ]
        pages += own
    title = documents[0][0] if len(documents) == 1 else ""
    whole = f"{paper.label}（{title}）" if title and not blank else paper.label
    return Plan(tuple(pages), whole, tuple(marks), tuple(env.missing))


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a paper, not numbered yet: `row` is the id of the row it was made of."""

    title: str
    row: str
    pages: tuple[Page, ...]
    sheet: Sheet


@dataclass(slots=True)
class PaperRun:
    """What is the same for all documents laid out in one go; `missing` grows meanwhile.

    `coded`: the pages carry their codes; not on a copy for others, which is never signed.
    """

    profile: Profile
    today: date
    given: Given = field(default_factory=dict[str, Sequence[Nested]])
    coded: bool = True
    missing: dict[MissingGlyph, None] = field(default_factory=dict[MissingGlyph, None])

    def view(self, subject: SubjectLike) -> View:
        """What a paper reads of a subject."""
        env = Env(self.today, switches=self.profile.switch_values, missing=self.missing)
        return View({**subject.values, **self.given}, env)


def lay_out_documents(
    paper_name: str,
    subject: SubjectLike,
    run: PaperRun,
    chosen: Sequence[str] = (),
) -> list[Document]:
    """The documents of a paper without numbers at the foot, for binding them with others.

    Their pages carry their codes: a page signed in the volume finds its place as well.
    A paper that is printed per row gives none when there is no row, unless it may stand
    `alone`; `chosen` are conditions (as under `when`) that a row must hold.
    """
    paper = shipped_paper(paper_name, run.profile)
    view = run.view(subject)
    views = [view] if paper.per is None else _chosen_rows(paper, view, chosen)
    made: list[Document] = []
    for one in views:
        # The volume's number stands at the outer edge, so that the middle is always free.
        codes = _page_codes(paper, one, centred=True) if run.coded else None
        pages, _ = paginate(paper.strips(one), paper.sheet, codes)
        row = "" if paper.per is None else str(one.values.get("id", ""))
        made.append(Document(paper.label, row, tuple(pages), paper.sheet))
    return made


def _chosen_rows(paper: Paper, view: View, chosen: Sequence[str]) -> list[View]:
    if paper.per is None or paper.per.path is None or paper.per.path.kind is None:
        return []
    scope = Scope(paper.kind).within(paper.per.path.kind)
    words = Words({"when": list(chosen)}, Context(scope, {}, f"{paper.name}.toml"))
    conditions = read_conditions(words)
    rows = rows_of(paper.per.value(view))
    if not rows and paper.alone and all(condition.holds(view) for condition in paper.alone):
        return [view.within(EMPTY, 1)]
    views = [view.within(row, number) for number, row in enumerate(rows, 1)]
    return [one for one in views if all(condition.holds(one) for condition in conditions)]


def _profile(profile: str | Profile | None) -> Profile:
    return profile if isinstance(profile, Profile) else shipped_profile(profile or None)


def _page_codes(paper: Paper, view: View, *, centred: bool) -> Furniture | None:
    """What marks each page of a document with its code, if the paper asks for it."""
    if not paper.footer.code or view.env.blank:
        return None
    row = None if view.outer is None else view
    values = view.values if view.outer is None else view.outer.values

    def items(page: int, pages: int) -> list[Item]:
        if pages > MOST_PAGES:
            return []
        row_id = row and row.values.get("id")
        code = code_of_page(values["id"], paper.name, row_id, page, pages)
        return code_mark(code, paper.sheet, centred=centred)

    return items


def _documents(
    paper: Paper, subjects: Sequence[SubjectLike], env: Env
) -> Iterator[tuple[str, View]]:
    """Title and view of every document."""
    given = {name: printed_items(env.switches) for name in paper.given}
    if env.blank:
        outer = View({**EMPTY, **given}, env)
        yield "", outer if paper.per is None else outer.within(EMPTY, 1)
    elif paper.many:
        for group in _groups(paper, subjects, env):
            yield "", View({SUBJECTS: [one.values for one in group]}, env)
    else:
        for subject in subjects:
            view = View({**subject.values, **given}, env)
            title = paper.title.text(view)
            if paper.per is None:
                yield title, view
                continue
            rows = rows_of(paper.per.value(view)) or [EMPTY]
            for number, row in enumerate(rows, 1):
                yield title, view.within(row, number)


def _groups(paper: Paper, subjects: Sequence[SubjectLike], env: Env) -> list[Sequence[SubjectLike]]:
    """The subjects that go onto one document each, in order of first appearance."""
    if not paper.group:
        return [subjects]
    groups: dict[tuple[str, ...], list[SubjectLike]] = {}
    for subject in subjects:
        view = View(subject.values, env)
        key = tuple(shown(slot.value(view), None) for slot in paper.group)
        groups.setdefault(key, []).append(subject)
    return list(groups.values())
