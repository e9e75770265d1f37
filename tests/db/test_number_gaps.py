"""What became of the numbers of a year: gaps with why, numbers used twice."""

from __future__ import annotations

import pytest

from db.ledger import Ledger
from tests.db.filled import case, change, committee


@pytest.fixture
def ledger(office_ledger: Ledger) -> Ledger:
    committee(office_ledger)
    return office_ledger


def test_gaps_and_duplicates_are_told_with_why(ledger: Ledger) -> None:
    kept, void, gone, renamed = (case(ledger) for _ in range(4))
    change(ledger, void.id, voided="是", void_reason="登记有误")
    ledger.remove(gone.id, "登记重复")
    change(ledger, renamed.id, number="（2026）枫人调字第7号")
    case(ledger, number="（2026）枫人调字第007号")
    [series] = ledger.numbers.gaps(2026)
    assert [(gap.sequence, gap.why, gap.id) for gap in series.gaps] == [
        (2, "已作废", void.id), (3, "已删除", gone.id), (4, "已改号", renamed.id),
        (5, "未使用", None), (6, "未使用", None),
    ]  # fmt: skip
    assert [one.sequence for one in series.duplicates] == [7]
    assert len(series.duplicates[0].ids) == 2
    assert (series.issued, series.used, series.last_number) == (5, 2, "（2026）枫人调字第007号")
    assert (series.label, series.committee) == ("案号", "枫桥村人民调解委员会")
    assert kept.id not in [gap.id for gap in series.gaps]


def test_a_long_run_never_used_is_told_once(ledger: Ledger) -> None:
    case(ledger)
    case(ledger, number="（2026）枫人调字第90000号")
    [series] = ledger.numbers.gaps(2026)
    [gap] = series.gaps
    assert (gap.sequence, gap.until, gap.number) == (2, 89999, "（2026）枫人调字第2号")


def test_a_year_without_numbers_has_no_series(ledger: Ledger) -> None:
    case(ledger)
    assert ledger.numbers.gaps(2025) == []
