"""Periods: their days, names and neighbours, also where ISO weeks cross the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.periods import PERIOD_KINDS, Period, PeriodKind

days = st.dates(date(1901, 1, 1), date(2998, 12, 31))
kinds = st.sampled_from(PERIOD_KINDS)


@pytest.mark.parametrize(
    ("text", "first", "last", "label"),
    [
        ("2026-W43", "2026-10-19", "2026-10-25", "2026年第43周（10月19日—10月25日）"),
        ("2026-W01", "2025-12-29", "2026-01-04", "2026年第1周（2025年12月29日—2026年1月4日）"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026年第53周（2026年12月28日—2027年1月3日）"),
        ("2027-W01", "2027-01-04", "2027-01-10", "2027年第1周（1月4日—1月10日）"),
        ("2026-10", "2026-10-01", "2026-10-31", "2026年10月"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024年2月"),
        ("2026Q4", "2026-10-01", "2026-12-31", "2026年第4季度"),
        ("2026H1", "2026-01-01", "2026-06-30", "2026年上半年"),
        ("2026H2", "2026-07-01", "2026-12-31", "2026年下半年"),
        ("2026", "2026-01-01", "2026-12-31", "2026年"),
    ],
)
def test_a_period_has_its_days_and_its_name(text: str, first: str, last: str, label: str) -> None:
    period = Period.parse(text)
    assert (period.first.isoformat(), period.last.isoformat(), period.label) == (first, last, label)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026w43", "2026-W43"), (" 2026-q4 ", "2026Q4"), ("２０２６－１０", "2026-10"),
        ("2026-1", "2026-01"), ("2026W1", "2026-W01"), ("2026-h2", "2026H2"),
    ],
)  # fmt: skip
def test_other_ways_of_writing_are_understood(typed: str, meant: str) -> None:
    assert str(Period.parse(typed)) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "不是期间"),
        ("昨天", "不是期间"),
        ("2026-13", "没有13月"),
        ("2026-00", "没有0月"),
        ("2026Q5", "没有第5季度"),
        ("2026H3", "没有第3个半年"),
        ("2025-W53", "没有第53周"),
        ("0026", "年份应在"),
        ("2026-10-31", "不是期间"),
        ("9" * 1_000_000, "不是期间"),
    ],
)
def test_a_text_that_is_no_period_is_answered_in_chinese(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Period.parse(text)


@given(days, kinds)
def test_the_period_containing_a_day_contains_it(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.kind == kind
    assert period.contains(day)


@given(days, kinds)
def test_a_period_is_read_back_from_its_text(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert Period.parse(str(period)) == period


@given(days, kinds)
def test_periods_follow_one_another_without_gap(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.previous().last + timedelta(days=1) == period.first
    assert period.next().first - timedelta(days=1) == period.last
    assert period.previous().next() == period


@given(days)
def test_weeks_run_from_monday_to_sunday(day: date) -> None:
    week = Period.containing(day, "week")
    assert (week.first.isoweekday(), week.last.isoweekday()) == (1, 7)


@given(days, st.sampled_from(PERIOD_KINDS[1:]))
def test_longer_periods_begin_with_a_month_and_end_with_one(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.first.day == 1
    assert (period.last + timedelta(days=1)).day == 1
