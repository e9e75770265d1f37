"""Commands that bring records in and out: import, export."""

from __future__ import annotations

from pathlib import Path

from db.exchange.workbook import export_file
from desktop.command_line.answer import Answer
from desktop.command_line.parser import WrongUse, not_yet
from desktop.command_line.session import Session
from desktop.files import write_whole


def take_in(_: Session) -> Answer:
    """Import .xlsx, .csv or .jsonl; bad rows come back in a marked copy."""
    return not_yet("导入（import）")


def give_out(session: Session) -> Answer:
    """Export a record type to .xlsx, .csv or .jsonl."""
    kind = session.record_type(session.args.type)
    out = Path(session.args.file)
    if out.suffix.lower() not in (".xlsx", ".csv", ".jsonl"):
        raise WrongUse("导出的文件名要以 .xlsx、.csv 或 .jsonl 结尾。")
    content, rows = export_file(session.ledger.store, kind, out.suffix.lower())
    write_whole(out, content)
    return Answer({"file": str(out), "rows": rows}, [f"已导出 {rows} 条到 {out}。"])
