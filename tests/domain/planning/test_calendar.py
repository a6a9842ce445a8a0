"""Dates as they are typed, and the meetings they plan."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.calendar import planning, read_dates, written_date
from tests.builders import a_body, a_meeting, a_record, fresh_ids, some_details

JULY = FutureDate(day="2024-07-04", start="10:00:00")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Thursday, 4 July 2024 at 10am", JULY),
        ("4 July 2024 10.00", JULY),
        ("4/7/24 10.00 am", JULY),
        ("- Thursday, 4th July, 2024, at 10.00 a.m.", JULY),
        ("2024-07-04 10:00", JULY),
        ("4 July 2024", FutureDate(day="2024-07-04")),
        ("4 jul 24 provisional", FutureDate(day="2024-07-04", provisional=True)),
        (
            "4 July 2024 at 2.30 pm (provisional)",
            FutureDate(day="2024-07-04", start="14:30:00", provisional=True),
        ),
        ("4 July", None),
        ("10am", None),
        ("31 June 2024", None),
        ("4 July 2024 in the hall", None),
    ],
)
def test_a_line_is_read_as_a_secretary_types_it(line, read) -> None:
    found = read_dates(line)
    assert found.dates == ((read,) if read else ())
    assert bool(found.unread) is (read is None)


def test_dates_stand_in_order_and_once_and_what_is_no_date_is_told() -> None:
    found = read_dates("5 Nov 2026\n\n9 July 2026\nsoon\n  9 july 2026 \n")
    assert [one.day for one in found.dates] == ["2026-07-09", "2026-11-05"]
    assert found.unread == ("soon",)


@given(
    day=st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)),
    start=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    provisional=st.booleans(),
)
def test_what_is_written_is_read_back(day, start, provisional) -> None:
    one = FutureDate(
        day=day.isoformat(), start=start.isoformat() if start else "", provisional=provisional
    )
    assert read_dates(written_date(one)).dates == (one,)


def test_each_date_plans_a_meeting_but_where_there_is_one() -> None:
    off = a_meeting(0, id=MeetingId("m2"), details=some_details(date(2026, 11, 5)),
                    state=MeetingState.CANCELLED)  # fmt: skip
    record = a_record(a_meeting(), off)
    dates = read_dates("12 March 2026\n9 July 2026 2pm provisional\n5 Nov 2026").dates
    after = apply_all(record, planning(record, a_body(), dates, fresh_ids())).record
    july, november = after.meetings[2:]
    assert (july.details.date, july.details.start) == (date(2026, 7, 9), time(14))
    assert (july.details.provisional, november.details.provisional) == (True, False)
    assert (november.details.start, november.details.venue) == (time(10), "Council Chamber")
    assert (july.state, july.items, july.attendance) == (MeetingState.PLANNED, (), ())
    assert [one.letter for one in july.sections] == ["A", "B", "C", "D"]
