"""What never travels: settings, kept drafts, notes, prints."""

from __future__ import annotations

from dataclasses import dataclass

from db.kinds import RecordId
from db.store import Store
from tests.db.store.building import NOON, case, case_draft, reopened


@dataclass(frozen=True)
class Words:
    """What the print desk tells of a print."""

    ids: tuple[RecordId, ...]
    paper: str = "case_cover"
    version: str = "v1"
    profile: str = ""
    pages: int = 1
    sha256: str = "00"
    plan: bytes = b"plan"
    made_of: str = ""
    masked: bool = False


def test_a_setting_is_there_after_reopening(store: Store) -> None:
    store.local.put_setting("scale", {"percent": 125})
    again = reopened(store)
    assert again.local.setting("scale") == {"percent": 125}
    assert again.local.setting("nothing", 3) == 3
    again.close()


def test_a_kept_draft_replaces_an_earlier_one_and_can_be_dropped(store: Store) -> None:
    draft = case_draft("赵长河")
    store.local.keep_draft(draft.id, "mediation_case", {"summary": "一"})
    store.local.keep_draft(draft.id, "mediation_case", {"summary": "二"})
    assert [(one.id, one.body) for one in store.local.kept_drafts()] == [
        (draft.id, {"summary": "二"})
    ]
    store.local.drop_kept(draft.id)
    assert store.local.kept_drafts() == []


def test_notes_are_kept_by_kind_and_name(store: Store) -> None:
    store.local.put_note("card", "county", {"name": "县司法局"})
    store.local.put_note("card", "county", {"name": "示范县司法局"})
    note = store.local.note("card", "county")
    assert note is not None
    assert note.body == {"name": "示范县司法局"}
    assert store.local.notes("bundle") == []


def test_prints_are_numbered_by_year_and_found_by_record(store: Store) -> None:
    made = case(store)
    assert store.local.next_print_number(2026) == "2026-0001"
    store.local.keep_print("2026-0001", Words((made.id,)), NOON)
    assert store.local.next_print_number(2026) == "2026-0002"
    assert store.local.next_print_number(2027) == "2027-0001"
    kept = store.local.kept_print("2026-0001")
    assert kept is not None
    assert (kept.paper, kept.plan, kept.ids) == ("case_cover", b"plan", (made.id,))
    assert [job.number for job in store.local.prints_of(made.id)] == ["2026-0001"]


def test_secrets_for_sealing_and_signing_are_made_with_the_ledger(store: Store) -> None:
    sign, age = store.secret("sign"), store.secret("age")
    assert sign is not None
    assert age is not None
    assert len(sign) == 32
    assert age.startswith(b"AGE-SECRET-KEY-")
    assert store.secret("nothing") is None


def test_local_writes_are_no_steps_of_the_log(store: Store) -> None:
    store.local.put_setting("scale", 1)
    assert store.select("SELECT count(*) FROM tx") == [(0,)]


def test_local_writes_inside_a_scope_go_with_it(store: Store) -> None:
    try:
        with store.change():
            store.local.put_setting("scale", 1)
            raise RuntimeError
    except RuntimeError:
        pass
    assert store.local.setting("scale") is None
