"""A vote in words: how it is printed, and how a recorded vote is written and read.

Source: house-format 6, for bodies that record votes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcsp_desktop.domain.blocks import Vote

WAYS = ("for", "against", "abstained")


def voted(vote: Vote) -> str:
    """Return the sentence that is printed: who moved it, and the figures; or nothing."""
    moved = [
        f"proposed by {vote.mover}" if vote.mover else "",
        f"seconded by {vote.seconder}" if vote.seconder else "",
    ]
    told = " and ".join(part for part in moved if part)
    counts = (vote.in_favour, vote.against, vote.abstained)
    figures = ", ".join(
        f"{count} {way}" for count, way in zip(counts, WAYS, strict=True) if count is not None
    )
    parts = (told[:1].upper() + told[1:], f"Voting: {figures}" if figures else "")
    return " ".join(f"{part}." for part in parts if part)


def recorded(vote: Vote) -> tuple[str, ...]:
    """Return the recorded vote, a line for each way: "For: Mrs Barden and Mr Quelch."."""
    lines = []
    for way in WAYS:
        names = [name for name, how in vote.named if how == way]
        if names:
            joined = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
            lines.append(f"{way.capitalize()}: {joined}.")
    return tuple(lines)


def written_votes(named: tuple[tuple[str, str], ...]) -> str:
    """Return a recorded vote as it is typed: "for: Mrs Barden, Mr Quelch; against: Ms Oduya"."""
    groups = [(way, [name for name, how in named if how == way]) for way in WAYS]
    return "; ".join(f"{way}: {', '.join(names)}" for way, names in groups if names)


def named_votes(words: str) -> tuple[tuple[str, str], ...]:
    """Read a recorded vote as typed; names without a way are for."""
    found: list[tuple[str, str]] = []
    for group in words.split(";"):
        way, colon, names = group.partition(":")
        way = way.strip().casefold()
        if not colon or way not in WAYS:
            way, names = WAYS[0], group
        found += [(name.strip(), way) for name in names.split(",") if name.strip()]
    return tuple(found)
