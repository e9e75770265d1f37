"""Commands of the case volume: attach, volume, prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.codes import code_list
from desktop.attaching import attach as attach_files
from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session
from desktop.files import write_whole
from desktop.own_papers import UnknownProfile, profile_for
from desktop.volume import VolumeLine, bound_volume
from forms.catalogue import paper_named

if TYPE_CHECKING:
    from db.ledger import PrintMark
    from db.rules.volume_gaps import Gap

ITEMS = "volume_item"


def attach(session: Session) -> Answer:
    """Take files in as attachments of a case."""
    args = session.args
    name, record_id = session.located(args.id)
    if name != "mediation_case":
        raise WrongUse(f"“{args.id[:40]}”不是调解案件，附件只能添加到案件。")
    code = _item(args.item)
    files = [Path(one) for one in args.files]
    made = attach_files(session.ledger, record_id, files, code, title=args.title or "")
    data = [
        {
            "id": one.id,
            "title": one.title,
            "item": code,
            "media": one.media,
            "pages": one.pages,
            "size": one.size,
            "sha256": one.sha256,
        }
        for one in made
    ]
    label = code_list(ITEMS).label(code)
    pages = sum(one.pages for one in made)
    lines = [f"已添加 {len(made)} 份附件（{label}），共 {pages} 页。"]
    return Answer({"attached": data}, [*lines, *(f"  {one.title}" for one in made)])


def _item(word: str) -> str:
    code = code_list(ITEMS).code_of(word)
    if code is None:
        known = "、".join(f"{one.code} {one.label}" for one in code_list(ITEMS).entries)
        raise WrongUse(f"没有“{word[:40]}”这个卷内项目，可用的有：{known}。")
    return code


def volume(session: Session) -> Answer:
    """Bind the whole volume of a case, or of several, to one PDF."""
    args = session.args
    name, record_id = session.located(args.id)
    if name not in {"mediation_case", "volume"}:
        raise WrongUse(f"“{args.id[:40]}”不是调解案件，也不是多案一卷的卷宗。")
    try:
        used = profile_for(session.ledger, args.profile, ids=[record_id])
    except UnknownProfile as unknown:
        raise WrongUse(str(unknown)) from None
    made = bound_volume(session.ledger, record_id, profile=used, public=args.masked)
    out = Path(args.out)
    write_whole(out, made.pdf)
    data: dict[str, Any] = {
        "file": str(out),
        "title": made.title,
        "pages": made.pages,
        "unnumbered": made.unnumbered,
        "items": [_item_data(line) for line in made.lines],
        "missing": [_gap_data(gap) for gap in made.gaps],
        "warnings": list(made.warnings),
        "keep_until": None if made.keep_until is None else made.keep_until.isoformat(),
    }
    lines = [f"已装订 {made.pages} 页到 {out}：{made.title}。"]
    lines += [_item_line(line) for line in made.lines]
    lines += [f"缺：{gap.sentence}" for gap in made.gaps if gap.severity == "warning"]
    lines += [f"提示：{gap.sentence}" for gap in made.gaps if gap.severity == "note"]
    lines += [mark.text for line in made.lines for mark in line.prints if mark.changed]
    lacking = made.warnings or any(gap.severity == "warning" for gap in made.gaps)
    return Answer(data, [*lines, *made.warnings], FINDINGS if lacking else 0)


def _item_data(line: VolumeLine) -> dict[str, Any]:
    item = line.item
    return {
        "title": item.title,
        "first_page": item.first_page,
        "pages": item.pages,
        "missing": line.missing,
        "required": item.required,
        "why": [gap.sentence for gap in line.gaps],
        "documents": [
            {
                "title": piece.title,
                "paper": piece.paper,
                "row": piece.row,
                "first_page": piece.first_page,
                "pages": piece.pages,
                "scanned": piece.scanned,
            }
            for piece in item.pieces
        ],
        "prints": [_mark_data(mark) for mark in line.prints],
    }


def _item_line(line: VolumeLine) -> str:
    item = line.item
    where = "—" if item.first_page is None else str(item.first_page)
    return f"{where}　{item.title}　{item.pages} 页" + ("　（缺）" if line.missing else "")


def _gap_data(gap: Gap) -> dict[str, str]:
    return {
        "item": gap.item,
        "what": gap.what,
        "why": gap.why,
        "field": gap.field,
        "paper": gap.paper,
        "severity": gap.severity,
        "source": gap.source,
    }


def prints(session: Session) -> Answer:
    """List the prints made of a record, and whether its data have changed since."""
    _, record_id = session.located(session.args.id)
    marks = session.ledger.papers.marks_of(record_id)
    lines = [f"{_label(mark)}　{mark.text}" for mark in marks]
    return Answer({"prints": [_mark_data(mark) for mark in marks]}, lines or ["没有打印过。"])


def _label(mark: PrintMark) -> str:
    try:
        return paper_named(mark.job.paper).label
    except KeyError:
        return mark.job.paper


def _mark_data(mark: PrintMark) -> dict[str, Any]:
    job = mark.job
    return {
        "number": job.number,
        "paper": job.paper,
        "label": _label(mark),
        "made_at": job.made_at.isoformat(timespec="seconds"),
        "operator": job.operator,
        "pages": job.pages,
        "changed": mark.changed,
    }
