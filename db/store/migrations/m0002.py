"""The second level of a ledger file: more record types, columns and indexes.

Drafted by ``tools/draft_step.py`` from the declarations; never edited by hand.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """ALTER TABLE "print_job" ADD COLUMN "made_of" TEXT""",
    """ALTER TABLE "print_job" ADD COLUMN "masked" INTEGER NOT NULL DEFAULT 0""",
    """CREATE TABLE issued_number(
 place TEXT NOT NULL, key TEXT NOT NULL, uid BLOB NOT NULL, number TEXT NOT NULL,
 kind TEXT, committee BLOB, year INTEGER, series TEXT, sequence INTEGER,
 at TEXT NOT NULL, how TEXT NOT NULL, PRIMARY KEY(place, key, uid)) STRICT, WITHOUT ROWID""",
    """CREATE UNIQUE INDEX issued_once ON issued_number(place, key) WHERE how = 'issued'""",
    """CREATE UNIQUE INDEX issued_in_order ON issued_number(place, series, sequence)
 WHERE how = 'issued'""",
    """CREATE TABLE number_block(
 id INTEGER PRIMARY KEY, place TEXT NOT NULL, kind TEXT NOT NULL, committee BLOB, year INTEGER,
 series TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, lent_to TEXT NOT NULL,
 at TEXT NOT NULL, returned TEXT) STRICT""",
    """CREATE TABLE likeness(
 key TEXT NOT NULL, uid BLOB NOT NULL, PRIMARY KEY(key, uid)) STRICT, WITHOUT ROWID""",
    """CREATE INDEX likeness_of ON likeness(uid)""",
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
    """ALTER TABLE "mediator" ADD COLUMN "bank_account" TEXT""",
    """ALTER TABLE "mediator" ADD COLUMN "committee_opinion_on" TEXT""",
    """ALTER TABLE "mediator" ADD COLUMN "office_opinion_on" TEXT""",
    """ALTER TABLE "mediator" ADD COLUMN "bureau_opinion_on" TEXT""",
    """CREATE TABLE "mediator_training"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "mediator" BLOB,
 "trained_on" TEXT,
 "content" TEXT,
 "hours" INTEGER,
 "assessment" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "mediator_training_by_mediator"
 ON "mediator_training"("mediator", place)""",
    """CREATE TABLE "keys_mediator_training"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "subsidy"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "mediators" TEXT,
 "payee" BLOB,
 "year" INTEGER,
 "quarter" INTEGER,
 "claimed_on" TEXT,
 "grade" TEXT,
 "amount" INTEGER,
 "reasons" TEXT,
 "state" TEXT,
 "paid_on" TEXT,
 "refused_reason" TEXT,
 "committee_opinion" TEXT,
 "committee_opinion_on" TEXT,
 "office_opinion" TEXT,
 "office_opinion_on" TEXT,
 "bureau_opinion" TEXT,
 "bureau_opinion_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "subsidy_by_case"
 ON "subsidy"("case") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_payee"
 ON "subsidy"("payee") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_year"
 ON "subsidy"("year") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_quarter"
 ON "subsidy"("quarter") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_claimed_on"
 ON "subsidy"("claimed_on") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_grade"
 ON "subsidy"("grade") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_amount"
 ON "subsidy"("amount") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_state"
 ON "subsidy"("state") WHERE dead = 0""",
    """CREATE INDEX "subsidy_by_paid_on"
 ON "subsidy"("paid_on") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_subsidy"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_subsidy"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """ALTER TABLE "person" ADD COLUMN "merged_into" BLOB""",
    """CREATE INDEX "person_by_merged_into"
 ON "person"("merged_into") WHERE "merged_into" IS NOT NULL""",
    """CREATE TABLE "subsidy_standard"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "grade" TEXT,
 "level" TEXT,
 "mediator_grade" TEXT,
 "form" TEXT,
 "unsuccessful" INTEGER,
 "amount" INTEGER,
 "most" INTEGER,
 "valid_from" TEXT,
 "valid_until" TEXT,
 "source" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "subsidy_standard_by_grade"
 ON "subsidy_standard"("grade") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_level"
 ON "subsidy_standard"("level") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_mediator_grade"
 ON "subsidy_standard"("mediator_grade") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_amount"
 ON "subsidy_standard"("amount") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_most"
 ON "subsidy_standard"("most") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_valid_from"
 ON "subsidy_standard"("valid_from") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_valid_until"
 ON "subsidy_standard"("valid_until") WHERE dead = 0""",
    """CREATE INDEX "subsidy_standard_by_source"
 ON "subsidy_standard"("source") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_subsidy_standard"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "grading_criterion"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "grade" TEXT,
 "measure" TEXT,
 "least" INTEGER,
 "dispute_types" TEXT,
 "forecasts" TEXT,
 "averted" TEXT,
 "difficulties" TEXT,
 "active" INTEGER,
 "source" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "grading_criterion_by_grade"
 ON "grading_criterion"("grade") WHERE dead = 0""",
    """CREATE INDEX "grading_criterion_by_measure"
 ON "grading_criterion"("measure") WHERE dead = 0""",
    """CREATE INDEX "grading_criterion_by_least"
 ON "grading_criterion"("least") WHERE dead = 0""",
    """CREATE INDEX "grading_criterion_by_active"
 ON "grading_criterion"("active") WHERE dead = 0""",
    """CREATE INDEX "grading_criterion_by_source"
 ON "grading_criterion"("source") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_grading_criterion"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
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
    """CREATE TABLE "paper_profile"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "based_on" TEXT,
 "in_use" INTEGER,
 "birth" TEXT,
 "id_number" TEXT,
 "agent" TEXT,
 "opening" TEXT,
 "cover_date" TEXT,
 "catalogue" TEXT,
 "catalogue_remarks" TEXT,
 "back_cover_title" TEXT,
 "confirmation" TEXT,
 "confirmation_parties" TEXT,
 "closing_report" TEXT,
 "body_size" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "paper_profile_by_name"
 ON "paper_profile"("name") WHERE dead = 0""",
    """CREATE INDEX "paper_profile_by_based_on"
 ON "paper_profile"("based_on") WHERE dead = 0""",
    """CREATE INDEX "paper_profile_by_in_use"
 ON "paper_profile"("in_use") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_paper_profile"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_paper_profile"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "paper_edition"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "profile" BLOB,
 "paper" TEXT,
 "content" TEXT,
 "note" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "paper_edition_by_profile"
 ON "paper_edition"("profile", place)""",
    """CREATE TABLE "numbering"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "kind" TEXT,
 "committee" BLOB,
 "same_as_case" INTEGER,
 "pattern" TEXT,
 "digits" INTEGER,
 "first" INTEGER,
 "yearly" INTEGER,
 "since" TEXT,
 "until" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "numbering_by_kind"
 ON "numbering"("kind") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_committee"
 ON "numbering"("committee") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_same_as_case"
 ON "numbering"("same_as_case") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_pattern"
 ON "numbering"("pattern") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_yearly"
 ON "numbering"("yearly") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_since"
 ON "numbering"("since") WHERE dead = 0""",
    """CREATE INDEX "numbering_by_until"
 ON "numbering"("until") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_numbering"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
)
