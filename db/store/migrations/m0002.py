"""The second level of a ledger file: more record types, columns and indexes.

Drafted by ``tools/draft_step.py`` from the declarations; never edited by hand.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE "holiday"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "day" TEXT,
 "kind" TEXT,
 "name" TEXT,
 "source" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "holiday_by_day"
 ON "holiday"("day") WHERE dead = 0""",
    """CREATE INDEX "holiday_by_kind"
 ON "holiday"("kind") WHERE dead = 0""",
    """CREATE INDEX "holiday_by_name"
 ON "holiday"("name") WHERE dead = 0""",
    """CREATE INDEX "holiday_by_source"
 ON "holiday"("source") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_holiday"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
)
