"""From the blocks as they were and as the text now has them, to edits. Pure; no Qt.

How this works: what is equal at both ends is trimmed; what is left is told as the smallest
intent that fits: texts and kinds of the same blocks, a split, a merge, else blocks that went and
blocks that came. Must stay in step: ``sheet_text`` (which calls it) and ``domain/block_edits``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import joined
from kcsp_desktop.domain.edits import (
    ChangeKind,
    InsertBlocks,
    MergeBlocks,
    RemoveBlocks,
    SetBlockText,
    SplitBlock,
)

if TYPE_CHECKING:
    from kcsp_desktop.domain.blocks import Block
    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId


def trimmed(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    """Return how many blocks are equal at the head and at the tail of both."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    most = min(len(old), len(new)) - head
    while tail < most and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def derived(
    meeting_id: MeetingId,
    item_id: ItemId,
    old: tuple[Block, ...],
    new: tuple[Block, ...],
) -> tuple[Edit, ...]:
    """Return the edits that make ``new`` of ``old``."""
    head, tail = trimmed(old, new)
    above = old[head - 1].id if head else None
    gone, came = old[head : len(old) - tail], new[head : len(new) - tail]
    if [b.id for b in gone] == [b.id for b in came]:
        return tuple(
            edit
            for before, after in zip(gone, came, strict=True)
            for edit in _one(meeting_id, item_id, before, after)
        )
    if len(gone) == 1 and len(came) == 2 and _is_split(gone[0], came):
        at = len(came[0].text)
        return (
            *_kind(meeting_id, item_id, gone[0], came[0]),
            SplitBlock(
                meeting_id=meeting_id, item_id=item_id, block_id=gone[0].id, at=at, new=came[1]
            ),
        )
    if len(gone) == 2 and len(came) == 1 and _is_merge(gone, came[0]):
        return (
            MergeBlocks(
                meeting_id=meeting_id, item_id=item_id, first=gone[0].id, second=gone[1].id
            ),
            *_kind(meeting_id, item_id, gone[0], came[0]),
        )
    return _replaced(meeting_id, item_id, gone, came, above)


def _is_split(was: Block, now: tuple[Block, ...]) -> bool:
    return now[0].id == was.id and joined(now[0].runs, now[1].runs) == was.runs


def _is_merge(was: tuple[Block, ...], now: Block) -> bool:
    return now.id == was[0].id and joined(was[0].runs, was[1].runs) == now.runs


def _kind(meeting_id: MeetingId, item_id: ItemId, was: Block, now: Block) -> tuple[Edit, ...]:
    if was.kind is now.kind:
        return ()
    change = ChangeKind(meeting_id=meeting_id, item_id=item_id, block_id=now.id, kind=now.kind)
    return (change,)


def _one(meeting_id: MeetingId, item_id: ItemId, was: Block, now: Block) -> tuple[Edit, ...]:
    edits = _kind(meeting_id, item_id, was, now)
    if was.runs == now.runs:
        return edits
    text = SetBlockText(meeting_id=meeting_id, item_id=item_id, block_id=now.id, runs=now.runs)
    return (*edits, text)


def _replaced(
    meeting_id: MeetingId,
    item_id: ItemId,
    gone: tuple[Block, ...],
    came: tuple[Block, ...],
    above: BlockId | None,
) -> tuple[Edit, ...]:
    """Take away what went, set what stayed, insert what came, run by run."""
    old = {block.id: block for block in gone}
    stayed = [block.id for block in came if block.id in old]
    if stayed != [block.id for block in gone if block.id in set(stayed)]:
        stayed = []  # in another order: replace all
    edits: list[Edit] = []
    removed = tuple(block.id for block in gone if block.id not in stayed)
    if removed:
        edits.append(RemoveBlocks(meeting_id=meeting_id, item_id=item_id, block_ids=removed))
    after, run = above, []
    for block in (*came, None):
        if block is not None and block.id not in stayed:
            run.append(block)
            continue
        if run:
            edits.append(
                InsertBlocks(
                    meeting_id=meeting_id, item_id=item_id, blocks=tuple(run), after=after
                ),
            )
            run = []
        if block is not None:
            edits += _one(meeting_id, item_id, old[block.id], block)
            after = block.id
    return tuple(edits)
