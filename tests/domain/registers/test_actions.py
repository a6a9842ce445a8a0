"""The action register: due days, standings, filters and orders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.actions import ActionState, Due, DueKind, Update
from kcsp_desktop.domain.ids import EntryId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.registers.actions import (
    NOT_CLOSED,
    ActionFilter,
    Order,
    Standing,
    action_rows,
    arising,
    due_day,
    in_order,
    narrowed,
    standing,
)
from kcsp_desktop.domain.wording.owners import OwnerKind
from tests.builders import a_meeting, a_record, an_action, some_details

DAYS = ("2026-03-12", "2026-07-09", "2026-11-05")
K = DueKind


def due(kind, day=""):
    return Due(kind=kind, words="", date=day)


@pytest.mark.parametrize(
    ("kind", "updates", "expected"),
    [
        (due(K.DATE, "2026-05-01"), (), "2026-05-01"),
        (due(K.NEXT_MEETING), (), "2026-07-09"),
        (due(K.NEXT_MEETING), ("2026-07-09",), "2026-07-09"),
        (due(K.EACH_MEETING), (), "2026-07-09"),
        (due(K.EACH_MEETING), ("2026-07-09",), "2026-11-05"),
        (due(K.EACH_MEETING), ("2026-11-05",), ""),
        (due(K.YEARLY), (), "2027-03-12"),
        (due(K.YEARLY), ("2028-02-29",), "2029-03-01"),
        (due(K.OPEN), (), ""),
        (due(K.NAMED_MEETING, "2026-11-05"), (), "2026-11-05"),
    ],
)
def test_when_an_action_is_due_next(kind, updates, expected) -> None:
    action = an_action(due=kind, updates=tuple(Update(day=day, text="Said.") for day in updates))
    assert due_day(action, "2026-03-12", DAYS) == expected


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({}, "", Standing.OPEN),
        ({}, "2026-07-09", Standing.OPEN),
        ({}, "2026-07-08", Standing.OVERDUE),
        ({"due": due(K.UNCLEAR)}, "", Standing.UNCLEAR),
        ({"dormant_until": "2026-07-10"}, "2026-07-08", Standing.DORMANT),
        ({"dormant_until": "2026-07-09"}, "2026-07-08", Standing.OVERDUE),
        ({"state": ActionState.DONE, "due": due(K.UNCLEAR)}, "2026-07-08", Standing.CLOSED),
        ({"state": ActionState.STANDING}, "", Standing.CLOSED),
        ({"state": ActionState.IN_PROGRESS}, "", Standing.OPEN),
    ],
)
def test_how_an_action_stands_on_a_day(fields, day, expected) -> None:
    assert standing(an_action(**fields), day, "2026-07-09") is expected


ACTIONS = (
    an_action(1, text="Send the wardens' plan", due=due(K.DATE, "2026-05-01")),
    an_action(2, text="Share the survey", owner="All members", due=due(K.NEXT_MEETING)),
    an_action(3, text="Count hedges", owner="Alder Borough Council", tags=(EntryId("t"),)),
    an_action(4, text="Old", owner="", state=ActionState.DONE, note="Sent.", closed_on="x"),
    an_action(5, text="Chair a group", owner="the Chair", due=due(K.UNCLEAR)),
)


def rows():
    later = a_meeting(id=MeetingId("m2"), details=some_details(date(2026, 7, 9)))
    record = a_record(a_meeting(actions=ACTIONS), later)
    return record, action_rows(record, date(2026, 6, 1))


def test_a_row_says_where_and_when_it_was_agreed_and_whose_it_is() -> None:
    _, found = rows()
    assert [(r.reference, r.code, r.minute, r.due_day, r.standing) for r in found[:2]] == [
        ("ACP/2026-03-12", "B1", 1, "2026-05-01", Standing.OVERDUE),
        ("ACP/2026-03-12", "B1", 1, "2026-07-09", Standing.OPEN),
    ]
    assert [row.owner_kind for row in found] == [
        OwnerKind.PERSON,
        OwnerKind.ALL_MEMBERS,
        OwnerKind.ORGANISATION,
        OwnerKind.NOBODY,
        OwnerKind.ROLE,
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ActionFilter(), "12345"),
        (ActionFilter(standings=NOT_CLOSED), "1235"),
        (ActionFilter(standings=("overdue",)), "1"),
        (ActionFilter(owner="council"), "3"),
        (ActionFilter(owner_kind="nobody yet"), "4"),
        (ActionFilter(words="SURVEY share"), "2"),
        (ActionFilter(words="sent"), "4"),
        (ActionFilter(tag="t"), "3"),
        (ActionFilter(due_by="2026-07-09"), "12"),
        (ActionFilter(body_id="other"), ""),
        (ActionFilter(meeting_id="meeting-1", owner_kind="role"), "5"),
    ],
)
def test_the_register_is_narrowed(wanted, expected) -> None:
    _, found = rows()
    assert "".join(row.action.id[-1] for row in narrowed(found, wanted)) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.DUE, "12345"),
        (Order.OWNER, "32154"),
        (Order.STANDING, "12354"),
        (Order.TEXT, "53412"),
        (Order.AGREED, "12345"),
    ],
)
def test_the_register_is_sorted(order, expected) -> None:
    _, found = rows()
    assert "".join(row.action.id[-1] for row in in_order(found, order)) == expected


def test_a_later_meeting_hears_of_what_is_open() -> None:
    record, _ = rows()
    assert "".join(row.action.id[-1] for row in arising(record, record.meetings[1])) == "1235"
    assert arising(record, record.meetings[0]) == ()


def test_a_cancelled_meeting_is_not_the_next() -> None:
    off = a_meeting(
        id=MeetingId("m2"),
        details=some_details(date(2026, 7, 9)),
        state=MeetingState.CANCELLED,
    )
    record = a_record(a_meeting(actions=ACTIONS[1:2]), off)
    assert action_rows(record, date(2026, 6, 1))[0].due_day == ""


@given(st.lists(st.sampled_from(ACTIONS), unique_by=lambda one: one.id), st.sampled_from(Order))
def test_sorting_and_narrowing_lose_and_double_nothing(actions, order) -> None:
    record = a_record(a_meeting(actions=tuple(actions)))
    found = action_rows(record, date(2026, 6, 1))
    assert {row.action.id for row in in_order(found, order)} == {one.id for one in actions}
    kept = narrowed(found, ActionFilter(standings=NOT_CLOSED))
    gone = narrowed(found, ActionFilter(standings=("closed",)))
    assert sorted(row.action.id for row in (*kept, *gone)) == sorted(one.id for one in actions)
    assert replace(found[0], code="x") != found[0] if found else True
