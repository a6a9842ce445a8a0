"""The next meeting of each body, in steps, and what is done about it next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import NoticeRule
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.reports import Report, ReportState
from kcsp_desktop.domain.today.coming import How, coming
from tests.builders import a_body, a_meeting, a_record, a_row, an_item, some_details

TODAY = date(2026, 3, 12)
NONE: frozenset[date] = frozenset()
S = MeetingState


def on(days, **fields):
    known = {"attendance": (a_row(1, Capacity.UNMARKED),)}
    return a_meeting(details=some_details(TODAY + timedelta(days)), **known | fields)


def the_one(meeting, **fields):
    (found,) = coming(a_record(meeting, **fields), TODAY, NONE)
    return found


@pytest.mark.parametrize(
    ("days", "state", "items", "expected"),
    [
        (14, S.PLANNED, (), ("Make the agenda", "agenda")),
        (14, S.AGENDA_DRAFTED, 2, ("Continue the agenda", "agenda")),
        (14, S.AGENDA_PUBLISHED, 2, ("Look at the agenda", "agenda")),
        (0, S.AGENDA_PUBLISHED, 2, ("Mark the attendance", "attendance")),
        (0, S.IN_PROGRESS, 2, ("Go on with the minutes", "minutes")),
    ],
)
def test_what_is_done_next(days, state, items, expected) -> None:
    found = the_one(on(days, state=state, items=items))
    assert (found.deed, found.page) == expected


@pytest.mark.parametrize(
    ("days", "state", "expected"),
    [
        (30, S.PLANNED, ("Issue by Fri 3 April 2026", How.TO_DO)),
        (11, S.PLANNED, ("Issue by Fri 13 March 2026", How.PRESSES)),
        (5, S.AGENDA_DRAFTED, ("Was to be issued by Mon 9 March 2026", How.LATE)),
        (5, S.AGENDA_PUBLISHED, ("Agenda published", How.DONE)),
    ],
)
def test_the_clock_is_a_step(days, state, expected) -> None:
    found = the_one(on(days, state=state))
    assert expected in [(step.words, step.how) for step in found.steps]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("", None),
        ("r", ("Papers in: 1 of 1", How.DONE)),
        ("re", ("Papers in: 1 of 2", How.PART)),
        ("ee", ("Papers in: 0 of 2", How.TO_DO)),
        ("rw", ("Papers in: 1 of 1", How.DONE)),
    ],
)
def test_papers_are_counted_where_any_were_asked_for(states, expected) -> None:
    of = {"r": ReportState.RECEIVED, "e": ReportState.EXPECTED, "w": ReportState.WITHDRAWN}
    items = tuple(an_item(n, report=Report(state=of[one])) for n, one in enumerate(states, 1))
    found = the_one(on(14, items=items))
    papers = [(s.words, s.how) for s in found.steps if s.words.startswith("Papers")]
    assert papers == ([expected] if expected else [])


def test_a_body_without_a_rule_has_no_clock() -> None:
    found = the_one(on(14), bodies=(a_body(notice=NoticeRule(days=0)),))
    assert found.notice is None
    assert ("Publish the agenda", How.TO_DO) in [(s.words, s.how) for s in found.steps]


def test_each_body_has_its_nearest_meeting_and_the_nearest_is_first() -> None:
    other = a_body(id=BodyId("other"))
    meetings = [
        on(30),
        on(60, id=MeetingId("m2")),
        on(-3, id=MeetingId("m3")),
        on(2, id=MeetingId("m4"), state=S.CANCELLED),
        on(20, id=MeetingId("m5"), body_id=other.id),
    ]
    found = coming(a_record(*meetings, bodies=(a_body(), other)), TODAY, NONE)
    assert [one.meeting.id for one in found] == ["m5", "meeting-1"]


def test_a_meeting_in_progress_today_is_the_next_and_a_former_one_is_not() -> None:
    begun = on(0, state=S.IN_PROGRESS)
    assert the_one(begun).steps[-1].how is How.PART
    left_open = replace(begun, details=some_details(TODAY - timedelta(1)))
    assert coming(a_record(left_open), TODAY, NONE) == ()
