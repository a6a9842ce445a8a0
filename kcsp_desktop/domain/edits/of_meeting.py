"""What changes one meeting's details, state, agenda, attendance and actions."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance, Declaration
from kcsp_desktop.domain.ids import (
    ActionId,
    DeclarationId,
    EntryId,
    ItemId,
    MeetingId,
    PersonId,
    SectionId,
)
from kcsp_desktop.domain.kinds import Course
from kcsp_desktop.domain.life import (
    Adjournment,
    Amendment,
    Approval,
    FutureDate,
    Issued,
    MovedDate,
    Outcome,
)
from kcsp_desktop.domain.lifecycle import Event
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.reports import Paper, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDetails:
    """Set when, where and under whom."""

    meeting_id: MeetingId
    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """Let an event of the lifecycle happen; ``at`` and ``who`` are kept in the meeting's log."""

    meeting_id: MeetingId
    event: Event
    at: str = ""
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """Put state, issued numbers, approval and log back as they were: only ever an inverse."""

    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSections:
    """Set the sections; refused where an item would lose its own."""

    meeting_id: MeetingId
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem:
    """Add an item with its blocks, after another one, or first in the list."""

    meeting_id: MeetingId
    item: AgendaItem
    after: ItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveItem:
    """Take an item away with its blocks and its actions."""

    meeting_id: MeetingId
    item_id: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem:
    """Put an item, into the section ``to``, after another item (or first in the list)."""

    meeting_id: MeetingId
    item_id: ItemId
    section_id: SectionId
    after: ItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetItem:
    """Set an item's own facts; its blocks and its place stay as they are."""

    meeting_id: MeetingId
    item: AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCourse:
    """Say what became of an item in the room."""

    meeting_id: MeetingId
    item_id: ItemId
    course: Course


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimes:
    """Set when an item was begun and how many seconds it took; no step of undo."""

    meeting_id: MeetingId
    item_id: ItemId
    began: str
    spent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDeclaration:
    """Add a declaration of interest, or replace the one with its id."""

    meeting_id: MeetingId
    declaration: Declaration
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDeclaration:
    """Take a declaration away."""

    meeting_id: MeetingId
    declaration_id: DeclarationId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAttendance:
    """Add a person's row, or replace it; a new row stands after ``after`` or last."""

    meeting_id: MeetingId
    attendance: Attendance
    after: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAttendance:
    """Take a person's row away."""

    meeting_id: MeetingId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAttendance:
    """Set the whole list: order, and everybody's mark."""

    meeting_id: MeetingId
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAction:
    """Add an action, or replace the one with its id."""

    meeting_id: MeetingId
    action: Action
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAction:
    """Take an action away."""

    meeting_id: MeetingId
    action_id: ActionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reschedule:
    """Put a meeting on another day or time; ``moved`` keeps when it was to have been."""

    meeting_id: MeetingId
    details: Details
    moved: MovedDate


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMovedDates:
    """Set where the meeting was moved from: only ever made as an inverse."""

    meeting_id: MeetingId
    details: Details
    moved_from: tuple[MovedDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSitting:
    """Set who presided where it was not the Chair, breaks, and a close for want of a quorum."""

    meeting_id: MeetingId
    presided_by: PersonId | None = None
    adjournments: tuple[Adjournment, ...] = ()
    inquorate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFutureDates:
    """Set the later meetings that the agenda lists."""

    meeting_id: MeetingId
    dates: tuple[FutureDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReport:
    """Set what is written for an item, or take it away; open when the agenda is published."""

    meeting_id: MeetingId
    item_id: ItemId
    report: Report | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPapers:
    """Set the files of an item, in their order; open when the agenda is published."""

    meeting_id: MeetingId
    item_id: ItemId
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAmendments:
    """Set the corrections asked for or agreed, in their order. Approved text stays as it is."""

    meeting_id: MeetingId
    amendments: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """Approve the record at a later meeting; what was asked for is put into the text."""

    meeting_id: MeetingId
    approval: Approval
    at: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The paper copy was signed on a day."""

    meeting_id: MeetingId
    day: str
    at: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreMeeting:
    """Put a whole meeting back as it was: only ever made as an inverse."""

    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIssued:
    """Set the list of documents that went out; one is added to it and none is taken away."""

    meeting_id: MeetingId
    issued: tuple[Issued, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOutcomes:
    """Set what came of the meeting's decisions; open in every state."""

    meeting_id: MeetingId
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDismissed:
    """Set what was found in the text and is no action; open in every state."""

    meeting_id: MeetingId
    dismissed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetItemTags:
    """Set what an item is about; open in every state."""

    meeting_id: MeetingId
    item_id: ItemId
    tags: tuple[EntryId, ...]


MeetingPartEdit = (
    SetDetails
    | Reschedule
    | SetMovedDates
    | SetSitting
    | SetFutureDates
    | SetReport
    | SetPapers
    | SetAmendments
    | Approve
    | Sign
    | RestoreMeeting
    | SetIssued
    | SetOutcomes
    | SetDismissed
    | SetItemTags
    | Advance
    | RestoreState
    | SetSections
    | AddItem
    | RemoveItem
    | MoveItem
    | SetItem
    | SetCourse
    | SetTimes
    | PutDeclaration
    | RemoveDeclaration
    | PutAttendance
    | RemoveAttendance
    | SetAttendance
    | PutAction
    | RemoveAction
)
