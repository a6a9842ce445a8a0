"""What a body's new meeting begins with (house-format 1 and 2)."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import SECTIONS
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.domain.pattern import new_meeting, same_time
from tests.builders import BODY, DAY, a_body, a_meeting, a_record, fresh_ids, some_details


def new(body=None):
    return new_meeting(a_record(), body or a_body(), some_details(), fresh_ids())


def test_a_new_meeting_has_the_sections_and_the_standing_items() -> None:
    meeting = new()
    assert [section.letter for section in meeting.sections] == ["A", "B", "C", "D"]
    assert [(numbers(meeting, 1).codes[item.id], item.title) for item in meeting.items] == [
        ("A1", "Introduction"),
        ("A2", "Apologies"),
        ("A3", "Declarations of Interest"),
    ]


def test_a_new_meeting_has_the_members_not_marked() -> None:
    rows = new().attendance
    assert [row.person_id for row in rows] == [one.person_id for one in a_body().members]
    assert {row.capacity for row in rows} == {Capacity.UNMARKED}


def test_a_body_whose_sections_are_all_restricted_begins_with_an_empty_agenda() -> None:
    assert new(a_body(sections=SECTIONS[-1:])).items == ()


@pytest.mark.parametrize(
    ("details", "state", "taken"),
    [
        (some_details(), MeetingState.PLANNED, True),
        (some_details(), MeetingState.CANCELLED, False),
        (some_details(start=time(14)), MeetingState.PLANNED, False),
        (some_details(date(2026, 3, 13)), MeetingState.PLANNED, False),
    ],
)
def test_a_body_meets_once_at_one_time(details, state, taken) -> None:
    record = a_record(a_meeting(details=some_details(DAY), state=state))
    assert (same_time(record, BODY, details) is not None) is taken
