"""Commands that look after a ledger: check, backup, backups, restore."""

from __future__ import annotations

from pathlib import Path

from db.ledger import restore_backup
from desktop.command_line.answer import FINDINGS, Answer
from desktop.command_line.session import Session


def check(session: Session) -> Answer:
    """Check file, change log, chain and the rules over everything."""
    findings = session.ledger.check_everything()
    data = [{"what": f.what, "where": f.where, "severity": f.severity, "message": f.message}
            for f in findings]  # fmt: skip
    grave = [f for f in findings if f.severity != "note"]
    lines = [f"{f.message}" for f in findings] or ["核对完毕，没有发现问题。"]
    return Answer({"findings": data}, lines, FINDINGS if grave else 0)


def backup(session: Session) -> Answer:
    """Make a backup, reopen it and count it."""
    to = Path(session.args.to) if session.args.to else None
    made = session.ledger.store.backup(to)
    data = {"file": str(made.file), "counts": made.counts}
    return Answer(
        data, [f"已备份到 {made.file}，共 {sum(made.counts.values())} 条记录，已核对可打开。"]
    )


def backups(session: Session) -> Answer:
    """List the backups."""
    found = session.ledger.store.backups()
    data = [{"file": str(b.file), "made": b.made, "counts": b.counts} for b in found]
    lines = [f"{b.made}　{b.file}" for b in found] or ["还没有备份。"]
    return Answer({"backups": data}, lines)


def restore(session: Session) -> Answer:
    """Restore a backup into the folder named by --ledger."""
    password = session.password(ask="口令：")
    made = restore_backup(Path(session.args.file), session.folder, password=password)
    data = {"file": str(session.folder), "counts": made.counts}
    return Answer(data, [f"已恢复到 {session.folder}，共 {sum(made.counts.values())} 条记录。"])
