"""One thing that needs the secretary: in words, how it presses, and where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kcsp_desktop.domain.ids import BlockId, BodyId, EntryId, ItemId, MeetingId


class Level(IntEnum):
    """How a thing presses, worst first."""

    LATE = 0
    PRESSING = 1
    WAITS = 2


class About(StrEnum):
    """What it is about; of things that press alike the earlier here comes first."""

    MEETS = "the meeting of today"
    AGENDA = "an agenda to publish"
    NOT_BEGUN = "a meeting that was never begun"
    DRAFT = "a record to circulate"
    REPORT = "a report that has not come"
    APPROVAL = "a record to approve"
    OVERDUE = "actions overdue"
    REVIEW = "a case review that reports"
    SIGNING = "a record to sign"
    PUBLISHING = "a record to publish"
    FLAGS = "flagged places"
    UNOWNED = "actions without an owner"
    UNCLEAR = "actions without a clear date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is so (``words``), more of it (``second``), and the place to go (``page`` and ids).

    ``key`` stays the same for as long as the thing does. ``by`` is an ISO date, "" where there is
    none. ``target_id`` is the item, action or entry to take in hand on that page.
    """

    key: str
    about: About
    level: Level
    words: str
    second: str
    page: str
    body_id: BodyId
    meeting_id: MeetingId | None = None
    target_id: str = ""
    block_id: BlockId | None = None
    by: str = ""


def urgency(need: Need) -> tuple[int, int, str, str]:
    """Return what needs are sorted by: how they press, what they are about, by when."""
    return (need.level, _PLACE[need.about], need.by or _NEVER, need.key)


_NEVER = "9999"
_PLACE = {about: place for place, about in enumerate(About)}


def key_of(about: About, of: MeetingId | BodyId | ItemId | EntryId) -> str:
    """Return the key of what is about that meeting, body, item or entry."""
    return f"{about}/{of}"
