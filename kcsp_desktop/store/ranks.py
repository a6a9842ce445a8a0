"""Places in a list as numbers with room between them, so that an insertion writes one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

STEP = 1024.0
_LEAST = 1e-6


def ranks(order: Sequence[str], known: Mapping[str, float]) -> dict[str, float]:
    """Return a rising rank for each id of ``order``, keeping the known ones where they rise.

    Where there is no room left between two, or the known ones are out of order, all are given
    anew.
    """
    kept = [known[one] for one in order if one in known]
    if any(b <= a for a, b in zip(kept, kept[1:], strict=False)):
        return _anew(order)
    out: dict[str, float] = {}
    at, last = 0, 0.0
    while at < len(order):
        if order[at] in known:
            last = out[order[at]] = known[order[at]]
            at += 1
            continue
        end = at
        while end < len(order) and order[end] not in known:
            end += 1
        room = (known[order[end]] - last) if end < len(order) else STEP * (end - at + 1)
        step = room / (end - at + 1)
        if step < _LEAST:
            return _anew(order)
        for n, one in enumerate(order[at:end], 1):
            out[one] = last + step * n
        last, at = out[order[end - 1]], end
    return out


def _anew(order: Sequence[str]) -> dict[str, float]:
    return {one: STEP * n for n, one in enumerate(order, 1)}
