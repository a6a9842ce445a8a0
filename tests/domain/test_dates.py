"""Printed dates and times, and what people type for them (house-format 2 and 5)."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain import dates

DAYS = st.dates(min_value=date(1000, 1, 1))


def test_a_date_is_printed_without_an_ordinal_and_on_the_agenda_with_one() -> None:
    day = date(2024, 3, 14)
    assert dates.printed(day) == "14 March 2024"
    assert dates.printed_with_weekday(day) == "Thursday, 14 March 2024"
    assert dates.printed_on_agenda(day) == "Thursday, 14th March, 2024"
    assert dates.spoken(day) == "Thursday 14 March 2024"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"),
     (13, "13th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (31, "31st"),
     (111, "111th")],
)  # fmt: skip
def test_ordinals(number: int, expected: str) -> None:
    assert expected == dates.ordinal(number)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(10, 0, "10.00 am"), (14, 30, "2.30 pm"), (0, 5, "12.05 am"), (12, 0, "12.00 pm")],
)
def test_a_time_has_a_full_stop_and_a_space(hour: int, minute: int, expected: str) -> None:
    assert expected == dates.printed_time(time(hour, minute))


@pytest.mark.parametrize(
    "typed",
    [
        "18/11/2021", "18.11.21", "18-11-2021", "18 11 2021", "18 nov 2021", "18 Nov. 2021",
        "Thursday, 18th November, 2021", "thursday 18 november 2021", "2021-11-18",
        " 18  November  2021 ",
    ],
)  # fmt: skip
def test_a_date_is_understood_as_a_secretary_types_it(typed: str) -> None:
    assert date(2021, 11, 18) == dates.understood_date(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "tomorrow", "31/2/2021", "18/13/2021", "18 ju 2021", "18 j 2021", "18 no 2021",
     "18 November", "2021-13-01", "18 Smarch 2021"],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert dates.understood_date(typed) is None


@given(DAYS)
def test_every_printed_date_is_understood(day: date) -> None:
    forms = (dates.printed, dates.printed_with_weekday, dates.printed_on_agenda, dates.spoken)
    assert {day} == {dates.understood_date(form(day)) for form in forms}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10.00", time(10)), ("10am", time(10)), ("2.30 pm", time(14, 30)), ("14:30", time(14, 30)),
        ("2.30 p.m.", time(14, 30)), ("1430", time(14, 30)), ("930", time(9, 30)), ("9", time(9)),
        ("12 noon", time(12)), ("12 am", time(0)), ("12.15 pm", time(12, 15)),
        ("10h15", time(10, 15)),
        ("", None), ("25.00", None), ("10.75", None), ("soon", None), ("10.5", None),
    ],
)  # fmt: skip
def test_a_time_is_understood_as_it_is_typed(typed: str, expected: time | None) -> None:
    assert expected == dates.understood_time(typed)


@given(st.times())
def test_every_printed_time_is_understood(at: time) -> None:
    assert at.replace(second=0, microsecond=0) == dates.understood_time(dates.printed_time(at))
