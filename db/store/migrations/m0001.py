"""The first level of a ledger file. Frozen: a released step is never edited.

Drafted by ``tools/draft_migration.py`` from the declarations of version 0.1.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE writer(
 no INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL, device TEXT NOT NULL,
 since TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE tx(
 seq INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES writer(no), no INTEGER NOT NULL,
 first INTEGER NOT NULL, last INTEGER NOT NULL, hlc INTEGER NOT NULL, wall TEXT NOT NULL,
 user TEXT NOT NULL, device TEXT NOT NULL, reason TEXT NOT NULL, batch TEXT NOT NULL,
 source TEXT NOT NULL, level INTEGER NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,
 UNIQUE(writer, no)) STRICT""",
    """CREATE TABLE change(
 seq INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES writer(no), n INTEGER NOT NULL,
 tx INTEGER NOT NULL, type TEXT NOT NULL, uid BLOB NOT NULL, act TEXT NOT NULL,
 body TEXT NOT NULL, UNIQUE(writer, n)) STRICT""",
    """CREATE INDEX change_of_record ON change(uid) WHERE act <> 'born'""",
    """CREATE INDEX tx_of_batch ON tx(batch) WHERE batch <> ''""",
    """CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE secret(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE kept_draft(
 uid BLOB PRIMARY KEY, type TEXT NOT NULL, at TEXT NOT NULL, operator TEXT NOT NULL,
 body TEXT NOT NULL) STRICT""",
    """CREATE TABLE print_job(
 no INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, paper TEXT NOT NULL,
 version TEXT NOT NULL, profile TEXT NOT NULL, pages INTEGER NOT NULL, sha256 TEXT NOT NULL,
 made_at TEXT NOT NULL, operator TEXT NOT NULL, plan BLOB NOT NULL) STRICT""",
    """CREATE TABLE printed(
 uid BLOB NOT NULL, job INTEGER NOT NULL REFERENCES print_job(no),
 PRIMARY KEY(uid, job)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE note(
 kind TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
 PRIMARY KEY(kind, name)) STRICT""",
    """CREATE TABLE held(
 writer BLOB NOT NULL, n INTEGER NOT NULL, header TEXT NOT NULL, line TEXT NOT NULL,
 why TEXT NOT NULL, PRIMARY KEY(writer, n)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "mediation_case"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "number" TEXT,
 "county_code" TEXT,
 "committee" BLOB,
 "room" TEXT,
 "mediators" TEXT,
 "applied_on" TEXT,
 "accepted_on" TEXT,
 "registrar" TEXT,
 "recorder" TEXT,
 "across_committees" INTEGER,
 "source" TEXT,
 "source_unit" TEXT,
 "source_letter" TEXT,
 "source_letter_on" TEXT,
 "source_reply_on" TEXT,
 "dispute_type" TEXT,
 "summary" TEXT,
 "requests" TEXT,
 "difficulty" TEXT,
 "special_groups" TEXT,
 "migrant" TEXT,
 "occurred_on" TEXT,
 "village" BLOB,
 "occurred_at" TEXT,
 "people_involved" INTEGER,
 "amount" INTEGER,
 "forecast" TEXT,
 "precautions" TEXT,
 "reported_on" TEXT,
 "reported_to" TEXT,
 "parties_agree" INTEGER,
 "settled_elsewhere" INTEGER,
 "rights_told_on" TEXT,
 "refusal_reason" TEXT,
 "fee" INTEGER,
 "mediated_on" TEXT,
 "mediated_until" TEXT,
 "place_" TEXT,
 "participants" TEXT,
 "participants_agreed" INTEGER,
 "extended_until" TEXT,
 "minutes" TEXT,
 "result" TEXT,
 "form" TEXT,
 "closed_on" TEXT,
 "state" TEXT,
 "termination_reason" TEXT,
 "termination_note" TEXT,
 "remedies_told_on" TEXT,
 "withdrawal_reason" TEXT,
 "handed_to" TEXT,
 "voided" INTEGER,
 "void_reason" TEXT,
 "averted" TEXT,
 "averted_people" INTEGER,
 "satisfaction" TEXT,
 "volume_number" TEXT,
 "volume_name" TEXT,
 "filed_by" TEXT,
 "filed_on" TEXT,
 "reviewed_by" TEXT,
 "retention" TEXT,
 "volume_note" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "mediation_case_by_number"
 ON "mediation_case"("number") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_committee"
 ON "mediation_case"("committee") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_accepted_on"
 ON "mediation_case"("accepted_on") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_source"
 ON "mediation_case"("source") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_dispute_type"
 ON "mediation_case"("dispute_type") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_village"
 ON "mediation_case"("village") WHERE "village" IS NOT NULL""",
    """CREATE INDEX "mediation_case_by_result"
 ON "mediation_case"("result") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_closed_on"
 ON "mediation_case"("closed_on") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_state"
 ON "mediation_case"("state") WHERE dead = 0""",
    """CREATE INDEX "mediation_case_by_volume_name"
 ON "mediation_case"("volume_name") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_mediation_case"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_mediation_case"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "party"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "side" TEXT,
 "kind" TEXT,
 "name" TEXT,
 "id_kind" TEXT,
 "id_number" TEXT,
 "other_paper" TEXT,
 "credit_code" TEXT,
 "sex" TEXT,
 "nation" TEXT,
 "born_on" TEXT,
 "age" INTEGER,
 "occupation" TEXT,
 "contact" TEXT,
 "address" TEXT,
 "service_address" TEXT,
 "legal_head" TEXT,
 "head_post" TEXT,
 "people_on_side" INTEGER,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "party_by_id_number"
 ON "party"("id_number") WHERE "id_number" IS NOT NULL""",
    """CREATE INDEX "party_by_case"
 ON "party"("case", place)""",
    """CREATE TABLE "keys_party"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "agent"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "principal" TEXT,
 "name" TEXT,
 "id_kind" TEXT,
 "id_number" TEXT,
 "other_paper" TEXT,
 "kind" TEXT,
 "relation" TEXT,
 "sex" TEXT,
 "nation" TEXT,
 "born_on" TEXT,
 "contact" TEXT,
 "address" TEXT,
 "workplace" TEXT,
 "licence" TEXT,
 "powers" TEXT,
 "other_powers" TEXT,
 "since" TEXT,
 "until" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "agent_by_id_number"
 ON "agent"("id_number") WHERE "id_number" IS NOT NULL""",
    """CREATE INDEX "agent_by_case"
 ON "agent"("case", place)""",
    """CREATE TABLE "keys_agent"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "agreement"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "case" BLOB,
 "number" TEXT,
 "form" TEXT,
 "facts" TEXT,
 "terms" TEXT,
 "performance" TEXT,
 "methods" TEXT,
 "due_on" TEXT,
 "amount" INTEGER,
 "copies" INTEGER,
 "agreed_on" TEXT,
 "parties_signed_on" TEXT,
 "mediator_signed_on" TEXT,
 "sealed_on" TEXT,
 "effective_on" TEXT,
 "recorder" TEXT,
 "performance_state" TEXT,
 "performed_on" TEXT,
 "performance_note" TEXT,
 "confirmation" TEXT,
 "confirms_status" INTEGER,
 "confirmation_asked_on" TEXT,
 "confirmation_court" TEXT,
 "ruling_number" TEXT,
 "ruled_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "agreement_by_number"
 ON "agreement"("number") WHERE "number" IS NOT NULL""",
    """CREATE INDEX "agreement_by_case"
 ON "agreement"("case", place)""",
    """CREATE TABLE "keys_agreement"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "committee"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "kind" TEXT,
 "trade_kind" TEXT,
 "number" TEXT,
 "short_code" TEXT,
 "village" BLOB,
 "region" TEXT,
 "founder" TEXT,
 "founded_on" TEXT,
 "head" TEXT,
 "collected_on" TEXT,
 "star" TEXT,
 "phone" TEXT,
 "fax" TEXT,
 "address" TEXT,
 "postcode" TEXT,
 "email" TEXT,
 "own_place" INTEGER,
 "place_" TEXT,
 "office_area" INTEGER,
 "telephones" INTEGER,
 "computers" INTEGER,
 "printers" INTEGER,
 "recorders" INTEGER,
 "seal_in_use" TEXT,
 "filing_event" TEXT,
 "changed_on" TEXT,
 "filed_on" TEXT,
 "court_told_on" TEXT,
 "founder_opinion" TEXT,
 "founder_opinion_on" TEXT,
 "office_opinion" TEXT,
 "office_opinion_on" TEXT,
 "bureau_opinion" TEXT,
 "bureau_opinion_on" TEXT,
 "state" TEXT,
 "ended_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "committee_by_name"
 ON "committee"("name") WHERE dead = 0""",
    """CREATE INDEX "committee_by_kind"
 ON "committee"("kind") WHERE dead = 0""",
    """CREATE INDEX "committee_by_number"
 ON "committee"("number") WHERE dead = 0""",
    """CREATE INDEX "committee_by_village"
 ON "committee"("village") WHERE dead = 0""",
    """CREATE INDEX "committee_by_founded_on"
 ON "committee"("founded_on") WHERE dead = 0""",
    """CREATE INDEX "committee_by_head"
 ON "committee"("head") WHERE dead = 0""",
    """CREATE INDEX "committee_by_phone"
 ON "committee"("phone") WHERE dead = 0""",
    """CREATE INDEX "committee_by_state"
 ON "committee"("state") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_committee"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_committee"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "committee_term"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "committee" BLOB,
 "ordinal" INTEGER,
 "number" TEXT,
 "starts_on" TEXT,
 "ends_on" TEXT,
 "election_way" TEXT,
 "elected_on" TEXT,
 "election_note" TEXT,
 "changed_on" TEXT,
 "filed_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "committee_term_by_committee"
 ON "committee_term"("committee") WHERE dead = 0""",
    """CREATE INDEX "committee_term_by_ordinal"
 ON "committee_term"("ordinal") WHERE dead = 0""",
    """CREATE INDEX "committee_term_by_number"
 ON "committee_term"("number") WHERE dead = 0""",
    """CREATE INDEX "committee_term_by_starts_on"
 ON "committee_term"("starts_on") WHERE dead = 0""",
    """CREATE INDEX "committee_term_by_ends_on"
 ON "committee_term"("ends_on") WHERE dead = 0""",
    """CREATE INDEX "committee_term_by_election_way"
 ON "committee_term"("election_way") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_committee_term"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_committee_term"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "committee_member"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "term" BLOB,
 "person" BLOB,
 "post" TEXT,
 "full_part_time" TEXT,
 "origin" TEXT,
 "since" TEXT,
 "until" TEXT,
 "leaving_reason" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "committee_member_by_person"
 ON "committee_member"("person") WHERE "person" IS NOT NULL""",
    """CREATE INDEX "committee_member_by_term"
 ON "committee_member"("term", place)""",
    """CREATE TABLE "keys_committee_member"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "mediator"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "person" BLOB,
 "committee" BLOB,
 "number" TEXT,
 "room" TEXT,
 "post" TEXT,
 "full_part_time" TEXT,
 "grade" TEXT,
 "sources" TEXT,
 "purchased" INTEGER,
 "prepared" INTEGER,
 "origin" TEXT,
 "engaged_on" TEXT,
 "ends_on" TEXT,
 "letter_number" TEXT,
 "letter_on" TEXT,
 "card_number" TEXT,
 "card_issuer" TEXT,
 "card_on" TEXT,
 "card_until" TEXT,
 "mediating_since" TEXT,
 "expertise" TEXT,
 "injury" TEXT,
 "induction_hours" INTEGER,
 "training_hours" INTEGER,
 "training_counted_on" TEXT,
 "state" TEXT,
 "left_on" TEXT,
 "dismissal_ground" TEXT,
 "dismissal_note" TEXT,
 "changed_on" TEXT,
 "filed_on" TEXT,
 "committee_opinion" TEXT,
 "office_opinion" TEXT,
 "bureau_opinion" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "mediator_by_person"
 ON "mediator"("person") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_committee"
 ON "mediator"("committee") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_number"
 ON "mediator"("number") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_post"
 ON "mediator"("post") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_full_part_time"
 ON "mediator"("full_part_time") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_grade"
 ON "mediator"("grade") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_origin"
 ON "mediator"("origin") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_engaged_on"
 ON "mediator"("engaged_on") WHERE dead = 0""",
    """CREATE INDEX "mediator_by_ends_on"
 ON "mediator"("ends_on") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_mediator"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_mediator"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "legal_service_place"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "number" TEXT,
 "level" TEXT,
 "village" BLOB,
 "host" TEXT,
 "address" TEXT,
 "street_level" INTEGER,
 "area" INTEGER,
 "plate" INTEGER,
 "logo" INTEGER,
 "board" INTEGER,
 "board_on" TEXT,
 "rules" TEXT,
 "areas" TEXT,
 "equipment" TEXT,
 "points" TEXT,
 "head" TEXT,
 "phone" TEXT,
 "staff" TEXT,
 "law_firm" TEXT,
 "open_hours" TEXT,
 "built_on" TEXT,
 "accepted_on" TEXT,
 "state" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "legal_service_place_by_name"
 ON "legal_service_place"("name") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_number"
 ON "legal_service_place"("number") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_level"
 ON "legal_service_place"("level") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_village"
 ON "legal_service_place"("village") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_host"
 ON "legal_service_place"("host") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_address"
 ON "legal_service_place"("address") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_head"
 ON "legal_service_place"("head") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_phone"
 ON "legal_service_place"("phone") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_built_on"
 ON "legal_service_place"("built_on") WHERE dead = 0""",
    """CREATE INDEX "legal_service_place_by_state"
 ON "legal_service_place"("state") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_legal_service_place"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_legal_service_place"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "consultant"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "person" BLOB,
 "kind" TEXT,
 "firm" TEXT,
 "licence" TEXT,
 "phone" TEXT,
 "punished" INTEGER,
 "punishment_note" TEXT,
 "registered_on" TEXT,
 "service_hours" TEXT,
 "service_content" TEXT,
 "complaints_phone" TEXT,
 "expertise" TEXT,
 "profile" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "consultant_by_person"
 ON "consultant"("person") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_kind"
 ON "consultant"("kind") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_firm"
 ON "consultant"("firm") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_licence"
 ON "consultant"("licence") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_phone"
 ON "consultant"("phone") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_punished"
 ON "consultant"("punished") WHERE dead = 0""",
    """CREATE INDEX "consultant_by_registered_on"
 ON "consultant"("registered_on") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_consultant"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_consultant"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "consultant_contract"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "number" TEXT,
 "kind" TEXT,
 "consultant" BLOB,
 "villages" TEXT,
 "party_a" TEXT,
 "party_b" TEXT,
 "party_c" TEXT,
 "signed_on" TEXT,
 "starts_on" TEXT,
 "ends_on" TEXT,
 "content" TEXT,
 "subsidy" INTEGER,
 "subsidy_unit" TEXT,
 "payment" TEXT,
 "chat_group" TEXT,
 "board_on" TEXT,
 "ended_on" TEXT,
 "end_reason" TEXT,
 "end_note" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "consultant_contract_by_number"
 ON "consultant_contract"("number") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_kind"
 ON "consultant_contract"("kind") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_consultant"
 ON "consultant_contract"("consultant") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_signed_on"
 ON "consultant_contract"("signed_on") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_starts_on"
 ON "consultant_contract"("starts_on") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_ends_on"
 ON "consultant_contract"("ends_on") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_subsidy"
 ON "consultant_contract"("subsidy") WHERE dead = 0""",
    """CREATE INDEX "consultant_contract_by_ended_on"
 ON "consultant_contract"("ended_on") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_consultant_contract"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_consultant_contract"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "service_log"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "number" TEXT,
 "consultant" BLOB,
 "village" BLOB,
 "served_on" TEXT,
 "starts_at" TEXT,
 "ends_at" TEXT,
 "minutes" INTEGER,
 "way" TEXT,
 "kind" TEXT,
 "place_" TEXT,
 "target" TEXT,
 "people" INTEGER,
 "target_kinds" TEXT,
 "content" TEXT,
 "outcome" TEXT,
 "materials" INTEGER,
 "mediator" BLOB,
 "related" TEXT,
 "related_case" BLOB,
 "registered_on" TEXT,
 "registered_by" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "service_log_by_number"
 ON "service_log"("number") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_consultant"
 ON "service_log"("consultant") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_village"
 ON "service_log"("village") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_served_on"
 ON "service_log"("served_on") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_starts_at"
 ON "service_log"("starts_at") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_minutes"
 ON "service_log"("minutes") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_way"
 ON "service_log"("way") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_kind"
 ON "service_log"("kind") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_target"
 ON "service_log"("target") WHERE dead = 0""",
    """CREATE INDEX "service_log_by_mediator"
 ON "service_log"("mediator") WHERE "mediator" IS NOT NULL""",
    """CREATE INDEX "service_log_by_related_case"
 ON "service_log"("related_case") WHERE "related_case" IS NOT NULL""",
    """CREATE VIRTUAL TABLE "words_service_log"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_service_log"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "village"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "number" TEXT,
 "kind" TEXT,
 "urban_rural" TEXT,
 "several_nations" INTEGER,
 "address" TEXT,
 "group_count" INTEGER,
 "households" INTEGER,
 "registered_people" INTEGER,
 "resident_people" INTEGER,
 "counted_on" TEXT,
 "area" INTEGER,
 "secretary" TEXT,
 "director" TEXT,
 "phone" TEXT,
 "officer" TEXT,
 "officer_phone" TEXT,
 "elected_on" TEXT,
 "next_election_on" TEXT,
 "rules_reviewed_on" TEXT,
 "charter_reviewed_on" TEXT,
 "state" TEXT,
 "merged_on" TEXT,
 "merged_into" BLOB,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "village_by_name"
 ON "village"("name") WHERE dead = 0""",
    """CREATE INDEX "village_by_number"
 ON "village"("number") WHERE dead = 0""",
    """CREATE INDEX "village_by_kind"
 ON "village"("kind") WHERE dead = 0""",
    """CREATE INDEX "village_by_group_count"
 ON "village"("group_count") WHERE dead = 0""",
    """CREATE INDEX "village_by_households"
 ON "village"("households") WHERE dead = 0""",
    """CREATE INDEX "village_by_registered_people"
 ON "village"("registered_people") WHERE dead = 0""",
    """CREATE INDEX "village_by_resident_people"
 ON "village"("resident_people") WHERE dead = 0""",
    """CREATE INDEX "village_by_secretary"
 ON "village"("secretary") WHERE dead = 0""",
    """CREATE INDEX "village_by_director"
 ON "village"("director") WHERE dead = 0""",
    """CREATE INDEX "village_by_phone"
 ON "village"("phone") WHERE dead = 0""",
    """CREATE INDEX "village_by_state"
 ON "village"("state") WHERE dead = 0""",
    """CREATE INDEX "village_by_merged_into"
 ON "village"("merged_into") WHERE "merged_into" IS NOT NULL""",
    """CREATE VIRTUAL TABLE "words_village"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_village"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "person"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "id_kind" TEXT,
 "id_number" TEXT,
 "other_paper" TEXT,
 "former_name" TEXT,
 "sex" TEXT,
 "born_on" TEXT,
 "nation" TEXT,
 "politics" TEXT,
 "marital" TEXT,
 "roles" TEXT,
 "occupation" TEXT,
 "occupation_identity" TEXT,
 "other_identities" TEXT,
 "workplace" TEXT,
 "phone" TEXT,
 "mobile" TEXT,
 "email" TEXT,
 "village" BLOB,
 "address" TEXT,
 "education" TEXT,
 "degree" TEXT,
 "school" TEXT,
 "major" TEXT,
 "qualifications" TEXT,
 "expertise" TEXT,
 "history" TEXT,
 "profile" TEXT,
 "honours" TEXT,
 "staff_code" TEXT,
 "staffing" TEXT,
 "office_post" TEXT,
 "post_from" TEXT,
 "post_until" TEXT,
 "rank" TEXT,
 "other_post" TEXT,
 "works_since" TEXT,
 "in_service" INTEGER,
 "died_on" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "person_by_name"
 ON "person"("name") WHERE dead = 0""",
    """CREATE INDEX "person_by_id_number"
 ON "person"("id_number") WHERE dead = 0""",
    """CREATE INDEX "person_by_sex"
 ON "person"("sex") WHERE dead = 0""",
    """CREATE INDEX "person_by_born_on"
 ON "person"("born_on") WHERE dead = 0""",
    """CREATE INDEX "person_by_nation"
 ON "person"("nation") WHERE dead = 0""",
    """CREATE INDEX "person_by_phone"
 ON "person"("phone") WHERE dead = 0""",
    """CREATE INDEX "person_by_village"
 ON "person"("village") WHERE dead = 0""",
    """CREATE INDEX "person_by_education"
 ON "person"("education") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_person"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_person"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "office"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "name" TEXT,
 "short_name" TEXT,
 "english_name" TEXT,
 "number" TEXT,
 "credit_code" TEXT,
 "head" TEXT,
 "kind" TEXT,
 "level" TEXT,
 "rank" TEXT,
 "superior" TEXT,
 "superior_section" TEXT,
 "region" TEXT,
 "township" TEXT,
 "phone" TEXT,
 "fax" TEXT,
 "email" TEXT,
 "postcode" TEXT,
 "address" TEXT,
 "own_premises" INTEGER,
 "premises_owner" TEXT,
 "premises_investor" TEXT,
 "premises_kind" TEXT,
 "premises_area" INTEGER,
 "premises_cost" INTEGER,
 "premises_built_on" TEXT,
 "cars" INTEGER,
 "motorcycles" INTEGER,
 "electric_bikes" INTEGER,
 "other_vehicles" INTEGER,
 "vehicles_cost" INTEGER,
 "computers" INTEGER,
 "telephones" INTEGER,
 "printers" INTEGER,
 "recorders" INTEGER,
 "signature_pads" INTEGER,
 "body_cameras" INTEGER,
 "police_gear" INTEGER,
 "equipment_cost" INTEGER,
 "extension_form" TEXT,
 "extension_ways" TEXT,
 "extension_since" TEXT,
 "villages_below" INTEGER,
 "communities_below" INTEGER,
 "stations_below" INTEGER,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "office_by_name"
 ON "office"("name") WHERE dead = 0""",
    """CREATE INDEX "office_by_number"
 ON "office"("number") WHERE dead = 0""",
    """CREATE INDEX "office_by_head"
 ON "office"("head") WHERE dead = 0""",
    """CREATE INDEX "office_by_level"
 ON "office"("level") WHERE dead = 0""",
    """CREATE INDEX "office_by_superior"
 ON "office"("superior") WHERE dead = 0""",
    """CREATE INDEX "office_by_township"
 ON "office"("township") WHERE dead = 0""",
    """CREATE INDEX "office_by_phone"
 ON "office"("phone") WHERE dead = 0""",
    """CREATE INDEX "office_by_address"
 ON "office"("address") WHERE dead = 0""",
    """CREATE VIRTUAL TABLE "words_office"
 USING fts5(t, content='', contentless_delete=1, tokenize='ascii')""",
    """CREATE TABLE "keys_office"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "office_fund"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "office_" BLOB,
 "year" INTEGER,
 "budgeted" INTEGER,
 "budget_level" TEXT,
 "amount" INTEGER,
 "central_transfer" INTEGER,
 "other_sources" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "office_fund_by_office"
 ON "office_fund"("office_", place)""",
    """CREATE TABLE "office_award"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "office_" BLOB,
 "name" TEXT,
 "level" TEXT,
 "awarded_on" TEXT,
 "content" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "office_award_by_office"
 ON "office_award"("office_", place)""",
    """CREATE TABLE "keys_office_award"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "office_rule"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "office_" BLOB,
 "name" TEXT,
 "made_on" TEXT,
 "content" TEXT,
 "remarks" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "office_rule_by_office"
 ON "office_rule"("office_", place)""",
    """CREATE TABLE "keys_office_rule"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE "office_training"(
 id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, office TEXT NOT NULL,
 "office_" BLOB,
 "course" TEXT,
 "level" TEXT,
 "starts_on" TEXT,
 "ends_on" TEXT,
 "hours" INTEGER,
 "people" INTEGER,
 "place_" TEXT,
 "content" TEXT,
 place INTEGER, born_w INTEGER NOT NULL, born_n INTEGER NOT NULL,
 heads TEXT, extra TEXT, dead INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX "office_training_by_office"
 ON "office_training"("office_", place)""",
    """CREATE TABLE "keys_office_training"(
 key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) STRICT, WITHOUT ROWID""",
)
