"""Laws of a meeting's life: no unlawful path, and what is locked stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import ItemId, MeetingId
from kcsp_desktop.domain.kinds import Course, ItemKind
from kcsp_desktop.domain.life import Approval, FutureDate
from kcsp_desktop.domain.lifecycle import (
    APPROVED_ON,
    BY_ITS_OWN_DEED,
    NEXT,
    Event,
    Lock,
    MeetingState,
    locks,
)
from kcsp_desktop.domain.performing.applying import apply
from tests.builders import MEETING, a_meeting, a_record, an_item, some_details
from tests.domain.performing.test_applying import EDITS

S = MeetingState
LATER = MeetingId("m2")
APPROVAL = Approval(
    meeting_id=LATER, item_id=ItemId("m2-item-1"), day="2026-07-09", presiding="Mrs A Barden"
)


def a_life(state=MeetingState.PLANNED, **fields):
    """Return a meeting and the later one that may approve it."""
    item = an_item(
        1,
        id=APPROVAL.item_id,
        section_id="m2-section-B",
        kind=ItemKind.LAST_NOTES,
        notes_of=MEETING,
    )
    later = a_meeting((item,), id=LATER, details=some_details(date(2026, 7, 9)))
    return a_record(a_meeting(state=state, **fields), later)


STEPS = st.one_of(
    st.builds(e.Advance, meeting_id=st.just(MEETING), event=st.sampled_from(Event)),
    st.just(e.Approve(meeting_id=MEETING, approval=APPROVAL)),
    st.builds(e.Sign, meeting_id=st.just(MEETING), day=st.just("2026-07-09")),
    st.just(e.SetDetails(meeting_id=MEETING, details=some_details(end=some_details().start))),
)


@given(st.lists(STEPS, max_size=40))
def test_no_sequence_of_deeds_takes_an_unlawful_path(steps) -> None:
    record, path = a_life(), [S.PLANNED]
    for step in steps:
        try:
            record = apply(record, step).record
        except RuleBroken:
            continue
        meeting = record.meetings[0]
        if meeting.state is not path[-1] or len(meeting.log) >= len(path):
            path.append(meeting.state)
        assert (meeting.approval is not None) == (meeting.state in APPROVED_ON)
        assert bool(meeting.issued_numbers) == (meeting.state in {S.CIRCULATED, *APPROVED_ON})
        signed = bool(meeting.approval and meeting.approval.signed_on)
        assert signed == (meeting.state in {S.SIGNED, S.PUBLISHED})
    events = [Event(one.event) for one in record.meetings[0].log]
    assert len(path) == len(events) + 1
    for before, event, after in zip(path, events, path[1:], strict=False):
        assert NEXT[before, event] is after


def test_a_whole_life_is_a_lawful_path() -> None:
    record = a_life()
    ended = e.SetDetails(meeting_id=MEETING, details=some_details(end=some_details().start))
    for event in Event:
        if event in (Event.RECALL_AGENDA, Event.RESUME, Event.RECALL_NOTES, Event.CANCEL,
                     Event.REINSTATE):  # fmt: skip
            continue
        step = e.Advance(meeting_id=MEETING, event=event)
        if event is Event.APPROVE:
            step = e.Approve(meeting_id=MEETING, approval=APPROVAL)
        elif event is Event.SIGN:
            step = e.Sign(meeting_id=MEETING, day="2026-07-09")
        elif event is Event.END:
            record = apply(record, ended).record
        record = apply(record, step).record
    assert record.meetings[0].state is S.PUBLISHED


@pytest.mark.parametrize("event", BY_ITS_OWN_DEED)
def test_notes_are_not_approved_or_signed_by_the_way(event) -> None:
    state = S.CIRCULATED if event is Event.APPROVE else S.APPROVED
    record = a_life(state)
    with pytest.raises(RuleBroken) as refused:
        apply(record, e.Advance(meeting_id=MEETING, event=event))
    assert str(refused.value) == BY_ITS_OWN_DEED[event]


@pytest.mark.parametrize(
    ("state", "event", "fields", "refused"),
    [
        (S.AGENDA_DRAFTED, Event.PUBLISH_AGENDA, {"details": some_details(venue="")},
         "You cannot publish the agenda yet: The venue is not set."),
        (S.IN_PROGRESS, Event.END, {},
         "You cannot end the meeting yet: The time it ended is not set."),
        (S.DRAFT_NOTES, Event.CIRCULATE, {"items": (an_item(1, blocks=()),)},
         "You cannot circulate the notes yet: Minute 1 is empty."),
    ],
)  # fmt: skip
def test_a_check_that_must_be_put_right_stands_before_its_event(state, event, fields, refused):
    record = a_life(state, **fields)
    with pytest.raises(RuleBroken, match=refused):
        apply(record, e.Advance(meeting_id=MEETING, event=event))


MORE = st.one_of(
    st.just(e.SetFutureDates(meeting_id=MEETING, dates=(FutureDate(day="2026-09-09"),))),
    st.just(e.SetCourse(meeting_id=MEETING, item_id=ItemId("item-1"), course=Course.DEFERRED)),
    st.just(e.SetSitting(meeting_id=MEETING, inquorate=True)),
)
CLOSED = [state for state in S if Lock.RECORD in locks(state)]


def of_record(meeting):
    """Return what a closed record must keep: everything that is printed of it."""
    return (
        meeting.details, meeting.attendance, meeting.declarations, meeting.inquorate,
        of_agenda(meeting),
        [(item.course, [(b.id, b.kind, b.runs, b.visibility, b.vote) for b in item.blocks])
         for item in meeting.items],
    )  # fmt: skip


def of_agenda(meeting):
    """Return what a published agenda must keep."""
    facts = [(item.id, item.title, item.kind, item.section_id, item.minuted, item.restricted)
             for item in meeting.items]  # fmt: skip
    return facts, meeting.sections, meeting.future_dates


def edited(record, edits):
    """Return the meeting after those edits that were not refused and are no event."""
    for edit in edits:
        if isinstance(edit, (e.Advance, e.RemoveMeeting, e.RemovePerson, e.RemoveBody)):
            continue
        try:
            record = apply(record, edit).record
        except RuleBroken:
            continue
    return record.meeting(MEETING)


@given(st.sampled_from(CLOSED), st.lists(EDITS | MORE, max_size=12))
def test_a_closed_record_is_closed_to_every_edit(state, edits) -> None:
    record = a_life(state)
    assert of_record(edited(record, edits)) == of_record(record.meetings[0])


@given(st.lists(EDITS | MORE, max_size=12))
def test_a_published_agenda_is_closed_to_every_edit(edits) -> None:
    record = a_life(S.AGENDA_PUBLISHED)
    assert of_agenda(edited(record, edits)) == of_agenda(record.meetings[0])


@given(st.lists(EDITS, max_size=12), st.just(replace(APPROVAL, signed_on="2026-07-10")))
def test_an_approval_stays_whatever_else_is_done(edits, approval) -> None:
    record = a_life(S.SIGNED, approval=approval)
    assert edited(record, edits).approval == approval
