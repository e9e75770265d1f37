"""Records as a clerk would save them: committees, people and cases of an invented township."""

from __future__ import annotations

from typing import Any

from db.drafts import Draft
from db.kinds import RecordId
from db.ledger import Ledger

COMMITTEE = {"name": "枫桥村人民调解委员会", "kind": "01", "short_code": "枫"}
BASE: dict[str, Any] = {
    "committee": "枫桥村人民调解委员会",
    "accepted_on": "2026-03-02",
    "dispute_type": "邻里纠纷",
    "source": "当事人申请",
    "parties": [
        {"side": "1", "name": "赵小满", "id_number": "410199196909300138"},
        {"side": "2", "name": "郭顺河", "born_on": "1970-05-06"},
    ],
}
TERMS = "一、被申请人于2026年4月1日前改建滴水檐。\n二、被申请人补偿申请人1250元，一次付清。"


def save(ledger: Ledger, type_name: str, **given: Any) -> Draft:
    """Save a new record and give its draft."""
    draft = ledger.new_draft(type_name)
    assert draft.take(given) == []
    ledger.save(draft)
    return draft


def committee(ledger: Ledger, **given: Any) -> Draft:
    """Save a committee."""
    return save(ledger, "committee", **{**COMMITTEE, **given})


def case(ledger: Ledger, **given: Any) -> Draft:
    """Save a case of the first committee."""
    return save(ledger, "mediation_case", **{**BASE, **given})


def change(ledger: Ledger, record_id: RecordId, **given: Any) -> Draft:
    """Change a stored record and give its draft."""
    draft = ledger.draft(record_id)
    assert draft is not None
    assert draft.take(given) == []
    ledger.save(draft)
    return draft
