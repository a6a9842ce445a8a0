"""What changes one meeting's details, state, agenda, attendance and actions."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance, Declaration
from kcsp_desktop.domain.ids import (
    ActionId,
    DeclarationId,
    ItemId,
    MeetingId,
    PersonId,
    SectionId,
)
from kcsp_desktop.domain.lifecycle import Event
from kcsp_desktop.domain.meeting import AgendaItem, Course, Details, Meeting, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDetails:
    """Set when, where and under whom."""

    meeting_id: MeetingId
    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """Let an event of the lifecycle happen."""

    meeting_id: MeetingId
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """Put the state and issued numbers back as they were: only ever made as an inverse."""

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


MeetingPartEdit = (
    SetDetails
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
