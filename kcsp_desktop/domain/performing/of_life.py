"""Perform the edits of a meeting's life: dates, sittings, reports, approval, with inverses.

Must stay in step: ``edits`` (what each means) and ``applying`` (which calls these, and asks the
locks first). Source: house-format 3, 4 and 10.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.blocks import normalised, plain
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import StateChange
from kcsp_desktop.domain.lifecycle import APPROVED_ON, Event, Lock, advance, locks, why_locked
from kcsp_desktop.domain.performing.of_meeting import check_first_number
from kcsp_desktop.domain.record import earlier_meetings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.blocks import Block
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.life import Amendment, Approval
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record

    Done = tuple[Meeting, tuple[Edit, ...]]


def logged(
    meeting: Meeting, event: Event, at: str, who: str, note: str = ""
) -> tuple[StateChange, ...]:
    """Return the meeting's log with one more event."""
    return (*meeting.log, StateChange(event=str(event), at=at, who=who, note=note))


def restore_state(meeting: Meeting, edit: e.RestoreState) -> Done:
    """Put state, issued numbers, approval and log back as they were."""
    former = edit.meeting
    after = replace(
        meeting,
        state=former.state,
        issued_numbers=former.issued_numbers,
        approval=former.approval,
        log=former.log,
    )
    return after, (e.RestoreState(meeting=meeting),)


def restore_meeting(meeting: Meeting, edit: e.RestoreMeeting) -> Done:
    """Put the whole meeting back."""
    return edit.meeting, (e.RestoreMeeting(meeting=meeting),)


def reschedule(meeting: Meeting, edit: e.Reschedule) -> Done:
    """Put the meeting on another day; the day it had is kept (house-format 2)."""
    check_first_number(edit.details)
    if not edit.moved.reason.strip():
        raise RuleBroken("A meeting that is moved needs a reason.", "Details, Why it is moved.")
    after = replace(meeting, details=edit.details, moved_from=(*meeting.moved_from, edit.moved))
    return after, (_dates_of(meeting),)


def set_moved_dates(meeting: Meeting, edit: e.SetMovedDates) -> Done:
    """Set day and former days as they were."""
    after = replace(meeting, details=edit.details, moved_from=edit.moved_from)
    return after, (_dates_of(meeting),)


def _dates_of(meeting: Meeting) -> e.SetMovedDates:
    return e.SetMovedDates(
        meeting_id=meeting.id, details=meeting.details, moved_from=meeting.moved_from
    )


def set_sitting(meeting: Meeting, edit: e.SetSitting) -> Done:
    """Set who presided, the breaks, and whether it closed for want of a quorum."""
    after = replace(
        meeting,
        presided_by=edit.presided_by,
        adjournments=edit.adjournments,
        inquorate=edit.inquorate,
    )
    back = replace(
        edit,
        presided_by=meeting.presided_by,
        adjournments=meeting.adjournments,
        inquorate=meeting.inquorate,
    )
    return after, (back,)


def set_future_dates(meeting: Meeting, edit: e.SetFutureDates) -> Done:
    """Set the later meetings that the agenda lists, earliest first."""
    dates = tuple(sorted(edit.dates, key=lambda one: (one.day, one.start)))
    return replace(meeting, future_dates=dates), (replace(edit, dates=meeting.future_dates),)


def _item(meeting: Meeting, item_id: str) -> AgendaItem:
    found = next((item for item in meeting.items if item.id == item_id), None)
    if found is None:
        raise Missing("That agenda item is no longer there.")
    return found


def _with(meeting: Meeting, old: AgendaItem, new: AgendaItem) -> Meeting:
    return replace(meeting, items=tuple(new if item is old else item for item in meeting.items))


def set_report(meeting: Meeting, edit: e.SetReport) -> Done:
    """Set what is written for an item."""
    old = _item(meeting, edit.item_id)
    back = replace(edit, report=old.report)
    return _with(meeting, old, replace(old, report=edit.report)), (back,)


def set_papers(meeting: Meeting, edit: e.SetPapers) -> Done:
    """Set the files of an item; one may stand there once."""
    old = _item(meeting, edit.item_id)
    if len({paper.id for paper in edit.papers}) < len(edit.papers):
        raise RuleBroken("A paper can stand at an item only once.")
    back = replace(edit, papers=old.papers)
    return _with(meeting, old, replace(old, papers=edit.papers)), (back,)


def set_amendments(meeting: Meeting, edit: e.SetAmendments) -> Done:
    """Set the corrections; one that was agreed stays for ever (house-format 10)."""
    agreed = [one for one in meeting.amendments if one.meeting_id is not None]
    if any(one not in edit.amendments for one in agreed):
        raise RuleBroken(
            "A correction that was agreed stays as it is.", todo="Record another correction."
        )
    if meeting.state in APPROVED_ON and any(one.meeting_id is None for one in edit.amendments):
        raise RuleBroken(
            "The notes are approved: they are amended at a later meeting only.",
            todo="Say at which meeting that was agreed.",
        )
    after = replace(meeting, amendments=edit.amendments)
    return after, (e.RestoreMeeting(meeting=meeting),)


