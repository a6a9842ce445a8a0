"""From the blocks as they were and as the text now has them, to edits. Pure; no Qt.

How this works: what is equal at both ends is trimmed; what is left is told as the smallest
intent that fits: texts and kinds of the same blocks, a split, a merge, else blocks that went and
blocks that came. Words that a closed block loses to an open one are told as a merge, for only
so does the domain keep them closed. Must stay in step: ``sheet_text`` (which calls it) and
``domain/performing/of_blocks``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, is_closed, joined, split_runs
from kcsp_desktop.domain.edits import (
    ChangeKind,
    Edit,
    InsertBlocks,
    MergeBlocks,
    RemoveBlocks,
    SetBlockText,
    SplitBlock,
)
from kcsp_desktop.domain.ids import ItemId, MeetingId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.blocks import Runs
    from kcsp_desktop.domain.ids import BlockId

    Blocks = tuple[Block, ...]
    Edits = tuple[Edit, ...]


def trimmed(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    """Return how many blocks are equal at the head and at the tail of both."""
    least = min(len(old), len(new))
    head = _equal(old, new, least)
    return head, _equal(reversed(old), reversed(new), least - head)


def _equal(old: Iterable[Block], new: Iterable[Block], most: int) -> int:
    """Return how many are equal before the first that is not.

    A block that has not changed is mostly the same object, and is not looked into.
    """
    count = 0
    for was, now in islice(zip(old, new, strict=False), most):
        if was is not now and was != now:
            break
        count += 1
    return count


def same_kinds(old: tuple[Block, ...], new: tuple[Block, ...]) -> bool:
    """Whether the same kinds follow each other: then no number, letter or ground changes."""
    return len(old) == len(new) and all(
        was.kind is now.kind for was, now in zip(old, new, strict=True) if was is not now
    )


def derived(
    meeting_id: MeetingId,
    item_id: ItemId,
    old: tuple[Block, ...],
    new: tuple[Block, ...],
) -> tuple[Edit, ...]:
    """Return the edits that make ``new`` of ``old``."""
    teller = _Teller(meeting_id=meeting_id, item_id=item_id)
    head, tail = trimmed(old, new)
    above = old[head - 1].id if head else None
    gone, came = old[head : len(old) - tail], new[head : len(new) - tail]
    if [b.id for b in gone] == [b.id for b in came]:
        return tuple(
            edit
            for was, now in zip(gone, came, strict=True)
            for edit in (*teller.kind(was, now), *teller.text(was, now))
        )
    if len(gone) == 1 and len(came) == 2 and _is_split(gone[0], came):
        return teller.split(gone[0], came)
    if len(came) == 1 and len(gone) > 1 and came[0].id == gone[0].id:
        words = _kept_of(gone, came[0].runs)
        if words or joined(gone[0].runs, gone[-1].runs) == came[0].runs:
            return teller.merge(gone, came[0], words)
    return teller.replaced(gone, came, above)


def _is_split(was: Block, now: tuple[Block, ...]) -> bool:
    return now[0].id == was.id and joined(now[0].runs, now[1].runs) == was.runs


def _kept_of(gone: Blocks, runs: Runs) -> int:
    """Return how many closing letters of ``runs`` are the last block's, where that one is closed.

    What the first block had in the same place counts as the first one's.
    """
    last = gone[-1]
    if not is_closed(last) or is_closed(gone[0]):
        return 0
    now = "".join(text for text, _ in runs)
    own = 0
    while own < min(len(now), len(gone[0].text)) and now[own] == gone[0].text[own]:
        own += 1
    count = 0
    most = min(len(now) - own, len(last.text))
    while count < most and now[-1 - count] == last.text[-1 - count]:
        count += 1
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Makes edits of one item."""

    meeting_id: MeetingId
    item_id: ItemId

    def kind(self, was: Block, now: Block) -> Edits:
        if was.kind is now.kind:
            return ()
        return (
            ChangeKind(
                meeting_id=self.meeting_id, item_id=self.item_id, block_id=now.id, kind=now.kind
            ),
        )

    def text(self, was: Block, now: Block) -> Edits:
        if was.runs == now.runs:
            return ()
        return (
            SetBlockText(
                meeting_id=self.meeting_id, item_id=self.item_id, block_id=now.id, runs=now.runs
            ),
        )

    def split(self, was: Block, now: Blocks) -> Edits:
        return (
            *self.kind(was, now[0]),
            SplitBlock(
                meeting_id=self.meeting_id,
                item_id=self.item_id,
                block_id=was.id,
                at=len(now[0].text),
                new=now[1],
            ),
        )

    def merge(self, gone: Blocks, now: Block, words: int) -> Edits:
        """Join the last block to the first; ``words`` of it stay where only a part is left."""
        first, last = gone[0], gone[-1]
        cut: Edits = ()
        if words:
            own, kept = split_runs(now.runs, len(now.text) - words)
            cut = (
                *self.text(first, replace(first, runs=own)),
                *self.text(last, replace(last, runs=kept)),
            )
        merge = MergeBlocks(
            meeting_id=self.meeting_id, item_id=self.item_id, first=first.id, second=last.id
        )
        return (*self.removed(gone[1:-1]), *cut, merge, *self.kind(first, now))

    def removed(self, blocks: Blocks) -> Edits:
        if not blocks:
            return ()
        ids = tuple(block.id for block in blocks)
        return (RemoveBlocks(meeting_id=self.meeting_id, item_id=self.item_id, block_ids=ids),)

    def inserted(self, blocks: list[Block], after: BlockId | None) -> Edits:
        if not blocks:
            return ()
        return (
            InsertBlocks(
                meeting_id=self.meeting_id, item_id=self.item_id, blocks=tuple(blocks), after=after
            ),
        )

    def replaced(self, gone: Blocks, came: Blocks, above: BlockId | None) -> Edits:
        """Take away what went, set what stayed, insert what came, run by run."""
        old = {block.id: block for block in gone}
        stayed = [block.id for block in came if block.id in old]
        if stayed != [block.id for block in gone if block.id in set(stayed)]:
            stayed = []  # in another order: replace all
        edits = list(self.removed(tuple(block for block in gone if block.id not in stayed)))
        after = above
        run: list[Block] = []
        for block in came:
            if block.id not in stayed:
                run.append(block)
                continue
            edits += self.inserted(run, after)
            edits += (*self.kind(old[block.id], block), *self.text(old[block.id], block))
            after, run = block.id, []
        edits += self.inserted(run, after)
        return tuple(edits)
