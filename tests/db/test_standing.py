"""How a ledger stands: what no bundle has yet, the last backup, the first steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger open to anybody."""
    return Ledger.create(
        tmp_path / "ledger", kind="office", name="清河镇司法所", code="410199103",
        operator="周建民", password=None,
    )  # fmt: skip


def test_every_change_waits_until_a_bundle_takes_it(ledger: Ledger, tmp_path: Path) -> None:
    county = Ledger.create(
        tmp_path / "county", kind="county", name="某县司法局", code="410199",
        operator="王科员", password=None,
    )  # fmt: skip
    village = ledger.new_draft("village")
    village.give("name", "柳林村")
    village.give("kind", "1")
    ledger.save(village)
    before = ledger.carry.standing()
    county.carry.write_card(tmp_path / "card.json")
    ledger.carry.enrol(tmp_path / "card.json")
    ledger.carry.make("410199", tmp_path)
    after = ledger.carry.standing()
    assert (before.waiting > 0, before.reported) == (True, None)
    assert (after.waiting, after.partner) == (0, "某县司法局")
    assert after.reported is not None


def test_the_last_backup_is_told(ledger: Ledger) -> None:
    assert ledger.carry.standing().backed_up is None
    ledger.store.backup()
    assert ledger.carry.standing().backed_up is not None


def test_an_empty_ledger_says_what_to_enter_first(ledger: Ledger) -> None:
    steps = [gap.open.type_name for gap in ledger.workbench().gaps if gap.open]
    assert steps == ["village", "person", "committee", "mediator", "mediation_case"]
