"""The second level of a ledger file: more record types, columns and indexes.

Drafted by ``tools/draft_step.py`` from the declarations; never edited by hand.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """ALTER TABLE "print_job" ADD COLUMN "made_of" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "assigned_by" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "focus" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "death" INTEGER""",
    """ALTER TABLE "mediation_case" ADD COLUMN "injured" INTEGER""",
    """ALTER TABLE "mediation_case" ADD COLUMN "refused_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "refusal_note" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "interpreter" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "extension_agreed_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "extension_reason" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "terminated_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "withdrawn_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "handed_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "handed_letter" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "handed_reason" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "handler_opinion" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "handler_opinion_on" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "review_opinion" TEXT""",
    """ALTER TABLE "mediation_case" ADD COLUMN "review_opinion_on" TEXT""",
    """CREATE INDEX "mediation_case_by_source_letter_on"
 ON "mediation_case"("source_letter_on") WHERE "source_letter_on" IS NOT NULL""",
    """CREATE TABLE "inquiry"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "held_on" TEXT,
 "starts_at" TEXT,
 "ends_at" TEXT,
 "place_" TEXT,
 "participants" TEXT,
 "subject" TEXT,
 "subject_note" TEXT,
 "investigator" TEXT,
 "recorder" TEXT,
 "content" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "inquiry_by_case"
 ON "inquiry"("case", place)""",
    """CREATE TABLE "keys_inquiry"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "mediation_session"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "held_on" TEXT,
 "starts_at" TEXT,
 "ends_at" TEXT,
 "place_" TEXT,
 "parties_present" TEXT,
 "participants" TEXT,
 "participants_agreed" INTEGER,
 "mediators" TEXT,
 "recorder" TEXT,
 "interpreter" TEXT,
 "minutes" TEXT,
 "result" TEXT,
 "next_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "mediation_session_by_case"
 ON "mediation_session"("case", place)""",
    """CREATE INDEX "agreement_by_due_on"
 ON "agreement"("due_on") WHERE "due_on" IS NOT NULL""",
    """CREATE INDEX "agreement_by_agreed_on"
 ON "agreement"("agreed_on") WHERE "agreed_on" IS NOT NULL""",
    """CREATE INDEX "agreement_by_effective_on"
 ON "agreement"("effective_on") WHERE "effective_on" IS NOT NULL""",
    """CREATE INDEX "agreement_by_performed_on"
 ON "agreement"("performed_on") WHERE "performed_on" IS NOT NULL""",
    """CREATE TABLE "follow_up"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "visited_on" TEXT,
 "way" TEXT,
 "place_" TEXT,
 "person" TEXT,
 "agreement_number" TEXT,
 "reason" TEXT,
 "findings" TEXT,
 "performance_state" TEXT,
 "satisfaction" TEXT,
 "visitor" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "follow_up_by_case"
 ON "follow_up"("case", place)""",
    """CREATE TABLE "case_notice"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "kind" TEXT,
 "number" TEXT,
 "addressee" TEXT,
 "issued_on" TEXT,
 "reasons" TEXT,
 "reason_note" TEXT,
 "outcome" TEXT,
 "copies" INTEGER,
 "delivered_on" TEXT,
 "received_by" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "case_notice_by_number"
 ON "case_notice"("number") WHERE "number" IS NOT NULL""",
    """CREATE INDEX "case_notice_by_case"
 ON "case_notice"("case", place)""",
    """CREATE TABLE "keys_case_notice"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "attachment"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "item" TEXT,
 "title" TEXT,
 "proves" TEXT,
 "original" TEXT,
 "pages" INTEGER,
 "provided_by" TEXT,
 "taken_on" TEXT,
 "paper" TEXT,
 "row" TEXT,
 "page_no" INTEGER,
 "sha256" TEXT,
 "media" TEXT,
 "size" INTEGER,
 "source_name" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "attachment_by_case"
 ON "attachment"("case", place)""",
    """CREATE TABLE "keys_attachment"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "volume"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "number" TEXT,
 "name" TEXT,
 "committee" BLOB,
 "kind" TEXT,
 "opened_on" TEXT,
 "closed_on" TEXT,
 "cases" TEXT,
 "filed_by" TEXT,
 "filed_on" TEXT,
 "reviewed_by" TEXT,
 "retention" TEXT,
 "note" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "volume_by_number"
 ON "volume"("number") WHERE dead = 0""",
    """CREATE INDEX "volume_by_name"
 ON "volume"("name") WHERE dead = 0""",
    """CREATE INDEX "volume_by_committee"
 ON "volume"("committee") WHERE dead = 0""",
    """CREATE INDEX "volume_by_kind"
 ON "volume"("kind") WHERE dead = 0""",
    """CREATE INDEX "volume_by_filed_by"
 ON "volume"("filed_by") WHERE dead = 0""",
    """CREATE INDEX "volume_by_filed_on"
 ON "volume"("filed_on") WHERE dead = 0""",
    """CREATE INDEX "volume_by_retention"
 ON "volume"("retention") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_volume"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_volume"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
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
    """CREATE TABLE "rule_setting"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "parameter" TEXT,
 "value" INTEGER,
 "shipped" INTEGER,
 "unit" TEXT,
 "valid_from" TEXT,
 "source" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "rule_setting_by_parameter"
 ON "rule_setting"("parameter") WHERE dead = 0""",
    """CREATE INDEX "rule_setting_by_value"
 ON "rule_setting"("value") WHERE dead = 0""",
    """CREATE INDEX "rule_setting_by_shipped"
 ON "rule_setting"("shipped") WHERE dead = 0""",
    """CREATE INDEX "rule_setting_by_unit"
 ON "rule_setting"("unit") WHERE dead = 0""",
    """CREATE INDEX "rule_setting_by_valid_from"
 ON "rule_setting"("valid_from") WHERE dead = 0""",
    """CREATE INDEX "rule_setting_by_source"
 ON "rule_setting"("source") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_rule_setting"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
)
