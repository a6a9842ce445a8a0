"""Which block of the text is which block of the record, after Qt has changed the text. Pure.

How this works: a block of the text carries the id and kind it was dressed with, as far as Qt's own
edits let them live. ``named`` believes an id once; who has none is new. Must stay in step:
``sheet_text`` (which reads the text and dresses it again).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, kept_closed
from kcsp_desktop.domain.ids import BlockId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block of the text as it was found: ``None`` where Qt has lost what it carried."""

    block_id: BlockId | None
    kind: BlockKind | None
    runs: Runs


def named(
    old: Blocks,
    lines: Sequence[Line],
    above: Block | None,
    fresh: Callable[[BlockKind], Block],
) -> Blocks:
    """Return the lines as blocks; ``old`` stood in their place, ``above`` stands before them."""
    by_id = {block.id: block for block in old}
    claimed: set[BlockId] = set()
    found: list[Block] = []
    for line in lines:
        known = by_id.get(line.block_id) if line.block_id is not None else None
        if known is None or known.id in claimed:
            former = found[-1] if found else above
            kind = line.kind or (former.kind if former else BlockKind.PARAGRAPH)
            found.append(replace(fresh(kind), runs=line.runs))
        else:
            claimed.add(known.id)
            found.append(replace(known, runs=line.runs, kind=line.kind or known.kind))
    if old and found and not claimed:
        # Nothing kept its id: the first block goes on with the first old one.
        found[0] = replace(old[0], runs=found[0].runs, kind=found[0].kind)
        claimed.add(old[0].id)
    _keep_closed(old, found)
    return _words_keep_their_id(by_id, found)


def _keep_closed(old: Blocks, found: list[Block]) -> None:
    """Close each new block that may hold the last words of a closed one.

    Those words come from the known block above it, or from one that stood between that one and
    the known block below.
    """
    place = {block.id: n for n, block in enumerate(old)}
    end = len(old)
    for n in reversed(range(len(found))):
        block = found[n]
        if block.id in place:
            end = place[block.id]
            continue
        start = next((place[b.id] for b in reversed(found[:n]) if b.id in place), 0)
        for source in old[start:end]:
            if block.text and source.text.endswith(block.text[-1]):
                found[n] = kept_closed(found[n], source)


def _words_keep_their_id(was: dict[BlockId, Block], now: list[Block]) -> Blocks:
    """After Enter at a start, the id belongs to the text and not to the empty block above it."""
    if len(now) == len(was) + 1:
        for n, (first, second) in enumerate(itertools.pairwise(now)):
            former = was.get(first.id)
            if former is None or second.id in was or first.runs or not former.runs:
                continue
            if second.runs == former.runs:
                now[n] = replace(first, id=second.id, noted_at=second.noted_at)
                now[n + 1] = replace(second, id=first.id, noted_at=first.noted_at)
                break
    return tuple(now)
