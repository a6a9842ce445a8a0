"""``apply``: the one function that performs an edit, pure and in microseconds.

How this works: an edit gives a new record, the edits that undo it, and what kinds of thing
changed, so that a view redraws only for those. A lock of the lifecycle refuses before anything
happens. Must stay in step: ``edits`` (the closed set), ``of_blocks`` (the blocks' share).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.changes import Changes, Kind
from kcsp_desktop.domain.checks import Level, guard
from kcsp_desktop.domain.edits import Edit
from kcsp_desktop.domain.errors import Missing, RuleBroken
from kcsp_desktop.domain.lifecycle import (
    BY_ITS_OWN_DEED,
    Event,
    Lock,
    advance,
    locks,
    why_locked,
)
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.numbering import first_number, numbers
from kcsp_desktop.domain.performing.of_blocks import apply_block_edit
from kcsp_desktop.domain.performing.of_life import LIFE_HANDLERS, check_approval, logged
from kcsp_desktop.domain.performing.of_meeting import HANDLERS
from kcsp_desktop.domain.performing.of_merging import MERGING_HANDLERS
from kcsp_desktop.domain.performing.of_record import (
    RECORD_HANDLERS,
    check_parts_apart,
    check_people_known,
)
from kcsp_desktop.domain.record import Record, with_meeting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.edits import MeetingEdit, RecordEdit
    from kcsp_desktop.domain.ids import ItemId, MeetingId
    from kcsp_desktop.domain.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The record after, the edits back, and what changed."""

    record: Record
    inverse: tuple[Edit, ...]
    changes: Changes


def apply_all(record: Record, edits: Iterable[Edit]) -> Applied:
    """Perform edits as one; raises ``RuleBroken`` and then nothing has happened."""
    inverse: tuple[Edit, ...] = ()
    changes = Changes()
    for edit in edits:
        done = apply(record, edit)
        record = done.record
        inverse = (*done.inverse, *inverse)
        changes |= done.changes
    return Applied(record=record, inverse=inverse, changes=changes)


def apply(record: Record, edit: Edit) -> Applied:
    """Perform one edit; raises ``RuleBroken`` (``Missing``) and then nothing has happened."""
    if isinstance(edit, _RECORD_EDITS):
        return _apply_to_record(record, edit)
    if isinstance(edit, (e.RestoreState, e.RestoreMeeting)):
        meeting_id = edit.meeting.id
    else:
        meeting_id = edit.meeting_id
    meeting = record.meeting(meeting_id)
    if meeting is None:
        raise Missing("That meeting is no longer there.")
    needed = _LOCKED_BY.get(type(edit))
    if needed and needed in locks(meeting.state):
        raise RuleBroken(why_locked(meeting.state))
    if isinstance(edit, e.Approve):
        check_approval(record, meeting, edit.approval)
    after, inverse = _apply_to_meeting(record, meeting, edit)
    if not isinstance(edit, _BRING_NOTHING):
        check_parts_apart(record, meeting, after)
    if after.attendance is not meeting.attendance:
        check_people_known(record, meeting.attendance, after)
    changes = Changes(
        kinds=_KINDS[type(edit)],
        meetings=frozenset({meeting_id}),
        items=frozenset(_items_of(edit)),
    )
    return Applied(record=with_meeting(record, after), inverse=inverse, changes=changes)


_RECORD_EDITS = (
    e.PutBody,
    e.RemoveBody,
    e.PutOrganisation,
    e.RemoveOrganisation,
    e.PutPerson,
    e.RemovePerson,
    e.MergePeople,
    e.RestorePeople,
    e.PutAbbreviation,
    e.RemoveAbbreviation,
    e.PutEntry,
    e.RemoveEntry,
    e.AddMeeting,
    e.RemoveMeeting,
)

