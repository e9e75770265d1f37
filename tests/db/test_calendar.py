"""Legal periods end on the day the law says, whatever the holidays of the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calendar import Calendar, corresponding_day, shipped_calendar
from tests.db import naive_calendar

DAYS = st.dates(date(2009, 6, 1), date(2029, 12, 31))
ENTRIES = st.dictionaries(
    st.dates(date(2025, 12, 1), date(2027, 3, 31)), st.booleans(), max_size=40
)
NOTICE_2026 = (
    ("休", "01-01 01-02 01-03"),
    ("班", "01-04 02-14 02-28"),
    ("休", "02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23"),
    ("休", "04-04 04-05 04-06"),
    ("休", "05-01 05-02 05-03 05-04 05-05"),
    ("班", "05-09 09-20 10-10"),
    ("休", "06-19 06-20 06-21"),
    ("休", "09-25 09-26 09-27"),
    ("休", "10-01 10-02 10-03 10-04 10-05 10-06 10-07"),
)
CALENDAR = shipped_calendar()


def test_the_year_2026_is_as_its_notice_says() -> None:
    marks = {f"2026-{day}": mark for mark, days in NOTICE_2026 for day in days.split()}
    listed = {day: mark for day, mark in naive_calendar.SHIPPED.items() if day[:4] == "2026"}
    assert listed == marks
    for day, mark in marks.items():
        assert CALENDAR.is_day_off(date.fromisoformat(day)) is (mark == "休")


def test_each_year_of_the_list_has_its_holidays() -> None:
    # 11 days by law, 13 from 2025 on, and working weekends for the days moved.
    for year in naive_calendar.YEARS:
        found = [day for day in naive_calendar.SHIPPED if day.startswith(str(year))]
        assert len(found) >= 22, year
        assert CALENDAR.covers(year)


def test_only_weekends_are_made_working_days() -> None:
    worked = [day for day, mark in naive_calendar.SHIPPED.items() if mark == "班"]
    assert all(date.fromisoformat(day).weekday() >= 5 for day in worked)


@given(DAYS)
def test_a_day_is_off_as_the_list_and_the_week_say(day: date) -> None:
    assert CALENDAR.is_day_off(day) is naive_calendar.rests(day)


@given(DAYS, st.integers(0, 400))
def test_a_period_of_days_ends_where_walking_leads(day: date, days: int) -> None:
    assert CALENDAR.days_after(day, days) == naive_calendar.end_of_days(day, days)


@given(DAYS, st.integers(0, 14))
def test_a_period_of_months_ends_where_walking_leads(day: date, months: int) -> None:
    assert CALENDAR.months_after(day, months) == naive_calendar.end_of_months(day, months)


@given(ENTRIES, st.dates(date(2025, 11, 1), date(2026, 12, 31)), st.integers(0, 60))
def test_an_offices_own_days_win(own: dict[date, bool], day: date, days: int) -> None:
    calendar = CALENDAR.with_entries(own.items())
    marks = {day.isoformat(): "休" if off else "班" for day, off in own.items()}
    # A year that became known by the entries has no fixed days of its own any more.
    known = [one for one in own if own[one] and (1, 20) <= (one.month, one.day) <= (2, 28)]
    if not any(one.year == 2027 for one in known):
        assert calendar.days_after(day, days) == naive_calendar.end_of_days(day, days, marks)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-02-28", 12, "2024-02-28"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-11-15", 2, "2027-01-15"),
    ],
)
def test_a_month_ends_on_its_corresponding_or_last_day(start: str, months: int, end: str) -> None:
    assert corresponding_day(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("accepted", "until"),
    [
        # 14 February is a working Saturday; 15 to 23 February are Spring Festival.
        ("2026-01-14", "2026-02-14"),
        ("2026-01-15", "2026-02-24"),
        ("2026-01-23", "2026-02-24"),
        # 28 February is a working Saturday: nothing rolls.
        ("2026-01-31", "2026-02-28"),
        # 1 to 7 October off, the 10th worked.
        ("2026-09-01", "2026-10-08"),
        ("2026-09-10", "2026-10-10"),
        # A plain weekend.
        ("2026-02-07", "2026-03-09"),
    ],
)
def test_a_month_ends_after_the_holiday_it_would_end_in(accepted: str, until: str) -> None:
    assert CALENDAR.months_after(date.fromisoformat(accepted), 1) == date.fromisoformat(until)


def test_thirty_days_end_after_the_holiday_they_would_end_in() -> None:
    assert CALENDAR.days_after(date(2026, 1, 20), 30) == date(2026, 2, 24)
    assert CALENDAR.days_after(date(2026, 9, 1), 30) == date(2026, 10, 8)


def test_a_year_without_a_notice_has_weekends_and_fixed_days() -> None:
    assert not CALENDAR.covers(2027)
    assert [CALENDAR.is_day_off(date(2027, 1, day)) for day in (1, 2, 3, 4)] == [
        True, True, True, False,
    ]  # fmt: skip
    assert CALENDAR.is_day_off(date(2028, 5, 1))
    assert not CALENDAR.is_day_off(date(2028, 5, 3))
    # Spring Festival of 2027 is on 6 February; its Monday is not known to be off.
    assert not CALENDAR.is_day_off(date(2027, 2, 8))


def test_a_year_is_known_once_its_spring_festival_is_entered() -> None:
    assert not CALENDAR.with_entries([(date(2027, 6, 9), True)]).covers(2027)
    assert not CALENDAR.with_entries([(date(2027, 2, 8), False)]).covers(2027)
    entered = CALENDAR.with_entries([(date(2027, 2, 8), True)])
    assert entered.covers(2027)
    assert entered.is_day_off(date(2027, 2, 8))


def test_an_entry_can_take_a_shipped_holiday_away_and_a_working_weekend_too() -> None:
    own = CALENDAR.with_entries([(date(2026, 4, 6), False), (date(2026, 2, 28), True)])
    assert not own.is_day_off(date(2026, 4, 6))
    assert own.is_day_off(date(2026, 2, 28))
    assert own.rolled(date(2026, 2, 28)) == date(2026, 3, 2)


def test_of_two_entries_for_a_day_the_later_holds() -> None:
    day = date(2026, 6, 3)
    assert not Calendar().with_entries([(day, True), (day, False)]).is_day_off(day)


def test_the_calendar_itself_does_not_change() -> None:
    before = CALENDAR.off, CALENDAR.worked, CALENDAR.years
    CALENDAR.with_entries([(date(2026, 6, 3), True)])
    assert (CALENDAR.off, CALENDAR.worked, CALENDAR.years) == before
    assert not shipped_calendar().is_day_off(date(2026, 6, 3))


def test_the_last_days_there_are_break_nothing() -> None:
    last = date.max
    assert CALENDAR.days_after(last - timedelta(days=3), 30) == last
    assert CALENDAR.months_after(last - timedelta(days=3), 1) == last
