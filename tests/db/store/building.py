"""Builders: a ledger, and saved records that take only what matters to a test."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.records import record_type
from db.store import Store, create_store, open_store
from tests.examples import EXAMPLES

NOON = datetime(2026, 3, 1, 12, 0)  # noqa: DTZ001 - local time, as the program keeps it
OPERATOR = "李惠民"


def noon() -> datetime:
    """Give the same moment always."""
    return NOON


def new_store(folder: Path, password: str | None = None, **identity: Any) -> Store:
    """Give a new ledger of the office of 青石镇."""
    given: dict[str, Any] = {
        "kind": "office",
        "name": "青石司法所",
        "code": "410199001",
        **identity,
    }
    return create_store(folder, password=password, operator=OPERATOR, now=noon, **given)


def reopened(store: Store, password: str | None = None) -> Store:
    """Close a store and open its folder again."""
    store.close()
    return open_store(store.folder, password=password, now=noon)


def draft_of(type_name: str, **content: Any) -> Draft:
    """Give an unsaved draft of this content."""
    draft = Draft.new(record_type(type_name))
    problems = draft.take(content)
    assert not problems, problems
    return draft


def saved(store: Store, draft: Draft, **words: str) -> Draft:
    """Save a draft in a scope of its own."""
    with store.change(**words) as scope:
        scope.save(draft)
    return draft


def village(store: Store, name: str = "柳河村", **content: Any) -> Draft:
    """Give a saved village."""
    return saved(store, draft_of("village", name=name, kind="1", **content))


def person(store: Store, name: str = "曾小明", **content: Any) -> Draft:
    """Give a saved person."""
    return saved(store, draft_of("person", name=name, **content))


def party(name: str, side: str = "1", **content: Any) -> dict[str, Any]:
    """Give the content of a party."""
    return {"side": side, "name": name, **content}


def case_draft(*names: str, **content: Any) -> Draft:
    """Give an unsaved case between these people."""
    sides = [party(name, "1" if at == 0 else "2") for at, name in enumerate(names)]
    given = {"accepted_on": "2026-01-13", "source": "1", "parties": sides, **content}
    return draft_of("mediation_case", **given)


def case(store: Store, *names: str, **content: Any) -> Draft:
    """Give a saved case between these people (赵长河 and 钱有余 when none are named)."""
    return saved(store, case_draft(*(names or ("赵长河", "钱有余")), **content))


def changed(store: Store, type_name: str, record_id: RecordId, **content: Any) -> Draft:
    """Change fields of a stored record and save it."""
    draft = store.draft(type_name, record_id)
    assert draft is not None
    for name, value in content.items():
        assert draft.give(name, value) is None
    return saved(store, draft)


def removed(store: Store, type_name: str, record_id: RecordId) -> None:
    """Move a record to the waste bin."""
    with store.change() as scope:
        scope.remove(type_name, record_id)


def saved_examples(store: Store) -> dict[RecordId, Draft]:
    """Save the example of every record type; give the drafts by id."""
    for name in ("李惠民", "王建设", "孙明理"):  # the examples link to them
        person(store, name)
    drafts: dict[RecordId, Draft] = {}
    for name, content in EXAMPLES.items():
        draft = draft_of(name, **content)
        draft.derive()
        errors = [p for p in draft.problems(store.look(NOON.date())) if p.severity == "error"]
        assert not errors, errors
        drafts[draft.id] = saved(store, draft)
    return drafts