def check_approval(record: Record, meeting: Meeting, approval: Approval) -> None:
    """Refuse an approval that is not made by the item of a later meeting (house-format 10)."""
    advance(meeting.state, Event.APPROVE)
    later = record.meeting(approval.meeting_id)
    if later is None:
        raise Missing("The meeting that approves is no longer there.")
    if later.body_id != meeting.body_id or meeting not in earlier_meetings(record, later):
        raise RuleBroken("Notes are approved at a later meeting of the same body.")
    item = later.item(approval.item_id)
    if item is None or item.kind is not ItemKind.LAST_NOTES:
        raise RuleBroken("Notes are approved at the item of the last notes, and at no other.")
    if item.notes_of not in (None, meeting.id):
        raise RuleBroken("That item is of the notes of another meeting.")
    if Lock.RECORD in locks(later.state):
        raise RuleBroken(why_locked(later.state))


def approve(meeting: Meeting, edit: e.Approve) -> Done:
    """Approve the record: corrections asked for become the text, and are agreed (house-format 10).

    Raises ``RuleBroken`` where a correction does not fit the text any more.
    """
    state = advance(meeting.state, Event.APPROVE)
    asked = tuple(one for one in meeting.amendments if one.meeting_id is None)
    items = meeting.items
    for one in asked:
        items = _amended(items, one)
    agreed = tuple(
        replace(one, meeting_id=edit.approval.meeting_id) if one.meeting_id is None else one
        for one in meeting.amendments
    )
    after = replace(
        meeting,
        state=state,
        items=items,
        amendments=agreed,
        approval=edit.approval,
        log=logged(meeting, Event.APPROVE, edit.at, edit.who),
    )
    return after, (e.RestoreMeeting(meeting=meeting),)


def _amended(items: tuple[AgendaItem, ...], one: Amendment) -> tuple[AgendaItem, ...]:
    """Return the items with a correction put into its block."""
    if one.block_id is None:
        return items
    found = [(item, block) for item in items for block in item.blocks if block.id == one.block_id]
    if not found or found[0][1].text.count(one.before) != 1:
        raise RuleBroken(
            f"The correction of {one.cited} does not fit the text any more.",
            todo="Look at it again: the words it replaces must stand there once.",
        )
    item, block = found[0]
    new = replace(item, blocks=tuple(_corrected(b, one) if b is block else b for b in item.blocks))
    return tuple(new if each is item else each for each in items)


def _corrected(block: Block, one: Amendment) -> Block:
    """Return the block with the words replaced; what was bold or italic outside them stays so."""
    at = block.text.index(one.before)
    end = at + len(one.before)
    runs: list[tuple[str, int]] = []
    place, put = 0, False
    for text, flags in block.runs:
        start, place = place, place + len(text)
        runs.append((text[: max(0, at - start)], flags))
        if not put and place > at:
            runs.append((one.after, flags))
            put = True
        runs.append((text[max(0, end - start) :] if place > end else "", flags))
    return replace(block, runs=normalised(tuple(runs)) if put else plain(one.after))


def sign(meeting: Meeting, edit: e.Sign) -> Done:
    """Record when the paper copy was signed."""
    state = advance(meeting.state, Event.SIGN)
    approval = replace(meeting.approval, signed_on=edit.day) if meeting.approval else None
    log = logged(meeting, Event.SIGN, edit.at, edit.who)
    after = replace(meeting, state=state, approval=approval, log=log)
    return after, (e.RestoreState(meeting=meeting),)


def set_issued(meeting: Meeting, edit: e.SetIssued) -> Done:
    """Set the list of documents that went out."""
    return replace(meeting, issued=edit.issued), (replace(edit, issued=meeting.issued),)


def set_outcomes(meeting: Meeting, edit: e.SetOutcomes) -> Done:
    """Set what came of the decisions; one of a block stands once."""
    if len({one.block_id for one in edit.outcomes}) < len(edit.outcomes):
        raise RuleBroken("What came of a decision is said once.")
    back = replace(edit, outcomes=meeting.outcomes)
    return replace(meeting, outcomes=edit.outcomes), (back,)


def set_dismissed(meeting: Meeting, edit: e.SetDismissed) -> Done:
    """Set what was found in the text and is no action."""
    back = replace(edit, dismissed=meeting.dismissed)
    return replace(meeting, dismissed=edit.dismissed), (back,)


def set_item_tags(meeting: Meeting, edit: e.SetItemTags) -> Done:
    """Set what an item is about."""
    old = _item(meeting, edit.item_id)
    back = replace(edit, tags=old.tags)
    return _with(meeting, old, replace(old, tags=edit.tags)), (back,)


LIFE_HANDLERS: dict[type, Callable[..., Done]] = {
    e.RestoreState: restore_state,
    e.RestoreMeeting: restore_meeting,
    e.Reschedule: reschedule,
    e.SetMovedDates: set_moved_dates,
    e.SetSitting: set_sitting,
    e.SetFutureDates: set_future_dates,
    e.SetReport: set_report,
    e.SetPapers: set_papers,
    e.SetAmendments: set_amendments,
    e.Approve: approve,
    e.Sign: sign,
    e.SetIssued: set_issued,
    e.SetOutcomes: set_outcomes,
    e.SetDismissed: set_dismissed,
    e.SetItemTags: set_item_tags,
}
