"""Perform block edits on the items of a meeting, with their inverses.

How this works: every function takes a meeting and one edit and returns the meeting after it and
the edits that bring the former one back. Values are replaced, never changed. Must stay in step:
``edits`` (what each means) and ``applying`` (which calls these).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, joined, kept_closed, normalised, split_runs
from kcsp_desktop.domain.edits import (
    BlockEdit,
    ChangeKind,
    InsertBlocks,
    MergeBlocks,
    MoveBlocks,
    PutAction,
    RemoveBlocks,
    SetBlockText,
    SetFlag,
    SetVisibility,
    SetVote,
    SplitBlock,
)
from kcsp_desktop.domain.errors import Missing, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kcsp_desktop.domain.edits import Edit
    from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting

    Done = tuple[Meeting, tuple[Edit, ...]]


def apply_block_edit(meeting: Meeting, edit: BlockEdit) -> Done:
    """Return the meeting after ``edit`` and its inverse; raises ``Missing``."""
    match edit:
        case SetBlockText() | ChangeKind() | SetVisibility() | SetFlag() | SetVote():
            return _set_one(meeting, edit)
        case InsertBlocks():
            return _insert(meeting, edit)
        case RemoveBlocks():
            return _remove(meeting, edit)
        case SplitBlock():
            return _split(meeting, edit)
        case MergeBlocks():
            return _merge(meeting, edit)
        case _:
            return _move(meeting, edit)


def _item(meeting: Meeting, item_id: ItemId) -> AgendaItem:
    item = meeting.item(item_id)
    if item is None:
        raise Missing("That agenda item is no longer there.")
    return item


def _block(item: AgendaItem, block_id: BlockId) -> Block:
    for block in item.blocks:
        if block.id == block_id:
            return block
    raise Missing("That block is no longer there.")


def _with(meeting: Meeting, item: AgendaItem, blocks: Iterable[Block]) -> Meeting:
    new = replace(item, blocks=tuple(blocks))
    return replace(meeting, items=tuple(new if one.id == item.id else one for one in meeting.items))


def _set_one(
    meeting: Meeting, edit: SetBlockText | ChangeKind | SetVisibility | SetFlag | SetVote
) -> Done:
    item = _item(meeting, edit.item_id)
    old = _block(item, edit.block_id)
    inverse: Edit
    match edit:
        case SetBlockText():
            new = replace(old, runs=normalised(edit.runs))
            inverse = replace(edit, runs=old.runs)
        case ChangeKind():
            new = replace(old, kind=edit.kind)
            inverse = replace(edit, kind=old.kind)
        case SetFlag():
            new = replace(old, flagged=edit.flagged)
            inverse = replace(edit, flagged=old.flagged)
        case SetVote():
            new = replace(old, vote=edit.vote)
            inverse = replace(edit, vote=old.vote)
        case _:
            new = replace(old, visibility=edit.visibility)
            inverse = replace(edit, visibility=old.visibility)
    at = _place(item.blocks, old.id)
    return _with(meeting, item, (*item.blocks[: at - 1], new, *item.blocks[at:])), (inverse,)


def _insert(meeting: Meeting, edit: InsertBlocks) -> Done:
    item = _item(meeting, edit.item_id)
    _refuse_twice(meeting, edit.blocks)
    at = _place(item.blocks, edit.after)
    new = (replace(block, runs=normalised(block.runs)) for block in edit.blocks)
    blocks = (*item.blocks[:at], *new, *item.blocks[at:])
    inverse = RemoveBlocks(
        meeting_id=edit.meeting_id,
        item_id=edit.item_id,
        block_ids=tuple(block.id for block in edit.blocks),
    )
    return _with(meeting, item, blocks), (inverse,)


def _refuse_twice(meeting: Meeting, new: tuple[Block, ...]) -> None:
    ids = {block.id for block in new}
    if len(ids) < len(new) or any(
        block.id in ids for item in meeting.items for block in item.blocks
    ):
        raise RuleBroken("A block can stand in a meeting only once.")


def _place(blocks: tuple[Block, ...], after: BlockId | None) -> int:
    if after is None:
        return 0
    for n, block in enumerate(blocks, 1):
        if block.id == after:
            return n
    raise Missing("The block to insert after is no longer there.")


def _remove(meeting: Meeting, edit: RemoveBlocks) -> Done:
    item = _item(meeting, edit.item_id)
    going = set(edit.block_ids)
    for block_id in edit.block_ids:
        _block(item, block_id)
    kept = tuple(block for block in item.blocks if block.id not in going)
    inverse = _put_back(edit.meeting_id, item, lambda block: block.id in going)
    return _with(meeting, item, kept), inverse


def _put_back(
    meeting_id: MeetingId, item: AgendaItem, gone: Callable[[Block], bool]
) -> tuple[Edit, ...]:
    """Return the insertions, run by run in reading order, that bring the gone blocks back."""
    found: list[InsertBlocks] = []
    former: BlockId | None = None
    open_run: list[Block] = []
    run_after: BlockId | None = None
    for block in (*item.blocks, None):
        if block is not None and gone(block):
            if not open_run:
                run_after = former
            open_run.append(block)
        elif open_run:
            found.append(
                InsertBlocks(
                    meeting_id=meeting_id,
                    item_id=item.id,
                    blocks=tuple(open_run),
                    after=run_after,
                ),
            )
            open_run = []
        former = block.id if block is not None else None
    return tuple(found)


def _split(meeting: Meeting, edit: SplitBlock) -> Done:
    item = _item(meeting, edit.item_id)
    old = _block(item, edit.block_id)
    _refuse_twice(meeting, (edit.new,))
    before, after = split_runs(old.runs, edit.at)
    new = replace(edit.new, runs=after)
    at = _place(item.blocks, old.id)
    blocks = (
        *item.blocks[: at - 1],
        replace(old, runs=before),
        kept_closed(new, old) if after else new,
        *item.blocks[at:],
    )
    where, which = edit.meeting_id, edit.item_id
    inverse: tuple[Edit, ...] = (
        RemoveBlocks(meeting_id=where, item_id=which, block_ids=(edit.new.id,)),
        SetBlockText(meeting_id=where, item_id=which, block_id=old.id, runs=old.runs),
    )
    return _with(meeting, item, blocks), inverse


def _merge(meeting: Meeting, edit: MergeBlocks) -> Done:
    item = _item(meeting, edit.item_id)
    first, second = _block(item, edit.first), _block(item, edit.second)
    if first is second:
        raise RuleBroken("A block cannot be joined to itself.")
    whole = replace(first, runs=joined(first.runs, second.runs))
    whole = kept_closed(whole, second) if second.runs else whole
    whole = replace(whole, flagged=first.flagged or second.flagged)
    blocks = (whole if one.id == first.id else one for one in item.blocks if one.id != second.id)
    moved = tuple(action for action in meeting.actions if action.block_id == second.id)
    after = replace(
        _with(meeting, item, blocks),
        actions=tuple(
            replace(action, block_id=first.id) if action in moved else action
            for action in meeting.actions
        ),
    )
    at = next(n for n, block in enumerate(item.blocks) if block.id == second.id)
    inverse: tuple[Edit, ...] = (
        SetBlockText(
            meeting_id=edit.meeting_id,
            item_id=edit.item_id,
            block_id=first.id,
            runs=first.runs,
        ),
        SetVisibility(
            meeting_id=edit.meeting_id,
            item_id=edit.item_id,
            block_id=first.id,
            visibility=first.visibility,
        ),
        SetFlag(
            meeting_id=edit.meeting_id,
            item_id=edit.item_id,
            block_id=first.id,
            flagged=first.flagged,
        ),
        InsertBlocks(
            meeting_id=edit.meeting_id,
            item_id=edit.item_id,
            blocks=(second,),
            after=item.blocks[at - 1].id if at else None,
        ),
        *(PutAction(meeting_id=edit.meeting_id, action=action) for action in moved),
    )
    return after, inverse


def _move(meeting: Meeting, edit: MoveBlocks) -> Done:
    item = _item(meeting, edit.item_id)
    moving = tuple(_block(item, block_id) for block_id in edit.block_ids)
    taking = RemoveBlocks(
        meeting_id=edit.meeting_id,
        item_id=edit.item_id,
        block_ids=edit.block_ids,
    )
    out, put_back = _remove(meeting, taking)
    into = InsertBlocks(
        meeting_id=edit.meeting_id,
        item_id=edit.to_item_id,
        blocks=moving,
        after=edit.after,
    )
    moved, take_out = _insert(out, into)
    going = set(edit.block_ids)
    theirs = tuple(one for one in meeting.actions if one.block_id in going)
    actions = tuple(
        replace(one, item_id=edit.to_item_id) if one in theirs else one for one in meeting.actions
    )
    back = (PutAction(meeting_id=edit.meeting_id, action=one) for one in theirs)
    return replace(moved, actions=actions), (*take_out, *put_back, *back)
