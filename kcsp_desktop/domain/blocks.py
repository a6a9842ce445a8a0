"""The sheet's content: what the secretary types, block by block.

How this works: an item holds a flat tuple of blocks in reading order. A block has a kind; a
resolution is its lead block followed by its clauses and their bullets (``resolutions`` groups
them). Flat, because one block is one paragraph of the sheet's text, and the tuple indexed by
paragraph is then the truth. Must stay in step: ``numbering`` (which kinds are numbered),
``ui/sheet`` (how each looks), ``documents/record`` (how each prints).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import BlockId

if TYPE_CHECKING:
    from collections.abc import Iterable

Runs = tuple[tuple[str, int], ...]
"""Text with its marks: ``((text, flags), ...)``; flags are ``BOLD`` and ``ITALIC`` added."""

BOLD = 1
ITALIC = 2


class BlockKind(StrEnum):
    """What a block is (house-format 5 and 6)."""

    PARAGRAPH = "paragraph"
    PLAIN = "plain"
    LETTER = "letter"
    BULLET = "bullet"
    SUB_BULLET = "sub-bullet"
    RESOLUTION = "resolution"
    CLAUSE = "clause"
    CLAUSE_BULLET = "clause-bullet"
    POST_MEETING_NOTE = "post-meeting-note"
    PRIVATE_NOTE = "private-note"

    # As the text it is: an enumeration's own is worked out in Python, and kinds are looked up in
    # sets and tables for every block at every key.
    __hash__ = str.__hash__


class Visibility(StrEnum):
    """Who may read a block: everybody, or those entitled to restricted papers."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


RESOLUTION_PARTS = frozenset(
    {BlockKind.RESOLUTION, BlockKind.CLAUSE, BlockKind.CLAUSE_BULLET},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Who moved a resolution and how members voted, where the body records it (house-format 6).

    Counts are ``None`` where they were not taken. ``named`` is a recorded vote: each member's
    name as printed, and "for", "against" or "abstained".
    """

    mover: str = ""
    seconder: str = ""
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the sheet. ``runs`` is always normalised (see ``normalised``).

    ``flagged``: the secretary will come back to it. ``vote`` belongs to a resolution's lead.
    """

    id: BlockId
    kind: BlockKind = BlockKind.PARAGRAPH
    runs: Runs = ()
    visibility: Visibility = Visibility.PUBLIC
    noted_at: str = ""  # ISO local time of its first letter: finds the place in a recording
    flagged: bool = False
    vote: Vote | None = None

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join([text for text, _ in self.runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One lettered decision of a resolution, with the bullets inside it."""

    block: Block
    bullets: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A lead ("RESOLVED that …") and its clauses, in reading order."""

    lead: Block
    clauses: tuple[Clause, ...] = ()


def normalised(runs: Iterable[tuple[str, int]]) -> Runs:
    """Return ``runs`` without empty ones, neighbours of the same marks joined."""
    out: list[tuple[str, int]] = []
    for text, flags in runs:
        if not text:
            continue
        if out and out[-1][1] == flags:
            out[-1] = (out[-1][0] + text, flags)
        else:
            out.append((text, flags))
    return tuple(out)


def plain(text: str) -> Runs:
    """Return ``text`` as runs without marks."""
    return ((text, 0),) if text else ()


def split_runs(runs: Runs, at: int) -> tuple[Runs, Runs]:
    """Cut ``runs`` after ``at`` characters (code points). Past the end, the second is empty."""
    before: list[tuple[str, int]] = []
    after: list[tuple[str, int]] = []
    for text, flags in runs:
        before.append((text[: max(at, 0)], flags))
        after.append((text[max(at, 0) :], flags))
        at -= len(text)
    return normalised(before), normalised(after)


def spliced(runs: Runs, start: int, end: int, text: str) -> Runs:
    """Return ``runs`` with ``text`` in the place of what stands from ``start`` to ``end``.

    It takes the marks of the first letter it replaces, or of the one before it.
    """
    before, rest = split_runs(runs, start)
    gone, after = split_runs(rest, end - start)
    flags = gone[0][1] if gone else before[-1][1] if before else 0
    return normalised((*before, (text, flags), *after))


def joined(first: Runs, second: Runs) -> Runs:
    """Return the two one after the other."""
    return normalised((*first, *second))


def is_closed(block: Block) -> bool:
    """Whether the public may not read ``block``: a restricted one, or a private note."""
    return block.visibility is Visibility.RESTRICTED or block.kind is BlockKind.PRIVATE_NOTE


def kept_closed(block: Block, source: Block) -> Block:
    """Return ``block``, which holds words of ``source``, no more open than ``source`` is.

    A private note may stay what it is; any other block of closed words is restricted
    (house-format 7).
    """
    if is_closed(source) and not (
        block.kind is source.kind is BlockKind.PRIVATE_NOTE
        and source.visibility is Visibility.PUBLIC
    ):
        return replace(block, visibility=Visibility.RESTRICTED)
    return block


def with_text(block: Block, text: str) -> Block:
    """Return ``block`` with plain ``text``."""
    return replace(block, runs=plain(text))


def resolutions(blocks: Iterable[Block]) -> tuple[Resolution, ...]:
    """Group the resolution blocks: a lead, then its clauses, then a clause's bullets.

    A clause without a lead before it begins a resolution of its own with an empty lead, so
    that nothing typed is ever lost from a document.
    """
    found: list[tuple[Block, list[tuple[Block, list[Block]]]]] = []
    inside = False
    for block in blocks:
        if block.kind is BlockKind.RESOLUTION:
            found.append((block, []))
            inside = True
        elif block.kind in RESOLUTION_PARTS:
            if not inside:
                found.append((replace(block, kind=BlockKind.RESOLUTION, runs=()), []))
                inside = True
            _take(found[-1][1], block)
        elif block.kind is not BlockKind.PRIVATE_NOTE:
            inside = False
    return tuple(
        Resolution(
            lead=lead,
            clauses=tuple(Clause(block=b, bullets=tuple(bullets)) for b, bullets in clauses),
        )
        for lead, clauses in found
    )


def _take(clauses: list[tuple[Block, list[Block]]], block: Block) -> None:
    if block.kind is BlockKind.CLAUSE or not clauses:
        clauses.append((block, []))
    else:
        clauses[-1][1].append(block)
