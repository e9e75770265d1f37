"""From a paper and records to PDF bytes with a print number; no Qt, no terminal."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from db.faults import Fault
from db.kinds import RecordId
from db.ledger import Ledger, ListQuery, PrintNote, Subject, made_of
from db.ledger.masking import MARK, masked_together
from desktop.own_papers import profile_for
from forms.catalogue import PaperInfo, lay_out, paper_named, paper_reads, paper_version
from forms.keeping import packed, unpacked
from forms.pdf import draw_pdf
from forms.plan import Plan
from forms.profiles import Profile


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished print: the bytes, its number, how many pages, and what to tell."""

    pdf: bytes
    number: str
    plan: Plan
    warnings: tuple[str, ...]


class NothingToPrint(Fault):
    """There is no record to print."""

    def __init__(self) -> None:
        super().__init__("没有可打印的记录。", "请先登记，或选择打印空白表。")


def subjects_for(ledger: Ledger, paper: PaperInfo, ids: Sequence[RecordId]) -> list[Subject]:
    """Give the subjects a paper prints; a roster without ids prints the whole roster."""
    if paper.many and not ids:
        query = ListQuery(paper.type_name)
        ids = [row.id for row in ledger.page(query, ledger.count(query), 0)]
    found = (ledger.subject(one, paper.type_name) for one in ids)
    return [one for one in found if one is not None]


def plan_paper(
    ledger: Ledger,
    paper_name: str,
    ids: Sequence[RecordId],
    *,
    blank: bool = False,
    profile: str | Profile | None = None,
    number: str = "",
    public: bool = False,
) -> Plan:
    """Lay a paper out for a preview: nothing is kept, no number is used.

    profile: key or name of a way of printing, or one ready for use; None: the default.
    public: as it may be published, names and numbers masked.
    """
    paper = paper_named(paper_name)
    subjects = _subjects(ledger, paper, ids, blank=blank)
    used = _used(ledger, profile, paper, ids)
    return _laid_out(ledger, paper_name, subjects, used, number=number, public=public, blank=blank)


def print_paper(
    ledger: Ledger,
    paper_name: str,
    ids: Sequence[RecordId],
    *,
    blank: bool = False,
    profile: str | Profile | None = None,
    public: bool = False,
) -> Printed:
    """Print a paper: lay out, draw, and keep the print under its number.

    public: as it may be published; such a print is kept too, and marked as one.
    """
    paper = paper_named(paper_name)
    used = _used(ledger, profile, paper, ids)
    subjects = _subjects(ledger, paper, ids, blank=blank)
    number = ledger.papers.next_number()
    plan = _laid_out(ledger, paper_name, subjects, used, number=number, public=public, blank=blank)
    pdf = draw_pdf(plan)
    ledger.papers.keep(
        PrintNote(
            number=number,
            paper=paper_name,
            version=paper_version(paper_name, used),
            profile=used.name,
            ids=tuple(ids),
            pages=len(plan.pages),
            sha256=hashlib.sha256(pdf).hexdigest(),
            plan=packed(plan),
            made_of=made_of(subjects, paper_reads(paper_name, used)),
            masked=public,
        )
    )
    return Printed(pdf, number, plan, warnings_of(plan))


def _subjects(
    ledger: Ledger, paper: PaperInfo, ids: Sequence[RecordId], *, blank: bool
) -> list[Subject]:
    subjects = [] if blank else subjects_for(ledger, paper, ids)
    if not subjects and not blank:
        raise NothingToPrint
    return subjects


def _laid_out(
    ledger: Ledger,
    paper_name: str,
    subjects: Sequence[Subject],
    used: Profile,
    *,
    number: str,
    public: bool,
    blank: bool,
) -> Plan:
    """The pages; on a copy to be published a person has one name in all subjects."""
    return lay_out(
        paper_name,
        masked_together(subjects) if public else subjects,
        blank=blank,
        profile=used,
        print_number=number,
        mark=MARK if public else "",
        today=ledger.today,
    )


def _used(
    ledger: Ledger, profile: str | Profile | None, paper: PaperInfo, ids: Sequence[RecordId]
) -> Profile:
    if isinstance(profile, Profile):
        return profile
    return profile_for(ledger, profile, type_name=paper.type_name, ids=ids)


def print_again(ledger: Ledger, number: str) -> Printed | None:
    """Make a kept print again from its kept pages, byte for byte; None if unknown."""
    kept = ledger.papers.kept(number)
    if kept is None:
        return None
    plan = unpacked(kept.plan)
    pdf = draw_pdf(plan)
    same = hashlib.sha256(pdf).hexdigest() == kept.sha256
    note = (
        () if same else ("与当时打印的字节不同（字体或程序已更换），内容和版面按当时保存的原样。",)
    )
    return Printed(pdf, number, plan, (*note, *warnings_of(plan)))


def warnings_of(plan: Plan) -> tuple[str, ...]:
    """Give a sentence per character no font has; its place is left blank to hand-write."""
    return tuple(
        f"“{miss.char}”（U+{ord(miss.char):04X}）没有字形，{miss.field or '文中'}留空，请手写补上。"
        for miss in plan.missing
    )
