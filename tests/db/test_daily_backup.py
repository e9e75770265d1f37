"""The daily backup: once a day, never twice, and the file can be opened."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.ledger import Ledger, back_up_daily


def test_the_first_call_of_a_day_backs_up_and_the_next_does_not(office_ledger: Ledger) -> None:
    made = back_up_daily(office_ledger)
    assert made is not None
    assert (made.file / "ledger.db").is_file()
    assert back_up_daily(office_ledger) is None
    assert len(office_ledger.store.backups()) == 1


def test_the_next_day_there_is_another(office_ledger: Ledger) -> None:
    first = back_up_daily(office_ledger)
    assert first is not None
    tomorrow = datetime.fromisoformat(first.made) + timedelta(hours=21)
    assert back_up_daily(office_ledger, tomorrow) is not None
