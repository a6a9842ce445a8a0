"""Places in a list as numbers with room between them, so that an insertion writes one row.

How this works: the longest run of ids whose known ranks rise keeps them; the others are given
ranks in the gaps. Only where a gap is used up are all given anew.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEP = 1024.0
_LEAST = 1e-6


def ranks(order: Sequence[str], known: Mapping[str, float]) -> dict[str, float]:
    """Return a rising rank for each id of ``order``, changing as few of the known as can be."""
    kept = _rising([(one, known[one]) for one in order if one in known])
    out: dict[str, float] = {}
    waiting: list[str] = []
    last: float | None = None
    for one in order:
        if one not in kept:
            waiting.append(one)
            continue
        out |= zip(waiting, _between(last, kept[one], len(waiting)), strict=True)
        out[one] = last = kept[one]
        waiting = []
    out |= zip(waiting, _between(last, None, len(waiting)), strict=True)
    if any(after - before < _LEAST for before, after in pairwise(out.values())):
        return {one: STEP * n for n, one in enumerate(order, 1)}
    return out


def _between(low: float | None, high: float | None, count: int) -> list[float]:
    """Return ``count`` rising numbers after ``low`` and before ``high``, where there are any."""
    if high is None:
        return [(low or 0.0) + STEP * n for n in range(1, count + 1)]
    if low is None:
        return [high - STEP * n for n in range(count, 0, -1)]
    step = (high - low) / (count + 1)
    return [low + step * n for n in range(1, count + 1)]


def _rising(known: list[tuple[str, float]]) -> dict[str, float]:
    """Return the longest strictly rising run of ``known`` (the rest may stand anywhere)."""
    ends: list[float] = []  # the least rank that ends a run of each length
    ending: list[int] = []  # which entry that is
    before: list[int] = []  # the entry before each one, in the run that ends with it
    for n, (_, rank) in enumerate(known):
        length = bisect_left(ends, rank)
        before.append(ending[length - 1] if length else -1)
        ends[length:] = [rank, *ends[length + 1 :]]
        ending[length:] = [n, *ending[length + 1 :]]
    run: list[tuple[str, float]] = []
    at = ending[-1] if ending else -1
    while at >= 0:
        run.append(known[at])
        at = before[at]
    return dict(reversed(run))
