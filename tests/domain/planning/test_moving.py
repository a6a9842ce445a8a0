"""A meeting that is moved keeps the day it had, and the agendas that name it follow."""

from dataclasses import replace
from datetime import date, time

import pytest

from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.life import FutureDate, MovedDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.moving import (
    dates_that_differ,
    moved_words,
    moving,
    taking_planned,
    that_list,
)
from tests.builders import a_meeting, a_record, some_details

MARCH, JULY, LATER = date(2026, 3, 12), date(2026, 7, 9), date(2026, 7, 23)
TODAY = date(2026, 2, 2)
LISTED = FutureDate(day=JULY.isoformat(), start="10:00:00")


def july(**fields):
    return a_meeting(0, **{"id": MeetingId("july"), "details": some_details(JULY)} | fields)


def lists(number, state=MeetingState.PLANNED):
    return a_meeting(
        0, id=MeetingId(f"m{number}"), details=some_details(MARCH.replace(day=number)),
        state=state, future_dates=(LISTED,),
    )  # fmt: skip


def move(record, *, follow=True, why="The hall is flooded."):
    meeting = record.meeting(MeetingId("july"))
    details = replace(meeting.details, date=LATER, start=time(14))
    edits = moving(record, meeting, details, why, TODAY, lists=follow)
    return apply_all(record, edits)


def test_agendas_that_are_not_published_follow_in_the_same_step() -> None:
    record = a_record(lists(1), lists(2, MeetingState.AGENDA_PUBLISHED), july())
    assert [one.id for one in that_list(record, july())] == ["m1", "m2"]
    done = move(record)
    new = FutureDate(day=LATER.isoformat(), start="14:00:00")
    assert [one.future_dates for one in done.record.meetings[:2]] == [(new,), (LISTED,)]
    assert done.record.meetings[2].moved_from == (
        MovedDate(day="2026-07-09", start="10:00:00", moved_on="2026-02-02",
                  reason="The hall is flooded."),
    )  # fmt: skip
    assert apply_all(done.record, done.inverse).record == record


def test_without_being_asked_for_nothing_follows() -> None:
    done = move(a_record(lists(1), july()), follow=False)
    assert done.record.meetings[0].future_dates == (LISTED,)


def test_a_move_needs_a_reason() -> None:
    with pytest.raises(RuleBroken, match="needs a reason"):
        move(a_record(july()), why=" ")


def test_where_a_meeting_came_from_is_told_with_the_reason() -> None:
    done = move(a_record(july()))
    assert moved_words(done.record.meetings[0]) == (
        "Moved from Thursday 9 July 2026 at 10.00 am on Monday 2 February 2026: "
        "The hall is flooded.",
    )
    bare = july(moved_from=(MovedDate(day="2026-07-09", reason="Fire"),))
    assert moved_words(bare) == ("Moved from Thursday 9 July 2026: Fire",)


@pytest.mark.parametrize(
    ("other", "ending"),
    [
        (july(), None),
        (july(details=some_details(JULY, start=None)), None),
        (july(details=some_details(JULY, start=time(14))), "that meeting is at 2.00 pm."),
        (july(state=MeetingState.CANCELLED), "that meeting is cancelled."),
        (
            july(details=some_details(LATER), moved_from=(MovedDate(day="2026-07-09"),)),
            "that meeting was moved to Thursday 23 July 2026 at 10.00 am.",
        ),
        (july(details=some_details(LATER)), "no meeting is planned that day."),
    ],
)
def test_a_listed_date_is_that_of_a_meeting_or_it_is_told_why_not(other, ending) -> None:
    found = dates_that_differ(a_record(lists(1), other), lists(1))
    told = "Thursday 9 July 2026 at 10.00 am is listed, but "
    assert [one.sentence for one in found] == ([told + ending] if ending else [])


def test_a_date_without_a_time_fits_every_time_of_its_day() -> None:
    bare = replace(lists(1), future_dates=(FutureDate(day=JULY.isoformat()),))
    assert dates_that_differ(a_record(bare, july()), bare) == ()


def test_the_planned_meetings_are_taken_by_one_edit() -> None:
    record = a_record(a_meeting(), july(details=some_details(JULY, provisional=True)))
    edit = taking_planned(record, record.meetings[0])
    assert edit.dates == (replace(LISTED, provisional=True),)
