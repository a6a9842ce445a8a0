"""Enter, paste, drop, open and move, as rules over blocks. Pure; no Qt.

How this works: each takes the blocks in the text and the ``Reach`` of the selection and returns
the blocks wanted and where the caret then stands; what the edits are is ``derive``'s to find. A
selection is replaced in the same breath, so that one key is one step of undo. Must stay in step:
``keys`` (which kind follows which) and ``sheet`` (which asks).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import (
    RESOLUTION_PARTS,
    Block,
    BlockKind,
    is_closed,
    joined,
    kept_closed,
    normalised,
    plain,
    split_runs,
)
from kcsp_desktop.ui.sheet import keys
from kcsp_desktop.ui.sheet.change import Caret

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.blocks import Runs

    Blocks = tuple[Block, ...]
    Fresh = Callable[[BlockKind], Block]
    from kcsp_desktop.ui.sheet.pasted_text import Piece

    Wanted = tuple[Blocks, Caret]

_STANDS_ALONE = frozenset({BlockKind.RESOLUTION, BlockKind.POST_MEETING_NOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """From one place to another in reading order: block numbers and code points."""

    first: int
    start: int
    last: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return (self.first, self.start) == (self.last, self.end)

    def holds(self, number: int, offset: int) -> bool:
        """Whether a place lies in it or at its ends."""
        return (self.first, self.start) <= (number, offset) <= (self.last, self.end)


def caret_at(block: Block, offset: int = 0) -> Caret:
    """Return the caret there, nothing selected."""
    return Caret(block_id=block.id, offset=offset, anchor_id=block.id, anchor_offset=offset)


def _put(model: Blocks, reach: Reach, blocks: Blocks) -> Blocks:
    return (*model[: reach.first], *blocks, *model[reach.last + 1 :])


def _around(model: Blocks, reach: Reach) -> tuple[Runs, Runs]:
    """Return what stands before the reach in its first block, and behind it in its last."""
    before = split_runs(model[reach.first].runs, reach.start)[0]
    return before, split_runs(model[reach.last].runs, reach.end)[1]


def entered(model: Blocks, reach: Reach, fresh: Fresh) -> Wanted | None:
    """Return what Enter makes; ``None`` where it makes nothing."""
    block = model[reach.first]
    before, after = _around(model, reach)
    if reach.first != reach.last:
        # The two ends stay what they are; only what is between them goes.
        below = replace(model[reach.last], runs=after)
        return _put(model, reach, (replace(block, runs=before), below)), caret_at(below)
    if not block.runs:
        kind = keys.stepped_out(block.kind)
        if kind is None:
            return None
        return _put(model, reach, (replace(block, kind=kind),)), caret_at(block)
    if not before:
        # The id stays with the words: their time and their actions belong to them.
        below = replace(block, runs=after)
        return _put(model, reach, (fresh(block.kind), below)), caret_at(below)
    words = "".join(text for text, _ in before)
    below = replace(fresh(keys.following(block.kind, words, not after)), runs=after)
    return _put(model, reach, (replace(block, runs=before), below)), caret_at(below)


def inserted(model: Blocks, reach: Reach, pieces: tuple[Piece, ...], fresh: Fresh) -> Wanted:
    """Return the blocks with pieces in the place of the reach, the caret behind them.

    The first joins what stands before, the last takes what stands behind.
    """
    block = model[reach.first]
    before, after = _around(model, reach)
    kind, runs = pieces[0]
    parts = len(pieces) > 1 and not is_closed(block)  # what stands behind goes with the last
    first = replace(
        block,
        runs=joined(before, runs),
        kind=kind if kind and not before and (not after or parts) else block.kind,
    )
    rest = (replace(fresh(kind or block.kind), runs=normalised(runs)) for kind, runs in pieces[1:])
    whole = (first, *rest)
    length = len(whole[-1].text)
    last = replace(whole[-1], runs=joined(whole[-1].runs, after))
    if after and len(whole) > 1:
        last = kept_closed(last, model[reach.last])
    return _put(model, reach, (*whole[:-1], last)), caret_at(last, length)


def set_apart(model: Blocks, reach: Reach, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces from elsewhere so that a resolution or note at their head keeps its kind.

    Put between words, it would otherwise be taken into the block they stand in.
    """
    if not pieces or pieces[0][0] not in _STANDS_ALONE:
        return pieces
    before, after = _around(model, reach)
    above: tuple[Piece, ...] = ((None, ()),) if before else ()
    below: tuple[Piece, ...] = ((model[reach.last].kind, ()),) if after else ()
    return (*above, *pieces, *below)


def taken_out(model: Blocks, reach: Reach, number: int, offset: int) -> tuple[Blocks, int, int]:
    """Return the blocks without the words of the reach, and where a place outside it then is.

    What is left of two blocks becomes one, unless only the second is closed to the public.
    """
    before, after = _around(model, reach)
    first, last = model[reach.first], model[reach.last]
    if reach.first == reach.last or not (is_closed(last) and not is_closed(first)):
        keeper = first if before or reach.first == reach.last else last
        left: Blocks = (replace(keeper, runs=joined(before, after)),)
    else:
        left = (replace(first, runs=before), replace(last, runs=after))
    if (number, offset) > (reach.last, reach.end):
        if number == reach.last:
            offset += (reach.start if len(left) == 1 else 0) - reach.end
        number += len(left) - 1 - (reach.last - reach.first)
    return _put(model, reach, left), number, offset


def whole_blocks(model: Blocks, reach: Reach) -> range:
    """Return the numbers of the blocks that the reach takes whole; empty where it cuts one."""
    if reach.is_empty or reach.start:
        return range(0)
    if not reach.end and reach.last > reach.first:
        return range(reach.first, reach.last)
    whole = reach.end == len(model[reach.last].text)
    return range(reach.first, reach.last + 1) if whole else range(0)


def put_whole(
    model: Blocks, number: int, lines: tuple[tuple[BlockKind, str], ...], fresh: Fresh
) -> Wanted:
    """Put in several blocks that belong together, the first as ``opened`` does."""
    (kind, text), *others = lines
    new, place = opened(model, number, kind, text, fresh)
    if not others:
        return new, place
    at = next(n for n, block in enumerate(new) if block.id == place.block_id) + 1
    made = tuple(replace(fresh(kind), runs=plain(text)) for kind, text in others)
    return (*new[:at], *made, *new[at:]), caret_at(made[-1], len(others[-1][1]))


def opened(model: Blocks, number: int, kind: BlockKind, text: str, fresh: Fresh) -> Wanted:
    """Open a block of that kind: in an empty block, else below this one or its resolution."""
    block = model[number]
    if not block.runs:
        made = replace(block, kind=kind, runs=plain(text))
        blocks = (*model[:number], made, *model[number + 1 :])
        return blocks, caret_at(made, len(text))
    inside = RESOLUTION_PARTS - {BlockKind.RESOLUTION}
    if block.kind in RESOLUTION_PARTS:
        while number + 1 < len(model) and model[number + 1].kind in inside:
            number += 1
    made = replace(fresh(kind), runs=plain(text))
    return (*model[: number + 1], made, *model[number + 1 :]), caret_at(made, len(text))
