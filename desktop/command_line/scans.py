"""The command scan: pages back from the scanner find their case, paper and page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db.codes import code_list
from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.parser import WrongUse
from desktop.command_line.session import Session
from desktop.scan_places import OTHER, takes_scans
from desktop.scanning import (
    Choice,
    Filed,
    PageKey,
    Sorted,
    SortedPage,
    file_scans,
    scan_files,
    sort_scans,
)


def scan(session: Session) -> Answer:
    """Sort scanned pages to their cases and keep them; --dry-run only says where they go."""
    args = session.args
    choice = _choice(session)
    found = sort_scans(session.ledger, scan_files(Path(one) for one in args.files))
    if not found.all_pages:
        raise WrongUse("没有找到扫描件。请写出 PDF、JPEG、PNG、TIFF 文件或放着它们的文件夹。")
    chosen: dict[PageKey, Choice] = {}
    if choice is not None:
        chosen = {page.key: choice for page in found.unknown if page.picture is not None}
    again = {page.key for page in found.instead} if args.replace else set[PageKey]()
    if args.dry_run:
        return _told(session, found, _as_if(found, chosen, again), chosen)
    return _told(session, found, file_scans(session.ledger, found, chosen, again), chosen)


def _choice(session: Session) -> Choice | None:
    """Where --case and --item put what is not recognised."""
    args = session.args
    if args.case is None:
        if args.item is not None:
            raise WrongUse("--item 要和 --case 一起写：没有识别的页归入哪一案的哪一项。")
        return None
    name, record_id = session.located(args.case)
    if name not in takes_scans(session.ledger):
        raise WrongUse(f"“{args.case[:40]}”不是案件，不能归入扫描件。")
    items = code_list("volume_item")
    item = items.code_of(args.item or OTHER)
    if item is None:
        known = "、".join(f"{one.code}（{one.label}）" for one in items.entries)
        raise WrongUse(f"没有“{args.item[:40]}”这个卷内项目，可用的有 {known}。")
    return Choice(name, record_id, item)


def _as_if(found: Sorted, chosen: Iterable[PageKey], again: Iterable[PageKey]) -> Filed:
    """What filing would keep."""
    filed = Filed(pages=list(found.placed))
    filed.pages.extend(page for page in found.instead if page.key in set(again))
    filed.pages.extend(page for page in found.unknown if page.key in set(chosen))
    return filed


def _told(session: Session, found: Sorted, filed: Filed, chosen: dict[PageKey, Choice]) -> Answer:
    done = {page.key for page in [*filed.pages, *filed.already]}
    instead = [page for page in found.instead if page.key not in done]
    refused = {page.key: page for page in filed.refused}
    instead = [page for page in instead if page.key not in refused]
    unknown = [page for page in found.unknown if page.key not in done | refused.keys()]
    unknown += filed.refused
    data: dict[str, Any] = {
        "placed": [_page(one, chosen.get(one.key)) for one in filed.pages],
        "already": [_page(one, chosen.get(one.key)) for one in [*found.already, *filed.already]],
        "instead": [_page(one) | {"why": one.why} for one in instead],
        "unknown": [_named(one) | {"why": one.why} for one in unknown],
        "filed": 0 if session.args.dry_run else len(filed.pages),
    }
    lines = [f"未识别　{_where(one)}：{one.why}。" for one in unknown]
    lines += [f"待决定　{_where(one)}：{one.why}，加 --replace 替换。" for one in instead]
    verb = "可归入" if session.args.dry_run else "已归入"
    lines += [f"{verb}　{_where(one)}　→　{_target(one)}" for one in filed.pages]
    lines.append(
        f"{verb} {len(filed.pages)} 页，原已归入 {len(data['already'])} 页，"
        f"待决定 {len(instead)} 页，未识别 {len(unknown)} 页。"
    )
    return Answer(data, lines, FINDINGS if unknown or instead else 0)


def _named(page: SortedPage) -> dict[str, Any]:
    return {"file": str(page.file), "page": page.number}


def _page(page: SortedPage, choice: Choice | None = None) -> dict[str, Any]:
    told = _named(page)
    place = page.place
    if place is not None:
        told |= {
            "type": place.type_name, "case": place.case, "paper": place.paper, "row": place.row,
            "page_no": place.page_no, "pages": place.pages, "label": place.label,
        }  # fmt: skip
    elif choice is not None:
        told |= {"type": choice.type_name, "case": choice.case, "item": choice.item}
    return told | {"attachment": page.attachment}


def _where(page: SortedPage) -> str:
    return f"{page.file.name} 第{page.number}页" if page.number else page.file.name


def _target(page: SortedPage) -> str:
    return page.place.label if page.place is not None else "指定的案件"
