"""The closed set of intents. ``applying.apply`` performs them; nothing else changes the record.

How this works: an edit is a small frozen value that says what the secretary meant, with ids and
whole new values, so that the last of two edits of one thing is the truth. A change is a tuple of
edits, one command of the undo stack. ``at`` in an edit that adds is the index the new row takes,
last where it is ``None``: an inverse gives it, so that what comes back stands where it stood.
Must stay in step: ``applying`` and ``block_edits``.
"""

from __future__ import annotations

from kcsp_desktop.domain.edits.of_blocks import (
    BlockEdit,
    ChangeKind,
    InsertBlocks,
    MergeBlocks,
    MoveBlocks,
    RemoveBlocks,
    SetBlockText,
    SetFlag,
    SetVisibility,
    SetVote,
    SplitBlock,
)
from kcsp_desktop.domain.edits.of_meeting import (
    AddItem,
    Advance,
    MeetingPartEdit,
    MoveItem,
    PutAction,
    PutAttendance,
    PutDeclaration,
    RemoveAction,
    RemoveAttendance,
    RemoveDeclaration,
    RemoveItem,
    RestoreState,
    SetAttendance,
    SetCourse,
    SetDetails,
    SetItem,
    SetSections,
    SetTimes,
)
from kcsp_desktop.domain.edits.of_record import (
    AddMeeting,
    PutAbbreviation,
    PutBody,
    PutOrganisation,
    PutPerson,
    RecordEdit,
    RemoveAbbreviation,
    RemoveBody,
    RemoveMeeting,
    RemoveOrganisation,
    RemovePerson,
)

MeetingEdit = MeetingPartEdit | BlockEdit
Edit = RecordEdit | MeetingEdit

__all__ = [
    "AddItem",
    "AddMeeting",
    "Advance",
    "BlockEdit",
    "ChangeKind",
    "Edit",
    "InsertBlocks",
    "MeetingEdit",
    "MeetingPartEdit",
    "MergeBlocks",
    "MoveBlocks",
    "MoveItem",
    "PutAbbreviation",
    "PutAction",
    "PutAttendance",
    "PutBody",
    "PutDeclaration",
    "PutOrganisation",
    "PutPerson",
    "RecordEdit",
    "RemoveAbbreviation",
    "RemoveAction",
    "RemoveAttendance",
    "RemoveBlocks",
    "RemoveBody",
    "RemoveDeclaration",
    "RemoveItem",
    "RemoveMeeting",
    "RemoveOrganisation",
    "RemovePerson",
    "RestoreState",
    "SetAttendance",
    "SetBlockText",
    "SetCourse",
    "SetDetails",
    "SetFlag",
    "SetItem",
    "SetSections",
    "SetTimes",
    "SetVisibility",
    "SetVote",
    "SplitBlock",
]
