"""The table of states and events, and what each state locks (house-format 9 and 10)."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.lifecycle import (
    NEXT,
    Event,
    Lock,
    MeetingState,
    advance,
    events,
    locks,
    way,
    why_locked,
)

S, E = MeetingState, Event
REFUSED = [(state, event) for state in S for event in E if (state, event) not in NEXT]


def reached_from(start: MeetingState) -> set[MeetingState]:
    found, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        new = {advance(state, event) for event in events(state)} - found
        found |= new
        waiting += new
    return found


def test_the_way_of_a_meeting_from_plan_to_publication() -> None:
    state = S.PLANNED
    for event in (
        E.DRAFT_AGENDA, E.PUBLISH_AGENDA, E.BEGIN, E.END, E.CIRCULATE, E.APPROVE, E.SIGN, E.PUBLISH,
    ):  # fmt: skip
        state = advance(state, event)
    assert state is S.PUBLISHED


def test_every_state_is_reached_from_the_plan() -> None:
    assert set(S) == reached_from(S.PLANNED)


@pytest.mark.parametrize("state", S)
def test_every_state_leads_to_publication(state: MeetingState) -> None:
    assert S.PUBLISHED in reached_from(state)


@pytest.mark.parametrize("event", E)
def test_every_event_can_happen_somewhere(event: Event) -> None:
    assert any(event in events(state) for state in S)


@pytest.mark.parametrize(("state", "event"), REFUSED)
def test_every_refusal_is_a_sentence_with_what_can_be_done(state, event) -> None:
    with pytest.raises(RuleBroken) as refused:
        advance(state, event)
    assert refused.value.what == f"You cannot {event} now: the meeting is {state}."
    assert all(str(each) in refused.value.todo for each in events(state))


def test_a_published_meeting_has_nothing_more_to_come() -> None:
    with pytest.raises(RuleBroken, match="What can be done: nothing more"):
        advance(S.PUBLISHED, E.BEGIN)


@pytest.mark.parametrize(
    ("state", "locked"),
    [
        (S.PLANNED, set()),
        (S.AGENDA_DRAFTED, set()),
        (S.AGENDA_PUBLISHED, {Lock.AGENDA}),
        (S.IN_PROGRESS, set()),
        (S.DRAFT_NOTES, set()),
        (S.CIRCULATED, {Lock.AGENDA, Lock.RECORD}),
        (S.APPROVED, {Lock.AGENDA, Lock.RECORD}),
        (S.SIGNED, {Lock.AGENDA, Lock.RECORD}),
        (S.PUBLISHED, {Lock.AGENDA, Lock.RECORD}),
        (S.CANCELLED, {Lock.AGENDA, Lock.RECORD}),
    ],
)
def test_what_each_state_locks(state, locked) -> None:
    assert locked == locks(state)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (S.AGENDA_PUBLISHED, "The agenda is published: recall it before you change it."),
        (
            S.CIRCULATED,
            "The notes are circulated: record a correction on the Issue page, or recall them.",
        ),
        (S.CANCELLED, "This meeting is cancelled: reinstate it before you change it."),
        (S.SIGNED, "The notes are signed: changes need an amendment at a later meeting."),
    ],
)
def test_a_lock_says_why_and_what_to_do(state: MeetingState, expected: str) -> None:
    assert expected == why_locked(state)


@pytest.mark.parametrize("state", list(MeetingState))
def test_the_way_of_a_meeting_holds_the_state_it_is_in(state) -> None:
    assert state in way(state)


def test_a_cancelled_meeting_has_no_way() -> None:
    assert way(MeetingState.CANCELLED) == (MeetingState.CANCELLED,)