_AGENDA_EDITS = (
    e.SetSections,
    e.AddItem,
    e.RemoveItem,
    e.MoveItem,
    e.SetItem,
    e.SetFutureDates,
)
_PAPER_EDITS = (e.SetReport, e.SetPapers)
_TEXT_EDITS = (
    e.SetBlockText,
    e.ChangeKind,
    e.SetVisibility,
    e.SetVote,
    e.InsertBlocks,
    e.RemoveBlocks,
    e.SplitBlock,
    e.MergeBlocks,
    e.MoveBlocks,
)
# No state locks SetFlag and SetTimes: flags and the clock are the secretary's own.
_DECLARATION_EDITS = (e.PutDeclaration, e.RemoveDeclaration)
_ATTENDANCE_EDITS = (e.PutAttendance, e.RemoveAttendance, e.SetAttendance)

_BRING_NOTHING = (e.SetBlockText, e.ChangeKind, e.SetVisibility)
"""Edits of what is there: a letter must not ask every block of its item who it is."""

_LOCKED_BY: dict[type, Lock] = {
    **dict.fromkeys(_AGENDA_EDITS, Lock.AGENDA),
    **dict.fromkeys(
        (
            *_TEXT_EDITS,
            *_ATTENDANCE_EDITS,
            *_DECLARATION_EDITS,
            *_PAPER_EDITS,
            e.SetCourse,
            e.SetDetails,
            e.Reschedule,
            e.SetSitting,
        ),
        Lock.RECORD,
    ),
}

_KINDS: dict[type, frozenset[Kind]] = {
    e.PutBody: frozenset({Kind.BODIES}),
    e.RemoveBody: frozenset({Kind.BODIES}),
    **dict.fromkeys(
        (e.PutOrganisation, e.RemoveOrganisation, e.PutPerson, e.RemovePerson),
        frozenset({Kind.PEOPLE}),
    ),
    **dict.fromkeys(
        (e.MergePeople, e.RestorePeople),
        frozenset({Kind.PEOPLE, Kind.BODIES, Kind.ATTENDANCE}),
    ),
    **dict.fromkeys((e.PutAbbreviation, e.RemoveAbbreviation), frozenset({Kind.ABBREVIATIONS})),
    e.AddMeeting: frozenset({Kind.MEETINGS}),
    e.RemoveMeeting: frozenset({Kind.MEETINGS}),
    e.SetDetails: frozenset({Kind.DETAILS, Kind.MEETINGS, Kind.AGENDA}),
    **dict.fromkeys((e.Reschedule, e.SetMovedDates), frozenset({Kind.DETAILS, Kind.MEETINGS})),
    e.SetSitting: frozenset({Kind.ATTENDANCE}),
    **dict.fromkeys(_PAPER_EDITS, frozenset({Kind.AGENDA, Kind.PAPERS})),
    e.SetAmendments: frozenset({Kind.STATE}),
    e.Approve: frozenset({Kind.STATE, Kind.MEETINGS, Kind.BLOCKS}),
    e.Sign: frozenset({Kind.STATE, Kind.MEETINGS}),
    e.RestoreMeeting: frozenset(Kind),
    e.SetIssued: frozenset({Kind.STATE}),
    e.SetOutcomes: frozenset({Kind.ACTIONS}),
    e.SetDismissed: frozenset({Kind.ACTIONS}),
    e.SetItemTags: frozenset({Kind.ACTIONS}),
    **dict.fromkeys((e.PutEntry, e.RemoveEntry), frozenset({Kind.ENTRIES})),
    e.Advance: frozenset({Kind.STATE, Kind.MEETINGS}),
    e.RestoreState: frozenset({Kind.STATE, Kind.MEETINGS}),
    **dict.fromkeys(_AGENDA_EDITS, frozenset({Kind.AGENDA})),
    **dict.fromkeys(_ATTENDANCE_EDITS, frozenset({Kind.ATTENDANCE})),
    **dict.fromkeys(_DECLARATION_EDITS, frozenset({Kind.ATTENDANCE})),
    e.SetCourse: frozenset({Kind.AGENDA}),
    e.SetTimes: frozenset({Kind.TIMES}),
    e.SetFlag: frozenset({Kind.BLOCKS}),
    e.PutAction: frozenset({Kind.ACTIONS}),
    e.RemoveAction: frozenset({Kind.ACTIONS}),
    **dict.fromkeys(_TEXT_EDITS, frozenset({Kind.BLOCKS})),
    e.SetBlockText: frozenset({Kind.TEXT}),
    e.MergeBlocks: frozenset({Kind.BLOCKS, Kind.ACTIONS}),
    e.MoveBlocks: frozenset({Kind.BLOCKS, Kind.ACTIONS}),
    e.RemoveItem: frozenset({Kind.AGENDA, Kind.ACTIONS}),
}


