"""The edits of a meeting's life, and that each is taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.blocks import BOLD, normalised
from kcsp_desktop.domain.errors import RuleBroken
from kcsp_desktop.domain.ids import (
    AmendmentId,
    BlockId,
    BodyId,
    FileId,
    ItemId,
    MeetingId,
    PaperId,
    PersonId,
)
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import (
    Adjournment,
    Amendment,
    Approval,
    FutureDate,
    Issued,
    MovedDate,
)
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.performing.applying import apply, apply_all
from kcsp_desktop.domain.record import with_meeting
from kcsp_desktop.domain.reports import Paper, Report
from tests.builders import MEETING, a_meeting, a_record, an_item, some_details

ITEM = ItemId("item-1")
PAPER = Paper(id=PaperId("p1"), label="Report", file_name="wardens.pdf", file_id=FileId("f"))
APPROVAL = Approval(
    meeting_id=MeetingId("m2"), item_id=ItemId("m2-item-1"), day="2026-07-09", presiding="Mrs A B"
)
CORRECTION = Amendment(
    id=AmendmentId("a1"),
    item_id=ITEM,
    block_id=BlockId("block-1-1"),
    cited="minute 1, paragraph 1",
    before="outlined",
    after="presented",
    asked_by="Mr Quelch",
)

EDITS = [
    e.Reschedule(
        meeting_id=MEETING,
        details=some_details(date(2026, 3, 19)),
        moved=MovedDate(day="2026-03-12", start="10:00:00", moved_on="2026-02-02", reason="Snow"),
    ),
    e.SetSitting(
        meeting_id=MEETING,
        presided_by=PersonId("person-2"),
        adjournments=(Adjournment(at="11.15", resumed="11.30"),),
        inquorate=True,
    ),
    e.SetFutureDates(meeting_id=MEETING, dates=(FutureDate(day="2026-07-09"),)),
    e.SetReport(meeting_id=MEETING, item_id=ITEM, report=Report(summary="Wardens.")),
    e.SetPapers(meeting_id=MEETING, item_id=ITEM, papers=(PAPER,)),
    e.SetAmendments(meeting_id=MEETING, amendments=(CORRECTION,)),
    e.SetIssued(
        meeting_id=MEETING,
        issued=(
            Issued(kind="notes", stage="DRAFT", audience="public", name="n", digest="d", at="t"),
        ),
    ),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_each_changes_the_meeting_and_is_taken_back(edit) -> None:
    record = a_record()
    done = apply(record, edit)
    assert done.record != record
    assert apply_all(done.record, done.inverse).record == record
    again = apply_all(apply_all(done.record, done.inverse).record, (edit,))
    assert again.record == done.record


def circulated(**fields):
    """Return a record with a circulated meeting, and the later one that puts its notes up."""
    later = a_meeting(
        (
            an_item(
                1,
                id=APPROVAL.item_id,
                section_id="m2-section-B",
                title="Notes",
                kind=ItemKind.LAST_NOTES,
            ),
        ),
        id=MeetingId("m2"),
        details=some_details(date(2026, 7, 9)),
    )
    return a_record(a_meeting(state=MeetingState.CIRCULATED, **fields), later)


def test_approval_puts_the_corrections_into_the_text_and_is_taken_back() -> None:
    record = circulated(amendments=(CORRECTION,))
    done = apply(record, e.Approve(meeting_id=MEETING, approval=APPROVAL, at="t", who="w"))
    meeting = done.record.meetings[0]
    assert meeting.state is MeetingState.APPROVED
    assert meeting.items[0].blocks[0].text == "Mr Quelch presented the report."
    assert [one.meeting_id for one in meeting.amendments] == ["m2"]
    assert [(one.event, one.at, one.who) for one in meeting.log] == [(Event.APPROVE, "t", "w")]
    assert apply_all(done.record, done.inverse).record == record


@pytest.mark.parametrize("state", [s for s in MeetingState if s is not MeetingState.CIRCULATED])
def test_only_circulated_notes_can_be_approved(state) -> None:
    record = circulated()
    record = with_meeting(record, replace(record.meetings[0], state=state))
    with pytest.raises(RuleBroken, match="You cannot approve the notes now"):
        apply(record, e.Approve(meeting_id=MEETING, approval=APPROVAL))


def changed_later(**fields):
    return lambda record: with_meeting(record, replace(record.meetings[1], **fields))


def of_another_kind(record):
    later = record.meetings[1]
    items = (replace(later.items[0], kind=ItemKind.INFORMATION),)
    return with_meeting(record, replace(later, items=items))


@pytest.mark.parametrize(
    ("spoil", "refused"),
    [
        (lambda record: replace(record, meetings=record.meetings[:1]), "no longer there"),
        (changed_later(details=some_details(date(2026, 1, 9))), "at a later meeting"),
        (changed_later(body_id=BodyId("body-2")), "of the same body"),
        (changed_later(state=MeetingState.CANCELLED), "This meeting is cancelled"),
        (changed_later(state=MeetingState.APPROVED), "The notes are approved"),
        (changed_later(items=()), "at the item of the last notes"),
        (of_another_kind, "at the item of the last notes"),
    ],
)
def test_notes_are_approved_by_the_item_of_a_later_meeting_and_not_otherwise(spoil, refused):
    with pytest.raises(RuleBroken, match=refused):
        apply(spoil(circulated()), e.Approve(meeting_id=MEETING, approval=APPROVAL))


@pytest.mark.parametrize("before", ["described", "r"])
def test_a_correction_that_does_not_fit_once_stops_the_approval(before) -> None:
    record = circulated(amendments=(replace(CORRECTION, before=before),))
    with pytest.raises(RuleBroken, match="minute 1, paragraph 1"):
        apply(record, e.Approve(meeting_id=MEETING, approval=APPROVAL))


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((("Mr Q ", 0), ("outlined", BOLD), (" it.", 0)),
         (("Mr Q ", 0), ("presented", BOLD), (" it.", 0))),
        ((("Mr Q out", BOLD), ("lined it.", 0)), (("Mr Q presented", BOLD), (" it.", 0))),
        ((("outlined", 0),), (("presented", 0),)),
        ((("Mr ", BOLD), ("Q outlined", 0)), (("Mr ", BOLD), ("Q presented", 0))),
    ],
)  # fmt: skip
def test_what_is_bold_beside_a_correction_stays_bold(runs, expected) -> None:
    record = circulated(amendments=(CORRECTION,))
    meeting = record.meetings[0]
    item = meeting.items[0]
    blocks = (replace(item.blocks[0], runs=normalised(runs)), *item.blocks[1:])
    record = with_meeting(
        record, replace(meeting, items=(replace(item, blocks=blocks), *meeting.items[1:]))
    )
    done = apply(record, e.Approve(meeting_id=MEETING, approval=APPROVAL))
    assert done.record.meetings[0].items[0].blocks[0].runs == normalised(expected)


def test_a_correction_that_was_agreed_cannot_be_taken_out() -> None:
    agreed = replace(CORRECTION, meeting_id=MeetingId("m2"))
    record = circulated(amendments=(agreed,))
    with pytest.raises(RuleBroken):
        apply(record, e.SetAmendments(meeting_id=MEETING, amendments=()))
    changed = replace(agreed, after="gave")
    with pytest.raises(RuleBroken):
        apply(record, e.SetAmendments(meeting_id=MEETING, amendments=(changed,)))


def test_approved_notes_are_amended_at_a_later_meeting_and_their_text_stays() -> None:
    record = a_record(a_meeting(state=MeetingState.SIGNED, approval=APPROVAL))
    asked = e.SetAmendments(meeting_id=MEETING, amendments=(CORRECTION,))
    with pytest.raises(RuleBroken, match="amended at a later meeting"):
        apply(record, asked)
    agreed = replace(CORRECTION, meeting_id=MeetingId("m3"))
    done = apply(record, replace(asked, amendments=(agreed,)))
    assert done.record.meetings[0].items == record.meetings[0].items
    assert done.record.meetings[0].amendments == (agreed,)


def test_signing_needs_an_approval_and_keeps_its_day() -> None:
    record = a_record(a_meeting(state=MeetingState.APPROVED, approval=APPROVAL))
    done = apply(record, e.Sign(meeting_id=MEETING, day="2026-07-09"))
    meeting = done.record.meetings[0]
    assert (meeting.state, meeting.approval.signed_on) == (MeetingState.SIGNED, "2026-07-09")
    assert apply_all(done.record, done.inverse).record == record
    with pytest.raises(RuleBroken):
        apply(circulated(), e.Sign(meeting_id=MEETING, day="2026-07-09"))


@pytest.mark.parametrize(
    ("edit", "state", "open_"),
    [
        (EDITS[3], MeetingState.AGENDA_PUBLISHED, True),
        (EDITS[4], MeetingState.AGENDA_PUBLISHED, True),
        (EDITS[2], MeetingState.AGENDA_PUBLISHED, False),
        (EDITS[3], MeetingState.APPROVED, False),
        (EDITS[1], MeetingState.APPROVED, False),
        (EDITS[0], MeetingState.APPROVED, False),
        (EDITS[6], MeetingState.SIGNED, True),
    ],
)
def test_what_a_state_locks(edit, state, open_) -> None:
    record = a_record(a_meeting(state=state))
    if open_:
        assert apply(record, edit).record != record
    else:
        with pytest.raises(RuleBroken):
            apply(record, edit)


def test_a_meeting_is_not_moved_without_a_reason() -> None:
    moved = MovedDate(day="2026-03-12", reason=" ")
    with pytest.raises(RuleBroken):
        apply(a_record(), replace(EDITS[0], moved=moved))


def test_every_event_is_in_the_log() -> None:
    record = a_record()
    edits = [
        e.Advance(meeting_id=MEETING, event=event, at=str(n), who="ann")
        for n, event in enumerate((Event.DRAFT_AGENDA, Event.PUBLISH_AGENDA, Event.BEGIN))
    ]
    done = apply_all(record, edits)
    assert [one.event for one in done.record.meetings[0].log] == [str(one.event) for one in edits]
    assert apply_all(done.record, done.inverse).record == record
