"""What a body's new meeting begins with (house-format 1 and 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import SECTIONS, StandingItem
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.domain.planning.pattern import is_due, new_meeting, same_time, without_skips
from kcsp_desktop.domain.record import Record
from tests.builders import BODY, DAY, MEETING, a_body, a_meeting, a_record, fresh_ids, some_details


def new(body=None):
    return new_meeting(a_record(), body or a_body(), some_details(), fresh_ids())


def coded(meeting):
    return [(numbers(meeting, 1).codes[item.id], item.title) for item in meeting.items]


def test_the_first_meeting_has_the_sections_and_the_standing_items_but_no_last_notes() -> None:
    body = a_body()
    meeting = new_meeting(Record(bodies=(body,)), body, some_details(), fresh_ids())
    assert [section.letter for section in meeting.sections] == ["A", "B", "C", "D"]
    assert coded(meeting) == [
        ("A1", "Introduction"),
        ("A2", "Apologies"),
        ("A3", "Declarations of Interest"),
        ("C1", "Date of Future Meetings"),
    ]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (MeetingState.CIRCULATED, "Notes of the meeting held on 12 March 2026"),
        (MeetingState.DRAFT_NOTES, "Notes of the meeting held on 12 March 2026"),
        (MeetingState.APPROVED, None),
        (MeetingState.PLANNED, None),
        (MeetingState.CANCELLED, None),
    ],
)
def test_the_last_record_that_is_not_approved_comes_up_for_approval(state, title) -> None:
    record = a_record(a_meeting(state=state))
    made = new_meeting(record, a_body(), some_details(date(2026, 7, 9)), fresh_ids())
    (item,) = [one for one in made.items if one.kind is ItemKind.LAST_NOTES] or [None]
    assert (item and item.title) == title
    assert item is None or item.notes_of == MEETING


@pytest.mark.parametrize(
    ("month", "day", "due"),
    [
        (0, date(2026, 7, 9), True),
        (7, date(2026, 7, 9), True),
        (6, date(2026, 7, 9), True),
        (8, date(2026, 7, 9), False),
        (3, date(2026, 7, 9), False),  # the meeting of 12 March had it
        (3, date(2027, 3, 11), True),
    ],
)
def test_a_yearly_item_belongs_to_the_first_meeting_from_its_month_on(month, day, due) -> None:
    standing = StandingItem(section="B", title="Annual plan", month=month)
    assert is_due(a_record(), BODY, standing, day) is due


def test_what_is_to_be_skipped_once_is_left_out_and_then_comes_back() -> None:
    body = a_body(standing=(StandingItem(section="B", title="Wardens", skip_once=True),))
    assert new(body).items == ()
    assert [item.title for item in new(without_skips(body)).items] == ["Wardens"]


def test_the_agenda_lists_the_meetings_planned_after_it() -> None:
    later = a_meeting(id=MeetingId("m2"), details=some_details(date(2026, 11, 5)))
    off = a_meeting(
        id=MeetingId("m3"),
        details=some_details(date(2026, 9, 3)),
        state=MeetingState.CANCELLED,
    )
    made = new_meeting(a_record(later, off), a_body(), some_details(), fresh_ids())
    assert made.future_dates == (FutureDate(day="2026-11-05", start="10:00:00"),)


def test_who_is_no_member_on_the_day_is_not_listed() -> None:
    first, second, *others = a_body().members
    body = a_body(
        members=(replace(first, ends="2026-03-11"), replace(second, begins="2026-03-12"), *others)
    )
    assert new(body).attendance[0].person_id == second.person_id


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
