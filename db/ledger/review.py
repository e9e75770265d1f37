"""The rules run over every record of the ledger, for the health check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.ledger.enclosed import review_files
from db.records import ALL_RECORD_TYPES
from db.store import Finding, ListQuery, Store, StoreLook

_PAGE = 500


def review(store: Store, today: date) -> Iterator[Finding]:
    """Give a finding per error that stands in a stored record.

    Only what the law or the data forbid; warnings belong to the record's own page,
    where they can be answered. Records get such errors by imports and merges, which
    never stop at a single bad record. The files of attachments are looked at first.
    """
    yield from review_files(store)
    looks: dict[str, StoreLook] = {}
    for kind in ALL_RECORD_TYPES:
        if kind.owner is not None:
            continue
        query = ListQuery(kind.name, aside=True)
        rowids = store.rowids(query)
        for start in range(0, len(rowids), _PAGE):
            for row in store.rows_by_rowid(query, rowids[start : start + _PAGE]):
                draft = store.draft(kind.name, row.id)
                if draft is None:
                    continue
                if draft.office not in looks:
                    looks[draft.office] = store.look(today, draft.office)
                for problem in draft.problems(looks[draft.office]):
                    if problem.severity == "error":
                        title = store.title(kind.name, row.id)
                        sentence = f"{kind.label}“{title}”：{problem.message}"
                        yield Finding("rule", str(row.id), "error", sentence)
