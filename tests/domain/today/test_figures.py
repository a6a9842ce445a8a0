"""The figures of charts: who came, and how the actions stand, meeting by meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.actions import ActionState, Due, DueKind
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.today.figures import actions_over, attendance_over
from tests.builders import BODY, a_body, a_meeting, a_record, a_row, an_action, some_details

TODAY = date(2026, 7, 1)
C = Capacity
DRAFT = MeetingState.DRAFT_NOTES


def held(day, *capacities, **fields):
    rows = tuple(a_row(n, one) for n, one in enumerate(capacities, 1))
    known = {"state": DRAFT, "details": some_details(day), "id": MeetingId(day.isoformat())}
    return a_meeting(attendance=rows, **known | fields)


MARCH, MAY = date(2026, 3, 12), date(2026, 5, 7)


@pytest.mark.parametrize(
    ("capacities", "expected"),
    [
        ((C.PRESENT, C.ONLINE, C.SUBSTITUTE), (3, 0, True)),
        ((C.PRESENT, C.APOLOGIES, C.APOLOGIES), (1, 2, False)),
        ((C.PRESENT, C.ALSO_PRESENT, C.IN_ATTENDANCE, C.ABSENT), (1, 0, False)),
        ((C.UNMARKED, C.UNMARKED), None),
        ((), None),
    ],
)
def test_who_came_is_counted_as_the_quorum_is(capacities, expected) -> None:
    found = attendance_over(a_record(held(MARCH, *capacities)), BODY)
    assert [(one.present, one.apologies, one.quorate) for one in found] == (
        [expected] if expected else []
    )


def test_officers_are_no_members_and_meetings_stand_in_order() -> None:
    first, second = held(MARCH, C.PRESENT, C.PRESENT), held(MAY, C.PRESENT)
    officer = a_row(3, role=Role.OFFICER)
    first = replace(first, attendance=(*first.attendance, officer))
    planned = held(TODAY, C.PRESENT, state=MeetingState.PLANNED)
    other = held(MARCH, C.PRESENT, body_id=BodyId("other"), id=MeetingId("x"))
    bodies = (a_body(), a_body(id=BodyId("other")))
    found = attendance_over(a_record(second, planned, first, other, bodies=bodies), BODY)
    assert [(one.day, one.present, one.needed) for one in found] == [(MARCH, 2, 3), (MAY, 1, 3)]


def test_where_no_quorum_is_set_enough_came() -> None:
    record = a_record(held(MARCH, C.PRESENT), bodies=(a_body(quorum=0),))
    assert attendance_over(record, BODY)[0].quorate
    assert attendance_over(record, BodyId("none")) == ()


def due(day="", kind=DueKind.DATE):
    return Due(kind=kind, date=day)


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((), (0, 0, 0)),
        ((an_action(1, state=ActionState.DONE), an_action(2, state=ActionState.STANDING)),
         (2, 0, 0)),
        ((an_action(1, due=due("2026-06-30")),), (0, 0, 1)),
        ((an_action(1, due=due("2026-07-01")), an_action(2)), (0, 2, 0)),
        ((an_action(1, due=due(kind=DueKind.NEXT_MEETING)),), (0, 0, 1)),
        ((an_action(1, due=due("2026-01-01"), dormant_until="2026-09-01"),), (0, 1, 0)),
    ],
)  # fmt: skip
def test_how_the_actions_of_a_meeting_stand(actions, expected) -> None:
    record = a_record(held(MARCH, actions=actions), held(MAY))
    first, second = actions_over(record, BODY, TODAY)
    assert (first.closed, first.left, first.overdue) == expected
    assert (second.closed, second.left, second.overdue) == (0, 0, 0)


@given(states=st.lists(st.sampled_from(list(ActionState)), max_size=8), day=st.dates())
def test_every_action_is_counted_once(states, day) -> None:
    actions = tuple(
        an_action(n, state=one, due=due("2026-06-30")) for n, one in enumerate(states, 1)
    )
    (found,) = actions_over(a_record(held(MARCH, actions=actions)), BODY, day)
    assert found.closed + found.left + found.overdue == len(states)
