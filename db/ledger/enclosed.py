"""The files behind attachment rows: which of them are missing or damaged."""

from __future__ import annotations

from collections.abc import Iterator

from db.kinds import canonical_id
from db.store import Finding, Store

TYPE = "attachment"
_ROWS = """SELECT a.uid, a.title, a.sha256, w.office FROM attachment AS a
 JOIN change AS c ON c.uid = a.uid AND c.act = 'born' JOIN writer AS w ON w.no = c.writer
 WHERE a.dead = 0 AND a.sha256 IS NOT NULL ORDER BY a.id"""


def review_files(store: Store) -> Iterator[Finding]:
    """Give a finding per attachment whose file is missing or damaged.

    Files do not travel in bundles yet, so a row of another office may well stand here
    without its file; only a damaged one is told then.
    """
    if TYPE not in store.handle.tables:
        return
    faults: dict[str, str] = {}
    for uid, title, sha256, office in store.select(_ROWS):
        if office != store.code and not store.attachments.has(sha256):
            continue
        if sha256 not in faults:
            fault = store.attachments.fault_of(sha256)
            faults[sha256] = "" if fault is None else str(fault)
        if faults[sha256]:
            sentence = f"附件“{title or '未命名'}”：{faults[sha256]}"
            yield Finding("attachment", str(canonical_id(uid)), "error", sentence)
