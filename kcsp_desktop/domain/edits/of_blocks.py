"""What changes the blocks of an item."""

from __future__ import annotations

from dataclasses import dataclass

from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, Visibility, Vote
from kcsp_desktop.domain.ids import (
    BlockId,
    ItemId,
    MeetingId,
)


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
class SetFlag:
    """Flag a block to come back to, or clear the flag."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVote:
    """Record who moved a resolution and how members voted; ``None`` takes it away."""

    meeting_id: MeetingId
    item_id: ItemId
    block_id: BlockId
    vote: Vote | None


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
    """Join the second block's text to the first; its actions and its flag move to the first.

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
    | SetFlag
    | SetVote
    | InsertBlocks
    | RemoveBlocks
    | SplitBlock
    | MergeBlocks
    | MoveBlocks
)