def _items_of(edit: MeetingEdit) -> tuple[ItemId, ...]:
    match edit:
        case e.MoveBlocks():
            return (edit.item_id, edit.to_item_id)
        case e.AddItem() | e.SetItem():
            return (edit.item.id,)
        case e.PutAction():
            return (edit.action.item_id,)
        case e.PutDeclaration():
            return (edit.declaration.item_id,)
    item_id: ItemId | None = getattr(edit, "item_id", None)
    return (item_id,) if item_id else ()


def _apply_to_record(record: Record, edit: RecordEdit) -> Applied:
    after, inverse = _RECORD_HANDLERS[type(edit)](record, edit)
    meetings: frozenset[MeetingId] = frozenset()
    if isinstance(edit, e.AddMeeting):
        meetings = frozenset({edit.meeting.id})
    elif isinstance(edit, e.RemoveMeeting):
        meetings = frozenset({edit.meeting_id})
    elif isinstance(edit, (e.MergePeople, e.RestorePeople)):
        pairs = zip(record.meetings, after.meetings, strict=True)
        meetings = frozenset(new.id for old, new in pairs if old is not new)
    changes = Changes(kinds=_KINDS[type(edit)], meetings=meetings)
    return Applied(record=after, inverse=inverse, changes=changes)


_HANDLERS = HANDLERS | LIFE_HANDLERS
_RECORD_HANDLERS = RECORD_HANDLERS | MERGING_HANDLERS


def _apply_to_meeting(
    record: Record, meeting: Meeting, edit: MeetingEdit
) -> tuple[Meeting, tuple[Edit, ...]]:
    if isinstance(edit, (*_TEXT_EDITS, e.SetFlag)):
        return apply_block_edit(meeting, edit)
    if isinstance(edit, e.Advance):
        return _advance(record, meeting, edit)
    return _HANDLERS[type(edit)](meeting, edit)


def _advance(
    record: Record,
    meeting: Meeting,
    edit: e.Advance,
) -> tuple[Meeting, tuple[Edit, ...]]:
    """Let the event happen; circulating stores the numbers as printed, recalling lets them go.

    Raises ``RuleBroken`` where a check that must be put right stands before it, or where the
    event has an edit of its own.
    """
    state = advance(meeting.state, edit.event)
    if edit.event in BY_ITS_OWN_DEED:
        raise RuleBroken(BY_ITS_OWN_DEED[edit.event])
    for finding in guard(record, meeting, edit.event):
        if finding.level is Level.MUST:
            raise RuleBroken(f"You cannot {edit.event} yet: {finding.what}.", finding.where)
    issued = meeting.issued_numbers
    if edit.event is Event.CIRCULATE:
        given = numbers(meeting, first_number(record, meeting)).minutes
        issued = tuple((item.id, given[item.id]) for item in in_order(meeting) if item.minuted)
    elif edit.event is Event.RECALL_NOTES:
        issued = ()
    after = replace(
        meeting,
        state=state,
        issued_numbers=issued,
        log=logged(meeting, edit.event, edit.at, edit.who, edit.note),
    )
    return after, (e.RestoreState(meeting=meeting),)
