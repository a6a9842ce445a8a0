"""Find words in the minutes of a meeting, and put others in their place.

How this works: what is found are places, in the order of the agenda; what is replaced are whole
texts of blocks, as edits, so that all of it is one step of undo. A word written in capitals or
with a capital first letter gives the new one the same where capitals do not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, Runs, spliced
from kcsp_desktop.domain.edits import SetBlockText
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.meeting import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcsp_desktop.domain.ids import BlockId, MeetingId
    from kcsp_desktop.domain.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to find. ``exactly``: capitals count; ``whole_words``: not inside a longer word."""

    words: str
    exactly: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str] | None:
        """Return what finds it, any run of spaces for a space; ``None``: nothing to find."""
        parts = self.words.split()
        if not parts:
            return None
        inner = r"\s+".join(re.escape(part) for part in parts)
        if self.whole_words:
            inner = rf"(?<!\w){inner}(?!\w)"
        return re.compile(inner, 0 if self.exactly else re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place found: item, block, and from where to where in code points."""

    item_id: ItemId
    block: Block
    start: int
    end: int


def places(meeting: Meeting, search: Search) -> tuple[Place, ...]:
    """Return every place in the order of the agenda."""
    pattern = search.pattern()
    if pattern is None:
        return ()
    return tuple(
        Place(item_id=item.id, block=block, start=match.start(), end=match.end())
        for item in in_order(meeting)
        for block in item.blocks
        for match in pattern.finditer(block.text)
    )


def replacements(
    meeting: Meeting, search: Search, by: str, only: Iterable[BlockId] | None = None
) -> tuple[SetBlockText, ...]:
    """Return the edits that put ``by`` in every place, in the blocks ``only`` where given."""
    wanted = None if only is None else frozenset(only)
    return tuple(_edits(meeting, search, by, wanted))


def _edits(
    meeting: Meeting, search: Search, by: str, only: frozenset[BlockId] | None
) -> Iterator[SetBlockText]:
    pattern = search.pattern()
    for item in in_order(meeting) if pattern else ():
        for block in item.blocks:
            if only is not None and block.id not in only:
                continue
            runs = replaced(block.runs, search, by)
            if runs != block.runs:
                yield _edit(meeting.id, item.id, block.id, runs)


def _edit(meeting_id: MeetingId, item_id: ItemId, block_id: BlockId, runs: Runs) -> SetBlockText:
    return SetBlockText(meeting_id=meeting_id, item_id=item_id, block_id=block_id, runs=runs)


def replaced(runs: Runs, search: Search, by: str) -> Runs:
    """Return runs with ``by`` in every place; marks stay."""
    pattern = search.pattern()
    if pattern is None:
        return runs
    text = "".join(part for part, _ in runs)
    for match in reversed(list(pattern.finditer(text))):
        words = by if search.exactly else as_written(match[0], by)
        runs = spliced(runs, match.start(), match.end(), words)
    return runs


def as_written(found: str, by: str) -> str:
    """Return ``by`` with the capitals of what was found: all of them, or the first."""
    if len(found) > 1 and found.isupper() and by.islower():
        return by.upper()
    if found[:1].isupper() and by[:1].islower():
        return by[:1].upper() + by[1:]
    return by
