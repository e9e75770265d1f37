"""Commands that make paper and figures: papers, print, reprint, reports, report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from db.exchange.workbook import write_report
from db.kinds import RecordId
from db.periods import Period
from db.statistics import ALL_REPORTS
from db.statistics.table import ReportTable
from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.parser import WrongUse, not_yet
from desktop.command_line.session import Session
from desktop.files import write_whole
from desktop.own_papers import UnknownProfile, own_edition, profile_for, profiles_on_offer
from desktop.printing import Printed, print_again, warnings_of
from desktop.printing import print_paper as make_print
from forms.catalogue import paper_named, papers_for
from forms.pdf import draw_pdf
from forms.report_sheet import lay_out_report


def list_papers(session: Session) -> Answer:
    """List papers, with the record type they belong to."""
    kind = None if session.args.type is None else session.record_type(session.args.type).name
    found = papers_for(kind)
    data = [{"name": p.name, "label": p.label, "type": p.type_name, "many": p.many} for p in found]
    return Answer({"papers": data}, [f"{p.name}　{p.label}" for p in found])


def print_paper(session: Session) -> Answer:
    """Print one paper for one or more records, or blank."""
    args = session.args
    try:
        paper = paper_named(args.paper)
    except KeyError:
        raise WrongUse(f"没有“{args.paper}”这种文书，用 papers 命令查看。") from None
    ids: list[RecordId] = []
    for text in args.ids:
        name, record_id = session.located(text)
        if name != paper.type_name:
            wanted = session.record_type(paper.type_name).label
            raise WrongUse(f"“{paper.label}”要用{wanted}的记录打印，“{text[:40]}”不是。")
        ids.append(record_id)
    if not ids and not args.blank and not paper.many:
        raise WrongUse("请写出要打印的记录编号；打印空白表请加 --blank。")
    try:
        used = profile_for(session.ledger, args.profile, type_name=paper.type_name, ids=ids)
    except UnknownProfile as unknown:
        raise WrongUse(str(unknown)) from None
    printed = make_print(
        session.ledger, paper.name, ids, blank=args.blank, profile=used, public=args.masked
    )
    return _printed(printed, Path(args.out))


def paper(session: Session) -> Answer:
    """`paper show NAME`: its declaration, to begin an edition from; `paper profiles`: all."""
    args = session.args
    if args.action == "profiles":
        found = profiles_on_offer(session.ledger)
        data = [{"key": p.key, "label": p.label, "own": p.own, "in_use": p.in_use} for p in found]
        return Answer({"profiles": data}, [f"{p.key}　{p.label}" for p in found])
    if args.action != "show" or not args.name:
        raise WrongUse("写法是 paper show 文书名称，或 paper profiles。")
    used = profile_for(session.ledger, args.profile) if args.profile else None
    try:
        name, content = own_edition(args.name, used)
    except KeyError:
        raise WrongUse(f"没有“{args.name[:40]}”这种文书，用 papers 命令查看。") from None
    return Answer({"name": name, "content": content}, content.splitlines())


def reprint(session: Session) -> Answer:
    """Make a kept print again, exactly as it was."""
    printed = print_again(session.ledger, session.args.number)
    if printed is None:
        raise WrongUse(f"没有打印编号“{session.args.number[:40]}”，请核对页脚上的编号。")
    return _printed(printed, Path(session.args.out))


def _printed(printed: Printed, out: Path) -> Answer:
    write_whole(out, printed.pdf)
    pages = len(printed.plan.pages)
    data = {
        "file": str(out),
        "pages": pages,
        "print_number": printed.number,
        "warnings": list(printed.warnings),
    }
    lines = [f"已打印 {pages} 页到 {out}，打印编号 {printed.number}。", *printed.warnings]
    return Answer(data, lines, FINDINGS if printed.warnings else 0)


def close_period(_: Session) -> Answer:
    """Say that closing periods comes with a later release."""
    return not_yet("结账与重开（close、reopen）")


def reports(_: Session) -> Answer:
    """List the statistical reports."""
    data = [
        {"name": r.name, "label": r.label, "periods": list(r.period_kinds)} for r in ALL_REPORTS
    ]
    return Answer({"reports": data}, [f"{r.name}　{r.label}" for r in ALL_REPORTS])


def report(session: Session) -> Answer:
    """Compute a report; with --out write .pdf, .xlsx or .json; with --trace list records."""
    args = session.args
    if args.report not in [r.name for r in ALL_REPORTS]:
        raise WrongUse(f"没有“{args.report}”这张报表，用 reports 命令查看。")
    try:
        period = Period.parse(args.period)
    except ValueError as wrong:
        raise WrongUse(str(wrong)) from None
    if args.trace:
        return _trace(session, period)
    table = session.ledger.report(args.report, period)
    data = table.to_data()
    lines = [table.title, table.period_label, *_text_rows(table)]
    broken = [b for b in table.balance if not b.holds]
    lines += [f"审核关系 {b.rule} 不符：{b.text}" for b in broken]
    status = FINDINGS if any(b.severity == "error" for b in broken) else 0
    if args.out:
        data["file"] = str(args.out)
        data["warnings"] = _write(table, Path(args.out), data)
        lines.append(f"已写到 {args.out}。")
    return Answer(data, lines, status)


def _text_rows(table: ReportTable) -> list[str]:
    shown: list[str] = []
    for row in table.rows:
        cells = [
            f"{c.key} {c.label} {cell.text}"
            for c, cell in zip(table.columns, row.cells, strict=True)
            if cell.value
        ]
        shown.append(f"{row.label}：" + ("　".join(cells) or "全部为 0"))
    return shown


def _write(table: ReportTable, out: Path, data: dict[str, Any]) -> list[str]:
    ending = out.suffix.lower()
    if ending == ".pdf":
        plan = lay_out_report(table)
        write_whole(out, draw_pdf(plan))
        return list(warnings_of(plan))
    if ending == ".xlsx":
        write_whole(out, write_report(table))
    elif ending == ".json":
        write_whole(out, Answer(data).text(as_json=True).encode())
    else:
        raise WrongUse("--out 的文件名要以 .pdf、.xlsx 或 .json 结尾。")
    return []


def _trace(session: Session, period: Period) -> Answer:
    row, _, column = str(session.args.trace).rpartition(",")
    table = session.ledger.report(session.args.report, period)
    cell = table.cell(row, column)
    if cell is None:
        raise WrongUse(
            f"报表里没有“{session.args.trace[:60]}”这一格，写法是 行,列（行名或行号，列号）。"
        )
    row_key, column_key, value = cell
    found = session.ledger.trace(session.args.report, period, row_key, column_key)
    records = [
        {"type": name, "id": one, "title": session.ledger.title(name, one)} for name, one in found
    ]
    lines = [f"数值 {value}，对应 {len(records)} 条记录：", *(f"  {r['title']}" for r in records)]
    return Answer({"value": value, "records": records}, lines)


_STATES = {"overdue": "已逾期", "today": "今天到期", "soon": "即将到期", "later": "以后到期"}


def due(session: Session) -> Answer:
    """List what is due or overdue, with its source."""
    try:
        day = date.fromisoformat(session.args.on) if session.args.on else session.ledger.today
    except ValueError:
        raise WrongUse("--on 的日期看不懂，请写成 2026-10-31。") from None
    items = session.ledger.due(day)
    data = [
        {
            "duty": i.kind,
            "who": i.who,
            "what": i.what,
            "since": None if i.since is None else i.since.isoformat(),
            "until": i.until.isoformat(),
            "state": i.state,
            "source": i.source,
            "records": [i.id] if i.id else [],
        }
        for i in items
    ]
    lines = [f"{i.until}　{_STATES[i.state]}　{i.kind}　{i.who}：{i.what}" for i in items]
    return Answer({"due": data}, lines or ["没有到期事项。"], FINDINGS if items else 0)
