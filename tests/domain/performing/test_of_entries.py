"""Priorities, grants and other lists: put, taken away, and both taken back."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.actions import CLOSED, ActionState
from kcsp_desktop.domain.entries import Grant, Project, SavedFilter, Tag
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import BlockId, BodyId, EntryId, ItemId
from kcsp_desktop.domain.life import Outcome
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply, apply_all
from tests.builders import BODY, MEETING, a_meeting, a_record, an_action

TAG = Tag(id=EntryId("tag-1"), body_id=BODY, name="Road Safety")
GRANT = Grant(id=EntryId("grant-1"), body_id=BODY, year="2024/25", allocation=100_00)
PROJECT = Project(id=EntryId("project-1"), body_id=BODY, grant_id=GRANT.id, name="Wardens")


@pytest.mark.parametrize(
    "edits",
    [
        (e.PutEntry(entry=TAG),),
        (e.PutEntry(entry=GRANT), e.PutEntry(entry=PROJECT)),
        (e.PutEntry(entry=TAG), e.RemoveEntry(entry_id=TAG.id)),
        (
            e.PutEntry(entry=TAG),
            e.PutEntry(entry=GRANT),
            e.RemoveEntry(entry_id=TAG.id),
            e.PutEntry(entry=TAG, at=0),
        ),
        (e.SetOutcomes(meeting_id=MEETING, outcomes=(Outcome(block_id=BlockId("b"), text="x"),)),),
        (e.SetDismissed(meeting_id=MEETING, dismissed=("k",)),),
        (e.SetItemTags(meeting_id=MEETING, item_id=ItemId("item-1"), tags=(TAG.id,)),),
    ],
)
def test_what_is_put_is_taken_back_whole(edits) -> None:
    record = a_record(a_meeting(state=MeetingState.PUBLISHED))
    done = apply_all(record, edits)
    assert apply_all(done.record, done.inverse).record == record


@pytest.mark.parametrize(
    "edits",
    [
        (e.PutEntry(entry=PROJECT),),
        (e.PutEntry(entry=GRANT), e.PutEntry(entry=PROJECT), e.RemoveEntry(entry_id=GRANT.id)),
        (e.RemoveEntry(entry_id=TAG.id),),
        (e.PutEntry(entry=Tag(id=TAG.id, body_id=BodyId("gone"), name="Bins")),),
        (
            e.PutEntry(entry=TAG),
            e.PutEntry(entry=SavedFilter(id=TAG.id, body_id=BODY, name="n", register="actions")),
        ),
    ],
)
def test_what_would_hang_on_nothing_is_refused(edits) -> None:
    with pytest.raises(RuleBroken):
        apply_all(a_record(), edits)


def test_a_body_with_entries_is_kept() -> None:
    record = apply(a_record(meetings=()), e.PutEntry(entry=TAG)).record
    with pytest.raises(RuleBroken):
        apply(record, e.RemoveBody(body_id=BODY))


@pytest.mark.parametrize("state", ActionState)
@pytest.mark.parametrize(
    ("note", "closed_on", "enough"),
    [("Sent.", "2026-07-09", True), ("", "2026-07-09", False), ("Sent.", "", False)],
)
def test_an_action_is_closed_with_a_note_and_a_day(state, note, closed_on, enough) -> None:
    action = an_action(state=state, note=note, closed_on=closed_on)
    edit = e.PutAction(meeting_id=MEETING, action=action)
    if enough or state not in CLOSED:
        assert apply(a_record(), edit).record.meetings[0].actions == (action,)
    else:
        with pytest.raises(RuleBroken):
            apply(a_record(), edit)
