"""The closed set of intents. ``applying.apply`` performs them; nothing else changes the record.

How this works: an edit is a small frozen value that says what the secretary meant, with ids and
whole new values, so that the last of two edits of one thing is the truth. A change is a tuple of
edits, one command of the undo stack. ``at`` in an edit that adds is the index the new row takes,
last where it is ``None``: an inverse gives it, so that what comes back stands where it stood.
Must stay in step: ``applying`` and ``block_edits``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.attendance import Attendance
from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, Visibility
from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.ids import (
    ActionId,
    BlockId,
    BodyId,
    ItemId,
    MeetingId,
    OrganisationId,
    PersonId,
    SectionId,
)
from kcsp_desktop.domain.lifecycle import Event
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.people import Organisation, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBody:
    """Add a body, or replace the one with its id; a short name is one body's alone."""

    body: Body
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBody:
    """Take a body away; refused while it has meetings."""

    body_id: BodyId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOrganisation:
    """Add an organisation, or replace the one with its id."""

    organisation: Organisation
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOrganisation:
    """Take an organisation away; refused while people or members belong to it."""

    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPerson:
    """Add a person, or replace the one with its id. Issued attendance keeps the old name."""

    person: Person
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePerson:
    """Take a person away; refused while they are a member or stand in an attendance list."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeeting:
    """Add a meeting with all it holds (a new one, a duplicate, or one that comes back)."""

    meeting: Meeting
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMeeting:
    """Take a meeting away with all it holds."""

    meeting_id: MeetingId


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
class SetBlockText:
    """Set the whole text of a block."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeKind:
    """Make a block another kind."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVisibility:
    """Put a block into the public text, or into the restricted one."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    visibility: Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertBlocks:
    """Insert blocks after another one, or at the item's start."""

    meeting_id: MeetingId
    item_id: ItemId
    blocks: tuple[Block, ...]
    after: BlockId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBlocks:
    """Take blocks away. Actions keep their link, so that undo finds it again."""

    meeting_id: MeetingId
    item_id: ItemId
    block_ids: tuple[BlockId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitBlock:
    """Cut a block after ``at`` characters (code points); the rest becomes ``new``'s text.

    ``new`` gives id, kind, visibility and time; its runs are not read. Words that were closed to
    the public stay so: cut out of a restricted block or a private note they are restricted.
    """

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    at: int
    new: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeBlocks:
    """Join the second block's text to the first; the second's actions move to the first.

    Kind, id and time are the first's. The whole is restricted where either was, or where the
    words of a private note would otherwise become public.
    """

    meeting_id: MeetingId
    item_id: ItemId
    first: BlockId
    second: BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBlocks:
    """Move blocks, in the order given, behind ``after`` in ``to_item_id`` (or to its start).

    Their actions go with them.
    """

    meeting_id: MeetingId
    item_id: ItemId
    block_ids: tuple[BlockId, ...]
    to_item_id: ItemId
    after: BlockId | None = None


BlockEdit = (
    SetBlockText
    | ChangeKind
    | SetVisibility
    | InsertBlocks
    | RemoveBlocks
    | SplitBlock
    | MergeBlocks
    | MoveBlocks
)

MeetingEdit = (
    SetDetails
    | Advance
    | RestoreState
    | SetSections
    | AddItem
    | RemoveItem
    | MoveItem
    | SetItem
    | PutAttendance
    | RemoveAttendance
    | SetAttendance
    | PutAction
    | RemoveAction
    | BlockEdit
)

RecordEdit = (
    PutBody
    | RemoveBody
    | PutOrganisation
    | RemoveOrganisation
    | PutPerson
    | RemovePerson
    | AddMeeting
    | RemoveMeeting
)

Edit = RecordEdit | MeetingEdit
