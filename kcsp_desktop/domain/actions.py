"""Who owes what by when (DOMAIN's register grows on this: owner kinds, due kinds)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.ids import ActionId, BlockId, EntryId, ItemId, MeetingId


class DueKind(StrEnum):
    """How the date of an action was given in the room."""

    DATE = "date"
    MONTH = "month"
    BY_THE_END_OF = "by the end of"
    NEXT_MEETING = "next meeting"
    NAMED_MEETING = "named meeting"
    YEARLY = "yearly"
    EACH_MEETING = "each meeting"
    OPEN = "open"
    UNCLEAR = "unclear"


class ActionState(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DROPPED = "dropped"
    STANDING = "became a standing item"


CLOSED = frozenset({ActionState.DONE, ActionState.DROPPED, ActionState.STANDING})
"""An action in one of these needs a note and a day; in no other way does it leave the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What was said of an action later: on which ISO day, at which meeting if it was at one."""

    day: str
    text: str
    meeting_id: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When: the kind, the words used in the room, and the ISO date where one is known."""

    kind: DueKind = DueKind.OPEN
    words: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody must do. ``block_id`` is the block it was agreed in, for ever.

    ``owner`` is printed text: a person, an organisation, a role, "all members", or empty while
    nobody owns it. ``note`` and ``closed_on`` (an ISO date) are required to close it; it sleeps
    until ``dormant_until``, if that is set. ``tags`` are entries of the body.
    """

    id: ActionId
    item_id: ItemId
    block_id: BlockId | None = None
    text: str
    owner: str = ""
    due: Due = Due()
    state: ActionState = ActionState.OPEN
    note: str = ""
    visibility: Visibility = Visibility.PUBLIC
    closed_on: str = ""
    dormant_until: str = ""
    updates: tuple[Update, ...] = ()
    tags: tuple[EntryId, ...] = ()
